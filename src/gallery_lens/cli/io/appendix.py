"""The appendix of a report: written to the end of a file that the environment names, if any."""

import os
from collections.abc import Sequence
from pathlib import Path

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import writing
from gallery_lens.reporters import Appendix, Summary


def append(appendix: Appendix | None, found: Sequence[Diagnostic], summary: Summary) -> None:
    """Append what *appendix* writes, unless there is none, or no file for it.

    Raises:
        OutputError: The file cannot be written.
    """
    path = os.environ.get(appendix.variable) if appendix else None
    if appendix and path:
        with writing(path), Path(path).open("ab") as file:
            file.write(appendix.write(found, summary, appendix.limit - file.tell()))
