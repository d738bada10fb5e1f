"""What findings are written down on: text for people, counts, or a report for programs."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol, TextIO

import attrs
import click

from gallery_lens.cli._files import Sink
from gallery_lens.cli._record import Report
from gallery_lens.cli._settings import Settings, width
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import Account, reporter, summarize
from gallery_lens.reporters.excerpt import Excerpts, render, statistics, verdict

#: The widest lines that an excerpt may take, in columns.
_WIDEST: Final = 160


class Paper(Protocol):
    """Something that findings are written down on as they come."""

    def add(self, found: Sequence[Diagnostic], text: Callable[[], Excerpts]) -> None:
        """Write down what was found in one text, which can be had by calling *text*."""

    def close(self, accounts: Sequence[Account]) -> None:
        """Bring it to its end, once all inputs have their accounts."""


def paper(sink: Sink, settings: Settings, form: str, *, stream: TextIO | None, counts: bool) -> Paper:
    """Return a paper in the format *form*.

    Args:
        sink: where it is written to.
        settings: say whether in colour, and whether to count in the end.
        form: ``text``, or the name of a reporter.
        stream: what the sink ends in, if that may be a terminal.
        counts: whether to say how often each code was found.
    """
    if form != "text":
        return _Report(Report(sink, reporter(form)), settings, counts)
    pen = _Pen(sink, settings.colours(stream))
    columns = width(stream, _WIDEST) if stream else 80
    return _Text(pen, columns, counts=counts, quiet=settings.quiet)


def refusals(settings: Settings) -> Paper:
    """Return a paper on standard error that takes only the reasons why something cannot be looked at."""
    return _Refusals(settings)


@attrs.frozen
class _Pen:
    """Writes styled text, in colour or not."""

    sink: Sink
    colours: bool

    def write(self, text: str) -> None:
        plain = text if self.colours else click.unstyle(text)
        self.sink.write(plain.encode("utf-8", "backslashreplace"))


@attrs.frozen
class _Text:
    pen: _Pen
    columns: int
    counts: bool
    quiet: bool

    def add(self, found: Sequence[Diagnostic], text: Callable[[], Excerpts]) -> None:
        excerpts = Excerpts() if self.counts else text()
        for each in () if self.counts else found:
            self.pen.write(render(each, excerpts, self.columns))

    def close(self, accounts: Sequence[Account]) -> None:
        if self.counts:
            self.pen.write(statistics(accounts))
        if not self.quiet:
            self.pen.write(verdict(accounts))


@attrs.frozen
class _Report:
    report: Report
    settings: Settings
    counts: bool

    def add(self, found: Sequence[Diagnostic], text: Callable[[], Excerpts]) -> None:
        for each in found:
            self.report.add(each)

    def close(self, accounts: Sequence[Account]) -> None:
        self.report.close(summarize(accounts))
        self.settings.tell((statistics(accounts) if self.counts else "") + verdict(accounts))


@attrs.frozen
class _Refusals:
    settings: Settings

    def add(self, found: Sequence[Diagnostic], text: Callable[[], Excerpts]) -> None:
        for each in found:
            if each.severity is Severity.ERROR and each.name in ("not-json", "not-an-item"):
                self.settings.tell(render(each, text(), width()))

    def close(self, accounts: Sequence[Account]) -> None:
        """Say nothing more."""
