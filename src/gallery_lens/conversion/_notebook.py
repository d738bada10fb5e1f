"""The display of a result in a notebook: a sentence, the findings and the value, all text escaped."""

import html
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from gallery_lens.diagnostics import Diagnostic, Severity

#: How many findings are listed, and how many characters of the value are shown.
_FINDINGS: Final = 25
_CHARACTERS: Final = 4000

_COLOURS: Final = {Severity.ERROR: "#b3261e", Severity.WARNING: "#8a5300", Severity.INFO: "#33658a"}
_CELL: Final = 'style="text-align:left;vertical-align:top"'


def picture(title: str, summary: str, found: Iterable[Diagnostic], value: Any = None) -> str:
    """Return HTML of a result: its *title* and *summary*, what was *found*, and the *value* folded up."""
    findings = sorted(found, key=lambda each: each.severity.rank)
    parts = [f"<p><strong>{_escaped(title)}</strong> {_escaped(summary)}</p>"]
    if findings:
        parts.append(_table(findings[:_FINDINGS]))
    if len(findings) > _FINDINGS:
        parts.append(f"<p>and {len(findings) - _FINDINGS} more findings</p>")
    if value is not None:
        parts.append(f"<details><summary>value</summary><pre>{_escaped(_json(value))}</pre></details>")
    return f'<div class="gallery-lens">{"".join(parts)}</div>'


def counted(found: Counter[Severity]) -> str:
    """Return how many findings there are of each severity, worst first: ``1 error, 2 warnings``."""
    words = (
        f"{found[severity]} {severity.value}{'s' * (found[severity] > 1 and severity is not Severity.INFO)}"
        for severity in Severity
        if found[severity]
    )
    return ", ".join(words) or "no findings"


def _table(findings: list[Diagnostic]) -> str:
    heads = "".join(f"<th {_CELL}>{name}</th>" for name in ("severity", "code", "place", "message"))
    rows = "".join(map(_row, findings))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(found: Diagnostic) -> str:
    place = f"{found.line}: {found.pointer or '/'}" if found.line else found.pointer or "/"
    severity = f'<span style="color:{_COLOURS[found.severity]}">{_escaped(found.severity.value)}</span>'
    cells = (severity, _code(found), f"<code>{_escaped(place)}</code>", _escaped(found.message))
    return f"<tr>{''.join(f'<td {_CELL}>{cell}</td>' for cell in cells)}</tr>"


def _code(found: Diagnostic) -> str:
    name = _escaped(f"{found.code} {found.name}")
    if not found.url or urlsplit(found.url).scheme not in ("http", "https"):
        return name
    return f'<a href="{_escaped(found.url)}" rel="noopener">{name}</a>'


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}\n…"


def _escaped(text: str) -> str:
    """Return *text* for HTML: no markup, and nothing that an eye cannot see."""
    seen = "".join(each if each.isprintable() or each == "\n" else _spelled(each) for each in text)
    return html.escape(seen)


def _spelled(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
