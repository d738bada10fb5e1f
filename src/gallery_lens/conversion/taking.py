"""Lists whose items are converted many at once: when that is worth it, and by which conversions."""

from collections.abc import Callable, Sequence
from functools import cache
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


def take(
    values: Sequence[Any], source: str, target: Dialect, *, single: bool = False, compares: bool = True
) -> "Columns | None":
    """Convert those of *values* that are usual; *single* if it is one that stands in no list.

    Ids and sort orders are kept only if anybody *compares* them.

    Nothing is returned as long as there is too little to do, if none is usual, and if it fails.
    """
    if not is_enough(len(values)):
        return None
    try:
        return _taken(values, source, target, single=single, compares=compares)
    except MemoryError:
        raise
    except Exception:  # one by one, it costs one of them at most
        return None


def _taken(values: Sequence[Any], source: str, target: Dialect, **said: bool) -> "Columns | None":
    convert, pairs = _conversions(source, target.name)
    if len(pairs) > 1 and values and isinstance(values[0], dict):
        likely = detect(values[0])
        if (pairs[0].source.name,) != likely:
            pairs = sorted(pairs, key=lambda pair: (pair.source.name,) != likely)
    if not pairs:
        return None
    columns = convert(values, pairs, sure=source != "auto", **said)
    return columns if any(columns.pairs) else None


@cache
def _conversions(source: str, target: str) -> "tuple[Callable[..., Columns], list[Pair]]":
    # Not imported each time: for one item, that is a good part of the price.
    from gallery_lens.compiled import convert_objects

    return convert_objects, pairs_of(source, target)


def pairs_of(source: str, target: str) -> "list[Pair]":
    """Return the conversions of many items at once; *source* is the name of a dialect or ``auto``."""
    from gallery_lens.compiled import COMPILED, pair

    names = COMPILED if source == "auto" else (source,)
    return [each for name in names if (each := pair(name, target)) is not None]
