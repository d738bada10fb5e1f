"""Sort orders after an edit: new and moved items get values between those of their neighbours."""

import bisect
import itertools
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from gallery_lens.errors import UsageError
from gallery_lens.order import between, numeric
from gallery_lens.order._doubles import LARGEST, double, rank

Number: TypeAlias = int | float

_LOWEST: Final = rank(-LARGEST)
_HIGHEST: Final = rank(LARGEST)


def is_ascending(values: Sequence[Any]) -> bool:
    """Tell whether all *values* are numbers, each a greater double than the one before."""
    ranks = [_rank(value) for value in values]
    known = [each for each in ranks if each is not None]
    return len(known) == len(ranks) and all(one < other for one, other in itertools.pairwise(known))


def _rank(value: Any) -> int | None:
    number = numeric(value)
    found = None if number is None else double(number)
    return None if found is None else rank(found)


def ascending(values: Sequence[Any]) -> dict[int, Number]:
    """Return the fewest new values, by index, that make all of *values* ascend strictly as doubles.

    What is no number gets one in any case.
    """
    kept = _kept([_rank(value) for value in values])
    found: dict[int, Number] = {}
    for left, right in itertools.pairwise((-1, *kept, len(values))):
        fresh = (
            between(_edge(values, left), _edge(values, right), right - left - 1) if right - left > 1 else ()
        )
        found |= enumerate(fresh, start=left + 1)
    return found


def between_neighbours(values: Sequence[Any], new: Sequence[bool]) -> dict[int, Number]:
    """Return values for the *new* ones, by index, wherever those of their neighbours leave room."""
    found: dict[int, Number] = {}
    for is_new, run in itertools.groupby(range(len(values)), key=new.__getitem__):
        if is_new:
            places = list(run)
            found |= zip(places, _room(values, places[0] - 1, places[-1] + 1), strict=False)
    return found


def _room(values: Sequence[Any], left: int, right: int) -> Sequence[Number]:
    neighbours = [values[edge] for edge in (left, right) if 0 <= edge < len(values)]
    if None in map(_rank, neighbours):
        return ()
    try:
        return between(_edge(values, left), _edge(values, right), right - left - 1)
    except UsageError:
        return ()


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
    return _run(before, ends[-1] if ends else None)


def _run(before: dict[int, int | None], last: int | None) -> list[int]:
    found: list[int] = []
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]
