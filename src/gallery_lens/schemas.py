"""Finds the JSON Schemas, in a wheel or in a checkout, and makes one validator per schema.

A schema's name is its file's name without ``.schema.json``: ``"velo-item"``, ``"report"``.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from gallery_lens.errors import UsageError
from gallery_lens.words import closest

if TYPE_CHECKING:
    from referencing import Registry

_SUFFIX: Final = ".schema.json"


class Validator(Protocol):
    """The part of a ``jsonschema`` validator that callers use."""

    def is_valid(self, instance: Any) -> bool:
        """Return whether *instance* is what the schema describes."""

    def iter_errors(self, instance: Any) -> Iterator[Any]:
        """Yield a ``jsonschema.ValidationError`` for everything that is wrong with *instance*."""


def names() -> tuple[str, ...]:
    """Return the names of all schemas, sorted."""
    return tuple(_texts())


def text(name: str) -> str:
    """Return the schema's file as it is.

    Raises:
        UsageError: There is no such schema.
    """
    try:
        return _texts()[name.lower()]
    except KeyError:
        close = closest(name, names())
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(names())}"
        raise UsageError(f"there is no schema {name!r}; {hint}") from None


def schema(name: str) -> dict[str, Any]:
    """Return the schema as a new dict, which the caller may change.

    Raises:
        UsageError: There is no such schema.
    """
    return cast(dict[str, Any], json.loads(text(name)))


@cache
def validator(name: str) -> Validator:
    """Return a ``jsonschema`` validator that finds all our schemas and fetches nothing; made once.

    Raises:
        UsageError: There is no such schema.
    """
    # Imported late because it costs more than everything else at start-up, and is rarely needed.
    from jsonschema import Draft202012Validator

    made: Validator = Draft202012Validator(schema(name), registry=_registry())
    return made


def bundle(name: str) -> dict[str, Any]:
    """Return the schema with every schema that it leads to under ``$defs``, by its ``$id``.

    The result is a new dict that refers to nothing outside itself.

    Raises:
        UsageError: There is no such schema.
    """
    root = schema(name)
    found, waiting = {name}, [root]
    while waiting:
        new = set(_referred(waiting.pop())) - found
        found |= new
        waiting.extend(map(schema, new))
    others = {other["$id"]: other for other in map(schema, sorted(found - {name}))}
    return root | {"$defs": root.get("$defs", {}) | others} if others else root


def _referred(value: Any) -> Iterator[str]:
    """The names of the schemas that *value* refers to by ``$ref``."""
    if isinstance(value, list):
        for element in value:
            yield from _referred(element)
    elif isinstance(value, dict):
        file = str(value.get("$ref", "")).partition("#")[0]
        if file:
            yield file.removesuffix(_SUFFIX)
        yield from _referred(list(value.values()))


@cache
def _texts() -> dict[str, str]:
    # Imported late because it costs milliseconds, and most commands need no schema.
    from importlib.resources import files
    from pathlib import Path

    folder = files("gallery_lens") / "schemas"
    if not folder.is_dir():
        folder = Path(__file__).resolve().parents[2] / "schemas"
    found = [file for file in folder.iterdir() if file.name.endswith(_SUFFIX)]
    by_name = {file.name.removesuffix(_SUFFIX): file.read_bytes().decode() for file in found}
    return dict(sorted(by_name.items()))


@cache
def _registry() -> "Registry[Any]":
    from referencing import Registry, Resource

    resources = (Resource.from_contents(schema(name)) for name in names())
    return resources @ Registry()
