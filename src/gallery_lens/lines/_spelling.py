"""Values as a row shows them: once as JSON, and once more inside the text of its message.

Most values can be seen at a glance to be short, and to hold nothing that either spelling would write in
its own way. Those are spelled quickly, by what kind of value it is; all others with care, as the usual
way does.
"""

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import msgspec

from gallery_lens.conversion.finding import shown_and_said
from gallery_lens.diagnostics import VALUE_LIMIT

#: A value in its message, which is JSON inside of JSON text, and as JSON.
Said: TypeAlias = tuple[bytes, bytes]

#: Spells a value; told whether no text in its line holds a character that JSON has to escape.
Speller: TypeAlias = Callable[[Any, bool], Said]

_encode: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode

_is_point: Final = re.compile(rb'\{"[a-z]":[0-9.]+(?:,"[a-z]":[0-9.]+)*\}').fullmatch

#: Between these, numbers are written with a point and without an exponent by everybody.
_LEAST, _MOST = 1e-3, 1e15


def text(value: Any, plain: bool) -> Said:
    """Spell a text."""
    if not plain or value is None or len(value) > VALUE_LIMIT - 2:
        return anything(value, plain)
    data = value.encode()
    return b'\\"' + data + b'\\"', b'"' + data + b'"'


def number(value: Any, plain: bool) -> Said:
    """Spell a number that is positive as a rule."""
    if value is None or not _LEAST < value < _MOST:
        return anything(value, plain)
    data = _encode(value)
    return data, data


def texts(value: Any, plain: bool) -> Said:
    """Spell a list of texts."""
    data = _encode(value)
    if not plain or value is None or "," in value or len(data) + len(value) > VALUE_LIMIT:
        return anything(value, plain)
    return data.replace(b'","', b'", "').replace(b'"', b'\\"'), data


def point(value: Any, plain: bool) -> Said:
    """Spell an object of numbers from 0 to 1; its keys are a letter each, as long as all are declared."""
    data = _encode(value)
    if not _is_point(data) or b"0.000" in data:
        return anything(value, plain)
    return data.replace(b'"', b'\\"').replace(b":", b": ").replace(b",", b", "), data


def anything(value: Any, _plain: bool) -> Said:
    """Spell a value of any kind, with care."""
    shown, said = shown_and_said(value)
    return escaped(said), _encode(shown)


def escaped(text: str) -> bytes:
    """Return *text* as it stands between the quotes of JSON."""
    return _encode(text)[1:-1]
