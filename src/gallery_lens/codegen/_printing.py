"""Python printed as JavaScript: the part of the language that the converter is written in.

What a name means is settled by whoever asks (``Names``); what Python's values do is in ``runtime.js``.
"""

import ast
import json
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

#: The methods of Python's own types, which JavaScript's values have under other names or not at all.
METHODS: Final = frozenset(
    name
    for kind in (str, list, dict, set, tuple, int, float)
    for name in dir(kind)
    if not name.startswith("_")
)
#: Members of classes that nothing printed needs.
LEFT_OUT: Final = frozenset(("converter", "diagnostic", "_fingerprint", "_diagnostic", "sorted"))
_RESERVED: Final = frozenset(
    (
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
    )
)
_OPERATORS: Final = {
    ast.Add: "$add", ast.Sub: "$sub", ast.Mult: "$mul", ast.Mod: "$mod", ast.FloorDiv: "$floordiv",
    ast.Div: "$div", ast.BitOr: "$or", ast.BitAnd: "$and", ast.Pow: "$pow",
}  # fmt: skip
_COMPARISONS: Final = {
    ast.Eq: "$eq({}, {})", ast.NotEq: "!$eq({}, {})", ast.Lt: "$lt({}, {})", ast.Gt: "$lt({1}, {0})",
    ast.LtE: "$le({}, {})", ast.GtE: "$le({1}, {0})", ast.Is: "{} === {}", ast.IsNot: "{} !== {}",
    ast.In: "$in({}, {})", ast.NotIn: "!$in({}, {})",
}  # fmt: skip


class Names(Protocol):
    """Knows what names of a module mean."""

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name of the module, or of Python itself."""

    def member(self, name: str, attribute: str) -> str | None:
        """Return the JavaScript for what a module called *name* holds, None if it is not a module."""

    def imported(self, statement: ast.Import | ast.ImportFrom) -> dict[str, str]:
        """Return the JavaScript for what an import inside of a function brings."""


class Unprintable(Exception):
    """A piece of Python that has no JavaScript here."""


def spelled(name: str) -> str:
    """Return a local name as JavaScript allows it."""
    return f"{name}$" if name in _RESERVED else name


class Printer:
    """Prints the statements of one module."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._scopes: list[dict[str, str]] = []
        self._count = 0
        self._caught: list[str] = []

    # ---------------------------------------------------------------- statements

    def constant(self, name: str, value: ast.expr) -> str:
        """Print the definition of a constant of the module."""
        return f"const {name} = {self.expr(value)};"

    def function(self, name: str, node: ast.FunctionDef) -> str:
        """Print the definition of a function of the module."""
        return f"const {name} = {self._decorated(node, self._function(node))};"

    def klass(self, name: str, node: ast.ClassDef) -> str:
        """Print the definition of a class."""
        fields, members, traits, specs = [], [], [], []
        for each in node.body:
            match each:
                case ast.AnnAssign(target=ast.Name(id=field), value=value):
                    fields.append(f"[{json.dumps(field)}{', () => ' + self.expr(value) if value else ''}]")
                case ast.Assign(targets=[ast.Name(id=field)], value=value) if field != "__slots__":
                    members.append(f"{json.dumps(field)}: {self.expr(value)}")
                case ast.FunctionDef(name=method) if method not in LEFT_OUT:
                    trait = [ast.unparse(each) for each in each.decorator_list]
                    traits += [f"{json.dumps(method)}: {json.dumps(each)}" for each in trait[:1]]
                    members.append(
                        f"{json.dumps(method)}: {self._function(each, method=trait != ['staticmethod'])}"
                    )
                    specs.append(method)
                case _:
                    continue
        bases = ", ".join(self.expr(base) for base in node.bases)
        how = [self.expr(each) for each in node.decorator_list]
        return (
            f"const {name} = $class({json.dumps(node.name)}, [{bases}], [{', '.join(how)}], "
            f"[{', '.join(fields)}], {{{', '.join(members)}}}, {{{', '.join(traits)}}});"
        )

    def _decorated(self, node: ast.FunctionDef, printed: str) -> str:
        for each in reversed(node.decorator_list):
            printed = f"{self.expr(each)}({printed})"
        return printed

    def _function(self, node: ast.FunctionDef | ast.Lambda, *, method: bool = False) -> str:
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        own = positional[1:] if method else positional
        names = [each.arg for each in (*positional, *arguments.kwonlyargs)]
        names += [each.arg for each in (arguments.vararg, arguments.kwarg) if each]
        defaults: dict[str, ast.expr | None] = dict(
            zip([each.arg for each in own][::-1], arguments.defaults[::-1], strict=False)
        )
        defaults |= zip([each.arg for each in arguments.kwonlyargs], arguments.kw_defaults, strict=True)
        given = {name: self.expr(value) for name, value in defaults.items() if value is not None}
        scope = {name: spelled(name) for name in names}
        body = node.body if isinstance(node, ast.FunctionDef) else [ast.Return(node.body)]
        local = [] if isinstance(node, ast.Lambda) else [n for n in _assigned(body) if n not in scope]
        walrus = [n for n in _walrus(body) if n not in scope and n not in local]
        scope |= {name: spelled(name) for name in (*local, *walrus)}
        self._scopes.append(scope)
        parameters = [
            scope[each.arg] + (f" = {given[each.arg]}" if each.arg in given else "")
            for each in (*own, *arguments.kwonlyargs)
        ]
        if arguments.vararg:
            parameters.insert(len(own), scope[arguments.vararg.arg])
        if arguments.kwarg:
            parameters.append(scope[arguments.kwarg.arg])
        lines = [f"let {', '.join(map(spelled, (*local, *walrus)))};"] * bool(local or walrus)
        if method:
            lines.insert(0, f"const {scope[positional[0].arg]} = this;")
        lines += self._block(body)
        if not _yields(body):
            lines.append("return null;")
        self._scopes.pop()
        star = "*" * _yields(body)
        code = f"function{star}({', '.join(parameters)}) {{ {' '.join(lines)} }}"
        spec = {
            "names": [each.arg for each in own],
            "only": [each.arg for each in arguments.kwonlyargs],
            "star": bool(arguments.vararg),
            "rest": bool(arguments.kwarg),
        }
        return f"$fn({code}, {json.dumps(spec)})"

    def _block(self, statements: Iterable[ast.stmt]) -> list[str]:
        return [line for each in statements if (line := self.statement(each))]

    def _braced(self, statements: Iterable[ast.stmt]) -> str:
        return f"{{ {' '.join(self._block(statements))} }}"

    def statement(self, node: ast.stmt) -> str:
        """Print a statement inside of a function."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return ""
            case ast.Expr(value=value):
                return f"{self.expr(value)};"
            case ast.Return(value=value):
                return f"return {self.expr(value) if value else 'null'};"
            case ast.Assign(targets=targets, value=value):
                return self._assign(targets, value)
            case ast.AnnAssign(target=target, value=value):
                return self._assign([target], value) if value else ""
            case ast.AugAssign(target=target, op=op, value=value):
                name = _OPERATORS[type(op)].replace("$", "$i")
                return self._store(target, f"{name}({self.expr(_loaded(target))}, {self.expr(value)})")
            case ast.If(test=test, body=body, orelse=orelse):
                other = f" else {self._braced(orelse)}" if orelse else ""
                return f"if ({self.test(test)}) {self._braced(body)}{other}"
            case ast.For(orelse=[_, *_]) | ast.While(orelse=[_, *_]):
                ended, loop = self._fresh("ended"), ast.parse(ast.unparse(node)).body[0]
                assert isinstance(loop, ast.For | ast.While)
                loop.orelse = []
                _mark_breaks(loop.body, ended)
                return f"let {ended} = true; {self.statement(loop)} if ({ended}) {self._braced(node.orelse)}"
            case ast.Expr(value=ast.Name(id=name)) if name.startswith("$"):
                return f"{name};"
            case ast.For(target=target, iter=iterable, body=body, orelse=[]):
                item = self._fresh("item")
                store = self._store(target, item)
                inner = " ".join([store, *self._block(body)])
                return f"for (const {item} of $it({self.expr(iterable)})) {{ {inner} }}"
            case ast.While(test=test, body=body, orelse=[]):
                return f"while ({self.test(test)}) {self._braced(body)}"
            case ast.Break():
                return "break;"
            case ast.Continue():
                return "continue;"
            case ast.Raise(exc=None):
                return f"throw {self._caught[-1]};"
            case ast.Raise(exc=exc):
                return f"throw $raised({self.expr(exc) if exc else 'null'});"
            case ast.Try():
                return self._try(node)
            case ast.With(items=[first, *others], body=body) if others:
                return self.statement(ast.With([first], [ast.With(others, body)]))
            case ast.With(items=[ast.withitem(context_expr=manager, optional_vars=None)], body=body):
                held, error = self._fresh("manager"), self._fresh("error")
                return (
                    f"const {held} = {self.expr(manager)}; try {self._braced(body)} "
                    f"catch ({error}) {{ if (!{held}($caught({error}))) throw {error}; }}"
                )
            case ast.FunctionDef(name=name):
                return f"{self._local(name)} = {self._decorated(node, self._function(node))};"
            case ast.Assert():
                return ""
            case ast.Match():
                return self._match(node)
            case ast.Delete(targets=[ast.Subscript(value=value, slice=key)]):
                return f"$del({self.expr(value)}, {self.expr(key)});"
            case ast.Import() | ast.ImportFrom():
                self._scopes[-1] |= self._names.imported(node)
                return ""
        raise Unprintable(ast.unparse(node)[:200])

    def _assign(self, targets: Sequence[ast.expr], value: ast.expr) -> str:
        if len(targets) == 1:
            return self._store(targets[0], self.expr(value))
        held = self._fresh("value")
        return f"const {held} = {self.expr(value)}; " + " ".join(self._store(each, held) for each in targets)

    def _store(self, target: ast.expr, value: str) -> str:
        match target:
            case ast.Name(id=name):
                return f"{self._local(name)} = {value};"
            case ast.Attribute(value=owner, attr=attribute):
                return f"{self.expr(owner)}.{attribute} = {value};"
            case ast.Subscript(value=owner, slice=key):
                return f"$put({self.expr(owner)}, {self.expr(key)}, {value});"
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                held = self._fresh("parts")
                star = next((i for i, each in enumerate(parts) if isinstance(each, ast.Starred)), -1)
                unpacked = f"const {held} = $unpack({value}, {len(parts)}, {star});"
                return unpacked + " ".join(
                    self._store(each.value if isinstance(each, ast.Starred) else each, f"{held}[{i}]")
                    for i, each in enumerate(parts)
                )
        raise Unprintable(ast.unparse(target))

    def _try(self, node: ast.Try) -> str:
        error, fine = self._fresh("error"), self._fresh("fine")
        self._caught.append(error)
        arms = []
        for each in node.handlers:
            kinds = self.expr(each.type) if each.type else "$py.Exception"
            bound = f"{self._local(each.name)} = {error}; " if each.name else ""
            arms.append(f"if ($is({error}, {kinds})) {{ {bound}{' '.join(self._block(each.body))} }}")
        self._caught.pop()
        handled = f"{error} = $caught({error}); {' else '.join([*arms, f'throw {error};'])}"
        catch = f" catch ({error}) {{ {handled} }}" if node.handlers else ""
        last = f" finally {self._braced(node.finalbody)}" if node.finalbody else ""
        if not node.orelse:
            return f"try {self._braced(node.body)}{catch}{last}"
        body = f"{{ {' '.join(self._block(node.body))} {fine} = true; }}"
        return f"let {fine} = false; try {body}{catch}{last} if ({fine}) {self._braced(node.orelse)}"

    def _match(self, node: ast.Match) -> str:
        subject, out = self._fresh("subject"), self._fresh("out")
        arms = []
        for case in node.cases:
            tests, binds = self._pattern(case.pattern, subject)
            body = " ".join([*self._block(case.body), f"break {out};"])
            guarded = f"if ({self.test(case.guard)}) {{ {body} }}" if case.guard else body
            arms.append(f"if ({' && '.join(tests) or 'true'}) {{ {' '.join([*binds, guarded])} }}")
        return f"const {subject} = {self.expr(node.subject)}; {out}: {{ {' '.join(arms)} }}"

    def _pattern(self, pattern: ast.pattern, subject: str) -> tuple[list[str], list[str]]:
        """Return the tests of a pattern, and the statements that bind its names."""
        match pattern:
            case ast.MatchValue(value=value):
                return [f"$eq({subject}, {self.expr(value)})"], []
            case ast.MatchSingleton(value=value):
                return [f"{subject} === {_constant(value)}"], []
            case ast.MatchAs(pattern=inner, name=name):
                tests, binds = self._pattern(inner, subject) if inner else ([], [])
                return tests, [*binds, *([f"{self._local(name)} = {subject};"] if name else [])]
            case ast.MatchOr(patterns=patterns):
                each = (" && ".join(self._pattern(inner, subject)[0]) or "true" for inner in patterns)
                return ["(" + " || ".join(f"({test})" for test in each) + ")"], []
            case ast.MatchClass(cls=cls, patterns=first, kwd_attrs=names, kwd_patterns=patterns):
                kind = self.expr(cls)
                own = [(f"$part({kind}, {subject}, {place})", each) for place, each in enumerate(first)]
                named = [(f"{subject}.{name}", each) for name, each in zip(names, patterns, strict=True)]
                return self._patterns([f"$is({subject}, {kind})"], [*own, *named])
            case ast.MatchSequence(patterns=patterns) if not any(
                isinstance(each, ast.MatchStar) for each in patterns
            ):
                held = [(f"{subject}[{place}]", each) for place, each in enumerate(patterns)]
                return self._patterns([f"Array.isArray({subject}) && {subject}.length === {len(held)}"], held)
            case ast.MatchMapping(keys=keys, patterns=patterns, rest=None):
                spelled = [self.expr(key) for key in keys]
                held = [(f"$at({subject}, {key})", each) for key, each in zip(spelled, patterns, strict=True)]
                there = [f"$in({key}, {subject})" for key in spelled]
                return self._patterns([f"$is({subject}, $py.dict)", *there], held)
        raise Unprintable(ast.dump(pattern))

    def _patterns(
        self, tests: list[str], parts: Iterable[tuple[str, ast.pattern]]
    ) -> tuple[list[str], list[str]]:
        binds: list[str] = []
        for subject, each in parts:
            more, bound = self._pattern(each, subject)
            tests, binds = [*tests, *more], [*binds, *bound]
        return tests, binds

    # ---------------------------------------------------------------- expressions

    def test(self, node: ast.expr) -> str:
        """Print an expression of which only counts whether it is true."""
        match node:
            case ast.BoolOp(op=op, values=values):
                return (
                    "(" + (" && " if isinstance(op, ast.And) else " || ").join(map(self.test, values)) + ")"
                )
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"!{self.test(operand)}"
            case ast.Compare():
                return self.expr(node)
        return f"$b({self.expr(node)})"

    def expr(self, node: ast.expr) -> str:
        """Print an expression."""
        match node:
            case ast.Constant(value=value):
                return _constant(value)
            case ast.Name(id=name):
                return self._name(name)
            case ast.Attribute(value=owner, attr=attribute):
                return self._attribute(owner, attribute)
            case ast.Call():
                return self._call(node)
            case ast.BoolOp(op=op, values=values):
                first, *others = values
                rest = others[0] if len(others) == 1 else ast.BoolOp(op, others)
                name = "$both" if isinstance(op, ast.And) else "$either"
                return f"{name}({self.expr(first)}, () => {self.expr(rest)})"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"!{self.test(operand)}"
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"$neg({self.expr(operand)})"
            case ast.UnaryOp(op=ast.Invert(), operand=operand):
                return f"{self.expr(operand)}.__invert__()"
            case ast.BinOp(left=left, op=op, right=right):
                return f"{_OPERATORS[type(op)]}({self.expr(left)}, {self.expr(right)})"
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                return self._compare([left, *comparators], ops)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return f"({self.test(test)} ? {self.expr(body)} : {self.expr(orelse)})"
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                return f"({self._local(name)} = {self.expr(value)})"
            case ast.Lambda():
                return self._function(node)
            case ast.Tuple(elts=parts):
                return f"$t({self._listed(parts)})"
            case ast.List(elts=parts):
                return f"[{self._listed(parts)}]"
            case ast.Set(elts=parts):
                return f"$set([{self._listed(parts)}])"
            case ast.Dict(keys=keys, values=values):
                pairs = (
                    f"...$pairs({self.expr(value)})"
                    if key is None
                    else f"[{self.expr(key)}, {self.expr(value)}]"
                    for key, value in zip(keys, values, strict=True)
                )
                return f"$dict([{', '.join(pairs)}])"
            case ast.Subscript(value=owner, slice=ast.Slice(lower=lower, upper=upper, step=step)):
                ends = (self.expr(each) if each else "null" for each in (lower, upper, step))
                return f"$slice({self.expr(owner)}, {', '.join(ends)})"
            case ast.Subscript(value=owner, slice=key):
                return f"$at({self.expr(owner)}, {self.expr(key)})"
            case ast.JoinedStr(values=values):
                return "(" + " + ".join(['""', *(self._formatted(each) for each in values)]) + ")"
            case ast.ListComp(elt=element, generators=loops):
                return self._collected("[]", loops, lambda: f"$r.push({self.expr(element)});")
            case ast.SetComp(elt=element, generators=loops):
                return self._collected("$set([])", loops, lambda: f"$r.add({self.expr(element)});")
            case ast.DictComp(key=key, value=value, generators=loops):
                put = lambda: f"$put($r, {self.expr(key)}, {self.expr(value)});"  # noqa: E731
                return self._collected("$dict([])", loops, put)
            case ast.GeneratorExp(elt=element, generators=loops):
                inner = self._loops(loops, lambda: f"yield {self.expr(element)};")
                return f"(function* () {{ {inner} }}).call(this)"
            case ast.Yield(value=value):
                return f"(yield {self.expr(value) if value else 'null'})"
            case ast.YieldFrom(value=value):
                return f"(yield* $it({self.expr(value)}))"
            case ast.Starred(value=value):
                return f"...$it({self.expr(value)})"
        raise Unprintable(ast.unparse(node)[:200])

    def _listed(self, parts: Sequence[ast.expr]) -> str:
        return ", ".join(map(self.expr, parts))

    def _compare(self, values: Sequence[ast.expr], ops: Sequence[ast.cmpop]) -> str:
        if len(ops) == 1:
            return "(" + _COMPARISONS[type(ops[0])].format(*map(self.expr, values)) + ")"
        held = [self.expr(each) for each in values]
        tests = (_COMPARISONS[type(op)].format(held[place], held[place + 1]) for place, op in enumerate(ops))
        return "(" + " && ".join(tests) + ")"

    def _formatted(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=value):
                return json.dumps(value)
            case ast.FormattedValue(value=value, conversion=conversion, format_spec=spec):
                shown = f"$repr({self.expr(value)})" if conversion == ord("r") else self.expr(value)
                return f"$format({shown}, {self.expr(spec) if spec else chr(34) * 2})"
        raise Unprintable(ast.unparse(node))

    def _collected(self, start: str, loops: Sequence[ast.comprehension], put: "Inner") -> str:
        return f"(() => {{ const $r = {start}; {self._loops(loops, put)} return $r; }})()"

    def _loops(self, loops: Sequence[ast.comprehension], inner: "Inner") -> str:
        first, *others = loops
        source = self.expr(first.iter)
        names = {name: spelled(name) for name in _targets(first.target)}
        self._scopes.append(names)
        item = self._fresh("item")
        declared = f"let {', '.join(names.values())}; {self._store(first.target, item)}"
        tests = " && ".join(map(self.test, first.ifs))
        body = self._loops(others, inner) if others else inner()
        self._scopes.pop()
        guarded = f"if ({tests}) {{ {body} }}" if tests else body
        return f"for (const {item} of $it({source})) {{ {declared} {guarded} }}"

    def _name(self, name: str) -> str:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        known = self._names.known(name)
        if known is None:
            raise Unprintable(f"the name {name}")
        return known

    def _local(self, name: str) -> str:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        raise Unprintable(f"a store to {name}")

    def _is_local(self, name: str) -> bool:
        return any(name in scope for scope in self._scopes)

    def _is_builtin(self, name: str) -> bool:
        return not self._is_local(name) and str(self._names.known(name)).startswith(("$py.", "$lib."))

    def _attribute(self, owner: ast.expr, attribute: str) -> str:
        if isinstance(owner, ast.Name) and not self._is_local(owner.id):
            held = self._names.member(owner.id, attribute)
            if held is not None:
                return held
        return f"$get({self.expr(owner)}, {json.dumps(attribute)})"

    def _call(self, node: ast.Call) -> str:
        given = ", ".join(map(self.expr, node.args))
        named = ", ".join(
            f"...$named({self.expr(each.value)})"
            if each.arg is None
            else f"{each.arg}: {self.expr(each.value)}"
            for each in node.keywords
        )
        match node.func:
            case ast.Call(func=ast.Name(id="super")):
                raise Unprintable("super")
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super"), args=[]), attr=method):
                return f"$super(this, {json.dumps(method)}, [{given}])"
            case ast.Attribute(value=owner, attr=method):
                if not (
                    isinstance(owner, ast.Name)
                    and not self._is_local(owner.id)
                    and self._names.member(owner.id, method)
                ):
                    if node.keywords:
                        return f"$callm({self.expr(owner)}, {json.dumps(method)}, [{given}], {{{named}}})"
                    if method in METHODS:
                        rest = f", {given}" if given else ""
                        return f"$method({self.expr(owner)}, {json.dumps(method)}{rest})"
                    return f"{self.expr(owner)}.{method}({given})"
            case ast.Subscript(value=ast.Name(id=name)) if self._is_builtin(name):
                return f"{self._name(name)}({given})"
        function = self.expr(node.func)
        return f"$call({function}, [{given}], {{{named}}})" if node.keywords else f"{function}({given})"

    def _fresh(self, word: str) -> str:
        self._count += 1
        return f"${word}{self._count}"


def _mark_breaks(statements: list[ast.stmt], flag: str) -> None:
    """Let every break of a loop say that it did not come to its end."""
    for place in range(len(statements) - 1, -1, -1):
        each = statements[place]
        if isinstance(each, ast.Break):
            statements.insert(place, ast.Expr(ast.Name(f"{flag} = false")))
        elif not isinstance(each, ast.For | ast.While | ast.FunctionDef):
            for inner in ("body", "orelse", "finalbody"):
                _mark_breaks(getattr(each, inner, []), flag)


class Inner(Protocol):
    """Prints what is done for each element."""

    def __call__(self) -> str:
        """Return the statement."""


def _constant(value: object) -> str:
    match value:
        case None:
            return "null"
        case True | False:
            return str(value).lower()
        case str():
            return json.dumps(value)
        case int() | float():
            return repr(value) if abs(value) < 2**53 else repr(float(value))
        case bytes():
            return json.dumps(value.decode("latin-1"))
    raise Unprintable(repr(value))


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


def _targets(node: ast.AST) -> list[str]:
    return [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]


def _inside(nodes: Sequence[ast.AST]) -> Iterable[ast.AST]:
    """Yield what stands in *nodes*, without what other functions and comprehensions hold."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop(0)
        yield node
        if isinstance(node, ast.FunctionDef):
            continue
        if not isinstance(node, ast.Lambda):
            waiting = [*ast.iter_child_nodes(node), *waiting]


def _assigned(nodes: Sequence[ast.AST]) -> list[str]:
    found: dict[str, None] = {}
    for node in _inside(nodes):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = None
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs) and node.name:
            found[node.name] = None
    inner = {
        name
        for node in _inside(nodes)
        if isinstance(node, ast.comprehension)
        for name in _targets(node.target)
    }
    outer = {
        node.id
        for node in _outside_comprehensions(nodes)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return [name for name in found if name not in inner or name in outer]


def _outside_comprehensions(nodes: Sequence[ast.AST]) -> Iterable[ast.AST]:
    waiting = list(nodes)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda | ast.comprehension):
            waiting = [*ast.iter_child_nodes(node), *waiting]


def _walrus(nodes: Sequence[ast.AST]) -> list[str]:
    return [
        n.target.id for n in _inside(nodes) if isinstance(n, ast.NamedExpr) and isinstance(n.target, ast.Name)
    ]


def _yields(nodes: Sequence[ast.AST]) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in _inside(nodes))
