"""Where a command writes: files that appear whole or not at all, and standard output."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final

from gallery_lens.cli._compression import packing
from gallery_lens.errors import OutputError
from gallery_lens.lines._writer import copy

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
            _refuse(self.name, error)

    def flush(self) -> None:
        """Let what was written be seen; raises like ``write``."""
        try:
            self.file.flush()
        except OSError as error:
            _refuse(self.name, error)


class Outputs:
    """Files being written: they take their places when ``commit`` is called, or not at all.

    What goes to standard output appears at once, unless it is withheld until then.
    """

    def __init__(self, *, withhold: bool = False) -> None:
        self._withhold = withhold
        self._sinks: dict[str, Sink] = {}
        self._placing: list[Callable[[], None]] = []
        self._undoing = contextlib.ExitStack()

    def __enter__(self) -> "Outputs":
        return self

    def __exit__(self, *exception: object) -> None:
        self._undoing.close()

    def open(self, path: str) -> Sink:
        """Return where to write for *path*, or for ``-``; the same path gives the same sink.

        Raises:
            OutputError: It cannot be written.
        """
        if path not in self._sinks:
            with naming(path):
                self._sinks[path] = self._opened(path)
        return self._sinks[path]

    def commit(self) -> None:
        """Put everything in its place.

        Raises:
            OutputError: Something could not be written.
        """
        for sink in self._sinks.values():
            sink.flush()
        for place in self._placing:
            place()

    def _opened(self, path: str) -> Sink:
        if path == STDOUT:
            return self._spooled(_standard_output()) if self._withhold else _standard_output()
        if is_special(path):
            return self._special(path)
        return self._temporary(path, Path(os.path.realpath(path)))

    def _spooled(self, target: Sink) -> Sink:
        spool = self._closing(spool_file())
        self._placing.append(lambda: copy(spool, target))
        return Sink(target.name, spool)

    def _special(self, path: str) -> Sink:
        file = self._closing(packing(path, self._closing(_appending(path))))
        sink = self._spooled(Sink(path, file))
        self._placing.append(lambda: _finish(path, file))
        return sink

    def _temporary(self, path: str, real: Path) -> Sink:
        _refuse_unwritable(real)
        beside = real.parent / f".{os.urandom(8).hex()}.part"
        self._undoing.callback(_remove, beside)  # first: an interrupt may come as soon as it is there
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        bare = self._closing(os.fdopen(os.open(beside, flags, 0o600), "wb"))
        file = self._closing(packing(path, bare))
        self._placing.append(lambda: _replace(path, file, beside, real))
        return Sink(path, file)

    def _closing(self, file: IO[bytes]) -> IO[bytes]:
        self._undoing.callback(_close, file)
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
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_special(path: str) -> bool:
    """Tell whether *path* is a pipe, a device or the like, which can be written but not replaced."""
    if path.startswith(("/dev/", "/proc/")):
        return True
    try:
        mode = Path(path).stat().st_mode
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
    with naming(path):
        Path(path).mkdir(parents=True, exist_ok=True)


def reason(error: OSError) -> str:
    """Say in a clause why *error* happened."""
    return (error.strerror or str(error)).lower()


@contextlib.contextmanager
def naming(name: str) -> Iterator[None]:
    """Turn an ``OSError`` inside into an ``OutputError`` about *name*; a broken pipe passes."""
    try:
        yield
    except OSError as error:
        _refuse(name, error)


def _refuse(name: str, error: OSError) -> None:
    if isinstance(error, OutputError | BrokenPipeError):
        raise error
    raise OutputError(f"{name} cannot be written: {reason(error)}.") from error


def _appending(path: str) -> IO[bytes]:
    return Path(path).open("ab")


def _finish(path: str, file: IO[bytes]) -> None:
    with naming(path):
        file.close()


def _replace(path: str, file: IO[bytes], beside: Path, real: Path) -> None:
    _finish(path, file)
    with naming(path):
        beside.chmod(_mode(real))
        beside.replace(real)


def _refuse_unwritable(real: Path) -> None:
    # Replacing a file needs no right to write to it, but its owner meant something by taking it away.
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if real.exists() and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, "permission denied")


def _mode(real: Path) -> int:
    with contextlib.suppress(OSError):
        return stat.S_IMODE(real.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _close(file: IO[bytes]) -> None:
    with contextlib.suppress(OSError):  # what is thrown away need not be written
        file.close()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
