"""The account for people: what became of each input, findings grouped by code, worst first."""

import itertools
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import click

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters._account import Account, Group, summarize
from gallery_lens.reporters._visible import clipped, visible

#: What people see at a glance.
COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

#: Where the words of a finding begin, in columns: after two blanks and the longest severity.
_INDENT: Final = 11

#: How many lines a message may take.
_LINES: Final = 3

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def render(
    accounts: Sequence[Account], *, width: int = 80, advice: Iterable[str] = (), infos: bool = True
) -> str:
    """Write the account of a run, styled for a terminal.

    Args:
        accounts: one for each input, in the order of the inputs.
        width: in columns.
        advice: sentences to end with.
        infos: whether to list infos, and not only to count them.
    """
    read = [each for each in accounts if each.items or not each.unreadable]
    paragraphs = ["\n".join(_account(each, width, infos)) for each in read]
    refusals = [_refusal(found) for each in accounts for found in each.unreadable]
    verdict = [_verdict(accounts)] if read else []
    paragraphs += ["\n".join(lines) for lines in (refusals, [*verdict, *map(_aside, advice)]) if lines]
    return "\n\n".join(paragraphs) + "\n"


def _account(account: Account, width: int, infos: bool) -> Iterator[str]:
    yield _heading(account)
    yield _counts(account)
    if account.edits is not None:
        yield f"edits: {_edits(account.edits) or 'none'}"
    groups = sorted(account.groups.values(), key=lambda group: (group.first.severity.rank, group.first.code))
    bookkeeping = [group for group in groups if group.first.severity is Severity.INFO]
    for group in groups[: len(groups) - len(bookkeeping)]:
        yield from ("", *_group(group, width))
    if bookkeeping:
        yield from ("", *(map(_notice, bookkeeping) if infos else [_counted(bookkeeping)]))


def _heading(account: Account) -> str:
    dialects = f"{', '.join(account.sources)} to {account.target}".strip()
    return f"{click.style(visible(account.name), bold=True)} ({dialects})"


def _counts(account: Account) -> str:
    parts = (
        (account.converted, "converted"),
        (account.items - account.converted - account.rejected, "left out as text"),
        (account.rejected, "rejected"),
    )
    counts = ", ".join(f"{count} {word}" for count, word in parts if count)
    return f"{number(account.items, 'item')}: {counts}" if counts else "no items"


def _edits(edits: Mapping[str, int]) -> str:
    return ", ".join(f"{number(count, 'item')} {kind}" for kind, count in edits.items() if count)


def _refusal(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (visible(found.file or ""), found.line, found.column) if part)
    rule = f"{click.style('error', fg='red', bold=True)} {found.code} {found.name}"
    return f"{click.style(place, bold=True)}: {rule}: {visible(found.message)} {found.help or ''}".rstrip()


def _group(group: Group, width: int) -> Iterator[str]:
    yield f"  {_label(group)}"
    for message, found in itertools.groupby(group.shown, key=lambda each: each.message):
        yield from (" " * _INDENT + click.style(_place(each), fg="cyan") for each in found)
        yield from _wrapped(visible(message), width, _INDENT + 2)
    if group.count > len(group.shown):
        yield from _wrapped(f"... and {group.count - len(group.shown)} more", width)
    if group.first.help:
        yield from map(_aside, _wrapped(f"Help: {group.first.help}", width))


def _notice(group: Group) -> str:
    place = _place(group.first)
    return f"  {_label(group)}, first {'' if place.startswith('in ') else 'at '}{place}"


def _counted(groups: Iterable[Group]) -> str:
    count = sum(group.count for group in groups)
    return f"  {_severity(Severity.INFO)}{number(count, 'finding')}, listed with --show info"


def _severity(severity: Severity) -> str:
    return click.style(f"{severity.value:<{_INDENT - 2}}", fg=COLOURS[severity], bold=True)


def _label(group: Group) -> str:
    times = f", {group.count} times" if group.count > 1 else ""
    what = click.style(f"{group.first.code} {group.first.name}", bold=True)
    return f"{_severity(group.first.severity)}{what}{times}"


def _place(found: Diagnostic) -> str:
    line = f"line {found.line}" if found.line else ""
    title = f'in "{clipped(found.item_title, _TITLE)}"' if found.item_title else ""
    return " ".join(part for part in (line, visible(found.pointer), title) if part) or "the document"


def _wrapped(text: str, width: int, indent: int = _INDENT) -> list[str]:
    blanks = " " * indent
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


def _aside(line: str) -> str:
    return click.style(line, dim=True)


def _verdict(accounts: Sequence[Account]) -> str:
    summary = summarize(accounts)
    found = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")]
    counts = ", ".join(number(count, word) for count, word in found if count)
    if summary.lossless and any((summary.edits or {}).values()):
        done = f"{_edits(summary.edits or {})}" + (f"; {counts}" if counts else "")
        return f"{click.style('Every edit was put back', bold=True)}: {done}."
    if summary.lossless:
        verdict = click.style("Nothing was lost", fg="green", bold=True)
        return f"{verdict}: {counts}." if counts else f"{verdict}."
    return f"{click.style('Not everything was carried over', bold=True)}: {counts}."


def number(count: int, noun: str) -> str:
    """Write *count* and *noun*, which takes an s in the plural."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
