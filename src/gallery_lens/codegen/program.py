"""All that a Python function needs, printed as one JavaScript module: the package reads its own sources."""

import ast
from collections.abc import Iterable, Set
from typing import Final

import attrs

from gallery_lens.codegen import _signatures
from gallery_lens.codegen._modules import (
    PACKAGE,
    Meaning,
    Symbol,
    imported,
    in_order,
    meaning,
    module,
    of_import,
)
from gallery_lens.codegen._signatures import Classes, Signature
from gallery_lens.codegen.language import quoted
from gallery_lens.codegen.printing import Printer

#: Objects of these are asked for all their fields, whatever those are called.
_WHOLE: Final = frozenset((f"{PACKAGE}.model", f"{PACKAGE}.options"))
#: Fields whose names others have, too, but that no conversion reads.
_UNREAD: Final = frozenset((("Rule", "help"), ("Rule", "silent"), ("Codec", "shape"), ("Codec", "writes")))
#: Fields that are read of the target's table only, and the modules of dialects that are no targets here.
_OF_TARGETS: Final = frozenset((("Table", "losses"), ("Codec", "unstructure"), ("Dialect", "writes")))
_SOURCES: Final = frozenset(
    f"{PACKAGE}.dialects.{name}"
    for name in (
        *("velo", "rest", "rest_legacy", "cms", "component", "_backend"),
        *("_component_media", "_component_spelling"),
    )
)
#: Methods that only Python itself calls.
_UNCALLED: Final = frozenset(("__repr__", "__hash__", "__eq__", "__init_subclass__"))


@attrs.define(eq=False)
class Names:
    """The meanings of the names of one module; records those that are used."""

    home: str
    program: "Program"
    used: dict[Symbol, None] = attrs.field(factory=dict)
    mentioned: set[str] = attrs.field(factory=set)
    dropped: set[str] = attrs.field(factory=set)  #: fields that nobody has asked for so far

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name of the module, or of Python itself."""
        return self._script(meaning(self.home, name))

    def is_module(self, name: str) -> bool:
        """Return whether *name* is a module."""
        found = meaning(self.home, name)
        return isinstance(found, str) and (
            found.startswith("@") or (found.startswith("$lib.") and found.count(".") == 1)
        )

    def member(self, name: str, attribute: str) -> str | None:
        """Return the JavaScript for what a module called *name* holds, None if it is not a module."""
        found = meaning(self.home, name)
        if not self.is_module(name) or not isinstance(found, str):
            return None
        return self._script(of_import(found[1:], attribute)) if found[0] == "@" else f"{found}.{attribute}"

    def imported(self, statement: ast.Import | ast.ImportFrom) -> dict[str, str]:
        """Return the JavaScript for what an import inside of a function brings."""
        found = {name: self._script(of_import(*source)) for name, source in imported(statement).items()}
        return {name: script for name, script in found.items() if script is not None}

    def signature(self, name: str, attribute: str | None = None) -> Signature | None:
        """Return the parameters of a function or class of the package, None for anything else."""
        found = meaning(self.home, name)
        if attribute is not None and isinstance(found, str) and found.startswith("@"):
            found = of_import(found[1:], attribute)
        return _signatures.of_symbol(found) if isinstance(found, Symbol) else None

    def method(self, name: str) -> Signature | None:
        """Return the parameters of the methods of that name, None if no class of the package has one."""
        return self.program.classes.method(name)

    def is_bound(self, attribute: str) -> bool:
        """Return whether an attribute may be a method, or something that a text is asked for."""
        return self.program.classes.is_bound(attribute)

    def tells(self, name: str) -> bool:
        """Return whether all attributes of that name are true or false."""
        return self.program.classes.tells(name)

    def is_class(self, name: str) -> bool:
        """Return whether objects of the class *name* are told by their prototype."""
        found = meaning(self.home, name)
        node = _signatures.definition(found) if isinstance(found, Symbol) else None
        if not isinstance(node, ast.ClassDef) or not isinstance(found, Symbol):
            return False
        return not _signatures.is_enumeration(found.module, node)

    def needs(self, name: str, field: str, given: Set[str] = frozenset()) -> bool:
        """Return whether anybody asks objects of the class *name* for *field*; *given* are the other ones."""
        if (name, field) in _OF_TARGETS and self.home in _SOURCES and "derives" not in given:
            return False
        found = meaning(self.home, name)
        node = _signatures.definition(found) if isinstance(found, Symbol) else None
        if not isinstance(found, Symbol) or not isinstance(node, ast.ClassDef):
            return True
        return self.needs_field(found.module, node, field)

    def needs_field(self, home: str, node: ast.ClassDef, field: str) -> bool:
        """Return whether anybody asks objects of a class for *field*."""
        compared = any(ast.unparse(each) == "Value" for each in node.bases)
        plain = _signatures.is_record(home, node) or "eq=False" in "".join(
            map(ast.unparse, node.decorator_list)
        )
        if home in _WHOLE or compared or not plain:
            return True
        if field in self.program.mentioned and (node.name, field) not in _UNREAD:
            return True
        self.dropped.add(field)
        return False

    def mention(self, attribute: str) -> None:
        """Take note of an attribute that is asked for."""
        self.mentioned.add(attribute)

    def symbol(self, home: str, name: str) -> str:
        """Return the JavaScript for what a module defines or imports."""
        return str(self._script(meaning(home, name)))

    def _script(self, found: Meaning) -> str | None:
        if isinstance(found, Symbol):
            self.used[found] = None
            return self.program.script(found)
        return found


@attrs.frozen(eq=False)
class _Member:
    """A method of a class, or a constant in it."""

    text: str
    trait: str = ""
    dropped: set[str] = attrs.field(factory=set)


@attrs.define(eq=False)
class _Printed:
    """A definition of the program, or a member of a class."""

    home: str
    node: ast.stmt
    text: str
    dropped: set[str]


class Program:
    """The definitions that some symbols need, each printed once, in an order in which they can be run."""

    def __init__(self, roots: Iterable[Symbol], optional: Iterable[Symbol] = ()) -> None:
        """Print what *roots* need; *optional* ones are rules, and printed if anything may report them."""
        self.mentioned: set[str] = set()
        self._texts: set[str] = set()
        self._scripts: dict[Symbol, str] = {}
        self._taken: dict[str, int] = {}
        self._printed: dict[int, _Printed] = {}  # by the statement
        self._members: dict[int, dict[str, _Member]] = {}  # of classes, by their statement
        self._waiting = list(roots)
        self._met: set[Symbol] = set()
        self._optional = list(optional)
        self.classes = Classes(in_order({each.module for each in (*self._waiting, *self._optional)}))
        self._complete()

    def need(self, names: Names) -> None:
        """Print what else is used, in text that stands beside the program."""
        self._note(ast.Pass(), names)
        self._complete()

    def _complete(self) -> None:
        while self._waiting or self._grow():
            while self._waiting:
                symbol = self._waiting.pop()
                home = module(symbol.module)
                if symbol in self._met or symbol.twin or home is None:
                    continue
                self._met.add(symbol)
                node = home.definitions[symbol.name].node
                if id(node) not in self._printed:
                    self._print(symbol.module, node)

    @property
    def rules(self) -> dict[str, str]:
        """The scripts of the optional symbols that are printed, by their modules."""
        return {each.module: self.script(each) for each in self._optional if each in self._met}

    def script(self, symbol: Symbol) -> str:
        """Return the name of a symbol in JavaScript."""
        if symbol.twin:
            return symbol.twin
        if symbol not in self._scripts:
            base = symbol.name.strip("_")
            self._taken[base] = self._taken.get(base, 0) + 1
            count = self._taken[base]
            self._scripts[symbol] = f"{base}$" if count == 1 else f"{base}${count}"
        return self._scripts[symbol]

    # ---------------------------------------------------------------- what is needed

    def _print(self, home: str, node: ast.stmt) -> None:
        names = Names(home, self)
        if isinstance(node, ast.ClassDef):
            self._members.setdefault(id(node), {})
            text = self._head(home, node, names)
        else:
            text = self._definition(Printer(names), home, node)
        self._printed[id(node)] = _Printed(home, node, text, names.dropped)
        self._note(ast.Pass() if isinstance(node, ast.ClassDef) else node, names)

    def _note(self, node: ast.AST, names: Names) -> None:
        self._waiting += [each for each in names.used if each not in self._met and not each.twin]
        self.mentioned |= names.mentioned
        texts = {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}
        if names.home != f"{PACKAGE}.rules":  # that lists them all
            self._texts |= {text for text in texts if isinstance(text, str)}
        home = module(names.home)
        if home and home.asks_by_text:
            self.mentioned |= {step for text in texts if isinstance(text, str) for step in text.split(".")}

    def _grow(self) -> bool:
        """Print what is needed now that more is; tell whether there was anything."""
        for printed in [*self._printed.values()]:
            if printed.dropped & self.mentioned:
                self._print(printed.home, printed.node)
            if isinstance(printed.node, ast.ClassDef):
                self._print_members(printed.home, printed.node)
        self._waiting += [each for each in self._optional if each not in self._met and self._may_speak(each)]
        return bool(self._waiting)

    def _may_speak(self, symbol: Symbol) -> bool:
        """Return whether a rule looks at something itself, or is named."""
        home = module(symbol.module)
        node = home.definitions[symbol.name].node if home else None
        assert isinstance(node, ast.Assign | ast.AnnAssign)
        assert isinstance(node.value, ast.Call)
        known = {each.arg: each.value for each in node.value.keywords}
        name = known["name"]
        assert isinstance(name, ast.Constant)
        return name.value in self._texts or "check" in known or "check_gallery" in known

    # ---------------------------------------------------------------- printing

    def _definition(self, printer: Printer, home: str, node: ast.stmt) -> str:
        match node:
            case ast.FunctionDef():
                return printer.definition(self.script(Symbol(home, node.name)), node)
            case ast.Assign(value=value) | ast.AnnAssign(value=value) if value is not None:
                here = module(home)
                names = (
                    next(each.names for each in here.definitions.values() if each.node is node)
                    if here
                    else ()
                )
                scripts = [self.script(Symbol(home, name)) for name in names]
                if len(scripts) > 1:
                    return f"const [{','.join(scripts)}]={printer.expr(value)};"
                return f"const {scripts[0]}={printer.expr(value)};"
        raise TypeError(ast.dump(node))

    def _head(self, home: str, node: ast.ClassDef, names: Names) -> str:
        """Print what a class is derived from, and its fields; its members come when they are needed."""
        printer, enumeration = Printer(names), _signatures.is_enumeration(home, node)
        own: list[str] = []
        members = self._members[id(node)]
        for each in node.body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=note, value=value):
                    if "ClassVar" in ast.unparse(note):
                        continue
                    if not names.needs_field(home, node, name):
                        value = ast.Constant(None)
                    own.append(printer.field(name, value))
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if enumeration:
                    members[name] = _Member(f"{name}:{printer.expr(value)}")
        bases = ",".join(printer.expr(each) for each in node.bases)
        decorators = "".join(map(ast.unparse, node.decorator_list))
        plain = _signatures.is_record(home, node) or "eq=False" in decorators
        how = 1 if plain else 2 if decorators else 0
        script = self.script(Symbol(home, node.name))
        return f"const {script}=$class({quoted(node.name)},[{bases}],{how},[{','.join(own)}],"

    def _print_members(self, home: str, node: ast.ClassDef) -> None:
        done = self._members[id(node)]
        for each in node.body:
            name = _member(each)
            special = name.startswith("__") and name.endswith("__") and name not in _UNCALLED
            if not name or not (special or name in self.mentioned):
                continue
            if name in done and not done[name].dropped & self.mentioned:
                continue
            names = Names(home, self)
            printer = Printer(names)
            if isinstance(each, ast.FunctionDef):
                done[name] = _Member(*printer.member(each), names.dropped)
            elif isinstance(each, ast.Assign):
                done[name] = _Member(f"{name}:{printer.expr(each.value)}", "", names.dropped)
            self._note(each, names)

    def _whole(self, printed: _Printed) -> str:
        if not isinstance(printed.node, ast.ClassDef):
            return printed.text
        members = self._members[id(printed.node)]
        order = {name: members[name] for each in printed.node.body if (name := _member(each)) in members}
        traits = ",".join(f"{name}:{quoted(each.trait)}" for name, each in order.items() if each.trait)
        return f"{printed.text}{{{','.join(each.text for each in order.values())}}},{{{traits}}});"

    def text(self) -> str:
        """Return all definitions."""
        lines = []
        for name in in_order(sorted({each.home for each in self._printed.values()})):
            here = module(name)
            nodes = here.tree.body if here else []
            lines += [self._whole(self._printed[id(node)]) for node in nodes if id(node) in self._printed]
        return "\n".join(lines) + "\n"


def _member(node: ast.stmt) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]) if name != "__slots__":
            return name
    return ""
