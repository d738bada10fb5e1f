"""One gallery or list: its edited items in their places, with sort orders that put them there."""

from typing import Any

from gallery_lens.conversion._items import Read
from gallery_lens.conversion._run import Converted
from gallery_lens.dialects import Dialect
from gallery_lens.lens._arranging import Arrangement, Entry, arrange
from gallery_lens.lens._matching import Part
from gallery_lens.lens._numbering import ascending, between_neighbours, is_ascending
from gallery_lens.lens._work import Work
from gallery_lens.wrappers import Shape


def content(work: Work, each: Converted, part: Part) -> Any:
    """Return what stands in a slot after the edit: a list of items, or a gallery."""
    items = _items(work, each, part)
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


def _items(work: Work, each: Converted, part: Part) -> list[Any]:
    source = work.dialect_of(each)
    kept: list[tuple[Any, int | None]] = []
    for place, index in enumerate(part.matches):
        original = None if index is None else part.shown[index]
        wire = work.put(part, place, source)
        if original is not None:
            kept.append((original.subject.raw if wire is None else wire, original.subject.index))
        elif wire is not None:
            kept.append((wire, None))
    shown = [found.subject.index or 0 for found in part.shown]
    arranged = arrange(len(each.reads), shown, [index for _, index in kept])
    items = [
        kept[entry.view][0] if entry.view is not None else each.reads[entry.source or 0].subject.raw
        for entry in arranged.entries
    ]
    for place, number in _numbers(work, each, part, arranged).items():
        source_of = _dialect(each, arranged.entries[place], source)
        items[place] = items[place] | {_order_key(source_of): number}
    return items


def _dialect(each: Converted, entry: Entry, source: Dialect) -> Dialect:
    return source if entry.source is None else each.reads[entry.source].dialect or source


def _numbers(work: Work, each: Converted, part: Part, arranged: Arrangement) -> dict[int, int | float]:
    """Return the sort orders that the edit makes necessary, by place in the restored list."""
    entries = arranged.entries
    if not arranged.moved and all(entry.source is not None for entry in entries):
        return {}
    values = [None if entry.source is None else _sort_order(each.reads[entry.source]) for entry in entries]
    if is_ascending([_sort_order(found) for found in each.reads]):
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
