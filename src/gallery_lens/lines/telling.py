"""The findings of a document on their way into a report, most of them as rows from ready pieces."""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from gallery_lens import api
from gallery_lens.conversion.batch import Taken
from gallery_lens.conversion.telling import known_codes
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines.input_report import InputReport

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair
    from gallery_lens.conversion.findings import Findings
    from gallery_lens.lines.quick_rows import ReadyRows


def report(result: api.Result, entry: InputReport, line: int | None = None) -> None:
    """Write down all findings of *result*, in document order; of most items they are only counted."""
    found = result.deferred
    if found is None:
        entry.find(result.diagnostics, line)
        return
    counted: Counter[tuple[Pair, int]] = Counter()
    rows = _Rows(entry, line)
    for each in found.in_order():
        if isinstance(each, Taken) and _is_counted(each, entry, counted):
            rows.add(each, found)
            continue
        rows.flush()
        entry.find([each] if isinstance(each, Diagnostic) else found.of(each), line)
    rows.flush()
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


class _Rows:
    """The rows of items that stand together and are counted, if there is a report."""

    def __init__(self, entry: InputReport, line: int | None) -> None:
        self._entry, self._line = entry, line
        self._parts: list[bytes] = []

    def add(self, taken: Taken, found: "Findings") -> None:
        """Write what was found in an item."""
        if self._entry.report is None:
            return
        from gallery_lens.lines.quick_rows import PARTS, Where

        raw = taken.raw
        where = Where(self._line, found.pointer(taken.place), taken.index, taken.batch.subject.gallery_id)
        writer = _writer(taken.pair, self._entry.summary.name)
        try:
            self._parts += writer.of(raw, where, taken.mask, taken.is_plain)
        except UnicodeEncodeError:  # a lone surrogate has to be escaped
            self.flush()
            for each in found.of(taken):
                self._entry.add(each, self._line)
        if len(self._parts) > PARTS:
            self.flush()

    def flush(self) -> None:
        """Write what was added."""
        if self._parts and self._entry.report is not None:
            from gallery_lens.lines.quick_rows import joined

            self._entry.report.add_rows(joined(self._parts))
            self._parts = []


@lru_cache(maxsize=64)
def _writer(pair: "Pair", file: str) -> "ReadyRows":
    from gallery_lens.lines.quick_rows import ReadyRows

    return ReadyRows(pair, file)
