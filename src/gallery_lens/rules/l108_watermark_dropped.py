"""The watermark in a picture's address is dropped.

Reported when a media address carries a ``watermark`` and the target describes the picture as an
object, which has no place for it. Silent wherever the address is passed on as text.

## Why it matters

The picture is shown, and can be fetched, without the mark that protected it.

## What to do

Set the watermark again where the pictures are used, or keep the address form.

## Source

The address grammar of Wix's own media helper and the picture format in the types of the official
SDK; recorded behaviour of that SDK, which loses the watermark on the way to the REST form.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

_MARKED = {"type": "IMAGE", "image": {"imageInfo": f"{PICTURE}&watermark=4d2a9c_mark"}}

RULE = Rule(
    code="L108",
    name="watermark-dropped",
    severity=Severity.WARNING,
    loses=True,
    moves=True,
    message="A picture object has no place for a watermark; the one in {value} is dropped.",
    help="Set the watermark again where the picture is used.",
    explain=__doc__,
    bad=(Example(document=_MARKED, target="rest"),),
    good=(Example(document=_MARKED, target="frontend"),),
)
