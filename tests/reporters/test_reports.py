"""The reports for programs."""

import json
from collections.abc import Sequence

import attrs
import pytest

from gallery_lens import schemas
from gallery_lens._version import __version__
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import REPORTERS, Reporter, Summary, reporter

SUMMARY = Summary(items=2, converted=1, rejected=1, errors=1, warnings=1, infos=0, lossless=False)
FOUND = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The text is dropped.",
    pointer="/items/0/link/text",
    file="wedding.json",
    line=3,
    column=7,
    dialect="velo",
    target="frontend",
    gallery_id="g",
    item_id="i",
    item_index=0,
    item_title="Grove \ud83d",
    value=None,
    help="Say it elsewhere.",
    fingerprint="0123456789abcdef",
)
BARE = Diagnostic(
    code="M101", name="media-missing", severity=Severity.ERROR, message="No picture.", pointer=""
)


def written(form: Reporter, found: Sequence[Diagnostic]) -> bytes:
    """Put a report together as the command does."""
    head = form.head(SUMMARY) if form.head else b""
    return head + form.between.join(map(form.row, found)) + form.tail


@pytest.mark.parametrize("name", REPORTERS)
def test_same_findings_give_the_same_bytes(name: str) -> None:
    """A report depends on nothing else."""
    assert written(reporter(name), [FOUND, BARE]) == written(reporter(name), [FOUND, BARE])


@pytest.mark.parametrize("found", [[], [FOUND], [FOUND, BARE]])
def test_json_report_validates_and_holds_everything(found: list[Diagnostic]) -> None:
    """The document is as its schema says: tool, counts and findings."""
    document = json.loads(written(reporter("json"), found))

    assert [] == list(schemas.validator("report").iter_errors(document))
    assert {
        "schemaVersion": 1,
        "tool": {"name": "gallery-lens", "version": __version__},
        "summary": SUMMARY.to_dict(),
        "diagnostics": [each.to_dict() for each in found],
    } == document


def test_jsonl_report_is_one_finding_a_line() -> None:
    """Each line validates, and null is a value like others."""
    lines = written(reporter("jsonl"), [FOUND, BARE]).splitlines()

    assert [FOUND.to_dict(), BARE.to_dict()] == [json.loads(line) for line in lines]
    assert all(schemas.validator("diagnostic").is_valid(json.loads(line)) for line in lines)
    assert json.loads(lines[0])["value"] is None


def test_jsonl_report_of_nothing_is_empty() -> None:
    """No finding, no line."""
    assert b"" == written(reporter("jsonl"), [])


def test_unknown_names_are_refused() -> None:
    """The table is the list."""
    with pytest.raises(KeyError):
        reporter("xml")
