"""The items do not stand in the order in which they should show.

Reported once, at the first item whose sort order is lower than that of the item before it. Items
without a usable sort order are passed over. Towards a page, where the order of the list is all there
is, it is a warning; elsewhere a notice, since the values themselves are kept.

## Why it matters

A gallery on a page shows the items as they stand in the array, so visitors see another order than in
the editor.

## What to do

Sort the items by sort order, ascending, on the way.

There is no fix: whether the list or the values hold the order that is meant, nobody can tell from the
document.

## Source

A recorded answer of the live API, which is in ascending order, as shown on the screen. A comment in
the types of the official SDK says descending for one call, so the order received is not to be relied
on.
"""

from collections.abc import Iterator
from itertools import pairwise

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._rule import Aim, Example, Rule, Spot
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import placed


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Spot]:
    """Report the first item that should show before the one before it."""
    severity = Severity.WARNING if aim is Aim.PAGE else Severity.INFO
    for before, item in pairwise(placed(gallery)):
        if item.number < before.number:
            facts = {"before": before.given}
            yield Spot("sort_order", item.given, facts, severity, item.index, shared="")
            return


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O104",
    name="sort-order-unsorted",
    severity=Severity.WARNING,
    message="The sort order {value} is lower than that of the item before it, {before}.",
    help="Sort the items by sort order, ascending, on the way.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(Example(document=_sorted(1, 30, 5, 2), target="rest"),),
    good=(Example(document=_sorted(1, 5, 30), target="rest"),),
)
