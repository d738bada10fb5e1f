"""A picture's alternative text has no place in the target.

Reported when a picture or poster has an alternative text and the target names pictures by a media
address, which carries a file name but no alternative text. Silent when the text equals the name that
is kept, and when it becomes the name itself (see ``alt-text-as-filename``).

## Why it matters

People who use a screen reader hear a file name or nothing instead of what the picture shows, and
search engines read the same.

## What to do

Repeat the words in the item's title or description, which every dialect keeps.

## Source

The REST v2 reference, whose picture object has ``altText``; the media address format in the Velo
reference of wix-pro-gallery-backend, which has none; recorded behaviour of the official SDK, which
drops the text without a word.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE_ID
from gallery_lens.rules.base import Example, Rule


def _pictured(filename: str, alt: str | None) -> dict[str, object]:
    info = {"id": PICTURE_ID, "width": 1200, "height": 800, "filename": filename, "altText": alt}
    return {"type": "IMAGE", "image": {"imageInfo": info}}


RULE = Rule(
    code="L106",
    name="alt-text-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The alternative text {value} is dropped; a media address has no place for it.",
    help="Repeat the words in the item's title or description.",
    explain=__doc__,
    bad=(Example(document=_pictured("river.jpg", "A river at dawn"), source="rest", target="velo"),),
    good=(
        Example(document=_pictured("A river at dawn", "A river at dawn"), source="rest", target="velo"),
        Example(document=_pictured("river.jpg", "A river at dawn"), source="rest", target="rest"),
    ),
)
