"""Where a command writes: files that appear whole or not at all, and standard output."""

import contextlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import IO, Final

from gallery_lens.errors import OutputError

#: How a path says standard output.
STDOUT: Final = "-"

#: How many bytes are held in memory before they go to a temporary file.
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
            raise _refused(self.name, error) from error

    def flush(self) -> None:
        """Let what was written be seen; raises like ``write``."""
        try:
            self.file.flush()
        except OSError as error:
            raise _refused(self.name, error) from error


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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._undoing.close()

    def open(self, path: str) -> Sink:
        """Return where to write for *path*, or for ``-``; the same path gives the same sink.

        Raises:
            OutputError: It cannot be written.
        """
        if path not in self._sinks:
            with _naming(path):
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
            return self._spooled(standard_output()) if self._withhold else standard_output()
        real = os.path.realpath(path)
        if is_special(path):
            special = self._undoing.enter_context(open(path, "wb"))
            return self._spooled(Sink(path, special))
        return self._temporary(path, real)

    def _spooled(self, target: Sink) -> Sink:
        spool = self._undoing.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
        self._placing.append(lambda: copy(spool, target))
        return Sink(target.name, spool)

    def _temporary(self, path: str, real: str) -> Sink:
        os.makedirs(os.path.dirname(real), exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=os.path.dirname(real))
        file = self._undoing.enter_context(open(handle, "wb"))
        self._undoing.callback(_remove, beside)
        self._placing.append(lambda: _replace(path, file, beside, real))
        return Sink(path, file)


def standard_output() -> Sink:
    """Return standard output.

    Raises:
        OutputError: It is closed.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed.")
    return Sink("standard output", sys.stdout.buffer)


def is_special(path: str) -> bool:
    """Tell whether *path* is a pipe, a device or the like, which can be written but not replaced."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def copy(spool: IO[bytes], target: Sink) -> None:
    """Write all that *spool* holds to *target*."""
    spool.seek(0)
    while chunk := spool.read(_IN_MEMORY):
        target.write(chunk)
    target.flush()


def _replace(path: str, file: IO[bytes], beside: str, real: str) -> None:
    with _naming(path):
        if os.path.isdir(real):
            raise IsADirectoryError(0, "it is a folder")
        file.close()
        os.chmod(beside, _mode(real))
        os.replace(beside, real)


def _mode(real: str) -> int:
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(real).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(path)


@contextlib.contextmanager
def _naming(name: str) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: OSError) -> OSError:
    if isinstance(error, BrokenPipeError):
        return error
    return OutputError(f"{name} cannot be written: {reason(error)}.")


def reason(error: OSError) -> str:
    """Say in a clause why *error* happened."""
    return (error.strerror or str(error)).lower()
