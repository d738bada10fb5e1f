"""Patterns for paths."""

import pytest

from gallery_lens.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.json", "a.json"),
        ("*.json", "deep/down/a.json"),
        ("drafts", "deep/drafts/a.json"),
        ("drafts/", "drafts/a.json"),
        ("./drafts/a.json", "drafts/a.json"),
        ("/a.json", "a.json"),
        ("drafts/*.json", "drafts/a.json"),
        ("drafts/old", "drafts/old/deep/a.json"),
        ("**/old/*.json", "old/a.json"),
        ("**/old/*.json", "x/y/old/a.json"),
        ("x/**/a.json", "x/a.json"),
        ("x/**", "x/y/a.json"),
        ("a?.[jJ]son", "a1.Json"),
        ("../other/*", "../other/a.json"),
    ],
)
def test_a_pattern_fits(pattern: str, path: str) -> None:
    """Names anywhere, paths from the start, folders with all that is in them."""
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.json", "b.json"),
        ("A.json", "a.json"),
        ("/a.json", "x/a.json"),
        ("drafts/*.json", "x/drafts/a.json"),
        ("drafts/*.json", "drafts/deep/a.json"),
        ("x/**/b.json", "x/y/a.json"),
        ("[z-a].json", "b.json"),
        ("x/y/z", "x/y"),
        ("", "a.json"),
    ],
)
def test_a_pattern_does_not_fit(pattern: str, path: str) -> None:
    """An asterisk ends at a slash, and what begins in a folder is not sought in others."""
    assert not matches(pattern, path)
