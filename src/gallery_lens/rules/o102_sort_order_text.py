"""A sort order is a number written as text.

Reported for an item or a gallery whose sort order is text that reads as a finite number. The texts
``NaN``, ``Infinity`` and ``-Infinity`` stand for numbers that JSON lacks and are not reported here.

## Why it matters

Text sorts by its characters: "1000" comes before "420". Where the target has a number, the number is
written; the official SDK would send the text as it is.

## What to do

Write the number without quotation marks.

A fix does just that, and is safe: the number is the one that the text spells, to the last digit.

## Source

The types of the REST v2 reference, in which sort orders are numbers; answers printed in the Velo
reference of wix-pro-gallery-backend, in which those of galleries are text; recorded behaviour of the
official SDK.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery, Item
from gallery_lens.order import numeric
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report an item's sort order that is numeric text."""
    yield from _textual(item)


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report a gallery's own sort order that is numeric text."""
    yield from _textual(gallery)


def _textual(holder: Item | Gallery) -> Iterator[Violation]:
    if isinstance(holder.sort_order, str) and numeric(holder.sort_order) is not None:
        yield Violation("sort_order", holder.sort_order)


def _sorted(order: int | str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "sortOrder": order}


RULE = Rule(
    code="O102",
    name="sort-order-text",
    severity=Severity.INFO,
    fixable=True,
    in_copies=False,
    message="The sort order {value} is text, not a number.",
    help="Write the number without quotation marks.",
    explain=__doc__,
    check=check,
    known_by="shape",
    check_gallery=check_gallery,
    bad=(
        Example(document=_sorted("420"), target="rest"),
        Example(document={"name": "Rivers", "sortOrder": "1098567432145", "items": []}, target="rest"),
    ),
    good=(Example(document=_sorted(420), target="rest"), Example(document=_sorted("NaN"), target="rest")),
)
