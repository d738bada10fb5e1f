"""A picture or video has no file name.

Reported when the address of a Wix picture or video has no name between the id and the ``#``, and
when a picture or video object without any name is written as such an address. Nothing is put in the
name's place.

## Why it matters

The official SDK reads an address that ends with the id as a file called "undefined". A strict reader
refuses such an address, for the slash that precedes the name is missing as well.

## What to do

Nothing, or give the media a name; the id serves if there is no better one.

## Source

The address grammar of Wix's own media helper; examples in the Velo reference of
wix-pro-gallery-backend, many of which have no name; recorded behaviour of the official SDK.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind, Quirk
from gallery_lens.model import Item
from gallery_lens.rules._samples import PICTURE, PICTURE_ID
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import clips, pictures, references


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses of pictures and videos that hold no name."""
    for address, found in references(item):
        if found.quirks & _NAMELESS_QUIRKS and found.kind in (MediaKind.IMAGE, MediaKind.VIDEO):
            yield Violation(address.field, address.text)
    for field, medium in (*pictures(item), *clips(item)):
        for name in ("filename", "alt_text"):
            if getattr(medium, name, None) == "undefined":
                yield Violation(f"{field}.{name}", "undefined")


_NAMELESS_QUIRKS = frozenset((Quirk.NO_NAME, Quirk.UNDEFINED_NAME))


def _pictured(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": text}}


_NAMELESS = {"type": "IMAGE", "image": {"imageInfo": {"id": PICTURE_ID, "width": 1200, "height": 800}}}

RULE = Rule(
    code="M105",
    name="filename-missing",
    severity=Severity.INFO,
    follows=("filename", "fileName", "name"),
    message="No file name is given: {value}.",
    help="Give the picture or video a file name, if only its id.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document=_pictured(PICTURE.replace("river.jpg", ""))),
        Example(document=_pictured(PICTURE.replace("/river.jpg", ""))),
        Example(document=_NAMELESS, source="rest", target="velo"),
        Example(document=_pictured(PICTURE.replace("river.jpg", "undefined"))),
    ),
    good=(Example(document=_pictured(PICTURE.replace("river.jpg", "_.jpg"))),),
)
