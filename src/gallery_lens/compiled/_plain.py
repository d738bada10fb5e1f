"""Values that JSON can hold, as what parses JSON gives them."""

import math
from typing import Any


def is_plain(value: Any) -> bool:
    """Return whether *value* is made of JSON's types alone, without NaN and infinities."""
    kind = type(value)
    if kind is dict:
        return all(type(key) is str and is_plain(inner) for key, inner in value.items())
    if kind is list:
        return all(map(is_plain, value))
    return kind in (str, int, bool, type(None)) or (kind is float and math.isfinite(value))
