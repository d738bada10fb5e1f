"""Many lines of items: most of them are usual, and are converted many at once."""

import contextlib
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from gallery_lens.compiled import Columns, Pair, Texts
from gallery_lens.conversion.taking import Conversions, holds_list
from gallery_lens.jsontext import Block, Line, line_of
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.quick_rows import ReadyRows
from gallery_lens.lines.telling import Counting
from gallery_lens.options import ConvertOptions

if TYPE_CHECKING:
    from collections.abc import Sequence


class Alone(Protocol):
    """Converts a line for itself."""

    def __call__(self, line: Line, *, unusual: bool = False) -> Any:
        """Return the value of *line*, which may be known to be *unusual*."""


class Together:
    """Converts blocks of lines; what it does not take goes *alone*, and costs it next to nothing."""

    def __init__(self, options: ConvertOptions, entry: InputReport, alone: Alone) -> None:
        self._conversions = Conversions(options.source, options.target)
        self._entry, self._alone = entry, alone
        self._counting = Counting(entry.summary)
        self._rows: dict[Pair, ReadyRows] = {}
        self._lists_expected = False  # lines of one file are alike as a rule

    def convert(self, block: Block) -> "Iterator[Sequence[Any]]":
        """Yield the values of the lines of *block*, and write down what is found in them."""
        self._conversions.expect(block.data)
        if block.notes or not any(True for _ in self._conversions):
            yield from ([self._alone(line)] for line in block.lines())
            return
        lines = block.texts if block.texts[-1] else block.texts[:-1]
        if not self._lists_expected:
            yield from self._items(block.number, lines)
            return
        self._lists_expected = holds_list(block.data)
        number = block.number
        for listed, some in _apart(lines, self._lists_expected):
            yield from (self._lists if listed else self._items)(number, some)
            number += len(some)

    def _lists(self, number: int, lines: list[bytes]) -> "Iterator[Sequence[Any]]":
        """Convert lines that hold a list of items each, a gallery say: each of them is a document."""
        for each in filter(None, map(line_of, itertools.count(number), lines)):
            yield [self._alone(each)]

    def _items(self, number: int, lines: list[bytes]) -> "Iterator[Sequence[Any]]":
        yield from self._runs(number, lines, self._conversions.convert(Texts(lines), compares=False))

    def _runs(self, number: int, lines: list[bytes], columns: Columns) -> "Iterator[Sequence[Any]]":
        met = Counter(zip(columns.pairs, columns.masks, strict=True))
        if all(pair is not None and self._counting.takes((pair, mask)) for pair, mask in met):
            self._counting.add(met)  # type: ignore[arg-type]
            self._report(number, lines, columns.pairs, columns.masks)
            yield columns.values(range(len(lines)))
            return
        start = 0
        for index, (pair, mask) in enumerate(zip(columns.pairs, columns.masks, strict=True)):
            if pair is None or not self._counting.takes((pair, mask)):
                yield self._taken(number, lines, columns, range(start, index))
                start = index + 1
                if line := line_of(number + index, lines[index]):
                    listed = pair is None and holds_list(line.data)
                    self._lists_expected |= listed
                    if self._entry.summary.explains and not listed:
                        self._entry.summary.alone[self._why(line.data)] += 1
                    yield [self._alone(line, unusual=pair is None and not listed)]
        yield self._taken(number, lines, columns, range(start, len(lines)))

    def _taken(self, number: int, lines: list[bytes], columns: Columns, some: range) -> list[Any]:
        """Count, and report, what was found in lines that stand together; return their values."""
        pairs, masks = columns.pairs[some.start : some.stop], columns.masks[some.start : some.stop]
        self._counting.add(Counter(zip(pairs, masks, strict=True)))  # type: ignore[arg-type]
        self._report(number + some.start, lines[some.start : some.stop], pairs, masks)
        return columns.values(some)

    def _report(self, number: int, lines: list[bytes], pairs: "list[Pair | None]", masks: list[int]) -> None:
        report = self._entry.report
        if report is None or report.frame is None:
            return
        start = 0
        for pair, some in itertools.groupby(pairs):
            stop = start + len([*some])
            if pair is not None:
                rows = self._rows.get(pair) or self._rows.setdefault(
                    pair, ReadyRows(pair, self._entry.summary.name, report.frame)
                )
                for each in rows.write(number + start, lines[start:stop], masks[start:stop]):
                    report.add_rows(each)
            start = stop

    def _why(self, data: bytes) -> str:
        """Return why a line is converted alone, in words that follow "because of"."""
        with contextlib.suppress(ValueError, RecursionError):
            return Texts([data]).why(next(iter(self._conversions)), sure=self._conversions.sure)
        return "text that is not JSON"

    def settle(self) -> None:
        """Write down in the account what was counted."""
        self._counting.settle()


def _apart(lines: list[bytes], mixed: bool) -> "Iterator[tuple[bool, list[bytes]]]":
    """Yield lines that stand together and hold a list each, and such as hold none."""
    if not mixed:
        yield False, lines
        return
    for listed, some in itertools.groupby(lines, holds_list):
        yield listed, [*some]
