"""An item of the edited view is none of those that the view was made of: it is new.

Reported by `restore` at each new item, copies of other items included. The item gets no id: the server
gives one when it is created. If the items of the gallery have sort orders, it gets one for its place.

## Why it matters

A new item is created, not updated. If it was an item of the gallery before, and was only edited beyond
recognition, its id, dates and further fields are lost.

## What to do

Nothing, if the item was added on purpose. Otherwise give it back the slug that it had.

## Source

The behaviour of `restore`.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEM = {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}}
_SHOWN = {"type": "image", "slug": GUID, "src": PICTURE}
_NEW = {"type": "image", "src": PICTURE.replace("wix:image://v1/", "wix:image://v1/new_"), "title": "New"}

RULE = Rule(
    code="I110",
    name="item-added",
    severity=Severity.INFO,
    message="The item is new: the view was made without it.",
    help="Give it back its slug if it was an item of the gallery before.",
    explain=__doc__,
    bad=(Example(document=[_ITEM], options={"view": [_SHOWN, _NEW]}),),
    good=(Example(document=[_ITEM], options={"view": [_SHOWN]}),),
)
