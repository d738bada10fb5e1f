"""``rule`` and ``rules``: what the codes mean, for people and for programs."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command import Run
from gallery_lens import site
from gallery_lens.rules import RULES, all_rules, rule

KEYS = [
    *(
        "code",
        "name",
        "severity",
        "severityOffPage",
        "family",
        "loses",
        "fixable",
        "since",
        "summary",
        "explanation",
    ),
    *("message", "help", "bad", "good", "sources"),
]


@pytest.mark.parametrize("asked", ["L102", "l102", "link-text-dropped"])
def test_a_rule_is_explained(asked: str, run: Run) -> None:
    """By its code in any case, or by its name."""
    ran = run("rule", asked)
    words = " ".join(ran.out.decode().split())

    assert (0, "") == (ran.code, ran.err)
    assert words.startswith("L102 link-text-dropped warning, a value is lost, since 0.1.0")
    assert all(f" {heading} " in words for heading in ("Why it matters", "What to do", "Source"))
    assert " ".join(rule(asked).summary.replace("``", "`").split()) in words
    assert "Pages of Wix" in words
    assert all(address in words for _, address in rule(asked).sources)


def test_the_site_is_one_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is one, everything leads there; else to the command."""
    given = b'[{"type": "TEXT", "text": {"html": "<p>River</p>"}}]'
    lint = ("lint", "--format")

    def shown() -> tuple[str, ...]:
        site.page.cache_clear()
        made = [run(*lint, form, stdin=given).out.decode() for form in ("text", "json", "sarif")]
        return (*made, run("rule", "L101").out.decode())

    plain = shown()
    monkeypatch.setenv("GALLERY_LENS_SITE", "https://docs.example/lens/")
    linked = shown()
    monkeypatch.undo()
    site.page.cache_clear()

    page = "https://docs.example/lens/rules/L101-text-item-dropped/"
    assert all(page in text and "gallery-lens rule L101" not in text for text in linked)
    assert all("docs.example" not in text for text in plain)
    assert ["gallery-lens rule L101" in text for text in plain[:3]] == [True, False, True]
    assert {"url"} == {*json.loads(linked[1])["diagnostics"][-1]} - {*json.loads(plain[1])["diagnostics"][-1]}


def test_examples_are_shown_as_json(run: Run) -> None:
    """Those that are reported, and those that are not."""
    reported, passed_over = run("rule", "S007").out.decode().split("Not reported, velo to rest\n")[:2]

    _, *bad = reported.split("Reported, velo to rest\n")
    assert [each.document for each in rule("S007").bad] == [json.loads(text) for text in bad]
    assert rule("S007").good[0].document == json.loads(passed_over)


def test_a_text_is_shown_as_it_is(run: Run) -> None:
    """It may be no JSON at all, or show what its objects do not."""
    out = run("rule", "R004").out.decode()

    assert all(f"\n  {each.options['text']}\n" in out for each in rule("R004").bad)


def test_what_else_an_example_takes_is_shown(run: Run) -> None:
    """An edited view, or an option."""
    assert "\n  view: {" in run("rule", "L129").out.decode()


def test_long_examples_are_cut(run: Run) -> None:
    """A page of fifty items is more than anybody reads."""
    lines = run("rule", "I106").out.decode().splitlines()

    assert len(lines) < 260
    assert "  …" in lines


@pytest.mark.parametrize("columns", [40, 72, 100])
def test_prose_is_as_wide_as_the_terminal(columns: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are wrapped, none is cut."""
    monkeypatch.setenv("COLUMNS", str(columns))

    for arguments in (["rule", "M110"], ["rules"]):
        lines = run(*arguments, terminals="stdout").out.decode().split("Reported,")[0].splitlines()
        words = [line for line in lines if line.startswith("  ") and len(line.split()) > 3]
        assert columns - 20 < max(map(len, words)) <= columns


def test_colour_is_for_terminals(run: Run) -> None:
    """Headings stand out there, and the words are the same."""
    plain, styled = run("rule", "L102"), run("rule", "L102", terminals="stdout")

    assert b"\x1b" not in plain.out
    assert b"\x1b[1mWhy it matters\x1b[0m" in styled.out
    assert b"\x1b" in run("--color", "always", "rules").out
    assert b"\x1b" not in run("--color", "never", "rules", terminals="stdout").out


@pytest.mark.parametrize("name", RULES)
def test_programs_get_all_of_a_rule(name: str, run: Run) -> None:
    """As JSON, whose keys are always the same."""
    data = run("rule", name, "--output-format", "json").data

    assert list(data) == KEYS
    assert rule(name).to_dict() == data
    assert data["explanation"].startswith(data["summary"])


def test_examples_say_how_they_are_read() -> None:
    """A document, or a text; from where and to where; and what else is asked for."""
    assert {
        "source": "velo",
        "target": "rest",
        "text": '{"name": "Rivers", "label": "Rivers", "items": []}',
    } == rule("R004").to_dict()["good"][0]
    assert ["source", "target", "document"] == list(rule("X101").to_dict()["bad"][0])


def test_all_rules_are_listed(run: Run) -> None:
    """For people with code, name, severity and summary, family by family."""
    ran = run("rules")
    words = " ".join(ran.out.decode().split())

    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith(b"Identity and completeness\n  I101 id-not-guid (info)\n       The id of")
    assert [] == [
        each.code
        for each in all_rules()
        if f"{each.code} {each.name} ({each.severity.value}) {each.summary.replace('``', '`')}" not in words
    ]


def test_programs_get_the_list(run: Run) -> None:
    """In the order of the codes, on one line in a pipe and indented on a terminal."""
    ran = run("rules", "--output-format", "json")

    assert [each.to_dict() for each in all_rules()] == ran.data
    assert 1 == ran.out.count(b"\n")
    assert 1000 < run("rules", "--output-format", "json", terminals="stdout").out.count(b"\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rule", "link-text-droped"], "did you mean link-text-dropped?"),
        (["rule", "L1O2"], "did you mean L1"),
        (["rule", "water"], "codes look like L102"),
        (["rule"], "Missing argument 'CODE-OR-NAME'"),
        (["rule", "L102", "--output-format", "html"], "'html' is not one of"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], words: str, run: Run) -> None:
    """With what comes closest, on standard error."""
    ran = run(*arguments)

    assert (2, b"") == (ran.code, ran.out)
    assert words in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [["rule", "L102"], ["rules"], ["schema"], ["completion", "bash"], ["-V"], ["-h"], ["lint", "-h"]],
)
def test_output_that_cannot_be_written_is_told(arguments: list[Any]) -> None:
    """In one sentence, with the exit code for it."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "gallery_lens", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert 2 == ran.returncode
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.startswith(b"Error: ")
