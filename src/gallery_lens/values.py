"""Values whose methods are written once, where attrs writes and compiles them anew for each class.

That takes a good part of a short run. A ``Value`` is an attrs class that is compared and shown as attrs would
have it; a ``Record`` is none at all.
"""

import operator
from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

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
    if issubclass(model, Record):
        return tuple((name, model.held_defaults.get(name, Record)) for name in model.held_fields)
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
    if issubclass(model, Record):
        return operator.attrgetter(*model.held_fields)
    return operator.attrgetter(*(_public(field) for field in attrs.fields(model) if field.eq))


def _public(field: Any) -> str:
    """The name by which a field's value is read: what holds it may be private."""
    name: str = field.alias or field.name
    return name


T = TypeVar("T")


class _Fresh:
    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], T]) -> T:
    """Declare that a field of a ``Record`` is what *factory* returns, unless it is given."""
    return cast(T, _Fresh(factory))


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
class Record:
    """A base of small classes that hold what is annotated in them, for ourselves and by name.

    They are like ``attrs.frozen(eq=False)`` to who uses them and to type checkers, which alone see to it that
    nothing is set later, and take no time to make.
    """

    held_fields: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _count: ClassVar[int] = 0
    held_defaults: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Callable[[], Any]]] = {}

    def __init_subclass__(cls, *, kw_only: bool = False, frozen: bool = True) -> None:
        super().__init_subclass__()
        own = tuple(cls.__annotations__)
        given = {name: vars(cls)[name] for name in own if name in vars(cls)}
        made = {name: value.factory for name, value in given.items() if isinstance(value, _Fresh)}
        for name in given:
            delattr(cls, name)
        cls.held_fields += own
        cls._names = frozenset(cls.held_fields)
        cls._count = len(cls.held_fields)
        cls.held_defaults = cls.held_defaults | {name: given[name] for name in given if name not in made}
        cls._factories = cls._factories | made

    def __init__(self, *given: Any, **named: Any) -> None:
        held = self.__dict__ = self.held_defaults | named
        if given:
            held |= zip(self.held_fields, given)  # noqa: B905 - the others are named
        if len(held) != self._count:
            for name in self._factories:
                if name not in held:
                    held[name] = self._factories[name]()
            if held.keys() != self._names:
                raise TypeError(f"{type(self).__qualname__} holds {', '.join(self.held_fields)}")

    def __repr__(self) -> str:
        return Value.__repr__(self)  # type: ignore[arg-type]


R = TypeVar("R", bound=Record)


def evolve(record: R, **changes: Any) -> R:
    """Return a record that holds *changes*, and else the same."""
    kind = type(record)
    return kind(**{name: getattr(record, name) for name in kind.held_fields} | changes)
