"""Writers of findings: text for people, counts, and reports for programs."""

from collections.abc import Sequence
from typing import Final, Protocol, TextIO, TypeAlias

import click

from gallery_lens.cli.convert.run_report import ReportFile
from gallery_lens.cli.io.files import Sink
from gallery_lens.cli.lint.source_text import Offer, SourceText
from gallery_lens.cli.shared.settings import Settings, width
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.linting import Entry, told, without_infos
from gallery_lens.reporters import InputSummary, reporter, summarize
from gallery_lens.reporters.excerpt import Excerpts, Style, plain, render, statistics, verdict
from gallery_lens.reporters.unreadable import is_unreadable
from gallery_lens.values import Record, fresh

#: What tells findings of one run apart.
_Key: TypeAlias = tuple[str | None, int | None, str, str]

#: The widest lines that an excerpt may take, in columns.
_WIDEST: Final = 160


class Ending(Record, kw_only=True):
    """How a run ended."""

    summaries: Sequence[InputSummary]  #: one for each input
    others: int  #: how many files of folders hold no gallery
    code: int  #: the exit code


class FindingWriter(Protocol):
    """Writes findings as they come."""

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        """Write what was found in one text, which is None if it could not be read."""

    def close(self, ending: Ending) -> None:
        """Write what stands at the end, once all inputs are read."""


def writer(
    sink: Sink, settings: Settings, form: str, *, stream: TextIO | None, counts: bool, infos: bool
) -> FindingWriter:
    """Return a writer of the format *form*, which tells people in the end how much was found.

    Args:
        sink: where it writes to.
        settings: whether in colour, and whether to tell people anything.
        form: ``text``, or the name of a reporter.
        stream: what the sink ends in, if that may be a terminal.
        counts: whether to write how often each code was found.
        infos: whether ``text`` and ``concise`` list infos, too; reports for programs do.
    """
    if form == "text":
        styled = StyledWriter(sink, settings.colours(stream))
        columns = width(stream, _WIDEST) if stream else 80
        return _TextWriter(styled, columns, counts=counts, infos=infos, quiet=settings.quiet)
    written, infos = report(sink, form), infos or form != "concise"
    listed = written if infos else _InfoFilter(written)
    return _WriterGroup((listed, _VerdictWriter(settings, counts=counts, infos=infos)))


def report(sink: Sink, form: str) -> FindingWriter:
    """Return a writer of a report for programs, in the format of a reporter."""
    return _SarifWriter(sink) if form == "sarif" else _ReportWriter(ReportFile(sink, reporter(form)))


def several(first: FindingWriter, others: Sequence[FindingWriter]) -> FindingWriter:
    """Return a writer that writes what all of the given ones do."""
    return _WriterGroup((first, *others)) if others else first


def refusals(settings: Settings) -> FindingWriter:
    """Return a writer to standard error that takes only the reasons why something cannot be linted."""
    return _RefusalWriter(settings)


class _WriterGroup(Record):
    writers: Sequence[FindingWriter]

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        for each in self.writers:
            each.add(found, text)

    def close(self, ending: Ending) -> None:
        for each in self.writers:
            each.close(ending)


class _InfoFilter(Record):
    """Passes warnings and errors on to a writer."""

    writer: FindingWriter

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        if listed := [*without_infos(found)]:
            self.writer.add(listed, text)

    def close(self, ending: Ending) -> None:
        self.writer.close(ending)


class _VerdictWriter(Record):
    """Tells people how much was found."""

    settings: Settings
    counts: bool
    infos: bool  #: whether infos were listed

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        """Wait for the end."""

    def close(self, ending: Ending) -> None:
        counted = statistics(ending.summaries) if self.counts else ""
        said = verdict(ending.summaries, others=ending.others)
        self.settings.tell(counted + said + _hint(ending, infos=self.infos))


class StyledWriter(Record):
    """Writes styled text, in colour or not."""

    sink: Sink
    colours: bool

    @property
    def style(self) -> Style:
        """The function that styles the texts to be written."""
        return click.style if self.colours else plain

    def write(self, text: str) -> None:
        """Write *text*, which was styled by ``style``."""
        self.sink.write(text.encode("utf-8", "backslashreplace"))


class _TextWriter(Record):
    writer: StyledWriter
    columns: int
    counts: bool
    infos: bool
    quiet: bool

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        if self.counts:
            return
        listed = [*told(found if self.infos else without_infos(found))]
        if not listed:
            return
        excerpts = text.excerpts() if text else Excerpts()
        for each in listed:
            self.writer.write(render(each, excerpts, self.columns, self.writer.style))

    def close(self, ending: Ending) -> None:
        if self.counts:
            self.writer.write(statistics(ending.summaries, self.writer.style))
        if not self.quiet:
            said = verdict(ending.summaries, self.writer.style, others=ending.others)
            self.writer.write(said + _hint(ending, infos=self.infos or self.counts))


def _hint(ending: Ending, *, infos: bool) -> str:
    """Return how infos are listed, if there are any, and they were not."""
    hidden = not infos and any(each.count(Severity.INFO) for each in ending.summaries)
    return "Infos are listed with --show info.\n" if hidden else ""


class _ReportWriter(Record):
    report: ReportFile

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        if found and self.report.form.several:
            self.report.add_rows(self.report.form.several(found))
        elif found:
            self.report.extend([*told(found)])

    def close(self, ending: Ending) -> None:
        self.report.close(summarize(ending.summaries))


class _SarifWriter(Record):
    """A report with the fixes of findings, and the exit code of the run."""

    sink: Sink
    found: list[Diagnostic] = fresh(factory=list)
    offers: dict[_Key, list[Offer]] = fresh(factory=dict)

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        all_found = [*told(found)]
        self.found.extend(all_found)
        for offer in text.offers(all_found) if text else ():
            self.offers.setdefault(_key(offer.found), []).append(offer)

    def close(self, ending: Ending) -> None:
        from gallery_lens.reporters.sarif import render

        summary = summarize(ending.summaries)
        self.sink.write(
            render(
                self.found,
                summary,
                fixes=lambda found: (
                    (each.sentence, each.replacements) for each in self.offers.get(_key(found), ())
                ),
                exit_code=ending.code,
            )
        )


def _key(found: Diagnostic) -> _Key:
    return (found.file, found.line, found.code, found.pointer)


class _RefusalWriter(Record):
    settings: Settings

    def add(self, found: Sequence[Entry], text: SourceText | None) -> None:
        for each in found:
            if isinstance(each, Diagnostic) and is_unreadable(each):
                self.settings.tell(render(each, text.excerpts() if text else Excerpts(), width()))

    def close(self, ending: Ending) -> None:
        """Write nothing more."""
