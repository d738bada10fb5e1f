"""An item gets another medium, or becomes another kind of item, so it is deleted and created again.

Reported by `gallery-lens plan` at the item that is deleted.

## Why it matters

The API sets the medium of an item when it is created, and never again. The new item has a new id and new
dates: whatever refers to the old id, such as a link to the item or a record elsewhere, leads nowhere.

## What to do

Nothing, if that is what you want. Else leave the medium as it is, and add a new item.

## Source

The REST v2 reference: media are required on creation, and items are updated by their id.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, OTHER_GUID, PICTURE
from gallery_lens.rules.base import Example, Rule


def _gallery(picture: str) -> dict[str, object]:
    item = {"_id": GUID, "type": "IMAGE", "sortOrder": 1, "image": {"imageInfo": picture}}
    return {"_id": OTHER_GUID, "items": [item]}


_OTHER = PICTURE.replace("4d2a9c", "9b1e7d")

RULE = Rule(
    code="I112",
    name="item-replaced",
    severity=Severity.WARNING,
    loses=True,
    message="The item {thing} is deleted and created again with another medium; its id changes.",
    help="Leave the medium as it is if anything refers to the item's id.",
    explain=__doc__,
    bad=(Example(document=_gallery(PICTURE), options={"desired": _gallery(_OTHER)}),),
    good=(Example(document=_gallery(PICTURE), options={"desired": _gallery(PICTURE)}),),
)
