"""Positions of the values of a JSON text: offsets, lines and columns, computed on request.

An array or object is looked into only when something in it is wanted. What stands beside the way is
skipped by the standard library's scanner, so a place in a large file costs little.
"""

import bisect
import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, TypeAlias

from gallery_lens.late import late
from gallery_lens.places import Place, Step, steps
from gallery_lens.values import Record, Value


class Span(Value, Record):
    """The position of a value in a text, in characters counted from 0; ``end`` is one past its last."""

    start: int
    end: int
    key: tuple[int, int] | None = None  #: start and end of the member's key, quotes included


class Duplicate(Value, Record):
    """A member whose key stood before in the same object. The last one counts, so the other is hidden."""

    place: Place  #: of both
    key: tuple[int, int]  #: start and end of the key that repeats the other, quotes included
    hidden: Span  #: where the value stands that nobody sees


#: Where a child stands, and its key; as in ``Span``, but there are many.
_Child: TypeAlias = tuple[int, int, tuple[int, int] | None]

_LINE_END: Final = late(r"\r\n?|\n")
_BLANKS: Final = late(r"[ \t\r\n]*")
_COMMA: Final = late(r"[ \t\r\n]*,?[ \t\r\n]*")
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SCALAR: Final = rf"{_STRING}|[\w.+-]+"
_KEY: Final = rf"({_STRING})[ \t\r\n]*:[ \t\r\n]*"
#: A member whose value is no array or object goes up to the next one.
_MEMBER: Final = late(rf"{_KEY}(?:({_SCALAR})[ \t\r\n]*,?[ \t\r\n]*)?", re.DOTALL | re.ASCII)
_ELEMENT: Final = late(_SCALAR, re.DOTALL | re.ASCII)
_BRACKET: Final = late(rf"{_STRING}|([\[{{])|([\]}}])", re.DOTALL)

#: Reads in C; numbers are thrown away, so that they may have any number of digits.
_READ: Final = json.JSONDecoder(parse_int=len, parse_float=len).raw_decode


class SourceMap:
    """The places of the values in one JSON text.

    The text has to be JSON, with or without a byte order mark; NaN and Infinity may stand in it, too.
    With any other text nothing is promised.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._begin = 1 if text.startswith("\ufeff") else 0
        self._root = _after(_BLANKS, text, self._begin)
        self._lines = [self._begin]  # the offsets of line starts, as far as they were looked for
        self._deep = False  # whether recursion has failed once
        self._children: dict[int, dict[Step, _Child]] = {}
        self._repeats: dict[int, list[tuple[Step, _Child, tuple[int, int]]]] = {}

    def span(self, place: Place) -> Span | None:
        """Return where the value at *place* stands, or None if there is none.

        In an array a step may be an index, or the digits of one as JSON Pointers have them.
        """
        found = self._find(place)
        return Span(*found) if found else None if place else Span(self._root, self._end(self._root))

    def start(self, place: Place) -> int | None:
        """Return where the value at *place* begins, or None if there is none; steps are as for ``span``."""
        found = self._find(place)
        return found[0] if found else None if place else self._root

    def _find(self, place: Place) -> _Child | None:
        """Return the child at *place*; None for the whole, and for what is not there."""
        found: _Child | None = None
        for step in place:
            children = self._look_into(found[0] if found else self._root)
            # Keys are texts, so that none is taken for an index.
            is_index = isinstance(step, str) and step.isascii() and step.isdigit()
            found = children.get(step) or (children.get(int(step)) if is_index else None)
            if found is None:
                return None
        return found

    def at(self, pointer: str) -> Span | None:
        """Return where the value stands that a JSON Pointer names, or None if there is none."""
        return self.span(steps(pointer))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of the character at *offset*, both counted from 1.

        Lines end in LF, CR or CRLF; columns are characters, and a byte order mark is none.
        """
        counted = max(offset, self._begin)
        while self._lines[-1] <= counted:
            # The pattern is slow in a long text that has no line ends.
            has_any = len(self._lines) > 1 or "\n" in self.text or "\r" in self.text
            found = _LINE_END.search(self.text, self._lines[-1]) if has_any else None
            self._lines.append(found.end() if found else len(self.text) + 1)
        line = bisect.bisect_right(self._lines, counted)
        return line, counted - self._lines[line - 1] + 1

    @cached_property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """The members whose key stood before in the same object, in the order of the text.

        Nobody sees what stands inside a hidden value, so it is not looked at.
        """
        # A quick look comes first, for hardly any text has one.
        read = json.JSONDecoder(parse_int=len, parse_float=len, object_pairs_hook=_refuse_repeats).raw_decode
        try:
            read(self.text, self._root)
            return ()
        except (RecursionError, _RepeatsError):
            self._deep = True  # every bracket will be asked for
        found: list[Duplicate] = []
        waiting: list[tuple[int, Place]] = [(self._root, ())]
        while waiting:
            start, place = waiting.pop()
            inner = self._look_into(start).items()
            waiting += ((at, (*place, step)) for step, (at, _, _) in inner if self.text[at] in "[{")
            for step, hidden, key in self._repeats.get(start, ()):
                found.append(Duplicate((*place, step), key, Span(*hidden)))
        return tuple(sorted(found, key=lambda each: each.key))

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The end of each array and object, by its start."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _BRACKET.finditer(self.text):
            if found[1]:
                opened.append(found.start())
            elif found[2]:
                ends[opened.pop()] = found.end()
        return ends

    def _end(self, start: int) -> int:
        """Return where the value ends that begins at *start*."""
        if self.text[start] not in "[{":
            return _after(_ELEMENT, self.text, start)
        try:
            return self._ends[start] if self._deep else _READ(self.text, start)[1]
        except RecursionError:
            self._deep = True
            return self._ends[start]

    def _look_into(self, start: int) -> dict[Step, _Child]:
        """Return the children of the value that begins at *start*."""
        if start in self._children:
            return self._children[start]
        children: dict[Step, _Child] = {}
        first = _after(_BLANKS, self.text, start + 1)
        if self.text[start] == "[":
            while self.text[first] != "]":
                end = self._end(first)
                children[len(children)] = (first, end, None)
                first = _after(_COMMA, self.text, end)
        for name, child in self._members(first) if self.text[start] == "{" else ():
            if name in children:
                self._repeats.setdefault(start, []).append((name, children[name], child[2] or (0, 0)))
            children[name] = child
        self._children[start] = children
        return children

    def _members(self, offset: int) -> Iterator[tuple[str, _Child]]:
        while found := _MEMBER.match(self.text, offset):
            key, value = found.groups()
            offset, name = found.end(), key[1:-1] if "\\" not in key else str(json.loads(key))
            if value is not None:
                yield name, (*found.span(2), found.span(1))
            else:
                end = self._end(offset)
                yield name, (offset, end, found.span(1))
                offset = _after(_COMMA, self.text, end)


class _RepeatsError(Exception):
    pass


def _refuse_repeats(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _RepeatsError


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    """Return where *pattern* ends that stands at *offset*; there itself if it does not stand there."""
    found = pattern.match(text, offset)
    return found.end() if found else offset
