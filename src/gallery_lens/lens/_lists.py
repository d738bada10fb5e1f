"""One gallery or list: its edited items in their places, with sort orders that put them there."""

from collections.abc import Sequence
from typing import Any

import attrs

from gallery_lens.conversion._items import Read
from gallery_lens.conversion._run import Converted
from gallery_lens.dialects import Dialect
from gallery_lens.lens._arranging import Arrangement, arrange
from gallery_lens.lens._matching import Part
from gallery_lens.lens._numbering import ascending, between_neighbours, is_ascending
from gallery_lens.lens._work import Work
from gallery_lens.wrappers import Shape


@attrs.frozen
class _Put:
    """An item of the edited view in the source's form."""

    wire: Any
    dialect: Dialect
    index: int | None  #: in the source's list; None for what was not in it


def content(work: Work, each: Converted, part: Part) -> Any:
    """Return what stands in a slot after the edit: a list of items, or a gallery."""
    items = items_of(work, each.reads, part, work.dialect_of(each))
    if each.slot.shape is Shape.ITEMS:
        return items
    gallery: dict[str, Any] = each.slot.value
    if not items and not isinstance(gallery.get("items"), list):
        return gallery
    return gallery | {"items": items} | _total(each, len(items))


def _total(each: Converted, count: int) -> dict[str, Any]:
    """A count that was that of the items held goes along with them."""
    row = each.dialect.gallery.by_field.get("total_items") if each.dialect else None
    total = each.slot.value.get(row.wire) if row else None
    counts = isinstance(total, int | float) and not isinstance(total, bool)
    if row is None or not counts or total != len(each.reads):
        return {}
    return {row.wire: type(total)(count)}


def items_of(work: Work, reads: Sequence[Read], part: Part, source: Dialect) -> list[Any]:
    """Return the items of *part*, and those of *reads* that the view does not show, in their places.

    Args:
        work: gets what is found on the way.
        reads: the items of the source's list; none for a new list.
        part: what the view shows of them, before and after the edit.
        source: the dialect that new items are written in.
    """
    puts = [put for place in range(len(part.items)) if (put := _put(work, part, place, source))]
    shown = [found.subject.index or 0 for found in part.shown]
    arranged = arrange(len(reads), shown, [put.index for put in puts])
    items = [
        puts[entry.view].wire if entry.view is not None else reads[entry.source or 0].subject.raw
        for entry in arranged.entries
    ]
    for place, number in _numbers(work, reads, part, arranged).items():
        view = arranged.entries[place].view
        dialect = source if view is None else puts[view].dialect
        items[place] = items[place] | {_order_key(dialect): number}
    return items


def _put(work: Work, part: Part, place: int, source: Dialect) -> _Put | None:
    original = part.original(place)
    wire = work.put(part, place, source)
    if original is None:
        return None if wire is None else _Put(wire, source, None)
    index = None if place in part.arrived else original.subject.index
    return _Put(original.subject.raw if wire is None else wire, original.dialect or source, index)


def _numbers(work: Work, reads: Sequence[Read], part: Part, arranged: Arrangement) -> dict[int, int | float]:
    """Return the sort orders that the edit makes necessary, by place in the restored list."""
    entries = arranged.entries
    if not arranged.moved and all(entry.source is not None for entry in entries):
        return {}
    values = [None if entry.source is None else _sort_order(reads[entry.source]) for entry in entries]
    if is_ascending([_sort_order(found) for found in reads]):
        return ascending(values)
    # What the view does not show has a sort order that says nothing about its place.
    seen = sorted(
        (place for place, entry in enumerate(entries) if entry.view is not None),
        key=lambda place: entries[place].view or 0,
    )
    numbers = [values[place] for place in seen]
    sorts = work.run.options.order == "sort-order"
    if sorts or is_ascending([_sort_order(found) for found in part.shown]):
        fresh = ascending(numbers)
    else:
        fresh = between_neighbours(numbers, [entries[place].source is None for place in seen])
    return {seen[index]: number for index, number in fresh.items()}


def _order_key(dialect: Dialect) -> str:
    return dialect.item.by_field["sort_order"].wire


def _sort_order(found: Read) -> Any:
    raw = found.subject.raw
    return raw.get(_order_key(found.dialect)) if found.dialect and isinstance(raw, dict) else None
