"""Percent-encoding, as JavaScript has it."""

import re
from typing import Final

from gallery_lens.late import late
from gallery_lens.media._reference import MediaError

_SURROGATE: Final = late("[\ud800-\udfff]")
_PLAIN: Final = late(r"[A-Za-z0-9_.!~*'() -]*")
_ESCAPES: Final = late("((?:%[0-9A-Fa-f]{2})+)|%")


def refuse_surrogates(text: str) -> str:
    """Return *text*.

    Raises:
        MediaError: There is half a character in it.
    """
    if not text.isascii() and (found := _SURROGATE.search(text)):
        raise MediaError("malformed", f"U+{ord(found[0]):04X} is half a character")
    return text


def encode_component(text: str) -> str:
    """Percent-encode *text* as JavaScript's ``encodeURIComponent`` does.

    Raises:
        MediaError: The text holds a lone surrogate.
    """
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "%20")
    from urllib.parse import quote  # not loaded for the names that most files have

    return quote(refuse_surrogates(text), safe="-_.!~*'()")


def decode_component(text: str) -> str:
    """Undo percent-encoding as JavaScript's ``decodeURIComponent`` does; ``+`` stays ``+``.

    Raises:
        MediaError: An escape lacks its two hexadecimal digits, or escapes are not UTF-8.
    """
    return _ESCAPES.sub(_decode_escapes, text) if "%" in text else text


def _decode_escapes(match: re.Match[str]) -> str:
    escapes = match[1]
    if escapes is None:
        found = match.string[match.start() : match.start() + 3]
        raise MediaError("malformed", f"{found!r} is not an escape")
    try:
        return bytes.fromhex(escapes.replace("%", "")).decode()
    except UnicodeDecodeError as error:
        bad = escapes[3 * error.start : 3 * error.end]
        raise MediaError("malformed", f"the escape {bad} is not UTF-8") from None
