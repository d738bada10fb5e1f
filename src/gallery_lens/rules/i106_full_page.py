"""A list has exactly as many items as a page of a call.

Reported for a gallery or list of exactly 50 or 100 items, and for a list of exactly 10 galleries, if nothing
says how many there are in all. Where a total is given it decides, and this rule is silent.

## Why it matters

The calls that read a gallery return 50 items, and the one that lists galleries 10, unless more are
asked for, and at most 100 items; they say nothing about the rest. A list of just that length is
probably the first page, and what follows is missing.

## What to do

Ask for the next page. If it is empty, everything is here; else join the pages: `gallery-lens merge
page-*.json`.

## Source

The REST v2 reference and the Velo reference of wix-pro-gallery-backend for the default pages.
"""

from collections.abc import Iterator
from typing import Final

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation

#: How many a call returns that asks for no number, and at most.
ITEMS: Final = 50
MOST_ITEMS: Final = 100
GALLERIES: Final = 10
UNASKED: Final = "as many as a call returns that asks for no number"


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report a gallery that holds a page of items, and does not say how many it has."""
    held = len(gallery.items or ())
    if not isinstance(gallery.total_items, int) and held in (ITEMS, MOST_ITEMS):
        words = "as many as a call returns at most" if held == MOST_ITEMS else UNASKED
        yield Violation("", held, {"held": held, "things": "items", "page": words})


def _items(count: int) -> list[dict[str, object]]:
    return [{"type": "IMAGE", "image": {"imageInfo": PICTURE}}] * count


RULE = Rule(
    code="I106",
    name="full-page",
    severity=Severity.INFO,
    message="There are {held} {things} here, {page}.",
    help="Ask for the next page; if it is not empty, join them with gallery-lens merge.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(
        Example(document=_items(ITEMS), target="rest"),
        Example(document=_items(MOST_ITEMS), target="rest"),
        Example(
            document={"galleries": [{"name": str(number), "items": []} for number in range(GALLERIES)]},
            target="rest",
        ),
    ),
    good=(
        Example(document=_items(ITEMS - 1), target="rest"),
        Example(document={"totalItems": ITEMS, "items": _items(ITEMS)}, target="rest"),
        Example(document={"galleries": [], "totalGalleries": 0}, target="rest"),
    ),
)
