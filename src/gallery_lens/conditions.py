"""Conditions on the fields of an item, as data: what a loss hangs on, and when a rule has nothing to say.

A condition is an operation on fields of the model, named by dotted paths, and on constants. It can be
evaluated (``holds``), and printed as code of any language by who knows how that spells the operations; so
it is written once for the interpreter and for what is compiled from the tables.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

import attrs

from gallery_lens.model import UNSET


class Field:
    """A field of the model, by its dotted path from the item."""

    __slots__ = ("owner", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.owner = path.rpartition(".")[0]

    def of(self, root: Any) -> Any:
        """Return the value that *root* holds; ``UNSET`` where an object on the way is missing."""
        for step in self.path.split("."):
            root = getattr(root, step) if root else UNSET
        return root


class Condition:
    """An operation, and what it is done with: fields, constants, other conditions."""

    __slots__ = ("given", "operation")

    def __init__(self, operation: str, *given: Any) -> None:
        self.operation = operation
        self.given = given

    def __and__(self, other: "Condition") -> "Condition":
        return Condition("and", self, other)

    def __or__(self, other: "Condition") -> "Condition":
        return Condition("or", self, other)

    def __invert__(self) -> "Condition":
        return Condition("not", self)

    def __call__(self, value: Any, owner: Any, to: Any) -> bool:
        """Return whether it holds for the root of the conversion *to*, as losses ask."""
        return self.holds(to.root)

    def holds(self, root: Any) -> bool:
        """Return whether it holds for the item *root*."""
        if self.operation in _CONNECTIVES:
            return _CONNECTIVES[self.operation](each.holds(root) for each in self.given)
        values = (each.of(root) if isinstance(each, Field) else each for each in self.given)
        return bool(_OPERATIONS[self.operation](*values))

    @property
    def fields(self) -> frozenset[Field]:
        """All fields that it looks at."""
        own = {each for each in self.given if isinstance(each, Field)}
        return frozenset(own).union(*(each.fields for each in self.given if isinstance(each, Condition)))


def present(value: Any, owner: Any = None, to: Any = None) -> bool:
    """Return whether there is anything to lose: neither null nor empty, at any depth of the model."""
    if value is UNSET or value is None:
        return False
    kind: Any = type(value)
    if names := fields_of(kind):
        return any(present(getattr(value, name)) for name in names)
    return value not in ("", (), {})


@cache
def fields_of(kind: type) -> tuple[str, ...]:
    """The fields of an object of the model; none of anything else."""
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def has(field: str) -> Condition:
    """Hold if there is anything in *field*: neither null nor empty."""
    return Condition("has", Field(field))


def there(field: str) -> Condition:
    """Hold if the object *field* is there, be it empty."""
    return Condition("there", Field(field))


def longer(field: str, limit: int) -> Condition:
    """Hold if the text in *field* has more than *limit* characters."""
    return Condition("longer", Field(field), limit)


def among(field: str, *words: Any) -> Condition:
    """Hold if *field* is one of *words*."""
    return Condition("among", Field(field), words)


def between(field: str, low: float, high: float) -> Condition:
    """Hold if the number in *field*, if any, is in a range."""
    return Condition("between", Field(field), low, high)


def starts(field: str, *heads: str) -> Condition:
    """Hold if the text in *field* begins with one of *heads*."""
    return Condition("starts", Field(field), heads)


def call(function: Callable[..., bool], *fields: str) -> Condition:
    """Hold if *function*, known by its name wherever the condition is printed, says so of *fields*."""
    return Condition("call", function, *map(Field, fields))


_OPERATIONS: Final[dict[str, Callable[..., Any]]] = {
    "has": present,
    "there": lambda value: value is not UNSET and value is not None,
    "longer": lambda text, limit: len(text or "") > limit,
    "among": lambda value, words: value in words,
    "between": lambda number, low, high: number is None or number is UNSET or low <= number <= high,
    "starts": lambda text, heads: isinstance(text, str) and text.startswith(heads),
    "call": lambda function, *values: function(*values),
}
_CONNECTIVES: Final[dict[str, Callable[[Iterable[bool]], bool]]] = {
    "and": all,
    "or": any,
    "not": lambda held: not any(held),
}
