"""The types that wire objects are read as, made from a dialect's table: narrower than it, never wider.

Null and absent are told apart; a key that nobody declares is refused, unless it was met before and has a
slot. Objects that two dialects spell alike have one type, so that they can be passed on as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeAlias

import attrs
import msgspec
from msgspec import UNSET, Meta, UnsetType

from gallery_lens.dialects.rows import Codec, Row
from gallery_lens.dialects.table import Node, Table

#: The keys that lead to an object on the wire.
Way: TypeAlias = tuple[str, ...]


def _number(low: float | None, high: float | None) -> Any:
    # A union, since a limit holds for one type of number only; infinities and NaN are refused by a range.
    limits = Meta(ge=_LEAST if low is None else low, le=_MOST if high is None else high)
    return Annotated[int, _whole_limits(low, high)] | Annotated[float, limits]


def _whole_limits(low: float | None, high: float | None) -> Meta:
    return Meta(
        ge=-LARGEST if low is None else int(low),
        le=LARGEST if high is None else int(high),
    )


#: What numbers of JavaScript are, and integers that it knows exactly.
_MOST: Final = 1.7976931348623157e308
_LEAST: Final = -_MOST
LARGEST: Final = 2**53

_ANNOTATIONS: Final[dict[str, Callable[..., Any]]] = {
    "text": lambda: str,
    # The word null is no id: the item is read without it.
    "id": lambda: Annotated[str, msgspec.Meta(pattern="^(?!null$)")],
    "date": lambda: str,
    "boolean": lambda: bool,
    "whole": lambda low, high: Annotated[int, _whole_limits(low, high)],
    "number": _number,
    "choice": lambda *words: Literal[tuple(map(str, words))],
    "free": lambda: dict[str, Any],
    "texts": lambda: list[str],
}


@attrs.frozen(eq=False)
class Key:
    """A key in an object on the wire, as a type has it."""

    name: str  #: on the wire
    attribute: str
    row: Row | None = None  #: what is read there, unless it is an object that the model has none for
    inner: "Shape | None" = None  #: the type of the object that stands there
    learned: bool = False


@attrs.frozen(eq=False)
class Shape:
    """The type of an object on the wire."""

    way: Way
    home: str  #: the path of the object of the model that it belongs to
    type: "type[msgspec.Struct]"
    keys: tuple[Key, ...]

    @property
    def by_name(self) -> dict[str, Key]:
        """The keys by their names on the wire."""
        return {key.name: key for key in self.keys}

    def walk(self) -> "Iterable[Shape]":
        """Yield this shape and those of all objects inside, outer ones first."""
        yield self
        for key in self.keys:
            if key.inner is not None:
                yield from key.inner.walk()


def shape_of(table: Table, learned: Mapping[Way, Iterable[str]]) -> Shape:
    """Return the shape of what stands on the wire of *table*, with slots for the keys that were *learned*."""
    kinds = [node for kind, node in table.nodes.items() if kind is not None]
    return _shape((), kinds, learned)


def _shape(way: Way, nodes: list[Node], learned: Mapping[Way, Iterable[str]]) -> Shape:
    keys = [_key(name, way, nodes, learned) for name in _names(nodes)]
    keys += [
        Key(name, f"learned{index}", learned=True) for index, name in enumerate(sorted(learned.get(way, ())))
    ]
    return Shape(way, nodes[0].home, _struct(tuple(map(_field, keys))), tuple(keys))


def _names(nodes: Iterable[Node]) -> Iterable[str]:
    """The keys of objects that stand at one place in items of different kinds, in the order of the table."""
    return dict.fromkeys(name for node in nodes for name in (*_in_order(node),))


def _in_order(node: Node) -> Iterable[str]:
    # A row stands before what its object holds, an object without a row where its first key does.
    return dict.fromkeys((*node.rows, *node.children))


def _key(name: str, way: Way, nodes: list[Node], learned: Mapping[Way, Iterable[str]]) -> Key:
    row = next((node.rows[name] for node in nodes if name in node.rows), None)
    inner = [node.children[name] for node in nodes if name in node.children]
    return Key(name, name, row, _shape((*way, name), inner, learned) if inner else None)


def _field(key: Key) -> tuple[str, str, Any]:
    return key.attribute, key.name, _annotation(key)


def _annotation(key: Key) -> Any:
    if key.learned:
        return Any
    if key.inner is not None:
        return key.inner.type | UnsetType if key.row is None else key.inner.type | None | UnsetType
    assert key.row is not None
    inner = _value(key.row.codec)
    # null is refused where the codec refuses it; where it has no shape, nothing but null is usual.
    return None | UnsetType if inner is None else inner | None | UnsetType


def _value(codec: Codec) -> Any:
    if not codec.shape:
        return None
    name, *given = codec.shape
    if name == "list":
        assert codec.table is not None
        (most,) = given
        return Annotated[list[shape_of_element(codec.table).type], Meta(max_length=most)]  # type: ignore[misc]
    return _ANNOTATIONS[name](*given)


@cache
def shape_of_element(table: Table) -> Shape:
    """Return the shape of an element of a list."""
    return _shape((), [table.nodes[None]], {})


_known: dict[tuple[Any, ...], type[msgspec.Struct]] = {}


def _struct(fields: tuple[tuple[str, str, Any], ...]) -> type[msgspec.Struct]:
    if fields not in _known:
        slots = [(attribute, Any if note is Any else note, UNSET) for attribute, _, note in fields]
        names = {attribute: name for attribute, name, _ in fields}
        _known[fields] = msgspec.defstruct(
            "Wire", slots, rename=names, forbid_unknown_fields=True, gc=False, omit_defaults=True
        )
    return _known[fields]
