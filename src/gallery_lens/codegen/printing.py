"""Python printed as JavaScript: the part of the language that the converter is written in.

What a name means is settled by whoever asks (``SupportsNames``); what the values do is in ``runtime.js``.
"""

import ast
from collections.abc import Iterable, Sequence

from gallery_lens.codegen._expressions import Expressions
from gallery_lens.codegen._scopes import mark_breaks
from gallery_lens.codegen.language import OPERATORS, Unprintable, constant, key, quoted

#: How the runtime knows what a decorator makes of a method.
_TRAITS = {
    "property": "p",
    "cached_property": "c",
    "functools.cached_property": "c",
    "staticmethod": "s",
    "classmethod": "k",
}


class Printer(Expressions):
    """Prints the statements of one module."""

    _caught: tuple[str, ...] = ()

    # ---------------------------------------------------------------- definitions

    def definition(self, name: str, node: ast.FunctionDef) -> str:
        """Print the definition of a function of the module."""
        return f"const {name}={self._decorated(node)};"

    def member(self, node: ast.FunctionDef) -> tuple[str, str]:
        """Print a method as it stands in an object, and what its decorator makes of it."""
        trait = next((_TRAITS[ast.unparse(each)] for each in node.decorator_list), "")
        if trait == "s":
            return f"{node.name}:{self.function(node)}", trait
        return self.function(node, node.name, method=True), trait

    def field(self, name: str, value: ast.expr | None) -> str:
        """Print a field of a class: its name, its default, and 1 if that is made anew for each object."""
        match value:
            case None:
                return quoted(name)
            case ast.Call(func=ast.Name(id="fresh"), keywords=[ast.keyword(value=factory)]):
                return f"[{quoted(name)},()=>{self.expr(factory)}(),1]"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="attrs"), attr="field"), keywords=keywords):
                given = {each.arg: each.value for each in keywords}
                known = given.keys() - {"kw_only", "repr", "default", "factory"}
                if not known and "factory" in given:
                    return f"[{quoted(name)},()=>{self.expr(given['factory'])}(),1]"
                if not known:
                    return self.field(name, given.get("default"))
        return f"[{quoted(name)},()=>{self.expr(value)}]"

    def _decorated(self, node: ast.FunctionDef) -> str:
        printed = self.function(node)
        for each in reversed(node.decorator_list):
            printed = f"{self.expr(each)}({printed})"
        return printed

    # ---------------------------------------------------------------- statements

    def block(self, statements: Iterable[ast.stmt]) -> list[str]:
        """Print statements, without those that do nothing."""
        return [line for each in statements if (line := self.statement(each))]

    def _braced(self, statements: Iterable[ast.stmt]) -> str:
        return f"{{{''.join(self.block(statements))}}}"

    def statement(self, node: ast.stmt) -> str:
        """Print a statement inside of a function."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass() | ast.Assert():
                return ""
            case ast.Expr(value=ast.Name(id=name)) if name.startswith("$"):
                return f"{name};"
            case ast.Expr(value=value):
                return f"{self.expr(value)};"
            case ast.Return(value=value):
                return f"return {self.expr(value) if value else 'null'};"
            case ast.Assign(targets=targets, value=value):
                return self._assign(targets, value)
            case ast.AnnAssign(target=target, value=value):
                return self._assign([target], value) if value else ""
            case ast.AugAssign(target=target, op=op, value=value):
                name = OPERATORS[type(op)].replace("$", "$i")
                loaded = ast.parse(ast.unparse(target), mode="eval").body
                return self._store(target, f"{name}({self.expr(loaded)},{self.expr(value)})")
            case ast.If(test=test, body=body, orelse=orelse):
                return self._if(test, body, orelse)
            case ast.For() | ast.While():
                return self._loop(node)
            case ast.Break():
                return "break;"
            case ast.Continue():
                return "continue;"
            case ast.Raise(exc=None):
                return f"throw {self._caught[-1]};"
            case ast.Raise(exc=exc):
                return f"throw $raised({self.expr(exc) if exc else 'null'});"
        return self._compound(node)

    def _compound(self, node: ast.stmt) -> str:
        match node:
            case ast.Try():
                return self._try(node)
            case ast.With(items=[first, *others], body=body) if others:
                return self.statement(ast.With([first], [ast.With(others, body)]))
            case ast.With(items=[ast.withitem(context_expr=manager, optional_vars=None)], body=body):
                held, error = self._fresh(), self._fresh()
                return (
                    f"const {held}={self.expr(manager)};try{self._braced(body)}"
                    f"catch({error}){{if(!{held}($caught({error})))throw {error};}}"
                )
            case ast.FunctionDef(name=name):
                return f"{self.local(name)}={self._decorated(node)};"
            case ast.Match():
                return self._match(node)
            case ast.Delete(targets=[ast.Subscript(value=value, slice=place)]):
                return f"$del({self.expr(value)},{self.expr(place)});"
            case ast.Import() | ast.ImportFrom():
                self._scopes[-1] |= self._names.imported(node)
                return ""
        raise Unprintable(ast.unparse(node)[:200])

    def _if(self, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt]) -> str:
        if isinstance(test, ast.Name) and test.id == "TYPE_CHECKING":
            return ""
        other = (
            f"else {self.statement(orelse[0])}" if len(orelse) == 1 and isinstance(orelse[0], ast.If) else ""
        )
        if orelse and not other:
            other = f"else{self._braced(orelse)}"
        return f"if({self.test(test)}){self._braced(body)}{other}"

    def _loop(self, node: ast.For | ast.While) -> str:
        if node.orelse:
            ended, loop = self._fresh(), ast.parse(ast.unparse(node)).body[0]
            assert isinstance(loop, ast.For | ast.While)
            loop.orelse = []
            mark_breaks(loop.body, ended)
            return f"let {ended}=true;{self.statement(loop)}if({ended}){self._braced(node.orelse)}"
        if isinstance(node, ast.While):
            return f"while({self.test(node.test)}){self._braced(node.body)}"
        source = self.expr(node.iter)
        return f"for({self._pattern_of(node.target)} of {source}){self._braced(node.body)}"

    def _assign(self, targets: Sequence[ast.expr], value: ast.expr) -> str:
        if len(targets) == 1:
            return self._store(targets[0], self.expr(value))
        held = self._fresh()
        stores = "".join(self._store(each, held) for each in targets)
        return f"const {held}={self.expr(value)};{stores}"

    def _store(self, target: ast.expr, value: str) -> str:
        match target:
            case ast.Name(id=name):
                return f"{self.local(name)}={value};"
            case ast.Attribute(value=owner, attr=attribute):
                return f"{self.expr(owner)}.{attribute}={value};"
            case ast.Subscript(value=owner, slice=place):
                return f"$put({self.expr(owner)},{self.expr(place)},{value});"
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                held = self._fresh()
                star = next((i for i, each in enumerate(parts) if isinstance(each, ast.Starred)), -1)
                if star < 0 and all(isinstance(each, ast.Name) for each in parts):
                    return f"[{','.join(map(self._pattern_of, parts))}]={value};"
                stores = "".join(
                    self._store(each.value if isinstance(each, ast.Starred) else each, f"{held}[{i}]")
                    for i, each in enumerate(parts)
                )
                return f"const {held}=$unpack({value},{len(parts)},{star});{stores}"
        raise Unprintable(ast.unparse(target))

    def _try(self, node: ast.Try) -> str:
        error, fine = self._fresh(), self._fresh()
        arms = []
        before, self._caught = self._caught, (*self._caught, error)
        for each in node.handlers:
            kinds = self.expr(each.type) if each.type else "$py.Exception"
            bound = f"{self.local(each.name)}={error};" if each.name else ""
            arms.append(f"if($is({error},{kinds})){{{bound}{''.join(self.block(each.body))}}}")
        self._caught = before
        handled = f"{error}=$caught({error});{'else '.join([*arms, f'throw {error};'])}"
        catch = f"catch({error}){{{handled}}}" if node.handlers else ""
        last = f"finally{self._braced(node.finalbody)}" if node.finalbody else ""
        if not node.orelse:
            return f"try{self._braced(node.body)}{catch}{last}"
        body = f"{{{''.join(self.block(node.body))}{fine}=true;}}"
        return f"let {fine}=false;try{body}{catch}{last}if({fine}){self._braced(node.orelse)}"

    # ---------------------------------------------------------------- patterns

    def _match(self, node: ast.Match) -> str:
        subject, out = self._fresh(), self._fresh()
        arms = []
        for case in node.cases:
            tests, binds = self._pattern(case.pattern, subject)
            body = "".join([*self.block(case.body), f"break {out};"])
            guarded = f"if({self.test(case.guard)}){{{body}}}" if case.guard else body
            arms.append(f"if({'&&'.join(tests) or 'true'}){{{''.join([*binds, guarded])}}}")
        return f"const {subject}={self.expr(node.subject)};{out}:{{{''.join(arms)}}}"

    def _pattern(self, pattern: ast.pattern, subject: str) -> tuple[list[str], list[str]]:
        """Return the tests of a pattern, and the statements that bind its names."""
        match pattern:
            case ast.MatchValue(value=value):
                return [f"$eq({subject},{self.expr(value)})"], []
            case ast.MatchSingleton(value=value):
                return [f"{subject}==={constant(value)}"], []
            case ast.MatchAs(pattern=inner, name=name):
                tests, binds = self._pattern(inner, subject) if inner else ([], [])
                return tests, [*binds, *([f"{self.local(name)}={subject};"] if name else [])]
            case ast.MatchOr(patterns=patterns):
                each = ("&&".join(self._pattern(inner, subject)[0]) or "true" for inner in patterns)
                return ["(" + "||".join(f"({test})" for test in each) + ")"], []
            case ast.MatchClass(cls=cls, patterns=first, kwd_attrs=names, kwd_patterns=patterns):
                kind = self.expr(cls)
                for name in names:
                    self._names.mention(name)
                own = [(f"$part({kind},{subject},{place})", each) for place, each in enumerate(first)]
                named = [(f"{subject}.{name}", each) for name, each in zip(names, patterns, strict=True)]
                return self._patterns([f"$is({subject},{kind})"], [*own, *named])
            case ast.MatchSequence(patterns=patterns) if not any(
                isinstance(each, ast.MatchStar) for each in patterns
            ):
                held = [(f"{subject}[{place}]", each) for place, each in enumerate(patterns)]
                return self._patterns([f"Array.isArray({subject})&&{subject}.length==={len(held)}"], held)
            case ast.MatchMapping(keys=keys, patterns=patterns, rest=None):
                names = [self.expr(each) for each in keys]
                held = [(f"$at({subject},{name})", each) for name, each in zip(names, patterns, strict=True)]
                there = [f"$in({name},{subject})" for name in names]
                return self._patterns([f"$is({subject},$py.dict)", *there], held)
        raise Unprintable(ast.dump(pattern))

    def _patterns(
        self, tests: list[str], parts: Iterable[tuple[str, ast.pattern]]
    ) -> tuple[list[str], list[str]]:
        binds: list[str] = []
        for subject, each in parts:
            more, bound = self._pattern(each, subject)
            tests, binds = [*tests, *more], [*binds, *bound]
        return tests, binds


__all__ = ["Printer", "Unprintable", "key"]
