"""Lines become values: each for itself, most of them by the quick way where that is open to them."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gallery_lens import api, jsontext
from gallery_lens.conversion.conducting import not_json
from gallery_lens.conversion.guarding import FORESEEN, internal
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines.documents import Documents, suits_lines
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.pieces import FEW
from gallery_lens.lines.telling import report
from gallery_lens.options import ConvertOptions

if TYPE_CHECKING:
    from gallery_lens.compiled import Watch


def convert_blocks(
    blocks: Iterator[jsontext.Block], options: ConvertOptions, entry: InputReport
) -> Iterator[Sequence[Any]]:
    """Yield the values of all lines, None for what has none, and write down in *entry* what is found.

    Raises:
        NotJson: As ``read_blocks``, which *blocks* come from.
    """
    with _Lines(options, entry) as lines:
        first = itertools.islice(blocks, FEW) if suits_lines(options, entry) else blocks
        yield from ([lines.value(line)] for block in first for line in block.lines())
        if (block := next(blocks, None)) is None:
            return
        from gallery_lens.lines.together import Together

        together = Together(options, entry, lines.value)
        try:
            for each in itertools.chain([block], blocks):
                yield from together.convert(each)
        finally:
            together.settle()


def convert_lines(
    lines: Iterable[jsontext.Line], options: ConvertOptions, entry: InputReport
) -> Iterator[Sequence[Any]]:
    """Yield the values of *lines* as ``convert_blocks`` does, one by one."""
    with _Lines(options, entry) as each:
        yield from ([each.value(line)] for line in lines)


class _Lines:
    """Converts lines one by one; inside ``with``, what they have in common is counted in the end."""

    def __init__(self, options: ConvertOptions, entry: InputReport) -> None:
        self._entry, self._documents = entry, Documents(options, entry)

    def __enter__(self) -> "_Lines":
        return self

    def __exit__(self, *_: object) -> None:
        self._documents.settle()

    def value(self, line: jsontext.Line, *, unusual: bool = False) -> Any:
        """Return the value of a line, None if it has none, and write down what is found in it.

        One that is known to be *unusual* is tried by no compiled conversion.
        """
        try:
            seen = None if line.notes else self._documents.look(line.data)
            if seen is not None and (value := self._documents.count(seen, line.number)) is not None:
                return value
            result = self._documents.convert(line.data, seen, line.notes, unusual=unusual)
            prepare(result, self._entry)
        except jsontext.NotJson as error:
            return _skipped(not_json(error), line, self._entry)
        except FORESEEN:
            raise
        except Exception as error:
            return _skipped(internal(error), line, self._entry)
        note(result, self._entry, line.number)
        return result.value


def convert_document(data: bytes, options: ConvertOptions, entry: InputReport, watch: "Watch") -> api.Result:
    """Convert one document; nothing is written down yet. *watch* is given the indexes of its items.

    Raises:
        NotJson: It cannot be read.
    """
    documents = Documents(options, entry)
    return documents.convert(data, documents.look(data, watch))


def _skipped(found: Diagnostic, line: jsontext.Line, entry: InputReport) -> None:
    entry.find([found], line.number)
    entry.skip(line, found.code)


def prepare(result: api.Result, entry: InputReport) -> None:
    """Make what is written down of *result*, so that an exception comes before anything is."""
    _ = result.counts
    if entry.sidecar:
        _ = result.sidecar
    if entry.follows:
        _ = result.fates


def note(result: api.Result, entry: InputReport, line: int | None = None) -> None:
    """Write down all that *result* says about an input, or about one line of it."""
    entry.summary.read_as(result.dialects)
    entry.summary.items += result.items
    entry.summary.converted += result.converted
    entry.summary.lossless &= result.lossless
    entry.summary.edit(result.edits)
    if not entry.counts(result.counts):
        report(result, entry, line)
    entry.keep(result.extracts)
    if entry.sidecar:
        entry.keep_beside(result.sidecar)
    if entry.follows and result.fates is not None:
        entry.follow(result.fates, line)
    for reject in result.rejects:
        entry.reject(reject.item, reject.codes, reject.pointer, line)
