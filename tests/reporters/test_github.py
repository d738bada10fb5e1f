"""Annotations and the step summary of GitHub."""

import re
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from findings import BARE, FOUND, SUMMARY, reports
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import Summary, reporter, summarize
from gallery_lens.reporters.github import step_summary
from gallery_lens.reporters.visible import visible

NOTICE = attrs.evolve(FOUND, severity=Severity.INFO)
EMPTY = summarize([])


def commands(*found: Diagnostic) -> list[tuple[str, dict[str, str], str]]:
    """Return the report as the runner reads it: kind, properties and message of each line."""
    lines = reporter("github").report(found, SUMMARY).decode().split("\n")
    assert "" == lines.pop()
    return [_read(line) for line in lines]


def _read(line: str) -> tuple[str, dict[str, str], str]:
    kind, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
    pairs = (each.split("=", 1) for each in properties.split(","))
    return kind, {name: _unescaped(value) for name, value in pairs}, _unescaped(message)


def _unescaped(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_an_annotation_says_place_rule_words_and_item() -> None:
    """What is shown beside the line."""
    assert [
        (
            "warning",
            {"file": "wedding.json", "line": "3", "col": "7", "title": "L102 link-text-dropped"},
            'The text is dropped.\nIn "Grove \\ud83d", at /items/0/link/text\nSay it elsewhere.',
        )
    ] == commands(FOUND)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"column": None}, {"file", "line", "title"}),
        ({"line": None}, {"file", "title"}),
        ({"file": None}, {"title"}),
    ],
)
def test_places_say_what_is_known(parts: dict[str, Any], expected: set[str]) -> None:
    """A column needs a line, and a line a file."""
    ((_, properties, _),) = commands(attrs.evolve(FOUND, **parts))

    assert expected == set(properties)


def test_a_bare_finding_is_an_annotation() -> None:
    """Of the run, as there is no file."""
    assert [("error", {"title": "M101 media-missing"}, "No picture.")] == commands(BARE)


def test_what_the_runner_would_obey_is_escaped() -> None:
    """Separators in names, line ends in messages, and percent signs in both."""
    odd = attrs.evolve(BARE, file="a,b:c%3A=.json", message="100%0A\n::error::x\r, : \x1b[31m")

    assert b"::error file=a%2Cb%3Ac%253A=.json,title=M101 media-missing::100%250A\\n::error::x\\r, : " + (
        b"\\x1b[31m\n"
    ) == reporter("github").report([odd], SUMMARY)


@given(found=reports())
def test_every_line_is_a_command(found: list[Diagnostic]) -> None:
    """Whatever stands in titles, messages and names, it comes out as it is shown elsewhere."""
    written = commands(*found)
    worst_first = sorted(found, key=lambda each: each.severity.rank)

    assert [visible(each.message) for each in worst_first] == [text.split("\n")[0] for _, _, text in written]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((10, 10, 10), (10, 10, 10, None)),
        ((11, 0, 0), (10, 0, 1, 1)),
        ((0, 12, 3), (0, 10, 4, 2)),
        ((12, 0, 10), (10, 0, 10, 3)),
        ((0, 0, 11), (0, 0, 10, 2)),
        ((0, 0, 0), (0, 0, 0, None)),
    ],
)
def test_ten_of_each_kind_are_shown_and_the_others_counted(
    counts: Sequence[int], expected: tuple[int, int, int, int | None]
) -> None:
    """GitHub would drop the others, and the line that counts them if it were an eleventh notice."""
    found = [
        attrs.evolve(FOUND, severity=severity)
        for severity, count in zip(Severity, counts, strict=True)
        for _ in range(count)
    ]
    written = commands(*reversed(found))
    kinds = [kind for kind, _, _ in written]

    more = re.match(r"(\d+) more", written[-1][2]) if written else None
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)
    assert expected == (
        *(kinds.count(kind) for kind in ("error", "warning", "notice")),
        int(more[1]) if more else None,
    )


class TestStepSummary:
    """A table in Markdown."""

    def test_it_counts_and_lists_the_findings(self) -> None:
        """Worst first."""
        written = step_summary([FOUND, BARE], SUMMARY, 10**6).decode()

        assert (
            "## Gallery Lens\n\n1 error, 1 warning\n\n"
            "| severity | rule | where | item | what |\n|---|---|---|---|---|\n"
            "| error | M101 media-missing |  |  | No picture. |\n"
            "| warning | L102 link-text-dropped | wedding.json&#58;3&#58;7 | Grove &#92;ud83d |"
            " The text is dropped. |\n"
        ) == written

    def test_nothing_found_is_said(self) -> None:
        """A green run has a summary, too."""
        assert b"## Gallery Lens\n\nNo findings.\n" == step_summary([], EMPTY, 10**6)

    def test_without_a_line_the_pointer_is_the_place(self) -> None:
        """Findings of the library know no file."""
        found = attrs.evolve(FOUND, file=None, line=None, column=None)

        assert b"| /items/0/link/text |" in step_summary([found], SUMMARY, 10**6)

    @given(found=reports().filter(bool))
    def test_words_stay_words(self, found: list[Diagnostic]) -> None:
        """No title makes a link, a picture, a tag or another column."""
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(
            step_summary(found, SUMMARY, 10**6).decode()
        )
        inline = [child for token in tokens for child in token.children or ()]

        assert len(found) + 1 == sum(token.type == "tr_open" for token in tokens)
        assert 5 * len(found) == sum(token.type == "td_open" for token in tokens)
        assert {"text", "text_special"} >= {child.type for child in inline}
        assert not any(token.type == "html_block" for token in tokens)

    @given(found=reports(), room=st.integers(0, 3000))
    def test_it_fits(self, found: list[Diagnostic], room: int) -> None:
        """GitHub shows nothing of a summary that is too long; what is left out is counted."""
        written = step_summary(found, Summary(**_counted(found)), room).decode()

        rows = written.count("\n| error") + written.count("\n| warning") + written.count("\n| info")
        more = re.search(r"^(\d+) more are not shown\.$", written, re.MULTILINE)
        assert len(written.encode()) <= room
        assert not written or len(found) == rows + (int(more[1]) if more else 0)


def _counted(found: Sequence[Diagnostic]) -> dict[str, Any]:
    counts = [sum(each.severity is severity for each in found) for severity in Severity]
    return {
        "items": 0, "converted": 0, "rejected": 0, "lossless": False,
        "errors": counts[0], "warnings": counts[1], "infos": counts[2],
    }  # fmt: skip
