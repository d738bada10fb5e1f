"""The findings of a conversion, without converting, and their places in the text."""

import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

import attrs

from gallery_lens import jsontext
from gallery_lens.conversion.batch import Batch
from gallery_lens.conversion.conducting import conduct, not_json
from gallery_lens.conversion.guarding import FORESEEN, guarding, internal
from gallery_lens.conversion.outcome import Outcome
from gallery_lens.conversion.output import output, report_discarded
from gallery_lens.conversion.parts import PartReader, Seen
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.jsontext import Note
from gallery_lens.linting._part_places import PartPlaces
from gallery_lens.linting.entries import Entries, Entry
from gallery_lens.linting.item_findings import Home
from gallery_lens.linting.list_findings import ListFindings
from gallery_lens.linting.presence import holds_gallery, output_of_ours, text_has_marks
from gallery_lens.linting.stored import look_as_stored
from gallery_lens.options import ConvertOptions
from gallery_lens.places import pointer, position
from gallery_lens.rules import rule
from gallery_lens.source_map import SourceMap
from gallery_lens.values import Record, Value
from gallery_lens.wrappers import Shape

#: What was found in a text: at which offset, what sorts what stands at one offset, itself.
Located: TypeAlias = tuple[int, tuple[tuple[int, ...], int], Entry]


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class LintResult(Outcome):
    """The findings in a document."""

    rejected: int  #: how many items could not be converted
    parsed: bool = True  #: whether the text was JSON
    #: whether it is beyond doubt that there is a gallery, or an item of one, in it
    holds_gallery: bool = True

    @property
    def entries(self) -> Sequence[Entry]:
        """The findings, in document order; those of items that were converted together are untold."""
        return self._found.all if isinstance(self._found, Entries) else self.diagnostics

    @property
    def readable(self) -> bool:
        """True if there was anything to look at: JSON that holds items, or a gallery."""
        whole = (each.code for each in self.entries if isinstance(each, Diagnostic) and not each.pointer)
        return self.parsed and not any(rule(code).refuses == "document" for code in whole)


class Start(Value, Record):
    """The position where a text begins."""

    file: str | None = None  #: its name for people
    line: int = 1
    column: int = 1  #: in characters

    def of(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return the line and column in the file of those in the text."""
        line, column = place
        return self.line + line - 1, column + (self.column - 1 if line == 1 else 0)


def lint(document: Any, options: ConvertOptions, notes: Iterable[Note] = ()) -> LintResult:
    """Return the findings of a conversion of *document* with *options*, and what the server would refuse."""
    try:
        run = examined(document, options, notes)
        return _result(run, run.findings.sorted())
    except FORESEEN:
        raise
    except Exception as error:
        return _failed(internal(error))


def lint_text(data: bytes, options: ConvertOptions, start: Start, notes: Iterable[Note] = ()) -> LintResult:
    """Lint JSON text: as ``lint``, with the line and column of each finding, and duplicate keys."""
    notes = [*notes]
    if not notes and (result := _in_parts(data, options, start)) is not None:
        return result
    try:
        reading = jsontext.read(data)
    except jsontext.NotJson as problem:
        line, column = start.of((problem.line or 1, problem.column or 1))
        found = attrs.evolve(not_json(problem), file=start.file, line=line, column=column)
        damaged = text_has_marks(data.decode("utf-8", "replace"))
        return LintResult(
            diagnostics=(found,), items=0, converted=0, rejected=0, parsed=False, holds_gallery=damaged
        )
    try:
        places = SourceMap(jsontext.text_of(data))
        run = examined(reading.document, options, (*notes, *reading.notes))
        run.findings.settle()
        return _result(run, in_order(_told(run, places, start)))
    except FORESEEN:
        raise
    except Exception as error:
        return _failed(attrs.evolve(internal(error), file=start.file, line=start.line, column=start.column))


def _in_parts(data: bytes, options: ConvertOptions, start: Start) -> LintResult | None:
    """Lint a document of which most items never become objects; None if it has to be read as a whole."""
    reader = PartReader(options)
    seen = reader.look(data)
    run = reader.conduct(seen) if seen else None
    return None if seen is None or run is None else lint_parts(run, seen, start)


def lint_parts(run: Run, seen: Seen, start: Start) -> LintResult | None:
    """Return the findings of a *run* over a document in parts; None if it has to be read as a whole."""
    if run.findings.texts or run.envelope.notes:
        return None
    try:
        _complete(run)
        return _result(run, _located_in_parts(run, seen, start))
    except FORESEEN:
        raise
    except Exception:  # the usual run reports it, and loses no more by it than it must
        return None


def _failed(found: Diagnostic) -> LintResult:
    return LintResult(diagnostics=(found,), items=1, converted=0, rejected=1)


def examined(document: Any, options: ConvertOptions, notes: Iterable[Note]) -> Run:
    """Return the run of a document that is linted: converted, and looked at as it is stored."""
    run = conduct(document, options, notes)
    run.findings.settle()
    _complete(run)
    return run


def _complete(run: Run) -> None:
    """Report what is lost of the wrapper, and what the server would refuse."""
    report_discarded(run, output(run))
    with guarding(Subject(raw=run.envelope.document, place=()), run.findings):
        look_as_stored(run)


def _result(run: Run, diagnostics: tuple[Diagnostic, ...] | Entries) -> LintResult:
    refused = sum(found.refused for found in run.alone)
    return LintResult(
        diagnostics=diagnostics,
        items=run.count,
        converted=sum(len(each.written) for each in run.converted),
        dialects=tuple(dialect.name for dialect in run.dialects),
        rejected=refused + sum(not each.readable for each in run.converted),
        holds_gallery=_holds_gallery(run),
    )


def _holds_gallery(run: Run) -> bool:
    if output_of_ours(run.envelope.document):
        return False
    galleries = (slot.value for slot in run.envelope.slots if slot.shape is Shape.GALLERY)
    return holds_gallery((read.given for read in run.reads), galleries)


def in_order(found: Iterable[Located]) -> Entries:
    """Return findings in the order of the text."""
    return Entries([each for _, _, each in sorted(found, key=operator.itemgetter(0, 1))])


def _told(run: Run, places: SourceMap, start: Start) -> Iterator[Located]:
    """Yield what was told already."""
    has_repeats = any(each.rule.of_key for _, each in run.findings.told)
    repeats = reversed(places.duplicates) if has_repeats else ()
    repeated = {found.place: found.key[0] for found in repeats}
    for place, each in run.findings.told:
        visible = run.findings.visible(place)
        is_repeated = each.rule.of_key and visible in repeated
        offset = repeated[visible] if is_repeated else places.start(visible) or 0
        line, column = start.of(places.line_column(offset))
        told = each.diagnostic(pointer(visible), start.file, line, column)
        # Places inside of a JSON text share one span of the text.
        within = position(run.envelope.document, place) if place != visible else ()
        yield offset, (within, len(place)), told


def _located_in_parts(run: Run, seen: Seen, start: Start) -> Entries:
    """Return all findings in the order of the text; those that items defer stay untold."""
    places, deferred = PartPlaces(seen), run.findings.deferred()
    found = [*_told(run, places, start)]  # among others, what the items told that have not deferred all
    for batch, told in deferred:
        assert isinstance(batch, Batch)
        home = Home(seen.columns, start.file, pointer(batch.place), batch.subject.gallery_id)
        found += located_items(batch.telling(told), home, places, found, start)
    return in_order(found)


def located_items(
    indexes: Sequence[int], home: Home, places: PartPlaces, others: Iterable[Located], start: Start
) -> list[Located]:
    """Return the findings in items with their offsets; those of one entry have no *others* between them."""
    order = ((), len(places.list_at) + 1)
    offsets = sorted(offset for offset, _, _ in others)
    return [
        (
            places.items[some[0]][0],
            order,
            ListFindings(home, some, partial(places.listed, some, start.line, start.column)),
        )
        for some in places.stretches(indexes, offsets)
    ]
