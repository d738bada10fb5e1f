"""Which findings say that an input, or a line of one, could not be read at all."""

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.rules import rule


def is_unreadable(found: Diagnostic) -> bool:
    """Return whether *found* is about a whole document that cannot be read, or holds nothing known."""
    return not found.pointer and rule(found.code).refuses is not None
