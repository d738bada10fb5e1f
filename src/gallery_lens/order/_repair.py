"""The sort orders of one gallery, put right with the fewest changes."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import attrs

from gallery_lens.order._placing import ROOM, between
from gallery_lens.order._reading import numeric
from gallery_lens.order.doubles import LARGEST, double, plain, rank
from gallery_lens.values import Value

_STEPS: Final = 2**ROOM  # doubles from one neighbour to the next that leave this room, and no fewer do


@attrs.frozen(eq=False, repr=False)
class Repair(Value):
    """The changes of a repair; none if the sort orders were in order."""

    changes: Mapping[int, int | float]  #: the new value by index, counted from 0 in the order given
    values: tuple[Any, ...]  #: all values after the repair, in the order given


def displayed(values: Sequence[Any]) -> tuple[int, ...]:
    """Return the indexes of *values* in the order in which a gallery shows the items.

    Ascending by number, as doubles; equals, and those without a finite number, which come last, as
    given. Numeric text counts as the number it spells.
    """
    numbers = [None if (number := numeric(value)) is None else double(number) for value in values]
    return tuple(sorted(range(len(values)), key=lambda index: (numbers[index] is None, numbers[index] or 0)))


def repair(values: Sequence[Any]) -> Repair:
    """Return the fewest changes that make *values* sort orders which a server takes and an editor can use.

    Afterwards all are finite numbers, ascending strictly as doubles in the order displayed, and
    ``ROOM`` insertions fit between any two neighbours; the order displayed is what it was. Numbers
    that stay keep their type. Text never stays, but becomes the number it spells where that fits among
    those that stay. What is in order is not changed, so a second repair changes nothing.

    Args:
        values: the sort orders of one gallery, as the document gives them and in its order: numbers,
            numeric text, anything else for none. In any unit; milliseconds stay milliseconds.
    """
    order = displayed(values)
    spots = [spot for place, index in enumerate(order) if (spot := _spot(place, values[index]))]
    start = _Neighbour(place=-1, level=rank(-LARGEST))
    end = _Neighbour(place=len(values), level=rank(LARGEST) - _STEPS * (len(values) - 1))
    kept = _longest([spot for spot in spots if not spot.written], start, end)
    # Numeric text becomes its own number, as much as fits between what is kept.
    read: list[_Neighbour] = []
    for left, right in pairwise((start, *kept, end)):
        first, last = (bisect_left(spots, spot.place, key=lambda spot: spot.place) for spot in (left, right))
        read += _longest([spot for spot in spots[first:last] if spot.written], left, right)
    settled = sorted((start, *kept, *read, end), key=lambda spot: spot.place)
    new = {spot.place: spot.number for spot in read if spot.number is not None}
    for left, right in pairwise(settled):
        fresh = between(left.number, right.number, right.place - left.place - 1)
        new |= enumerate(fresh, start=left.place + 1)
    changes = {order[place]: value for place, value in new.items()}
    after = tuple(changes.get(index, value) for index, value in enumerate(values))
    return Repair(changes=dict(sorted(changes.items())), values=after)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Neighbour:
    """A place in the order displayed, and the number there."""

    place: int
    level: int  #: the rank of the number, less what the places before it need
    number: int | float | None = None  #: None before the first place and behind the last
    written: bool = False  #: as text


def _spot(place: int, value: Any) -> _Neighbour | None:
    number = numeric(value)
    counted = None if number is None else double(number)
    if number is None or counted is None:
        return None
    level = rank(counted) - _STEPS * place
    return _Neighbour(place=place, level=level, number=plain(number), written=isinstance(value, str))


def _longest(spots: Sequence[_Neighbour], left: _Neighbour, right: _Neighbour) -> list[_Neighbour]:
    """Return the most of *spots* that can stay together, *left* and *right* staying; the earliest such.

    Two can stay if the level does not fall from the first to the second: then there are doubles enough
    for all places between them.
    """
    fitting = [spot for spot in spots if left.level <= spot.level <= right.level]
    lengths: list[int] = []  # of the longest that begins with each, and never falls
    highest: list[int] = []  # negated, by length: the highest level at which one of that length starts
    for spot in reversed(fitting):
        length = bisect_right(highest, -spot.level)
        highest[length : length + 1] = [-spot.level]
        lengths.append(length + 1)
    wanted, level = max(lengths, default=0), left.level
    found = []
    for spot, length in zip(fitting, reversed(lengths), strict=True):
        if length == wanted and spot.level >= level:
            found.append(spot)
            wanted, level = wanted - 1, spot.level
    return found
