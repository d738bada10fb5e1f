"""The ``github`` report: annotations of a workflow run, and a table for its summary.

GitHub shows ten annotations of each kind and drops the others without a word, so the worst come first
and the number of those left out is reported.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters._reporter import Appendix, Reporter
from gallery_lens.reporters.paths import shown_path
from gallery_lens.reporters.summary import Summary
from gallery_lens.reporters.text import number
from gallery_lens.reporters.visible import clipped, visible

_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

#: How many annotations of one kind GitHub shows for a step.
_SHOWN: Final = 10

#: How many bytes a step's summary may have; beyond it, GitHub shows nothing of it.
_LIMIT: Final = 1 << 20

#: What is room enough for the last line of a table.
_ROW: Final = 200

_COLUMNS: Final = "| severity | rule | where | item | what |\n|---|---|---|---|---|\n"

#: What could mean something in Markdown or HTML, and how it is written to mean itself.
_MEANT: Final = {ord(each): f"&#{ord(each)};" for each in "\\`*_{}[]#!|~<>&\"'@$:"}


def annotations(found: Sequence[Diagnostic], _: Summary) -> bytes:
    """Write one workflow command a line: the worst findings, and how many are left out."""
    chosen = [each for severity in Severity for each in _first(found, severity, _SHOWN)]
    if len(chosen) < len(found):
        # The line about the others is a notice itself, and takes a place.
        notices = [*_first(found, Severity.INFO, _SHOWN - 1)]
        chosen = [each for each in chosen if each.severity is not Severity.INFO] + notices
    lines = [_command(each) for each in chosen]
    if left := len(found) - len(chosen):
        lines.append(f"::notice title=Gallery Lens::{left} more, which GitHub would not show.")
    return "".join(f"{line}\n" for line in lines).encode()


def _first(found: Sequence[Diagnostic], severity: Severity, count: int) -> Iterator[Diagnostic]:
    return islice((each for each in found if each.severity is severity), count)


def _command(found: Diagnostic) -> str:
    named = {"title": f"{found.code} {found.name}"}
    if found.file:
        line = {"line": str(found.line)} if found.line else {}
        column = {"col": str(found.column)} if found.line and found.column else {}
        named = {"file": shown_path(found.file), **line, **column, **named}
    properties = ",".join(
        f"{name}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for name, value in named.items()
    )
    words = [visible(found.message)]
    if found.item_title:
        words.append(f'In "{visible(found.item_title)}", at {visible(found.pointer)}')
    if found.help:
        words.append(visible(found.help))
    message = _data("\n".join(words))
    return f"::{_KINDS[found.severity]} {properties}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def step_summary(found: Sequence[Diagnostic], summary: Summary, room: int) -> bytes:
    """Write a table of the findings in Markdown, worst first, in at most *room* bytes.

    What does not fit is counted below the table.
    """
    counted = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info"))
    counts = ", ".join(number(count, noun) for count, noun in counted if count)
    head = f"## Gallery Lens\n\n{counts}\n\n{_COLUMNS}" if counts else "## Gallery Lens\n\nNo findings.\n"
    rows = [head.encode()]
    left = room - len(rows[0])
    if left < _ROW:
        return b""
    ordered = sorted(found, key=lambda each: each.severity.rank)
    for index, each in enumerate(ordered):
        row = _table_row(each).encode()
        left -= len(row)
        if left < _ROW:
            rows.append(f"\n{len(ordered) - index} more are not shown.\n".encode())
            break
        rows.append(row)
    return b"".join(rows)


def _table_row(found: Diagnostic) -> str:
    file = shown_path(found.file) if found.file else ""
    place = ":".join(str(part) for part in (file, found.line, found.column) if part)
    cells = (
        found.severity.value,
        f"{found.code} {found.name}",
        place or visible(found.pointer),
        clipped(found.item_title or found.item_id or "", 80),
        visible(found.message),
    )
    return f"| {' | '.join(cell.translate(_MEANT) for cell in cells)} |\n"


REPORTER: Final = Reporter(
    whole=annotations,
    appendix=Appendix(variable="GITHUB_STEP_SUMMARY", write=step_summary, limit=_LIMIT),
)
