"""Wrappers: what galleries and items come in, and how to put other ones in their place.

Every wrapper is the same thing: places in a document at which an item, a list of items or a
gallery stands. The rest of the document is left as it is.
"""

import enum
from collections.abc import Mapping
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place


class Shape(enum.StrEnum):
    """What stands at a place."""

    ITEM = "item"
    ITEMS = "items"  #: a list of items
    GALLERY = "gallery"  #: an object with ``items``


@attrs.frozen
class Slot:
    """A place in a document, and what stands there."""

    place: Place
    shape: Shape
    value: Any


@attrs.frozen(kw_only=True)
class Envelope:
    """A document taken apart."""

    document: Any
    slots: tuple[Slot, ...]
    many: bool = False  #: a list of galleries, even if it holds one

    def fill(self, contents: Mapping[Place, Any]) -> Any:
        """Return the document with *contents* at the places of its slots.

        A slot without content is taken out of the list it stands in.
        """
        filled = _fill(self.document, {slot.place for slot in self.slots}, contents, ())
        return None if filled is _GONE else filled


_GONE: Final = object()
_LISTS: Final = ("galleries", "itemsInGalleries")
_ITEM_KEYS: Final = frozenset(
    ("image", "video", "text", "src", "type", "title", "description", "link", "slug")
)
_GALLERY_KEYS: Final = frozenset(("name", "totalItems", "items"))


def unwrap(document: Any) -> Envelope:
    """Find what *document* holds; one that holds nothing known has its root as the only slot."""
    if isinstance(document, dict):
        for key in _LISTS:
            if isinstance(document.get(key), list):
                return Envelope(document=document, slots=_galleries(key, document[key]), many=True)
        for key, shape in (("gallery", Shape.GALLERY), ("item", Shape.ITEM)):
            if isinstance(document.get(key), dict):
                return Envelope(document=document, slots=(Slot((key,), shape, document[key]),))
    return Envelope(document=document, slots=(Slot((), _shape(document), document),))


def _galleries(key: str, values: list[Any]) -> tuple[Slot, ...]:
    return tuple(Slot((key, index), Shape.GALLERY, value) for index, value in enumerate(values))


def _shape(document: Any) -> Shape:
    if isinstance(document, list):
        return Shape.ITEMS
    if isinstance(document, dict) and "items" in document:
        return Shape.GALLERY
    bare = isinstance(document, dict) and _GALLERY_KEYS & document.keys() and not _ITEM_KEYS & document.keys()
    return Shape.GALLERY if bare else Shape.ITEM


def _fill(value: Any, slots: set[Place], contents: Mapping[Place, Any], at: Place) -> Any:
    """Copy *value* along the way to the slots; what lies beside the way is shared, not copied."""
    if at in slots:
        return contents.get(at, _GONE)
    below = {place[len(at)] for place in slots if place[: len(at)] == at}
    if isinstance(value, dict):
        return {
            key: _fill(inner, slots, contents, (*at, key)) if key in below else inner
            for key, inner in value.items()
        }
    filled = (_fill(inner, slots, contents, (*at, index)) for index, inner in enumerate(value))
    return [inner for inner in filled if inner is not _GONE]
