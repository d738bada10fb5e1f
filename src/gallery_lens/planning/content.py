"""The content of an item in one form: REST, without what the server sets and what it does not know."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any, Final

import attrs

from gallery_lens.api import read, write
from gallery_lens.conversion.guarding import refuse_internal
from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.rows import holds_anything
from gallery_lens.dialects.table import Table
from gallery_lens.errors import ReadError, UsageError, WriteError
from gallery_lens.places import Place
from gallery_lens.words import SourceName

#: What the server sets on an item, and what places it.
_READ_ONLY: Final = frozenset(("id", "type", "createdDate", "updatedDate", "sortOrder"))
#: The branches of an item, with the object that is the medium.
BRANCHES: Final = {"image": "imageInfo", "video": "videoInfo", "text": None}
#: A tree of declared keys: an object's, a list's, or None for what is taken whole.
_Tree = dict[str, Any]
_EMPTY: Final[tuple[Any, ...]] = (None, {}, [])


def wire_of(raw: Any, dialect: SourceName, *, as_velo: bool = False) -> dict[str, Any] | None:
    """Return an item as REST spells it, or None if it cannot be read.

    With *as_velo* without what Velo's form has no place for.
    """
    try:
        (item,) = read([raw], dialect).items or ()
        if as_velo and item.origin and item.origin.dialect != "velo":
            (item,) = read([write(item, "velo")], "velo").items or ()
        # Without an origin nothing is written back as it was spelled.
        own = item.origin is not None and item.origin.dialect == "rest"
        return write(attrs.evolve(item, origin=None) if own else item, "rest")
    except (ReadError, WriteError, UsageError, ValueError) as error:
        refuse_internal(error)
        return None


def content_of(raw: Any, dialect: SourceName) -> dict[str, Any] | None:
    """Return the declared content of an item, or None if it cannot be read."""
    wire = wire_of(raw, dialect)
    return None if wire is None else cleaned(wire)


def cleaned(wire: Mapping[str, Any]) -> dict[str, Any]:
    """Return the declared content of an item on the wire, without empty values."""
    known = {key: value for key, value in wire.items() if key not in _READ_ONLY}
    found = _clean(known, _tree())
    return found if isinstance(found, dict) else {}


def _clean(value: Any, tree: _Tree | None) -> Any:
    """Return the declared part of *value*, None if nothing is left."""
    if isinstance(value, list) and tree is not None:
        value = [inner for inner in (_clean(each, tree) for each in value) if inner is not None]
    elif isinstance(value, dict) and tree is not None:
        pairs = ((key, _clean(inner, tree[key])) for key, inner in value.items() if key in tree)
        value = {key: inner for key, inner in pairs if inner is not None}
        # The server makes the address of a picture of its id, but not that of a video.
        if "url" in tree and "posters" not in tree and value.get("id"):
            value.pop("url", None)
    return None if value in _EMPTY and not isinstance(value, bool | int | float) else value


def undeclared(wire: Mapping[str, Any]) -> dict[Place, Any]:
    """Return the values of an item on the wire whose keys REST does not declare, by their places."""
    return dict(_undeclared(wire, _tree(), ()))


def _undeclared(value: Any, tree: _Tree | None, place: Place) -> Iterator[tuple[Place, Any]]:
    if tree is None or not isinstance(value, Mapping):
        return
    for key, inner in value.items():
        if key in tree:
            yield from _undeclared(inner, tree[key], (*place, key))
        elif holds_anything(inner):
            yield (*place, key), inner


def with_undeclared(fields: Mapping[str, Any], undeclared: Mapping[Place, Any]) -> dict[str, Any]:
    """Return branches with the undeclared keys in them, which a call that replaces them would clear."""
    found = {key: deepcopy(value) for key, value in fields.items()}
    for (*around, last), value in undeclared.items():
        held: Any = found
        for key in around:
            held = held.get(key) if isinstance(held, dict) else None
        if around and isinstance(held, dict):
            held.setdefault(last, value)
    return found


@cache
def _tree() -> _Tree:
    return _tree_of(DIALECTS["rest"].item)


def _tree_of(table: Table) -> _Tree:
    tree: _Tree = {}
    for row in table.rows:
        *around, last = row.wire.split(".")
        inside = tree
        for key in around:
            inside[key] = inside.get(key) or {}
            inside = inside[key]
        inside.setdefault(last, _tree_of(row.codec.table) if row.codec.table else None)
    return tree


def key_of(value: Any) -> str:
    """Return a text that is the same for equal values: 1 and 1.0 are equal, true and 1 are not."""
    return json.dumps(_numbers(value), sort_keys=True)


def _numbers(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _numbers(inner) for key, inner in value.items()}
    return [_numbers(inner) for inner in value] if isinstance(value, list | tuple) else value


def medium_of(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the identity of an item's medium: an item with another one is another item."""
    for branch, inside in BRANCHES.items():
        if branch in content:
            info = content[branch].get(inside) or {} if inside else {}
            address = info.get("url", "") if branch == "video" else ""
            return branch, str(info.get("id") or address)
    return ()


def obstacle(content: Mapping[str, Any]) -> str | None:
    """Return why an item with this content cannot be created, as a clause; None if it can."""
    image, video, text = (content.get(branch) for branch in BRANCHES)
    if image is not None:
        info = image.get("imageInfo") or {}
        if not info.get("id"):
            return "its picture is not in the Media Manager" if info.get("url") else "it has no picture"
        sides = [info.get(side) for side in ("width", "height")]
        sized = all(isinstance(side, int | float) and side is not True and side > 0 for side in sides)
        return None if sized else "its picture has no width and height"
    if video is not None:
        info = video.get("videoInfo") or {}
        return None if info.get("id") or info.get("url") else "it has no video"
    return None if text and text.get("html") else "it has no picture, video or text"
