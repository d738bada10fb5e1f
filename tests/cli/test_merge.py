"""``gallery-lens merge``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, Run, ndjson

Make = Callable[[str, Any], Path]
ONE = {"name": "Rivers", "items": [{**CLEAN, "_id": "a", "sortOrder": 1}]}
TWO = {"items": [{**CLEAN, "_id": "b", "sortOrder": 0}]}
BOTH = {"name": "Rivers", "items": [*TWO["items"], *ONE["items"]]}


@pytest.fixture
def pages(make: Make) -> tuple[Path, Path]:
    """Two pages in files."""
    return make("one.json", ONE), make("two.json", TWO)


def test_files(run: Run, pages: tuple[Path, Path]) -> None:
    """One document on standard output."""
    ran = run("merge", *pages)

    assert (0, BOTH) == (ran.code, ran.data)
    assert "Merged 2 items of 2 pages.\n" == ran.err


@pytest.mark.parametrize("stdin", [json.dumps([ONE, TWO]).encode(), json.dumps([TWO, ONE]).encode()])
def test_one_list_of_pages(run: Run, stdin: bytes) -> None:
    """On standard input."""
    assert BOTH == run("merge", stdin=stdin).data


def test_a_page_a_line(run: Run, make: Make) -> None:
    """Findings name the line, and point into its value."""
    path = make("pages.ndjson", ndjson({**ONE, "totalItems": 3}, TWO))

    ran = run("merge", path, "--report", "-", "-o", path.with_name("out.json"), "--fail-on", "warning")

    assert 1 == ran.code
    (found,) = ran.data["diagnostics"]
    assert (1, "/totalItems", str(path)) == (found["line"], found["pointer"], found["file"])
    assert 2 == ran.data["summary"]["items"]


def test_a_file_is_written_whole_or_not_at_all(run: Run, pages: tuple[Path, Path], tmp_path: Path) -> None:
    """A page that cannot be read leaves what was there."""
    out = tmp_path / "out.json"
    out.write_text("old")

    ran = run("merge", *pages, tmp_path / "three.json", "-o", out)

    assert (2, "old") == (ran.code, out.read_text())
    assert "three.json: error R007 unreadable-input" in ran.err


def test_a_page_is_never_overwritten(run: Run, pages: tuple[Path, Path]) -> None:
    """Whatever the page is called."""
    ran = run("merge", *pages, "-o", pages[0].parent / "." / "one.json")

    assert 2 == ran.code
    assert "would overwrite the input" in ran.err


@pytest.mark.parametrize(
    "options",
    [("-o", "FOLDER"), ("--report", "one.json"), ("-o", "x.json", "--report", "x.json")],
)
def test_outputs_that_make_no_sense(run: Run, pages: tuple[Path, Path], options: tuple[str, ...]) -> None:
    """They are refused before anything is written."""
    folder = pages[0].parent
    named = [each if each.startswith("-") else folder / each.replace("FOLDER", "") for each in options]

    assert (2, b"") == ((ran := run("merge", *pages, *named)).code, ran.out)


def test_two_galleries(run: Run, make: Make) -> None:
    """The sentence names both, and nothing is written."""
    ran = run("merge", make("a.json", {**ONE, "_id": "a"}), make("b.json", {**ONE, "_id": "b"}))

    assert (2, b"") == (ran.code, ran.out)
    assert "The pages belong to different galleries (a and b)" in ran.err


def test_a_page_is_named_by_its_file(run: Run, pages: tuple[Path, Path], make: Make) -> None:
    """Where it is not a page."""
    bad = make("bad.ndjson", ndjson(ONE, {"title": "no"}))

    assert f"{bad}:2 is not a page" in run("merge", *pages, bad).err.replace("\n", " ")
