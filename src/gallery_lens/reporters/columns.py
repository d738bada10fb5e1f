"""How many columns of a terminal text takes, and a line cut to fit around the part that matters."""

import unicodedata
from collections.abc import Iterable
from itertools import accumulate, takewhile
from typing import Final

from gallery_lens.reporters.visible import visible

#: What a tab becomes: a terminal would jump to a place of its own.
_TAB: Final = "    "
_CUT: Final = "…"
_NO_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))


def columns(text: str) -> int:
    """Return the number of columns of *text*, which holds nothing invisible."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def shown(text: str) -> str:
    """Return *text* with tabs as blanks, and with whatever a terminal would obey spelled out."""
    return visible(text.replace("\t", _TAB))


def fitted(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Cut *line* around the characters from *start* to *end* until it takes at most *room* columns.

    Returns:
        The line as it is to be shown, and where in it the characters begin and end, in columns.
    """
    if len(line) <= room and line.isascii() and line.isprintable():
        return line, start, end
    more = room + 1  # one too many tells that there is something to cut
    before = _pieces(line[max(0, start - more) : start])
    part = _pieces(line[start : min(end, start + more)])
    after = _pieces(line[end : end + more])
    begin, taken = _sum(before), _sum(part)
    if begin + taken + _sum(after) <= room:
        return "".join((*before, *part, *after)), begin, begin + taken
    # Of both sides as much is kept as there is room for; of a long part what leads to it, and its beginning.
    room -= 2 * len(_CUT)
    inner = part if _sum(part) <= room else _first(part, room - min(_sum(before), room // 3))
    free = room - _sum(inner)
    behind = _first(after, max(free - _sum(before), free // 2)) if inner == part else []
    ahead = _first(before[::-1], free - _sum(behind))[::-1]
    left = "" if ahead == before else _CUT
    right = "" if (inner, behind) == (part, after) else _CUT
    begin = _sum([left, *ahead])
    return "".join((left, *ahead, *inner, *behind, right)), begin, begin + _sum(inner)


def _pieces(text: str) -> list[str]:
    """Return the visible form of each character."""
    return list(text) if text.isascii() and text.isprintable() else list(map(shown, text))


def _first(pieces: list[str], room: int) -> list[str]:
    """Return as many of the first *pieces* as take at most *room* columns."""
    ends = takewhile(lambda end: end <= room, accumulate(map(columns, pieces)))
    return pieces[: len(list(ends))]


def _sum(pieces: Iterable[str]) -> int:
    return columns("".join(pieces))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
