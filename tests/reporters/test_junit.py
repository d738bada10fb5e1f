"""The JUnit report, read back by others."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
import xmlschema
from hypothesis import given
from junitparser import Error, Failure, JUnitXml, TestSuite

from findings import BARE, FOUND, SUMMARY, reports
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import reporter

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parents[1] / "vendored" / "junit-10.xsd"))


def written(found: Sequence[Diagnostic], *files: str) -> bytes:
    """Return the report of *found* in *files*."""
    return reporter("junit").report(found, attrs.evolve(SUMMARY, files=files))


def suites(found: Sequence[Diagnostic], *files: str) -> list[TestSuite]:
    """Return what junitparser makes of the report."""
    return [*JUnitXml.fromstring(written(found, *files))]


@given(found=reports())
def test_reports_are_as_jenkins_wants_them(found: list[Diagnostic]) -> None:
    """Whatever is found, the XML is sound, fits the schema, and counts what it holds."""
    xml = written(found, "clean.json")
    SCHEMA.validate(ElementTree.fromstring(xml))
    parsed = JUnitXml.fromstring(xml)
    told = parsed.tests, parsed.failures, parsed.errors
    parsed.update_statistics()

    assert (parsed.tests, parsed.failures, parsed.errors) == told
    assert len(found) <= parsed.tests


def test_each_file_is_a_suite_and_each_finding_a_case() -> None:
    """In the order of the inputs."""
    found = [FOUND, attrs.evolve(FOUND, pointer="/items/1/link/text"), attrs.evolve(FOUND, file="a.json")]

    assert [("a.json", 1), ("wedding.json", 2)] == [
        (suite.name, suite.tests) for suite in suites(found, "a.json", "wedding.json")
    ]


def test_a_clean_file_passes() -> None:
    """One can see that it was looked at."""
    ((suite,),) = [suites([], "clean.json")]

    assert [("clean.json", "no findings", True)] == [
        (case.classname, case.name, case.is_passed) for case in suite
    ]


def test_a_case_says_where_what_and_what_to_do() -> None:
    """All that a person needs is in the text of the failure."""
    (suite,) = suites([FOUND])
    (case,) = suite
    (failure,) = case.result

    assert ("wedding.json", "L102 link-text-dropped /items/0/link/text line 3") == (case.classname, case.name)
    assert (Failure, "warning", "The text is dropped.") == (type(failure), failure.type, failure.message)
    assert [
        "wedding.json:3:7",
        "Item: Grove \\ud83d",
        "The text is dropped.",
        "Help: Say it elsewhere.",
    ] == failure.text.splitlines()


def test_a_bare_finding_has_a_case() -> None:
    """Without file, line, item or help."""
    (suite,) = suites([BARE])
    (case,) = suite

    assert ("<document>", "M101 media-missing") == (suite.name, case.name)
    assert ["<document>", "No picture."] == case.result[0].text.splitlines()


def test_notices_pass() -> None:
    """What is worth a notice breaks no build."""
    (suite,) = suites([attrs.evolve(FOUND, severity=Severity.INFO)])
    (case,) = suite

    assert case.is_passed
    assert "The text is dropped." in case.system_out


@pytest.mark.parametrize("code", ["R001", "R002"])
def test_what_cannot_be_read_is_an_error(code: str) -> None:
    """A test that could not run is another thing than one that failed."""
    (suite,) = suites([attrs.evolve(BARE, code=code, file="a.json")], "a.json")
    (case,) = suite

    assert [Error] == [type(each) for each in case.result]
    assert (1, 0, 1) == (suite.tests, suite.failures, suite.errors)


def test_markup_and_control_characters_are_words() -> None:
    """No title can end an element, or make the XML unreadable."""
    odd = "</failure><x a='\"'>&amp;]]> \x01\ufffe\n"
    (suite,) = suites([attrs.evolve(FOUND, message=odd)])
    (case,) = suite

    assert "</failure><x a='\"'>&amp;]]> \\x01\\ufffe\\n" == case.result[0].message
