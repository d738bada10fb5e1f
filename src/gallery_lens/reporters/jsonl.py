"""The ``jsonl`` report: one finding per line, as it comes."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import inert, write
from gallery_lens.reporters._reporter import Reporter


def _row(found: Diagnostic) -> bytes:
    return inert(write(found.to_dict()))


REPORTER: Final = Reporter(row=_row)
