"""What is found while a command runs: accounts for people, a report and rejects for programs."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import IO, TYPE_CHECKING, Any

import attrs

from gallery_lens.cli._appendix import append
from gallery_lens.cli._files import Outputs, Sink, copy, spool_file
from gallery_lens.cli._options import Options
from gallery_lens.cli._progress import Progress
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.jsontext import write
from gallery_lens.reporters import Account, Reporter, Summary, reporter, summarize

if TYPE_CHECKING:
    from gallery_lens.conversion._ledger import LedgerRow


@attrs.frozen(eq=False, repr=False)
class Entry:
    """What is found in one input, written down as it comes."""

    account: Account
    report: "Report | None"
    rejects: Sink | None
    ledger: Sink | None
    extract: Sink | None
    sidecar: Callable[[], Sink] | None  #: opens it: where nothing is kept, an older one stays
    progress: Progress  #: for people who wait

    @property
    def follows(self) -> bool:
        """Whether anybody wants to know where every value went."""
        return self.ledger is not None or (self.report is not None and self.report.counts)

    def follow(self, rows: "Iterable[LedgerRow]", line: int | None = None) -> None:
        """Count where values went, and write it down."""
        for row in rows:
            self.account.leaves[row.fate] += 1
            if self.ledger:
                self.ledger.write(write({"input": self._place(line), **row.to_dict()}))

    def keep(self, extracts: Iterable[dict[str, Any]]) -> None:
        """Write down what a page can show beside the gallery."""
        if self.extract:
            for row in extracts:
                self.extract.write(write(row))

    def keep_beside(self, sidecar: dict[str, Any] | None) -> None:
        """Write down what restores the input from its view; null if there is nothing to restore."""
        if self.sidecar:
            self.sidecar().write(write(sidecar))

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
            row = {"input": self._place(line), "pointer": pointer, "codes": list(codes), "item": item}
            self.rejects.write(write(row))

    def _place(self, line: int | None) -> str:
        return f"{self.account.name}:{line}" if line else self.account.name

    def _report(self, found: Diagnostic) -> None:
        if self.report:
            self.report.add(found)


class Record:
    """What is found in all inputs."""

    def __init__(
        self, outputs: Outputs, options: Options, data: Outputs, progress: Progress | None = None
    ) -> None:
        """Open the files that *options* name; extracts and sidecars are *data*, and share its fate."""
        self.accounts: list[Account] = []
        self._progress = progress or Progress()
        self._report = _report(outputs, options)
        self._rejects = outputs.open(options.rejects) if options.rejects else None
        self._ledger = outputs.open(options.ledger) if options.ledger else None
        self._extract = data.open(options.extract) if options.extract else None
        self._sidecar = partial(data.open, options.sidecar) if options.sidecar else None

    def open(self, name: str, source: str, target: str) -> Entry:
        """Begin the entry of the input *name*; *source* may be ``auto``."""
        self.accounts.append(Account(name, target, [] if source == "auto" else [source]))
        sinks = (self._report, self._rejects, self._ledger, self._extract, self._sidecar)
        return Entry(self.accounts[-1], *sinks, self._progress)

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


def _report(outputs: Outputs, options: Options) -> "Report | None":
    return Report(outputs.open(options.report), reporter(options.report_as)) if options.report else None


class Report:
    """A report on its way to a file; findings wait aside where the counts, or all of them, come first."""

    def __init__(self, sink: Sink, form: Reporter) -> None:
        self._sink = sink
        self._form = form
        self._found: list[Diagnostic] = []
        self._waiting: IO[bytes] | None = spool_file() if form.head else None
        self._rows = Sink(sink.name, self._waiting) if self._waiting else sink
        self._empty = True

    @property
    def counts(self) -> bool:
        """Whether the report says in numbers what became of the values."""
        return self._form.head is not None

    def add(self, found: Diagnostic) -> None:
        """Write down *found*."""
        if self._form.row is None:
            self._found.append(found)
            return
        self._rows.write((b"" if self._empty else self._form.between) + self._form.row(found))
        self._empty = False

    def add_rows(self, rows: bytes) -> None:
        """Write down findings that are rows already, in a format that has nothing between them."""
        self._rows.write(rows)

    def close(self, summary: Summary) -> None:
        """Write what stands in front of the findings and after them, or all at once; then the appendix."""
        if self._form.row is None:
            self._sink.write(self._form.report(self._found, summary))
            append(self._form.appendix, self._found, summary)
            return
        if self._form.head and self._waiting:
            self._sink.write(self._form.head(summary))
            copy(self._waiting, self._sink)
            self._waiting.close()
        self._sink.write(self._form.tail)
