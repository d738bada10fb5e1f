"""``gallery-lens lint`` over the whole corpus: reports held against the schemas of those who read them."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from junitparser import JUnitXml

from gallery_lens import schemas

TESTS = Path(__file__).parents[1]
CORPUS = TESTS / "corpus"
VENDORED = TESTS / "vendored"
FOLDERS = (CORPUS / "samples", CORPUS / "cases")
#: What a CI system says of itself, which reports go by.
SURROUNDINGS = ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")

every_target = pytest.mark.parametrize("target", ["frontend", "velo"])


@cache
def _report(form: str, target: str) -> bytes:
    command = [sys.executable, "-m", "gallery_lens", "-q", "lint", *FOLDERS]
    options = ["--to", target, "--output-format", form, "--exit-zero"]
    environment = {name: value for name, value in os.environ.items() if name not in SURROUNDINGS}
    return subprocess.run([*command, *options], env=environment, stdout=subprocess.PIPE, check=False).stdout


def _vendored(name: str) -> Any:
    return json.loads((VENDORED / name).read_bytes())


@pytest.fixture
def found(target: str) -> list[Any]:
    """All findings towards the target of the test."""
    return [json.loads(line) for line in _report("jsonl", target).splitlines()]


@every_target
def test_sarif_is_what_the_standard_describes(found: list[Any], target: str) -> None:
    """Every finding is a result, and every file that holds a gallery is named."""
    report = json.loads(_report("sarif", target))

    jsonschema.Draft7Validator(_vendored("sarif-schema-2.1.0.json")).validate(report)
    (only,) = report["runs"]
    assert [each["code"] for each in found] == [each["ruleId"] for each in only["results"]]
    files = [*CORPUS.glob("samples/*.json"), *CORPUS.glob("cases/*/*.json")]
    assert len({each["file"] for each in found}) <= len(only["artifacts"]) <= len(files)
    assert any("fixes" in each for each in only["results"])


@every_target
def test_sarif_knows_every_finding_by_another_name(target: str) -> None:
    """Code scanning takes two of one name in a file for one."""
    (only,) = json.loads(_report("sarif", target))["runs"]

    names = [
        (place["physicalLocation"]["artifactLocation"]["uri"], each["partialFingerprints"]["galleryLens/v1"])
        for each in only["results"]
        for place in each["locations"]
    ]
    assert len(only["results"]) == len({*names})


@every_target
def test_junit_is_what_its_readers_take(found: list[Any], target: str) -> None:
    """The schema of Jenkins, and counts that agree."""
    xml = _report("junit", target)

    xmlschema.XMLSchema(str(VENDORED / "junit-10.xsd")).validate(ElementTree.fromstring(xml))
    failed = [each for each in found if each["severity"] != "info"]
    read = JUnitXml.fromstring(xml)
    assert len(failed) == read.failures + read.errors


@every_target
def test_gitlab_gets_what_it_takes(found: list[Any], target: str) -> None:
    """Every finding is an issue with a name of its own."""
    report = json.loads(_report("gitlab", target))

    jsonschema.validate(report, _vendored("code-quality.schema.json"), jsonschema.Draft202012Validator)
    assert len(found) == len(report) == len({each["fingerprint"] for each in report})


@every_target
def test_findings_are_as_our_schemas_say(found: list[Any], target: str) -> None:
    """Each has a place, and a line and a column in its file."""
    assert [] == [each for each in found if not schemas.validator("diagnostic").is_valid(each)]
    assert [] == [each for each in found if not {"file", "line", "column"} <= {*each}]
    assert schemas.validator("report").is_valid(json.loads(_report("json", target)))
