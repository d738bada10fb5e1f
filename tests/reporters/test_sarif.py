"""The SARIF report, held against its schema."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings import BARE, FOUND, SUMMARY, files, reports
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters.sarif import render
from gallery_lens.rules import all_rules

SCHEMA = json.loads((Path(__file__).parents[1] / "vendored" / "sarif-schema-2.1.0.json").read_bytes())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


@attrs.frozen
class Edit:
    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def run(*found: Diagnostic, **options: Any) -> Any:
    """Return the only run of the report of *found*, which is as the schema says."""
    document = json.loads(render(found, SUMMARY, **options))
    VALIDATOR.validate(document)
    (only,) = document["runs"]
    return only


def result(found: Diagnostic, **options: Any) -> Any:
    """Return what the report says of one finding."""
    (only,) = run(found, **options)["results"]
    return only


def edits() -> st.SearchStrategy[list[Edit]]:
    """Edits of any text."""
    places = st.tuples(st.integers(1, 10**6), st.integers(1, 10**6))
    return st.lists(st.builds(Edit, places, places, st.text(max_size=5)), min_size=1, max_size=3)


@given(found=reports(), changes=edits(), code=st.sampled_from((None, 0, 1, 2)))
def test_reports_are_as_the_schema_says(found: list[Diagnostic], changes: list[Edit], code: int) -> None:
    """Every finding is a result, whatever is known of it, and each points to its rule."""
    made = run(*found, fixes=lambda _: [("Do it.", changes)], exit_code=code)

    rules = [each["id"] for each in made["tool"]["driver"]["rules"]]
    assert [each.code for each in found] == [rules[each["ruleIndex"]] for each in made["results"]]
    assert sorted({each.code for each in found}) == rules


@given(found=reports())
def test_no_half_characters_are_written(found: list[Diagnostic]) -> None:
    """Strict readers of JSON refuse the whole report for one of them."""
    assert not re.search(rb"(?<!\\)\\u[dD][89a-fA-F]", render(found, SUMMARY).replace(rb"\\", b""))


def test_a_result_says_rule_words_and_place() -> None:
    """What a code scanning alert shows."""
    assert {
        "ruleId": "L102",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": 'In "Grove \\ud83d": The text is dropped.'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "wedding.json", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 3, "startColumn": 7},
                },
                "logicalLocations": [
                    {"name": "text", "fullyQualifiedName": "/items/0/link/text", "kind": "value"}
                ],
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": "0123456789abcdef:1",
            "galleryLens/v1": "0123456789abcdef:1",
        },
        "properties": {
            "pointer": "/items/0/link/text",
            "dialect": "velo",
            "target": "frontend",
            "galleryId": "g",
            "itemId": "i",
            "itemIndex": 0,
            "itemTitle": "Grove ?",
        },
    } == result(FOUND)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"column": None}, {"startLine": 3}),
        ({"line": None}, None),
        ({"line": None, "column": None}, None),
    ],
)
def test_regions_say_what_is_known(parts: dict[str, Any], expected: Any) -> None:
    """A column without a line is nowhere."""
    (location,) = result(attrs.evolve(FOUND, **parts))["locations"]

    assert expected == location["physicalLocation"].get("region")


def test_a_bare_finding_is_nowhere() -> None:
    """Without a file and inside no document there is no place to name."""
    assert [] == result(BARE)["locations"]


def test_without_a_file_the_pointer_is_the_place() -> None:
    """Findings of the library know no file."""
    (location,) = result(attrs.evolve(FOUND, file=None, pointer="/a~1b"))["locations"]

    assert {"logicalLocations": [{"name": "a/b", "fullyQualifiedName": "/a~1b", "kind": "value"}]} == location


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("albums/a b.json", {"uri": "albums/a%20b.json", "uriBaseId": "SRCROOT"}),
        ("100%#1?.json", {"uri": "100%25%231%3F.json", "uriBaseId": "SRCROOT"}),
        ("a:b.json", {"uri": "a%3Ab.json", "uriBaseId": "SRCROOT"}),
        ("Grün.json", {"uri": "Gr%C3%BCn.json", "uriBaseId": "SRCROOT"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "SRCROOT"}),
        ("/elsewhere/x y.json", {"uri": "file:///elsewhere/x%20y.json"}),
    ],
)
def test_files_are_addresses(file: str, expected: dict[str, str]) -> None:
    """Relative to the root of the project if they are in it."""
    (location,) = result(attrs.evolve(FOUND, file=file))["locations"]

    assert expected == location["physicalLocation"]["artifactLocation"]


@given(name=files())
def test_addresses_are_ascii_and_lead_to_the_file(name: str) -> None:
    """No byte of a name is lost, not even one that is not UTF-8."""
    file = f"folder/{name.replace('/', '')}"
    (location,) = result(attrs.evolve(FOUND, file=file))["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]

    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri)
    assert file.encode("utf-8", "surrogateescape") == unquote_to_bytes(uri)


def test_inputs_are_listed_once() -> None:
    """Also those in which nothing was found."""
    looked_at = attrs.evolve(SUMMARY, files=("b.json", "a.json", "b.json"))
    document = json.loads(render([], looked_at))

    assert ["b.json", "a.json"] == [each["location"]["uri"] for each in document["runs"][0]["artifacts"]]


def test_columns_count_characters() -> None:
    """As everywhere in Gallery Lens, and not halves of them as is usual in SARIF."""
    assert "unicodeCodePoints" == run()["columnKind"]


@pytest.mark.parametrize("spoken", all_rules(), ids=lambda spoken: spoken.code)
def test_rules_are_described(spoken: Any) -> None:
    """A viewer shows what the rule is about, in plain text and in Markdown."""
    (rule,) = run(attrs.evolve(BARE, code=spoken.code))["tool"]["driver"]["rules"]

    assert spoken.name.replace("-", "") == rule["name"].lower()
    assert {"error": "error", "warning": "warning", "info": "note"}[spoken.severity] == rule[
        "defaultConfiguration"
    ]["level"]
    assert "gallery" == rule["properties"]["tags"][0]
    assert rule["fullDescription"]["text"] != rule["shortDescription"]["text"] != ""
    assert not re.search(r"``|##|\n", rule["shortDescription"]["text"] + rule["fullDescription"]["text"])
    assert "## Why it matters" in rule["help"]["markdown"]
    assert "helpUri" not in rule


def test_rules_lead_to_their_page_if_it_is_known() -> None:
    """The first finding that names it is enough."""
    page = "https://gallery-lens.example/L102"
    (rule,) = run(attrs.evolve(FOUND, url=page), FOUND)["tool"]["driver"]["rules"]

    assert page == rule["helpUri"]


def test_fixes_are_offered_as_replacements() -> None:
    """Between two places each, and nothing is inserted where a piece only goes."""
    changes = [Edit((1, 5), (1, 10), '"0.5"'), Edit((2, 21), (3, 1), "")]
    (fix,) = result(FOUND, fixes=lambda _: [("Put a number\n there.", changes)])["fixes"]

    assert {
        "description": {"text": "Put a number\\n there."},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": "wedding.json", "uriBaseId": "SRCROOT"},
                "replacements": [
                    {
                        "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 10},
                        "insertedContent": {"text": '"0.5"'},
                    },
                    {"deletedRegion": {"startLine": 2, "startColumn": 21, "endLine": 3, "endColumn": 1}},
                ],
            }
        ],
    } == fix


def test_without_a_file_there_is_nothing_to_edit() -> None:
    """A fix needs a text to change."""
    found = attrs.evolve(FOUND, file=None)

    assert "fixes" not in result(found, fixes=lambda _: [("Do it.", [Edit((1, 1), (1, 2), "")])])


@pytest.mark.parametrize(
    ("parts", "unread"),
    [
        ({"code": "R001"}, True),
        ({"code": "R002"}, True),
        ({"code": "R002", "pointer": "/0"}, False),
        ({"code": "M101"}, False),
    ],
)
def test_unreadable_inputs_are_told_of_the_run(parts: dict[str, str], unread: bool) -> None:
    """The run was no success then; an item that cannot be read spoils nothing else."""
    (invocation,) = run(attrs.evolve(BARE, file="a.json", **parts))["invocations"]

    assert unread != invocation["executionSuccessful"]
    assert ["No picture."][: int(unread)] == [
        each["message"]["text"] for each in invocation["toolExecutionNotifications"]
    ]


@pytest.mark.parametrize("code", [None, 0, 1, 2])
def test_the_exit_code_is_told_if_it_is_known(code: int | None) -> None:
    """Only the command knows it."""
    (invocation,) = run(exit_code=code)["invocations"]

    assert code == invocation.get("exitCode")


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_levels(severity: Severity, level: str) -> None:
    """The severity of the finding, which need not be that of the rule."""
    assert level == result(attrs.evolve(FOUND, severity=severity))["level"]
