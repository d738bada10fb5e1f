"""What findings are written down on: text for people, counts, or a report for programs."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TextIO, TypeAlias

import attrs
import click

from gallery_lens.cli._files import Sink
from gallery_lens.cli._record import Report
from gallery_lens.cli._seen import Offer, Replacement, Seen
from gallery_lens.cli._settings import Settings, width
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters import Account, reporter, summarize
from gallery_lens.reporters._unreadable import is_unreadable
from gallery_lens.reporters.excerpt import Excerpts, Style, plain, render, statistics, verdict

#: What tells findings of one run apart.
_Key: TypeAlias = tuple[str | None, int | None, str, str]

#: The widest lines that an excerpt may take, in columns.
_WIDEST: Final = 160


class Paper(Protocol):
    """Something that findings are written down on as they come."""

    def add(self, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        """Write down what was found in one text, if there is any that could be seen."""

    def close(self, accounts: Sequence[Account], code: int) -> None:
        """Bring it to its end, once all inputs have their accounts; *code* is the exit code."""


def paper(sink: Sink, settings: Settings, form: str, *, stream: TextIO | None, counts: bool) -> Paper:
    """Return a paper in the format *form*.

    Args:
        sink: where it is written to.
        settings: say whether in colour, and whether to count in the end.
        form: ``text``, or the name of a reporter.
        stream: what the sink ends in, if that may be a terminal.
        counts: whether to say how often each code was found.
    """
    if form == "sarif":
        return _Sarif(sink, settings, counts)
    if form != "text":
        return _Report(Report(sink, reporter(form)), settings, counts)
    pen = _Pen(sink, settings.colours(stream))
    columns = width(stream, _WIDEST) if stream else 80
    return _Text(pen, columns, counts=counts, quiet=settings.quiet)


def refusals(settings: Settings) -> Paper:
    """Return a paper on standard error that takes only the reasons why something cannot be looked at."""
    return _Refusals(settings)


@attrs.frozen(eq=False, repr=False)
class _Pen:
    """Writes styled text, in colour or not."""

    sink: Sink
    colours: bool

    @property
    def style(self) -> Style:
        """What styles the texts to be written."""
        return click.style if self.colours else plain

    def write(self, text: str) -> None:
        """Write *text*, which was styled by ``style``."""
        self.sink.write(text.encode("utf-8", "backslashreplace"))


@attrs.frozen(eq=False, repr=False)
class _Text:
    pen: _Pen
    columns: int
    counts: bool
    quiet: bool

    def add(self, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        excerpts = seen.excerpts() if seen and not self.counts else Excerpts()
        for each in () if self.counts else found:
            self.pen.write(render(each, excerpts, self.columns, self.pen.style))

    def close(self, accounts: Sequence[Account], code: int) -> None:
        if self.counts:
            self.pen.write(statistics(accounts, self.pen.style))
        if not self.quiet:
            self.pen.write(verdict(accounts, self.pen.style))


@attrs.frozen(eq=False, repr=False)
class _Report:
    report: Report
    settings: Settings
    counts: bool

    def add(self, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        for each in found:
            self.report.add(each)

    def close(self, accounts: Sequence[Account], code: int) -> None:
        self.report.close(summarize(accounts))
        _tell(self.settings, accounts, counts=self.counts)


@attrs.frozen(eq=False, repr=False)
class _Sarif:
    """A report of all there is to know: what may be done about findings, and how the run ended."""

    sink: Sink
    settings: Settings
    counts: bool
    found: list[Diagnostic] = attrs.field(factory=list, init=False)
    offers: dict[_Key, list[Offer]] = attrs.field(factory=dict, init=False)

    def add(self, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        self.found.extend(found)
        for offer in seen.offers(found) if seen else ():
            self.offers.setdefault(_key(offer.found), []).append(offer)

    def close(self, accounts: Sequence[Account], code: int) -> None:
        from gallery_lens.reporters.sarif import render

        self.sink.write(render(self.found, summarize(accounts), fixes=self._fixes, exit_code=code))
        _tell(self.settings, accounts, counts=self.counts)

    def _fixes(self, found: Diagnostic) -> Iterator[tuple[str, Sequence[Replacement]]]:
        return ((each.sentence, each.replacements) for each in self.offers.get(_key(found), ()))


def _key(found: Diagnostic) -> _Key:
    return (found.file, found.line, found.code, found.pointer)


def _tell(settings: Settings, accounts: Sequence[Account], *, counts: bool) -> None:
    settings.tell((statistics(accounts) if counts else "") + verdict(accounts))


@attrs.frozen(eq=False, repr=False)
class _Refusals:
    settings: Settings

    def add(self, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        for each in found:
            if is_unreadable(each):
                self.settings.tell(render(each, seen.excerpts() if seen else Excerpts(), width()))

    def close(self, accounts: Sequence[Account], code: int) -> None:
        """Say nothing more."""
