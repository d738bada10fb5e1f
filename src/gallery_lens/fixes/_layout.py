"""How a JSON text is laid out around a place, so that what is written there fits in."""

import json
import re
from typing import Any, Final

import attrs

_BLANKS: Final = " \t\r\n"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LINE_START: Final = re.compile(r"(\r\n|\n|\r)([ \t]*)\Z")


def before(text: str, offset: int) -> int:
    """Return where the blanks begin that end at *offset*; some bracket stands before them."""
    while text[offset - 1] in _BLANKS:
        offset -= 1
    return offset


def after(text: str, offset: int) -> int:
    """Return where the blanks end that begin at *offset*; some bracket stands behind them."""
    while text[offset] in _BLANKS:
        offset += 1
    return offset


@attrs.frozen
class Margin:
    """How a value is laid out that stands on lines of its own."""

    line_end: str  #: ``"\\n"``, ``"\\r\\n"`` or ``"\\r"``
    indent: str  #: blanks before whatever begins on the line of the value
    step: str  #: further blanks for what stands inside of it


def margin(text: str, start: int, closing: int) -> Margin | None:
    """Return the margin of what begins at *start*; None if it does not begin a line.

    *closing* is where the bracket stands that closes what it stands in: it tells the step.
    """
    found = _line_start(text, start)
    if found is None:
        return None
    line_end, indent = found
    outer = (_line_start(text, closing) or ("", ""))[1]
    fits = indent.startswith(outer) and indent != outer
    return Margin(line_end, indent, indent.removeprefix(outer) if fits else "  ")


def _line_start(text: str, offset: int) -> tuple[str, str] | None:
    found = _LINE_START.search(text[before(text, offset) : offset])
    return (found[1], found[2]) if found else None


def written(value: Any, text: str, inside: Margin | None) -> str:
    """Write *value* as JSON for *text*: on one line, or *inside* a margin if it holds anything.

    Characters beyond ASCII are escaped if there are none in *text*.
    """
    several = inside is not None and isinstance(value, dict | list)
    layout: dict[str, Any] = {"indent": inside.step} if several and inside else {"separators": (",", ":")}
    spelled = json.dumps(value, ensure_ascii=text.isascii(), **layout)
    if _SURROGATE.search(spelled):
        spelled = json.dumps(value, **layout)
    return spelled.replace("\n", inside.line_end + inside.indent) if inside else spelled
