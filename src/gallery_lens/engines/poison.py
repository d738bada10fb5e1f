"""The finding that nobody survives a split."""

import attrs

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.engines.splits import Split
from gallery_lens.lines.unreadable import unreadable


def fatal(split: Split) -> Diagnostic:
    """Return the finding that whoever converts *split* dies, say where, and how to find out why."""
    first = split.before + 1
    where = f"bytes {split.start} to {split.end}, from line {first} on"
    found = unreadable(f"every process that converts {where}, dies")
    return attrs.evolve(found, line=first, help="Convert these lines alone, in one process, to see why.")
