"""Sort orders as numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.model import UNSET
from gallery_lens.order import numeric

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
