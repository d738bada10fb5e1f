"""Sort orders for a new order: the fewest writes, and never two items with one value in between."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import attrs

from gallery_lens.order import between, numeric
from gallery_lens.order.doubles import LARGEST, double, plain, rank

#: How many doubles have to be free for each item that goes between two that keep their values.
FREE: Final = 4
_LOWEST, _HIGHEST = rank(-LARGEST) - 1, rank(LARGEST) + 1
#: How far the level may fall from one that keeps its value to the next.
_FALL: Final = FREE - 1


@attrs.frozen
class Ordering:
    """New sort orders, by place in the order wanted."""

    values: dict[int, int | float]
    sequence: tuple[int, ...]  #: the places that get one, in the order in which they may be written


def ordering(values: Sequence[Any], *, descending: bool = False) -> Ordering:
    """Return the fewest new sort orders that put items into the order in which *values* stand.

    Whatever is written in the sequence returned, no two items ever have the same value. That the sequence
    exists is why ``FREE`` doubles are asked for: if every gap that is left were short of free doubles,
    the items to leave those gaps would be three times as many as those to enter them.

    Args:
        values: the sort orders that the items have now, None, say, for one that has none.
        descending: whether the highest value comes first.
    """
    numbers = [_number(value, descending) for value in values]
    kept = longest([None if number is None else rank(number) for number in numbers])
    found: dict[int, int | float] = {}
    now = {place: number for place, number in enumerate(numbers) if number is not None}
    waiting = [_Gap(left, right) for left, right in pairwise((-1, *kept, len(values))) if right - left > 1]
    while waiting:
        held = set(now.values())
        gap = next(each for each in waiting if each.has_room(numbers, held))
        waiting.remove(gap)
        fresh = gap.fresh(numbers, held)
        now |= zip(gap.places, map(float, fresh), strict=True)
        found |= zip(gap.places, fresh, strict=True)
    sign = -1 if descending else 1
    return Ordering({place: sign * number for place, number in found.items()}, tuple(found))


def longest(ranks: Sequence[int | None]) -> list[int]:
    """Return the most places that can keep their values, the earliest such.

    Between two neighbours among them, and at both ends, ``FREE`` doubles are free for each item between.
    """
    levels = {place: each - FREE * place for place, each in enumerate(ranks) if each is not None}
    steps = sorted(set(levels.values()))
    best = _Best(len(steps))
    before: dict[int, int | None] = {}
    lengths: dict[int, int] = {}
    for place, level in levels.items():
        length, last = best.upto(bisect_right(steps, level + _FALL))
        if last is None and not _fits(_LOWEST, ranks[place], place):
            continue
        before[place], lengths[place] = last, length + 1
        best.put(bisect_right(steps, level), (length + 1, place))
    ends = [place for place in lengths if _fits(ranks[place], _HIGHEST, len(ranks) - place - 1)]
    last = max(ends, key=lambda place: (lengths[place], -place), default=None)
    found = []
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _fits(left: int | None, right: int | None, count: int) -> bool:
    return left is not None and right is not None and right - left - 1 >= FREE * count


class _Best:
    """The best of what was put at or below an index (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._found: list[tuple[int, int | None]] = [(0, None)] * (size + 1)

    def put(self, index: int, found: tuple[int, int]) -> None:
        """Put *found*, a length and a place, at *index*, counted from 1."""
        while index < len(self._found):
            if found[0] > self._found[index][0]:
                self._found[index] = found
            index += index & -index

    def upto(self, index: int) -> tuple[int, int | None]:
        """Return the first of the longest at *index* or below."""
        best: tuple[int, int | None] = (0, None)
        while index:
            best = max(best, self._found[index], key=lambda found: found[0])
            index -= index & -index
        return best


@attrs.frozen
class _Gap:
    """The places between two neighbours that keep their values."""

    left: int
    right: int

    @property
    def places(self) -> range:
        return range(self.left + 1, self.right)

    def has_room(self, numbers: Sequence[float | None], held: set[float]) -> bool:
        """Return whether there are free doubles enough, *held* being taken."""
        low, high = self._edges(numbers)
        space = (_HIGHEST if high is None else rank(high)) - (_LOWEST if low is None else rank(low)) - 1
        return space - len(self._inside(numbers, held)) >= len(self.places)

    def fresh(self, numbers: Sequence[float | None], held: set[float]) -> list[int | float]:
        """Return a value for each place, none of which is *held*."""
        low, high = self._edges(numbers)
        count = len(self.places)
        wanted = list(between(low, high, count))
        if count == 1 and low is not None and high is not None:
            middle = low / 2 + high / 2 if abs(low) > 1 and abs(high) > 1 else (low + high) / 2
            wanted = [plain(middle)] if low < middle < high else wanted
        if not held & {float(number) for number in wanted}:
            return wanted
        # As many more as are taken: then enough of them are free.
        more = between(low, high, count + len(self._inside(numbers, held)))
        free = [number for number in more if float(number) not in held]
        return [free[(2 * index + 1) * len(free) // (2 * count)] for index in range(count)]

    def _edges(self, numbers: Sequence[float | None]) -> tuple[float | None, float | None]:
        left = numbers[self.left] if self.left >= 0 else None
        return left, numbers[self.right] if self.right < len(numbers) else None

    def _inside(self, numbers: Sequence[float | None], held: set[float]) -> list[float]:
        low, high = self._edges(numbers)
        return [each for each in held if (low is None or each > low) and (high is None or each < high)]


def _number(value: Any, descending: bool) -> float | None:
    number = numeric(value)
    found = None if number is None else double(number)
    return None if found is None else -found if descending else found
