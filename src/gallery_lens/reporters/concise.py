"""The ``concise`` report: one line a finding, as editors and ``grep`` like it."""

from typing import Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.visible import clipped, visible

#: How much of a title is shown, in characters.
_TITLE: Final = 40


def _row(found: Diagnostic) -> bytes:
    place = visible(found.file or "<document>")
    if found.line is not None:
        place = f"{place}:{found.line}" if found.column is None else f"{place}:{found.line}:{found.column}"
    elif found.pointer:
        place = f"{place}#{visible(found.pointer)}"
    code = f"{found.code} [*]" if found.fixable else found.code
    named = found.item_title or found.item_id
    item = f" [{clipped(named, _TITLE)}]" if named else ""
    return f"{place}: {code} {found.severity} {visible(found.message)}{item}\n".encode()


REPORTER: Final = Reporter(row=_row)
