"""Reports in every format, from the command to the file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, Run, ndjson
from gallery_lens.words import REPORT_FORMATS

Make = Callable[[str, Any], Path]


@pytest.fixture
def summary(monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> Path:
    """The file in which a job of GitHub Actions collects its summary, with something in it."""
    path = tmp_path / "summary.md"
    path.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_every_format_reports_what_is_found(run: Run, make: Make, tmp_path: Path, form: str) -> None:
    """All findings are in the file, whatever it is written in."""
    gallery = make("a.json", [LINKED, BROKEN])
    report = tmp_path / "report"
    run("convert", gallery, "-o", tmp_path / "out.json", "--report", report, "--report-format", form)

    text = report.read_text("utf-8")
    assert "link-text-dropped" in text or "L102" in text
    assert "media-missing" in text or "M101" in text


def test_clean_files_are_in_the_formats_that_list_files(run: Run, make: Make, tmp_path: Path) -> None:
    """What was looked at is seen, even if nothing was found."""
    for name in ("a.json", "b.json"):
        make(name, [CLEAN])
    given = [tmp_path / "a.json", tmp_path / "b.json", "-o", f"{tmp_path}/out/"]
    junit = run("convert", *given, "--report", "-", "--report-format", "junit").out
    sarif = run("convert", *given, "--report", "-", "--report-format", "sarif").data

    assert 2 == junit.count(b'name="no findings"')
    assert ["a.json", "b.json"] == [
        Path(each["location"]["uri"]).name for each in sarif["runs"][0]["artifacts"]
    ]


def test_an_unreadable_input_is_told_of_the_sarif_run(run: Run, tmp_path: Path) -> None:
    """Code scanning shows that the tool did not see everything."""
    out = ["-o", tmp_path / "out.json", "--report", "-", "--report-format", "sarif"]
    (only,) = run("convert", tmp_path / "none.json", *out).data["runs"]

    assert not only["invocations"][0]["executionSuccessful"]


def test_github_appends_a_table_to_the_summary(run: Run, make: Make, tmp_path: Path, summary: Path) -> None:
    """What other commands of the step wrote stays."""
    gallery = make("a.json", [LINKED])
    ran = run("convert", gallery, "-o", tmp_path / "out.json", "--report", "-", "--report-format", "github")

    assert ran.out.startswith(b"::warning ")
    assert summary.read_text("utf-8").startswith("# Before\n## Gallery Lens\n\n1 warning\n")


def test_a_full_summary_is_left_as_it_is(run: Run, make: Make, tmp_path: Path, summary: Path) -> None:
    """GitHub would show nothing of it if it grew any longer."""
    summary.write_bytes(b"x" * (1 << 20))
    gallery = make("a.json", [LINKED])
    run("convert", gallery, "-o", tmp_path / "out.json", "--report", "-", "--report-format", "github")

    assert 1 << 20 == summary.stat().st_size


def test_other_formats_leave_the_summary_alone(run: Run, make: Make, tmp_path: Path, summary: Path) -> None:
    """A report for GitLab has no business with GitHub."""
    gallery = make("a.json", [LINKED])
    ran = run("convert", gallery, "-o", tmp_path / "out.json", "--report", "-", "--report-format", "gitlab")

    assert 1 == len(json.loads(ran.out))
    assert "# Before\n" == summary.read_text()


def test_a_summary_that_cannot_be_written_is_said(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its name, and without a trace of the program."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    gallery = make("a.json", [LINKED])
    ran = run("convert", gallery, "-o", tmp_path / "out.json", "--report", "-", "--report-format", "github")

    assert 2 == ran.code
    assert f"{tmp_path} cannot be written: is a directory." in ran.err


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("r.json", b'{"schemaVersion"'),
        ("r.txt", b'{"schemaVersion"'),
        ("r.jsonl", b'{"code"'),
        ("R.NDJSON", b'{"code"'),
        ("r.sarif", b'{"$schema"'),
        ("r.sarif.json", b'{"$schema"'),
        ("r.xml", b"<?xml"),
    ],
)
def test_the_suffix_names_the_format(run: Run, tmp_path: Path, name: str, beginning: bytes) -> None:
    """Unless the option does."""
    run("convert", "--report", tmp_path / name, stdin=ndjson(LINKED))
    run("convert", "--report", tmp_path / "x.xml", "--report-format", "jsonl", stdin=ndjson(LINKED))

    assert (
        (tmp_path / name)
        .read_bytes()
        .replace(b"\n", b"")
        .replace(b" ", b"")
        .startswith(beginning.replace(b" ", b""))
    )
    assert (tmp_path / "x.xml").read_bytes().startswith(b'{"code"')


def test_a_name_of_gitlab_is_for_gitlab(run: Run, tmp_path: Path) -> None:
    """As its documentation calls the file."""
    run("convert", "--report", tmp_path / "gl-code-quality-report.json", stdin=ndjson(LINKED))

    assert json.loads((tmp_path / "gl-code-quality-report.json").read_bytes())[0]["check_name"]
