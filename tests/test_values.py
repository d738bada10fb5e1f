"""Values that are equal if they hold the same: as attrs itself would have it."""

import itertools
import math
from typing import Any

import attrs
import pytest

from gallery_lens.values import Record, Value, evolve, fresh


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


class Held(Record):
    one: Any
    two: Any = 2
    made: dict[str, Any] = fresh(factory=dict)


class Compared(Value, Record, kw_only=True):
    one: Any
    two: Any = 2


class TestRecords:
    """Classes that hold what is annotated in them."""

    def test_defaults_are_those_of_the_class(self) -> None:
        """A factory is called for each record."""
        one, other = Held(1), Held(one=1, two=3)

        assert (one.one, one.two, one.made, other.two) == (1, 2, {}, 3)
        assert one.made is not other.made

    def test_a_default_that_is_a_function_is_no_method(self) -> None:
        """It is called with what it is given, and nothing else."""

        class Calling(Record):
            call: Any = lambda value: value + 1

        assert Calling().call(1) == 2

    def test_they_differ_unless_they_are_values(self) -> None:
        """As with attrs."""
        assert Held(1) != Held(1)
        assert Compared(one=1) == Compared(one=1, two=2) != Compared(one=2)
        assert hash(Compared(one=1)) == hash(Compared(one=1))

    def test_changes_are_made_in_a_copy(self) -> None:
        """Whatever was not changed is the same."""
        given = Held(1)

        assert evolve(given, two=5).made is given.made
        assert (evolve(given, two=5).two, given.two) == (5, 2)

    def test_they_show_what_they_hold(self) -> None:
        """But for defaults."""
        assert repr(Held([1])) == "Held(one=[1], made={})"

    @pytest.mark.parametrize("given", [{}, {"one": 1, "made": {}, "three": 3}])
    def test_what_is_missing_or_unknown_is_refused(self, given: dict[str, Any]) -> None:
        """As with any function."""
        with pytest.raises(TypeError, match="Held holds one, two, made"):
            Held(**given)
