"""Which schema each part of an emitted document has to satisfy."""

import re
from collections.abc import Iterator
from typing import Any

from gallery_lens import schemas
from gallery_lens.places import pointer
from gallery_lens.wrappers import Shape, Slot, unwrap


def wrong(value: Any, target: str, *, kept: bool = False, given: Any = None) -> list[str]:
    """Return what the schemas of *target* do not allow in *value*, as sentences with places.

    *kept* is for a page that got its own back: such items are as open as what is read. What was wrong
    in the document *given* in that dialect stays so, and is skipped.
    """
    before = set() if given is None else {_anywhere(each) for each in wrong(given, target, kept=kept)}
    return [
        sentence
        for name, part in _parts(value, target, kept=kept)
        for error in schemas.validator(name).iter_errors(part)
        if _anywhere(sentence := f"{name}{pointer(error.absolute_path)}: {error.message}") not in before
    ]


def _anywhere(sentence: str) -> str:
    """Leave out at which place of a list it is: items before it may be gone."""
    return re.sub(r"/\d+", "/*", sentence)


def _parts(value: Any, target: str, *, kept: bool) -> Iterator[tuple[str, Any]]:
    """Yield every item or gallery that *value* holds, with the name of its schema."""
    if kept or target != "frontend":
        for slot in unwrap(value).slots:
            yield from _held(slot, target)
    elif isinstance(value, list):
        listed = any(isinstance(each, dict) and "items" in each for each in value)
        yield "frontend-galleries" if listed else "frontend-view", value
    elif isinstance(value, dict) and "deleted" not in value:
        yield "frontend-view-item", value


def _held(slot: Slot, target: str) -> Iterator[tuple[str, Any]]:
    """Yield what stands at a place; a gallery of a page is its items alone, and null is not an item."""
    if slot.shape is Shape.GALLERY and target != "frontend":
        yield f"{target}-gallery", slot.value
    elif slot.shape is Shape.GALLERY:
        yield "frontend-items", slot.value["items"]
    elif slot.value is not None:
        items = slot.value if slot.shape is Shape.ITEMS else [slot.value]
        yield from ((f"{target}-item", each) for each in items)
