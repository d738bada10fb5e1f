"""The goal of a plan: a gallery, or the edited view of a page on top of the current gallery."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs

from gallery_lens.api import restore
from gallery_lens.cloning.gallery import gallery_of
from gallery_lens.lens.sidecar import canonical
from gallery_lens.pages.reading import same_id
from gallery_lens.planning.content import key_of
from gallery_lens.planning.side import ListedItem, Side, dialect_of, sides
from gallery_lens.words import SourceName


@attrs.define
class Desired:
    """A gallery, and where its order comes from."""

    document: Any
    dialect: SourceName
    base: Side | None = None  #: the gallery that a view was made of
    edited: bool = True  #: whether a view was edited
    kept: list[ListedItem] = attrs.field(factory=list, init=False)  #: items that the sidecar does not know

    @property
    def by_list(self) -> bool:
        """True if the order is that of the list, whatever the sort orders are."""
        return self.base is not None

    def arranged(self, old: Side, new: Side, *, descending: bool) -> list[ListedItem]:
        """Return the items wanted, in the order in which they are to show."""
        if self.base is None:
            return new.shown(descending=descending)
        # A view goes on top of what others have changed since, and of their new items.
        base, there = self.base, old.shown(descending=descending)
        wanted = [_merged(entry, _same(base, entry), _same(old, entry)) for entry in new.entries]
        if not self._reordered(base, new, descending=descending):
            wanted = _in_order(wanted, there)
        known = {same_id(entry.id) for entry in (*base.entries, *new.entries) if entry.id}
        contents = {entry.key for entry in base.entries if not entry.id}
        self.kept = [
            entry
            for entry in there
            if (same_id(entry.id) not in known if entry.id else entry.key not in contents)
        ]
        return _with(wanted, self.kept, there)

    def _reordered(self, base: Side, new: Side, *, descending: bool) -> bool:
        if not self.edited:
            return False
        listed = [entry.id for entry in base.entries]
        order = {id: place for place, id in enumerate(listed) if id}
        places = [order.get(entry.id or "", -1) for entry in new.entries]
        shown = [entry.id for entry in base.shown(descending=descending)]
        return places != sorted(places) or -1 in places or listed != shown


def from_document(document: Any, source: SourceName) -> Desired:
    """Return a gallery as what is wanted."""
    return Desired(document, "auto" if document is None else dialect_of(document, source))


def from_view(view: Any, sidecar: Any) -> Desired:
    """Return the goal that an edited view expresses.

    Raises:
        SidecarError: The sidecar is none, was changed, or is of another view.
        UsageError: The sidecar is of several galleries.
    """
    restored = restore(view, sidecar)
    document = sidecar["document"]
    gallery_of(document)
    dialect = dialect_of(document)
    ((base,), _) = sides(document, "the sidecar", dialect, as_velo=False)
    edited = canonical(restored.value) != canonical(document)
    return Desired(restored.value, dialect, base, edited)


def _same(side: Side, entry: ListedItem) -> ListedItem | None:
    return side.by_id.get(same_id(entry.id)) if entry.id else None


def _merged(wanted: ListedItem, base: ListedItem | None, current: ListedItem | None) -> ListedItem:
    """Return an item with those fields of CURRENT that the view did not edit."""
    if base is None or current is None or None in (wanted.content, base.content, current.content):
        return wanted
    content = _three(wanted.content or {}, base.content or {}, current.content or {})
    compared = _three(wanted.compared or {}, base.compared or {}, current.compared or {})
    # A view cannot change what no dialect declares.
    return attrs.evolve(wanted, content=content, compared=compared, undeclared=current.undeclared)


def _three(wanted: Mapping[str, Any], base: Mapping[str, Any], current: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in dict.fromkeys((*wanted, *current)):
        untouched = key_of(wanted.get(key)) == key_of(base.get(key))
        value = current.get(key) if untouched else wanted.get(key)
        if value is not None:
            found[key] = value
    return found


def _in_order(wanted: Sequence[ListedItem], there: Sequence[ListedItem]) -> list[ListedItem]:
    """Return the goal in the order of CURRENT, new items as in the list."""
    order = {same_id(entry.id): place for place, entry in enumerate(there) if entry.id}
    known = iter(
        sorted(
            (each for each in wanted if each.id and same_id(each.id) in order),
            key=lambda each: order[same_id(each.id or "")],
        )
    )
    return [next(known) if each.id and same_id(each.id) in order else each for each in wanted]


def _with(
    wanted: list[ListedItem], kept: Sequence[ListedItem], there: Sequence[ListedItem]
) -> list[ListedItem]:
    """Return the goal with the kept items, each after the one it follows in CURRENT."""
    found = list(wanted)
    before: dict[int, ListedItem] = {}
    for one, other in pairwise(there):
        before[other.index] = one
    for entry in kept:
        places = {_name(each): place for place, each in enumerate(found)}
        previous = before.get(entry.index)
        while previous is not None and _name(previous) not in places:
            previous = before.get(previous.index)
        found.insert(0 if previous is None else places[_name(previous)] + 1, entry)
    return found


def _name(entry: ListedItem) -> str:
    return same_id(entry.id) if entry.id else entry.key
