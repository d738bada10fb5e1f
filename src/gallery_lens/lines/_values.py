"""Lines become values: each for itself, most of them by the quick way where that is open to them."""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from gallery_lens import api, jsontext
from gallery_lens.conversion._conducting import not_json
from gallery_lens.conversion._guarding import FORESEEN, internal
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines._entry import Entry
from gallery_lens.lines._pieces import FEW
from gallery_lens.lines._quickly import quickly, suits
from gallery_lens.lines._telling import report
from gallery_lens.options import ConvertOptions


def convert_blocks(
    blocks: Iterator[jsontext.Block], options: ConvertOptions, entry: Entry
) -> Iterator[Sequence[Any]]:
    """Yield the values of all lines, None for what has none, and write down in *entry* what is found.

    Raises:
        NotJson: As ``read_blocks``, which *blocks* come from.
    """
    usual = functools.partial(_value, options=options, entry=entry)
    first = itertools.islice(blocks, FEW) if suits(options, entry) else blocks
    yield from ([usual(line)] for block in first for line in block.lines())
    yield from quickly(blocks, usual, options, entry)


def convert_lines(
    lines: Iterable[jsontext.Line], options: ConvertOptions, entry: Entry
) -> Iterator[Sequence[Any]]:
    """Yield the values of *lines* as ``convert_blocks`` does, one by one."""
    yield from ([_value(line, options, entry)] for line in lines)


def _value(line: jsontext.Line, options: ConvertOptions, entry: Entry) -> Any:
    try:
        read = jsontext.read(line.data)
        result = convert(attrs.evolve(read, notes=(*line.notes, *read.notes)), options)
        prepare(result, entry)
    except jsontext.NotJson as error:
        return _skipped(not_json(error), line, entry)
    except FORESEEN:
        raise
    except Exception as error:
        return _skipped(internal(error), line, entry)
    note(result, entry, line.number)
    return result.value


def _skipped(found: Diagnostic, line: jsontext.Line, entry: Entry) -> None:
    entry.find([found], line.number)
    entry.skip(line, found.code)


def convert(read: jsontext.Reading, options: ConvertOptions) -> api.Result:
    """Convert what was read.

    Raises:
        NotJson: It is nested deeper than Python's recursion limit allows.
    """
    try:
        return api.convert_as(read.document, options, read.notes)
    except RecursionError:
        raise jsontext.NotJson("it is nested too deeply", "Check the export that wrote it.") from None


def prepare(result: api.Result, entry: Entry) -> None:
    """Make what is written down of *result*, so that an exception comes before anything is."""
    _ = result.counts
    if entry.sidecar:
        _ = result.sidecar
    if entry.follows:
        _ = result.ledger


def note(result: api.Result, entry: Entry, line: int | None = None) -> None:
    """Write down all that *result* says about an input, or about one line of it."""
    entry.account.read_as(result.dialects)
    entry.account.items += result.items
    entry.account.converted += result.converted
    entry.account.lossless &= result.lossless
    entry.account.edit(result.edits)
    if not entry.counts(result.counts):
        report(result, entry, line)
    entry.keep(result.extracts)
    if entry.sidecar:
        entry.keep_beside(result.sidecar)
    if entry.follows:
        entry.follow(result.ledger, line)
    for reject in result.rejects:
        entry.reject(reject.item, reject.codes, reject.pointer, line)
