"""The Code Quality report of GitLab."""

import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from findings import BARE, FOUND, SUMMARY, reports
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import reporter

SCHEMA = json.loads((Path(__file__).parents[1] / "vendored" / "code-quality.schema.json").read_bytes())


def issues(*found: Diagnostic) -> Any:
    """Return the report of *found* as data."""
    return json.loads(reporter("gitlab").report(found, SUMMARY))


@given(found=reports())
def test_reports_are_as_gitlab_wants_them(found: list[Diagnostic]) -> None:
    """Every finding is an issue of the right shape, and none is taken for another."""
    written = issues(*found)

    jsonschema.validate(written, SCHEMA, jsonschema.Draft202012Validator)
    assert len(found) == len(written) == len({each["fingerprint"] for each in written})


def test_an_issue_says_rule_words_and_place() -> None:
    """What a merge request shows."""
    (issue,) = issues(FOUND)
    del issue["fingerprint"]

    assert {
        "description": "L102: The text is dropped.",
        "check_name": "link-text-dropped",
        "severity": "minor",
        "location": {"path": "wedding.json", "lines": {"begin": 3}},
    } == issue


@pytest.mark.parametrize(
    ("code", "severity", "pointer", "expected"),
    [
        ("L102", Severity.INFO, "/0", "info"),
        ("L102", Severity.WARNING, "/0", "minor"),
        ("M101", Severity.ERROR, "/0", "major"),
        ("X101", Severity.WARNING, "/0", "critical"),
        ("X101", Severity.INFO, "/0", "info"),
        ("R001", Severity.ERROR, "", "blocker"),
        ("R002", Severity.ERROR, "/0", "major"),
    ],
)
def test_severities(code: str, severity: Severity, pointer: str, expected: str) -> None:
    """Unsafe content is worse than the rest, and an unreadable file worst."""
    (issue,) = issues(attrs.evolve(BARE, code=code, severity=severity, pointer=pointer))

    assert expected == issue["severity"]


def test_the_first_line_stands_for_an_unknown_one() -> None:
    """A line has to be given."""
    assert [{"path": "<document>", "lines": {"begin": 1}}] == [each["location"] for each in issues(BARE)]


def test_one_finding_in_two_files_is_two_issues() -> None:
    """Copies of a gallery have the same fingerprints."""
    one, other = issues(FOUND, attrs.evolve(FOUND, file="copy.json"))

    assert one["fingerprint"] != other["fingerprint"]


def test_fingerprints_outlive_a_new_layout() -> None:
    """A finding that moved to another line is the same finding."""
    (one,), (other,) = issues(FOUND), issues(attrs.evolve(FOUND, line=90, column=1))

    assert one["fingerprint"] == other["fingerprint"]
