"""A text that ``lint`` has looked at, for reports that show more of it than what was found."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from gallery_lens import jsontext
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.linting import Start
from gallery_lens.reporters.excerpt import Excerpts

if TYPE_CHECKING:
    from gallery_lens.fixes import Edit
    from gallery_lens.source_map import SourceMap


@attrs.frozen(eq=False, repr=False)
class Replacement:
    """A piece of a file to be replaced; places are lines and columns, counted from 1."""

    start: tuple[int, int]
    end: tuple[int, int]  #: of the first character behind it
    text: str


@attrs.frozen(eq=False, repr=False)
class Offer:
    """What may be done about a finding."""

    found: Diagnostic
    sentence: str
    replacements: tuple[Replacement, ...]


@attrs.frozen(eq=False, repr=False)
class Seen:
    """A document, or a line of NDJSON."""

    data: bytes
    source: str = "auto"  #: the dialect that it was to be read as
    start: Start = Start()  #: where it begins in its file

    def excerpts(self) -> Excerpts:
        """Return its lines."""
        return Excerpts.of(jsontext.text_of(self.data), self.start.line, self.start.column)

    def offers(self, found: Sequence[Diagnostic]) -> Iterator[Offer]:
        """Yield what may be done about what was found in it.

        What settles several findings is offered with the first of them only: lists of a thousand items
        are put in order by one change, which need not be told a thousand times.
        """
        from gallery_lens.fixes import FIXABLE, edits, propose
        from gallery_lens.source_map import SourceMap

        fixable = {(each.pointer, each.code): each for each in found if each.name in FIXABLE}
        if not fixable:
            return
        text = jsontext.text_of(self.data)
        places = SourceMap(text)
        for fix in propose(jsontext.read(self.data).document, fixable.values(), source=self.source):
            first = next(fixable[fix.pointer, code] for code in fix.codes if (fix.pointer, code) in fixable)
            sentence = fix.title if fix.safe else f"{fix.title} This changes what the gallery shows."
            made = tuple(self._replacement(edit, places) for edit in edits(fix, places, text))
            yield Offer(first, sentence, made)

    def _replacement(self, edit: "Edit", places: "SourceMap") -> Replacement:
        start, end = (self.start.of(places.line_column(offset)) for offset in (edit.start, edit.end))
        return Replacement(start, end, edit.text)
