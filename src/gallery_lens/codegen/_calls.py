"""Names and calls of Python, printed as JavaScript: arguments go by their places where those are known."""

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence, Set
from typing import Final, Protocol

from gallery_lens.codegen._signatures import Signature
from gallery_lens.codegen.language import (
    METHODS,
    OF_VALUES,
    Unprintable,
    key,
    quoted,
    short_names,
)


class SupportsNames(Protocol):
    """Knows what names of a module mean."""

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name of the module, or of Python itself."""

    def member(self, name: str, attribute: str) -> str | None:
        """Return the JavaScript for what a module called *name* holds, None if it is not a module."""

    def is_module(self, name: str) -> bool:
        """Return whether *name* is a module."""

    def imported(self, statement: ast.Import | ast.ImportFrom) -> dict[str, str]:
        """Return the JavaScript for what an import inside of a function brings."""

    def signature(self, name: str, attribute: str | None = None) -> Signature | None:
        """Return the parameters of a function or class of the package, None for anything else."""

    def method(self, name: str) -> Signature | None:
        """Return the parameters of the methods of that name, None if no class of the package has one."""

    def is_bound(self, attribute: str) -> bool:
        """Return whether an attribute may be a method, or something that a text is asked for."""

    def tells(self, name: str) -> bool:
        """Return whether all attributes of that name are true or false."""

    def is_class(self, name: str) -> bool:
        """Return whether objects of the class *name* are told by their prototype."""

    def needs(self, name: str, field: str, given: Set[str] = frozenset()) -> bool:
        """Return whether anybody asks objects of the class *name* for *field*."""

    def mention(self, attribute: str) -> None:
        """Take note of an attribute that is asked for."""


#: Tests of types that JavaScript has itself.
_TYPES: Final = {
    "str": 'typeof {}==="string"',
    "dict": "{} instanceof $Dict",
    "list": "$isList({})",
    "bool": 'typeof {}==="boolean"',
}
#: What takes all of an iterable at once, so that a list will do.
_TAKING: Final = frozenset(
    ("tuple", "list", "set", "frozenset", "dict", "sorted", "sum", "min", "max", "reversed")
)
#: Stands for an argument that is left out.
MISSING: Final = "$u"
#: How many arguments in a row have to be missing for a list with holes to be shorter.
_GAPS: Final = 2
_TAKING_METHODS: Final = frozenset(("join", "fromkeys", "extend", "update", "from_iterable"))


class Calls(ABC):
    """Prints the names and calls in the expressions of one module."""

    def __init__(self, names: SupportsNames) -> None:
        self._names = names
        self._scopes: list[dict[str, str]] = []
        self._held: list[list[str]] = []  #: the variables of each function for values on the way
        self._count = 0

    def _spelled(self, names: Iterable[str]) -> dict[str, str]:
        """Return the names of new variables: as short as those around them leave it."""
        around = {taken for scope in self._scopes for taken in scope.values()}
        free = (name for name in short_names() if name not in around)
        return dict(zip(names, free, strict=False))

    @abstractmethod
    def expr(self, node: ast.expr) -> str:
        """Print an expression."""

    @abstractmethod
    def test(self, node: ast.expr) -> str:
        """Print an expression of which only counts whether it is true."""

    @abstractmethod
    def listed(self, parts: Sequence[ast.expr]) -> str:
        """Print expressions with commas between them."""

    @abstractmethod
    def over(self, target: ast.expr) -> str:
        """Let a target's names be known until the scope is popped; return it as a parameter."""

    # ---------------------------------------------------------------- names

    def name(self, name: str) -> str:
        """Print a name."""
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        known = self._names.known(name)
        if known is None:
            raise Unprintable(f"the name {name}")
        return known

    def local(self, name: str) -> str:
        """Print the name of a variable that is set."""
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        raise Unprintable(f"a store to {name}")

    def _is_local(self, name: str) -> bool:
        return any(name in scope for scope in self._scopes)

    def _is_builtin(self, name: str) -> bool:
        return not self._is_local(name) and str(self._names.known(name)).startswith(("$py.", "$lib."))

    def _is_module(self, name: str) -> bool:
        return not self._is_local(name) and self._names.is_module(name)

    def _attribute(self, owner: ast.expr, attribute: str) -> str:
        if isinstance(owner, ast.Name) and not self._is_local(owner.id):
            held = self._names.member(owner.id, attribute)
            if held is not None:
                return held
        self._names.mention(attribute)
        if attribute == "value":  # a member of an enumeration of texts is its own
            return f"$value({self.expr(owner)})"
        if self._names.is_bound(attribute):
            return f"$get({self.expr(owner)},{quoted(attribute)})"
        return f"{self._owner(owner)}.{attribute}"

    def _owner(self, node: ast.expr) -> str:
        printed = self.expr(node)
        return (
            f"({printed})" if isinstance(node, ast.Constant) and not isinstance(node.value, str) else printed
        )

    # ---------------------------------------------------------------- calls

    def _call(self, node: ast.Call) -> str:
        match node.func:
            case ast.Name(id="isinstance") if self._is_builtin("isinstance"):
                return self._is_instance(*node.args)
            case ast.Name(id=("any" | "all") as name) if isinstance(node.args[0], ast.GeneratorExp):
                loops = node.args[0].generators
                if len(loops) == 1 and self._is_builtin(name):
                    return self._quantified(name, node.args[0].elt, loops[0])
            case ast.Name(id="next") if isinstance(node.args[0], ast.GeneratorExp):
                loops = node.args[0].generators
                if len(loops) == 1 and len(node.args) == 2 and self._is_builtin("next"):
                    return self._first(node.args[0].elt, loops[0], node.args[1])
            case ast.Call(func=ast.Name(id="super")):
                raise Unprintable("super")
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super"), args=[]), attr=method):
                self._names.mention(method)
                return f"$super(this,{quoted(method)},[{self.listed(node.args)}])"
            case ast.Subscript(value=ast.Name(id=name)) if self._is_builtin(name):
                return f"{self.name(name)}({self.listed(node.args)})"
        if self._takes_all(node.func):
            args = [
                ast.ListComp(each.elt, each.generators) if isinstance(each, ast.GeneratorExp) else each
                for each in node.args
            ]
            node = ast.Call(node.func, args, node.keywords)
        if isinstance(node.func, ast.Attribute) and not (
            isinstance(node.func.value, ast.Name) and self._is_module(node.func.value.id)
        ):
            return self._call_method(node.func, node)
        return self._call_function(node)

    def _takes_all(self, function: ast.expr) -> bool:
        match function:
            case ast.Name(id=name):
                return name in _TAKING and self._is_builtin(name)
            case ast.Attribute(attr=name):
                return name in _TAKING_METHODS
        return False

    def _call_function(self, node: ast.Call) -> str:
        function, signature, kind = self.expr(node.func), None, ""
        match node.func:
            case ast.Name(id=name) if not self._is_local(name):
                signature, kind = self._names.signature(name), name
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                signature = self._names.signature(owner, name)
        if signature is None:
            given = self.listed(node.args)
            named = self._named(node.keywords)
            return f"$call({function},[{given}],{named})" if node.keywords else f"{function}({given})"
        if not kind:
            return self._arranged(function, signature, node.args, node.keywords)
        # The call makes an object: values of fields that nobody asks for are left out.
        asked = frozenset(each.arg for each in node.keywords if each.arg)
        args = [
            each if self._names.needs(kind, name, asked) else ast.Name(MISSING)
            for name, each in zip(signature.names, node.args, strict=False)
            if not isinstance(each, ast.Starred)
        ]
        if len(args) < len(node.args):  # what is starred may be anything
            args = node.args
        kept = [each for each in node.keywords if self._names.needs(kind, each.arg or "", asked)]
        return self._arranged(function, signature, args, kept)

    def _call_method(self, function: ast.Attribute, node: ast.Call) -> str:
        method, owner = function.attr, self._owner(function.value)
        self._names.mention(method)
        signature = self._names.method(method)
        if node.keywords:
            if signature is None:
                if method == "sort":
                    known = {each.arg: self.expr(each.value) for each in node.keywords}
                    return f"$m.sort({owner},{known.get('key', 'null')},{known.get('reverse', 'false')})"
                given = f"[{self.listed(node.args)}],{self._named(node.keywords)}"
                return f"$callm({owner},{quoted(method)},{given})"
            return self._arranged(f"{owner}.{method}", signature, node.args, node.keywords)
        given = self.listed(node.args)
        if method in OF_VALUES and method in METHODS:
            return f"$m.{method}({owner}{',' if given else ''}{given})"
        if signature is not None and (signature.only or signature.star):
            return self._arranged(f"{owner}.{method}", signature, node.args, [])
        return f"{owner}.{method}({given})"

    def _named(self, keywords: Sequence[ast.keyword]) -> str:
        pairs = (
            f"...$named({self.expr(each.value)})"
            if each.arg is None
            else f"{key(each.arg)}:{self.expr(each.value)}"
            for each in keywords
        )
        return f"{{{','.join(pairs)}}}"

    def _arranged(
        self, function: str, signature: Signature, given: list[ast.expr], keywords: list[ast.keyword]
    ) -> str:
        """Print a call with the arguments in the order in which the printed function takes them."""
        fixed = given[: len(signature.names)]
        starred = any(isinstance(each, ast.Starred) for each in fixed)
        if any(each.arg is None for each in keywords) or (keywords and starred):
            names = ",".join(map(quoted, signature.order))
            known = f"[{self.listed(given)}],{self._named(keywords)}"
            return f"$spread({function},[{names}],{known}{',1' if signature.rest else ''})"
        if starred:
            return f"{function}({self.listed(given)})"
        placed = {
            name: self.expr(value)
            for name, value in zip(signature.names, fixed, strict=False)
            if not (isinstance(value, ast.Name) and value.id == MISSING)
        }
        extra = [self.expr(each) for each in given[len(signature.names) :]]
        named = {str(each.arg): self.expr(each.value) for each in keywords}
        placed |= {name: value for name, value in named.items() if name in signature.order}
        rest = [f"[{quoted(name)},{value}]" for name, value in named.items() if name not in signature.order]
        if rest and not signature.rest:
            raise Unprintable(f"{function} takes no {', '.join(named)}")
        if rest:
            extra.append(f"$dict([{','.join(rest)}])")
        values = [placed.get(name, "") for name in signature.order]
        while not extra and values and not values[-1]:
            values.pop()
        values += extra
        if values.count("") > _GAPS:
            return f"{function}(...[{','.join(values)}])"  # what is not there is undefined
        return f"{function}({','.join(each or '$u' for each in values)})"

    # ---------------------------------------------------------------- what has a shorter way

    def _is_instance(self, value: ast.expr, kind: ast.expr) -> str:
        kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
        if isinstance(kind, ast.BinOp) and isinstance(kind.op, ast.BitOr):
            kinds = _united(kind)
        printed = self.expr(value)
        simple = isinstance(value, ast.Name) or len(kinds) == 1
        tests = [self._instance_test(printed, each) for each in kinds]
        if simple and None not in tests:
            return f"({'||'.join(map(str, tests))})"
        return f"$is({printed},{self.expr(kind)})"

    def _instance_test(self, printed: str, kind: ast.expr) -> str | None:
        if isinstance(kind, ast.Name) and not self._is_local(kind.id):
            if kind.id in _TYPES and self._is_builtin(kind.id):
                return _TYPES[kind.id].format(printed)
            if self._names.is_class(kind.id):
                return f"{printed} instanceof {self.expr(kind)}"
        return None

    def _quantified(self, name: str, element: ast.expr, loop: ast.comprehension) -> str:
        source = self.expr(loop.iter)
        target = self.over(loop.target)
        tests = [*map(self.test, loop.ifs), self.test(element)]
        self._scopes.pop()
        if name == "any":
            return f"$any({source},({target})=>{'&&'.join(tests)})"
        guard = "".join(f"!{each}||" for each in tests[:-1])
        return f"$all({source},({target})=>{guard}{tests[-1]})"

    def _first(self, element: ast.expr, loop: ast.comprehension, other: ast.expr) -> str:
        source = self.expr(loop.iter)
        target = self.over(loop.target)
        tests = "&&".join(map(self.test, loop.ifs)) or "true"
        made = self.expr(element)
        self._scopes.pop()
        return f"$first({source},({target})=>{tests},({target})=>{made},()=>{self.expr(other)})"


def _united(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp):
        return [*_united(node.left), *_united(node.right)]
    return [node]
