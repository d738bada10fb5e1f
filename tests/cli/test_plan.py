"""``gallery-lens plan``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, Run
from gallery_lens import planning, schemas

Make = Callable[[str, Any], Path]
OLD = {"_id": "g", "items": [{**CLEAN, "_id": "a", "sortOrder": 1}, {**CLEAN, "_id": "b", "sortOrder": 2}]}
NEW = {"_id": "g", "items": [{**CLEAN, "_id": "b", "sortOrder": 2, "title": "Lake"}]}


@pytest.fixture
def both(make: Make) -> tuple[Path, Path]:
    """Two galleries in files."""
    return make("old.json", OLD), make("new.json", NEW)


def test_text(run: Run, both: tuple[Path, Path]) -> None:
    """Losses first; the status says that there is something to do."""
    ran = run("plan", *both)

    assert 3 == ran.code
    assert ran.out.startswith(b"What is lost")
    assert ran.out.endswith(b"Plan: 0 to create, 1 to change, 1 to delete.\n")
    assert b"\x1b[" in run("plan", *both, terminals="stdout").out
    assert b"\x1b[" not in run("plan", *both, "--color", "never", terminals="stdout").out


def test_nothing_to_do(run: Run, both: tuple[Path, Path]) -> None:
    """In every format."""
    assert (0, b"Nothing to do: CURRENT is what DESIRED says.\n") == (
        (ran := run("plan", both[0], both[0])).code,
        ran.out,
    )
    assert (0, b"[]\n") == ((ran := run("plan", both[0], both[0], "--format", "rest")).code, ran.out)
    assert 0 == run("plan", both[0], both[0], "--output-format", "velo").code


def test_rest(run: Run, both: tuple[Path, Path]) -> None:
    """Requests; a deletion has no body; what is lost is told beside them."""
    ran = run("plan", *both, "--output-format", "rest")

    root = "/progallery/v2/galleries/g/items"
    assert [
        {"method": "DELETE", "path": f"{root}/a"},
        {"method": "PATCH", "path": f"{root}/b", "body": {"item": {"title": "Lake"}}},
    ] == ran.data
    assert "I114" in ran.err
    assert "" == run("-q", "plan", *both, "--output-format", "rest").err


def test_json(run: Run, both: tuple[Path, Path], tmp_path: Path) -> None:
    """What the schema describes, in a file."""
    out = tmp_path / "plan.json"

    assert (3, b"") == ((ran := run("plan", *both, "--format", "json", "-o", out)).code, ran.out)
    assert schemas.validator("plan").is_valid(json.loads(out.read_bytes()))


def test_a_view(run: Run, make: Make, tmp_path: Path) -> None:
    """With its sidecar; an unedited one is nothing to do."""
    old, view, sidecar = make("old.json", OLD), tmp_path / "view.json", tmp_path / "kept.json"
    run("convert", old, "-o", view, "--sidecar", sidecar)

    assert 0 == run("plan", old, view, "--sidecar", sidecar).code
    view.write_text(json.dumps(json.loads(view.read_bytes())[::-1]))
    ran = run("plan", old, view, "--sidecar", sidecar, "--format", "rest")
    assert (3, ["PATCH"]) == (ran.code, [each["method"] for each in ran.data])


def test_standard_input_and_null(run: Run, both: tuple[Path, Path]) -> None:
    """One of them may be standard input, and null is not a gallery."""
    assert 3 == run("plan", "-", both[1], stdin=json.dumps(OLD).encode()).code
    assert [{"method": "DELETE", "path": "/progallery/v2/galleries/g"}] == run(
        "plan", both[0], "-", "--format", "rest", stdin=b"null"
    ).data


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps({**NEW, "_id": "other"}).encode(), "a plan is for one gallery"),
        (b'{"a": ', "is not JSON"),
        (b'"text"', "no gallery"),
        (json.dumps({"galleries": []}).encode(), ""),
    ],
)
def test_what_cannot_be_planned(run: Run, make: Make, tmp_path: Path, content: bytes, words: str) -> None:
    """One sentence on standard error, and no plan."""
    out = tmp_path / "plan.txt"

    ran = run("plan", make("old.json", OLD), make("bad.json", content), "-o", out)

    if words:
        assert (2, False) == (ran.code, out.exists())
    assert words in ran.err.replace("\n", " ")


def test_sidecars_that_do_not_belong(run: Run, both: tuple[Path, Path], make: Make) -> None:
    """They are named."""
    ran = run("plan", *both, "--sidecar", make("none.json", {}))

    assert 2 == ran.code
    assert "none.json: This is not a sidecar" in ran.err
    assert 2 == run("plan", *both, "--sidecar", both[0].with_name("missing.json")).code


def test_no_input_is_overwritten(run: Run, both: tuple[Path, Path]) -> None:
    """Neither of them."""
    assert 2 == run("plan", *both, "-o", both[1]).code
    assert 2 == run("plan", "-", "-").code
    assert NEW == json.loads(both[1].read_bytes())


def test_a_failure_of_our_own_is_no_plan(
    run: Run, both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its status is 2, for 3 means changes."""
    monkeypatch.setattr(planning, "plan", lambda *documents: 1 / 0)

    assert (2, b"") == ((ran := run("plan", *both)).code, ran.out)
    assert "itself failed" in ran.err
