"""Findings in one input, written as they come."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.jsontext import Line, inert, write
from gallery_lens.lines.rows import Rows
from gallery_lens.lines.writer import Writer
from gallery_lens.reporters import InputSummary
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.conversion.fates import Fates


class InputReport(Record):
    """The findings in one input."""

    summary: InputSummary
    report: Rows | None
    rejects: Writer | None
    ledger: Writer | None
    extract: Writer | None
    sidecar: Callable[[], Writer] | None  #: opens it: where nothing is kept, an older one stays

    @property
    def follows(self) -> bool:
        """Return whether the fate of every value is requested."""
        return self.ledger is not None or (self.report is not None and self.report.counts)

    def follow(self, fates: "Fates", line: int | None = None) -> None:
        """Count where values went, and write it down."""
        self.summary.leaves.update(fates.counts())
        if self.ledger:
            for rows in fates.lines(self._place(line)):
                self.ledger.write(rows)

    def keep(self, extracts: Iterable[dict[str, Any]]) -> None:
        """Write down what a page can show beside the gallery."""
        if self.extract:
            for row in extracts:
                self.extract.write(write(row))

    def keep_beside(self, sidecar: dict[str, Any] | None) -> None:
        """Write down what restores the input from its view; null if there is nothing to restore."""
        if self.sidecar:
            self.sidecar().write(write(sidecar))

    def counts(self, found: Mapping[tuple[Severity, str], int]) -> bool:
        """Count findings, by severity and code, if nobody wants to see more of any; return whether."""
        return self.report is None and self.summary.counts(found)

    def find(self, found: Iterable[Diagnostic], line: int | None = None) -> None:
        """Write down findings, all of them in the given line of NDJSON if there is one."""
        for each in found:
            self.summary.add(self.add(each, line))

    def add(self, found: Diagnostic, line: int | None = None) -> Diagnostic:
        """Write down a finding that is counted already; return it with its place."""
        placed = attrs.evolve(found, file=self.summary.name, line=line or found.line)
        self._report(placed)
        return placed

    def refuse(self, found: Diagnostic) -> None:
        """Write down why nothing, or no more, of the input could be read."""
        placed = attrs.evolve(found, file=self.summary.name)
        self.summary.refuse(placed)
        self._report(placed)

    def fail(self, found: Diagnostic, item: Any = None) -> None:
        """Write down that the program itself failed on the rest of the input; keep *item*, if it is known."""
        self.summary.items += 1
        self.summary.lossless = False
        self.find([found])
        self.reject(item, [found.code])

    def reject(self, item: Any, codes: Iterable[str], pointer: str = "", line: int | None = None) -> None:
        """Keep *item*, which could not be converted."""
        self.summary.rejected += 1
        if self.rejects:
            row = {"input": self._place(line), "pointer": pointer, "codes": list(codes), "item": item}
            self.rejects.write(inert(write(row)))

    def skip(self, line: Line, code: str) -> None:
        """Count *line* as an item that cannot be converted, for the reason *code*, and keep it."""
        self.keep_beside(None)
        self.summary.items += 1
        self.summary.lossless = False
        self.reject(line.data.decode("utf-8", "backslashreplace"), [code], line=line.number)

    def _place(self, line: int | None) -> str:
        return f"{self.summary.name}:{line}" if line else self.summary.name

    def _report(self, found: Diagnostic) -> None:
        if self.report:
            self.report.add(found)
