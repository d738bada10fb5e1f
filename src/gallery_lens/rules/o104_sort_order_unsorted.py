"""The items do not stand in the order in which they should show.

Reported once, at the first item whose sort order is lower than that of an item before it, or that has
none although an item behind it has one: such items show last. A list that strictly descends is in order,
too, and ``sort-order-descending`` says so instead. Towards a page, where the order of the list is all
there is, it is a warning; elsewhere a notice, since the values themselves are kept.

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

from gallery_lens.diagnostics import Severity, spell
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import Placed, descends, placed
from gallery_lens.rules._words import or_no_value
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the first item that should show before the one before it."""
    if descends(gallery):
        return
    severity = Severity.WARNING if aim is Aim.PAGE else Severity.INFO
    known = {item.index: item for item in placed(gallery)}
    last = max(known, default=-1)
    before: Placed | None = None
    for index, held in enumerate(gallery.items or ()):
        item, reason = known.get(index), ""
        if item is None and index < last:
            reason = "it has none, and an item behind it has one"
        if item is not None and before is not None and item.number < before.number:
            reason = f"{spell(item.given)} is lower than {spell(before.given)} of an item before it"
        if reason:
            given = item.given if item else or_no_value(held.sort_order)
            yield Violation("sort_order", given, {"reason": reason}, severity, index, shared="")
            return
        before = item or before


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O104",
    name="sort-order-unsorted",
    severity=Severity.WARNING,
    compares=True,
    settled_by="sort-order",
    message="The sort order does not put the item where it stands: {reason}.",
    help="Sort the items by sort order, ascending, on the way.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(
        Example(document=_sorted(1, 30, 5, 2), target="rest"),
        Example(
            document=[{"type": "IMAGE", "image": {"imageInfo": PICTURE}}, *_sorted(5, 30)], target="rest"
        ),
    ),
    good=(
        Example(document=_sorted(1, 5, 30), target="rest"),
        Example(
            document=[*_sorted(5, 30), {"type": "IMAGE", "image": {"imageInfo": PICTURE}}], target="rest"
        ),
    ),
)
