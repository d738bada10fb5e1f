"""Places in the text of a document that is read in parts."""

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from gallery_lens import jsontext
from gallery_lens.conversion.parts import Seen
from gallery_lens.places import Place
from gallery_lens.source_map import SourceMap


class PartPlaces(SourceMap):
    """The places in a document: what stands around its items, and each of them, is looked into for itself."""

    def __init__(self, seen: Seen) -> None:
        """Begin with nothing looked into."""
        super().__init__(jsontext.text_of(seen.parts.data))
        self._columns, self.list_at = seen.columns, seen.parts.place
        self._is_alone = len(self.list_at) > 1 and len(seen.parts.frame) == 1
        self._array = str(seen.parts.text, "utf-8")

    @cached_property
    def _first(self) -> int:
        """The offset of the array of the items."""
        text, array = self.text, self._array
        begin = text.find(array[:_BEGINNING])
        if 2 * len(array) > len(text) and text.startswith(array, begin):
            return begin
        return text.index(array) if text.count(array) == 1 else super().start(self.list_at) or 0

    @cached_property
    def _around(self) -> SourceMap:
        """The places in the text with nothing in the array."""
        first, last = self._first + 1, self._first + len(self._array) - 1
        return SourceMap(self.text[:first] + self.text[last:])

    @cached_property
    def items(self) -> list[tuple[int, str]]:
        """The offset of each item, and its text."""
        text, end = self.text, self._first + 1
        items = list[tuple[int, str]]()
        for data in self._columns.texts:
            item = str(data, "utf-8")
            begin = text.index(item[0], end)  # there are only blanks and a comma in front of it
            items.append((begin, item))
            end = begin + len(item)
        return items

    def start(self, place: Place) -> int | None:
        """Return where the value at *place* begins, or None if there is none."""
        depth = len(self.list_at)
        if place[:depth] == self.list_at and len(place) > depth:
            index, *below = place[depth:]
            if not isinstance(index, int) or index >= len(self.items):
                return super().start(place)
            begin, item = self.items[index]
            inner = SourceMap(item).start(tuple(below))
            return None if inner is None else begin + inner
        if self._is_alone and place == self.list_at[:1]:
            return self.text.index("{", self._root + 1)  # behind the only key
        found = self._around.start(place)
        return found if found is None or found <= self._first else found + len(self._array) - 2

    def stretches(self, indexes: Sequence[int], offsets: Sequence[int]) -> Iterator[Sequence[int]]:
        """Yield *indexes* of items, those together between which no ascending *offsets* stand."""
        begins = [self.items[index][0] for index in indexes]
        start = 0
        for offset in offsets:
            if start < (stop := bisect.bisect_left(begins, offset, start)):
                yield indexes[start:stop]
                start = stop
        if start < len(indexes):
            yield indexes[start:]

    def listed(self, indexes: Iterable[int], line: int, column: int) -> list[tuple[int, str, int, int]]:
        """Return *indexes* of items that ascend, with the text of each, its line and its column.

        The document begins at *line* and *column* of its file.
        """
        items, shift = self.items, column - self._begin
        if self._is_one_line:
            return [
                (index, text, line, begin + shift) for index in indexes for begin, text in (items[index],)
            ]
        line_column, found = self._line_column, list[tuple[int, str, int, int]]()
        for index in indexes:
            begin, text = items[index]
            down, at = line_column(begin)
            found.append((index, text, line + down - 1, at + (column - 1 if down == 1 else 0)))
        return found

    @cached_property
    def _is_one_line(self) -> bool:
        return "\n" not in self.text and "\r" not in self.text

    @cached_property
    def _line_column(self) -> Callable[[int], tuple[int, int]]:
        """A function that returns the line and the column of offsets that ascend."""
        if "\r" in self.text:
            return self.line_column
        reached, line, start = self._begin, 1, self._begin

        def line_column(offset: int) -> tuple[int, int]:
            nonlocal reached, line, start
            if more := self.text.count("\n", reached, offset):
                line += more
                start = self.text.rindex("\n", reached, offset) + 1
            reached = offset
            return line, offset - start + 1

        return line_column


#: How much of an array is looked for to find where it begins.
_BEGINNING = 1000
