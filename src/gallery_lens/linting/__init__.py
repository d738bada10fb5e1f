"""Findings about documents and texts that nobody converts: with lines, columns, and no value."""

from gallery_lens.linting.around_finding import AroundFinding
from gallery_lens.linting.entries import Entry, codes, tallied, told, without_infos
from gallery_lens.linting.examining import LintResult, Start, lint, lint_text
from gallery_lens.linting.item_findings import ItemFindings
from gallery_lens.linting.list_findings import ListFindings

__all__ = [
    "AroundFinding",
    "Entry",
    "ItemFindings",
    "LintResult",
    "ListFindings",
    "Start",
    "codes",
    "lint",
    "lint_text",
    "tallied",
    "told",
    "without_infos",
]
