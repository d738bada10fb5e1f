"""Limits of a document: levels of nesting, digits of numbers."""

import re
import sys
from typing import Final

from gallery_lens.jsontext._values import NotJson, not_json_at
from gallery_lens.late import late

#: How many arrays and objects may stand inside each other; far below what Python's stack can bear.
MAX_DEPTH: Final = 200

#: A quoted text, closed or not; possessive, so that hostile input costs no time.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_BRACKET: Final = late(_STRING + r"|([\[{])|([\]}])", re.DOTALL)
_NO_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_ALIKE: Final = bytes.maketrans(b"{}", b"[]")


def clearly_shallow(data: bytes, depth: int = MAX_DEPTH) -> bool:
    """Return whether *data*, which is JSON, is surely not too deep; False means unknown. Cheap."""
    if data.count(b"[") + data.count(b"{") <= depth:
        return True
    brackets = data.translate(_ALIKE, _NO_BRACKETS)
    for levels in range(depth + 1):
        if levels + len(brackets) <= depth:
            return True
        brackets = brackets.replace(b"[]", b"")  # the innermost level
    return False


def refuse_depth(text: str, most: int = MAX_DEPTH) -> None:
    """Refuse a text that is nested more than *most* levels deep.

    Raises:
        NotJson: It is; the place is that of the first bracket too many.
    """
    if text.count("[") + text.count("{") <= most:
        return
    depth = 0
    for token in _BRACKET.finditer(text):
        depth += (token[1] is not None) - (token[2] is not None)
        if depth > most:
            problem = f"it is nested more than {most} levels deep"
            raise not_json_at(text, token.start(), problem, "No gallery is: check the export that wrote it.")


def long_number(text: str) -> NotJson:
    """Return the error with the position of a number with more digits than Python reads."""
    limit = sys.get_int_max_str_digits()
    tokens = re.finditer(_STRING + rf"|(?<![\d.])(\d{{{limit + 1},}}+)(?![.eE])", text, re.DOTALL)
    start = next(token.start() for token in tokens if token[1])
    return not_json_at(text, start, f"a number has more than {limit} digits", "Write it as text.")
