"""A picture's address is dropped, and it cannot be rebuilt from the picture's id.

Reported when a picture of the Media Manager has a ``url`` other than the plain address of its file
and the target names it by its id alone. The usual case is an address with a size or crop at its end.
The plain address is rebuilt from the id at any time and is not reported.

## Why it matters

The size or crop that somebody chose for this address is forgotten; the file itself is not.

## What to do

Nothing, as a rule. Keep the address elsewhere if it is needed as it is.

## Source

The REST v2 reference, which gives the plain form of the address; a recorded answer and examples with
a size at the end; recorded behaviour of the official SDK, which drops the field.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE_ID, PICTURE_URL
from gallery_lens.rules.base import Example, Rule


def _pictured(url: str) -> dict[str, object]:
    info = {"id": PICTURE_ID, "width": 1200, "height": 800, "filename": "river.jpg", "url": url}
    return {"type": "IMAGE", "image": {"imageInfo": info}}


RULE = Rule(
    code="L109",
    name="image-url-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The address {value} is dropped; it is not the plain address of the picture's file.",
    help="Keep the address elsewhere if its size or crop is needed.",
    explain=__doc__,
    bad=(
        Example(
            document=_pictured(f"{PICTURE_URL}/v1/fit/w_600,h_400/river.jpg"), source="rest", target="velo"
        ),
    ),
    good=(Example(document=_pictured(PICTURE_URL), source="rest", target="velo"),),
)
