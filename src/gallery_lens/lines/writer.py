"""The protocol of byte writers: files and their replacements."""

from typing import IO, Final, Protocol

#: How many bytes are copied in one go.
_BLOCK: Final = 1 << 20


class Writer(Protocol):
    """Something that takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take *data*."""

    def flush(self) -> object:
        """Let it be seen."""


def copy(spool: IO[bytes], target: Writer) -> None:
    """Write all that *spool* holds to *target*."""
    spool.seek(0)
    while block := spool.read(_BLOCK):
        target.write(block)
    target.flush()
