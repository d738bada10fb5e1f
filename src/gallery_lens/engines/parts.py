"""The parts that one split becomes: its data, and what is found in it, each in a file of its own."""

import functools
import io
from collections.abc import Mapping
from typing import IO, Final

import attrs

from gallery_lens import jsontext
from gallery_lens.engines.splits import Split
from gallery_lens.errors import writing
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.pieces import pieces
from gallery_lens.lines.rows import Rows
from gallery_lens.lines.values import convert_blocks
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters import InputSummary, reporter

#: The data, and what may be written beside it.
ITEMS: Final = "items"
PAPERS: Final = ("report", "rejects", "ledger", "extract", "sidecar")


@attrs.frozen(kw_only=True)
class SplitJob:
    """The task for the splits of one file."""

    name: str  #: of the input, for diagnostics
    options: ConvertOptions
    papers: tuple[str, ...] = ()  #: those of ``PAPERS`` that are wanted
    report_as: str = "jsonl"
    explains: bool = False  #: whether to count why items are converted alone

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of parts of every split."""
        return (ITEMS, *self.papers)

    @property
    def summary(self) -> InputSummary:
        """The empty summary."""
        known: list[str] = [] if self.options.source == "auto" else [self.options.source]
        return InputSummary(self.name, self.options.target, known, explains=self.explains)


def write_parts(data: bytes, split: Split, work: SplitJob, files: Mapping[str, IO[bytes]]) -> InputSummary:
    """Convert the lines of a split and write its parts.

    Args:
        data: the bytes of the split.
        split: where they stand in their file.
        work: what to do with them.
        files: empty ones, one for each of ``work.kinds``.

    Raises:
        OutputError: A part cannot be written.
    """
    entry = InputReport(
        summary=work.summary,
        report=Rows(files["report"], reporter(work.report_as)) if "report" in files else None,
        rejects=files.get("rejects"),
        ledger=files.get("ledger"),
        extract=files.get("extract"),
        sidecar=functools.partial(files.__getitem__, "sidecar") if "sidecar" in files else None,
    )
    blocks = jsontext.read_blocks(pieces(io.BytesIO(data)), split.before)
    with writing("A part"):
        for values in convert_blocks(blocks, work.options, entry):
            files[ITEMS].write(jsontext.write_lines(values))
        for file in files.values():
            file.flush()
    return entry.summary
