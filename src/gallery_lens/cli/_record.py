"""What is found while a command runs: accounts for people, a report and rejects for programs."""

from collections.abc import Iterable
from typing import IO, Any

import attrs

from gallery_lens.cli._files import Outputs, Sink, copy, spool_file
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.jsontext import write
from gallery_lens.reporters import Account, Reporter, Summary, reporter, summarize


@attrs.frozen
class Entry:
    """What is found in one input, written down as it comes."""

    account: Account
    report: "Report | None"
    rejects: Sink | None

    def find(self, found: Iterable[Diagnostic], line: int | None = None) -> None:
        """Write down findings, all of them in the given line of NDJSON if there is one."""
        for each in found:
            placed = attrs.evolve(each, file=self.account.name, line=line or each.line)
            self.account.add(placed)
            self._report(placed)

    def refuse(self, found: Diagnostic) -> None:
        """Write down why nothing, or no more, of the input could be read."""
        placed = attrs.evolve(found, file=self.account.name)
        self.account.refuse(placed)
        self._report(placed)

    def reject(self, item: Any, codes: Iterable[str], pointer: str = "", line: int | None = None) -> None:
        """Keep *item*, which could not be converted."""
        self.account.rejected += 1
        if self.rejects:
            name = f"{self.account.name}:{line}" if line else self.account.name
            row = {"input": name, "pointer": pointer, "codes": list(codes), "item": item}
            self.rejects.write(write(row))

    def _report(self, found: Diagnostic) -> None:
        if self.report:
            self.report.add(found)


class Record:
    """What is found in all inputs."""

    def __init__(self, outputs: Outputs, report: str | None, report_format: str, rejects: str | None) -> None:
        self.accounts: list[Account] = []
        self._report = Report(outputs.open(report), reporter(report_format)) if report else None
        self._rejects = outputs.open(rejects) if rejects else None

    def open(self, name: str, source: str, target: str) -> Entry:
        """Begin the entry of the input *name*; *source* may be ``auto``."""
        self.accounts.append(Account(name, target, [] if source == "auto" else [source]))
        return Entry(self.accounts[-1], self._report, self._rejects)

    def close(self) -> None:
        """Bring the report to its end."""
        if self._report:
            self._report.close(summarize(self.accounts))

    @property
    def unreadable(self) -> bool:
        """Whether an input, or a part of one, could not be read."""
        return any(each.unreadable for each in self.accounts)

    def reaches(self, threshold: Severity | None) -> bool:
        """Tell whether anything is at least as bad as *threshold*; nothing reaches None."""
        severities = (severity for each in self.accounts for severity, _ in each.groups)
        return threshold is not None and any(each.reaches(threshold) for each in severities)


class Report:
    """A report on its way to a file; findings wait aside where the counts have to stand in front."""

    def __init__(self, sink: Sink, form: Reporter) -> None:
        self._sink = sink
        self._form = form
        self._waiting: IO[bytes] | None = spool_file() if form.head else None
        self._rows = Sink(sink.name, self._waiting) if self._waiting else sink
        self._empty = True

    def add(self, found: Diagnostic) -> None:
        """Write down *found*."""
        self._rows.write((b"" if self._empty else self._form.between) + self._form.row(found))
        self._empty = False

    def close(self, summary: Summary) -> None:
        """Write what stands in front of the findings and after them."""
        if self._form.head and self._waiting:
            self._sink.write(self._form.head(summary))
            copy(self._waiting, self._sink)
            self._waiting.close()
        self._sink.write(self._form.tail)
