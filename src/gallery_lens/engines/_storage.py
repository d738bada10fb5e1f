"""The interface of storage for distributed runs: files and folders, wherever they are.

What is put is there whole or not at all, may be put only if it is absent, and is read only if it has not
changed. All workers have to see the same under the same address.
"""

import contextlib
from collections.abc import Iterator
from typing import IO, Final, Protocol

from gallery_lens.errors import EngineError

#: How many characters of somebody else's words are reported.
_WORDS: Final = 200


class StoredFile(Protocol):
    """A file to read, as it was when the run began."""

    @property
    def address(self) -> str:
        """A path, or ``s3://bucket/key`` and the like."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def etag(self) -> str:
        """A text that changes with the content."""

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes between two offsets.

        Raises:
            EngineError: They cannot be read, or the file has changed.
        """


class Folder(Protocol):
    """A folder to write to; every method raises ``EngineError`` where it cannot do its work."""

    @property
    def address(self) -> str:
        """A path, or ``s3://bucket/prefix`` and the like."""

    def names(self) -> dict[str, int]:
        """Return the names of all that is in it, and the sizes in bytes."""

    def get(self, name: str) -> bytes:
        """Return the content of *name*."""

    def put(self, name: str, file: IO[bytes]) -> None:
        """Put all that *file* holds there under *name*, in place of what there may be."""

    def create(self, name: str, data: bytes) -> None:
        """Put *data* there under *name*, unless something has that name."""

    def sweep(self, names: set[str]) -> None:
        """Remove what has one of these *names*, and what interrupted writes left."""


class Storage(Protocol):
    """The storage for one kind of address."""

    def look(self, address: str) -> StoredFile:
        """Look at a file to read.

        Raises:
            EngineError: It cannot be read.
            UsageError: The library for its kind of address is not installed.
        """

    def folder(self, address: str) -> Folder:
        """Name a folder, which is made when something is written to it.

        Raises:
            EngineError: It cannot be reached.
            UsageError: The library for its kind of address is not installed.
        """


def storage(address: str) -> Storage:
    """Return the storage for the kind of *address*."""
    if "://" in address:
        from gallery_lens.engines import objects

        return objects
    from gallery_lens.engines import local

    return local


@contextlib.contextmanager
def translating_errors(clause: str, *faults: type[Exception]) -> Iterator[None]:
    """Turn *faults* and ``OSError`` into an ``EngineError``; *clause* says what cannot be done."""
    caught: tuple[type[Exception], ...] = (OSError, *faults)
    try:
        yield
    except caught as error:
        said = getattr(error, "strerror", None) or str(error).splitlines()[0][:_WORDS]
        raise EngineError(f"{clause}: {said}.") from error


def changed(address: str) -> EngineError:
    """Return the error for a file that changed during the run."""
    return EngineError(f"{address} has changed while it was being converted.")
