"""Schemas in draft 7: other words, the same documents taken and refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

import strategies
from gallery_lens import schemas
from gallery_lens.draft7 import to_draft7
from gallery_lens.errors import UsageError

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
            {"$defs": {"https://a.example/b.json": {"$schema": "…", "$id": "https://a.example/b.json"}}},
            {
                "definitions": {
                    "https://a.example/draft-07/b.json": {"$id": "https://a.example/draft-07/b.json"}
                }
            },
        ),
        (
            {"properties": {"$defs": {"$ref": "#"}, "$ref": {}}},
            {"properties": {"$defs": {"$ref": "#"}, "$ref": {}}},
        ),
        ({"const": {"$defs": {}}, "enum": ["$ref"]}, {"const": {"$defs": {}}, "enum": ["$ref"]}),
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
