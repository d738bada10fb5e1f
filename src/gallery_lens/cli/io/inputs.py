"""Inputs of a command: files and standard input."""

import contextlib
import errno
import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Final

from gallery_lens.cli.io.compression import bare, unpacking
from gallery_lens.cli.io.files import is_special
from gallery_lens.cli.io.progress import Bytes, Measure, Steps
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import UsageError, reason
from gallery_lens.lines.pieces import TooLong, pieces
from gallery_lens.lines.unreadable import unreadable
from gallery_lens.values import Record

#: How an argument says standard input, and how messages and reports name it.
STDIN: Final = "-"
STDIN_NAME: Final = "<stdin>"

#: Files of these suffixes hold one value per line.
LINES_SUFFIXES: Final = (".ndjson", ".jsonl")

#: How many bytes a document, or a line, may have if nobody says otherwise; unpacked.
MAX_INPUT: Final = 512_000_000


class Input(Record):
    """One input of the command line."""

    path: str  #: ``-`` is standard input
    lines: bool  #: whether it holds one value per line

    @property
    def name(self) -> str:
        """The name of the input in messages and reports."""
        return STDIN_NAME if self.path == STDIN else self.path


class Unreadable(Exception):
    """An input that gives nothing, or no more.

    Attributes:
        diagnostic: why.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def inputs(paths: tuple[str, ...], input_format: str) -> tuple[Input, ...]:
    """Return the inputs that *paths* name, none being standard input.

    Raises:
        UsageError: Nothing is given and standard input is a terminal, or it is to be read twice.
    """
    if not paths and sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("There is nothing to read: name an INPUT, or send it to standard input.")
    if paths.count(STDIN) > 1:
        raise UsageError("Standard input (-) can be read only once.")
    return tuple(Input(path, has_lines(path, input_format)) for path in paths or (STDIN,))


def expanded(paths: Sequence[str]) -> tuple[str, ...]:
    """Return *paths* with the files that patterns stand for, where the shell has not put them in.

    A path that exists is itself, whatever is in its name, and so is a pattern that stands for nothing. Pipes
    and devices, which may never end, have to be named.
    """
    names: list[str] = []
    for path in paths:
        matches: list[str] = []
        if any(sign in path for sign in "*?[") and not os.path.lexists(path):
            from glob import glob  # where the shell expands patterns nobody needs it

            found = glob(path, recursive=True)
            matches = sorted(each for each in found if not is_special(each))
        names += matches or [path]
    return tuple(names)


def has_lines(path: str, input_format: str) -> bool:
    """Return whether *path* holds one value per line; the format ``auto`` depends on its suffix."""
    by_name = bare(path).lower().endswith(LINES_SUFFIXES)
    return by_name if input_format == "auto" else input_format == "ndjson"


@contextlib.contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open *path* for reading what it holds, compressed or not.

    Raises:
        Unreadable: It cannot be opened.
        UsageError: It is compressed, and the library for that is not installed.
    """
    with contextlib.ExitStack() as closing:
        with reading():
            if path == STDIN and sys.stdin is None:
                raise OSError(errno.EBADF, "standard input is closed")
            if path != STDIN and os.path.isdir(path):
                remedy = f"name its files, such as {path.rstrip('/')}/*.json"
                raise IsADirectoryError(errno.EISDIR, f"it is a folder: {remedy}")
            file = (
                sys.stdin.buffer
                if path == STDIN
                else unpacking(path, closing.enter_context(open(path, "rb")))
            )
        yield file


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Turn an ``OSError`` inside into ``Unreadable``."""
    try:
        yield
    except OSError as error:
        raise Unreadable(unreadable(reason(error))) from error


def read_chunks(file: IO[bytes], limit: int = MAX_INPUT) -> Iterator[bytes]:
    """Yield what *file* holds as ``pieces`` does.

    Raises:
        Unreadable: It cannot be read any further, or a line has more than *limit* bytes.
    """
    try:
        with reading():
            yield from pieces(file, limit)
    except TooLong:
        raise too_large("a line of it", limit) from None


def read_whole(file: IO[bytes], limit: int = MAX_INPUT) -> bytes:
    """Return all that *file* holds.

    Raises:
        Unreadable: It cannot be read, or has more than *limit* bytes; no more than those are read.
    """
    with reading():
        left = None  # the bytes left in a file of this machine; unknown for a pipe, or what is unpacked
        if isinstance(getattr(file, "raw", None), io.FileIO):
            state = os.fstat(file.fileno())
            if stat.S_ISREG(state.st_mode):
                left = max(0, state.st_size - file.tell())
        data = file.read(limit + 1 if left is None else min(left, limit) + 1)
    if len(data) > limit or (left is not None and left > limit):
        raise too_large("it", limit)
    return data


def too_large(what: str, limit: int) -> Unreadable:
    """Return the refusal of something that has more than *limit* bytes, unpacked."""
    remedy = "split it, write it as NDJSON, or raise the limit with --max-input"
    return Unreadable(unreadable(f"{what} is larger than {size_words(limit)}: {remedy}"))


def size_words(size: int) -> str:
    """Return a number of bytes in words, such as ``512 MB``."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor and size % factor == 0:
            return f"{size // factor} {unit}"
    return f"{size} bytes"


def lines_of(file: IO[bytes]) -> Measure:
    """Return the measure of progress through the lines of *file*: its bytes, if it has an end."""
    try:
        number = file.fileno()
        state = os.fstat(number)
    except OSError:
        return Steps("lines")
    if not stat.S_ISREG(state.st_mode):
        return Steps("lines")
    return Bytes(state.st_size, lambda: os.lseek(number, 0, os.SEEK_CUR))


def is_live(file: IO[bytes]) -> bool:
    """Return whether *file* grows while it is read: a pipe or a terminal."""
    try:
        return not stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    except OSError:
        return False
