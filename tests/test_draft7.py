"""Schemas in draft 7: other words, the same documents taken and refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

import strategies
from gallery_lens import schemas
from gallery_lens.draft7 import to_draft7
from gallery_lens.errors import UsageError
from gallery_lens.places import resolve

READ = {
    "velo-item": "velo_items",
    "velo-gallery": "velo_galleries",
    "rest-item": "rest_items",
    "rest-gallery": "rest_galleries",
    "rest-legacy-item": "rest_legacy_items",
    "frontend-item": "frontend_items",
    "cms-item": "cms_items",
    "component-item": "component_items",
}


@pytest.mark.parametrize("name", READ)
@given(data=st.data())
def test_both_drafts_agree_on_what_is_read(name: str, data: Any) -> None:
    """Bundled for either draft, a schema takes the same documents and the same near misses."""
    valid = getattr(strategies, READ[name])()
    document = data.draw(valid | strategies.near_misses(READ[name]))
    bundle = schemas.bundle(name)

    newer, older = Draft202012Validator(bundle), Draft7Validator(to_draft7(bundle))

    assert _wrong(newer, document) == _wrong(older, document)


@pytest.mark.parametrize("name", schemas.names())
@given(document=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_both_drafts_agree_on_what_is_strange(name: str, document: Any) -> None:
    """A value that no schema was made for is refused, or taken, by both."""
    bundle = schemas.bundle(name)

    newer, older = Draft202012Validator(bundle), Draft7Validator(to_draft7(bundle))

    assert newer.is_valid(document) == older.is_valid(document)


@pytest.mark.parametrize("name", schemas.names())
def test_bundles_are_flat(name: str) -> None:
    """No schema inside has an address, and every reference leads to a definition that is there."""
    bundle = to_draft7(schemas.bundle(name))
    inner = [each for key, value in bundle.items() if key != "$id" for each in _objects(value)]
    pointers = [each["$ref"] for each in inner if isinstance(each.get("$ref"), str)]

    assert [] == [each for each in inner if "$id" in each or "$defs" in each]
    assert all(pointer.startswith("#/definitions/") for pointer in pointers)
    assert all(resolve(bundle, pointer.removeprefix("#")) for pointer in pointers)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


def _wrong(validator: Any, document: Any) -> set[tuple[Any, ...]]:
    """Where, and by which keyword, a document is refused."""
    return {(*error.absolute_path, error.validator) for error in _deepest(validator.iter_errors(document))}


def _deepest(errors: Any) -> Any:
    for error in errors:
        yield from _deepest(error.context) if error.context else [error]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({"$schema": "…"}, {}),
        ({"$ref": "#/$defs/a"}, {"$ref": "#/definitions/a"}),
        ({"$ref": "b.json#/$defs/a"}, {"$ref": "b.json#/definitions/a"}),
        ({"title": "A", "$ref": "#"}, {"title": "A", "allOf": [{"$ref": "#"}]}),
        ({"$ref": "#", "allOf": [True]}, {"allOf": [{"$ref": "#"}, True]}),
        ({"$id": "https://a.example/1/b.json"}, {"$id": "https://a.example/1/draft-07/b.json"}),
        (
            {
                "$id": "https://a.example/a.schema.json",
                "items": {"$ref": "b.schema.json"},
                "not": {"$ref": "#/$defs/c"},
                "$defs": {
                    "c": {"$ref": "b.schema.json#/$defs/d"},
                    "https://a.example/b.schema.json": {
                        "$schema": "…",
                        "$id": "https://a.example/b.schema.json",
                        "type": "object",
                        "properties": {
                            "e": {"$ref": "#/$defs/d"},
                            "f": {"$ref": "#"},
                            "$ref": {"$ref": "a.schema.json"},
                        },
                        "$defs": {"d": {"$ref": "a.schema.json#/$defs/c"}},
                    },
                    "https://a.example/g.schema.json": {
                        "$id": "https://a.example/g.schema.json",
                        "title": "Definitions only",
                        "$defs": {"h": {"const": 1}},
                    },
                },
            },
            {
                "$id": "https://a.example/draft-07/a.schema.json",
                "items": {"$ref": "#/definitions/b"},
                "not": {"$ref": "#/definitions/c"},
                "definitions": {
                    "b": {
                        "type": "object",
                        "properties": {
                            "e": {"$ref": "#/definitions/b-d"},
                            "f": {"$ref": "#/definitions/b"},
                            "$ref": {"$ref": "#"},
                        },
                    },
                    "b-d": {"$ref": "#/definitions/c"},
                    "c": {"$ref": "#/definitions/b-d"},
                    "g-h": {"const": 1},
                },
            },
        ),
        (
            {"properties": {"$defs": {"$ref": "#"}, "$ref": {}}},
            {"properties": {"$defs": {"$ref": "#"}, "$ref": {}}},
        ),
        ({"const": {"$defs": {}}, "enum": ["$ref"]}, {"const": {"$defs": {}}, "enum": ["$ref"]}),
        (
            {"type": "object", "title": "A", "properties": {"a": {}}, "required": ["a"], "oneOf": [True]},
            {
                "title": "A",
                "oneOf": [True],
                "allOf": [{"type": "object", "properties": {"a": {}}, "required": ["a"]}],
            },
        ),
        ({"prefixItems": [{}], "items": False}, {"items": [{}], "additionalItems": False}),
        ({"prefixItems": [{}]}, {"items": [{}]}),
        ({"items": {"$ref": "#", "title": "A"}}, {"items": {"title": "A", "allOf": [{"$ref": "#"}]}}),
        (
            {"dependentRequired": {"a": ["b"], "c": ["d"]}, "dependentSchemas": {"a": {"$ref": "#/$defs/e"}}},
            {
                "dependencies": {
                    "a": {"required": ["b"], "allOf": [{"$ref": "#/definitions/e"}]},
                    "c": ["d"],
                }
            },
        ),
    ],
)
def test_keywords_get_their_older_names(newer: dict[str, Any], older: dict[str, Any]) -> None:
    """Where a keyword is meant, and nowhere else."""
    assert {"$schema": "http://json-schema.org/draft-07/schema#", **older} == to_draft7(newer)


@pytest.mark.parametrize("keyword", ["unevaluatedProperties", "minContains", "$dynamicRef"])
def test_what_has_no_older_name_is_refused(keyword: str) -> None:
    """Rather than dropped, at any depth."""
    with pytest.raises(UsageError, match=r"Draft 7 has no keyword for \S+: use draft 2020-12\.") as refused:
        to_draft7({"properties": {"a": {"not": {keyword: False}}}})

    assert keyword in str(refused.value)


def test_the_schema_given_is_not_changed() -> None:
    """What is made of it is a copy."""
    given_ = schemas.bundle("rest-gallery")

    to_draft7(given_)

    assert schemas.bundle("rest-gallery") == given_
