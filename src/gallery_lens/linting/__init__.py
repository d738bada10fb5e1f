"""Findings about documents and texts that nobody converts: with lines, columns, and no value."""

from gallery_lens.linting.examining import LintResult, Start, lint, lint_text

__all__ = ["LintResult", "Start", "lint", "lint_text"]
