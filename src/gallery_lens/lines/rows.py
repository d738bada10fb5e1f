"""The rows of a report, written as the findings come."""

import os
from collections.abc import Sequence
from typing import IO

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import inert
from gallery_lens.lines.writer import Writer, copy
from gallery_lens.reporters import Reporter


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
    def frame(self) -> tuple[bytes, bytes] | None:
        """The bytes around the JSON of each finding, what separates it from the one before among them.

        None if rows are anything else.
        """
        if self.form.frame is None:
            return None
        before, after = self.form.frame
        return self.form.between + before, after

    def add(self, found: Diagnostic) -> None:
        """Write down *found*."""
        self._space()
        self._writer.write(self.form.row(found) if self.form.row else b"")

    def extend(self, found: Sequence[Diagnostic]) -> None:
        """Write down all of *found*, of which there is at least one."""
        self._space()
        self._writer.write(self.form.between.join(map(self.form.row, found)) if self.form.row else b"")

    def add_rows(self, rows: bytes) -> None:
        """Write down findings, at least one, that are JSON already, each of them in the ``frame``."""
        self._writer.write(inert(rows.removeprefix(self.form.between) if self._empty else rows))
        self._empty = False

    def add_part(self, part: IO[bytes]) -> None:
        """Write down the findings that the file *part* holds, as rows of this format."""
        if part.seek(0, os.SEEK_END):
            self._space()
            copy(part, self._writer)

    def _space(self) -> None:
        if not self._empty:
            self._writer.write(self.form.between)
        self._empty = False
