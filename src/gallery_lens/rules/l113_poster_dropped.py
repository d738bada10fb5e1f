"""A video's poster names no picture, so the media address has none.

Reported when the poster that would be kept has neither an id nor an address whose last part could
serve as one, and when an address names one of the words ``undefined``, ``null``, ``None`` and ``NaN`` as its
poster, which is none.

## Why it matters

The video shows no still picture before it plays.

## What to do

Give the poster the id of a picture in the Media Manager.

## Source

The REST v2 reference for the poster object; recorded behaviour of the official SDK, which takes the
id, else the last part of the address.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import Quirk
from gallery_lens.model import Item
from gallery_lens.rules._samples import POSTER_ID, VIDEO, VIDEO_ID
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import references


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses whose poster is a word for nothing."""
    for address, found in references(item):
        if Quirk.BAD_POSTER in found.quirks:
            yield Violation(address.field, address.text)


def _filmed(**poster: object) -> dict[str, object]:
    info = {"id": VIDEO_ID, "filename": "river.mp4", "posters": [{"width": 1280, "height": 720, **poster}]}
    return {"type": "VIDEO", "video": {"videoInfo": info}}


RULE = Rule(
    code="L113",
    name="poster-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The poster {value} names no picture and is dropped.",
    help="Give the poster the id of a picture in the Media Manager.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document=_filmed(id=""), source="rest", target="velo"),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO.replace(POSTER_ID, "undefined")}}),
    ),
    good=(
        Example(
            document=_filmed(url=f"https://static.wixstatic.com/media/{POSTER_ID}"),
            source="rest",
            target="velo",
        ),
    ),
)
