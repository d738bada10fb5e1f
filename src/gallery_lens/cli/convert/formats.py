"""The formats that data are written in: JSON, one value per line, or a JavaScript module."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gallery_lens.jsontext import encode, write_lines
from gallery_lens.late import late

#: The formats, and the suffixes of files that hold them; a new file gets the first.
SUFFIXES: Final = {"json": (".json",), "ndjson": (".ndjson", ".jsonl"), "js": (".js", ".mjs")}

_OPENINGS: Final = {"json": b"", "js": b"export const items = "}
_ENDINGS: Final = {"json": b"\n", "js": b";\n"}

#: How many values of a list are written at once, so that a long one is never in memory as bytes.
_RUN: Final = 1000

#: A key that would set an object's prototype; a quote before the name cannot be an escaped one.
_PROTOTYPE: Final = late(rb'(?<!\\)"__proto__"(?=:)')
#: What ends a script, or changes how its end is sought, where the module stands in a page of HTML.
_MARKUP: Final = late(rb"<(?=/?script|!--)", re.IGNORECASE)
_LINE_ENDS: Final = {"\u2028".encode(): rb"\u2028", "\u2029".encode(): rb"\u2029"}


def encode_document(value: Any, form: str, indent: int | None) -> Iterator[bytes]:
    """Yield the bytes of one document; as ``ndjson``, each element of a list has its line."""
    if form == "ndjson":
        return encode_lines(value if isinstance(value, list) else [value], form, None)
    if isinstance(value, list) and len(value) > _RUN and not indent:
        return _encode_list(value, form)
    return iter((_OPENINGS[form], _encode(value, form, indent), _ENDINGS[form]))


def _encode_list(values: list[Any], form: str) -> Iterator[bytes]:
    """Yield the bytes of a long list, a run of values at a time, as they are together."""
    yield _OPENINGS[form] + b"["
    for start in range(0, len(values), _RUN):
        yield (b"," if start else b"") + _encode(values[start : start + _RUN], form, None)[1:-1]
    yield b"]" + _ENDINGS[form]


def encode_lines(values: Iterable[Any], form: str, indent: int | None) -> Iterator[bytes]:
    """Yield the bytes of *values* one after the other; as anything but ``ndjson``, of a list of them."""
    return encode_runs(([value] for value in values), form, indent)


def encode_runs(runs: Iterable[Sequence[Any]], form: str, indent: int | None) -> Iterator[bytes]:
    """Yield the bytes of many values like ``encode_lines``; those of one run come together, if they may."""
    if form == "ndjson":
        yield from map(write_lines, runs)
        return
    fresh_line = b"\n" + b" " * indent if indent else b""
    count = 0
    for count, value in enumerate(itertools.chain.from_iterable(runs), start=1):
        before = b"," if count > 1 else _OPENINGS[form] + b"["
        yield before + fresh_line + _encode(value, form, indent).replace(b"\n", fresh_line)
    closing = (b"\n]" if indent else b"]") if count else _OPENINGS[form] + b"[]"
    yield closing + _ENDINGS[form]


def encode_around(
    frame: Any, mark: Any, values: Iterable[Any], form: str, indent: int | None
) -> Iterator[bytes]:
    """Yield the bytes of *frame*, with *values* in place of the *mark* that is all a list in it holds."""
    if form == "ndjson" and isinstance(frame, list):
        yield from encode_lines(values, form, None)
        return
    shape = "json" if form == "ndjson" else form
    (key,) = mark
    head, tail = re.split(rb'\{\s*"' + key.encode() + rb'":\s*0\s*\}', _encode(frame, shape, indent))
    fresh_line = head[len(head.rstrip()) :]
    count = 0
    for count, value in enumerate(values, start=1):
        before = b"," + fresh_line if count > 1 else _OPENINGS[shape] + head
        yield before + _encode(value, shape, indent).replace(b"\n", fresh_line or b"\n")
    yield (tail if count else _OPENINGS[shape] + head.rstrip() + tail.lstrip()) + _ENDINGS[shape]


def _encode(value: Any, form: str, indent: int | None) -> bytes:
    data = encode(value, indent)
    if form != "js":
        return data
    for character, escape in _LINE_ENDS.items():
        data = data.replace(character, escape)
    data = _MARKUP.sub(rb"\\u003c", data)
    return _PROTOTYPE.sub(rb'["__proto__"]', data)
