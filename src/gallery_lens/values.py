"""Values that are equal if they hold the same.

attrs writes the methods for that anew for each class, which takes a good part of a short run; here they
are written once, and say the same.
"""

import operator
from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

import attrs


class Value:
    """A base of attrs classes that are made with ``eq=False, repr=False``, and hold two values or more."""

    __slots__ = ()

    classes: ClassVar[int] = 0  #: how many are derived from this one

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        Value.classes += 1

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(map(operator.eq, _compared(self), _compared(other)))

    def __hash__(self) -> int:
        return hash((type(self), *_compared(self)))

    def __repr__(self) -> str:
        kind: Any = type(self)
        held = ((name, getattr(self, name), default) for name, default in _shown(kind))
        said = [
            f"{name}={short(value)}"
            for name, value, default in held
            if not (value is default or (type(value) is type(default) and value == default))
        ]
        return f"{kind.__qualname__}({', '.join(said)})"


#: How much of a text, of a list and of anything else stands in a ``repr``.
_CHARACTERS, _ELEMENTS, _REST = 80, 3, 200


def short(value: object) -> str:
    """Return ``repr(value)``, or as much of it as one can read."""
    if isinstance(value, str):
        return repr(value) if len(value) <= _CHARACTERS else f"{value[:_CHARACTERS]!r}…"
    if isinstance(value, tuple) and len(value) > _ELEMENTS:
        first = ", ".join(map(short, value[:_ELEMENTS]))
        return f"({first}, … {len(value) - _ELEMENTS} more)"
    if isinstance(value, (dict, list)):
        text = repr(value)
        return text if len(text) <= _REST else f"{text[:_REST]}…"
    return repr(value)


@cache
def _shown(model: Any) -> tuple[tuple[str, object], ...]:
    """The names of what stands in a ``repr``, with defaults: what is as it is by default is left out."""
    shown: list[tuple[str, object]] = []
    for field in attrs.fields(model):
        if field.repr:
            made = isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]
            shown.append((_public(field), field.default.factory() if made else field.default))
    return tuple(shown)


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
