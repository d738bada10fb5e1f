"""Fields of the gallery itself cannot be represented beside the items of a page.

Reported once for a gallery that goes to a page and has an id, a name, a date, a sort order or a total
that is not the number of its items. All of them are named. In a list of galleries the id and the name
are kept, and so is a sort order that the order of the list shows.

## Why it matters

A page shows a gallery's items and nothing of the gallery, so no visitor misses anything. Code that has
the items only cannot tell which gallery they are of.

## What to do

Nothing, or keep the id and the name beside the items.

## Source

The Velo reference of $w.Gallery, whose items are an array; the REST v2 reference for the fields.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEMS = [{"type": "IMAGE", "image": {"imageInfo": PICTURE}}]

RULE = Rule(
    code="L132",
    name="gallery-fields-dropped",
    severity=Severity.INFO,
    loses=True,
    gathers=True,
    message="A page gets a gallery's items and nothing of the gallery itself; {value} is dropped.",
    help="Keep the id and the name beside the items if your code needs them.",
    explain=__doc__,
    bad=(
        Example(document={"_id": GUID, "name": "Rivers", "totalItems": 1, "items": _ITEMS}),
        Example(document={"galleryId": GUID, "items": _ITEMS}),
    ),
    good=(
        Example(document={"totalItems": 1, "items": _ITEMS}),
        Example(document={"galleries": [{"_id": GUID, "name": "Rivers", "items": _ITEMS}]}),
        Example(document={"_id": GUID, "name": "Rivers", "items": _ITEMS}, target="rest"),
    ),
)
