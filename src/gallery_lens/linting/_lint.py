"""What a conversion would say of a document, and where that stands in its text."""

import json
from collections.abc import Iterable
from typing import Any

import attrs

from gallery_lens import jsontext
from gallery_lens.conversion._conducting import conduct, not_json
from gallery_lens.conversion._findings import Subject
from gallery_lens.conversion._outcome import Outcome
from gallery_lens.conversion._output import output, report_discarded
from gallery_lens.conversion._run import Options, Run
from gallery_lens.diagnostics import Diagnostic, Place, pointer
from gallery_lens.jsontext import Note
from gallery_lens.linting._stored import look_as_stored
from gallery_lens.source_map import SourceMap


@attrs.frozen(kw_only=True)
class LintResult(Outcome):
    """What was found in a document."""

    rejected: int  #: how many items could not be converted
    parsed: bool = True  #: whether the text was JSON

    @property
    def readable(self) -> bool:
        """Whether there was anything to look at: JSON that holds items, or a gallery."""
        unknown = (found.name == "not-an-item" and not found.pointer for found in self.diagnostics)
        return self.parsed and not any(unknown)


@attrs.frozen
class Start:
    """Where a text begins."""

    file: str | None = None  #: its name for people
    line: int = 1
    column: int = 1  #: in characters

    def of(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return the line and column in the file of those in the text."""
        line, column = place
        return self.line + line - 1, column + (self.column - 1 if line == 1 else 0)


def lint(document: Any, options: Options, notes: Iterable[Note] = ()) -> LintResult:
    """Say what a conversion with *options* says of *document*, and what the server would object to."""
    run = _examined(document, options, notes)
    return _result(run, run.findings.sorted())


def lint_text(data: bytes, options: Options, start: Start, notes: Iterable[Note] = ()) -> LintResult:
    """Say it of JSON text, with the line and column of each finding, and of keys that stand twice."""
    try:
        reading = jsontext.read(data)
    except jsontext.NotJson as problem:
        place = (problem.line or 1, problem.column or 1)
        found = _shifted(not_json(problem), start, place)
        return LintResult(diagnostics=(found,), items=0, converted=0, rejected=0, parsed=False)
    places = SourceMap(jsontext.text_of(data))
    run = _examined(reading.document, options, (*notes, *reading.notes))
    _report_duplicates(run, places)
    return _result(run, _located(run, places, start))


def _examined(document: Any, options: Options, notes: Iterable[Note]) -> Run:
    run = conduct(document, options, notes)
    report_discarded(run, output(run))
    look_as_stored(run)
    return run


def _result(run: Run, diagnostics: tuple[Diagnostic, ...]) -> LintResult:
    reads = [*run.reads]
    refused = sum(found.model is None and found.left is None for found in reads)
    return LintResult(
        diagnostics=diagnostics,
        items=len(reads),
        converted=sum(len(each.wires) for each in run.converted),
        dialects=tuple(dialect.name for dialect in run.dialects),
        rejected=refused + sum(not each.readable for each in run.converted),
    )


def _report_duplicates(run: Run, places: SourceMap) -> None:
    subjects = {each.subject.place: each.subject for each in run.converted}
    subjects |= {found.subject.place: found.subject for found in run.reads}
    whole = Subject(raw=run.envelope.document, place=(), target=run.options.target.name)
    for found in places.duplicates:
        subject = _around(found.place, subjects, whole)
        facts = {"key": json.dumps(found.place[-1], ensure_ascii=False)}
        run.findings.add("duplicate-key", subject, found.place[len(subject.place) :], facts=facts)


def _around(place: Place, subjects: dict[Place, Subject], whole: Subject) -> Subject:
    """Return what the innermost of *subjects* is that *place* lies in."""
    depths = range(len(place), -1, -1)
    return next((subjects[place[:depth]] for depth in depths if place[:depth] in subjects), whole)


def _located(run: Run, places: SourceMap, start: Start) -> tuple[Diagnostic, ...]:
    repeated = {pointer(found.place): found.key[0] for found in reversed(places.duplicates)}
    return tuple(
        _shifted(found, start, places.line_column(_offset(found, places, repeated)))
        for found in run.findings.sorted()
    )


def _offset(found: Diagnostic, places: SourceMap, repeated: dict[str, int]) -> int:
    if found.name == "duplicate-key":
        return repeated[found.pointer]
    span = places.at(found.pointer)
    return span.start if span else 0


def _shifted(found: Diagnostic, start: Start, place: tuple[int, int]) -> Diagnostic:
    return found.at(start.file, *start.of(place))
