"""The findings of a document on their way into a report, most of them as rows from ready pieces."""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from gallery_lens import api
from gallery_lens.conversion._batch import Taken
from gallery_lens.conversion._telling import known_codes
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines._entry import InputReport

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair
    from gallery_lens.conversion._findings import Findings
    from gallery_lens.lines._quick_rows import Rows


def report(result: api.Result, entry: InputReport, line: int | None = None) -> None:
    """Write down all findings of *result*, in document order; of most items they are only counted."""
    found = result.deferred
    if found is None:
        entry.find(result.diagnostics, line)
        return
    counted: Counter[tuple[Pair, int]] = Counter()
    for each in found.in_order():
        if isinstance(each, Diagnostic):
            entry.find([each], line)
        elif isinstance(each, Taken) and _is_counted(each, entry, counted):
            _write(each, found, entry, line)
        else:
            entry.find(found.of(each), line)
    for (pair, mask), count in counted.items():
        for code in known_codes(pair, mask):
            entry.summary.groups[code].count += count


def _is_counted(taken: Taken, entry: InputReport, counted: "Counter[tuple[Pair, int]]") -> bool:
    """Count what was found in an item, if nobody wants more of it than rows; tell if that is so."""
    kind = taken.pair, taken.mask
    if kind not in counted:
        wanted = entry.report is not None and not entry.report.plain
        if wanted or any(not entry.summary.has_enough(code) for code in taken.codes()):
            return False
    counted[kind] += 1
    return True


def _write(taken: Taken, found: "Findings", entry: InputReport, line: int | None) -> None:
    """Write what was found in an item, which is counted, as rows."""
    if entry.report is None:
        return
    rows = _rows(taken, entry.summary.name, line, found.pointer(taken.subject.place))
    if rows is not None:
        entry.report.add_rows(rows)
        return
    for each in found.of(taken):
        entry.add(each, line)


def _rows(taken: Taken, file: str, line: int | None, pointer: str) -> bytes | None:
    """Return the rows of an item; None for one with a lone surrogate, which has to be escaped."""
    from gallery_lens.lines._quick_rows import Where

    subject = taken.subject
    where = Where(line, pointer, subject.index or 0, subject.gallery_id)
    try:
        return _writer(taken.pair, file).of(taken.raw, where, taken.mask)
    except UnicodeEncodeError:
        return None


@lru_cache(maxsize=64)
def _writer(pair: "Pair", file: str) -> "Rows":
    from gallery_lens.lines._quick_rows import Rows

    return Rows(pair, file)
