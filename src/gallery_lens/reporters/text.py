"""The account for people: what became of each input, findings grouped by code, worst first."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import click

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters._account import Account, Group, summarize
from gallery_lens.reporters._visible import clipped, visible

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

#: Where the words of a finding begin, in columns: after two blanks and the longest severity.
_INDENT: Final = 11

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def render(accounts: Sequence[Account], *, width: int = 80, advice: Iterable[str] = ()) -> str:
    """Write the account of a run, styled for a terminal.

    Args:
        accounts: one for each input, in the order of the inputs.
        width: in columns.
        advice: sentences to end with.
    """
    parts = ["\n".join(_account(each, width)) for each in accounts]
    ending = [_verdict(accounts), *(click.style(line, dim=True) for line in advice)]
    return "\n\n".join((*parts, "\n".join(ending))) + "\n"


def _account(account: Account, width: int) -> Iterator[str]:
    if account.items or not account.unreadable:
        yield _heading(account)
        yield _counts(account)
    for found in account.unreadable:
        yield _refusal(found)
    groups = sorted(account.groups.values(), key=lambda group: (group.first.severity.rank, group.first.code))
    for group in groups:
        yield from _group(group, width) if group.first.severity is not Severity.INFO else [_notice(group)]


def _heading(account: Account) -> str:
    dialects = f"{', '.join(account.sources)} to {account.target}" if account.sources else f"to {account.target}"
    return f"{click.style(visible(account.name), bold=True)} ({dialects})"


def _counts(account: Account) -> str:
    left_out = account.items - account.converted - account.rejected
    counts = [f"{account.converted} converted"]
    counts += [f"{number(left_out, 'text item')} left out"] if left_out else []
    counts += [f"{account.rejected} rejected"] if account.rejected else []
    return f"{number(account.items, 'item')}: {', '.join(counts)}"


def _refusal(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (visible(found.file or ""), found.line, found.column) if part)
    rule = f"{click.style('error', fg='red', bold=True)} {found.code} {found.name}"
    return f"{click.style(place, bold=True)}: {rule}: {visible(found.message)} {found.help or ''}".rstrip()


def _group(group: Group, width: int) -> Iterator[str]:
    yield ""
    yield f"  {_label(group)}"
    for found in group.shown:
        yield from _wrapped(f"{_place(found)}: {visible(found.message)}", width)
    if group.count > len(group.shown):
        yield from _wrapped(f"... and {group.count - len(group.shown)} more", width)
    if group.first.help:
        yield from (click.style(line, dim=True) for line in _wrapped(f"Help: {group.first.help}", width))


def _notice(group: Group) -> str:
    return f"  {_label(group)}, first at {_place(group.first)}"


def _label(group: Group) -> str:
    severity = group.first.severity
    word = click.style(f"{severity.value:<{_INDENT - 2}}", fg=_COLOURS[severity], bold=True)
    times = f", {group.count} times" if group.count > 1 else ""
    return f"{word}{click.style(f'{group.first.code} {group.first.name}', bold=True)}{times}"


def _place(found: Diagnostic) -> str:
    line = f"line {found.line}" if found.line else ""
    place = " ".join(part for part in (line, visible(found.pointer)) if part) or "the document"
    return f'{place} in "{clipped(found.item_title, _TITLE)}"' if found.item_title else place


def _wrapped(text: str, width: int) -> list[str]:
    blanks = " " * _INDENT
    return textwrap.wrap(
        text,
        width,
        initial_indent=blanks,
        subsequent_indent=blanks + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _verdict(accounts: Sequence[Account]) -> str:
    summary = summarize(accounts)
    found = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "notice")]
    counts = ", ".join(number(count, word) for count, word in found if count)
    if summary.lossless:
        verdict = click.style("Nothing was lost", fg="green", bold=True)
        return f"{verdict}: {counts}." if counts else f"{verdict}."
    return f"{click.style('Not everything was carried over', bold=True)}: {counts}."


def number(count: int, noun: str) -> str:
    """Write *count* and *noun*, which takes an s in the plural."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
