"""Two neighbours have sort orders so close that hardly anything fits between them any more.

Reported at an item between whose sort order and that of the item shown before it fewer than four
further items can be put, each time in the middle. Items are taken in ascending order, whatever
their order in the list; equal values have a rule of their own. Those without a sort order, or with
one that is not a finite number, are skipped.

## Why it matters

An item is moved in the Wix editor by giving it the mean of its new neighbours' values. Every move to
the same place halves the gap, and numbers are finite: from milliseconds on, a gap of 1 takes no more
than a dozen. Then the mean equals a neighbour, and the API refuses two items with one value.

## What to do

Number the items anew with wide gaps, or give one of the two a value farther away.

A fix gives the fewest items that will do new values. It is safe: no item changes places with another.

## Source

Recorded behaviour of the Wix editor, whose sort orders are means of their neighbours' to the last
digit; the number format of ECMA-262, IEEE 754 double precision.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import Final

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.order import ROOM, headroom
from gallery_lens.order.doubles import double
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import placed
from gallery_lens.rules.base import Aim, Example, Rule, Violation

#: A gap this wide, as a part of the greater number, holds far more than ``ROOM`` insertions, except
#: among the tiniest numbers, which are equally far apart.
_WIDE: Final = 1e-9
_TINY: Final = 1e-290


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report every item that is too close to the one shown before it."""
    counted = ((double(item.number), item) for item in placed(gallery))
    shown = sorted(((number, item) for number, item in counted if number is not None), key=itemgetter(0))
    for (low, before), (high, item) in pairwise(shown):
        size = max(abs(low), abs(high))
        may_be_close = before.number != item.number and (high - low <= size * _WIDE or size < _TINY)
        if may_be_close and (room := headroom(low, high)) < ROOM:
            words = f"{room or 'no'} more {'item' if room == 1 else 'items'}"
            facts = {"before": before.given, "room": words}
            yield Violation("sort_order", item.given, facts, index=item.index, shared=item.value)


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O105",
    name="sort-order-exhausted",
    severity=Severity.INFO,
    fixable=True,
    in_copies=False,
    compares=True,
    message="Between the sort order {before} of the item shown before it and its own, {value}, there is "
    "room for {room}.",
    help="Number the items anew with wide gaps, or move one of the two farther away.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(
        Example(document=_sorted(1611056409.2088726, 1611056409.2088733), target="rest"),
        Example(document=_sorted(1657439075188, 1657439075188.0015), target="rest"),
    ),
    good=(
        Example(document=_sorted(1611056409.2088726, 1611056409.2098726), target="rest"),
        Example(document=_sorted(1657439075188, 1657439075189), target="rest"),
    ),
)
