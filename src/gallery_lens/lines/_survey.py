"""What is known of an item at a glance, for those who compare many items."""

from collections.abc import Callable
from typing import Any, Final

from msgspec import UNSET

from gallery_lens.compiled import COMPILED, pair
from gallery_lens.lines._lane import Reader
from gallery_lens.model import Item
from gallery_lens.words import SourceName, TargetName


def surveyor(source: SourceName, target: TargetName) -> Callable[[Any], tuple[str, Item] | None]:
    """Return what tells the dialect of an item in JSON, and the item with no more than id and sort order.

    It answers None for all that is not certain to be read, without a word, as an item of *source*, which
    is the name of a dialect or ``auto``.
    """
    sure = source != "auto"
    pairs = (pair(name, target) for name in ((source,) if sure else COMPILED))
    readers = [Reader(each, sure=sure) for each in pairs if each is not None]

    def seen(text: Any) -> tuple[str, Item] | None:
        for reader in readers:
            if (item := reader.glance(bytes(text))) is not None:
                rows = reader.pair.source.item.by_field
                held = {field: getattr(item, rows[field].wire) for field in _COMPARED if field in rows}
                known = {field: value for field, value in held.items() if value is not UNSET}
                readers.sort(key=lambda each: each is not reader)  # items of one list are alike as a rule
                return reader.pair.source.name, Item(**known)
        return None

    return seen


#: What the rules of a gallery compare.
_COMPARED: Final = ("id", "sort_order")
