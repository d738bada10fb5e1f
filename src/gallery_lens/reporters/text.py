"""Text summary: counts of each input, findings grouped by code, worst first."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import click

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters.summary import CodeCount, InputSummary, summarize
from gallery_lens.reporters.visible import clipped, visible

#: What people see at a glance.
COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

#: Where the words of a finding begin, in columns: after two blanks and the longest severity.
_INDENT: Final = 11

#: How many lines a message may take.
_LINES: Final = 3

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def render(
    summaries: Sequence[InputSummary], *, width: int = 80, advice: Iterable[str] = (), infos: bool = True
) -> str:
    """Return the summary of a run, styled for a terminal.

    Args:
        summaries: one for each input, in the order of the inputs.
        width: in columns.
        advice: sentences to end with.
        infos: whether to list infos, and not only to count them.
    """
    read = [each for each in summaries if each.items or not each.unreadable]
    paragraphs = ["\n".join(_section(each, width, infos)) for each in read]
    refusals = [_refusal(found) for each in summaries for found in each.unreadable]
    verdict = [_verdict(summaries)] if read else []
    paragraphs += ["\n".join(lines) for lines in (refusals, [*verdict, *map(_aside, advice)]) if lines]
    return "\n\n".join(paragraphs) + "\n"


def _section(summary: InputSummary, width: int, infos: bool) -> Iterator[str]:
    dialects = f"{', '.join(summary.sources)} to {summary.target}".strip()
    yield f"{click.style(visible(summary.name), bold=True)} ({dialects})"
    parts = (
        (summary.converted, "converted"),
        (summary.items - summary.converted - summary.rejected, "left out as text"),
        (summary.rejected, "rejected"),
    )
    counts = ", ".join(f"{count} {word}" for count, word in parts if count)
    yield f"{number(summary.items, 'item')}: {counts}" if counts else "no items"
    if summary.edits is not None:
        yield f"edits: {_edits(summary.edits) or 'none'}"
    groups = sorted(summary.groups.values(), key=lambda group: (group.first.severity.rank, group.first.code))
    bookkeeping = [group for group in groups if group.first.severity is Severity.INFO]
    for group in groups[: len(groups) - len(bookkeeping)]:
        yield from ("", *_group(group, width))
    if bookkeeping and infos:
        yield ""
        for group in bookkeeping:
            place = _place(group.first)
            yield f"  {_label(group)}, first {'' if place.startswith('in ') else 'at '}{place}"
    elif bookkeeping:
        found = number(sum(group.count for group in bookkeeping), "finding")
        yield from ("", f"  {_severity(Severity.INFO)}{found}, listed with --show info")


def _edits(edits: Mapping[str, int]) -> str:
    return ", ".join(f"{number(count, 'item')} {kind}" for kind, count in edits.items() if count)


def _refusal(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (visible(found.file or ""), found.line, found.column) if part)
    rule = f"{click.style('error', fg='red', bold=True)} {found.code} {found.name}"
    return f"{click.style(place, bold=True)}: {rule}: {visible(found.message)} {found.help or ''}".rstrip()


def _group(group: CodeCount, width: int) -> Iterator[str]:
    yield f"  {_label(group)}"
    for message, found in itertools.groupby(group.shown, key=lambda each: each.message):
        yield from (" " * _INDENT + click.style(_place(each), fg="cyan") for each in found)
        yield from _wrapped(visible(message), width, _INDENT + 2)
    if group.count > len(group.shown):
        yield from _wrapped(f"... and {group.count - len(group.shown)} more", width)
    if group.first.help:
        yield from map(_aside, _wrapped(f"Help: {group.first.help}", width))


def _severity(severity: Severity) -> str:
    return click.style(f"{severity.value:<{_INDENT - 2}}", fg=COLOURS[severity], bold=True)


def _label(group: CodeCount) -> str:
    times = f", {group.count} times" if group.count > 1 else ""
    what = click.style(f"{group.first.code} {group.first.name}", bold=True)
    return f"{_severity(group.first.severity)}{what}{times}"


def _place(found: Diagnostic) -> str:
    line = f"line {found.line}" if found.line else ""
    title = f'in "{clipped(found.item_title, _TITLE)}"' if found.item_title else ""
    return " ".join(part for part in (line, visible(found.pointer), title) if part) or "the document"


def _wrapped(text: str, width: int, indent: int = _INDENT) -> list[str]:
    blanks = " " * indent
    lines = folded(text, width - indent)
    if lines is not None and len(lines) <= _LINES:
        return [blanks + line for line in lines]
    import textwrap

    return textwrap.wrap(
        text,
        width,
        initial_indent=blanks,
        subsequent_indent=blanks,
        break_long_words=False,
        break_on_hyphens=False,
        max_lines=_LINES,
        placeholder=" ...",
    )


def folded(text: str, room: int) -> list[str] | None:
    """Return the lines of *text*, each at most *room* columns wide; None if that takes more than its blanks.

    ``textwrap``, which lays out the rest, takes four times as long for the same, and has to be imported.
    """
    words = text.split()
    if not words or " ".join(words) != text or len(max(words, key=len)) > room:
        return None
    lines: list[str] = []
    while len(text) > room:
        end = text.rindex(" ", 0, room + 1)
        lines.append(text[:end])
        text = text[end + 1 :]
    return [*lines, text]


def _aside(line: str) -> str:
    return click.style(line, dim=True)


def _verdict(summaries: Sequence[InputSummary]) -> str:
    totals = summarize(summaries)
    found = [(totals.errors, "error"), (totals.warnings, "warning"), (totals.infos, "info")]
    counts = ", ".join(number(count, word) for count, word in found if count)
    if totals.lossless and any((totals.edits or {}).values()):
        done = f"{_edits(totals.edits or {})}" + (f"; {counts}" if counts else "")
        return f"{click.style('Every edit was put back', bold=True)}: {done}."
    if totals.lossless:
        verdict = click.style("Nothing was lost", fg="green", bold=True)
        return f"{verdict}: {counts}." if counts else f"{verdict}."
    return f"{click.style('Not everything was carried over', bold=True)}: {counts}."


def number(count: int, noun: str) -> str:
    """Write *count* and *noun*, which takes an s in the plural."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
