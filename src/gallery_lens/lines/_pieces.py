"""Files of lines read in pieces that end where lines end."""

import itertools
from collections.abc import Iterator
from typing import IO, Final

#: How many lines of a file are given one by one: who looks at a few needs no more.
FEW: Final = 16

#: How many bytes are read at once from then on.
_CHUNK: Final = 1 << 16


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what *file* holds: ``FEW`` lines one by one, then as many at once as are there.

    Each piece ends with a line feed, but for the last one of a file that does not.
    """
    yield from itertools.islice(file, FEW)
    yield from _whole_lines(file)


def _whole_lines(file: IO[bytes]) -> Iterator[bytes]:
    rest: list[bytes] = []
    while chunk := file.read1(_CHUNK):  # type: ignore[attr-defined]  # every binary file of ours has it
        head, end, tail = chunk.rpartition(b"\n")
        if end:
            yield b"".join((*rest, head, end))
            rest.clear()
        rest.append(tail)
    if last := b"".join(rest):
        yield last
