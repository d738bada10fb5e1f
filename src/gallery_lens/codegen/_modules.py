"""The sources of the package, and what the names in them mean."""

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

import attrs

PACKAGE: Final = "gallery_lens"
#: What has a twin in ``runtime.js``, by the name of that.
TWINS: Final[Mapping[str, str]] = {
    "gallery_lens.late.late": "$late",
    "gallery_lens.values.Record": "$object",
    "gallery_lens.values.Value": "$Value",
    "gallery_lens.values.evolve": "$lib.attrs.evolve",
    "gallery_lens.conversion.guarding.guarding": "$guarding",
    "gallery_lens.conversion.guarding.clause": "$clause",
    "gallery_lens.conversion.taking.take": "$take",
    "gallery_lens.dialects._Dialects": "$dialects",
    "gallery_lens.jsontext.read": "$readJson",
    "gallery_lens.jsontext.encode": "$encodeJson",
    "gallery_lens.jsontext.NotJson": "$NotJson",
    "gallery_lens.order._placing.headroom": "$headroom",
    "gallery_lens.rules._load": "$load",
    "gallery_lens.rules._no_such": "$noSuch",
}


@attrs.frozen(eq=False)
class Definition:
    """A statement of a module that defines names."""

    names: tuple[str, ...]
    node: ast.stmt


@attrs.frozen(slots=False, eq=False)
class Module:
    """A module of the package, as it is written."""

    name: str
    tree: ast.Module

    @cached_property
    def definitions(self) -> dict[str, Definition]:
        """The definitions of the module, by name."""
        found: dict[str, Definition] = {}
        for node in self.tree.body:
            for name in _defined(node):
                found[name] = Definition(tuple(_defined(node)), node)
        return found

    @cached_property
    def asks_by_text(self) -> bool:
        """True if anything in it asks for attributes by computed names."""
        asking = ("getattr", "attrgetter", "hasattr")
        called = (node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return any(ast.unparse(each).rpartition(".")[2] in asking for each in called)

    @cached_property
    def imports(self) -> dict[str, tuple[str, str | None]]:
        """The imports of the module by their local name: a module, and a name in it or None."""
        found = dict[str, tuple[str, str | None]]()
        for node in _top(self.tree.body):
            found |= imported(node)
        return found


def imported(node: ast.stmt) -> dict[str, tuple[str, str | None]]:
    """Return the targets of an import, by name."""
    if isinstance(node, ast.Import):
        return {each.asname or each.name.partition(".")[0]: (each.name, None) for each in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {each.asname or each.name: (node.module, each.name) for each in node.names}
    return {}


def _top(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module, those for type checkers too."""
    for node in statements:
        yield node
        if isinstance(node, ast.If):
            yield from _top(node.body)


def _defined(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            names = (each for target in targets for each in ast.walk(target))
            return [each.id for each in names if isinstance(each, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name), value=value) if value is not None:
            return [name]
    return []


@cache
def module(name: str) -> Module | None:
    """Return a module of the package, None if there is none of that name."""
    first, *steps = name.split(".")
    if first != PACKAGE:
        return None
    place = files(PACKAGE).joinpath(*steps)
    file = place.joinpath("__init__.py") if place.is_dir() else None
    if file is None and steps:
        file = files(PACKAGE).joinpath(*steps[:-1], f"{steps[-1]}.py")
    return Module(name, ast.parse(file.read_text("utf-8"))) if file and file.is_file() else None


@attrs.frozen
class Symbol:
    """A name that a module of the package defines."""

    module: str
    name: str

    @property
    def twin(self) -> str | None:
        """Its name in the runtime, if it is not printed."""
        return TWINS.get(f"{self.module}.{self.name}")


#: A symbol, the name of a module, or JavaScript of the runtime.
Meaning = Symbol | str | None


@cache
def meaning(home: str, name: str) -> Meaning:
    """Return the meaning of *name* in the module *home*: ``"@module"`` is a module."""
    here = module(home)
    if here is None:
        return None
    if f"{home}.{name}" in TWINS or name in here.definitions:
        return Symbol(home, name)
    if name in here.imports:
        return of_import(*here.imports[name])
    return f"$py.{name}" if hasattr(builtins, name) else None


def of_import(source: str, name: str | None) -> Meaning:
    """Return the meaning of an import of *name* from the module *source*."""
    if module(source) is None:
        return f"$lib.{source.replace('.', '_')}" + (f".{name}" if name else "")
    if name is None:
        return f"@{source}"
    if f"{source}.{name}" in TWINS:
        return Symbol(source, name)
    if module(f"{source}.{name}") is not None and name not in getattr(module(source), "definitions", {}):
        return f"@{source}.{name}"
    return meaning(source, name)


def in_order(names: Iterable[str]) -> list[str]:
    """Return modules and all that they import, what is imported in front of what imports it."""
    order: dict[str, None] = {}
    for name in names:
        _visit(name, order, set())
    return list(order)


def _visit(name: str, order: dict[str, None], path: set[str]) -> None:
    here = module(name)
    if here is None or name in order or name in path:
        return
    path.add(name)
    for node in here.tree.body:
        for source, held in imported(node).values():
            _visit(source, order, path)
            if held:
                _visit(f"{source}.{held}", order, path)
    order[name] = None
