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

from gallery_lens.dialects.rows import Codec, Row, Takes
from gallery_lens.dialects.table import Node, Table
from gallery_lens.model import Kind
from gallery_lens.values import evolve

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
    "address": lambda: Annotated[str, msgspec.Meta(pattern="^(?!null$)")],
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
    like: "Shape | None" = None  #: the type of the object that may stand here instead of under its own key
    learned: bool = False
    element: int | None = None  #: which of the values it is that stand there as a list

    def stands_for(self, inner: "Shape | None") -> bool:
        """Return whether the object *inner* may stand under this key instead of under its own."""
        return self.like is not None and inner is not None and self.like.type is inner.type


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
    return _shape((), kinds, learned, _order(table))


def shape_for_strangers(table: Table) -> Shape:
    """Return the shape of what other families become: the keys that are written for them, in that order."""
    rows = (row for row in table.rows if row.field or row.codec.derives)
    return shape_of(evolve(table, rows=tuple(row for row in rows if row.takes is Takes.ANY)), {})


def _shape(
    way: Way, nodes: list[Node], learned: Mapping[Way, Iterable[str]], order: Mapping[Way, list[str]]
) -> Shape:
    names = [name for name in order[way] if any(name in node.rows or name in node.children for node in nodes)]
    keys = [_key(name, way, nodes, learned, order) for name in names]
    keys += [
        Key(name, f"learned{index}", learned=True) for index, name in enumerate(sorted(learned.get(way, ())))
    ]
    return Shape(way, nodes[0].home, _struct(tuple(map(_field, keys))), tuple(keys))


def _order(table: Table) -> dict[Way, list[str]]:
    """The keys of each object in the order of the table, which is that of writing, whatever kind it is of."""
    order: dict[Way, list[str]] = {}
    for kind in Kind:
        own: dict[Way, dict[str, None]] = {}
        for row in table.rows:
            for depth, step in enumerate(row.steps) if row.kind in (None, kind) else ():
                own.setdefault(row.steps[:depth], {})[step] = None
        for way, names in own.items():
            _merge(order.setdefault(way, []), names)
    return order


def _merge(names: list[str], others: Iterable[str]) -> None:
    """Put *others* among *names*, each behind the one that comes before it in *others*."""
    at = 0
    for name in others:
        if name not in names:
            names.insert(at, name)
        at = names.index(name) + 1


def _key(
    name: str,
    way: Way,
    nodes: list[Node],
    learned: Mapping[Way, Iterable[str]],
    order: Mapping[Way, list[str]],
) -> Key:
    row = next((node.rows[name] for node in nodes if name in node.rows), None)
    if row is not None and row.codec.shape[:1] == ("like",):
        return Key(name, name, row, like=_key(row.codec.shape[1], way, nodes, learned, order).inner)
    inner = [node.children[name] for node in nodes if name in node.children]
    return Key(name, name, row, _shape((*way, name), inner, learned, order) if inner else None)


def _field(key: Key) -> tuple[str, str, Any]:
    return key.attribute, key.name, _annotation(key)


def _annotation(key: Key) -> Any:
    if key.learned:
        return Any
    if key.inner is not None:
        inside = key.inner.type | UnsetType if key.row is None else key.inner.type | None | UnsetType
        return inside | list[str] if is_wrapped(key) else inside
    assert key.row is not None
    inner = key.like.type if key.like is not None else _value(key.row.codec)
    # null is refused where the codec refuses it; where it has no shape, nothing but null is usual.
    return None | UnsetType if inner is None else inner | None | UnsetType


def is_wrapped(key: Key) -> bool:
    """Return whether a list of texts may stand in place of the object that holds it."""
    return key.row is not None and key.row.codec.shape[:1] == ("wrapped",)


def _value(codec: Codec) -> Any:
    if not codec.shape:
        return None
    name, *given = codec.shape
    if name == "list":
        most, table = given if len(given) > 1 else (*given, codec.table)
        return Annotated[list[shape_of_element(table).type], Meta(max_length=most)]  # type: ignore[misc]
    if name == "pair":
        return Annotated[list[_number(None, None)], Meta(min_length=2, max_length=2)]  # type: ignore[misc]
    return _ANNOTATIONS[name](*given)


@cache
def shape_of_element(table: Table) -> Shape:
    """Return the shape of an element of a list."""
    return _shape((), [table.nodes[None]], {}, _order(table))


_known: dict[tuple[Any, ...], type[msgspec.Struct]] = {}


def _struct(fields: tuple[tuple[str, str, Any], ...]) -> type[msgspec.Struct]:
    if fields not in _known:
        slots = [(attribute, Any if note is Any else note, UNSET) for attribute, _, note in fields]
        names = {attribute: name for attribute, name, _ in fields}
        _known[fields] = msgspec.defstruct(
            "Wire", slots, rename=names, forbid_unknown_fields=True, gc=False, omit_defaults=True
        )
    return _known[fields]
