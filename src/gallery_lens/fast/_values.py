"""Values as a row shows them: once as JSON, and once more inside the text of its message."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from gallery_lens.conversion._findings import words
from gallery_lens.diagnostics import VALUE_LIMIT, shorten, spell

_encode: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode

#: Between these every way to write a number has it with a point and without an exponent.
_LEAST, _MOST = 1e-3, 1e15


def said(value: Any, plain: bool) -> tuple[bytes, bytes]:
    """Return *value* as a message has it, which is JSON inside of JSON text, and as JSON.

    What is *plain* holds no text with characters that JSON has to escape.
    """
    if isinstance(value, float) and _LEAST < value < _MOST:
        shown = _encode(value)
        return shown, shown
    if plain and isinstance(value, str) and len(value) <= VALUE_LIMIT - 2:
        text = value.encode()
        return b'\\"' + text + b'\\"', b'"' + text + b'"'
    return _carefully(value)


def _carefully(value: Any) -> tuple[bytes, bytes]:
    spelled = spell(value)
    if len(spelled) <= VALUE_LIMIT:
        return escaped(spelled), _encode(value)
    short = shorten(value)
    return escaped(words(value, short)), _encode(short)


def escaped(text: str) -> bytes:
    """Return *text* as it stands between the quotes of JSON."""
    return _encode(text)[1:-1]
