"""The ``jsonl`` report: one finding per line, as it comes."""

from typing import Final

from gallery_lens.reporters._reporter import Reporter, framed

_FRAME: Final = (b"", b"\n")

REPORTER: Final = Reporter(row=framed(*_FRAME), frame=_FRAME)
