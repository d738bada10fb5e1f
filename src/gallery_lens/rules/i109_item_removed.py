"""An item that the view showed is not in the edited view, and is removed from the gallery.

Reported by `restore` at the list, once for each such item. An item that stands in another gallery of
the edited view was moved, not removed. Items that a view never shows stay.

## Why it matters

All that the source held of the item goes with it: its id, dates, tags and everything else that no page
shows.

## What to do

Nothing, if the item was removed on purpose. Otherwise put it back into the view, and restore again.

## Source

The behaviour of `restore`.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_OTHER = GUID[:-1] + ("0" if GUID[-1] != "0" else "1")


def _item(id: str) -> dict[str, object]:
    return {"_id": id, "type": "IMAGE", "image": {"imageInfo": PICTURE}}


def _shown(id: str) -> dict[str, object]:
    return {"type": "image", "slug": id, "src": PICTURE}


RULE = Rule(
    code="I109",
    name="item-removed",
    severity=Severity.INFO,
    message="An item is not in the view any more, and is removed: {value}.",
    help="Put it back into the view if it was not removed on purpose.",
    explain=__doc__,
    bad=(Example(document=[_item(GUID), _item(_OTHER)], options={"view": [_shown(GUID)]}),),
    good=(Example(document=[_item(GUID), _item(_OTHER)], options={"view": [_shown(GUID), _shown(_OTHER)]}),),
)
