"""A video's address is a page of YouTube or Vimeo that is not a video.

Reported when a video has no id of the Media Manager, its address is one of YouTube or Vimeo, and the
address names no video: a page of search results, a channel, a playlist, the front page. Whether a
video that is named exists is not asked.

## Why it matters

A gallery plays the video that the address names. With such an address it has nothing to play and
shows an empty frame, though nothing on the way there complains.

## What to do

Open the video itself and copy the address of its page, such as
``https://www.youtube.com/watch?v=…`` or ``https://vimeo.com/…``.

## Source

The Velo reference of wix-pro-gallery-backend, one of whose own examples is a page of search results;
the forms of address that the two services give for sharing and embedding.
"""

from collections.abc import Iterator
from typing import Final

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Item
from gallery_lens.rules._samples import OUTSIDE_VIDEO
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import clips
from gallery_lens.rules.video_pages import names_no_video

_NAMES: Final = {"YOUTUBE": "YouTube", "VIMEO": "Vimeo"}


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report a clip whose address leads to one of the two services, but to no video."""
    for field, clip in clips(item):
        text = clip.address or clip.url
        if text and not clip.id and (host := names_no_video(text)):
            yield Violation(field if clip.address else f"{field}.url", text, {"host": _NAMES[host]})


def _filmed(text: str) -> dict[str, object]:
    return {"type": "VIDEO", "video": {"videoInfo": text}}


RULE = Rule(
    code="M110",
    name="video-search-page",
    severity=Severity.WARNING,
    message="The address {value} is a page of {host} that is not a video.",
    help="Open the video and copy the address of its page.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document=_filmed("https://www.youtube.com/results?search_query=river"), target="rest"),
        Example(document={"type": "video", "src": "https://vimeo.com/search?q=river"}, source="frontend"),
    ),
    good=(
        Example(document=_filmed("https://www.youtube.com/watch?v=b0aTdriver0"), target="rest"),
        Example(document=_filmed(OUTSIDE_VIDEO), target="rest"),
    ),
)
