"""Texts fixed until nothing is left: formatting, files of lines, encodings, and what never happens."""

import codecs
import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
from flawed import flawed
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.fixes import changed, edits, fix, fix_bytes, fix_lines, fix_text, propose
from gallery_lens.source_map import SourceMap
from layouts import laid_out

PICTURE = "wix:image://v1/ab.jpg/n.jpg#originWidth=4&originHeight=3"
FILM = "wix:video://v1/ab/n.mp4#posterUri=p.jpg&posterWidth=4&posterHeight=3"

Lint = Callable[[str], tuple[Diagnostic, ...]]


def lint_as(source: str = "auto", target: str = "frontend") -> Lint:
    """Say of a text what a conversion says of it."""
    return lambda text: gl.convert_text(text, source, target).diagnostics


LINT = lint_as()

BEFORE = f"""\
{{
    "name" : "Rivers", "totalItems": 12345678901234567890123,
    "items": [
        {{ "sortOrder": "5", "type": "IMAGE", "title": "caf\\u00e9 \\/ caf\u00e9",
          "link": {{
          }},
          "image": {{"imageInfo": "{PICTURE.replace("n.jpg", "a b.jpg")}"}} }},
        {{
            "image": {{"imageInfo": "{PICTURE}"}},
            "sortOrder": 5.0,    "link": {{"url": "data:,x"}}
        }}
    ]
}}
"""
AFTER = f"""\
{{
    "name" : "Rivers", "totalItems": 12345678901234567890123,
    "items": [
        {{ "sortOrder": 4, "type": "IMAGE", "title": "caf\\u00e9 \\/ caf\u00e9",
          "image": {{"imageInfo": "{PICTURE.replace("n.jpg", "a%20b.jpg")}"}} }},
        {{
            "image": {{"imageInfo": "{PICTURE}"}},
            "sortOrder": 5.0,    "link": {{"url": "data:,x"}},    "type": "IMAGE"
        }}
    ]
}}
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_formatting_stays(line_end: str, mark: str) -> None:
    """Whatever is odd about it: blanks, escapes, line ends, numbers of many digits."""
    text = mark + BEFORE.replace("\n", line_end)

    assert mark + AFTER.replace("\n", line_end) == fix_text(text, LINT)


def test_what_was_done_is_told() -> None:
    """In the order in which it was done."""
    made = fix(BEFORE, LINT).fixes

    assert [("O101", "O102"), ("L105",), ("M104",), ("S004",)] == [each.codes for each in made]


def test_unsafe_fixes_are_made_if_asked_for() -> None:
    """Two of one object take two rounds."""
    fixed = fix(BEFORE, LINT, unsafe=True)

    assert '"sortOrder": 5.0,    "type": "IMAGE"\n' in fixed.text
    assert ("X101",) in [each.codes for each in fixed.fixes]


@pytest.mark.parametrize("text", ["", "{", '{"a": 1,}', "[" * 300 + "]" * 300])
def test_what_is_no_json_is_left_alone(text: str) -> None:
    """Somebody has to look at it first."""
    assert text == fix_text(text, LINT)


def test_only_what_is_found_is_fixed() -> None:
    """Whoever ignores a rule keeps what it is about."""

    def without_sorting(text: str) -> list[Diagnostic]:
        return [found for found in LINT(text) if not found.code.startswith("O")]

    assert '"sortOrder": "5"' in fix_text(BEFORE, without_sorting)


def test_the_dialect_that_was_asked_for_is_the_one_that_is_fixed() -> None:
    """An item that could be anything is read as what it was called."""
    text = '{"title": "a", "link": ""}'

    assert '{"title": "a"}' == fix_text(text, lint_as("frontend", "velo"), source="frontend")


def test_a_finding_that_is_out_of_date_changes_nothing() -> None:
    """What is as it should be is not counted as fixed."""
    text = f'{{"type": "IMAGE", "image": {{"imageInfo": "{PICTURE}"}}}}'
    old = LINT(f'{{"image": {{"imageInfo": "{PICTURE}"}}}}')

    assert (text, ()) == (fix(text, lambda _: old).text, fix(text, lambda _: old).fixes)


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many rounds what is left stays."""
    monkeypatch.setattr("gallery_lens.fixes.rounds.ROUNDS", 1)

    assert '"link": {"url": "data:,x"},    "type": "IMAGE"' in fix_text(BEFORE, LINT, unsafe=True)


# ---------------------------------------------------------------- lines and bytes


LINES = f"""{{"image": {{"imageInfo": "{PICTURE}"}}}}

not json
{{"type":"VIDEO","video":{{"videoInfo":"{FILM}"}},"link":{{}},"sortOrder":"1"}}
"""
FIXED_LINES = f"""{{"image": {{"imageInfo": "{PICTURE}"}}, "type": "IMAGE"}}

not json
{{"type":"VIDEO","video":{{"videoInfo":"{FILM}"}},"sortOrder":1}}
"""


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_lines_are_fixed_one_by_one(end: str) -> None:
    """Line ends, blank lines, and those that cannot be read, stay as they are."""
    text = LINES.rstrip("\n") + end

    assert FIXED_LINES.rstrip("\n") + end == fix_lines(text, LINT).text


def test_what_was_done_to_lines_is_told() -> None:
    """Line by line."""
    assert [("S004",), ("L105",), ("O102",)] == [each.codes for each in fix_lines(LINES, LINT).fixes]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
@pytest.mark.parametrize(("before", "after", "lines"), [(BEFORE, AFTER, False), (LINES, FIXED_LINES, True)])
def test_a_file_stays_in_its_encoding(
    encoding: str, mark: bytes, before: str, after: str, lines: bool
) -> None:
    """With a byte order mark if it had one."""
    data, made = fix_bytes(mark + before.encode(encoding), LINT, lines=lines)

    assert mark + after.encode(encoding) == data
    assert made


def test_bytes_that_need_nothing_are_given_back() -> None:
    """The very same ones."""
    data = AFTER.encode()

    assert (data, ()) == fix_bytes(data, LINT)


# ---------------------------------------------------------------- laws

DOCUMENTS = flawed("velo", "rest", "frontend", "component")
SEEDS = st.integers(0, 2**32)
TARGETS = {"velo": "frontend", "rest": "component", "frontend": "velo", "component": "velo"}


def case_of(case: tuple[str, Any], seed: int) -> tuple[str, str, Lint]:
    """A dialect, the document in some layout, and what finds fault with it."""
    source, document = case
    return source, laid_out(document, Random(seed)), lint_as(source, TARGETS[source])


@given(DOCUMENTS, SEEDS)
def test_fixing_twice_changes_nothing(case: tuple[str, Any], seed: int) -> None:
    """All that can be fixed is fixed at once."""
    source, text, lint = case_of(case, seed)

    once = fix(text, lint, unsafe=True, source=source)

    assert once.text == fix_text(once.text, lint, unsafe=True, source=source)
    assert () == fix(once.text, lint, unsafe=True, source=source).fixes


@given(DOCUMENTS, SEEDS)
def test_the_text_says_what_the_changes_say(case: tuple[str, Any], seed: int) -> None:
    """After one round it is the document with the changes of those fixes that were made."""
    source, text, lint = case_of(case, seed)
    findings = iter([lint(text)])

    fixed = fix(text, lambda _: next(findings, ()), unsafe=True, source=source)

    changes = [change for each in fixed.fixes for change in each.changes]
    assert json.dumps(changed(json.loads(text), changes)) == json.dumps(json.loads(fixed.text))


@given(DOCUMENTS, SEEDS)
def test_what_is_proposed_is_done(case: tuple[str, Any], seed: int) -> None:
    """Nothing that could be fixed is left, and there is nothing to say that was not said before."""
    source, text, lint = case_of(case, seed)

    fixed = fix_text(text, lint, unsafe=True, source=source)

    assert () == propose(json.loads(fixed), lint(fixed), source=source)
    assert {each.code for each in lint(fixed)} <= {each.code for each in lint(text)}


@given(DOCUMENTS, SEEDS)
def test_every_proposal_can_be_made(case: tuple[str, Any], seed: int) -> None:
    """Each has edits, whatever the layout."""
    source, text, lint = case_of(case, seed)

    proposed = propose(json.loads(text), lint(text), source=source)

    assert all(edits(each, SourceMap(text), text) for each in proposed)
