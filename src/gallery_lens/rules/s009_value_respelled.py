"""A value is written in another form than the documented one, and it is clear what is meant.

Reported for a number as title or description, numeric text where a number belongs, a link or a list of
tags without the object around it, a page's link as an object, ``css`` or
``metaData`` as JSON text, and a branch that is the medium itself. The message says what the value is read
as. Written back to its own dialect, it stays as it is.

## Why it matters

The reading is surely right, and nothing is lost; but other programs may not be so patient.

## What to do

Nothing, or write the documented form.

## Source

The references of the dialects for the documented forms; public code, forums and page data for the
others.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _item(**values: object) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}} | values


RULE = Rule(
    code="S009",
    name="value-respelled",
    severity=Severity.INFO,
    message="{value} is read as {read}.",
    help="Nothing has to be done; the documented form is safer.",
    explain=__doc__,
    bad=(
        Example(document=_item(title=5)),
        Example(document=_item(link="/walks")),
        Example(document=_item(tags=["river"]), target="rest"),
        Example(document={"type": "TEXT", "text": {"html": "Hi", "css": '{"width": 5}'}}, target="rest"),
    ),
    good=(
        Example(
            document={"type": "image", "src": PICTURE, "settings": {"focalPoint": [0.3, 0.6]}},
            source="frontend",
            target="velo",
        ),
        Example(document=_item(title="5", link={"url": "/walks"})),
        Example(document=_item(tags={"values": ["river"]}), target="rest"),
        Example(document=_item(image={"imageInfo": PICTURE, "exif": []})),
    ),
)
