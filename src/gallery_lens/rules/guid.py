"""The form of a GUID: 8-4-4-4-12 hexadecimal digits, in any case."""

from typing import Final

from gallery_lens.late import late

_GUID: Final = late(r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")


def is_guid(text: str) -> bool:
    """Return whether *text* is a GUID and nothing else."""
    return _GUID.fullmatch(text) is not None
