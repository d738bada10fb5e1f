"""Values that are equal if they hold the same: as attrs itself would have it."""

import itertools
import math
from typing import Any

import attrs
import pytest

from gallery_lens.values import Value


@attrs.frozen
class Usual:
    one: Any
    two: Any = 2
    aside: Any = attrs.field(default=3, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Ours(Value):
    one: Any
    two: Any = 2
    aside: Any = attrs.field(default=3, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Other(Ours):
    pass


HELD = [(1,), (1, 2), (1.0, 2, 4), (2,), (None, "a"), (math.nan,), ((1, 2), frozenset())]


PAIRS = list(itertools.product(HELD, repeat=2))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_equality_and_hashes_are_those_of_attrs(first: Any, second: Any) -> None:
    """NaN is not even equal to itself, and what stands aside does not count."""
    equal = Usual(*first) == Usual(*second)

    assert (Ours(*first) == Ours(*second)) is equal
    assert not equal or hash(Ours(*first)) == hash(Ours(*second))


@pytest.mark.parametrize("held", HELD)
def test_they_look_like_those_of_attrs(held: Any) -> None:
    """The name of the class, and what it holds, without what is so by default."""
    assert repr(Usual(*held)).replace("Usual", "Ours").replace(", two=2", "") == repr(Ours(*held))


def test_other_classes_are_other_values() -> None:
    """Whatever they hold."""
    assert Ours(1) != Other(1)
    assert Ours(1) != (1, 2)
    assert hash(Ours(1)) != hash(Other(1))
