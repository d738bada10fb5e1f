"""The numbers of JavaScript, of which there are finitely many, so that they can be counted."""

import math
import struct
import sys
from typing import Final

LARGEST: Final = sys.float_info.max
_SMALLEST: Final = math.ulp(0.0)
_SIGN: Final = 2**63
_WIDEST_INTEGER: Final = 2**63


def double(number: int | float) -> float | None:
    """Return the double that *number* is in JavaScript, or None if that is not finite."""
    try:
        found = float(number)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def plain(number: int | float) -> int | float:
    """Return *number* as an integer if it is one that fits into 64 bits, else as a double."""
    if number == math.floor(number) and abs(number) < _WIDEST_INTEGER:
        return int(number)
    return float(number)


def rank(number: float) -> int:
    """Return which double *number* is, counted from zero, below it downwards; neighbours differ by 1."""
    bits: int = struct.unpack("<q", struct.pack("<d", number))[0]
    return bits if bits >= 0 else -(bits + _SIGN)


def ranked(place: int) -> float:
    """Return the double of rank *place*; ``ranked(rank(x)) == x``."""
    number: float = struct.unpack("<d", struct.pack("<q", abs(place)))[0]
    return math.copysign(number, place)


def steps(low: float, high: float) -> int:
    """Return how many doubles *high* is above *low*; negative if it is below."""
    return rank(high) - rank(low)


def equally_spaced(low: float, high: float) -> bool:
    """Return whether all doubles from *low* to *high*, which is above it, are equally far apart."""
    first, last = math.nextafter(low, high) - low, high - math.nextafter(high, low)
    return first == last and (not low < 0 < high or first == _SMALLEST)
