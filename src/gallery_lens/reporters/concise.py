"""The ``concise`` report: one line a finding, as editors and ``grep`` like it."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.visible import clipped, visible

if TYPE_CHECKING:
    from gallery_lens.linting import Entry, ListFindings
    from gallery_lens.linting.ready_rows import RowSpelling

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def _row(found: Diagnostic) -> bytes:
    place = _named(found.file)
    if found.line is not None:
        place = f"{place}:{found.line}" if found.column is None else f"{place}:{found.line}:{found.column}"
    elif found.pointer:
        place = f"{place}#{visible(found.pointer)}"
    code = f"{found.code} [*]" if found.fixable else found.code
    item = _item(found.item_title or found.item_id)
    return f"{place}: {code} {found.severity} {visible(found.message)}{item}\n".encode()


def _rows(found: "Sequence[Entry]") -> bytes:
    """Write findings and, without telling them one by one, those of items."""
    from gallery_lens.linting import ListFindings, told  # loaded already by what gives such entries

    return b"".join(
        _rows_of(each).encode() if isinstance(each, ListFindings) else b"".join(map(_row, told((each,))))
        for each in found
    )


def _rows_of(found: "ListFindings") -> str:
    before = f"{_named(found.home.file)}:"
    rows = before.join(found.rows(_spelling()))
    return f"{before}{rows}" if rows else ""


@cache
def _spelling() -> "RowSpelling":
    from gallery_lens.linting.ready_rows import RowSpelling

    return RowSpelling(_lead, _tail, visible)


def _tail(named: str | None) -> str:
    return f"{_item(named)}\n"


def _lead(code: str, severity: Severity, start: str) -> str:
    return f": {code} {severity} {visible(start)}"


def _named(file: str | None) -> str:
    return visible(file or "<document>")


def _item(named: str | None) -> str:
    return f" [{clipped(named, _TITLE)}]" if named else ""


REPORTER: Final = Reporter(row=_row, several=_rows)
