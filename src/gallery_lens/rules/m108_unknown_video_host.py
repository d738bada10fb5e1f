"""A video lies on a host that is neither Wix, YouTube nor Vimeo.

Reported when a video has no id of the Media Manager, its address is an ``http`` or ``https`` one of
another host, and the item goes to a backend dialect. The address is passed on. Hosts that merely
look alike (``youtube.com.example``) count as others.

## Why it matters

The references name Wix's own videos and those of the two services, and nothing else. What a gallery
makes of another address is not written anywhere; it may well show an empty frame.

## What to do

Upload the video to the Media Manager, or publish it on YouTube or Vimeo and use that address.

## Source

The types of the official SDK, which name the two services; the video types of the REST v2 reference.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind, video_host
from gallery_lens.model import Item
from gallery_lens.rules._samples import OUTSIDE_VIDEO
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import clips, read


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report a clip on the web whose host plays no videos for Wix."""
    for field, clip in clips(item):
        text = clip.address or clip.url
        found = read(text) if aim is Aim.BACKEND and not clip.id and text else None
        if text and found is not None and found.kind is MediaKind.WEB and video_host(text) is None:
            yield Violation(field if clip.address else f"{field}.url", text)


def _filmed(text: str) -> dict[str, object]:
    return {"type": "VIDEO", "video": {"videoInfo": text}}


RULE = Rule(
    code="M108",
    name="unknown-video-host",
    severity=Severity.WARNING,
    message="The video {value} lies neither on Wix nor on YouTube or Vimeo.",
    help="Upload the video to the Media Manager, or publish it on YouTube or Vimeo.",
    explain=__doc__,
    check=check,
    known_by="media",
    aims=(Aim.BACKEND,),
    bad=(
        Example(document=_filmed("https://films.example/river.mp4"), target="rest"),
        Example(document=_filmed("https://vimeo.com.films.example/76979871"), target="rest"),
    ),
    good=(
        Example(document=_filmed(OUTSIDE_VIDEO), target="rest"),
        Example(document={"type": "video", "src": "https://films.example/river.mp4"}, source="frontend"),
    ),
)
