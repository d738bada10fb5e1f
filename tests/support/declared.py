"""What a schema declares: its properties by path, an element of an array being ``*``."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from gallery_lens import schemas


@cache
def properties(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return all that the schema *name* says of each path, of the root (``""``) too.

    What holds under a condition only (``if``, ``then``, ``else``) is left out.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for path, schema in _walk(schemas.schema(name), name, ""):
        found.setdefault(path, []).append(schema)
    return found


def _walk(schema: dict[str, Any], file: str, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield at, schema
    if "$ref" in schema:
        yield from _walk(*_referred(schema["$ref"], file), at)
    for key, inner in schema.get("properties", {}).items():
        yield from _walk(inner, file, f"{at}/{key}")
    if "items" in schema:
        yield from _walk(schema["items"], file, f"{at}/*")


def _referred(reference: str, file: str) -> tuple[dict[str, Any], str]:
    path, _, place = reference.partition("#")
    home = path.removesuffix(".schema.json") or file
    found = schemas.schema(home)
    for step in place.split("/")[1:]:
        found = found[step]
    return found, home
