"""Values of the component's items that are made of others, by functions that compiled conversions name."""

from typing import Any

from gallery_lens.dialects._codecs import is_integer, is_not_finite, is_number
from gallery_lens.order import numeric


def pair_of(x: Any, y: Any) -> list[Any] | None:
    """Return two numbers that JSON has as a list."""
    return [x, y] if are_finite(x, y) else None


def are_finite(x: Any, y: Any) -> bool:
    """Return whether both are numbers that JSON has."""
    return is_finite(x) and is_finite(y)


def is_finite(value: Any) -> bool:
    """Return whether *value* is a number that JSON has."""
    return is_number(value) and not is_not_finite(value)


def quality_switch(quality: Any) -> bool | None:
    """Return true if there is a *quality* to be used."""
    return bool(quality) or None


def sharpening_switch(*amounts: Any) -> bool | None:
    """Return true if there is a number for sharpening a picture."""
    return any(map(is_finite, amounts)) or None


def shown_text(value: Any) -> str | None:
    """Return a text that says anything."""
    return value if value and isinstance(value, str) else None


def shown_size(value: Any) -> Any:
    """Return a size that is one."""
    return value if is_integer(value) and value > 0 else None


def known_millis(newer: Any, older: Any) -> Any:
    """Return a duration in milliseconds; the *older* one serves where the *newer* one says nothing."""
    return newer if is_number(newer) else millis(older)


def millis(duration: Any) -> Any:
    """Return the older duration as a number of milliseconds, or None if it is no whole one."""
    if isinstance(duration, str):
        return numeric(duration)
    return duration if is_number(duration) and is_integer(duration) else None


def loses_duration(older: Any, newer: Any) -> bool:
    """Return whether the *older* of two durations is not what is written."""
    return millis(older) != newer if is_number(newer) else millis(older) is None


def renames_duration(older: Any, newer: Any) -> bool:
    """Return whether the *older* of two durations is what is written."""
    return not is_number(newer) and millis(older) is not None
