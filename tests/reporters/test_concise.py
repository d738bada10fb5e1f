"""The concise report: one line a finding."""

import attrs
import pytest
from hypothesis import given

from findings import BARE, FOUND, SUMMARY, reports
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters import reporter


def line(found: Diagnostic) -> str:
    """Return the report of one finding, without its end."""
    return reporter("concise").report([found], SUMMARY).decode().removesuffix("\n")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, "wedding.json:3:7: L102 warning The text is dropped. [Grove \\ud83d]"),
        ({"column": None}, "wedding.json:3: L102 warning The text is dropped. [Grove \\ud83d]"),
        (
            {"line": None},
            "wedding.json#/items/0/link/text: L102 warning The text is dropped. [Grove \\ud83d]",
        ),
        ({"file": None}, "<document>:3:7: L102 warning The text is dropped. [Grove \\ud83d]"),
        ({"item_title": None}, "wedding.json:3:7: L102 warning The text is dropped. [i]"),
        ({"item_title": None, "item_id": None}, "wedding.json:3:7: L102 warning The text is dropped."),
        (
            {"item_title": "Night 😀" + "t" * 40, "message": "A\x1b[31m\nB"},
            f"wedding.json:3:7: L102 warning A\\x1b[31m\\nB [Night 😀{'t' * 30}...]",
        ),
    ],
)
def test_lines_say_what_is_known(parts: dict[str, object], expected: str) -> None:
    """Place, rule, words and item, each as far as it is known, and nothing that a terminal obeys."""
    assert expected == line(attrs.evolve(FOUND, **parts))


def test_nothing_known_is_a_line_too() -> None:
    """A finding about a document without a name."""
    assert "<document>: M101 error No picture." == line(BARE)


@given(found=reports())
def test_every_finding_is_one_line(found: list[Diagnostic]) -> None:
    """Whatever stands in titles, messages and names."""
    lines = reporter("concise").report(found, SUMMARY).decode()

    assert len(found) == lines.count("\n") == len(lines.splitlines())
