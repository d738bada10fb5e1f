"""A JSON document's bytes: quickly if it is plain, with care if it is not."""

import json
import math
from collections.abc import Sequence
from typing import Any, Final

from gallery_lens.jsontext import codec
from gallery_lens.late import late

_SURROGATE: Final = late("[\ud800-\udfff]")


def write(value: Any, indent: int | None = None) -> bytes:
    """Write *value* as UTF-8 with a newline at the end.

    *indent* is in blanks, None for everything on one line.
    NaN and the infinities, which JSON lacks, become null. A lone surrogate is escaped.
    """
    return encode(value, indent) + b"\n"


def encode(value: Any, indent: int | None = None) -> bytes:
    """Write *value* like ``write``, without the newline at the end."""
    if not codec.is_here() and _is_spelled_alike(value):
        return _encode_with_care(value, indent)
    try:
        data = codec.encoder().encode(value)
    except ValueError:
        return _encode_with_care(value, indent)
    if not indent:
        return data
    import msgspec

    return msgspec.json.format(data, indent=indent)


def write_lines(values: Sequence[Any]) -> bytes:
    """Write *values* one per line, each as ``write`` does."""
    try:
        return codec.encoder().encode_lines(values)
    except ValueError:
        return b"".join(map(write, values))


#: Characters that turn the direction of text around, or that a terminal obeys (C1), in UTF-8.
_OBEYED: Final = late(rb"\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")

#: How each of them starts, which is far quicker to look for.
_STARTS: Final = (b"\xc2", b"\xd8\x9c", b"\xe2\x80", b"\xe2\x81")


def inert(data: bytes) -> bytes:
    """Return JSON text that means the same, with escapes for what changes how the text around it looks.

    For what is written about galleries: the data themselves are kept character for character.
    """
    if data.isascii() or not any(start in data for start in _STARTS):
        return data
    return _OBEYED.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), data)


#: Between these, no float has an exponent.
_LEAST: Final = 1e-4
_MOST: Final = 1e16


def _is_spelled_alike(value: Any) -> bool:
    """Return whether the standard library spells all numbers as the codec does: those without exponents."""
    if isinstance(value, float):
        return value == 0 or _LEAST <= abs(value) < _MOST
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(map(_is_spelled_alike, inner))


def _encode_with_care(value: Any, indent: int | None) -> bytes:
    separators = (",", ": " if indent else ":")
    text = json.dumps(_finite(value), ensure_ascii=False, indent=indent or None, separators=separators)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    return [_finite(inner) for inner in value] if isinstance(value, list | tuple) else value
