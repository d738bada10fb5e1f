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
_OBJECTS: Final = frozenset(("dependentSchemas", "patternProperties", "properties"))

#: What draft 7 has no word for.
_NONE: Final = frozenset(
    (
        *("$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary", "maxContains", "minContains"),
        *("unevaluatedItems", "unevaluatedProperties"),
    )
)


def to_draft7(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of *schema*, alone or bundled with others, in draft 7.

    Its ``$id``, and those of the schemas in it, get a folder of their own, ``draft-07/``, so that the
    two versions of a schema are never taken for each other.

    Raises:
        UsageError: *schema* uses a keyword for which draft 7 has none.
    """
    return {"$schema": _DRAFT} | _object(schema)


def _schema(schema: Any) -> Any:
    return schema if isinstance(schema, bool) else _object(schema)


def _object(schema: Mapping[str, Any]) -> dict[str, Any]:
    if lacking := sorted(_NONE & schema.keys()):
        raise UsageError(f"Draft 7 has no keyword for {', '.join(lacking)}: use draft 2020-12.")
    inner = {key: _value(key, value) for key, value in schema.items() if key != "$schema"}
    return _apart(_renamed(inner))


def _value(key: str, value: Any) -> Any:
    if key in _ONE:
        return _schema(value)
    if key in _LISTS:
        return [_schema(each) for each in value]
    if key == "$defs":  # bundled schemas are kept under their addresses
        return {_address(name): _schema(each) for name, each in value.items()}
    if key in _OBJECTS:
        return {name: _schema(each) for name, each in value.items()}
    return _address(value) if key in ("$id", "$ref") else value


def _address(text: str) -> str:
    """Return an address, or the name that one is kept under, as it is in draft 7."""
    base, mark, fragment = text.partition("#")
    folder, slash, file = base.rpartition("/")
    moved = f"{folder}/draft-07/{file}" if slash and ":" in folder else base
    return moved + mark + fragment.replace("/$defs/", "/definitions/")


def _renamed(schema: dict[str, Any]) -> dict[str, Any]:
    """Give keywords their older names."""
    if "prefixItems" in schema:
        rest = {"additionalItems": schema["items"]} if "items" in schema else {}
        schema = {key: value for key, value in schema.items() if key != "items"} | rest
    required, dependent = schema.pop("dependentRequired", {}), schema.pop("dependentSchemas", {})
    twice = sorted(required.keys() & dependent.keys())
    both = {key: {"required": required[key], "allOf": [dependent[key]]} for key in twice}
    dependencies = {**required, **dependent, **both}
    names = {"$defs": "definitions", "prefixItems": "items"}
    renamed = {names.get(key, key): value for key, value in schema.items()}
    return renamed | ({"dependencies": dependencies} if dependencies else {})


def _apart(schema: dict[str, Any]) -> dict[str, Any]:
    """Put a reference into ``allOf`` if anything stands beside it, which draft 7 would not look at."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    others = {key: value for key, value in schema.items() if key != "$ref"}
    return others | {"allOf": [{"$ref": schema["$ref"]}, *schema.get("allOf", ())]}
