"""The quick way for lines: takes those it is certain of, and keeps count of what it found in them."""

import enum
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import attrs
import msgspec

from gallery_lens.diagnostics import Severity
from gallery_lens.fast._converting import READERS, Answer
from gallery_lens.fast._losses import FOUND, TEXT_ITEM
from gallery_lens.fast._rows import Rows
from gallery_lens.fast._types import View
from gallery_lens.rules import rule


class Refused(enum.Enum):
    """The answer for a line that has to go the usual way."""

    REFUSED = "refused"


REFUSED: Final = Refused.REFUSED

#: The severities and codes of what was found in an item.
Codes: TypeAlias = tuple[tuple[Severity, str], ...]


@attrs.frozen(kw_only=True)
class Tally:
    """How many items there were in which the same was found."""

    dialect: str
    items: int
    converted: bool  #: whether they are items of the page, too
    lossless: bool
    codes: Codes  #: of each of these items


class Lane:
    """Converts lines of JSON one by one; what it does not take costs it next to nothing.

    Args:
        source: ``velo``, ``rest`` or ``auto``.
        knows: told a dialect and codes, whether counting is enough for such an item from now on.
        report: the name of the input, and what takes the rows of a report; None if nobody wants one.
    """

    def __init__(
        self,
        source: str,
        knows: Callable[[str, Codes], bool],
        report: tuple[str, Callable[[bytes], None]] | None = None,
    ) -> None:
        self._readers = [_Reader(name) for name in (READERS if source == "auto" else (source,))]
        self._knows = knows
        self._rows = {name: Rows(name, report[0]) for name in READERS} if report else {}
        self._write = report[1] if report else None

    def convert(self, line: bytes, number: int) -> View | Refused | None:
        """Return the page's item for *line*, None for a text, or ``REFUSED``; count what was found."""
        for reader in self._readers:
            answer = reader.read(line)
            if answer is not None:
                return self._take(reader, answer, line, number)
        return REFUSED

    def _take(
        self, reader: "_Reader", answer: tuple[View | None, int], line: bytes, number: int
    ) -> View | Refused | None:
        view, found = answer
        if found not in reader.counts:
            if not self._knows(reader.dialect, _codes(reader.dialect, found)):
                return REFUSED
            reader.counts[found] = 0
            self._prefer(reader)
        reader.counts[found] += 1
        if found and self._write:
            self._write(self._rows[reader.dialect].write(line, number, found))
        return view

    def _prefer(self, reader: "_Reader") -> None:
        """Begin with this reader: lines of one file are alike as a rule."""
        self._readers.sort(key=lambda each: each is not reader)

    def tallies(self) -> Iterator[Tally]:
        """Yield what was counted."""
        for reader in self._readers:
            for found, count in reader.counts.items():
                yield Tally(
                    dialect=reader.dialect,
                    items=count,
                    converted=not found & TEXT_ITEM,
                    lossless=not any(rule(code).loses for _, code in _codes(reader.dialect, found)),
                    codes=_codes(reader.dialect, found),
                )


class _Reader:
    """Reads lines of one dialect."""

    def __init__(self, dialect: str) -> None:
        shape, self._convert = READERS[dialect]
        self.dialect = dialect
        self.counts: dict[int, int] = {}
        self._decode: Callable[[bytes], Any] = msgspec.json.Decoder(shape).decode

    def read(self, line: bytes) -> Answer:
        try:
            item = self._decode(line)
        except ValueError:
            return None
        return self._convert(item)


def _codes(dialect: str, found: int) -> Codes:
    rules = [rule(each.rule) for index, each in enumerate(FOUND[dialect]) if found >> index & 1]
    return tuple((spoken.severity, spoken.code) for spoken in rules)
