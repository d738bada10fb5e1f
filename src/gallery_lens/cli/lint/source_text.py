"""The text of a document that was linted: its lines, and the fixes of what was found in it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from gallery_lens import jsontext
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.linting import Entry, Start, tallied, told
from gallery_lens.reporters.excerpt import Excerpts
from gallery_lens.rules import rule
from gallery_lens.values import Record, evolve
from gallery_lens.words import SourceName

if TYPE_CHECKING:
    from gallery_lens.fixes import Edit, Fix
    from gallery_lens.source_map import SourceMap


class Replacement(Record):
    """A piece of a file to be replaced; places are lines and columns, counted from 1."""

    start: tuple[int, int]
    end: tuple[int, int]  #: of the first character behind it
    text: str


class Offer(Record):
    """The fix that a finding offers."""

    found: Diagnostic
    sentence: str
    replacements: tuple[Replacement, ...]


class SourceText(Record):
    """A document, or a line of NDJSON."""

    data: bytes
    source: SourceName = "auto"  #: the dialect that it was to be read as
    start: Start = Start()  #: where it begins in its file
    at: str | None = None  #: what was looked at of it
    is_lines: bool = False  #: whether each of its lines is a text of its own

    def excerpts(self) -> Excerpts:
        """Return its lines."""
        shown = Excerpts.of(jsontext.text_of(self.data), self.start.line, self.start.column)
        return evolve(shown, apart=True) if self.is_lines else shown

    def marked(self, entries: Sequence[Entry], *, unsafe: bool) -> tuple[Sequence[Entry], int]:
        """Return *entries* with those marked that ``--fix`` settles, and how many more unsafe fixes would.

        Args:
            entries: what was found in the text.
            unsafe: whether unsafe fixes are made, too.
        """
        if not _any_fixable(entries):
            return entries, 0
        found = [*told(entries)]
        made, held = set[str](), set[str]()
        for fix, _ in self._fixes(found):
            (made if fix.safe or unsafe else held).update(fix.fingerprints)
        marked = [attrs.evolve(each, fixable=True) if each.fingerprint in made else each for each in found]
        return marked, sum(each.fingerprint in held - made for each in found)

    def offers(self, found: Sequence[Diagnostic]) -> Iterator[Offer]:
        """Yield what may be done about what was found in the text.

        A fix of several findings is offered with the first of them only: lists of a thousand items
        are put in order by one change, which need not be offered a thousand times.
        """
        if not _any_fixable(found):
            return
        known = {(each.pointer, each.code): each for each in found}
        places = _places(self.data)
        for fix, edits in self._fixes(found):
            first = next(known[fix.pointer, code] for code in fix.codes if (fix.pointer, code) in known)
            sentence = fix.title if fix.safe else f"{fix.title} This changes what the gallery shows."
            yield Offer(first, sentence, tuple(self._replacement(edit, places) for edit in edits))

    def _fixes(self, found: Iterable[Diagnostic]) -> Iterator[tuple["Fix", Sequence["Edit"]]]:
        """Yield the fixes of *found* that can be made in the text, with their edits."""
        from gallery_lens.fixes import edits, propose

        text, places = jsontext.text_of(self.data), _places(self.data)
        for fix in propose(jsontext.read(self.data).document, found, source=self.source, at=self.at):
            if made := edits(fix, places, text):
                yield fix, made

    def _replacement(self, edit: "Edit", places: "SourceMap") -> Replacement:
        start, end = (self.start.of(places.line_column(offset)) for offset in (edit.start, edit.end))
        return Replacement(start, end, edit.text)


def _any_fixable(entries: Iterable[Entry]) -> bool:
    return any(_has_fix(code) for found, _ in tallied(entries) for _, code in found)


@cache
def _has_fix(code: str) -> bool:
    return rule(code).fixable


def _places(data: bytes) -> "SourceMap":
    from gallery_lens.source_map import SourceMap

    return SourceMap(jsontext.text_of(data))
