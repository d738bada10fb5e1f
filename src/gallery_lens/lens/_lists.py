"""One gallery or list: its edited items in their places, with sort orders that put them there."""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from gallery_lens.conversion.items import Read
from gallery_lens.conversion.run import Converted
from gallery_lens.dialects import Dialect
from gallery_lens.lens._matching import Part
from gallery_lens.lens.arranging import ArrangedItem, Arrangement, arrange
from gallery_lens.lens.numbering import is_ascending, renumbered
from gallery_lens.lens.session import RestoreSession
from gallery_lens.order import descends, displayed, numeric
from gallery_lens.wrappers import Shape


@attrs.frozen
class _Put:
    """An item of the edited view in the source's form."""

    wire: Any
    dialect: Dialect
    index: int | None  #: in the source's list; None for what was not in it


def content(work: RestoreSession, each: Converted, part: Part) -> Any:
    """Return the content of a slot after the edit: a list of items, or a gallery."""
    items = items_of(work, each.reads, part, work.dialect_of(each))
    return items if each.slot.shape is Shape.ITEMS else with_items(each, items, len(each.reads), len(items))


def with_items(each: Converted, items: list[Any], held: int, count: int) -> dict[str, Any]:
    """Return a gallery with other items; totals that were those *held* become the new *count*."""
    gallery: dict[str, Any] = each.slot.value
    if not items and not isinstance(gallery.get("items"), list):
        return gallery
    totals = recounted(gallery, ("totalItems", "totalItemsCount"), held, count)
    return gallery | {"items": items} | totals


def recounted(holder: Mapping[str, Any], keys: Iterable[str], held: int, count: int) -> dict[str, Any]:
    """Return those totals of *holder* that counted what it *held*, with the new *count* as the same type."""
    said = {key: holder.get(key) for key in keys}
    return {
        key: type(total)(count)
        for key, total in said.items()
        if isinstance(total, int | float) and not isinstance(total, bool) and total == held
    }


def items_of(work: RestoreSession, reads: Sequence[Read], part: Part, source: Dialect) -> list[Any]:
    """Return the items of *part*, and those of *reads* that the view does not show, in their places.

    Args:
        work: gets what is found on the way.
        reads: the items of the source's list; none for a new list.
        part: what the view shows of them, before and after the edit.
        source: the dialect that new items are written in.
    """
    return [item for _, item in arranged_items(work, reads, part, source)]


def arranged_items(
    work: RestoreSession, reads: Sequence[Read], part: Part, source: Dialect
) -> list[tuple[int | None, Any]]:
    """Return the items of ``items_of``, each with its index in *reads*, None for a new one."""
    indexes = {id(found): index for index, found in enumerate(reads)}
    puts = [put for place in range(len(part.items)) if (put := _put(work, part, place, source, indexes))]
    shown = [indexes[id(found)] for found in part.shown]
    arranged = arrange(len(reads), shown, [put.index for put in puts])
    items = [
        puts[entry.view].wire if entry.view is not None else reads[entry.source or 0].subject.raw
        for entry in arranged.entries
    ]
    report_removed(work, part)
    work.edits["moved"] += _moved(arranged)
    order = _Order(work, reads, part, puts)
    numbers = order.numbers(shown)
    for place, entry in enumerate(arranged.entries):
        if (number := numbers.get((entry.source, entry.view))) is not None:
            items[place] = items[place] | {order.key(entry): number}
    return [(entry.source, item) for entry, item in zip(arranged.entries, items, strict=True)]


def report_removed(work: RestoreSession, part: Part) -> None:
    """Report every item that the view showed before and shows nowhere now."""
    kept = {index for index in part.pairs.indexes if index is not None}
    for index, found in enumerate(part.shown):
        if index not in kept and id(found) not in work.elsewhere:
            work.report_removed(found, () if part.single else part.place)


def _moved(arranged: Arrangement) -> int:
    """Return how many items have to change their place for the others to stay: the fewest."""
    kept = [entry.source for entry in arranged.entries if entry.source is not None and entry.view is not None]
    ends: list[int] = []  # the lowest index that ends a run of each length
    for index in kept:
        at = bisect.bisect_left(ends, index)
        ends[at : at + 1] = [index]
    return len(kept) - len(ends)


def _put(
    work: RestoreSession, part: Part, place: int, source: Dialect, indexes: Mapping[int, int]
) -> _Put | None:
    original = part.original(place)
    wire = work.put(part, place, source)
    if original is None:
        return None if wire is None else _Put(wire, source, None)
    index = None if place in part.arrived else indexes.get(id(original))
    return _Put(original.subject.raw if wire is None else wire, original.dialect or source, index)


@attrs.frozen
class _Order:
    """The sort orders of one list, before and after the edit, in the order that its gallery shows."""

    work: RestoreSession
    reads: Sequence[Read]
    part: Part
    puts: Sequence[_Put]

    def numbers(self, shown: Sequence[int]) -> dict[tuple[int | None, int | None], int | float]:
        """Return the sort orders that the edit makes necessary, by the indexes of an ``ArrangedItem``.

        Args:
            shown: the indexes in the source's list of the items that the view shows, in its order.
        """
        by_value = self.work.run.options.order == "sort-order"
        before = [_sort_order(found) for found in self.reads]
        order = displayed(before) if by_value else range(len(before))
        ranks = {index: rank for rank, index in enumerate(order)}
        arranged = arrange(
            len(before),
            [ranks[index] for index in shown],
            [None if put.index is None else ranks[put.index] for put in self.puts],
        )
        if before and all(numeric(value) is None for value in before):
            return {}  # the list alone tells the order
        if not arranged.moved and all(entry.source is not None for entry in arranged.entries):
            return {}
        entries = [
            attrs.evolve(entry, source=None if entry.source is None else order[entry.source])
            for entry in arranged.entries
        ]
        entries = [
            entry
            for entry in entries
            if entry.view is not None
            or (
                (found := self.reads[entry.source or 0]).dialect is not None
                and isinstance(found.subject.raw, dict)
            )
        ]
        descending = not by_value and descends(before)
        # One that comes into the list gets a new sort order.
        values = [None if each.source is None else _sort_order(self.reads[each.source]) for each in entries]
        fresh = renumbered(values, descending=descending)
        self._report([entries[place] for place in fresh], before, descending=descending, moved=arranged.moved)
        return {(entries[place].source, entries[place].view): number for place, number in fresh.items()}

    def key(self, entry: ArrangedItem) -> str:
        """Return the key under which the item of *entry* holds its sort order."""
        dialect = (
            self.reads[entry.source or 0].dialect if entry.view is None else self.puts[entry.view].dialect
        )
        assert dialect is not None
        return _order_key(dialect)

    def _report(
        self, entries: Sequence[ArrangedItem], before: Sequence[Any], *, descending: bool, moved: bool
    ) -> None:
        """Report how many items of the source got another sort order, and why."""
        count = sum(entry.source is not None for entry in entries)
        if count:
            in_order = descending or is_ascending(before)
            lacking = any(value is None for value in before)
            reason = ("moved" if moved else "full") if in_order else "lacking" if lacking else "unsorted"
            self.work.report_rewritten(self.part.place, count, len(self.reads), reason)


def _order_key(dialect: Dialect) -> str:
    return dialect.item.by_field["sort_order"].wire


def _sort_order(found: Read) -> Any:
    raw = found.subject.raw
    return raw.get(_order_key(found.dialect)) if found.dialect and isinstance(raw, dict) else None
