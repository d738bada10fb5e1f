"""Items of the source got other sort orders, so that the gallery shows the order of the edited view.

Reported by `restore` at the list, once, with the number of items and the reason: the order was edited, or
items were added where their neighbours leave no room, or the list as read did not ascend or descend, or
not every item had a sort order. As few values as possible are written. A list that descends is numbered
downwards, and items that no page shows take part. The values of new items are not counted.

## Why it matters

A gallery is shown by its sort orders, not by the order of a list. Every value that was rewritten is an
update of its item on the site.

## What to do

Write the restored items to the site, all that have a new sort order included.

## Source

The REST v2 reference: items are shown by ``sortOrder``, and two equal ones are refused.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_OTHER = GUID[:-1] + ("0" if GUID[-1] != "0" else "1")


def _item(id: str, order: int) -> dict[str, object]:
    return {"_id": id, "type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order}


def _shown(id: str) -> dict[str, object]:
    return {"type": "image", "slug": id, "src": PICTURE}


_ITEMS = [_item(GUID, 1), _item(_OTHER, 2)]

RULE = Rule(
    code="O106",
    name="sort-orders-rewritten",
    severity=Severity.INFO,
    message="The edit gave {count} of {total} {things} another sort order, because {reason}.",
    help="Write every item that has a new sort order to the site.",
    explain=__doc__,
    bad=(Example(document=_ITEMS, options={"view": [_shown(_OTHER), _shown(GUID)]}),),
    good=(Example(document=_ITEMS, options={"view": [_shown(GUID), _shown(_OTHER)]}),),
)
