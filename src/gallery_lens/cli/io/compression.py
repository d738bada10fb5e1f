"""Files that are compressed, known by the end of their names: ``.gz`` and ``.zst``.

gzip is Python's own; zstd is from Python 3.14, and comes with the extra ``zstd`` of the package before
that. Neither is imported before such a file is met. The same data give the same file: no times and no
names are written.
"""

import io
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any, Final

from gallery_lens.errors import UsageError
from gallery_lens.values import Record

#: Like the program gzip's own: the last percent is not worth the time.
_LEVEL: Final = 6

#: How many unpacked bytes are fetched, or collected, at once.
_CHUNK: Final = 1 << 17

#: Where zstd may come from, best first.
_ZSTD: Final = ("compression.zstd", "backports.zstd")


def suffix(name: str) -> str:
    """Return the end of *name* that says how it is compressed, as it is spelled there, or nothing."""
    return next((name[-len(end) :] for end in _FORMATS if name.lower().endswith(end)), "")


def bare(name: str) -> str:
    """Return *name* without that end, so that it ends as what is inside."""
    return name[: len(name) - len(suffix(name))]


def unpacking(name: str, file: IO[bytes]) -> IO[bytes]:
    """Return the decompressed *file* called *name*, or *file* itself if it is not compressed.

    Reading raises ``OSError`` where the file is damaged.

    Raises:
        UsageError: The library for it is not installed.
    """
    end = suffix(name)
    return io.BufferedReader(_Unpacked(end, file), _CHUNK) if end else file


def packing(name: str, file: IO[bytes]) -> IO[bytes]:
    """Return where to write what *file*, called *name*, is to hold; closing it closes both.

    Raises:
        UsageError: The library for it is not installed.
    """
    end = suffix(name)
    return io.BufferedWriter(_Packed(end, file), _CHUNK) if end else file


class _Format(Record):
    open: Callable[[IO[bytes], str], Any]
    faults: tuple[type[Exception], ...]  #: what is raised for data that are none of this format


class _Unpacked(io.RawIOBase):
    """The content of a compressed file."""

    def __init__(self, end: str, file: IO[bytes]) -> None:
        form = _FORMATS[end.lower()]()
        self._end, self._faults, self._file = end, form.faults, file
        self._inner = form.open(file, "rb")

    def readable(self) -> bool:
        """Return True."""
        return True

    def fileno(self) -> int:
        """Return the number of the compressed file."""
        return self._file.fileno()

    def readinto(self, buffer: Any) -> int:
        """Fill the *buffer*, or a part of it, and return how much; 0 is the end."""
        try:
            data: bytes = self._inner.read(len(buffer))
        except EOFError:
            raise OSError("it was cut off, and its end is missing") from None
        except self._faults:
            raise OSError(f"it is damaged, or no {self._end} file at all") from None
        buffer[: len(data)] = data
        return len(data)


class _Packed(io.RawIOBase):
    """A compressed file that is being written."""

    def __init__(self, end: str, file: IO[bytes]) -> None:
        self._file = file
        self._inner = _FORMATS[end.lower()]().open(file, "wb")

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, data: Any) -> int:
        """Take all of *data*, and return how much that is."""
        self._inner.write(data)
        return len(data)

    def close(self) -> None:
        """Write what is missing, and close the compressed file."""
        try:
            with self._file:
                self._inner.close()
        finally:
            super().close()


def _gzip() -> _Format:
    import gzip
    import zlib

    def opened(file: IO[bytes], mode: str) -> gzip.GzipFile:
        return gzip.GzipFile("", mode, _LEVEL, file, mtime=0)

    return _Format(opened, (gzip.BadGzipFile, zlib.error))


def zstd() -> _Format:
    """Return the format zstd, from Python itself or the library for it."""
    for name in _ZSTD:
        try:
            library = import_module(name)
        except ImportError:
            continue
        return _Format(library.ZstdFile, (library.ZstdError,))
    raise UsageError(
        'Files named .zst need a library that is not installed: pip install "gallery-lens[zstd]".'
    )


_FORMATS: Final[dict[str, Callable[[], _Format]]] = {".gz": _gzip, ".zst": zstd}
