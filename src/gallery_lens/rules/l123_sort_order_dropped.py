"""The sort order of an item becomes its place in a list.

Reported when an item, or a gallery, has a sort order and goes to a page, where the order of the
array is all there is. The items stay in the order they came in, unless they are asked to be sorted.

## Why it matters

What is shown does not change, but the number cannot be had back from the page's items, and inserting
an item between two others needs it.

## What to do

Nothing, or sort the items on the way if they came out of order.

## Source

The REST v2 reference for the field; the Velo reference of $w.Gallery, which shows items in the order
of the array; a recorded answer of the live API, in which the items came in ascending order.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._rule import Example, Rule
from gallery_lens.rules._samples import PICTURE


def _sorted(order: int | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order}


RULE = Rule(
    code="L123",
    name="sort-order-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The sort order {value} is not written; its place in the list stands for it.",
    help="Sort the items on the way if they came out of order.",
    explain=__doc__,
    bad=(Example(document=_sorted(1657439075188)),),
    good=(Example(document=_sorted(None)), Example(document=_sorted(1657439075188), target="rest")),
)
