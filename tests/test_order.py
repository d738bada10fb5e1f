"""Sort orders as numbers: how they are read, placed and repaired."""

import math
import random
import sys
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any, TypeGuard

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from gallery_lens.errors import UsageError
from gallery_lens.model import UNSET
from gallery_lens.order import (
    ROOM,
    between,
    descends,
    displayed,
    headroom,
    is_strict,
    midpoint,
    numeric,
    repair,
    shown,
)

LARGEST = sys.float_info.max
SMALLEST = math.ulp(0.0)

READ = [
    (5, 5),
    (0, 0),
    (-2100000000000, -2100000000000),
    (1644317968.985, 1644317968.985),
    ("420", 420),
    ("-7", -7),
    ("+7", 7),
    ("007", 7),
    ("1098567432145", 1098567432145),
    ("1611056409.2088726", 1611056409.2088726),
    (".5", 0.5),
    ("1.644317968985E9", 1644317968.985),
    ("1e3", 1000.0),
]

NO_NUMBERS = [
    None,
    UNSET,
    True,
    math.nan,
    math.inf,
    -math.inf,
    "",
    " 5",
    "5\n",
    "1.",
    "1_000",
    "0x10",
    "٣",
    "NaN",
    "Infinity",
    "-Infinity",
    "first",
    "1e400",
    "9" * 5000,
]


@pytest.mark.parametrize(("given_as", "expected"), READ)
def test_numbers_and_numeric_text_are_read(given_as: object, expected: float) -> None:
    """A number is itself, and numeric text is the number it spells."""
    assert expected == numeric(given_as)


@pytest.mark.parametrize(("given_as", "expected"), READ)
def test_the_type_is_kept(given_as: object, expected: float) -> None:
    """What is written as an integer is one, and nothing else is."""
    assert type(expected) is type(numeric(given_as))


@pytest.mark.parametrize("given_as", NO_NUMBERS)
def test_everything_else_is_no_number(given_as: object) -> None:
    """Null, nothing, other text, and numbers that are not finite have no place in an order."""
    assert numeric(given_as) is None


@given(st.integers(min_value=-(10**300), max_value=10**300))
def test_integers_in_text_stay_exact(number: int) -> None:
    """However many digits, the last one counts."""
    assert number == numeric(str(number))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_in_text_stay_exact(number: float) -> None:
    """The shortest text of a double gives the double back."""
    assert number == numeric(repr(number))


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    """No text makes it fail, and what comes out is finite."""
    number = numeric(text)

    assert number is None or isinstance(number, int) or math.isfinite(number)


# ---------------------------------------------------------------- placing


def moved(number: float, steps: int) -> float:
    """The double that many doubles above *number*, or below it; the last one if there are not so many."""
    for _ in range(abs(steps)):
        number = math.nextafter(number, math.copysign(LARGEST, steps))
    return number


def is_closer(low: float, high: float, steps: int) -> bool:
    """Tell whether it takes fewer steps than that from double to double to come from *low* to *high*."""
    reached = float(low)
    for _ in range(steps):
        reached = math.nextafter(reached, math.inf)
    return float(high) < reached


EDGES = st.sampled_from(
    [0.0, 2.0**-1022, 2.0**-1021, 0.125, 1.0, 2.0**31, 2.0**40, 2.0**51, 2.0**52, 2.0**53, 1e308, LARGEST]
)
BESIDE_EDGES = st.builds(
    lambda edge, sign, steps: moved(sign * edge, steps),
    EDGES,
    st.sampled_from([-1, 1]),
    st.integers(min_value=-80, max_value=80),
)
TIMES = st.integers(10**9, 2 * 10**9) | st.integers(10**12, 2 * 10**12) | st.floats(1e9, 2e9)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
NUMBERS = FINITE | BESIDE_EDGES | TIMES | st.integers(-100, 100) | st.integers(-(2**60), 2**60)


def pair(numbers: st.SearchStrategy[float]) -> st.SearchStrategy[tuple[float, float]]:
    """Two of *numbers*, different as doubles, the lower one first."""
    pairs = st.tuples(numbers, numbers).map(lambda both: (min(both), max(both)))
    return pairs.filter(lambda both: float(both[0]) < float(both[1]))


CLOSE = st.builds(lambda low, steps: (low, moved(low, steps)), NUMBERS, st.integers(1, 200))
GAPS = pair(NUMBERS) | pair(BESIDE_EDGES) | CLOSE.filter(lambda both: float(both[0]) < both[1])

MIDPOINTS = [
    (1, 2, 1.5),
    (1, 3, 2),
    (1, 4, 3),
    (-4, -1, -3),
    (1, 5, 3),
    (-5, 5, 0),
    (0.2, 1.9, 1),
    (1.5, 3.2, 2),
    (0.9999999, 1.5, 1.24999995),
    (1644317968.985, 1644317973.5, 1644317971),
    (1644317968.985, 1644317972.985, 1644317970.985),
    (1657439075188, 1657439075189, 1657439075188.5),
    (2**53, 2**53 + 4, 2**53 + 2),
    (0, SMALLEST * 2, SMALLEST),
    (-1e308, 1e308, 0),
    (1e308, 1.5e308, 1.25e308),
    (None, None, 1),
    (5, None, 6),
    (None, 5, 4),
    (0, None, 1),
    (5.25, None, 7),
    (None, 5.25, 4),
    (1611056409.2088726, None, 1611056411),
    (1657439075188, None, 1657439076188),
    (None, 1657439075188, 1657439074188),
    (-2100000000000, None, -2099999999000),
    (moved(LARGEST, -1), None, LARGEST),
    (None, moved(-LARGEST, 1), -LARGEST),
]

NO_ROOM = [
    (1, 1),
    (2, 1),
    (1, 1.0),
    (1, 1 + 2**-52),
    (2**53, 2**53 + 1),
    (2**53, 2**53 + 2),
    (0, SMALLEST),
    (LARGEST, None),
    (None, -LARGEST),
    (math.nan, 1),
    (1, math.inf),
    (-math.inf, None),
    (10**400, None),
    (None, -(10**400)),
]


@pytest.mark.parametrize(("before", "after", "expected"), MIDPOINTS)
def test_the_midpoint_is_plain(before: float | None, after: float | None, expected: float) -> None:
    """It is the mean or the integer next to it; beside a single neighbour, a step in its unit away."""
    assert expected == midpoint(before, after)


@pytest.mark.parametrize(("before", "after", "expected"), MIDPOINTS)
def test_whole_numbers_are_integers(before: float | None, after: float | None, expected: float) -> None:
    """A midpoint that is whole and fits into 64 bits is written without a fraction."""
    whole = expected == math.floor(expected) and abs(expected) < 2**63

    assert whole is isinstance(midpoint(before, after), int)


@pytest.mark.parametrize(("before", "after"), NO_ROOM)
def test_no_midpoint_where_nothing_fits(before: float | None, after: float | None) -> None:
    """Equal, descending and adjacent neighbours have none between them, nor have those not finite."""
    with pytest.raises(UsageError):
        midpoint(before, after)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (2, 1, "Give the lower neighbour first: 2.0 is not below 1.0."),
        (1, 1, "Give the lower neighbour first: 1.0 is not below 1.0."),
        (0, SMALLEST, "Move 0.0 and 5e-324 apart: there is no room for 1 more between them."),
        (LARGEST, None, f"Move {LARGEST} down first: there is no room for 1 more after it."),
        (None, -LARGEST, f"Move {-LARGEST} up first: there is no room for 1 more before it."),
        (math.nan, 1, f"Neighbours are finite numbers within ±{LARGEST}, not nan."),
        (10**400, None, f"Neighbours are finite numbers within ±{LARGEST}, not an integer of 1329 bits."),
    ],
)
def test_a_refusal_says_what_to_do(before: float | None, after: float | None, message: str) -> None:
    """The sentence names the neighbours and the remedy."""
    with pytest.raises(UsageError) as refused:
        midpoint(before, after)

    assert message == str(refused.value)


@given(GAPS)
def test_a_midpoint_lies_strictly_between(gap: tuple[float, float]) -> None:
    """Where a double lies between two neighbours there is a midpoint, and it is a double between them."""
    low, high = gap
    assume(not is_closer(low, high, 2))

    number = midpoint(low, high)

    assert float(low) < number < float(high)
    assert number == float(number)


@given(pair(st.integers(-(2**50), 2**50)))
def test_between_integers_it_is_an_integer(gap: tuple[int, int]) -> None:
    """An integer is taken wherever one lies between integers."""
    low, high = gap
    assume(high - low > 1)

    assert isinstance(midpoint(low, high), int)


@given(GAPS)
def test_the_midpoint_is_the_same_from_both_sides(gap: tuple[float, float]) -> None:
    """Placing does not care which way is up."""
    low, high = gap
    assume(headroom(low, high))

    assert midpoint(low, high) == -midpoint(-high, -low)


@given(NUMBERS)
def test_an_open_end_takes_what_comes(neighbour: float) -> None:
    """Beside a single neighbour there is a place on each side, save at the ends of the doubles."""
    assume(abs(neighbour) < LARGEST)

    below, above = midpoint(None, neighbour), midpoint(neighbour, None)

    assert -LARGEST <= below < float(neighbour) < above <= LARGEST


@given(st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14))
def test_an_open_end_leaves_room_behind_it(neighbour: float) -> None:
    """What is added at the end is a step away, in which many more can be inserted."""
    assert headroom(neighbour, midpoint(neighbour, None)) >= 16


SPREADS = [
    (0, 4, 3, (1, 2, 3)),
    (0, 10, 4, (2, 4, 6, 8)),
    (0, 1, 3, (0.25, 0.5, 0.75)),
    (1, 2, 0, ()),
    (None, None, 3, (1, 2, 3)),
    (5, None, 3, (6, 7, 8)),
    (None, 5, 3, (2, 3, 4)),
    (1657439075188, None, 2, (1657439076188, 1657439077188)),
    (1, moved(1.0, 4), 3, (moved(1.0, 1), moved(1.0, 2), moved(1.0, 3))),
    (moved(LARGEST, -4), None, 2, (moved(LARGEST, -2), LARGEST)),
    (LARGEST, None, 0, ()),
]


@pytest.mark.parametrize(("before", "after", "count", "expected"), SPREADS)
def test_several_are_spread_evenly(
    before: float | None, after: float | None, count: int, expected: tuple[float, ...]
) -> None:
    """They part the gap, or go on behind it, in equal steps."""
    assert expected == between(before, after, count)


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [(1, 2, -1), (2, 1, 0), (1, moved(1.0, 4), 4), (moved(LARGEST, -4), None, 5), (None, math.nan, 1)],
)
def test_no_spread_where_not_all_fit(before: float | None, after: float | None, count: int) -> None:
    """Either all of them have a double of their own, or none is given."""
    with pytest.raises(UsageError):
        between(before, after, count)


@given(GAPS, st.integers(0, 40))
def test_a_spread_ascends_between_its_ends(gap: tuple[float, float], count: int) -> None:
    """As many as asked for, all different, all doubles, all strictly between; wherever there are enough."""
    low, high = gap
    assume(not is_closer(low, high, count + 1))

    numbers = between(low, high, count)

    assert count == len(numbers)
    assert all(one < other for one, other in pairwise((float(low), *numbers, float(high))))
    assert all(number == float(number) for number in numbers)


@given(pair(st.floats(-1e15, 1e15)), st.integers(1, 40))
def test_a_spread_is_even(gap: tuple[float, float], count: int) -> None:
    """Each stands where equal steps would put it, or is the integer next to that."""
    low, high = gap
    assume(headroom(low, high) > 20)
    step = (high - low) / (count + 1)

    numbers = between(low, high, count)

    off = max(abs(number - low - step * place) for place, number in enumerate(numbers, start=1))
    near = math.ulp(max(abs(low), abs(high))) * (count + 4)  # the sums of this test are rounded too
    assert off <= (near + 0.5 if all(isinstance(number, int) for number in numbers) else near)


# ---------------------------------------------------------------- headroom


def insertions(low: float, high: float) -> int:
    """Count midpoints, each between the one before it and the neighbour farther from zero."""
    count, upwards = 0, abs(high) >= abs(low)
    while moved(low, 1) < high:
        middle = midpoint(low, high)
        low, high = (middle, high) if upwards else (low, middle)
        count += 1
    return count


ROOMS = [
    (1657439075188, 1657439075189, 12),
    (1657439075188, 1657439075190, 13),
    (1657439075188, 1657439075288, 18),
    (1644317968, 1644317969, 22),
    (1644317968.985, 1644317969, 15),
    (1, 2, 52),
    (0, 1, 53),
    (-1, 1, 54),
    (420, 421, 44),
    (1, 1, 0),
    (1, moved(1.0, 1), 0),
    (1, moved(1.0, 2), 1),
    (1, moved(1.0, 15), 3),
    (1, moved(1.0, 16), 4),
    (2**53, 2**53 + 1, 0),
    (2**53 - 1, 2**53 + 1, 0),
    (2**53 - 1, 2**53 + 2, 1),
    (0, SMALLEST * 16, 4),
    (-LARGEST, LARGEST, 54),
]


@pytest.mark.parametrize(("before", "after", "expected"), ROOMS)
def test_headroom_in_figures(before: float, after: float, expected: int) -> None:
    """A gap of 1 between today's epoch times takes 12 insertions in milliseconds, 22 in seconds."""
    assert expected == headroom(before, after)


@pytest.mark.parametrize(("before", "after", "expected"), ROOMS)
def test_the_figures_are_those_of_a_simulation(before: float, after: float, expected: int) -> None:
    """Inserting for real, until it fails, gives the same figures."""
    assert expected == insertions(float(before), float(after))


@pytest.mark.parametrize("start", [1104537600000, 1657439075188, 2199023255550])
def test_means_as_javascript_takes_them_run_out_after_a_dozen(start: int) -> None:
    """From 2005 to 2039, 12 means fit into a millisecond before one is a neighbour itself."""
    low, high, count = float(start), float(start + 1), 0
    while low < (low + high) / 2 < high:
        low, count = (low + high) / 2, count + 1

    assert 12 == count


@given(pair(st.integers(-(2**50), 2**50)) | pair(st.floats(0, 1)) | pair(st.floats(2.0**53, LARGEST)))
def test_headroom_is_what_a_simulation_gives(gap: tuple[float, float]) -> None:
    """Among integers, and wherever every midpoint is the mean, headroom is the number of insertions."""
    low, high = gap

    assert insertions(low, high) == headroom(low, high)


@given(GAPS, st.randoms(use_true_random=False))
def test_at_least_as_many_insertions_fit(gap: tuple[float, float], chance: random.Random) -> None:
    """Whichever side of the last newcomer each one goes to, headroom promises no more than there is."""
    low, high = gap
    promised = headroom(low, high)

    for _ in range(promised):
        middle = midpoint(low, high)
        low, high = chance.choice([(low, middle), (middle, high)])

    assert float(low) < float(high)


@given(GAPS)
def test_an_insertion_costs_no_more_than_one(gap: tuple[float, float]) -> None:
    """On either side of a midpoint all but one of the insertions still fit."""
    low, high = gap
    assume(headroom(low, high))

    middle = midpoint(low, high)

    assert min(headroom(low, middle), headroom(middle, high)) >= headroom(low, high) - 1


@given(GAPS)
@example((moved(1.0, -8), moved(1.0, 8)))
@example((moved(1.0, -16), moved(1.0, 1)))
@example((moved(2.0**52, -6), moved(2.0**52, 9)))
@example((moved(LARGEST, -1), LARGEST))
@example((float(2**53 - 15), 2**53 + 3))
def test_four_insertions_are_sixteen_doubles(gap: tuple[float, float]) -> None:
    """The law that a repair relies on, wherever powers of two may lie."""
    low, high = gap

    assert is_closer(low, high, 2**ROOM) is (headroom(low, high) < ROOM)


@pytest.mark.parametrize(("before", "after"), [(2, 1), (math.nan, 1), (0, math.inf), (0, 10**400)])
def test_no_headroom_of_what_is_no_gap(before: float, after: float) -> None:
    """Neighbours in the wrong order, or without a place, are refused."""
    with pytest.raises(UsageError):
        headroom(before, after)


# ---------------------------------------------------------------- repair

MILLISECONDS = 1657439075188

DISPLAYED = [
    ([], ()),
    ([3, 1, 2], (1, 2, 0)),
    ([5, 5.0, "5"], (0, 1, 2)),
    ([None, 2, math.nan, "1", UNSET, "NaN"], (3, 1, 0, 2, 4, 5)),
    ([10, "9"], (1, 0)),
    ([0.0, -0.0], (0, 1)),
    ([2**53 + 1, 2**53], (0, 1)),
    ([math.inf, 10**400, 1], (2, 0, 1)),
]

REPAIRS = [
    ([], {}),
    ([3, 1, 2], {}),
    ([1644317968.985, MILLISECONDS], {}),
    ([5, 5, 5], {1: 6, 2: 7}),
    ([1, 5, 5], {2: 6}),
    ([5, 5, 7], {1: 6}),
    ([5, 5, 6], {1: 5.5}),
    ([9, 5, 5], {2: 7}),
    ([0.0, -0.0], {1: 1}),
    ([None, None], {0: 1, 1: 2}),
    ([None, 4], {0: 5}),
    ([MILLISECONDS, None, MILLISECONDS], {1: MILLISECONDS + 2000, 2: MILLISECONDS + 1000}),
    (["10", "20", 30], {0: 10, 1: 20}),
    (["1.5", "1e3", "1644317968.985"], {0: 1.5, 1: 1000, 2: 1644317968.985}),
    (["5", 5, "5"], {0: 4, 2: 6}),
    ([1, "NaN", math.inf, True, 10**400], {1: 2, 2: 3, 3: 4, 4: 5}),
    ([2**53, 2**53 + 1], {1: 2**53 + 1000000}),
    ([1, moved(1.0, 15), 2], {1: 1.5}),
    ([1, moved(1.0, 16), 2], {}),
    ([1, moved(1.0, 8), moved(1.0, 32), 5], {1: moved(1.0, 16)}),
    ([1, moved(1.0, 8), moved(1.0, 31), 5], {0: 0}),
    ([-LARGEST, -LARGEST, 0], {1: -LARGEST / 2}),
    ([LARGEST, LARGEST], {0: float(int(LARGEST) - 10**299)}),
]


def as_shown(values: Sequence[object]) -> list[object]:
    """The values in the order displayed."""
    return [values[index] for index in displayed(values)]


def is_sound(value: object) -> TypeGuard[float]:
    """Tell whether a value is a number and finite as a double."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST


def is_in_order(values: Sequence[object]) -> bool:
    """Tell whether all are numbers in ascending order, with room between them."""
    numbers = [float(value) for value in values if is_sound(value)]
    return len(numbers) == len(values) and all(
        one < other and headroom(one, other) >= ROOM for one, other in pairwise(numbers)
    )


def first_behind(number: float) -> float:
    """The lowest double that has enough room to *number*; infinity if there is none."""
    found = number
    while not math.isinf(found) and headroom(number, found) < ROOM:
        found = math.nextafter(found, math.inf)
    return found


def can_stay(shown: Sequence[object], places: Sequence[int]) -> bool:
    """Tell by trial whether the numbers at *places* can stay, placing the others as low as can be."""
    last: float | None = None
    for place, value in enumerate(shown):
        lowest = -LARGEST if last is None else first_behind(last)
        last = float(value) if place in places and is_sound(value) else lowest
        if last < lowest or math.isinf(last):
            return False
    return True


def fewest(values: Sequence[object]) -> int:
    """The least number of changes, found by trying every choice of what stays."""
    shown = as_shown(values)
    sound = [place for place, value in enumerate(shown) if is_sound(value)]
    choices = (kept for size in range(len(sound), -1, -1) for kept in combinations(sound, size))
    return len(shown) - next(len(kept) for kept in choices if can_stay(shown, kept))


NO_NUMBER = st.sampled_from([None, UNSET, True, math.nan, math.inf, "NaN", "-Infinity", "first", 10**400])
CLUSTERS = st.tuples(EDGES, st.sampled_from([-1, 1])).flatmap(
    lambda around: st.lists(
        st.one_of(
            st.builds(moved, st.just(around[0] * around[1]), st.integers(-80, 80)),
            st.builds(moved, st.just(around[0] * around[1]), st.sampled_from([-48, -32, -16, 0, 16, 32, 48])),
            NUMBERS,
            NO_NUMBER,
        ),
        max_size=6,
    )
)
TEXT = NUMBERS.map(repr)
FEW_VALUES = CLUSTERS | st.lists(st.integers(-3, 3) | st.integers(-3, 3).map(str) | NO_NUMBER, max_size=6)
VALUES = FEW_VALUES | st.lists(NUMBERS | TEXT | NO_NUMBER | st.integers(0, 20), max_size=60)


@pytest.mark.parametrize(("values", "expected"), DISPLAYED)
def test_displayed_order(values: list[object], expected: tuple[int, ...]) -> None:
    """Ascending by number, equals as given, what has no number last."""
    assert expected == displayed(values)


@pytest.mark.parametrize(("values", "expected"), REPAIRS)
def test_what_a_repair_changes(values: list[object], expected: dict[int, float]) -> None:
    """The fewest values, to plain ones that fit between their neighbours."""
    assert expected == repair(values).changes


@given(VALUES)
def test_a_repair_puts_all_in_order(values: list[object]) -> None:
    """Whatever was given, numbers come out that ascend as displayed, with room between them."""
    assert is_in_order(as_shown(repair(values).values))


@given(VALUES)
def test_a_repair_keeps_the_order_displayed(values: list[object]) -> None:
    """No visitor sees a difference."""
    assert displayed(values) == displayed(repair(values).values)


@given(VALUES)
def test_a_repair_says_what_it_changes(values: list[object]) -> None:
    """The values afterwards are those given, the very same, but for the changes."""
    found = repair(values)

    assert all(found.values[index] is found.changes.get(index, value) for index, value in enumerate(values))
    assert len(values) == len(found.values)


@given(VALUES)
def test_a_second_repair_changes_nothing(values: list[object]) -> None:
    """What a repair leaves needs none."""
    assert {} == repair(repair(values).values).changes


@given(VALUES)
def test_nothing_changes_where_all_is_in_order(values: list[object]) -> None:
    """A repair changes something exactly where something is wrong."""
    assert is_in_order(as_shown(values)) is not bool(repair(values).changes)


@given(FEW_VALUES)
def test_no_fewer_changes_would_do(values: list[object]) -> None:
    """Every choice of what stays was tried, and none keeps more."""
    assert fewest(values) == len(repair(values).changes)


@given(st.lists(st.integers(-(2**40), 2**40), unique=True, max_size=60), st.randoms(use_true_random=False))
def test_text_becomes_the_number_it_spells(numbers: list[int], chance: random.Random) -> None:
    """Where the numbers would be in order, writing some as text costs nothing but those."""
    values = [chance.choice([number, str(number)]) for number in numbers]

    assert numbers == list(repair(values).values)


@pytest.mark.parametrize("value", [5, None, "5", 1657439075188, moved(1.0, 3), LARGEST])
def test_ten_thousand_alike_are_repaired(value: object) -> None:
    """A gallery of any size is put right at once, one value in it staying if it is a number."""
    found = repair([value] * 10_000)

    assert is_in_order(found.values)
    assert 10_000 - isinstance(value, int | float) == len(found.changes)


@pytest.mark.parametrize("orders", [[], [5], [1, 2.5, "3"], [3, "2", -1e9]])
def test_a_list_in_order_is_strict(orders: list[Any]) -> None:
    """Upwards or downwards, whatever the numbers are written as."""
    assert is_strict(orders)


@pytest.mark.parametrize("orders", [[None], [1, 1], [1, 3, 2], [2, "NaN"], [1, None, 2], [3, 2, 2]])
def test_a_list_with_doubts_is_not(orders: list[Any]) -> None:
    """Equal values, a missing one, or a turn."""
    assert not is_strict(orders)


class TestShown:
    """The order of a gallery, by its list and its sort orders."""

    @pytest.mark.parametrize(
        ("values", "descending", "expected"),
        [
            ([2, 1, 3], False, (1, 0, 2)),
            ([2, 1, 3], True, (2, 0, 1)),
            (["10", 9], False, (1, 0)),
            ([1, 1, 0], False, (0, 1, 2)),
            ([2, None, 1], False, (0, 1, 2)),
            ([2**53, 2**53 + 1], True, (0, 1)),
            ([], False, ()),
        ],
    )
    def test_shown(self, values: list[Any], descending: bool, expected: tuple[int, ...]) -> None:
        """By number, where those are all there and different."""
        assert expected == shown(values, descending=descending)

    @pytest.mark.parametrize(
        ("values", "expected"),
        [([3, 2, 1], True), ([1, 2], False), ([2, 2], False), ([1], False), ([], False), ([2, None], False)],
    )
    def test_descends(self, values: list[Any], expected: bool) -> None:
        """Strictly, and at least two of them."""
        assert expected == descends(values)
