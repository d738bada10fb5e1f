"""The quick way for lines: takes those it is certain of, and keeps count of what it found in them."""

import contextlib
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs
import msgspec

from gallery_lens.diagnostics import Severity
from gallery_lens.fast._converting import READERS, Answer
from gallery_lens.fast._losses import SORT_ORDER, TEXT_ITEM
from gallery_lens.fast._rows import Rows
from gallery_lens.fast._types import View
from gallery_lens.fast._undeclared import Undeclared
from gallery_lens.jsontext import Block, Line, line_of
from gallery_lens.jsontext._repeats import is_comparable, quotes_in, repeats
from gallery_lens.rules import rule
from gallery_lens.words import SourceName

#: The severities and codes of what was found in an item.
Codes: TypeAlias = tuple[tuple[Severity, str], ...]

#: The page's items of lines that stand together, None for a text; or a line that has to go the usual way.
Run: TypeAlias = list[View | None] | Line


@attrs.frozen(kw_only=True)
class Tally:
    """How many items there were in which the same was found."""

    dialect: str
    items: int
    converted: bool  #: whether they are items of the page, too
    lossless: bool
    codes: Codes  #: of each of these items


class Lane:
    """Converts blocks of lines; what it does not take costs it next to nothing.

    Args:
        source: ``velo``, ``rest`` or ``auto``.
        knows: told a dialect and codes, whether counting is enough for such an item from now on.
        report: the name of the input, and what takes the rows of a report; None if nobody wants one.
        placed: whether the items stand in a list that shows what their sort orders say.
    """

    def __init__(
        self,
        source: SourceName,
        knows: Callable[[str, Codes], bool],
        report: tuple[str, Callable[[bytes], None]] | None = None,
        *,
        placed: bool = False,
    ) -> None:
        told = ~SORT_ORDER if placed else ~0
        self._readers = [_Reader(name, source, told) for name in (READERS if source == "auto" else (source,))]
        self._knows = knows
        self._write = report[1] if report else None
        if report:
            self._rows = {each: Rows(each.dialect, report[0], each.keys.found) for each in self._readers}

    def convert(self, block: Block) -> Iterator[Run]:
        """Yield what becomes of the lines of *block*; count what was found, and report it."""
        if block.notes:
            return block.lines()
        return self.take(block.number, block.data.split(b"\n"))

    def take(self, number: int, texts: list[bytes]) -> Iterator[Run]:
        """Yield what becomes of *texts*, items in JSON of which the first has that *number*."""
        return self._convert(self._readers, number, texts)

    def _convert(self, readers: Sequence["_Reader"], number: int, lines: list[bytes]) -> Iterator[Run]:
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

    def _meets(self, reader: "_Reader", found: int) -> bool:
        """Tell whether items in which this was found may be taken from now on."""
        if not self._knows(reader.dialect, reader.codes(found)):
            return False
        reader.counts[found] = 0
        self._readers.sort(key=lambda each: each is not reader)  # lines of one file are alike as a rule
        return True

    def _run(self, reader: "_Reader", number: int, lines: list[bytes], answers: list[Any]) -> Iterator[Run]:
        if lines:
            found = [bits for _, bits in answers]
            reader.counts.update(found)
            if self._write:
                for rows in self._rows[reader].write(number, lines, found):
                    self._write(rows)
            yield [view for view, _ in answers]

    def tallies(self) -> Iterator[Tally]:
        """Yield what was counted."""
        for reader in self._readers:
            for found, count in reader.counts.items():
                yield Tally(
                    dialect=reader.dialect,
                    items=count,
                    converted=not found & TEXT_ITEM,
                    lossless=not any(rule(code).loses for _, code in reader.codes(found)),
                    codes=reader.codes(found),
                )


class _Reader:
    """Reads lines of one dialect."""

    def __init__(self, dialect: str, source: SourceName, told: int) -> None:
        shape, self._convert = READERS[dialect]
        self._told = told  #: the bits that are not passed over
        self.dialect = dialect
        self.counts: Counter[int] = Counter()
        self.keys = Undeclared(dialect, source)
        self._decode: Callable[[bytes], Any] = msgspec.json.Decoder(shape).decode

    def read(self, lines: Sequence[bytes]) -> list[Answer]:
        """Return an answer for each of *lines*; an exception in here sends all of them the usual way."""
        try:
            return self._answers(lines)
        except (RecursionError, MemoryError):
            raise
        except Exception:
            return [None] * len(lines)

    def _answers(self, lines: Sequence[bytes]) -> list[Answer]:
        items = _with_every_key(lines, self._decoded(lines))
        usual = [item for item in items if item is not None]
        answers = self.keys.report(usual, self._convert(usual))
        answers = [answer and (answer[0], answer[1] & self._told) for answer in answers]
        if len(answers) == len(items):
            return answers
        given = iter(answers)
        return [None if item is None else next(given) for item in items]

    def codes(self, found: int) -> Codes:
        """Say what the bits of *found* are."""
        rules = [rule(each.rule) for index, each in enumerate(self.keys.found) if found >> index & 1]
        return tuple((spoken.severity, spoken.code) for spoken in rules)

    def _decoded(self, lines: Sequence[bytes]) -> list[Any]:
        """Return the items of *lines*, None for one that is unusual."""
        items: list[Any] = []
        coming = iter(lines)
        while len(items) < len(lines):
            try:
                items.extend(map(self._decode, coming))
            except ValueError:  # of the line that comes after those that were taken
                items.append(self._again(lines[len(items)]))
        return items

    def _again(self, line: bytes) -> Any:
        """Read a line that was refused, if that was because of keys that may be taken."""
        with contextlib.suppress(ValueError, RecursionError):
            if self.keys.learn(_read(line)):
                self._decode = msgspec.json.Decoder(self.keys.shape()).decode
                return self._decode(line)
        return None


_read: Final[Callable[[bytes], Any]] = msgspec.json.Decoder().decode
_has_null: Final = re.compile(b"null").search
_write: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode


def _with_every_key(lines: Sequence[bytes], items: list[Any]) -> list[Any]:
    """Return *items*, as read from *lines*, with None for those that have a key more than once.

    Together they are written again and have as many quotes as the lines, as a rule. Null is not written.
    """
    text = b"".join(line for line, item in zip(lines, items, strict=True) if item is not None)
    if not _has_null(text) and is_comparable(text) and quotes_in(text) == quotes_in(_write(items)):
        return items
    pairs = zip(lines, items, strict=True)
    return [None if item is None or repeats(line, _read(line)) else item for line, item in pairs]
