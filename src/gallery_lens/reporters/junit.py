"""The ``junit`` report: a suite for each file, a test for each finding, one that passes for a clean file."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters._reporter import Reporter
from gallery_lens.reporters.summary import Summary
from gallery_lens.reporters.unreadable import is_unreadable
from gallery_lens.reporters.visible import visible

_NAMELESS: Final = "<document>"


def _report(found: Sequence[Diagnostic], summary: Summary) -> bytes:
    files: dict[str, list[Diagnostic]] = {name: [] for name in summary.files}
    for each in found:
        files.setdefault(each.file or _NAMELESS, []).append(each)
    total = sum(len(each) or 1 for each in files.values())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="gallery-lens" {_counts(found, total)}>',
    ]
    for name, inside in files.items():
        lines += _suite(visible(name), inside)
    lines.append("</testsuites>")
    return "".join(f"{line}\n" for line in lines).encode()


def _suite(file: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    yield f'  <testsuite name="{escape(file)}" {_counts(found, len(found) or 1)}>'
    if not found:
        yield f'    <testcase classname="{escape(file)}" name="no findings"/>'
    for each in found:
        place = f"line {each.line}" if each.line else ""
        name = " ".join(part for part in (each.code, each.name, visible(each.pointer), place) if part)
        words = escape("\n".join(_words(file, each)))
        yield f'    <testcase classname="{escape(file)}" name="{escape(name)}">'
        if element := _element(each):
            message = escape(visible(each.message))
            yield f'      <{element} type="{each.severity.value}" message="{message}">{words}</{element}>'
        else:
            yield f"      <system-out>{words}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _element(found: Diagnostic) -> str | None:
    """Return the element of the finding in its test case; None for a notice, which passes."""
    if is_unreadable(found):
        return "error"
    return None if found.severity is Severity.INFO else "failure"


def _words(file: str, found: Diagnostic) -> Iterator[str]:
    yield ":".join(str(part) for part in (file, found.line, found.column) if part)
    if found.item_title or found.item_id:
        yield f"Item: {visible(found.item_title or found.item_id or '')}"
    yield visible(found.message)
    if found.help:
        yield f"Help: {visible(found.help)}"


def _counts(found: Sequence[Diagnostic], tests: int) -> str:
    elements = [_element(each) for each in found]
    return f'tests="{tests}" failures="{elements.count("failure")}" errors="{elements.count("error")}"'


REPORTER: Final = Reporter(whole=_report)
