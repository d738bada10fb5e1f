"""A picture's EXIF data has no place in ``$w.Gallery``.

Reported when an image has EXIF data and the item goes to a page. An empty object is not reported.

## Why it matters

Author, copyright and camera settings do not reach the page's code. The picture file still holds
what was stored in it.

## What to do

Put the author or copyright into the description if it has to be shown.

## Source

The REST v2 reference, in which EXIF data is a free object; the Velo reference of $w.Gallery, which
has no place for it.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _taken(exif: dict[str, str]) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE, "exif": exif}}


RULE = Rule(
    code="L118",
    name="exif-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The EXIF data {value} has no place on a page and is dropped.",
    help="Put the author or copyright into the description if it has to be shown.",
    explain=__doc__,
    bad=(Example(document=_taken({"Artist": "Ada Brook", "ExposureTime": "0.005"})),),
    good=(Example(document=_taken({})),),
)
