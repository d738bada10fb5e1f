"""The ``text`` report of findings: each with the line that it is about, and a mark under the value."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import click

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.late import late
from gallery_lens.reporters.columns import columns, fitted
from gallery_lens.reporters.summary import InputSummary, summarize
from gallery_lens.reporters.text import COLOURS, folded, number
from gallery_lens.reporters.visible import clipped, visible
from gallery_lens.rules import rule
from gallery_lens.values import Record

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


class Excerpts(Record):
    """The lines of a text, or of a part of one."""

    lines: Sequence[str] = ()  #: without line ends
    first: int = 1  #: the number of the first of them in the file
    column: int = 1  #: where that begins, in characters counted from 1
    apart: bool = False  #: whether each line is a text of its own

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
        return self.lines[index : index + (1 if self.apart else _LINES)], max(0, found.column - begins)


#: What makes a text bold, dim or coloured, with the arguments of ``click.style``.
Style: TypeAlias = Callable[..., str]


def plain(text: str, **_: Any) -> str:
    """Return *text* as it is, for what is no terminal."""
    return text


def render(found: Diagnostic, source: Excerpts, width: int, style: Style = click.style) -> str:
    """Write one finding, styled for a terminal, with an empty line after it."""
    place = ":".join([str(part) for part in (visible(found.file or ""), found.line, found.column) if part])
    severity = style(found.severity.value, fg=COLOURS[found.severity], bold=True)
    mark = f" [{style('*', fg='cyan')}]" if found.fixable else ""
    what = f"{style(place, bold=True)}: {style(found.code, bold=True)}{mark} {found.name} ({severity})"
    if found.line is None:
        return f"{what}: {visible(found.message)}\n\n"
    around = source.around(found)
    lines = [
        what,
        *_wrapped(visible(found.message), width),
        *_about(found, width, style),
        *(("", *_excerpt(found, *around, width, style), "") if around else ()),
        *(_help(found.help, width, style) if found.help else ()),
    ]
    return "\n".join((*lines, "", ""))


@functools.lru_cache
def _help(text: str, width: int, style: Style) -> list[str]:
    return [style(line, dim=True) for line in _wrapped(f"Help: {text}", width)]


def _about(found: Diagnostic, width: int, style: Style) -> list[str]:
    """Return the pointer and the item, on one line if there is room."""
    place, item = visible(found.pointer), _item(found.item_title, found.item_id)
    parts = [part for part in (place and style(place, fg="cyan"), item) if part]
    fits = columns(f"{_INDENT}{place} {item}") <= width
    return [f"{_INDENT}{part}" for part in ([" ".join(parts)] if fits and parts else parts)]


@functools.lru_cache
def _item(title: str | None, id: str | None) -> str:
    """Return the sentence that names the item; all findings of one follow each other."""
    named = f' "{clipped(title, _TITLE)}"' if title else ""
    known = f" ({clipped(id, _TITLE)})" if id else ""
    return f"in{named}{known}" if named or known else ""


def _excerpt(found: Diagnostic, lines: Sequence[str], start: int, width: int, style: Style) -> Iterator[str]:
    first, *others = lines
    end = start + 1 if rule(found.code).refuses == "text" else _end(first, start, width)
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
    depth = 0
    for bracket in _BRACKET.finditer(line, start, start + width):
        depth += bool(bracket[1]) - bool(bracket[2])
        if not depth:
            return bracket.end()
    return len(line)


@functools.lru_cache
def _wrapped(text: str, width: int) -> list[str]:
    room = width - len(_INDENT)
    if len(text) <= room and text.isprintable():
        return [_INDENT + text]
    if (lines := folded(text, room)) is not None:
        return [_INDENT + line for line in lines]
    import textwrap

    return textwrap.wrap(
        text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )


def statistics(summaries: Iterable[InputSummary], style: Style = click.style) -> str:
    """Write how often each code was found, the most frequent first."""
    counts: dict[tuple[str, str, Severity], int] = {}
    for group in (group for each in summaries for group in each.groups.values()):
        key = (group.first.code, group.first.name, group.first.severity)
        counts[key] = counts.get(key, 0) + group.count
    size = len(str(max(counts.values(), default=0)))
    lines = []
    for (code, name, severity), count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        word = style(severity.value, fg=COLOURS[severity], bold=True)
        lines.append(f"{count:>{size}}  {style(code, bold=True)} {name} ({word})\n")
    return "".join(lines)


def verdict(summaries: Sequence[InputSummary], style: Style = click.style, *, others: int = 0) -> str:
    """Return how much was found, in how many files, how much of it can be fixed, and what was skipped.

    Args:
        summaries: one for each file.
        style: styles the words.
        others: how many files of folders hold no gallery.
    """
    passed = f"{number(others, 'file')} {'holds' if others == 1 else 'hold'} no gallery.\n" if others else ""
    if others and not summaries:
        return passed
    totals = summarize(summaries)
    found = [(totals.errors, "error"), (totals.warnings, "warning"), (totals.infos, "info")]
    counts = ", ".join(number(count, word) for count, word in found if count)
    looked = f"{number(len(summaries), 'file')} with {number(totals.items, 'item')}"
    if not counts:
        return f"{style('Nothing found', fg='green', bold=True)} in {looked}.\n{passed}"
    told = f"{style('Found', bold=True)} {counts} in {looked}.\n"
    # The worst finding is explained at its page, else by a command.
    groups = (group for each in summaries for group in each.groups.values())
    worst = min((group.first for group in groups), key=lambda each: (each.severity.rank, each.code))
    explained = f"Explained at {worst.url}" if worst.url else f"Explain a code: {rule(worst.code).command}"
    return f"{told}{_fixable(summaries, style)}{explained}\n{passed}"


def _fixable(summaries: Sequence[InputSummary], style: Style) -> str:
    count, hidden = sum(each.fixable for each in summaries), sum(each.hidden for each in summaries)
    if count:
        more = f" ({hidden} more with --unsafe-fixes)" if hidden else ""
        return f"[{style('*', fg='cyan')}] {number(count, 'finding')} can be fixed with --fix{more}.\n"
    return f"{number(hidden, 'finding')} can be fixed with --fix --unsafe-fixes.\n" if hidden else ""
