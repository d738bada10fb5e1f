"""Outputs of a command: files that appear whole or not at all, and standard output."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, Final

from gallery_lens.cli.io.compression import packing
from gallery_lens.errors import OutputError, refuse_output, writing
from gallery_lens.lines.writer import copy

if TYPE_CHECKING:
    from gallery_lens.cli.io.placing import Pending

#: How a path says standard output.
STDOUT: Final = "-"

#: How many bytes wait in memory before they go to a temporary file.
_IN_MEMORY: Final = 1 << 20


class Sink:
    """Somewhere to write; says its name when that fails."""

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self.name = name
        self.file = file

    def write(self, data: bytes) -> None:
        """Write *data*; raises ``OutputError``, or ``BrokenPipeError`` if nobody reads any more."""
        try:
            self.file.write(data)
        except OSError as error:
            refuse_output(self.name, error)

    def flush(self) -> None:
        """Let what was written be seen; raises like ``write``."""
        try:
            self.file.flush()
        except OSError as error:
            refuse_output(self.name, error)


class Outputs:
    """Files being written: they take their places when ``commit`` is called, or not at all.

    What goes to standard output appears at once, unless it is withheld until then.
    """

    def __init__(self, *, withhold: bool = False) -> None:
        self._withhold = withhold
        self._sinks: dict[str, Sink] = {}
        self._finishing: list[Callable[[], None]] = []  # what is closed before anything appears
        self._pouring: list[tuple[bool, Callable[[], None]]] = []  # what was withheld; whether it is data
        self._pending: list[Pending] = []
        self._swept: set[Any] = set()
        self._undoing = contextlib.ExitStack()

    def __enter__(self) -> "Outputs":
        return self

    def __exit__(self, *exception: object) -> None:
        if not self._pending:
            self._undoing.close()
            return
        from gallery_lens.cli.io.placing import undisturbed

        with undisturbed():
            self._undoing.close()

    def open(self, path: str, kind: str = "data") -> Sink:
        """Return where to write for *path*, or for ``-``; the same path gives the same sink.

        Args:
            path: of a file, which is taken for another one's place only in ``commit``.
            kind: ``report``, ``rejects``, ``ledger``, ``extract``, ``data`` or ``sidecar``; in this order
                they take their places.

        Raises:
            OutputError: It cannot be written.
        """
        if path not in self._sinks:
            with writing(path):
                self._sinks[path] = self._opened(path, kind)
        return self._sinks[path]

    def commit(self, *, data: bool = True) -> None:
        """Close everything; when all of it is written, put it in its place.

        Args:
            data: whether the data, and what belongs to them, take their places as well.

        Raises:
            OutputError: Something could not be written; all files are what they were.
        """
        for sink in self._sinks.values():
            sink.flush()
        for finish in self._finishing:
            finish()
        for of_data, pour in self._pouring:
            if data or not of_data:
                pour()
        if pending := [each for each in self._pending if data or not each.rank.of_data]:
            from gallery_lens.cli.io.placing import place

            place(pending)

    def _opened(self, path: str, kind: str) -> Sink:
        of_data = kind in ("data", "extract", "sidecar")
        if path == STDOUT:
            withheld = self._withhold and of_data
            return self._spooled(_standard_output(), of_data) if withheld else _standard_output()
        if is_special(path):
            file = self._closing(packing(path, self._closing(open(path, "ab"))))  # noqa: SIM115 - closed with the rest
            sink = self._spooled(Sink(path, file), of_data)
            self._pouring.append((of_data, lambda: _finish(path, file)))
            return sink
        if path.endswith(("/", os.sep)):  # one that is not there yet is meant as a folder, too
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        return self._temporary(path, kind)

    def _spooled(self, target: Sink, of_data: bool) -> Sink:
        spool = self._closing(spool_file())
        self._pouring.append((of_data, lambda: copy(spool, target)))
        return Sink(target.name, spool)

    def _temporary(self, path: str, kind: str) -> Sink:
        from pathlib import Path

        from gallery_lens.cli.io.placing import Rank, create, sweep

        real = Path(os.path.realpath(path))
        if real.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        # Replacing a file needs no right to write to it, but its owner meant something by taking it away.
        if real.exists() and not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, "permission denied")
        if real.parent not in self._swept:
            self._swept.add(real.parent)
            sweep(real.parent)
        pending, bare = create(path, real, Rank[kind.upper()], self._undoing)
        file = self._closing(packing(path, bare))
        self._pending.append(pending)
        self._finishing.append(lambda: _finish(path, file, pending.finish))
        return Sink(path, file)

    def _closing(self, file: IO[bytes]) -> IO[bytes]:
        self._undoing.callback(close_quietly, file)
        return file


def _standard_output() -> Sink:
    if sys.stdout is None:
        raise OutputError("Standard output is closed.")
    return Sink("Standard output", sys.stdout.buffer)


def standard_error() -> Sink:
    """Return where to write for people; raises ``OutputError`` if that is closed."""
    if sys.stderr is None:
        raise OutputError("Standard error is closed.")
    return Sink("Standard error", sys.stderr.buffer)


def seen() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_special(path: str) -> bool:
    """Return whether *path* is a pipe, a device or the like, which can be written but not replaced."""
    if path.startswith(("/dev/", "/proc/")):
        return True
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def spool_file() -> IO[bytes]:
    """Return a file for bytes that have to wait: in memory as long as they are few."""
    import tempfile

    return tempfile.SpooledTemporaryFile(_IN_MEMORY)


def make_folder(path: str) -> None:
    """Make the folder *path* unless it is there.

    Raises:
        OutputError: It cannot be made.
    """
    with writing(path):
        os.makedirs(path, exist_ok=True)


def _finish(path: str, file: IO[bytes], further: Callable[[], None] = lambda: None) -> None:
    with writing(path):
        file.close()
        further()


def close_quietly(file: IO[bytes]) -> None:
    """Close a file that is thrown away; what cannot be written of it is no matter."""
    with contextlib.suppress(OSError):
        file.close()
