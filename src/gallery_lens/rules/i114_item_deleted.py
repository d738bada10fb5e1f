"""A plan deletes an item, or a whole gallery.

Reported by `gallery-lens plan` at whatever is in CURRENT and not in DESIRED.

## Why it matters

The API brings nothing back. If DESIRED is only a page of the gallery, or was filtered, what is missing
from it would be deleted by mistake.

## What to do

See whether all of them are meant. Pages of a gallery are put together by `gallery-lens merge`.

## Source

The REST v2 reference: deleted items cannot be recovered.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, OTHER_GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEM = {"_id": GUID, "type": "IMAGE", "sortOrder": 1, "image": {"imageInfo": PICTURE}}

RULE = Rule(
    code="I114",
    name="item-deleted",
    severity=Severity.WARNING,
    loses=True,
    message="DESIRED does not have {thing}: it is deleted.",
    help="See whether DESIRED is all of the gallery; nothing brings a deleted item back.",
    explain=__doc__,
    bad=(
        Example(
            document={"_id": OTHER_GUID, "items": [_ITEM]},
            options={"desired": {"_id": OTHER_GUID, "items": []}},
        ),
    ),
    good=(
        Example(
            document={"_id": OTHER_GUID, "items": [_ITEM]},
            options={"desired": {"_id": OTHER_GUID, "items": [_ITEM]}},
        ),
    ),
)
