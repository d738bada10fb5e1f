"""The sort order of an item is dropped, and no list shows it.

Reported when an item has a sort order and goes to a page, where the order of the array is all there is,
and that does not say the same: the item stands alone, or the sort orders of its list do not strictly
ascend or descend in the order in which the items are written. Where they do, the place takes over and
nothing is reported. The items stay in the order they came in, unless they are asked to be sorted.

## Why it matters

What is shown does not change, but how the editor orders the items cannot be had back from the page's.

## What to do

Nothing, or sort the items on the way if they came out of order.

## Source

The REST v2 reference for the field; the Velo reference of $w.Gallery, which shows items in the order
of the array; a recorded answer of the live API, in which the items came in ascending order.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _sorted(order: float | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order}


RULE = Rule(
    code="L123",
    name="sort-order-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The sort order {value} is dropped, and the order of the list does not show it.",
    help="Sort the items on the way if they came out of order.",
    explain=__doc__,
    bad=(Example(document=_sorted(1657439075188)),),
    good=(
        Example(document=_sorted(None)),
        Example(document=_sorted(1657439075188), target="rest"),
        Example(document=[_sorted(1657439075188), _sorted(1657439075189.5)]),
    ),
)
