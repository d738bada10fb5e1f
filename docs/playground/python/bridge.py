"""What the page of the playground asks of the package: one text in, JSON for the page out.

It is the package itself that answers; here its answers are only laid out for a browser, which counts
characters in UTF-16. Runs in a web worker, and in the tests of the project.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

import gallery_lens as gl
from gallery_lens import jsontext
from gallery_lens.conversion.conducting import not_json
from gallery_lens.conversion.items import Read
from gallery_lens.conversion.ledger import ledger
from gallery_lens.conversion.outcome import Outcome
from gallery_lens.conversion.output import output
from gallery_lens.conversion.run import Run
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import UsageError
from gallery_lens.jsontext.limits import MAX_DEPTH, clearly_shallow, refuse_depth
from gallery_lens.linting.examining import examined
from gallery_lens.options import ConvertOptions, checked
from gallery_lens.places import pointer
from gallery_lens.reporters.summary import FATES
from gallery_lens.source_map import SourceMap, Span

#: How many findings go to the page one by one, worst first; all are counted.
FINDINGS: Final = 500
#: How many items are drawn.
DRAWN: Final = 60
#: Up to how many items the fate of every single value is looked up.
COUNTED: Final = 500


@attrs.frozen
class _Part:
    """A JSON document of the text: all of it, or one line."""

    run: Run
    places: SourceMap
    line: int  #: of the text in which the document begins, counted from 0

    def at(self, span: Span) -> dict[str, int]:
        """Line, counted from 1, and the UTF-16 units of that line from and up to which *span* is marked.

        Of a value that goes on for several lines only the first one is.
        """
        line, column = self.places.line_column(span.start)
        begin = span.start - column + 1
        marked = self.places.text[span.start : span.end].split("\n", 1)
        start = _units(self.places.text[begin : span.start])
        return {"line": self.line + line, "from": start, "to": start + _units(marked[0])}


#: The documents of the last text that could be read: what is drawn is asked for later.
_last: list[_Part] = []


def convert(text: str, source: str, target: str) -> str:
    """Convert *text*, JSON or a JSON value a line, and return JSON: the items, what was found, and counts.

    *target* is a dialect, or ``frontend:viewer`` for a page's items in the viewer's form.
    Whatever is wrong with the text is a finding; then there may be no items.
    """
    _last.clear()
    try:
        _last.extend(_parts(text, source, target))
    except jsontext.NotJson as problem:
        return _unread(text, not_json(problem))
    except UsageError as problem:
        return _answer(problem=str(problem))
    return _converted(_last)


def draw() -> str:
    """Return JSON of what was converted last as a gallery is drawn: items, and the fates of their values."""
    reads = [(found, part) for part in _last for found in part.run.reads]
    items = [_drawn(index, *found) for index, found in enumerate(reads[:DRAWN])]
    fates = _fates(_last) if _last and len(reads) <= COUNTED else None
    return json.dumps({"items": items, "more": max(0, len(reads) - DRAWN), "fates": fates})


def _parts(text: str, source: str, target: str) -> list[_Part]:
    """Read the text as one document, or else as one per line.

    Raises:
        NotJson: It is neither; the problem is that of the whole text.
        UsageError: There is no such dialect.
    """
    try:
        return [_part(text, 0, source, target)]
    except jsontext.NotJson:
        lines = [(number, line) for number, line in enumerate(text.split("\n")) if line.strip()]
        if len(lines) < 2:
            raise
        try:
            return [_part(line, number, source, target) for number, line in lines]
        except jsontext.NotJson:
            pass
        raise


def _part(text: str, line: int, source: str, target: str) -> _Part:
    data = text.encode("utf-8", "surrogatepass")
    if not clearly_shallow(data, MAX_DEPTH):
        refuse_depth(text, MAX_DEPTH)  # a browser's stack is small: no parser may meet such a text
    reading = jsontext.read(data)
    dialect, _, profile = target.partition(":")
    options = ConvertOptions(source=source, target=dialect, profile=profile or "documented")
    run = examined(reading.document, checked(options), reading.notes)
    return _Part(run, SourceMap(jsontext.text_of(data)), line)


# ---------------------------------------------------------------- the account


def _converted(parts: Sequence[_Part]) -> str:
    found = [(each, part) for part in parts for each in part.run.findings.sorted()]
    diagnostics = tuple(each for each, _ in found)
    converted = sum(len(each.wires) for part in parts for each in part.run.converted)
    items = sum(1 for part in parts for _ in part.run.reads)
    values = [output(part.run).value for part in parts]
    return _answer(
        value=_pretty(values[0]) if len(values) == 1 else "\n".join(map(_line, values)),
        findings=_findings(found),
        counts=_counts(diagnostics),
        dialects=list(dict.fromkeys(dialect.name for part in parts for dialect in part.run.dialects)),
        items=items,
        converted=converted,
        lossless=Outcome(diagnostics=diagnostics, items=items, converted=converted).lossless,
    )


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pretty(value: Any) -> str | None:
    return None if value is None else json.dumps(value, indent=2, ensure_ascii=False)


def _unread(text: str, found: Diagnostic) -> str:
    """The error message and position for a text that is not JSON."""
    lines = text.split("\n")
    line = min(found.line or 1, len(lines))
    place = {"line": line, "from": _units(lines[line - 1][: (found.column or 1) - 1])}
    finding = _finding(found) | {"at": place | {"to": place["from"] + 1}}
    return _answer(findings=[finding], counts=_counts([found]))


def _answer(**known: Any) -> str:
    nothing = {"value": None, "findings": [], "counts": [], "dialects": [], "items": 0, "converted": 0}
    return json.dumps(nothing | {"lossless": False, "problem": None} | known)


def _counts(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """How often each rule speaks, worst first."""
    counted = Counter((found.severity.rank, found.code, found.name) for found in diagnostics)
    words = {found.severity.rank: found.severity.value for found in diagnostics}
    return [
        {"severity": words[rank], "code": code, "name": name, "count": counted[rank, code, name]}
        for rank, code, name in sorted(counted)
    ]


def _findings(found: Iterable[tuple[Diagnostic, _Part]]) -> list[dict[str, Any]]:
    worst = sorted(found, key=lambda pair: pair[0].severity.rank)[:FINDINGS]
    return [_finding(each) | {"at": part.at(_span(each, part.places))} for each, part in worst]


def _span(found: Diagnostic, places: SourceMap) -> Span:
    if found.name != "duplicate-key":
        return places.at(found.pointer) or Span(0, 1)
    repeated = {pointer(each.place): Span(*each.key) for each in places.duplicates}
    return repeated.get(found.pointer, Span(0, 1))


def _finding(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "item": found.item_title,
        "pointer": found.pointer,
    }


def _units(text: str) -> int:
    """How many UTF-16 units *text* takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# ---------------------------------------------------------------- the drawing


def _drawn(index: int, found: Read, part: _Part) -> dict[str, Any]:
    """An item as the component takes it, and why the target leaves it out."""
    raw, dialect = found.subject.raw, found.dialect.name if found.dialect else "auto"
    options = part.run.options
    kept = gl.convert([raw], dialect, options.target, profile=options.profile)
    return {
        "index": index,
        "at": part.at(part.places.span(found.subject.place) or Span(0, 1)),
        "title": found.subject.title,
        "item": next(iter(gl.convert([raw], dialect, "component").value or ()), None)
        if found.dialect
        else None,
        "hidden": None if kept.value else _reason(kept.diagnostics),
    }


def _reason(diagnostics: Iterable[Diagnostic]) -> str:
    """The code that says most about why an item is left out."""
    leaving = [found for found in diagnostics if found.severity.value == "error" or found.code == "L101"]
    return f"{leaving[0].code} {leaving[0].name}" if leaving else "not an item"


def _fates(parts: Iterable[_Part]) -> dict[str, int]:
    """Numbers of values that were kept, moved, transformed and dropped."""
    counted = Counter(str(row.fate) for part in parts for row in ledger(part.run, output(part.run)))
    return {fate: counted[fate] for fate in FATES if counted[fate]}
