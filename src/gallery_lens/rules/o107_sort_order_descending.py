"""The items stand in the reverse order of their sort orders, every one of them.

Reported once, at the first item, if all items of a gallery have sort orders and each is lower than the one
before it. So some calls of the API answer. The list is taken as it stands.

## Why it matters

A gallery shows ascending values first. Whether a list that descends is to be shown as it stands, or from
its end, depends on where it comes from; nothing is lost either way.

## What to do

Look at the page. If the items show from the last to the first, sort them on the way
(``--order sort-order``).

## Source

A comment in the types of the official SDK, which says descending for one call; a recorded answer of the
live API, which is in ascending order, as shown on the screen.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._sorting import descends
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report a gallery whose items descend."""
    if descends(gallery):
        yield Violation("sort_order", (gallery.items or ())[0].sort_order, index=0, shared="")


def _sorted(*orders: float) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order} for order in orders]


RULE = Rule(
    code="O107",
    name="sort-order-descending",
    severity=Severity.INFO,
    compares=True,
    message="The sort orders descend, from {value} on; the list is taken as it stands.",
    help="Sort the items on the way if they show from the last to the first.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(Example(document=_sorted(30, 5, 1), target="rest"), Example(document=_sorted(30, 5))),
    good=(
        Example(document=_sorted(1, 5, 30), target="rest"),
        Example(document=_sorted(30), target="rest"),
    ),
)
