"""Cheap facts about items, for comparing many of them."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from msgspec import UNSET

from gallery_lens.compiled import COMPILED, pair
from gallery_lens.lines._lane import Reader
from gallery_lens.model import Item
from gallery_lens.words import SourceName, TargetName

#: The dialect of an item, and the item with no more than its id and sort order.
Seen: TypeAlias = tuple[str, Item]


def surveyor(source: SourceName, target: TargetName) -> Callable[[Sequence[bytes]], list[Seen | None]]:
    """Return a function that surveys JSON items: None for each that may have findings.

    *source* is the name of a dialect or ``auto``.
    """
    sure = source != "auto"
    pairs = (pair(name, target) for name in ((source,) if sure else COMPILED))
    readers = [Reader(each, sure=sure) for each in pairs if each is not None]

    def look(texts: Sequence[bytes]) -> list[Seen | None]:
        found: list[Seen | None] = [None] * len(texts)
        left = [*range(len(texts))]
        for reader in readers:
            items = reader.glance([texts[index] for index in left])
            for index, item in zip(left, items, strict=True):
                found[index] = None if item is None else _seen(reader, item)
            left = [index for index in left if found[index] is None]
        return found

    return look


#: What the rules of a gallery compare.
_COMPARED: Final = ("id", "sort_order")


def _seen(reader: Reader, item: Any) -> Seen:
    rows = reader.pair.source.item.by_field
    held = {field: getattr(item, rows[field].wire) for field in _COMPARED if field in rows}
    known = {field: value for field, value in held.items() if value is not UNSET}
    return reader.pair.source.name, Item(**known)
