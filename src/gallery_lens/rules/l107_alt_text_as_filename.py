"""A picture's alternative text becomes its file name, because it has none.

Reported when a picture of the Media Manager has an alternative text but no file name, and the target
writes it as a media address. The words are kept, in the place of the name.

## Why it matters

Read back, the words are a file name: nothing says any more that they describe the picture, and a
download is called by them.

## What to do

Give the picture a file name, and repeat the description in the item's title.

## Source

Recorded behaviour of the official SDK, which builds the address in this way; the REST v2 reference,
in which the two are separate fields.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE_ID
from gallery_lens.rules.base import Example, Rule


def _pictured(**names: str) -> dict[str, object]:
    info = {"id": PICTURE_ID, "width": 1200, "height": 800, **names}
    return {"type": "IMAGE", "image": {"imageInfo": info}}


RULE = Rule(
    code="L107",
    name="alt-text-as-filename",
    severity=Severity.INFO,
    loses=True,
    moves=True,
    message="The alternative text {value} is written as the file name, since there is none.",
    help="Give the picture a file name, and repeat the description in the item's title.",
    explain=__doc__,
    bad=(Example(document=_pictured(altText="A river at dawn"), source="rest", target="velo"),),
    good=(Example(document=_pictured(filename="river.jpg", altText=""), source="rest", target="velo"),),
)
