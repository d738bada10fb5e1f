"""Values that JSON can hold, as what parses JSON gives them."""

import math
from typing import Any


def is_plain(value: Any) -> bool:
    """Return whether *value* is made of JSON's types alone, without NaN and infinities."""
    kind = type(value)
    if kind is dict or kind is list:
        named = kind is list or all(type(key) is str for key in value)
        # ``map`` takes one frame a level, so that this goes as deep as others do.
        return named and all(map(is_plain, value.values() if kind is dict else value))
    return kind in (str, int, bool, type(None)) or (kind is float and math.isfinite(value))
