"""All that a Python function needs, printed as one JavaScript module: the package reads its own sources."""

import ast
import builtins
import json
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from html.entities import html5
from importlib.resources import files
from typing import Final, get_args

import attrs

from gallery_lens._version import __version__
from gallery_lens.codegen._printing import Printer
from gallery_lens.rules import RULES
from gallery_lens.words import Profile

_PACKAGE: Final = "gallery_lens"
#: What has a twin in ``runtime.js``, by the name of that.
TWINS: Final[Mapping[str, str]] = {
    "gallery_lens.late.late": "$late",
    "gallery_lens.values.Value": "$Value",
    "gallery_lens.conversion._guarding.guarding": "$guarding",
    "gallery_lens.conversion._guarding.clause": "$clause",
    "gallery_lens.conversion._taking.take": "$nothingTaken",
    "gallery_lens.jsontext.read": "$readJson",
    "gallery_lens.jsontext.encode": "$encodeJson",
    "gallery_lens.jsontext.NotJson": "$NotJson",
    "gallery_lens.order._placing.headroom": "$headroom",
    "gallery_lens.rules._load": "$load",
    "gallery_lens.rules._no_such": "$noSuch",
}
#: Arguments of a rule that only its page needs.
_PAGE: Final = frozenset(("bad", "good", "explain", "help"))


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
    def imports(self) -> dict[str, tuple[str, str | None]]:
        """The imports of the module by their local name: a module, and a name in it or None."""
        found = dict[str, tuple[str, str | None]]()
        for node in _top(self.tree.body):
            found |= imported(node)
        return found

    @property
    def label(self) -> str:
        """The suffix of the names that it defines, in one module of JavaScript."""
        return self.name.removeprefix(_PACKAGE + ".").replace(".", "_").replace("__", "_")


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
    if first != _PACKAGE:
        return None
    place = files(_PACKAGE).joinpath(*steps)
    file = place.joinpath("__init__.py") if place.is_dir() else None
    if file is None and steps:
        file = files(_PACKAGE).joinpath(*steps[:-1], f"{steps[-1]}.py")
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

    @property
    def script(self) -> str:
        """Its name in JavaScript."""
        home = module(self.module)
        return self.twin or f"{self.name}${home.label if home else ''}"


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


class Names:
    """The meanings of the names of one module; records those that are used."""

    def __init__(self, home: str) -> None:
        self._home = home
        self.used: dict[Symbol, None] = {}

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name of the module, or of Python itself."""
        return self._script(meaning(self._home, name))

    def member(self, name: str, attribute: str) -> str | None:
        """Return the JavaScript for what a module called *name* holds, None if it is not a module."""
        found = meaning(self._home, name)
        if isinstance(found, str) and found.startswith("@"):
            return self._script(of_import(found[1:], attribute))
        if isinstance(found, str) and found.startswith("$lib.") and found.count(".") == 1:
            return f"{found}.{attribute}"
        return None

    def imported(self, statement: ast.Import | ast.ImportFrom) -> dict[str, str]:
        """Return the JavaScript for what an import inside of a function brings."""
        found = {name: self._script(of_import(*source)) for name, source in imported(statement).items()}
        return {name: script for name, script in found.items() if script is not None}

    def _script(self, found: Meaning) -> str | None:
        if isinstance(found, Symbol):
            self.used[found] = None
            return found.script
        return found


class Program:
    """The definitions that some symbols need, each printed once, in an order in which they can be run."""

    def __init__(self, roots: list[Symbol]) -> None:
        self._printed: dict[int, tuple[str, str]] = {}  # by the statement: the module, and the JavaScript
        self._waiting = list(roots)
        self._met: set[Symbol] = set()
        while self._waiting:
            self._take(self._waiting.pop())

    def _take(self, symbol: Symbol) -> None:
        home = module(symbol.module)
        if symbol in self._met or symbol.twin or home is None:
            return
        self._met.add(symbol)
        definition = home.definitions[symbol.name]
        if id(definition.node) not in self._printed:
            names = Names(symbol.module)
            text = _definition(Printer(names), home, definition)
            self._printed[id(definition.node)] = symbol.module, text
            self._waiting += names.used

    def text(self) -> str:
        """Return all definitions."""
        order: dict[str, None] = {}
        for name in sorted({home for home, _ in self._printed.values()}):
            _visit(name, order, set())
        lines = []
        for name in order:
            here = module(name)
            nodes = here.tree.body if here else []
            lines += [self._printed[id(node)][1] for node in nodes if id(node) in self._printed]
        return "\n".join(lines) + "\n"


def _visit(name: str, order: dict[str, None], path: set[str]) -> None:
    """Put what a module imports in front of it."""
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


def _definition(printer: Printer, home: Module, definition: Definition) -> str:
    node = definition.node
    scripts = [Symbol(home.name, name).script for name in definition.names]
    match node:
        case ast.FunctionDef():
            return printer.function(scripts[0], node)
        case ast.ClassDef():
            return printer.klass(scripts[0], node)
        case ast.Assign(value=value) | ast.AnnAssign(value=value) if value is not None:
            if len(scripts) > 1:
                return f"const [{', '.join(scripts)}] = $unpack({printer.expr(value)}, {len(scripts)}, -1);"
            return printer.constant(scripts[0], _lean(value))
    raise TypeError(ast.dump(node))


def _lean(value: ast.expr) -> ast.expr:
    """Return a rule without what only its page needs."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "Rule":
        kept = [each for each in value.keywords if each.arg not in _PAGE]
        empty = [ast.keyword(name, ast.Constant("")) for name in ("explain", "help")]
        none = [ast.keyword(name, ast.Tuple([])) for name in ("bad", "good")]
        return ast.Call(value.func, value.args, [*kept, *empty, *none])
    return value


def converter() -> str:
    """Return the definitions of the converter, and the table of its rules."""
    rules = {each: Symbol(f"{_PACKAGE}.rules.{each}", "RULE") for each in RULES.values()}
    entry = Symbol(f"{_PACKAGE}.codegen._entry", "convert")
    wanted = [entry, Symbol(f"{_PACKAGE}.rules", "rule"), *rules.values()]
    program = Program(wanted)
    loads = ", ".join(f"{name}: () => {symbol.script}" for name, symbol in rules.items())
    return f"{program.text()}Object.assign($rules, {{{loads}}});\nconst $convert = {entry.script};\n"


@cache
def script(profile: Profile = "documented") -> str:
    """Return the whole converter as one module without dependencies; *profile* is what it writes unasked."""
    runtime = files(_PACKAGE).joinpath("codegen", "runtime.js").read_text("utf-8")
    runtime = runtime.replace("ENTITIES", json.dumps(html5, separators=(",", ":")), 1)
    exports = _EXPORTS.replace("PROFILES", json.dumps(get_args(Profile)))
    exports = exports.replace("PROFILE", json.dumps(profile))
    return f"{_HEAD.format(version=__version__)}\n{runtime}\n{converter()}{exports}"


_HEAD: Final = """\
// Made by gallery-lens codegen ({version}) from the sources of the Python converter; do not edit.
// convert(document) returns {{ items, warnings }}, toGalleryItems(document) the items alone."""

_EXPORTS: Final = """
const KNOWN = PROFILES;

/** Converts what a backend gives, in any wrapper, to items of a gallery on a page. */
export function convert(document, { profile = PROFILE } = {}) {
  if (!KNOWN.includes(profile)) throw new Error(`profile is one of ${KNOWN.join(', ')}`);
  try {
    const [items, warnings] = $convert($fromJs(document), profile);
    return { items: $toJs(items), warnings: $toJs(warnings) };
  } catch (error) {
    throw error instanceof Error ? error : new Error(`The document cannot be converted: ${$str(error)}`);
  }
}

/** Converts likewise, and returns the items alone. */
export function toGalleryItems(document, options = {}) {
  return convert(document, options).items;
}
"""
