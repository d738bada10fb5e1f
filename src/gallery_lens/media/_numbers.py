"""Whole numbers in a text, as JavaScript's ``Number`` reads them."""

from typing import Final

from gallery_lens.late import late

BLANKS: Final = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_RADIX: Final = late("0(?:[xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)")
_DECIMAL: Final = late(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_INFINITE: Final = 2**1024


def whole_number(text: str) -> int | None:
    """Return the whole number, from 0 up, that *text* without blanks around it is; None if it is none."""
    if _RADIX.fullmatch(text):
        number = int(text, 0)
        return number if number < _INFINITE else None
    if not _DECIMAL.fullmatch(text):
        return None
    rounded = float(text)
    if rounded < 0 or not rounded.is_integer():
        return None
    # Without its zeros, text of a finite number is short enough for int().
    return int(text.lstrip("0") or "0") if text.isdecimal() else int(rounded)
