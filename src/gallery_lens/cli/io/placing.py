"""Temporary files, and how they take their places together: all of them, or none.

A temporary file is locked as long as its process lives. So those that a killed run left behind can be
told from those of a run beside this one, and the next run in the folder removes them.
"""

import contextlib
import enum
import errno
import os
import re
import shutil
import signal
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Final

import attrs

from gallery_lens.cli.io.files import close_quietly
from gallery_lens.errors import writing

try:
    import fcntl
except ImportError:  # on Windows an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

#: What temporary files are called: being written, taken away until all is done, parts of a shared run.
PART: Final = "part"
OLD: Final = "old"
PARTS: Final = "parts"
_OURS: Final = re.compile(rf"\.gallery-lens-[0-9a-f]{{16}}\.(?:{PART}|{OLD}|{PARTS})")

#: How long to wait for a run that places its files in the same folder, in seconds.
_PATIENCE: Final = 10.0


class Rank(enum.IntEnum):
    """The kind of a file, in the order in which files are put in place."""

    REPORT = 0
    REJECTS = 1
    LEDGER = 2
    EXTRACT = 3
    DATA = 4
    SIDECAR = 5

    @property
    def of_data(self) -> bool:
        """True if it belongs to the data, and is not placed where those are not."""
        return self in (Rank.EXTRACT, Rank.DATA, Rank.SIDECAR)


@attrs.frozen(eq=False, repr=False)
class Pending:
    """A file that is being written beside the place that it is to take."""

    path: str  #: as given, for messages
    real: Path  #: its place, links followed
    beside: Path
    rank: Rank
    lock: int  #: a descriptor that keeps it locked

    def finish(self) -> None:
        """Bring what was written, and closed, to the disk, with the owner and mode of what it replaces."""
        try:
            old = self.real.stat()
        except OSError:
            mask = os.umask(0)
            os.umask(mask)
            mode = 0o666 & ~mask
        else:
            mode = old.st_mode & 0o777  # who runs what has changed decides anew on setuid
            with contextlib.suppress(OSError, AttributeError):
                new = os.fstat(self.lock)
                if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
                    os.fchown(self.lock, old.st_uid, old.st_gid)
        if hasattr(os, "fchmod"):
            os.fchmod(self.lock, mode)
        os.fsync(self.lock)


def create(path: str, real: Path, rank: Rank, undoing: contextlib.ExitStack) -> tuple[Pending, IO[bytes]]:
    """Make a temporary file for *path*; *undoing* removes it, if it is still there.

    Raises:
        OSError: It cannot be made.
    """
    while True:
        beside = _name(real.parent, PART)
        undoing.callback(_remove, beside)  # first: an interrupt may come as soon as it is there
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(beside, flags, 0o600), "wb")
        undoing.callback(close_quietly, file)
        lock = os.dup(file.fileno())
        undoing.callback(os.close, lock)
        if _lock(lock) is not False and _is_there(beside, lock):
            return Pending(path, real, beside, rank, lock), file


@contextlib.contextmanager
def temporary_folder(where: Path) -> Iterator[Path]:
    """Make a folder for parts, and remove it in the end."""
    folder = _name(where, PARTS)
    try:
        folder.mkdir(0o700)
        with _held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left in *folder*."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(".gallery-lens-") and _OURS.fullmatch(name):
                _remove_stale(folder / name)


def place(files: Sequence[Pending]) -> None:
    """Let *files* take their places, in the order of their ranks.

    The old sidecars are taken away first and the new ones come last, so that there is never a sidecar
    beside a view of another run. Signals wait, and so do other runs in the same folders.

    Raises:
        OutputError: One of them cannot; what stood in all the places stands there again.
    """
    ordered = sorted(files, key=lambda each: each.rank)
    folders = sorted({each.real.parent for each in ordered})
    with contextlib.ExitStack() as closing:
        closing.enter_context(undisturbed())
        for folder in folders:
            closing.enter_context(_alone(folder))
        _Placing(closing).place(ordered)
        for folder in folders:  # bring the names to the disk, where the system can
            with contextlib.suppress(OSError):
                descriptor = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)


class _Placing:
    """One go at placing files, which can be taken back."""

    def __init__(self, closing: contextlib.ExitStack) -> None:
        self._closing = closing
        self._undo: list[Callable[[], Any]] = []
        self._old: list[Path] = []

    def place(self, files: Sequence[Pending]) -> None:
        try:
            for each in files:
                if each.rank is Rank.SIDECAR:
                    with writing(each.path):
                        self._take_away(each.real)
            for each in files:
                with writing(each.path):
                    self._put(each)
        except BaseException:
            for step in reversed(self._undo):
                with contextlib.suppress(OSError):
                    step()
            raise
        for old in self._old:
            _remove(old)

    def _take_away(self, real: Path) -> None:
        if real.exists():
            old = self._aside(real)
            real.replace(old)
            self._undo.append(lambda: old.replace(real))

    def _put(self, each: Pending) -> None:
        real, old = each.real, None
        if real.exists():
            old = self._aside(real)
            try:
                os.link(real, old)
                self._undo.append(old.unlink)
            except OSError:  # of a file system without hard links, or a file of somebody else
                real.replace(old)
                self._undo.append(lambda: old.replace(real))
        each.beside.replace(real)
        self._undo.append(real.unlink if old is None else lambda: old.replace(real))

    def _aside(self, real: Path) -> Path:
        """Return a name for the old file, which is locked under it."""
        old = _name(real.parent, OLD)
        self._old.append(old)
        self._closing.enter_context(_held(real))
        return old


def _name(folder: Path, kind: str) -> Path:
    return folder / f".gallery-lens-{os.urandom(8).hex()}.{kind}"


def _lock(descriptor: int, *, wait: bool = False) -> bool | None:
    """Lock a file: True if it is ours now, False if another process has it, None if that cannot be told."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        return False if error.errno in (errno.EWOULDBLOCK, errno.EACCES) else None
    return True


def _is_there(path: Path, descriptor: int) -> bool:
    """Return whether *path* is still the file that was opened; another run may have taken it for stale."""
    with contextlib.suppress(OSError):
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(descriptor))
    return False


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    """Lock *path* inside, if that is possible, so that nobody takes it for stale."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        yield
        return
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _remove_stale(path: Path) -> None:
    with contextlib.suppress(OSError):
        mode = path.stat(follow_symlinks=False).st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            return
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            if _lock(descriptor) and _is_there(path, descriptor):
                shutil.rmtree(path) if stat.S_ISDIR(mode) else path.unlink()
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one run after the other place its files in *folder*; who waits too long goes on."""
    if fcntl is None:
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        until = time.monotonic() + _PATIENCE
        while _lock(descriptor) is False and time.monotonic() < until:
            time.sleep(0.01)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals that would end the program wait until the block is done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
