"""The order in which a gallery shows its items, as its list and its sort orders tell."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from gallery_lens.order._reading import numeric
from gallery_lens.order.doubles import double


def descends(values: Sequence[Any]) -> bool:
    """Return whether *values*, in the order of a list, are two or more numbers that strictly descend."""
    numbers = _numbers(values)
    return len(values) > 1 and numbers is not None and all(one > other for one, other in pairwise(numbers))


def shown(values: Sequence[Any], *, descending: bool = False) -> tuple[int, ...]:
    """Return the indexes of *values* in the order of a gallery that is listed in one direction.

    By number where all are numbers and different doubles, else as given.

    Args:
        values: the sort orders of one gallery, in the order of its list.
        descending: whether the highest comes first.
    """
    numbers = _numbers(values)
    if numbers is None or len(set(numbers)) < len(numbers):
        return tuple(range(len(values)))
    return tuple(sorted(range(len(values)), key=numbers.__getitem__, reverse=descending))


def _numbers(values: Sequence[Any]) -> list[float] | None:
    numbers = [None if (number := numeric(value)) is None else double(number) for value in values]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(values) else None
