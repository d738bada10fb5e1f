"""Two items of a gallery, or two galleries of a list, have the same sort order.

Reported at every item, and at every gallery of a list, whose sort order equals that of an earlier
one, by value: 5, 5.0 and ``"5"`` are the same. Those without a sort order, or with one that is no
finite number, are skipped.

## Why it matters

The Wix API refuses to write two items of one gallery, or two galleries, with equal values. Which of
the two comes first is left to chance.

## What to do

Give one of them a value between its neighbours.

A fix gives the fewest items that will do new values, with room for further items between all of them.
It is safe: items that shared a value keep the order of the list, in which they were shown, and no item
changes places with another.

## Source

The types of the official SDK and the REST v2 reference, which say that the call fails; examples in
both references have such pairs.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import placed
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the second and every further item with one value."""
    first: dict[int | float, int] = {}
    for item in placed(gallery):
        earlier = first.setdefault(item.number, item.index)
        if earlier != item.index:
            facts = {"earlier": earlier + 1}
            yield Violation("sort_order", item.given, facts, index=item.index, shared=item.value)


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O101",
    name="sort-order-duplicate",
    severity=Severity.WARNING,
    fixable=True,
    in_copies=False,
    compares=True,
    message="The sort order {value} is already that of number {earlier} in the list, counted from 1.",
    help="Give one of them a value between its neighbours.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(Example(document=_sorted(5, 5.0), target="rest"),),
    good=(Example(document=_sorted(5, 5.5), target="rest"),),
)
