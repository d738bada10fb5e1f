"""The parameters of functions and classes, by which calls are printed without names."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from gallery_lens.codegen._modules import Symbol, meaning, module
from gallery_lens.codegen.language import METHODS, OF_LIBRARY


@attrs.frozen(eq=True)
class Signature:
    """The parameters of a function, in the order in which the printed one takes them."""

    names: tuple[str, ...]
    only: tuple[str, ...] = ()  #: those that Python takes by name only
    star: bool = False  #: whether it takes any number of values
    rest: bool = False  #: whether it takes any names
    tells: bool = False  #: whether it gives true or false

    @property
    def order(self) -> tuple[str, ...]:
        """All names."""
        return (*self.names, *self.only)


def of_function(node: ast.FunctionDef, *, method: bool = False) -> Signature:
    """Return the parameters of a function; a *method* without the object that it is called on."""
    given = node.args
    names = [each.arg for each in (*given.posonlyargs, *given.args)]
    static = any(ast.unparse(each) == "staticmethod" for each in node.decorator_list)
    return Signature(
        tuple(names[1:] if method and not static else names),
        tuple(each.arg for each in given.kwonlyargs),
        given.vararg is not None,
        given.kwarg is not None,
        isinstance(node.returns, ast.Name) and node.returns.id == "bool",
    )


def of_symbol(symbol: Symbol) -> Signature | None:
    """Return the parameters of what a module defines, None for what is neither function nor class."""
    match definition(symbol):
        case ast.FunctionDef() as node:
            return of_function(node)
        case ast.ClassDef() as node:
            return of_class(symbol.module, node)
    return None


def definition(symbol: Symbol) -> ast.stmt | None:
    """Return the statement that defines a symbol, None for what has a twin."""
    home = module(symbol.module)
    return home.definitions[symbol.name].node if home and not symbol.twin else None


def of_class(home: str, node: ast.ClassDef) -> Signature | None:
    """Return the parameters that make an object of a class; None where they are not known."""
    if is_enumeration(home, node):
        return None
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return of_function(each, method=True)
    tuples = any(ast.unparse(each) == "NamedTuple" for each in node.bases)
    if node.decorator_list or tuples or is_record(home, node):
        given = (_given(name, value) for name, value in fields(home, node).items())
        return Signature(tuple(filter(None, given)))
    parents = list(bases(home, node))
    return of_class(*parents[0]) if parents else None


def _given(name: str, value: ast.expr | None) -> str:
    """Return the name by which a field is given; none if it is not."""
    known: dict[str | None, ast.expr] = {}
    if isinstance(value, ast.Call):
        known = {each.arg: each.value for each in value.keywords}
    match known.get("init"), known.get("alias"):
        case ast.Constant(value=False), _:
            return ""
        case _, ast.Constant(value=str() as alias):
            return alias
    return name.lstrip("_")


def fields(home: str, node: ast.ClassDef) -> dict[str, ast.expr | None]:
    """Return the fields of a class with their defaults, inherited ones first."""
    found: dict[str, ast.expr | None] = {}
    for parent in bases(home, node):
        found |= fields(*parent)
    for each in node.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=note, value=value):
                if "ClassVar" not in ast.unparse(note):
                    found.pop(name, None)
                    found[name] = value
    return found


def bases(home: str, node: ast.ClassDef) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield the classes of the package that a class is derived from."""
    for each in node.bases:
        found = meaning(home, each.id) if isinstance(each, ast.Name) else None
        if isinstance(found, Symbol) and isinstance(parent := definition(found), ast.ClassDef):
            yield found.module, parent


def is_enumeration(home: str, node: ast.ClassDef) -> bool:
    """Return whether a class is an enumeration."""
    own = any("Enum" in ast.unparse(each) for each in node.bases)
    return own or any(is_enumeration(*each) for each in bases(home, node))


def is_record(home: str, node: ast.ClassDef) -> bool:
    """Return whether a class holds what is annotated in it, as ``gallery_lens.values`` makes them."""
    own = any(ast.unparse(each) == "Record" for each in node.bases)
    return own or any(is_record(*each) for each in bases(home, node))


def is_exception(home: str, node: ast.ClassDef) -> bool:
    """Return whether a class is an exception."""
    own = any(ast.unparse(each).endswith(("Error", "Exception")) for each in node.bases)
    return own or any(is_exception(*each) for each in bases(home, node))


_PROPERTIES = frozenset(("property", "cached_property", "functools.cached_property"))


class Classes:
    """Looks at all classes of some modules."""

    def __init__(self, modules: Iterable[str]) -> None:
        self._methods: dict[str, list[Signature]] = defaultdict(list)
        self._values: dict[str, list[bool]] = defaultdict(list)  #: of fields and properties: whether bool
        self._of_texts: set[str] = set()
        for name in modules:
            home = module(name)
            for node in ast.walk(home.tree) if home else ():
                if isinstance(node, ast.ClassDef):
                    self._look_at(name, node)

    def _look_at(self, home: str, node: ast.ClassDef) -> None:
        of_texts = is_enumeration(home, node) and "StrEnum" in ast.unparse(node.bases[0])
        for each in node.body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=note):
                    self._values[name].append(_is_bool(note))
                case ast.FunctionDef(name=name):
                    traits = {ast.unparse(trait) for trait in each.decorator_list}
                    if traits & _PROPERTIES:
                        self._values[name].append(_is_bool(each.returns))
                    else:
                        self._methods[name].append(of_function(each, method=True))
                    if of_texts:
                        self._of_texts.add(name)

    def method(self, name: str) -> Signature | None:
        """Return the parameters of all methods of that name; None if there is none, or they differ."""
        found = self._methods.get(name, [])
        return found[0] if found and len(set(found)) == 1 else None

    def is_bound(self, attribute: str) -> bool:
        """Return whether an attribute may be a method, or something that a text is asked for."""
        if attribute in self._methods or attribute in self._of_texts:
            return True
        return attribute not in self._values and (
            attribute in METHODS or attribute in OF_LIBRARY or attribute.startswith("__")
        )

    def tells(self, attribute: str) -> bool:
        """Return whether all attributes of that name are true or false."""
        known = self._values.get(attribute)
        return bool(known) and all(known or ()) and attribute not in self._methods


def _is_bool(note: ast.expr | None) -> bool:
    return isinstance(note, ast.Name) and note.id == "bool"
