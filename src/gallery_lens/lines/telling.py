"""The findings of a document on their way into a report, most of them as rows from ready pieces."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

from gallery_lens import api
from gallery_lens.conversion.batch import Batch
from gallery_lens.conversion.telling import known_codes, loses
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines.input_report import InputReport
from gallery_lens.reporters import InputSummary

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
    items = _Items(found, entry, line)
    for each in found.in_order():
        if isinstance(each, Diagnostic):
            items.flush()
            entry.find([each], line)
        else:
            items.add(cast("Batch", each.group), each.indexes)
    items.flush()
    items.settle()


def write_all(found: "Findings", entry: InputReport, line: int | None = None) -> None:
    """Write rows of all that was *found*, in document order; it is counted already."""
    items = _ItemRows(found, entry, line)
    for each in found.in_order():
        if isinstance(each, Diagnostic):
            items.flush()
            entry.add(each, line)
        else:
            items.write(cast("Batch", each.group), each.indexes)
    items.flush()


class _ItemRows:
    """The rows of items that deferred what they tell."""

    def __init__(self, found: "Findings", entry: InputReport, line: int | None) -> None:
        self._findings, self._entry, self._line = found, entry, line
        report = entry.report
        self.frame = report.frame if report is not None else None
        self._parts: list[bytes] = []

    def write(self, batch: Batch, indexes: range) -> None:
        """Write rows of items, if there is a report."""
        if self.frame is None:
            return

        from gallery_lens.lines._spelling import escaped
        from gallery_lens.lines.quick_rows import PARTS, decode, encode

        columns, of_text, single = batch.columns, batch.columns.of_text, batch.subject.single
        list_at = self._findings.pointer(batch.place)
        known: dict[Pair, tuple[ReadyRows, bytes, bytes]] = {}
        for index in indexes:
            pair, mask = columns.pairs[index], columns.masks[index]
            if pair is None or mask <= 1:
                continue
            try:
                if pair not in known:
                    writer = _writer(pair, self._entry.summary.name, self.frame)
                    known[pair] = (
                        writer,
                        writer.around(self._line, batch.subject.gallery_id),
                        escaped(list_at),
                    )
                writer, around, prefix = known[pair]
                at = prefix if single else b"%b/%d" % (prefix, index)
                text = columns.text(index) if of_text else encode(columns.raw(index))
                raw = decode(text) if of_text else columns.raw(index)
                self._parts += writer.of(raw, b"\\" not in text, at, around, index, mask)
            except UnicodeEncodeError:  # a lone surrogate has to be escaped
                self.flush()
                for each in self._findings.of(batch[index]):
                    self._entry.add(each, self._line)
            if len(self._parts) > PARTS:
                self.flush()

    def flush(self) -> None:
        """Write what was added."""
        if self._parts and self._entry.report is not None:
            from gallery_lens.lines.quick_rows import joined

            self._entry.report.add_rows(joined(self._parts))
            self._parts = []


class _Items:
    """Items that deferred what they tell, while it is written and counted."""

    def __init__(self, found: "Findings", entry: InputReport, line: int | None) -> None:
        self._findings, self._entry, self._line = found, entry, line
        self._rows = _ItemRows(found, entry, line)
        self._counts = entry.report is None or self._rows.frame is not None
        self._counted: Counter[tuple[Pair, int]] = Counter()

    def add(self, batch: Batch, indexes: range) -> None:
        """Write what was found in items of *batch* that follow each other."""
        pairs = batch.columns.pairs[indexes.start : indexes.stop]
        masks = batch.columns.masks[indexes.start : indexes.stop]
        kinds = Counter((pair, mask) for pair, mask in zip(pairs, masks, strict=True) if pair and mask > 1)
        if all(map(self._is_counted, kinds)):
            self._counted.update(kinds)
            self._rows.write(batch, indexes)
            return
        for index, pair, mask in zip(indexes, pairs, masks, strict=True):
            if pair is None or mask <= 1:
                continue
            if self._is_counted((pair, mask)):
                self._counted[pair, mask] += 1
                self._rows.write(batch, range(index, index + 1))
            else:
                self.flush()
                self._entry.find(self._findings.of(batch[index]), self._line)

    def _is_counted(self, kind: "tuple[Pair, int]") -> bool:
        """Return whether nobody wants more of what was found in such items than rows."""
        known = kind in self._counted or all(map(self._entry.summary.has_enough, known_codes(*kind)))
        return self._counts and known

    def flush(self) -> None:
        """Write what was added."""
        self._rows.flush()

    def settle(self) -> None:
        """Write down in the summary what was counted."""
        for kind, count in self._counted.items():
            for code in known_codes(*kind):
                self._entry.summary.groups[code].count += count


@lru_cache(maxsize=64)
def _writer(pair: "Pair", file: str, frame: tuple[bytes, bytes]) -> "ReadyRows":
    from gallery_lens.lines.quick_rows import ReadyRows

    return ReadyRows(pair, file, frame)


#: What was found in an item: what converted it, and the bits.
Kind: TypeAlias = "tuple[Pair, int]"


class Counting:
    """Counts items of one input, by what was found in them."""

    def __init__(self, summary: InputSummary) -> None:
        self._summary = summary
        self._found: Counter[Kind] = Counter()

    def takes(self, kind: Kind) -> bool:
        """Return whether counting is enough for an item from now on."""
        if kind in self._found:
            return True
        if not all(map(self._summary.has_enough, known_codes(*kind))):
            return False
        self._summary.read_as((kind[0].source.name,))
        self._found[kind] = 0
        return True

    def add(self, found: "Mapping[Kind, int]") -> None:
        """Count items."""
        self._found.update(found)

    def settle(self) -> None:
        """Add what was counted to the summary."""
        summary = self._summary
        for (pair, mask), count in self._found.items():
            codes = known_codes(pair, mask)
            summary.items += count
            summary.together += count
            left_out = any(each.rule in pair.leaves_out for each in pair.said(mask))
            summary.converted += 0 if left_out else count
            summary.lossless &= not (count and any(loses(code, pair.same) for _, code in codes))
            for code in codes:
                summary.groups[code].count += count
        self._found.clear()
