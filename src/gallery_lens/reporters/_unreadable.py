"""Which findings say that an input, or a line of one, could not be read at all."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic

_CODES: Final = frozenset({"R001", "R002"})


def is_unreadable(found: Diagnostic) -> bool:
    """Tell whether *found* is about a whole document that is no JSON, or nothing that we know."""
    return found.code in _CODES and not found.pointer
