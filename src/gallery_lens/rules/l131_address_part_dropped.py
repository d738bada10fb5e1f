"""A media address says something that nobody has a place for, and is written anew.

Reported when an address is taken apart, to become an object or another text, and holds more than an id,
a name, a size and a poster: a token, further path parts, unknown keys after the ``#``, a second
``#``, or a name with a bad escape (``100% cotton.jpg``), which cannot be read. Where the address is
passed on as it is, nothing is lost, and nothing is reported.

## Why it matters

The picture itself is safe: its id and size are kept. But a token may be what makes a private file
visible, and a name that cannot be read is gone.

## What to do

Look at the address; if the part means something, keep it elsewhere. Write a percent sign in a name as
``%25``.

## Source

The address grammar of Wix's own media helper; recorded behaviour of the official SDK, which ignores
such parts, and stops at such names; public code and page data, in which they are found.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE, PICTURE_ID
from gallery_lens.rules.base import Example, Rule


def _pictured(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": text}}


_BAD_NAME = _pictured(f"wix:image://v1/{PICTURE_ID}/100%.jpg#originWidth=1200&originHeight=800")

RULE = Rule(
    code="L131",
    name="address-part-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="Part of the media address {value} has no place in the target, and is dropped.",
    help="Keep the part elsewhere if it means something; write a percent sign in a name as %25.",
    explain=__doc__,
    bad=(
        Example(document=_BAD_NAME, target="rest"),
        Example(document=_pictured(PICTURE.replace("river.jpg", "%E9.jpg")), target="rest"),
    ),
    good=(
        Example(document=_BAD_NAME),
        Example(document=_pictured(PICTURE), target="rest"),
    ),
)
