"""The reports for programs."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given

from findings import BARE, FOUND, SUMMARY, reports
from gallery_lens import reporters, schemas
from gallery_lens.cli.convert.run_report import ReportFile
from gallery_lens.cli.io.files import Sink
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters import reporter
from gallery_lens.version import __version__
from gallery_lens.words import REPORT_FORMATS


def test_every_reporter_has_a_format() -> None:
    """A module with a REPORTER is one of the formats, except the two that show findings to people."""
    folder = Path(reporters.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if "\nREPORTER" in path.read_text(encoding="utf-8")}
    assert {*REPORT_FORMATS} == modules


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_same_findings_give_the_same_bytes(name: str) -> None:
    """A report depends on nothing else."""
    assert reporter(name).report([FOUND, BARE], SUMMARY) == reporter(name).report([FOUND, BARE], SUMMARY)


@pytest.mark.parametrize("name", REPORT_FORMATS)
@given(found=reports())
def test_piece_by_piece_is_the_same_report(name: str, found: list[Diagnostic]) -> None:
    """The command may write a report as the findings come."""
    written = io.BytesIO()
    report = ReportFile(Sink("report", written), reporter(name))
    for each in found:
        report.add(each)
    report.close(SUMMARY)

    assert reporter(name).report(found, SUMMARY) == written.getvalue()


@pytest.mark.parametrize("found", [[], [FOUND], [FOUND, BARE]])
def test_json_report_validates_and_holds_everything(found: list[Diagnostic]) -> None:
    """The document is as its schema says: tool, counts and findings."""
    document = json.loads(reporter("json").report(found, SUMMARY))

    assert [] == list(schemas.validator("report").iter_errors(document))
    assert {
        "schemaVersion": 2,
        "tool": {"name": "gallery-lens", "version": __version__},
        "summary": SUMMARY.to_dict(),
        "diagnostics": [each.to_dict() for each in found],
    } == document


def test_jsonl_report_is_one_finding_a_line() -> None:
    """Each line validates, and null is a value like others."""
    lines = reporter("jsonl").report([FOUND, BARE], SUMMARY).splitlines()

    assert [FOUND.to_dict(), BARE.to_dict()] == [json.loads(line) for line in lines]
    assert all(schemas.validator("diagnostic").is_valid(json.loads(line)) for line in lines)
    assert json.loads(lines[0])["value"] is None


def test_jsonl_report_of_nothing_is_empty() -> None:
    """No finding, no line."""
    assert b"" == reporter("jsonl").report([], SUMMARY)


def test_unknown_names_are_refused() -> None:
    """The table is the list."""
    with pytest.raises(KeyError):
        reporter("xml")
