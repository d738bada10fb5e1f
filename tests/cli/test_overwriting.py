"""No output replaces an input, and no two outputs are one file, by whatever names."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, LINKED, Run

Alias = Callable[[Path], Path]

GIVEN = json.dumps([LINKED]).encode()


def _itself(path: Path) -> Path:
    return path


def _spelt(path: Path) -> Path:
    return path.parent / "." / ".." / path.parent.name / path.name


def _linked(path: Path) -> Path:
    link = path.with_name("link.json")
    link.symlink_to(path.name)
    return link


def _hard(path: Path) -> Path:
    link = path.with_name("hard.json")
    os.link(path, link)
    return link


def _through_a_folder(path: Path) -> Path:
    folder = path.parent.parent / f"{path.parent.name}-link"
    folder.symlink_to(path.parent.name)
    return folder / path.name


every_alias = pytest.mark.parametrize("alias", [_itself, _spelt, _linked, _hard, _through_a_folder])


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "galleries" / "a.json"
    path.parent.mkdir()
    path.write_bytes(GIVEN)
    return path


@every_alias
@pytest.mark.parametrize(
    ("option", "more"),
    [
        ("-o", ()),
        ("--report", ()),
        ("--rejects", ()),
        ("--ledger", ()),
        ("--sidecar", ()),
        ("--extract", ("--text-items", "extract")),
    ],
)
def test_convert_spares_its_input(
    run: Run, given: Path, alias: Alias, option: str, more: tuple[str, ...]
) -> None:
    """The reproduction: ``convert X -o X`` left the lossy view where the export had been."""
    ran = run("convert", given, option, alias(given), *more)

    assert (2, GIVEN) == (ran.code, given.read_bytes())
    assert f"{option} would overwrite the input {given}." in " ".join(ran.err.split())


@pytest.mark.parametrize("option", ["--report", "--rejects", "--ledger", "--sidecar"])
@every_alias
def test_two_outputs_are_two_files(run: Run, given: Path, alias: Alias, option: str) -> None:
    """Not even where the file is there already, under two names."""
    out = given.with_name("out.json")
    out.write_bytes(b"old")
    ran = run("convert", given, "-o", out, option, alias(out))

    assert (2, b"old") == (ran.code, out.read_bytes())
    assert "would both be written to" in ran.err


def test_a_new_file_under_two_spellings(run: Run, given: Path) -> None:
    """It need not be there to be one."""
    out = given.with_name("out.json")
    ran = run("convert", given, "-o", out, "--report", _spelt(out))

    assert (2, [given]) == (ran.code, list(given.parent.iterdir()))


@pytest.mark.parametrize("folder", ["galleries", "link"])
def test_a_folder_of_outputs_is_not_that_of_the_inputs(
    run: Run, given: Path, tmp_path: Path, folder: str
) -> None:
    """``-o DIR/`` with the folder that the inputs are in, too."""
    (tmp_path / "link").symlink_to("galleries")
    other = given.with_name("b.json")
    other.write_bytes(GIVEN)
    ran = run("convert", given, other, "-o", f"{tmp_path / folder}/")

    assert (2, [GIVEN, GIVEN]) == (ran.code, [given.read_bytes(), other.read_bytes()])


def test_a_folder_with_other_names_is_taken(run: Run, given: Path) -> None:
    """Only what would be overwritten is refused."""
    assert 0 == run("convert", given, "-o", f"{given.parent}/", "--output-format", "js").code
    assert GIVEN == given.read_bytes()


@every_alias
@pytest.mark.parametrize("option", ["-o", "--report", "--rejects"])
@pytest.mark.parametrize("what", ["view", "sidecar"])
def test_restore_spares_view_and_sidecar(run: Run, given: Path, alias: Alias, option: str, what: str) -> None:
    view, sidecar = given.with_name("view.json"), given.with_name("sidecar.json")
    run("convert", given, "-o", view, "--sidecar", sidecar)
    before = (view.read_bytes(), sidecar.read_bytes())
    ran = run("restore", view, "--sidecar", sidecar, option, alias(view if what == "view" else sidecar))

    assert 2 == ran.code
    assert before == (view.read_bytes(), sidecar.read_bytes())


@every_alias
@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
def test_lint_spares_its_inputs(run: Run, given: Path, alias: Alias, option: str) -> None:
    ran = run("lint", given.parent, option, alias(given))

    assert (2, GIVEN) == (ran.code, given.read_bytes())


@every_alias
def test_lint_spares_baseline_and_config(run: Run, given: Path, tmp_path: Path, alias: Alias) -> None:
    baseline, config = tmp_path / "known.json", tmp_path / "my.toml"
    config.write_text("")
    run("lint", given, "--write-baseline", baseline)
    before = baseline.read_bytes()

    assert 2 == run("lint", given, "--baseline", baseline, "-o", alias(baseline)).code
    assert 2 == run("lint", given, "--config", config, "-o", config).code
    assert (before, "") == (baseline.read_bytes(), config.read_text())
    assert 0 == run("lint", given, "--baseline", baseline, "--write-baseline", baseline).code


@pytest.mark.parametrize(
    "script",
    [
        '"$@" -o a.json < a.json',
        '"$@" a.json >> a.json',
        '"$@" a.json --report r.json >> r.json',
    ],
)
def test_what_the_shell_has_opened(given: Path, script: str) -> None:
    """Standard input and output may be such files, too."""
    command = [sys.executable, "-m", "gallery_lens", "convert"]
    ran = subprocess.run(
        ["sh", "-c", script, "sh", *command], cwd=given.parent, capture_output=True, check=False
    )

    assert (2, GIVEN) == (ran.returncode, given.read_bytes())
    assert b"would" in ran.stderr


def test_devices_take_everything(run: Run, given: Path) -> None:
    """What is written to them is not a loss."""
    ran = run("convert", given, "-o", os.devnull, "--report", os.devnull, "--rejects", os.devnull)

    assert 0 == ran.code


def test_values_of_the_data_do_not_matter(run: Run, given: Path, tmp_path: Path) -> None:
    """A copy is another file."""
    copy = tmp_path / "copy.json"
    copy.write_bytes(GIVEN)
    result: Any = run("convert", given, "-o", copy)

    assert 0 == result.code
    assert [CLEAN["title"]] == [each["title"] for each in json.loads(copy.read_bytes())]


@pytest.mark.parametrize("option", ["--report", "--rejects", "--ledger", "--sidecar"])
def test_a_name_with_a_slash_is_a_folder(run: Run, given: Path, option: str) -> None:
    """Also where none is there yet: no file of that name is made without its slash."""
    ran = run("convert", given, "-o", given.with_name("out.json"), option, f"{given.parent}/new/")

    assert (2, [given]) == (ran.code, list(given.parent.iterdir()))
    assert "it is a folder" in ran.err
