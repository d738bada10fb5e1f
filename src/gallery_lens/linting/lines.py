"""Lines of an item each, linted many at once, and of galleries; unusual lines are linted one by one."""

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from gallery_lens.conversion.guarding import FORESEEN
from gallery_lens.conversion.taking import Conversions, holds_list, suits
from gallery_lens.conversion.telling import known_codes
from gallery_lens.jsontext import Block, Line
from gallery_lens.linting.entries import Entries
from gallery_lens.linting.examining import LintResult
from gallery_lens.linting.galleries import GalleryLinter
from gallery_lens.linting.item_findings import Home
from gallery_lens.linting.list_findings import Listed, ListFindings
from gallery_lens.linting.presence import holds_gallery
from gallery_lens.linting.stored import is_refused
from gallery_lens.options import ConvertOptions
from gallery_lens.rules import rule

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Pair


@attrs.frozen(eq=False, repr=False)
class LintedLines:
    """Lines that stand together, and the findings in them."""

    lines: Sequence[Line]
    result: LintResult
    are_apart: bool = True  #: whether each of them is a text of its own; else there is one

    @property
    def data(self) -> bytes:
        """The text of the lines, with empty ones for those left out between them."""
        held = {line.number: line.data for line in self.lines}
        return b"\n".join([held.get(number, b"") for number in range(min(held), max(held) + 1)])


class LineLinter:
    """Lints blocks of lines, as far as they are usual."""

    def __init__(self, options: ConvertOptions, file: str) -> None:
        """Begin; *file* is its name for people."""
        self.suits = suits(options)  #: whether anything can be linted together
        self._options, self._file = options, file
        self._conversions: Conversions | None = None
        self._galleries = GalleryLinter(options, file)

    def lint(self, block: Block) -> Iterator[Line | LintedLines]:
        """Yield lines that were linted, and those that have to be linted one by one, in their order."""
        for alone, some in itertools.groupby(block.lines(), _is_alone):
            lines = [*some]
            yield from map(self._lint_alone, lines) if alone else self._lint(lines)

    def _lint_alone(self, line: Line) -> Line | LintedLines:
        """Lint a line that holds a list of items; one that is laid out oddly is returned."""
        if line.notes or line.blanks or b"\r" in line.data or not holds_list(line.data):
            return line
        result = self._galleries.lint(line)
        return line if result is None else LintedLines([line], result, are_apart=False)

    def _lint(self, lines: Sequence[Line]) -> Iterator[Line | LintedLines]:
        try:
            columns = self._convert(lines)
            usual = [self._is_usual(columns, index) for index in range(len(lines))]
        except FORESEEN:
            raise
        except Exception:  # one by one, it costs one of them at most
            yield from lines
            return
        start = 0
        for together, some in itertools.groupby(usual):
            stop = start + len([*some])
            if together:
                yield LintedLines(lines[start:stop], self._result(columns, lines, range(start, stop)))
            else:
                yield from lines[start:stop]
            start = stop

    def _convert(self, lines: Sequence[Line]) -> "Columns":
        from gallery_lens.compiled import Texts

        if self._conversions is None:
            self._conversions = Conversions(self._options.source, self._options.target)
        self._conversions.expect(lines[0].data)
        return self._conversions.convert(Texts([line.data for line in lines]), compares=False)

    def _is_usual(self, columns: "Columns", index: int) -> bool:
        """Return whether all that is said of an item are its bits, and no fix is made for that."""
        pair, mask = columns.pairs[index], columns.masks[index]
        if pair is None or _has_fixes(pair, mask):
            return False
        is_outside = mask & 1 and columns.outs[index] is not None
        return not (is_outside and is_refused(columns.raw(index), pair.source, pair.target))

    def _result(self, columns: "Columns", lines: Sequence[Line], some: range) -> LintResult:
        home = Home(columns, self._file)
        found = [index for index in some if columns.masks[index] > 1]

        def listed() -> list[Listed]:
            return [(index, str(lines[index].data, "utf-8"), lines[index].number, 1) for index in found]

        pairs = filter(None, dict.fromkeys(columns.pairs[some.start : some.stop]))
        return LintResult(
            diagnostics=Entries([ListFindings(home, found, listed)] if found else []),
            items=len(some),
            converted=sum(columns.outs[index] is not None for index in some),
            rejected=0,
            dialects=tuple(dict.fromkeys(pair.source.name for pair in pairs)),
            holds_gallery=holds_gallery((columns.raw(index) for index in some), ()),
        )


@lru_cache(maxsize=4096)
def _has_fixes(pair: "Pair", mask: int) -> bool:
    """Return whether fixes may be made for what the bits of *mask* are."""
    return any(rule(code).fixable for _, code in known_codes(pair, mask))


def _is_alone(line: Line) -> bool:
    """Return whether a line has to be linted alone: it may be more than an item, or is laid out oddly."""
    return bool(line.notes or line.blanks or b"\r" in line.data or holds_list(line.data))
