"""Files of lines read in pieces that end where lines end."""

from collections.abc import Iterator
from typing import IO, Final

#: How many lines of a file are given one by one: who looks at a few needs no more.
FEW: Final = 16

#: How many bytes are read at once from then on.
_CHUNK: Final = 1 << 18


class TooLong(Exception):
    """A line has more bytes than it may have."""


def pieces(file: IO[bytes], limit: int | None = None) -> Iterator[bytes]:
    """Yield what *file* holds: ``FEW`` lines one by one, then as many at once as are there.

    Each piece ends with a line feed, but for the last one of a file that does not.

    Args:
        file: a binary file.
        limit: how many bytes a line may have; nothing more of it is read.

    Raises:
        TooLong: A line has more.
    """
    most = -1 if limit is None else limit + 1
    for _ in range(FEW):
        if line := file.readline(most):
            yield _checked(line, limit)
    rest: list[bytes] = []
    size = 0
    while chunk := file.read1(_CHUNK):  # type: ignore[attr-defined]  # every binary file of ours has it
        head, end, tail = chunk.rpartition(b"\n")
        if end:
            yield from _within(b"".join((*rest, head, end)), limit)
            rest.clear()
            size = 0
        rest.append(tail)
        size += len(tail)
        if limit is not None and size > limit:
            raise TooLong
    if last := b"".join(rest):
        yield last


def _within(lines: bytes, limit: int | None) -> Iterator[bytes]:
    """Yield *lines*; those before one that is too long, if one is."""
    if limit is None or len(lines) <= limit:
        yield lines
        return
    for line in lines.removesuffix(b"\n").split(b"\n"):
        yield _checked(line + b"\n", limit)


def _checked(line: bytes, limit: int | None) -> bytes:
    if limit is not None and len(line) > limit and len(line.rstrip(b"\n")) > limit:
        raise TooLong
    return line
