"""``convert --text-items extract --extract FILE``: what a page shows beside its gallery."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, TEXT, VIEW, Run, ndjson
from gallery_lens import schemas

Make = Callable[[str, Any], Path]

ROW = {"afterSlug": None, "html": "<p>Words</p>", "plainText": "Words", "css": None, "title": "Words"}
LINK = {"slug": None, "linkText": "Walks", "link": "https://river.example"}
EXTRACT = ("convert", "--text-items", "extract", "--extract")

needs_library = pytest.mark.usefixtures("library")


@pytest.fixture
def library() -> None:
    """What reads HTML."""
    pytest.importorskip("selectolax", reason="the extra named extract is not installed")


def rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@needs_library
def test_texts_go_to_a_file_of_their_own(run: Run, make: Make, tmp_path: Path) -> None:
    """One line a text, the data without them, and the warning all the same."""
    path = tmp_path / "texts.ndjson"

    ran = run(*EXTRACT, path, "--from", "velo", make("a.json", [TEXT, CLEAN, LINKED]))

    assert [ROW, LINK] == rows(path)
    assert 2 == len(ran.data)
    assert "text-item-dropped" in ran.err
    assert 0 == ran.code


@needs_library
def test_rows_fit_their_schema(run: Run, make: Make, tmp_path: Path) -> None:
    """Every line is what the schema describes."""
    path = tmp_path / "texts.ndjson"

    run(*EXTRACT, path, make("a.json", [TEXT, LINKED, {**CLEAN, "description": "é" * 101}]))

    assert 3 == len(rows(path))
    assert [] == [error for row in rows(path) for error in schemas.validator("extract").iter_errors(row)]


@needs_library
def test_several_inputs_share_the_file(run: Run, make: Make, tmp_path: Path) -> None:
    """The rows of several inputs, and of several lines, follow each other."""
    path = tmp_path / "texts.ndjson"

    run(*EXTRACT, path, make("a.ndjson", ndjson(TEXT, [TEXT])), make("b.ndjson", ndjson(TEXT)))

    assert [ROW] * 3 == rows(path)


@needs_library
def test_nothing_to_extract_gives_an_empty_file(run: Run, make: Make, tmp_path: Path) -> None:
    """Who asks for the file gets it."""
    path = tmp_path / "texts.ndjson"

    ran = run(*EXTRACT, path, make("a.json", CLEAN))

    assert b"" == path.read_bytes()
    assert VIEW == ran.data


@needs_library
def test_strict_withholds_extracts_with_the_data(run: Run, make: Make, tmp_path: Path) -> None:
    """Extracts are data: on failure none are written."""
    path = tmp_path / "texts.ndjson"

    ran = run(*EXTRACT, path, "--strict", make("a.json", [TEXT, BROKEN]))

    assert (1, b"") == (ran.code, ran.out)
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--extract", "texts.ndjson"], "add --text-items extract"),
        (["--extract", "texts.ndjson", "--text-items", "drop"], "add --text-items extract"),
        (["--text-items", "extract"], "needs an --extract FILE"),
        (["--text-items", "extract", "--extract", "-"], "would be mixed with the data"),
    ],
)
def test_options_that_make_no_sense_alone(run: Run, make: Make, arguments: list[str], sentence: str) -> None:
    """Each of the two options needs the other, and the file is not the data's."""
    ran = run("convert", *arguments, make("a.json", CLEAN))

    assert 2 == ran.code
    assert sentence in " ".join(ran.err.split())


def test_a_missing_library_is_named(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library one sentence says what to install, and nothing is written."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    path = tmp_path / "texts.ndjson"

    ran = run(*EXTRACT, path, make("a.json", CLEAN))

    assert (2, b"") == (ran.code, ran.out)
    assert 'pip install "gallery-lens[extract]"' in " ".join(ran.err.split())
    assert not path.exists()
