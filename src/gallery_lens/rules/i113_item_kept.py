"""An item was added to the gallery after the view was made, so the plan keeps it.

Reported by `gallery-lens plan` with a sidecar, at the item of CURRENT that the sidecar does not know.

## Why it matters

Whoever edited the view has never seen the item, so that it is missing from the view says nothing. It is
kept, after the item that it stands after now.

## What to do

Nothing, or convert the gallery again and take the item out of the new view.

## Source

Decided for Gallery Lens: what an editor did not see is never deleted.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, OTHER_GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEM = {"_id": GUID, "type": "IMAGE", "sortOrder": 1, "image": {"imageInfo": PICTURE}}
_NEW = _ITEM | {"_id": OTHER_GUID, "sortOrder": 2}
_VIEW = [{"type": "image", "slug": GUID, "src": PICTURE}]

RULE = Rule(
    code="I113",
    name="item-kept",
    severity=Severity.INFO,
    message="The item {thing} was not there when the view was made, and is kept.",
    help="Convert the gallery again to edit this item, too.",
    explain=__doc__,
    bad=(
        Example(document={"items": [_ITEM, _NEW]}, options={"desired": _VIEW, "viewed": {"items": [_ITEM]}}),
    ),
    good=(Example(document={"items": [_ITEM]}, options={"desired": _VIEW, "viewed": {"items": [_ITEM]}}),),
)
