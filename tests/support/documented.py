"""The examples of the page about Python, for type checkers."""

import doctest
from pathlib import Path
from typing import Final

from checkout import ROOT

PAGE: Final = ROOT / "docs" / "python.md"


def documented(folder: Path) -> Path:
    """Write all examples into *folder* as one module, without those that raise, and return its path."""
    examples = doctest.DocTestParser().get_examples(PAGE.read_text("utf-8"))
    module = folder / "documented.py"
    module.write_text("".join(each.source for each in examples if not each.exc_msg), "utf-8")
    return module
