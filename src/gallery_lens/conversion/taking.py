"""Lists whose items are converted many at once: when that is worth it, and by which conversions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from gallery_lens.dialects import Dialect, detect

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Pair

#: How many items have to be met before the conversions of many are worth their import.
ENOUGH: Final = 64


class _Met:
    """The number of items that this process has converted."""

    count = 0


def is_enough(count: int) -> bool:
    """Return whether enough items were met, now that there are *count* more, to compile anything for them."""
    _Met.count += count
    return _Met.count >= ENOUGH


def were_enough() -> bool:
    """Return whether enough items were met before."""
    return _Met.count >= ENOUGH


def take(values: Sequence[Any], source: str, target: Dialect, *, single: bool = False) -> "Columns | None":
    """Convert those of *values* that are usual; *single* if it is one that stands in no list.

    Nothing is returned as long as there is too little to do, and if none is usual.
    """
    if not is_enough(len(values)):
        return None
    from gallery_lens.compiled import Objects, convert

    pairs = sorted(pairs_of(source, target.name), key=lambda pair: not _fits(pair, values))
    if not pairs:
        return None
    columns = convert(Objects(values, single=single), pairs, sure=source != "auto")
    return columns if any(columns.pairs) else None


def pairs_of(source: str, target: str) -> "list[Pair]":
    """Return the conversions of many items at once; *source* is the name of a dialect or ``auto``."""
    from gallery_lens.compiled import COMPILED, pair

    names = COMPILED if source == "auto" else (source,)
    return [each for name in names if (each := pair(name, target)) is not None]


def _fits(pair: "Pair", values: Sequence[Any]) -> bool:
    return bool(values) and isinstance(values[0], dict) and detect(values[0]) == (pair.source.name,)
