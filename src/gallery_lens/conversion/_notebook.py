"""The display of a result in a notebook: a sentence, the findings and the value, all text escaped."""

import html
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from gallery_lens.diagnostics import Diagnostic, Severity

#: How many findings of one code are listed, how many codes, and how many characters of the value are shown.
_FINDINGS: Final = 3
_CODES: Final = 12
_CHARACTERS: Final = 4000

#: White text on these can be read on light pages and on dark ones.
_COLOURS: Final = {Severity.ERROR: "#b3261e", Severity.WARNING: "#8a5300", Severity.INFO: "#33658a"}
_BADGE: Final = "color:#fff;border-radius:3px;padding:1px 5px;background:"
_CELL: Final = 'style="text-align:left;vertical-align:top"'
_WORDS: Final = 'style="text-align:left;vertical-align:top;white-space:nowrap"'


def picture(title: str, summary: str, found: Iterable[Diagnostic], value: Any = None) -> str:
    """Return HTML of a result: its *title* and *summary*, what was *found*, and the *value* folded up.

    The first findings of each code are listed, worst first, and the others counted.
    """
    by_code: dict[str, list[Diagnostic]] = {}
    for each in sorted(found, key=lambda each: each.severity.rank):
        by_code.setdefault(each.code, []).append(each)
    codes = list(by_code.values())
    parts = [f"<p><strong>{_escaped(title)}</strong> {_escaped(summary)}</p>"]
    if codes:
        heads = "".join(f"<th {_CELL}>{name}</th>" for name in ("severity", "code", "place", "message"))
        rows = "".join(map(_rows, codes[:_CODES]))
        head = f"<thead><tr>{heads}</tr></thead>"
        parts.append(f'<table style="margin-left:0">{head}<tbody>{rows}</tbody></table>')
    if more := sum(map(len, codes[_CODES:])):
        parts.append(f"<p>and {more} more of {len(codes) - _CODES} other codes</p>")
    if value is not None:
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        text = text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}\n…"
        parts.append(f"<details><summary>value</summary><pre>{_escaped(text)}</pre></details>")
    return f'<div class="gallery-lens">{"".join(parts)}</div>'


def counted(found: Counter[Severity]) -> str:
    """Return how many findings there are of each severity, worst first: ``1 error, 2 warnings``."""
    words = (
        f"{found[severity]} {severity.value}{'s' * (found[severity] > 1)}"
        for severity in Severity
        if found[severity]
    )
    return ", ".join(words) or "no findings"


def _rows(same: list[Diagnostic]) -> str:
    """Return the rows of one code."""
    listed = "".join(map(_row, same[:_FINDINGS]))
    if len(same) <= _FINDINGS:
        return listed
    more = f"and {len(same) - _FINDINGS:,} more like these"
    return f"{listed}<tr>{f'<td {_CELL}></td>' * 3}<td {_CELL}>{more}</td></tr>"


def _row(found: Diagnostic) -> str:
    place = f"{found.line}: {found.pointer or '/'}" if found.line else found.pointer or "/"
    badge = f'<span style="{_BADGE}{_COLOURS[found.severity]}">{_escaped(found.severity.value)}</span>'
    code = _escaped(f"{found.code} {found.name}")
    if found.url and urlsplit(found.url).scheme in ("http", "https"):
        code = f'<a href="{_escaped(found.url)}" rel="noopener">{code}</a>'
    words = "".join(f"<td {_WORDS}>{each}</td>" for each in (badge, code))
    texts = (f"<code>{_escaped(place)}</code>", _escaped(found.message))
    return f"<tr>{words}{''.join(f'<td {_CELL}>{each}</td>' for each in texts)}</tr>"


def _escaped(text: str) -> str:
    """Return *text* for HTML: no markup, and nothing that an eye cannot see."""
    seen = "".join(
        each if each.isprintable() or each == "\n" else each.encode("unicode_escape").decode("ascii")
        for each in text
    )
    return html.escape(seen)
