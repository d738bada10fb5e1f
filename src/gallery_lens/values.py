"""Values that are equal if they hold the same.

attrs writes the methods for that anew for each class, which takes a good part of a short run; here they
are written once, and say the same.
"""

import operator
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs


class Value:
    """A base of attrs classes that are made with ``eq=False, repr=False``, and hold two values or more."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(map(operator.eq, _compared(self), _compared(other)))

    def __hash__(self) -> int:
        return hash((type(self), *_compared(self)))

    def __repr__(self) -> str:
        model: Any = type(self)
        shown = (_public(field) for field in attrs.fields(model) if field.repr)
        return f"{model.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _compared(value: object) -> tuple[Any, ...]:
    model: Any = type(value)
    return _getter(model)(value)


@cache
def _getter(model: Any) -> Callable[[object], tuple[Any, ...]]:
    return operator.attrgetter(*(_public(field) for field in attrs.fields(model) if field.eq))


def _public(field: Any) -> str:
    """The name by which a field's value is read: what holds it may be private."""
    name: str = field.alias or field.name
    return name
