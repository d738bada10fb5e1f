"""The ``text`` report of findings: each with the line that it is about, and a mark under the value."""

import functools
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs
import click

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.late import late
from gallery_lens.reporters._account import Account, summarize
from gallery_lens.reporters._columns import columns, fitted
from gallery_lens.reporters._visible import clipped, visible
from gallery_lens.reporters.text import COLOURS, number
from gallery_lens.rules import rule

_LINE_END: Final = late(r"\r\n?|\n")
#: A quoted text, closed or not; possessive, so that a very long one costs no memory.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_VALUE: Final = late(_STRING + r"|[^\s,:\[\]{}\"]++|.", re.DOTALL)
_BRACKET: Final = late(_STRING + r"|([\[{])|([\]}])", re.DOTALL)
#: A bracket that a line ends with.
_OPENING: Final = late(r"[\[{]\s*\Z")

_INDENT: Final = "  "
#: How many lines are shown of a value that goes over more than one.
_LINES: Final = 3
#: How much of a title or an id is shown, in characters.
_TITLE: Final = 40


@attrs.frozen(eq=False, repr=False)
class Excerpts:
    """The lines of a text, or of a part of one."""

    lines: Sequence[str] = ()  #: without line ends
    first: int = 1  #: the number of the first of them in the file
    column: int = 1  #: where that begins, in characters counted from 1

    @classmethod
    def of(cls, text: str, line: int = 1, column: int = 1) -> "Excerpts":
        """Take the lines of *text*, which begins in the given line and column."""
        return cls(_LINE_END.split(text), line, column)

    def around(self, found: Diagnostic) -> tuple[Sequence[str], int] | None:
        """Return the lines that a finding is about, and where its value begins in the first of them."""
        index = (found.line or 0) - self.first
        if not 0 <= index < len(self.lines) or found.column is None:
            return None
        begins = 1 if index else self.column
        return self.lines[index : index + _LINES], max(0, found.column - begins)


#: What makes a text bold, dim or coloured, with the arguments of ``click.style``.
Style: TypeAlias = Callable[..., str]


def plain(text: str, **_: Any) -> str:
    """Return *text* as it is, for what is no terminal."""
    return text


def render(found: Diagnostic, source: Excerpts, width: int, style: Style = click.style) -> str:
    """Write one finding, styled for a terminal, with an empty line after it."""
    return "\n".join((*_finding(found, source, width, style), "", ""))


def _finding(found: Diagnostic, source: Excerpts, width: int, style: Style) -> Iterator[str]:
    place = ":".join(str(part) for part in (visible(found.file or ""), found.line, found.column) if part)
    severity = style(found.severity.value, fg=COLOURS[found.severity], bold=True)
    what = f"{style(place, bold=True)}: {style(found.code, bold=True)} {found.name} ({severity})"
    if found.line is None:
        yield f"{what}: {visible(found.message)}"
        return
    yield what
    yield from _wrapped(visible(found.message), width)
    yield from _about(found, width, style)
    if around := source.around(found):
        yield from ("", *_excerpt(found, *around, width, style), "")
    if found.help:
        yield from _help(found.help, width, style)


@functools.lru_cache
def _help(text: str, width: int, style: Style) -> list[str]:
    return [style(line, dim=True) for line in _wrapped(f"Help: {text}", width)]


def _about(found: Diagnostic, width: int, style: Style) -> Iterator[str]:
    """Yield the pointer and the item, on one line if there is room."""
    title = f'"{clipped(found.item_title, _TITLE)}"' if found.item_title else ""
    id = f"({clipped(found.item_id, _TITLE)})" if found.item_id else ""
    item = " ".join(part for part in ("in", title, id) if part) if title or id else ""
    place = visible(found.pointer)
    styled = style(place, fg="cyan") if place else ""
    parts = [part for part in (styled, item) if part]
    fits = columns(f"{_INDENT}{place} {item}") <= width
    yield from (f"{_INDENT}{part}" for part in ([" ".join(parts)] if fits and parts else parts))


def _excerpt(found: Diagnostic, lines: Sequence[str], start: int, width: int, style: Style) -> Iterator[str]:
    first, *others = lines
    end = start + 1 if found.name == "not-json" else _end(first, start, width)
    size = len(str((found.line or 0) + len(lines) - 1))
    room = width - len(_INDENT) - size - 3
    line, begin, stop = fitted(first, start, end, room)
    mark = style("^" * max(1, stop - begin), fg=COLOURS[found.severity], bold=True)
    yield _numbered(found.line, size, line, style)
    yield _numbered("", size, " " * begin + mark, style)
    for at, other in enumerate(others if _OPENING.match(first, start) else (), start=1):
        yield _numbered((found.line or 0) + at, size, fitted(other, 0, 0, room)[0], style)


def _numbered(number: int | str | None, size: int, line: str, style: Style) -> str:
    return f"{_INDENT}{style(f'{number:>{size}} |', fg='blue')} {line}".rstrip()


def _end(line: str, start: int, width: int) -> int:
    """Return where the value ends that begins at *start*; with the line if not before."""
    found = _VALUE.match(line, start, start + width)
    if found is None or found[0] not in "[{":
        return found.end() if found else start
    return next(_closings(line, start, start + width), len(line))


def _closings(line: str, start: int, stop: int) -> Iterator[int]:
    """Yield where the array or object ends that begins at *start*, if it does before *stop*."""
    depth = 0
    for bracket in _BRACKET.finditer(line, start, stop):
        depth += bool(bracket[1]) - bool(bracket[2])
        if not depth:
            yield bracket.end()


def _wrapped(text: str, width: int) -> list[str]:
    if len(text) <= width - len(_INDENT) and text.isprintable():
        return [_INDENT + text]
    return textwrap.wrap(
        text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )


def statistics(accounts: Iterable[Account]) -> str:
    """Write how often each code was found, the most frequent first."""
    counts: dict[tuple[str, str, Severity], int] = {}
    for group in (group for each in accounts for group in each.groups.values()):
        key = (group.first.code, group.first.name, group.first.severity)
        counts[key] = counts.get(key, 0) + group.count
    size = len(str(max(counts.values(), default=0)))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{count:>{size}}  {_styled(*key)}\n" for key, count in rows)


def _styled(code: str, name: str, severity: Severity) -> str:
    word = click.style(severity.value, fg=COLOURS[severity], bold=True)
    return f"{click.style(code, bold=True)} {name} ({word})"


def verdict(accounts: Sequence[Account]) -> str:
    """Say how much was found, in how many files, and how much of it may be fixed."""
    summary = summarize(accounts)
    found = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")]
    counts = ", ".join(number(count, word) for count, word in found if count)
    looked = f"{number(len(accounts), 'file')} with {number(summary.items, 'item')}"
    if not counts:
        return f"{click.style('Nothing found', fg='green', bold=True)} in {looked}.\n"
    return f"{click.style('Found', bold=True)} {counts} in {looked}.\n{_fixable(accounts)}"


def _fixable(accounts: Iterable[Account]) -> str:
    groups = (group for each in accounts for group in each.groups.values())
    count = sum(group.count for group in groups if rule(group.first.code).fixable)
    return f"{count} of them may have a fix: see --diff, --fix and --unsafe-fixes.\n" if count else ""
