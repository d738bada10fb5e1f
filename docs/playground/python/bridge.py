"""What the page of the playground asks of the package: one text in, JSON for the page out.

It is the package itself that answers; here its answers are only laid out for a browser, which counts
characters in UTF-16. Runs in a web worker, and in the tests of the project.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import gallery_lens as gl
from gallery_lens import jsontext
from gallery_lens.conversion._conducting import not_json
from gallery_lens.conversion._items import Read
from gallery_lens.conversion._ledger import ledger
from gallery_lens.conversion._outcome import Outcome
from gallery_lens.conversion._output import output
from gallery_lens.conversion._run import Run
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import UsageError
from gallery_lens.jsontext._limits import MAX_DEPTH, clearly_shallow, refuse_depth
from gallery_lens.linting._lint import _examined
from gallery_lens.options import ConvertOptions, checked
from gallery_lens.reporters._account import FATES
from gallery_lens.source_map import SourceMap, Span

#: How many findings go to the page one by one, worst first; all are counted.
FINDINGS: Final = 500
#: How many items are drawn.
DRAWN: Final = 60
#: Up to how many items the fate of every single value is looked up.
COUNTED: Final = 500

#: The run of the last text, if it could be read, and its places: what is drawn is asked for later.
_last: list[tuple[Run, SourceMap]] = []


def convert(text: str, source: str, target: str) -> str:
    """Convert *text* and return JSON: the items, what was found and where, and counts.

    Whatever is wrong with the text is a finding; then there may be no items.
    """
    _last.clear()
    data = text.encode("utf-8", "surrogatepass")
    try:
        if not clearly_shallow(data, MAX_DEPTH):
            refuse_depth(text, MAX_DEPTH)  # a browser's stack is small: no parser may meet such a text
        reading = jsontext.read(data)
        run = _examined(
            reading.document, checked(ConvertOptions(source=source, target=target)), reading.notes
        )
    except jsontext.NotJson as problem:
        return _unread(text, not_json(problem))
    except UsageError as problem:
        return _answer(problem=str(problem))
    places = SourceMap(jsontext.text_of(data))
    _last.append((run, places))
    return _converted(run, places)


def draw() -> str:
    """Return JSON of what was converted last as a gallery is drawn: items, and the fates of their values."""
    reads = [(found, places) for run, places in _last for found in run.reads]
    items = [_drawn(index, *found) for index, found in enumerate(reads[:DRAWN])]
    fates = _fates(_last[0][0]) if _last and len(reads) <= COUNTED else None
    return json.dumps({"items": items, "more": max(0, len(reads) - DRAWN), "fates": fates})


# ---------------------------------------------------------------- the account


def _converted(run: Run, places: SourceMap) -> str:
    diagnostics = run.findings.sorted()
    converted = sum(len(each.wires) for each in run.converted)
    items = sum(1 for _ in run.reads)
    return _answer(
        value=_pretty(output(run).value),
        findings=_findings(diagnostics, places),
        counts=_counts(diagnostics),
        dialects=[dialect.name for dialect in run.dialects],
        items=items,
        converted=converted,
        lossless=Outcome(diagnostics=diagnostics, items=items, converted=converted).lossless,
    )


def _pretty(value: Any) -> str | None:
    return None if value is None else json.dumps(value, indent=2, ensure_ascii=False)


def _unread(text: str, found: Diagnostic) -> str:
    """What is said of a text that is no JSON: where it goes wrong."""
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


def _findings(diagnostics: Iterable[Diagnostic], places: SourceMap) -> list[dict[str, Any]]:
    worst = sorted(diagnostics, key=lambda found: found.severity.rank)[:FINDINGS]
    repeated = {gl.diagnostics.pointer(each.place): Span(*each.key) for each in places.duplicates}
    spans = [
        repeated.get(found.pointer) if found.name == "duplicate-key" else places.at(found.pointer)
        for found in worst
    ]
    return [
        _finding(found) | {"at": _at(span or Span(0, 1), places)}
        for found, span in zip(worst, spans, strict=True)
    ]


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


def _at(span: Span, places: SourceMap) -> dict[str, int]:
    """Line, counted from 1, and the UTF-16 units of that line from and up to which *span* is marked.

    Of a value that goes on for several lines only the first one is.
    """
    line, column = places.line_column(span.start)
    begin = span.start - column + 1
    marked = places.text[span.start : span.end].split("\n", 1)
    start = _units(places.text[begin : span.start])
    return {"line": line, "from": start, "to": start + _units(marked[0])}


def _units(text: str) -> int:
    """How many UTF-16 units *text* takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# ---------------------------------------------------------------- the drawing


def _drawn(index: int, found: Read, places: SourceMap) -> dict[str, Any]:
    """An item as the component takes it, and why a page would not show it."""
    raw, dialect = found.subject.raw, found.dialect.name if found.dialect else "auto"
    page = gl.convert(raw, dialect, "frontend")
    return {
        "index": index,
        "at": _at(places.span(found.subject.place) or Span(0, 1), places),
        "title": found.subject.title,
        "item": gl.convert(raw, dialect, "component").value if found.dialect else None,
        "hidden": None if page.value is not None else _reason(page.diagnostics),
    }


def _reason(diagnostics: Iterable[Diagnostic]) -> str:
    """The code that says most about why an item is left out."""
    leaving = [found for found in diagnostics if found.severity.value == "error" or found.code == "L101"]
    return f"{leaving[0].code} {leaving[0].name}" if leaving else "not an item"


def _fates(run: Run) -> dict[str, int]:
    """How many values of the document were kept, moved, transformed, dropped."""
    counted = Counter(str(row.fate) for row in ledger(run, output(run)))
    return {fate: counted[fate] for fate in FATES if counted[fate]}
