"""Findings collected during a run: a summary for people, a report and rejects for programs."""

import os
from collections.abc import Sequence
from functools import partial
from typing import IO

from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.cli.io.files import Outputs, Sink, spool_file
from gallery_lens.cli.io.progress import Progress
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import writing
from gallery_lens.lines import input_report
from gallery_lens.lines.rows import Rows
from gallery_lens.lines.writer import copy
from gallery_lens.reporters import Appendix, InputSummary, Reporter, Summary, reporter, summarize


class TrackedReport(input_report.InputReport):
    """The findings in one input, and its progress."""

    progress: Progress  #: for people who wait


class RunReport:
    """The findings in all inputs."""

    def __init__(
        self,
        outputs: Outputs,
        options: ConvertCommandOptions,
        data: Outputs,
        progress: Progress | None = None,
    ) -> None:
        """Open the files that *options* name; extracts and sidecars are *data*, and share its fate."""
        self.summaries: list[InputSummary] = []
        self._progress = progress or Progress()
        self._explains = options.verbose
        self._report = _report(outputs, options)
        self._rejects = outputs.open(options.rejects, "rejects") if options.rejects else None
        self._ledger = outputs.open(options.ledger, "ledger") if options.ledger else None
        self._extract = data.open(options.extract, "extract") if options.extract else None
        self._sidecar = partial(data.open, options.sidecar, "sidecar") if options.sidecar else None

    def open(self, name: str, source: str, target: str) -> TrackedReport:
        """Begin the entry of the input *name*; *source* may be ``auto``."""
        known = [] if source == "auto" else [source]
        self.summaries.append(InputSummary(name, target, known, explains=self._explains))
        sinks = (self._report, self._rejects, self._ledger, self._extract, self._sidecar)
        return TrackedReport(self.summaries[-1], *sinks, self._progress)

    def close(self) -> None:
        """Bring the report to its end."""
        if self._report:
            self._report.close(summarize(self.summaries))

    @property
    def unreadable(self) -> bool:
        """True if an input, or a part of one, could not be read."""
        return any(each.unreadable for each in self.summaries)

    @property
    def failed(self) -> bool:
        """True if the program itself failed on an item, or on more."""
        return any(each.failed for each in self.summaries)

    def reaches(self, threshold: Severity | None) -> bool:
        """Return whether a finding has at least the severity *threshold*; None is never reached."""
        severities = (severity for each in self.summaries for severity, _ in each.groups)
        return threshold is not None and any(each.reaches(threshold) for each in severities)


def _report(outputs: Outputs, options: ConvertCommandOptions) -> "ReportFile | None":
    return (
        ReportFile(outputs.open(options.report, "report"), reporter(options.report_as))
        if options.report
        else None
    )


class ReportFile(Rows):
    """A report on its way to a file; findings wait aside where the counts, or all of them, come first."""

    def __init__(self, sink: Sink, form: Reporter) -> None:
        self._sink = sink
        self._found: list[Diagnostic] = []
        self._waiting: IO[bytes] | None = spool_file() if form.head else None
        super().__init__(Sink(sink.name, self._waiting) if self._waiting else sink, form)

    def add(self, found: Diagnostic) -> None:
        """Write down *found*."""
        if self.form.row:
            super().add(found)
        else:
            self._found.append(found)

    def extend(self, found: Sequence[Diagnostic]) -> None:
        """Write down all of *found*, of which there is at least one."""
        if self.form.row:
            super().extend(found)
        else:
            self._found.extend(found)

    def close(self, summary: Summary) -> None:
        """Write what stands in front of the findings and after them, or all at once; then the appendix."""
        if self.form.row is None:
            self._sink.write(self.form.report(self._found, summary))
            append(self.form.appendix, self._found, summary)
            return
        if self.form.head and self._waiting:
            self._sink.write(self.form.head(summary))
            copy(self._waiting, self._sink)
            self._waiting.close()
        self._sink.write(self.form.tail)


def append(appendix: Appendix | None, found: Sequence[Diagnostic], summary: Summary) -> None:
    """Append what *appendix* writes, unless there is none, or no file for it.

    Raises:
        OutputError: The file cannot be written.
    """
    path = os.environ.get(appendix.variable) if appendix else None
    if appendix and path:
        with writing(path), open(path, "ab") as file:
            file.write(appendix.write(found, summary, appendix.limit - file.tell()))
