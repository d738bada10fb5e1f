"""Schemas of draft 2020-12 in the words of draft 7, for tools that know no newer one.

What a schema takes and refuses stays the same. Source: the release notes of the drafts 2019-09 and
2020-12, which say what was renamed.
"""

from collections.abc import Mapping
from typing import Any, Final

from gallery_lens.errors import UsageError

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"

#: Keywords whose value is one schema, a list of schemas, and an object of schemas.
_ONE: Final = frozenset(
    ("additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then")
)
_LISTS: Final = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_OBJECTS: Final = frozenset(("$defs", "dependentSchemas", "patternProperties", "properties"))

#: Keywords that describe an object and hang together, and those that combine schemas.
_OF_OBJECTS: Final = frozenset(
    ("additionalProperties", "dependencies", "patternProperties", "properties", "required", "type")
)
_COMBINED: Final = frozenset(("allOf", "anyOf", "oneOf"))

#: Keywords that say nothing of what a schema takes.
_ANNOTATIONS: Final = frozenset(("title", "description", "$comment", "examples"))

#: What draft 7 has no word for.
_NONE: Final = frozenset(
    (
        *("$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary", "maxContains", "minContains"),
        *("unevaluatedItems", "unevaluatedProperties"),
    )
)


def to_draft7(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of *schema*, alone or bundled with others, in draft 7.

    Its ``$id`` gets a folder of its own, ``draft-07/``, so that the two versions of a schema are never
    taken for each other. A bundle becomes flat: no schema inside has an ``$id``, and every reference is
    one to ``#/definitions/…``, because editors look at nothing else.

    Raises:
        UsageError: *schema* uses a keyword for which draft 7 has none.
    """
    own = schema.get("$defs", {})
    others = {_name(each["$id"]): each for each in own.values() if "$id" in each}
    if not others:
        return {"$schema": _DRAFT} | _object(schema)
    # A schema is called as its file is, and a definition of it ``<schema>-<definition>``.
    definitions = {name: _pointed(each, "", others) for name, each in own.items() if "$id" not in each}
    for name, other in others.items():
        inner = {key: value for key, value in other.items() if key not in ("$schema", "$id", "$defs")}
        parts = {name: inner} if inner.keys() - _ANNOTATIONS else {}
        parts |= {f"{name}-{key}": value for key, value in other.get("$defs", {}).items()}
        definitions |= {key: _pointed(value, name, others) for key, value in parts.items()}
    rest = _pointed({key: value for key, value in schema.items() if key != "$defs"}, "", others)
    return {"$schema": _DRAFT} | _object({**rest, "$defs": dict(sorted(definitions.items()))})


def _pointed(value: Any, name: str, others: Mapping[str, Any]) -> Any:
    """Return a copy of *value*, part of the schema *name*, whose references lead into the bundle."""
    if isinstance(value, list):
        return [_pointed(each, name, others) for each in value]
    if not isinstance(value, dict):
        return value
    copied = {key: _pointed(inner, name, others) for key, inner in value.items()}
    if isinstance(reference := value.get("$ref"), str):
        file, _, pointer = reference.partition("#")
        meant = _name(file) if file else name
        if meant in others:
            definition = pointer.removeprefix("/$defs/")
            pointer = f"/$defs/{meant}" + (pointer if definition == pointer else f"-{definition}")
        copied["$ref"] = f"#{pointer}"
    return copied


def _name(address: str) -> str:
    return address.rpartition("/")[2].partition(".")[0]


def _schema(schema: Any) -> Any:
    return schema if isinstance(schema, bool) else _object(schema)


def _object(schema: Mapping[str, Any]) -> dict[str, Any]:
    if lacking := sorted(_NONE & schema.keys()):
        raise UsageError(f"Draft 7 has no keyword for {', '.join(lacking)}: use draft 2020-12.")
    inner = {key: _value(key, value) for key, value in schema.items() if key != "$schema"}
    if "prefixItems" in inner:
        inner |= {"additionalItems": inner.pop("items")} if "items" in inner else {}
    required, dependent = inner.pop("dependentRequired", {}), inner.pop("dependentSchemas", {})
    twice = sorted(required.keys() & dependent.keys())
    both = {key: {"required": required[key], "allOf": [dependent[key]]} for key in twice}
    dependencies = {**required, **dependent, **both}
    names = {"$defs": "definitions", "prefixItems": "items"}
    renamed = {names.get(key, key): value for key, value in inner.items()}
    schema = renamed | ({"dependencies": dependencies} if dependencies else {})
    # Draft 7 would not look at what stands beside a reference. Alternatives beside the description of an
    # object mean the same there, but makers of types (json-schema-to-typescript) read one or the other.
    if "$ref" in schema and len(schema) > 1:
        others = {key: value for key, value in schema.items() if key != "$ref"}
        schema = others | {"allOf": [{"$ref": schema["$ref"]}, *schema.get("allOf", ())]}
    own = _OF_OBJECTS & schema.keys()
    if own.isdisjoint(("properties", "patternProperties")) or _COMBINED.isdisjoint(schema):
        return schema
    described = {key: value for key, value in schema.items() if key in own}
    others = {key: value for key, value in schema.items() if key not in own}
    return others | {"allOf": [described, *schema.get("allOf", ())]}


def _value(key: str, value: Any) -> Any:
    if key in _ONE:
        return _schema(value)
    if key in _LISTS:
        return [_schema(each) for each in value]
    if key in _OBJECTS:
        return {name: _schema(each) for name, each in value.items()}
    if key not in ("$id", "$ref"):
        return value
    # An address, or the name that one is kept under.
    base, mark, fragment = value.partition("#")
    folder, slash, file = base.rpartition("/")
    moved = f"{folder}/draft-07/{file}" if slash and ":" in folder else base
    return moved + mark + fragment.replace("/$defs/", "/definitions/")
