"""How a picture is compressed or sharpened has no place in ``$w.Gallery``.

Reported when an image has a ``quality`` or an ``unsharpMasking`` and the item goes to a page.

## Why it matters

The page shows the picture with the site's own quality and sharpening, so fine work on single
pictures is not seen there.

## What to do

Prepare the picture file itself as it should look.

## Source

The REST v2 reference, which gives the ranges of both settings; the Velo reference of $w.Gallery,
which has neither.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _set(**settings: object) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE, **settings}}


RULE = Rule(
    code="L119",
    name="image-settings-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The image setting {value} has no place on a page and is dropped.",
    help="Prepare the picture file itself as it should look.",
    explain=__doc__,
    bad=(
        Example(document=_set(quality=90)),
        Example(document=_set(unsharpMasking={"amount": 0.5, "radius": 1.2, "threshold": 0})),
    ),
    good=(Example(document=_set(quality=None, unsharpMasking=None)),),
)
