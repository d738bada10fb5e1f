"""Lines of a gallery each: what is found around the items of one is found in all that are of its form."""

from collections.abc import Sequence
from functools import cached_property, partial

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.gallery_forms import (
    GalleryForm,
    around,
    form_of_gallery,
    found_in,
    hangs_on_fields,
)
from gallery_lens.conversion.guarding import FORESEEN
from gallery_lens.conversion.parts import PartReader, Seen
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.subject import id_of
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import Line
from gallery_lens.linting._part_places import PartPlaces
from gallery_lens.linting.around_finding import AroundFinding
from gallery_lens.linting.entries import Entries, Entry
from gallery_lens.linting.examining import LintResult, Start, lint_parts
from gallery_lens.linting.item_findings import Home
from gallery_lens.linting.list_findings import Listed, ListFindings
from gallery_lens.linting.presence import holds_gallery
from gallery_lens.linting.stored import is_refused
from gallery_lens.options import ConvertOptions
from gallery_lens.places import pointer
from gallery_lens.values import Record


class GalleryLinter:
    """Lints lines that hold a gallery or a list each, as far as they are usual."""

    def __init__(self, options: ConvertOptions, file: str) -> None:
        """Begin; *file* is its name for people."""
        self._file, self._reader = file, PartReader(options)
        self._forms: dict[GalleryForm, _LintedForm] = {}

    def lint(self, line: Line) -> LintResult | None:
        """Return the findings in a line; None if it has to be read as a whole."""
        seen = self._reader.look(line.data)
        if seen is None:
            return None
        try:
            return self._lint(seen, Start(self._file, line.number))
        except FORESEEN:
            raise
        except Exception:  # the usual way reports it, and loses no more by it than it must
            return None

    def _lint(self, seen: Seen, start: Start) -> LintResult | None:
        form = form_of_gallery(seen)
        known = None if form is None or _any_refused(seen) else self._forms.get(form)
        if known is not None:
            return known.result(seen, start)
        run = self._reader.conduct(seen)
        result = None if run is None else lint_parts(run, seen, start)
        if form is not None and run is not None and result is not None:
            self._learn(form, seen, run)
        return result

    def _learn(self, form: GalleryForm, seen: Seen, run: Run) -> None:
        """Remember what is found in documents of a form."""
        found = [each for _, each in run.findings.told]
        if all(hangs_on_fields(each, seen) and each.rule.of_document for each in found):
            dialects = tuple(dialect.name for dialect in run.dialects)
            self._forms[form] = _LintedForm(form, *_around_items(found, PartPlaces(seen)), dialects)


def _around_items(found: Sequence[Finding], places: PartPlaces) -> tuple[list[Finding], list[Finding]]:
    """Return the findings in front of the items, and those behind, each in the order of the text."""
    items = places.start(places.list_at) or 0
    offsets = {id(each): places.start(each.place) or 0 for each in found}
    ordered = sorted(found, key=lambda each: (offsets[id(each)], len(each.place)))
    return (
        [each for each in ordered if offsets[id(each)] <= items],
        [each for each in ordered if offsets[id(each)] > items],
    )


def _any_refused(seen: Seen) -> bool:
    """Return whether anything is found in an item as it is stored; few have a medium that may be refused."""
    columns = seen.columns
    pairs = [(index, columns.pairs[index]) for index, mask in enumerate(columns.masks) if mask & 1]
    return any(pair and is_refused(columns.raw(index), pair.source, pair.target) for index, pair in pairs)


class _LintedForm(Record):
    """The findings in documents of one form."""

    form: GalleryForm
    before: Sequence[Finding]  #: in front of the items, as in the first document of the form
    behind: Sequence[Finding]  #: behind the items
    dialects: tuple[str, ...]  #: that such documents are read as

    def result(self, seen: Seen, start: Start) -> LintResult:
        """Return the findings in a document of this form."""
        columns = seen.columns
        if self.form.places_items and (hidden := self.form.pair.placed):
            columns.masks = [mask & ~hidden for mask in columns.masks]
        return LintResult(
            diagnostics=Entries(self._entries(seen, start)),
            items=len(columns.outs),
            converted=len(columns.outs) - columns.outs.count(None),
            dialects=self.dialects,
            rejected=0,
            holds_gallery=holds_gallery(columns.raws(), [around(seen)]),
        )

    def _entries(self, seen: Seen, start: Start) -> list[Entry]:
        document = _Document(seen, start)
        indexes = [index for index, mask in enumerate(seen.columns.masks) if mask > 1]
        items = [ListFindings(document.home, indexes, partial(document.listed, indexes))] if indexes else []
        before, behind = ([document.around(each) for each in some] for some in (self.before, self.behind))
        return [*before, *items, *behind]


class _Document:
    """A document in which something is found, which is looked into when somebody looks at that."""

    def __init__(self, seen: Seen, start: Start) -> None:
        self._seen, self._start = seen, start

    @cached_property
    def _places(self) -> PartPlaces:
        return PartPlaces(self._seen)

    @property
    def home(self) -> Home:
        """The place where its items stand together."""
        at = self._seen.parts.place
        return Home(
            self._seen.columns, self._start.file, pointer(at), id_of(around(self._seen)) if at else None
        )

    def listed(self, indexes: Sequence[int]) -> list[Listed]:
        """Return the items at *indexes*."""
        return self._places.listed(indexes, self._start.line, self._start.column)

    def around(self, found: Finding) -> AroundFinding:
        """Return the finding that there is in place of the one *found* in another document of the form."""

        def tell() -> Diagnostic:
            here, places = found_in(around(self._seen), found), self._places
            line, column = self._start.of(places.line_column(places.start(here.place) or 0))
            return here.diagnostic(pointer(here.place), self._start.file, line, column)

        return AroundFinding((found.severity, found.code), tell)
