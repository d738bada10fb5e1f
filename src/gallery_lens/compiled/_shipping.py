"""The printed conversions as modules of the package, so that starting need not print them.

``make generate`` writes them, a test compares. One that has learned undeclared keys is printed at run time.
"""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import FunctionType
from typing import Any, Final

import msgspec

from gallery_lens.compiled import carrying
from gallery_lens.compiled._finding import Finder
from gallery_lens.compiled._settling import moves_of
from gallery_lens.compiled.bits import Bits, Found, Mover
from gallery_lens.compiled.carrying import Task, carriers
from gallery_lens.compiled.printing import Printer, element_type, respelling
from gallery_lens.compiled.shapes import Shape, Way
from gallery_lens.dialects import Dialect
from gallery_lens.rules import rule
from gallery_lens.rules.base import Finds

_PACKAGE: Final = f"{__package__}.printed"
_HEAD: Final = '''"""The conversion of usual items from {source} to {target}.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

'''


def module_name(source: Dialect, target: Dialect) -> str:
    """Return the name of the module of a conversion, without that of its package."""
    return f"{source.name}_to_{target.name}".replace("-", "_")


def module_text(printer: Printer) -> str:
    """Return the text of the module of a conversion."""
    batch = printer.print()
    found = "".join(f"    {_found(each)},\n" for each in printer.bits.found[1:])
    bound = [*_bound(printer)]
    names = ", ".join(name for name, _ in bound)
    lines = "".join(f"    {name} = {code}\n" for name, code in bound)
    return (
        _HEAD.format(source=printer.source.name, target=printer.target.name)
        + "".join(f"{line}\n" for line in sorted(_imports(printer)))
        + f"\nFOUND = (\n{found})\nPLACED = {printer.bits.placed}\n\n\n"
        + "def bind(bound):\n"
        + (f"    global {names}\n{lines}" if bound else "    pass\n")
        + f"\n\n{batch}\n"
    )


def _found(each: Found) -> tuple[str, tuple[Any, ...], int | None]:
    facts = [one.facts for one in _finds(each.rule)]
    return each.rule, each.place, None if each.facts is None else facts.index(each.facts)


def _finds(name: str) -> tuple[Finds, ...]:
    return (*rule(name).finds, *rule(name).partly)


def _imports(printer: Printer) -> Iterator[str]:
    bound = dict(_bound(printer))
    for name, value in printer.names.items():
        if name == "UNSET":
            yield "from msgspec import UNSET"
        elif name not in bound and name != "__builtins__":
            home, known = _home(value)
            yield f"from {home} import {known}" + (f" as {name}" if known != name else "")


def _home(value: Any) -> tuple[str, str]:
    """Return the module and the name that *value* is imported by."""
    if isinstance(getattr(value, "__self__", None), re.Pattern):
        return carrying.__name__, next(name for name, held in vars(carrying).items() if held is value)
    # What is written in C names a module that is not for others.
    return value.__module__.removesuffix("._core"), value.__qualname__


def _bound(printer: Printer) -> Iterator[tuple[str, str]]:
    """Yield the names of a text that cannot be imported, each with what it is bound to."""
    ways = {each.type: each.way for each in reversed([*printer.into.walk()])}
    given = {each.type: each.way for each in reversed([*printer.shape.walk()])}
    for name, value in printer.names.items():
        if name in printer.carriers:
            yield name, _carrier(name, printer.carriers[name])
        elif name in printer.finders:
            finder = printer.finders[name]
            yield name, f"bound.finder({finder.loss.field!r}, at={finder.at!r})"
        elif name == "move":
            yield name, "bound.move"
        elif name == "respells":
            yield name, f"bound.respelling({printer.target.item.underscored})"
        elif name.startswith("Given"):
            yield name, f"bound.given[{given[value]!r}]"
        elif isinstance(value, type) and issubclass(value, msgspec.Struct):
            yield name, f"bound.into[{ways[value]!r}]"


def _carrier(name: str, task: Task) -> str:
    given = {
        key: getattr(task, key)
        for key in ("at", "parts", "details", "flat", "to_backend", "same", "alt", "formats")
    }
    spelled = ", ".join(f"{key}={value!r}" for key, value in given.items())
    return f"bound.carrier({name!r}, into={task.into is not None}, {spelled})"


class Bound:
    """The values of the names in a printed text that cannot be imported."""

    respelling = staticmethod(respelling)

    def __init__(self, source: Dialect, target: Dialect, shape: Shape, into: Shape, bits: Bits) -> None:
        self.given: Mapping[Way, Any] = {each.way: each.type for each in shape.walk()}
        self.into: Mapping[Way, Any] = {each.way: each.type for each in into.walk()}
        self._homes = {each.home: each.type for each in into.walk() if each.way}
        self._target, self._bits = target, bits
        self.move = Mover(bits, *moves_of(source)).move

    def carrier(self, name: str, *, into: bool, at: Way, alt: Way, details: Any, **given: bool) -> Any:
        """Return the function that carries a medium."""
        _, medium, *addressed = re.sub("[0-9]+$", "", name).split("_")
        path = {"picture": "image.picture", "clip": "video.clip"}[medium]
        task = Task(
            at=at,
            alt=alt,
            details=details,
            into=self._homes[path] if into else None,
            poster=element_type(self._target, "posters") if into else None,
            encoding=element_type(self._target, "resolutions") if into else None,
            bits=self._bits,
            **given,
        )
        return getattr(carriers(addressed=bool(addressed)), medium)(task)

    def finder(self, field: str, *, at: tuple[str, ...]) -> Any:
        """Return the function that finds what is lost of the values of a field."""
        (loss,) = (each for each in self._target.item.losses if each.field == field and each.find)
        return Finder(loss, at, self._bits).find


def load(source: Dialect, target: Dialect, shape: Shape, into: Shape, bits: Bits) -> dict[str, Any] | None:
    """Return the names of the module of a conversion, ready to be used; None if it is not shipped.

    The *bits* become those of its text. Who loads it twice gets names of his own, bound to these bits.
    """
    try:
        module = import_module(f"{_PACKAGE}.{module_name(source, target)}")
    except ModuleNotFoundError:
        return None
    for name, place, facts in module.FOUND:
        bits.restore(name, place, None if facts is None else _finds(name)[facts].facts)
    bits.placed = module.PLACED
    names = dict(vars(module))
    FunctionType(module.bind.__code__, names)(Bound(source, target, shape, into, bits))
    names["batch"] = FunctionType(module.batch.__code__, names)
    return names
