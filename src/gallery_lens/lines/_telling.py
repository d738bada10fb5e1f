"""The findings of a document on their way into a report, most of them as rows from ready pieces."""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from gallery_lens import api
from gallery_lens.conversion._taking import Taken
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines._entry import Entry

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair
    from gallery_lens.lines._quick_rows import Rows


def report(result: api.Result, entry: Entry, line: int | None = None) -> None:
    """Write down all findings of *result*, in document order."""
    found = result.deferred
    if found is None or entry.report is None or not entry.report.plain:
        entry.find(result.diagnostics, line)
        return
    for each in found.in_order():
        if isinstance(each, Diagnostic):
            entry.find([each], line)
            continue
        rows = None
        if isinstance(each, Taken):
            rows = _rows(each, entry.account.name, line, found.pointer(each.subject.place))
        if rows is not None and isinstance(each, Taken) and entry.account.counts(Counter(each.codes())):
            entry.report.add_rows(rows)
        else:
            entry.find(found.of(each), line)


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
