"""The rows of a report, written as the findings come."""

import os
from collections.abc import Sequence
from typing import IO

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import inert
from gallery_lens.lines.writer import Writer, copy
from gallery_lens.reporters import Reporter, reporter


class Rows:
    """Findings as rows, without what stands in front of them and after them in a report."""

    def __init__(self, writer: Writer, form: Reporter) -> None:
        self.form = form
        self._writer = writer
        self._empty = True

    @property
    def counts(self) -> bool:
        """Return whether the report contains counts of values."""
        return self.form.head is not None

    @property
    def plain(self) -> bool:
        """Return whether it is one finding per line, in the format ``jsonl``."""
        return self.form is reporter("jsonl")

    def add(self, found: Diagnostic) -> None:
        """Write down *found*."""
        self._space()
        self._writer.write(self.form.row(found) if self.form.row else b"")

    def extend(self, found: Sequence[Diagnostic]) -> None:
        """Write down all of *found*, of which there is at least one."""
        self._space()
        self._writer.write(self.form.between.join(map(self.form.row, found)) if self.form.row else b"")

    def add_rows(self, rows: bytes) -> None:
        """Write down findings that are rows already, in a format that has nothing between them."""
        self._writer.write(inert(rows))

    def add_part(self, part: IO[bytes]) -> None:
        """Write down the findings that the file *part* holds, as rows of this format."""
        if part.seek(0, os.SEEK_END):
            self._space()
            copy(part, self._writer)

    def _space(self) -> None:
        if not self._empty:
            self._writer.write(self.form.between)
        self._empty = False
