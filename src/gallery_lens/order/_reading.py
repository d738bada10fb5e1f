"""Sort orders as they are written, read as numbers."""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

from gallery_lens.late import late

_NUMERIC: Final = late(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE: Final = late(r"[+-]?[0-9]+")


def numeric(sort_order: Any) -> int | float | None:
    """Return *sort_order* as a finite number, integers exact, or None if it is none.

    Null, nothing at all, text that is not a number, NaN and the infinities are none.
    """
    if isinstance(sort_order, str):
        if _NUMERIC.fullmatch(sort_order) is None:
            return None
        try:
            number = int(sort_order) if _WHOLE.fullmatch(sort_order) else float(sort_order)
        except ValueError:  # more digits than Python reads; far beyond any number the server holds
            return None
        return number if isinstance(number, int) or math.isfinite(number) else None
    if isinstance(sort_order, float):
        return sort_order if math.isfinite(sort_order) else None
    return sort_order if isinstance(sort_order, int) and not isinstance(sort_order, bool) else None


def is_strict(sort_orders: Iterable[Any]) -> bool:
    """Return whether all *sort_orders* are numbers, and each is above the one before, or each below."""
    numbers = [numeric(each) for each in sort_orders]
    pairs = [*pairwise(each for each in numbers if each is not None)]
    return None not in numbers and (all(a < b for a, b in pairs) or all(a > b for a, b in pairs))
