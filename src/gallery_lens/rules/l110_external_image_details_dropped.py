"""Of a picture outside of Wix only the address is kept.

Reported when a picture has an address but no id of the Media Manager, together with a size, a file
name or an alternative text, and the target writes it as an address alone.

## Why it matters

The size is what lets a gallery lay out its frames before the picture has arrived. Without it, the
picture may be taken for a square.

## What to do

Bring the picture into the Media Manager, which also is the only kind that the Wix API accepts.

## Source

The REST v2 reference for the fields; recorded behaviour of the official SDK, which keeps the address
only.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import OUTSIDE_PICTURE
from gallery_lens.rules.base import Example, Rule


def _pictured(**details: object) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": {"url": OUTSIDE_PICTURE, **details}}}


RULE = Rule(
    code="L110",
    name="external-image-details-dropped",
    severity=Severity.INFO,
    severity_off_page=Severity.WARNING,
    loses=True,
    message="Of a picture outside of Wix only the address is kept; {value} is dropped.",
    help="Bring the picture into the Media Manager.",
    explain=__doc__,
    bad=(Example(document=_pictured(width=1200, height=800), source="rest", target="velo"),),
    good=(Example(document=_pictured(), source="rest", target="velo"),),
)
