"""Choices and limits that stand in a schema and in the code: equal, for neither can read the other."""

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from declared import properties
from gallery_lens import schemas
from gallery_lens.conversion.ledger import Fate
from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.table import Table
from gallery_lens.model import DESCRIPTION_LIMIT
from gallery_lens.planning.calls import BULK, Call
from gallery_lens.rules import rule
from gallery_lens.rules.base import FAMILIES
from gallery_lens.words import FLAGS, SEVERITIES

CALL = get_type_hints(Call)


def said(schema: str, *steps: str) -> Any:
    """Return the value at the *steps* in a schema."""
    found: Any = schemas.schema(schema)
    for step in steps:
        found = found[step]
    return found


@pytest.mark.parametrize(
    ("words", "schema", "steps"),
    [
        (SEVERITIES, "diagnostic", ("properties", "severity")),
        (SEVERITIES, "config", ("properties", "severity", "additionalProperties")),
        ((*SEVERITIES, "never"), "config", ("properties", "fail-on")),
        (FLAGS["order"].words, "sidecar", ("properties", "source", "properties", "order")),
        (FLAGS["text_items"].words, "sidecar", ("properties", "source", "properties", "textItems")),
        (FLAGS["profile"].words, "sidecar", ("properties", "source", "properties", "profile")),
        (FLAGS["profile"].words, "config", ("properties", "profile")),
        ([*Fate], "ledger", ("properties", "fate")),
        (get_args(CALL["action"]), "plan", ("$defs", "call", "properties", "action")),
        (get_args(CALL["object"]), "plan", ("$defs", "call", "properties", "object")),
    ],
)
def test_choices_are_those_of_the_code(words: Any, schema: str, steps: tuple[str, ...]) -> None:
    """In the same order, as editors show them."""
    assert [*words] == said(schema, *steps, "enum")


def test_limits_are_those_of_the_code() -> None:
    """Compare the length that a page cuts at, the ids of one call, and the first letters of codes."""
    assert said("extract", "properties", "description", "minLength") == DESCRIPTION_LIMIT + 1
    assert said("plan", "$defs", "call", "properties", "itemIds", "maxItems") == BULK
    (letters,) = (
        part.partition("]")[0] for part in said("diagnostic", "$defs", "code", "pattern").split("[")[1:2]
    )
    assert {*letters} == {*FAMILIES}


def test_texts_say_the_limit_of_the_code() -> None:
    """In the schemas of descriptions that are cut, and on the page of the rule."""
    texts = [schemas.text("frontend-item"), schemas.text("extract"), rule("description-truncated").explain]
    said = {int(number) for text in texts for number in re.findall("([0-9]+) characters", text)}

    assert {DESCRIPTION_LIMIT} == said


def limited(table: Table, at: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield the places, keywords and values of the limits that the codecs of *table* keep."""
    for row in table.rows:
        place = f"{at}/{row.wire.replace('.', '/')}"
        match row.codec.shape:
            case ("whole" | "number", low, high):
                yield place, "minimum", low
                yield place, "maximum", high
            case ("choice", *_):
                yield place, "enum", row.codec
            case ("list", most):
                yield place, "maxItems", most
        if row.codec.table is not None:
            yield from limited(row.codec.table, f"{place}/*" if row.codec.shape[:1] == ("list",) else place)


def agree(said: list[dict[str, Any]], keyword: str, value: Any) -> bool:
    """Return whether what a schema says of a key is the limit *value*, or the words that a codec takes."""
    held = [each[keyword] for each in said if keyword in each]
    if keyword != "enum":
        return held == [value]
    if not held:  # words in any case are a pattern
        return any("pattern" in each for each in said)
    assert {*value.shape[1:]} <= {*held[0]}
    return all(value.structure(word) for word in held[0] if word is not None)  # others are refused


@pytest.mark.parametrize("part", ["item", "gallery"])
@pytest.mark.parametrize("name", DIALECTS)
def test_limits_are_those_of_the_tables(name: str, part: str) -> None:
    """Ranges, choices and lengths, where the schema of the dialect describes the key."""
    dialect = DIALECTS[name]
    known, table = properties(dialect.schemas[part == "gallery"]), getattr(dialect, part)

    limits = [each for each in limited(table) if each[2] is not None and each[0] in known]
    assert [] == [each for each in limits if not agree(known[each[0]], *each[1:])]
    assert limits or part == "gallery"
