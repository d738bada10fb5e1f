"""Files of NDJSON cut into splits: ranges of bytes that end where lines end."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

#: How many bytes are looked at in one go.
_BLOCK: Final = 1 << 20


@attrs.frozen
class Split:
    """Whole lines of a file."""

    number: int  #: counted from 0, in the order of the file
    start: int  #: in bytes
    end: int  #: in bytes; of the first byte behind it
    before: int  #: how many lines stand in front of it

    @property
    def size(self) -> int:
        """In bytes."""
        return self.end - self.start


@attrs.frozen
class Survey:
    """The facts about lines in a range of bytes."""

    end: int  #: of the range
    lines: int  #: how many line feeds are in it
    cut: int | None  #: the offset in the file behind the last of them
    head: int  #: how many bytes stand before the first line feed; all of them if there is none
    longest: int  #: how many bytes the longest line has that begins and ends in it


def share(total: int, shares: int, sizes: tuple[int, int]) -> int:
    """Return the bytes of a split if there are *shares* of *total*, but no less or more than *sizes* say."""
    least, most = sizes
    return max(least, min(most, total // shares))


def survey(read: Callable[[int, int], bytes], start: int, end: int) -> Survey:
    """Measure the lines between *start* and *end*; *read* gives the bytes between two offsets."""
    lines, cut, head, longest = 0, None, end - start, 0
    for offset in range(start, end, _BLOCK):
        stop = min(offset + _BLOCK, end)
        first, *others = read(offset, stop).split(b"\n")
        if not others:
            continue
        ended = offset + len(first) - (start if cut is None else cut)
        if cut is None:
            head, ended = ended, 0
        longest = max(longest, ended, *map(len, others[:-1]))
        lines += len(others)
        cut = stop - len(others[-1])
    return Survey(end, lines, cut, head, longest)


def longest_line(surveys: Iterable[Survey]) -> int:
    """Return how many bytes the longest line of a file has, given the surveys of its ranges in order."""
    most = begun = 0
    for each in surveys:
        begun += each.head
        most = max(most, begun, each.longest)
        if each.cut is not None:
            begun = each.end - each.cut
    return max(most, begun)


def ranges(total: int, size: int) -> Iterator[tuple[int, int]]:
    """Cut *total* bytes into ranges of *size* without looking at them."""
    return ((start, min(start + size, total)) for start in range(0, total, size))


def cut(surveys: Iterable[Survey]) -> Iterator[Split]:
    """Yield the splits of a file, given the surveys of its ranges in order.

    A split ends with the last line that ends in a range, so that every line is in exactly one; a line
    longer than a range makes a split longer. The end of the file ends its last line.
    """
    number = start = before = lines = end = 0
    for each in surveys:
        lines, end = lines + each.lines, each.end
        if each.cut is not None:
            yield Split(number, start, each.cut, before)
            number, start, before = number + 1, each.cut, lines
    if start < end:
        yield Split(number, start, end, before)
