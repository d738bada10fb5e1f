"""Sort orders after an edit: the fewest new values that make a gallery show the edited order."""

import bisect
import itertools
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from gallery_lens.order import between, numeric
from gallery_lens.order.doubles import LARGEST, double, rank

Number: TypeAlias = int | float

_LOWEST: Final = rank(-LARGEST)
_HIGHEST: Final = rank(LARGEST)


def is_ascending(values: Sequence[Any]) -> bool:
    """Return whether all *values* are numbers, each a greater double than the one before."""
    ranks = [_rank(value) for value in values]
    known = [each for each in ranks if each is not None]
    return len(known) == len(ranks) and all(one < other for one, other in itertools.pairwise(known))


def _rank(value: Any) -> int | None:
    number = numeric(value)
    found = None if number is None else double(number)
    return None if found is None else rank(found)


def renumbered(values: Sequence[Any], *, descending: bool = False) -> dict[int, Number]:
    """Return the fewest new values, by index, with which *values* strictly ascend, or descend, as doubles.

    Each value that is not a number gets one.
    """
    if not descending:
        return ascending(values)
    if all(_rank(value) is None for value in values):
        return dict(enumerate(range(len(values), 0, -1)))
    mirrored = [None if (number := numeric(value)) is None else -number for value in values]
    return {index: -number for index, number in ascending(mirrored).items()}


def ascending(values: Sequence[Any]) -> dict[int, Number]:
    """Return the fewest new values, by index, that make all of *values* ascend strictly as doubles.

    A value that is not a number gets one in any case.
    """
    kept = _kept([_rank(value) for value in values])
    found: dict[int, Number] = {}
    for left, right in itertools.pairwise((-1, *kept, len(values))):
        fresh = (
            between(_edge(values, left), _edge(values, right), right - left - 1) if right - left > 1 else ()
        )
        found |= enumerate(fresh, start=left + 1)
    return found


def _edge(values: Sequence[Any], place: int) -> Number | None:
    return numeric(values[place]) if 0 <= place < len(values) else None


def _kept(ranks: Sequence[int | None]) -> list[int]:
    """Return the most indexes that can stay: between any two there are doubles enough for the others."""
    levels: list[int] = []  # the lowest level that ends a run of each length
    ends: list[int] = []  # and the index where it does
    before: dict[int, int | None] = {}
    for index, each in enumerate(ranks):
        level = None if each is None else each - index
        if level is not None and _LOWEST <= level <= _HIGHEST - len(ranks) + 1:
            length = bisect.bisect_right(levels, level)
            before[index] = ends[length - 1] if length else None
            levels[length : length + 1], ends[length : length + 1] = [level], [index]
    kept: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return kept[::-1]
