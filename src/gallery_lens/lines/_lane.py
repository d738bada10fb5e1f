"""Lines of usual items, converted many at once; what is found in them is counted, and reported in rows."""

import contextlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

import attrs
import msgspec

from gallery_lens.compiled import COMPILED, ODD, Pair, pair
from gallery_lens.conversion._telling import codes
from gallery_lens.diagnostics import Severity
from gallery_lens.jsontext import Block, Line, line_of
from gallery_lens.jsontext._repeats import is_comparable, quotes_in, repeats
from gallery_lens.lines._quick_rows import Rows
from gallery_lens.rules import rule
from gallery_lens.words import SourceName, TargetName

#: The severities and codes of what was found in an item.
Codes: TypeAlias = tuple[tuple[Severity, str], ...]

#: What the target gets of lines that stand together, None for what it has none of; or a line that has to be
#: converted with care.
Run: TypeAlias = list[Any] | Line

#: What the target gets of an item, and the bits of what was found; None for "with care".
Answer: TypeAlias = tuple[Any, int] | None


@attrs.frozen(kw_only=True)
class Tally:
    """How many items there were in which the same was found."""

    dialect: str
    items: int
    converted: bool  #: whether the target gets them
    lossless: bool
    codes: Codes  #: of each of these items


class Lane:
    """Converts blocks of lines; what it does not take costs it next to nothing.

    Args:
        source: the name of a dialect or ``auto``.
        target: the name of a dialect.
        knows: told a dialect and codes, whether counting is enough for such an item from now on.
        report: the name of the input, and what takes the rows of a report; None if nobody wants one.
        placed: whether the items stand in a list that shows what their sort orders say.
    """

    def __init__(
        self,
        source: SourceName,
        target: TargetName,
        knows: Callable[[str, Codes], bool],
        report: tuple[str, Callable[[bytes], None]] | None = None,
        *,
        placed: bool = False,
    ) -> None:
        sure = source != "auto"
        pairs = (pair(name, target) for name in ((source,) if sure else COMPILED))
        self._readers = [Reader(each, sure=sure, placed=placed) for each in pairs if each is not None]
        self._knows = knows
        self._write = report[1] if report else None
        if report:
            self._rows = {each: Rows(each.pair, report[0]) for each in self._readers}

    def convert(self, block: Block) -> Iterator[Run]:
        """Yield what becomes of the lines of *block*; count what was found, and report it."""
        if block.notes:
            return block.lines()
        return self.take(block.number, block.data.split(b"\n"))

    def take(self, number: int, texts: list[bytes]) -> Iterator[Run]:
        """Yield what becomes of *texts*, items in JSON of which the first has that *number*."""
        return self._convert(self._readers, number, texts)

    def _convert(self, readers: Sequence["Reader"], number: int, lines: list[bytes]) -> Iterator[Run]:
        if not readers:
            yield from filter(None, map(line_of, itertools.count(number), lines))
            return
        reader, *others = readers
        answers, start = reader.read(lines), 0
        for index, answer in enumerate(answers):
            if answer is None or not (answer[1] in reader.counts or self._meets(reader, answer[1])):
                yield from self._run(reader, number + start, lines[start:index], answers[start:index])
                yield from self._convert(others, number + index, [lines[index]])
                start = index + 1
        yield from self._run(reader, number + start, lines[start:], answers[start:])

    def _meets(self, reader: "Reader", found: int) -> bool:
        """Return whether items in which this was found may be taken from now on."""
        if not self._knows(reader.pair.source.name, reader.codes(found)):
            return False
        reader.counts[found] = 0
        self._readers.sort(key=lambda each: each is not reader)  # lines of one file are alike as a rule
        return True

    def _run(self, reader: "Reader", number: int, lines: list[bytes], answers: list[Any]) -> Iterator[Run]:
        if lines:
            found = [bits for _, bits in answers]
            reader.counts.update(found)
            if self._write:
                for rows in self._rows[reader].write(number, lines, found):
                    self._write(rows)
            yield [out for out, _ in answers]

    def why(self, line: bytes) -> str:
        """Return why a line is converted alone, in words that follow "because of"."""
        return self._readers[0].why(line) if self._readers else "its dialect"

    def tallies(self) -> Iterator[Tally]:
        """Yield what was counted."""
        for reader in self._readers:
            for found, count in reader.counts.items():
                said = reader.pair.said(found)
                yield Tally(
                    dialect=reader.pair.source.name,
                    items=count,
                    converted=all(each.place for each in said),
                    lossless=not any(rule(code).loses for _, code in reader.codes(found)),
                    codes=reader.codes(found),
                )


class Reader:
    """Reads and converts lines of one dialect; *sure* if they are known to be of that."""

    def __init__(self, pair: Pair, *, sure: bool, placed: bool = False) -> None:
        self.pair, self._sure, self._placed = pair, sure, placed
        self.counts: Counter[int] = Counter()

    def read(self, lines: Sequence[bytes]) -> list[Answer]:
        """Return an answer for each of *lines*."""
        try:
            return self._answers(lines)
        except RecursionError:
            return [None] * len(lines)

    def glance(self, lines: Sequence[bytes]) -> list[Any]:
        """Return the items of *lines*, None for each that is not certain to be taken."""
        try:
            items = self._decoded(lines)
        except RecursionError:
            return [None] * len(lines)
        usual = {index: item for index, item in enumerate(items) if item is not None}
        _, masks = self.pair.convert(list(usual.values()))
        for index, mask in zip(usual, masks, strict=True):
            sure = self._sure or (
                mask != ODD and self.pair.is_sure(items[index], partial(_read, lines[index]))
            )
            if mask == ODD or not sure:
                items[index] = None
        return items

    def why(self, line: bytes) -> str:
        """Return why *line* is not taken, in words that follow "because of"."""
        if _GALLERY in line:
            return "a list of items inside"
        try:
            raw, (item,) = _read(line), self._decoded([line])
        except (ValueError, RecursionError):
            return "text that is not JSON"
        if item is None:
            return "a key that stands twice" if repeats(line, raw) else "keys or values of an unusual kind"
        _, (mask,) = self.pair.convert([item])
        if mask == ODD:
            return "a value that the rules have to judge"
        if not (self._sure or self.pair.is_sure(item, partial(_read, line))):
            return "a dialect that is not certain"
        return "findings that were not met before"

    def codes(self, found: int) -> Codes:
        """Return the codes of the bits of *found*."""
        return tuple(codes(self.pair.said(found), self.pair.target, self.pair.same))

    def _answers(self, lines: Sequence[bytes]) -> list[Answer]:
        items = self._decoded(lines)
        usual = {index: item for index, item in enumerate(items) if item is not None}
        outs, masks = self.pair.convert(list(usual.values()))
        told = ~self.pair.placed if self._placed else ~0
        answers: list[Answer] = [None] * len(lines)
        for (index, item), out, mask in zip(usual.items(), outs, masks, strict=True):
            if mask != ODD and (self._sure or self.pair.is_sure(item, partial(_read, lines[index]))):
                answers[index] = _read(lines[index]) if self.pair.same else out, mask & told
        return answers

    def _decoded(self, lines: Sequence[bytes]) -> list[Any]:
        """Return the items of *lines*, None for one that is unusual."""
        items: list[Any] = []
        coming = iter(lines)
        shape = self.pair.shape
        while len(items) < len(lines):
            try:
                items.extend(map(self.pair.decode, coming))
            except ValueError:  # of the line that comes after those that were taken
                items.append(self._again(lines[len(items)]))
        if self.pair.shape is not shape:  # those in front have no slots for the keys that were learned
            return self._decoded(lines)
        return _with_every_key(lines, items)

    def _again(self, line: bytes) -> Any:
        """Read a line that was refused, if that was because of keys that may be taken."""
        if _GALLERY not in line:
            with contextlib.suppress(ValueError, RecursionError):
                if self.pair.learn(_read(line)):
                    return self.pair.decode(line)
        return None


#: What stands in a line that is a gallery, and no item.
_GALLERY: Final = b'"items"'
_read: Final[Callable[[bytes], Any]] = msgspec.json.Decoder().decode
_write: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode


def _with_every_key(lines: Sequence[bytes], items: list[Any]) -> list[Any]:
    """Return *items*, as read from *lines*, with None for those that have a key more than once.

    Together they are written again and have as many quotes as the lines, as a rule.
    """
    text = b"".join(line for line, item in zip(lines, items, strict=True) if item is not None)
    if is_comparable(text) and quotes_in(text) == quotes_in(_write(items)):
        return items
    pairs = zip(lines, items, strict=True)
    return [None if item is None or repeats(line, _read(line)) else item for line, item in pairs]
