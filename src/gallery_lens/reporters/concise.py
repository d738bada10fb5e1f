"""The ``concise`` report: one line a finding, as editors and ``grep`` like it."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.visible import clipped, visible

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def _row(found: Diagnostic) -> bytes:
    code = f"{found.code} [*]" if found.fixable else found.code
    said = f"{_place(found)}: {code} {found.severity} {visible(found.message)}{_item(found)}"
    return f"{said}\n".encode()


def _place(found: Diagnostic) -> str:
    file = visible(found.file or "<document>")
    if found.line is None:
        return f"{file}#{visible(found.pointer)}" if found.pointer else file
    return f"{file}:{found.line}" if found.column is None else f"{file}:{found.line}:{found.column}"


def _item(found: Diagnostic) -> str:
    named = found.item_title or found.item_id
    return f" [{clipped(named, _TITLE)}]" if named else ""


REPORTER: Final = Reporter(row=_row)
