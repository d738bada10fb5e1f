"""Which findings say that an input, or a line of one, could not be read at all."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic

_CODES: Final = frozenset({"R001", "R002", "R007", "R008"})


def is_unreadable(found: Diagnostic) -> bool:
    """Return whether *found* is about a whole document that cannot be read, or holds nothing known."""
    return found.code in _CODES and not found.pointer
