"""What the command does where the program itself fails: one item less, and exit code 3."""

import json
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, VIEW, Run, ndjson
from gallery_lens import api
from gallery_lens.cli.lint import run as linting
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.lines.documents import Documents

CURSED: dict[str, Any] = {**CLEAN, "title": "Cursed"}


@pytest.fixture(autouse=True)
def _curse(monkeypatch: pytest.MonkeyPatch) -> None:
    structure = Dialect.structure

    def failing(self: Dialect, wire: Any) -> Any:
        if wire.get("title") == "Cursed":
            raise ZeroDivisionError
        return structure(self, wire)

    monkeypatch.setattr(Dialect, "structure", failing)
    # What is compiled lifts nothing.
    monkeypatch.setattr("gallery_lens.conversion.taking.ENOUGH", 10**9)
    monkeypatch.setattr(Documents, "look", lambda *_: None)


def _fail(*arguments: Any, **named: Any) -> Any:
    raise ZeroDivisionError


def _fail_for(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the conversion of one document, or line, fail as a whole."""
    convert = Documents.convert

    def failing(self: Documents, data: bytes, *more: Any, **named: Any) -> Any:
        return (_fail if data.strip() == text else convert)(self, data, *more, **named)

    monkeypatch.setattr(Documents, "convert", failing)


@pytest.mark.parametrize("options", [(), ("--fail-on", "never")])
@pytest.mark.parametrize("lines", [False, True])
def test_convert_leaves_the_item_out(run: Run, tmp_path: Path, options: tuple[str, ...], lines: bool) -> None:
    given, rejects, report = tmp_path / "in.json", tmp_path / "rejects", tmp_path / "report.jsonl"
    items = [CLEAN, CURSED, BROKEN, CLEAN]
    given.write_bytes(ndjson(*items) if lines else json.dumps(items).encode())
    form = ("--input-format", "ndjson") if lines else ()
    ran = run("convert", given, *form, "--rejects", rejects, "--report", report, *options)

    assert 3 == ran.code
    assert "R005 internal-error" in ran.err
    assert "please report it" in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert [VIEW, VIEW] == ([each for each in ran.lines if each] if lines else ran.data)
    kept = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [CURSED, BROKEN] == [each["item"] for each in kept]
    assert ["R005"] == kept[0]["codes"]
    assert "R005" in report.read_text()


def test_unreadable_input_is_worse(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(json.dumps([CURSED]).encode())
    (tmp_path / "b.json").write_bytes(b"{")

    assert 2 == run("convert", tmp_path / "a.json", tmp_path / "b.json", "-o", f"{tmp_path}/out/").code
    assert 2 == run("lint", tmp_path / "a.json", tmp_path / "b.json").code


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--exit-zero",),
        ("--fail-on", "never"),
        ("--ignore", "R005"),
        ("--ignore", "R"),
        ("--select", "L102"),
        ("--max-warnings", "9"),
    ],
)
def test_nothing_hides_it_from_lint(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    given = tmp_path / "in.json"
    given.write_bytes(json.dumps([CLEAN, CURSED]).encode())
    ran = run("lint", given, *options)

    assert 3 == ran.code
    assert b"R005 internal-error" in ran.out


def test_no_baseline_knows_it(run: Run, tmp_path: Path) -> None:
    given, baseline = tmp_path / "in.json", tmp_path / "baseline.json"
    given.write_bytes(json.dumps([CLEAN, CURSED]).encode())
    run("lint", given, "--write-baseline", baseline)
    ran = run("lint", given, "--baseline", baseline)

    assert (3, True) == (ran.code, b"R005" in ran.out)


def test_a_file_costs_no_other_in_lint(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = api.lint_text
    monkeypatch.setattr(
        api,
        "lint_text",
        lambda data, *rest, **named: (_fail if b"Cursed" in data else lint)(data, *rest, **named),
    )
    for name, item in (("a", CLEAN), ("b", CURSED), ("c", {**CLEAN, "link": {"text": "x"}})):
        (tmp_path / f"{name}.json").write_bytes(json.dumps(item).encode())
    ran = run("lint", tmp_path, "--output-format", "jsonl")

    assert 3 == ran.code
    assert ["b.json", "c.json"] == sorted({Path(each["file"]).name for each in ran.lines})


def test_a_document_as_a_whole_is_kept(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written for it; the other inputs are."""
    _fail_for(b'{"x": 1}', monkeypatch)
    (tmp_path / "a.json").write_bytes(b'{"x": 1}')
    (tmp_path / "b.json").write_bytes(json.dumps([CLEAN]).encode())
    out, rejects = tmp_path / "out", tmp_path / "rejects"
    ran = run("convert", tmp_path / "a.json", tmp_path / "b.json", "-o", f"{out}/", "--rejects", rejects)

    assert 3 == ran.code
    assert ["b.json"] == [path.name for path in out.iterdir()]
    assert '{"x": 1}' == json.loads(rejects.read_text())["item"]


def test_a_line_costs_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_for(b"1", monkeypatch)
    ran = run("convert", "--input-format", "ndjson", stdin=ndjson(CLEAN, 1, CLEAN))

    assert (3, [VIEW, None, VIEW]) == (ran.code, ran.lines)


def test_restore_leaves_what_it_cannot_put_back(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, view, sidecar = tmp_path / "in.json", tmp_path / "view.json", tmp_path / "sidecar.json"
    given.write_bytes(json.dumps([CLEAN]).encode())
    run("convert", given, "-o", view, "--sidecar", sidecar)
    monkeypatch.setattr("gallery_lens.lens.restore", _fail)
    ran = run("restore", view, "--sidecar", sidecar, "-o", tmp_path / "out.json")

    assert (3, False) == (ran.code, (tmp_path / "out.json").exists())
    assert "R005" in ran.err


def test_the_rest_of_the_program(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails outside of any input is one sentence, too."""
    monkeypatch.setattr(linting, "SettingsResolver", _fail)
    ran = run("lint", stdin=b"[]")

    assert 3 == ran.code
    assert ran.err.startswith("Error: Gallery Lens itself failed here (ZeroDivisionError")
    assert 1 == len(ran.err.splitlines())


@pytest.mark.parametrize("cursed", [0, 1])
def test_a_plan_is_never_made_without_an_item(run: Run, tmp_path: Path, cursed: int) -> None:
    """It would delete the item, or leave it out; with 3 meaning changes, the exit code is 2."""
    galleries = [{"_id": "g", "name": "n", "items": [{**item, "_id": "1"}]} for item in (CLEAN, CLEAN)]
    galleries[cursed]["items"][0]["title"] = "Cursed"
    for name, gallery in zip("ab", galleries, strict=True):
        (tmp_path / f"{name}.json").write_bytes(json.dumps(gallery).encode())
    ran = run("plan", tmp_path / "a.json", tmp_path / "b.json", "--output-format", "rest")

    assert (2, b"") == (ran.code, ran.out)
    assert "please report it" in ran.err
