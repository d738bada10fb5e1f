"""One list has sort orders in seconds and in milliseconds.

Reported once, at the first item whose value is an epoch time in another unit than that of the items
before it: 100,000,000 to 100,000,000,000 is taken for seconds, from there to 100,000,000,000,000 for
milliseconds. Values outside of both ranges belong to no unit and are skipped.

## Why it matters

All items in seconds come before all items in milliseconds, whenever they were made. New items end up
in a place that nobody chose.

## What to do

Bring all values to one unit, or number the items 1, 2, 3 in the order they should show.

A fix brings all times to the unit that most of them are in, or to milliseconds. It is safe where the
order shown stays the same, as when everything in seconds is older than everything in milliseconds.
Elsewhere items move to where their times belong, which has to be asked for.

## Source

The REST v2 reference, whose own list of items mixes both; a recorded answer of the live API, in
seconds with a fraction.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import placed
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the first item that departs from the unit of the first one that has any."""
    timed = [(item, unit) for item in placed(gallery) if (unit := unit_of(item.number))]
    for item, unit in timed:
        if unit != timed[0][1]:
            facts = {"unit": unit, "other": timed[0][1]}
            yield Violation("sort_order", item.given, facts, index=item.index, shared="")
            return


def unit_of(number: float) -> str | None:
    """Return ``seconds`` or ``milliseconds`` for what looks like an epoch time, else None."""
    if 1e8 <= number < 1e11:
        return "seconds"
    return "milliseconds" if 1e11 <= number < 1e14 else None


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O103",
    name="sort-order-mixed-units",
    severity=Severity.INFO,
    fixable=True,
    compares=True,
    message="The sort order {value} is in {unit}, that of items before it in {other}.",
    help="Bring all values to one unit, or number the items 1, 2, 3.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(Example(document=_sorted(1644317968.985, 1657439075188), target="rest"),),
    good=(
        Example(document=_sorted(1642505672333, 1657439075188), target="rest"),
        Example(document=_sorted(1, 1644317968.985), target="rest"),
    ),
)
