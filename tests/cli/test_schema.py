"""``schema``: the files as they are, bundled, and in an older draft."""

import json

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from command import Run
from gallery_lens import schemas
from gallery_lens.draft7 import to_draft7


def test_without_a_name_all_are_listed(run: Run) -> None:
    """Each with what it describes."""
    ran = run("schema")
    rows = [line.split(maxsplit=1) for line in ran.out.decode().splitlines()]

    assert (0, "") == (ran.code, ran.err)
    assert [[name, schemas.schema(name)["title"]] for name in schemas.names()] == rows


@pytest.mark.parametrize("name", schemas.names())
def test_a_schema_is_its_file(name: str, run: Run) -> None:
    """To the byte."""
    assert schemas.text(name).encode() == run("schema", name).out


@pytest.mark.parametrize("name", schemas.names())
def test_a_bundle_needs_nothing_else(name: str, run: Run) -> None:
    """It is a schema of the draft asked for, readable by people."""
    newer, older = run("schema", name, "--bundle"), run("schema", name, "--bundle", "--draft", "7")

    Draft202012Validator.check_schema(newer.data)
    Draft7Validator.check_schema(older.data)
    assert schemas.bundle(name) == newer.data
    assert to_draft7(schemas.bundle(name)) == older.data
    assert newer.out.count(b"\n") > 5


def test_a_single_schema_of_draft_7_refers_to_its_neighbours(run: Run) -> None:
    """A folder of them works like the folder of the files."""
    data = run("schema", "velo-item", "--draft", "7").data

    assert "https://gallery-lens.example/schemas/1/draft-07/velo-item.schema.json" == data["$id"]
    assert '"common.schema.json#/definitions/item"' in json.dumps(data)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["velo"], "did you mean 'velo-item'?"),
        (["velo-item", "--draft", "4"], "'4' is not one of"),
        (["--bundle"], "Say which schema"),
        (["--draft", "7"], "Say which schema"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], words: str, run: Run) -> None:
    """With what comes closest, on standard error."""
    ran = run("schema", *arguments)

    assert (2, b"") == (ran.code, ran.out)
    assert words in ran.err
