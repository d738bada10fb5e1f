"""The width or height of a picture or poster is not known.

Reported when the address of a Wix picture has no size, a size of 0, or one that is not a whole number
of pixels; the same for the poster in a video's address; and when a picture or poster object without
a usable size is written as such an address. A video without a poster is not reported.

## Why it matters

A gallery lays out its frames from these numbers; without them the open-source component takes the
picture for a square. Where an object has no size, the official SDK writes the word ``undefined`` in
its place.

## What to do

Fill in the size of the original in pixels; the Media Manager shows it.

## Source

The REST v2 reference, which wants both numbers; recorded behaviour of the official SDK; the source
of the open-source gallery component for what a gallery makes of a missing size.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind, Quirk
from gallery_lens.model import Item, Kind
from gallery_lens.rules._samples import PICTURE, VIDEO
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import pictures, references


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses whose picture or poster has no usable size."""
    sized = {field for field, picture in pictures(item) if picture.width and picture.height}
    for address, found in references(item):
        if address.field in sized:
            continue  # said beside the address, if not in it
        if Quirk.BARE in found.quirks and address.kind is Kind.VIDEO:
            continue
        measured = found if found.kind is MediaKind.IMAGE else found.poster
        is_sized = measured is None or (measured.width and measured.height)
        if not is_sized and not (Quirk.CDN in found.quirks and aim in _MEASURED):
            yield Violation(address.field, address.text)


#: Where an address of a file is passed on as it is, and measured by whoever shows it.
_MEASURED = (Aim.PAGE, Aim.SAME)


def _pictured(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": text}}


RULE = Rule(
    code="M106",
    name="dimensions-missing",
    severity=Severity.WARNING,
    follows=("width", "height"),
    message="Width or height is missing, 0, or no number of pixels: {value}.",
    help="Fill in the size of the original in pixels.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document=_pictured(PICTURE.replace("=1200", "=0"))),
        Example(document=_pictured(PICTURE.partition("#")[0])),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO.replace("=720", "=")}}),
    ),
    good=(
        Example(document=_pictured(PICTURE.replace("=1200", "=1"))),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO.partition("#")[0]}}),
    ),
)
