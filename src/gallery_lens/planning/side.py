"""A gallery as a plan sees it: its items one by one, what each says, and the order they show in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import attrs

from gallery_lens.api import convert
from gallery_lens.cloning.gallery import gallery_of
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import UsageError
from gallery_lens.model import Family
from gallery_lens.order import descends, shown
from gallery_lens.pages.reading import same_id
from gallery_lens.places import Place, pointer
from gallery_lens.planning.content import cleaned, key_of, medium_of, undeclared, wire_of
from gallery_lens.words import SourceName
from gallery_lens.wrappers import Shape, Slot, unwrap

#: What to give instead of a page's items.
_INSTEAD = {
    "CURRENT": "give what getGallery answers",
    "DESIRED": "name the sidecar that convert wrote beside this view (--sidecar FILE)",
}
#: The keys of a gallery that say which it is.
_IDS = ("_id", "id", "galleryId")


@attrs.frozen(kw_only=True, slots=False, eq=False)
class ListedItem:
    """An item of one side."""

    index: int  #: in the list, counted from 0
    place: Place  #: in the document
    raw: Any
    content: Mapping[str, Any] | None  #: None if the item cannot be read
    compared: Mapping[str, Any] | None  #: what both sides can say of it
    undeclared: Mapping[Place, Any]  #: values by places in the item whose keys no dialect declares

    @cached_property
    def id(self) -> str | None:
        """The item's id."""
        return _id(self.raw, ("_id", "id"))

    @cached_property
    def title(self) -> str | None:
        """The item's title."""
        title = self.raw.get("title") if isinstance(self.raw, dict) else None
        return title if isinstance(title, str) and title else None

    @cached_property
    def key(self) -> str:
        """A text that is the same for items that say the same."""
        return key_of(self.raw if self.compared is None else self.compared)

    @property
    def medium(self) -> tuple[str, ...] | None:
        """The identity of the medium, None if it cannot be read."""
        return None if self.compared is None else medium_of(self.compared)

    @property
    def sort_order(self) -> Any:
        """As given."""
        return self.raw.get("sortOrder", self.raw.get("orderIndex")) if isinstance(self.raw, dict) else None


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Side:
    """A gallery: CURRENT, or DESIRED."""

    name: str  #: of the side, for messages
    id: str | None
    fields: Mapping[str, Any] | None  #: None for items without a gallery around them
    entries: Sequence[ListedItem]
    place: Place = ()

    @cached_property
    def values(self) -> list[Any]:
        """The sort orders in the order of the list."""
        return [entry.sort_order for entry in self.entries]

    @property
    def descends(self) -> bool:
        """True if the list has its highest sort order first."""
        return descends(self.values)

    def shown(self, *, descending: bool) -> list[ListedItem]:
        """Return the items in the order in which they show."""
        return [self.entries[index] for index in shown(self.values, descending=descending)]

    @cached_property
    def by_id(self) -> Mapping[str, ListedItem]:
        """The items by id, where the id is of one only."""
        ids = Counter(same_id(entry.id) for entry in self.entries if entry.id)
        named = ((same_id(entry.id), entry) for entry in self.entries if entry.id)
        return {id: entry for id, entry in named if ids[id] == 1}

    @property
    def gallery_name(self) -> str | None:
        """The gallery's name."""
        name = (self.fields or {}).get("name")
        return name if isinstance(name, str) else None


def dialect_of(document: Any, source: SourceName = "auto", name: str = "DESIRED") -> SourceName:
    """Return the one dialect that *document* is written in, or ``auto``.

    Raises:
        UsageError: It holds items of a page, which no call can be made of.
    """
    if document is None:
        return source
    found = convert(document, source, "velo").dialects
    if any(DIALECTS[each].item.family is Family.PAGE for each in found):
        raise UsageError(f"{name} holds items of a page, not of a backend: {_INSTEAD[name]}.")
    return cast("SourceName", found[0]) if len(found) == 1 else source


def sides(document: Any, name: str, dialect: SourceName, *, as_velo: bool) -> tuple[list[Side], bool]:
    """Return the galleries of *document*, and whether it is a list of them.

    Raises:
        UsageError: It holds no gallery.
    """
    if document is None:
        return [], False
    envelope = unwrap(document)
    if envelope.many:
        return [_side(slot, name, dialect, as_velo=as_velo) for slot in envelope.slots], True
    try:
        gallery_of(document)
    except UsageError as error:
        raise UsageError(f"{name}: {error}") from None
    (slot,) = envelope.slots
    return [_side(slot, name, dialect, as_velo=as_velo)], False


def _side(slot: Slot, name: str, dialect: SourceName, *, as_velo: bool) -> Side:
    if slot.shape is Shape.GALLERY:
        items = slot.value.get("items") if isinstance(slot.value, dict) else None
        raws, at = items if isinstance(items, list) else [], (*slot.place, "items")
    else:
        raws, at = slot.value if slot.shape is Shape.ITEMS else [slot.value], slot.place
    places = [at if slot.shape is Shape.ITEM else (*at, index) for index in range(len(raws))]
    entries = [
        _entry(index, place, raw, dialect, as_velo=as_velo)
        for index, (place, raw) in enumerate(zip(places, raws, strict=True))
    ]
    fields = slot.value if slot.shape is Shape.GALLERY and isinstance(slot.value, dict) else {}
    described = {key: value for key, value in fields.items() if key != "items"}
    return Side(
        name=name, id=_id(described, _IDS), fields=described or None, entries=entries, place=slot.place
    )


def _entry(index: int, place: Place, raw: Any, dialect: SourceName, *, as_velo: bool) -> ListedItem:
    wire = wire_of(raw, dialect)
    shared = wire_of(raw, dialect, as_velo=True) if as_velo and wire is not None else wire
    return ListedItem(
        index=index,
        place=place,
        raw=raw,
        content=None if wire is None else cleaned(wire),
        compared=None if shared is None else cleaned(shared),
        undeclared=undeclared(wire or {}),
    )


def _id(raw: Any, keys: Sequence[str]) -> str | None:
    held = raw if isinstance(raw, dict) else {}
    return next((held[key] for key in keys if isinstance(held.get(key), str) and held[key]), None)


def pointer_of(entry: ListedItem) -> str:
    """Return where an item stands in its document."""
    return pointer(entry.place)
