"""New sort orders between old ones, and how many of them fit."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from gallery_lens.errors import UsageError
from gallery_lens.order.doubles import LARGEST, double, equally_spaced, plain, rank, ranked, steps

#: How many insertions, as ``headroom`` counts them, fit between any two neighbours after a repair.
ROOM: Final = 4

# With fewer doubles than this to each gap, they are shared out by number instead of by value: where a
# power of two lies in the gap those above it are twice as far apart, and halving the gap would not
# halve what is left of them.
_FEW: Final = 32
_SECONDS_DIGITS: Final = 10  # of an epoch time in seconds


def midpoint(before: int | float | None, after: int | float | None) -> int | float:
    """Return a sort order strictly between two neighbours.

    It is the mean, or the integer next to it where that leaves room for as many further insertions;
    so between integers that are two or more apart, up to 2**50, it is an integer. What is returned
    is a double, written as an int if it is whole and fits into 64 bits. In the unit of its neighbours.

    Args:
        before: the neighbour shown before it; None if there is none. Integers beyond 2**53 count as
            the doubles that they are in JavaScript.
        after: the neighbour shown after it; None if there is none. At an open end the next integer is
            returned that is at least a step away from the only neighbour: 1 for small numbers and
            seconds, 1000 for today's milliseconds. With no neighbour at all it is 1.

    Raises:
        UsageError: *before* is not below *after*, no double lies between them, or one of them is
            not finite.
    """
    return between(before, after, 1)[0]


def between(before: int | float | None, after: int | float | None, count: int) -> tuple[int | float, ...]:
    """Return *count* sort orders strictly between two neighbours, ascending and evenly spread.

    All are different doubles. They are integers where that leaves as much headroom in the tightest of
    the gaps. For one alone, and for open ends, see ``midpoint``.

    Args:
        before: the neighbour shown before them; None if there is none.
        after: the neighbour shown after them; None if there is none.
        count: how many, from 0 up.

    Raises:
        UsageError: *before* is not below *after*, there are fewer doubles than that between them, one
            of them is not finite, or *count* is negative.
    """
    _require(count >= 0, f"Ask for 0 or more sort orders, not for {count}.")
    low, high = _neighbour(before), _neighbour(after)
    if low is not None and high is not None:
        _require(low < high, f"Give the lower neighbour first: {low!r} is not below {high!r}.")
        _require(
            steps(low, high) > count, f"Move {low!r} and {high!r} apart: {_no_room(count)} between them."
        )
        spread = _spread(low, high, count)
        whole = [_whole(number) for number in spread]
        chosen = whole if _tightest(low, whole, high) >= _tightest(low, spread, high) else spread
        return tuple(plain(number) for number in chosen)
    if low is not None:
        _require(steps(low, LARGEST) >= count, f"Move {low!r} down first: {_no_room(count)} after it.")
        return _above(low, count)
    if high is not None:
        _require(steps(-LARGEST, high) >= count, f"Move {high!r} up first: {_no_room(count)} before it.")
        return tuple(-number for number in reversed(_above(-high, count)))
    return tuple(range(1, count + 1))


def headroom(before: int | float, after: int | float) -> int:
    """Return how many times ``midpoint`` fits between two neighbours, each time beside the last newcomer.

    This is the worst case, in which all go to one side: towards the neighbour that is farther from
    zero, where doubles are scarcer. Whatever the sides are, at least as many fit. A gap of 1 takes 12
    between epoch times in milliseconds (from 2004 to 2039), 22 in seconds, and 52 from 1 to 2; each
    doubling of the gap takes one more. Neighbours that are the same double take none.

    Raises:
        UsageError: *before* is above *after*, or one of them is not finite.
    """
    low, high = _finite(before), _finite(after)
    _require(low <= high, f"Give the lower neighbour first: {low!r} is above {high!r}.")
    return _room(low, high)


def _room(low: float, high: float) -> int:
    inserted = 0
    while not _countable(low, high, 1):
        (middle,) = _spread(low, high, 1)
        low, high = (middle, high) if abs(high) >= abs(low) else (low, middle)
        inserted += 1
    return inserted + max(steps(low, high), 1).bit_length() - 1


def _neighbour(number: int | float | None) -> float | None:
    return None if number is None else _finite(number)


def _finite(number: int | float) -> float:
    found = double(number)
    if found is None:
        shown = repr(number) if isinstance(number, float) else f"an integer of {number.bit_length()} bits"
        raise UsageError(f"Neighbours are finite numbers within ±{LARGEST}, not {shown}.")
    return found


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise UsageError(message)


def _no_room(count: int) -> str:
    return f"there is no room for {count} more"


def _whole(number: float) -> float:
    """Return the integer nearest to *number*; halves go away from zero, where there is less room anyway."""
    size = abs(number)
    return math.copysign(math.floor(size) + (size % 1 >= 0.5), number)


def _tightest(low: float, numbers: Sequence[float], high: float) -> int:
    """Return the least headroom that any two neighbours have; -1 if they do not ascend."""
    pairs = list(pairwise((low, *numbers, high)))
    return min(_room(*pair) for pair in pairs) if all(one < other for one, other in pairs) else -1


def _countable(low: float, high: float, count: int) -> bool:
    """Return whether *count* numbers are to be spread by counting doubles rather than by value."""
    return steps(low, high) < _FEW * (count + 1) or equally_spaced(low, high)


def _spread(low: float, high: float, count: int) -> list[float]:
    """Return *count* doubles that part the gap evenly; the leftover goes to the end nearer to zero."""
    parts = count + 1
    if not _countable(low, high, count):
        return [_part(low, high, number, parts) for number in range(1, parts)]
    length = steps(low, high)
    if abs(high) >= abs(low):
        return [ranked(rank(high) - length * number // parts) for number in range(count, 0, -1)]
    return [ranked(rank(low) + length * number // parts) for number in range(1, parts)]


def _part(low: float, high: float, number: int, parts: int) -> float:
    """Return the double nearest to the end of the given part of the gap; no step on the way is rounded."""
    (low_over, low_under), (high_over, high_under) = low.as_integer_ratio(), high.as_integer_ratio()
    under = max(low_under, high_under)  # both are powers of two
    low_over, high_over = low_over * (under // low_under), high_over * (under // high_under)
    return (low_over * (parts - number) + high_over * number) / (under * parts)


def _above(low: float, count: int) -> tuple[int | float, ...]:
    """Return *count* integers above *low*, a step apart; where those would overflow, all that room allows."""
    step = 10 ** max(0, len(str(abs(int(low)))) - _SECONDS_DIGITS)
    first = math.ceil(low) + step
    if first + step * (count - 1) <= LARGEST:
        return tuple(plain(first + step * number) for number in range(count))
    length = steps(low, LARGEST)
    return tuple(plain(ranked(rank(low) + length * number // count)) for number in range(1, count + 1))
