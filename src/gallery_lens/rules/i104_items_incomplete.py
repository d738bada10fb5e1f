"""A gallery counts more items than it holds here, or a list more galleries.

Reported when ``totalItems`` is greater than the number of items given, and when ``totalGalleries``
is greater than the number of galleries. Silent where there is no total, or no list of items at all,
and for events that hold no items by design.

## Why it matters

The calls that read a gallery return a page of items, 50 unless more are asked for; the one that
lists galleries returns 10. Whoever converts or copies the answer loses the rest without notice.

## What to do

Ask for the following pages with a limit and an offset until everything is there, and join them:
`gallery-lens merge page-*.json`.

## Source

The REST v2 reference and the Velo reference of wix-pro-gallery-backend for the total and the default
page. Events about galleries hold an empty list of items by design.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import UNSET, Gallery
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report a total that the items given fall short of."""
    total, items = gallery.total_items or 0, gallery.items
    if items is not None and items is not UNSET and total > len(items):
        facts = {"total": total, "held": len(items), "things": "items", "here": "are here"}
        yield Violation("total_items", total, facts)


def _counted(total: int) -> dict[str, object]:
    item = {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}}
    return {"name": "Rivers", "totalItems": total, "items": [item]}


RULE = Rule(
    code="I104",
    name="items-incomplete",
    severity=Severity.WARNING,
    counts=True,
    message="Of {total} {things} only {held} {here}.",
    help="Read the other pages and join them with gallery-lens merge.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(
        Example(document=_counted(51), target="rest"),
        Example(document={"galleries": [_counted(1)], "totalGalleries": 12}, target="rest"),
    ),
    good=(Example(document=_counted(1), target="rest"),),
)
