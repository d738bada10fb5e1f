"""``gallery-lens lint``: what its reports for programs say beyond the findings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, LINKED, TEXT, Ran, Run, ndjson

Make = Callable[[str, Any], Path]

LOOSE = b'\xef\xbb\xbf{"name": "\xf0\x9f\x8c\x8a", "items": [\r\n  {"type": "TEXT", "sortOrder": "5",\r\n'
BEFORE = LOOSE + b'   "text": {"html": "a"}}\r\n]}'
AFTER = BEFORE.replace(b'"5"', b"5")
#: A video of a page whose type a fix writes for a backend, which changes what is shown.
UNTYPED = {"src": "wix:video://v1/4d2a9c/tide.mp4", "title": "Tide"}
AS_PAGE = ("--from", "frontend", "--to", "velo")


def sarif(ran: Ran) -> Any:
    """Return the only run of a SARIF report."""
    (only,) = ran.data["runs"]
    return only


def fixes(ran: Ran) -> list[Any]:
    """Return all fixes that a SARIF report offers."""
    return [fix for result in sarif(ran)["results"] for fix in result.get("fixes", ())]


def made(fix: Any, text: str) -> str:
    """Return *text* with a fix of a SARIF report made."""
    (change,) = fix["artifactChanges"]
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for each in reversed(change["replacements"]):
        region, inserted = each["deletedRegion"], each.get("insertedContent", {"text": ""})["text"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + inserted + text[end:]
    return text


class TestSarif:
    """Everything there is to know."""

    def test_fixes_are_those_that_fix_makes(self, run: Run, make: Make) -> None:
        """In lines and columns of the file, of which a byte order mark is no part."""
        path = make("a.json", BEFORE)

        (fix,) = fixes(run("lint", path, "--from", "velo", "--to", "velo", "--output-format", "sarif"))

        assert "Write 5 as a number." == fix["description"]["text"]
        assert AFTER.decode("utf-8-sig") == made(fix, BEFORE.decode("utf-8-sig"))

    def test_fixes_of_a_line_stand_in_the_file(self, run: Run, make: Make) -> None:
        """And not in the line alone."""
        text = ndjson(CLEAN, {**TEXT, "sortOrder": "7"}).replace(b"\n{", b"\n\n  {")
        path = make("a.ndjson", text)

        (fix,) = fixes(run("lint", path, "--from", "velo", "--to", "velo", "--output-format", "sarif"))

        assert text.replace(b'"7"', b"7").decode() == made(fix, text.decode())

    def test_one_fix_of_many_findings_is_offered_once(self, run: Run) -> None:
        """With the first of them."""
        given = json.dumps([{**CLEAN, "sortOrder": 1}] * 4).encode()

        ran = run("lint", "--to", "velo", "--output-format", "sarif", stdin=given)

        offered = ["fixes" in each for each in sarif(ran)["results"] if each["ruleId"] == "O101"]
        assert [True, False, False] == offered

    def test_what_changes_the_gallery_says_so(self, run: Run) -> None:
        """Whoever clicks on it sees what --unsafe-fixes stands for."""
        ran = run("lint", *AS_PAGE, "--output-format", "sarif", stdin=json.dumps([UNTYPED]).encode())

        assert ["Write the type, video. This changes what the gallery shows."] == [
            fix["description"]["text"] for fix in fixes(ran)
        ]

    def test_what_is_not_wanted_is_not_offered(self, run: Run) -> None:
        """A fix belongs to a finding."""
        given = json.dumps([UNTYPED]).encode()

        ran = run("lint", *AS_PAGE, "--output-format", "sarif", "--ignore", "S", stdin=given)

        assert [] == fixes(ran)

    @pytest.mark.parametrize(
        ("given", "code"), [(json.dumps([CLEAN]), 0), (json.dumps([LINKED]), 1), ("[", 2)]
    )
    def test_the_exit_code_is_told(self, run: Run, given: str, code: int) -> None:
        """And whether everything could be read."""
        ran = run("lint", "--output-format", "sarif", "--from", "velo", stdin=given.encode())

        (invocation,) = sarif(ran)["invocations"]
        assert (ran.code, code) == (code, invocation["exitCode"])
        assert (code != 2) == invocation["executionSuccessful"]

    def test_people_are_told_in_a_line_or_two(self, run: Run) -> None:
        """As with every other report."""
        ran = run("lint", "--output-format", "sarif", "--from", "velo", stdin=json.dumps([LINKED]).encode())

        assert "Found 1 warning in 1 file with 1 item.\nExplain a code: gallery-lens rule L102\n" == ran.err


def test_github_gets_its_summary(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotations are printed, and a table is appended to what the job has to say."""
    path = make("summary.md", b"# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))

    ran = run("lint", "--output-format", "github", "--from", "velo", stdin=json.dumps([LINKED] * 12).encode())

    assert 10 == ran.out.count(b"::warning ")
    head, table = path.read_text("utf-8").split("## Gallery Lens\n")
    assert ("# Before\n", 12) == (head, table.count("L102 link-text-dropped"))
