"""JSON as a block of a page, with the lines marked that something bad is said about."""

import json
from collections.abc import Iterable

from docutils import nodes

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.source_map import SourceMap


def titled(title: str, text: str, findings: Iterable[Diagnostic] = ()) -> nodes.Node:
    """Return *text* below a title, with the lines marked that *findings* other than infos point to."""
    heading = nodes.paragraph("", title, classes=["gallery-lens-side-title"])
    return nodes.container("", heading, _block(text, findings), classes=["gallery-lens-side"])


def _block(text: str, findings: Iterable[Diagnostic]) -> nodes.Node:
    language = "json" if _is_plain(text) else "text"
    block = nodes.literal_block(text, text, language=language)
    if language == "json" and (lines := _marked(text, findings)):
        block["highlight_args"] = {"hl_lines": lines}
    return block


def _is_plain(text: str) -> bool:
    """Return whether *text* is JSON without NaN and the like: the highlighter complains about all else."""
    try:
        json.loads(text, parse_constant=int)
    except ValueError:
        return False
    return True


def _marked(text: str, findings: Iterable[Diagnostic]) -> list[int]:
    places, lines = SourceMap(text), set[int]()
    for found in findings:
        span = None if found.severity is Severity.INFO else places.at(found.pointer)
        if span:
            ends = (places.line_column(span.start)[0], places.line_column(span.end - 1)[0])
            lines |= set(range(ends[0], ends[1] + 1))
    return sorted(lines)
