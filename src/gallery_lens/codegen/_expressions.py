"""Expressions of Python, printed as JavaScript."""

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence

from gallery_lens.codegen._calls import Calls
from gallery_lens.codegen._scopes import assigned, leaves, targets, yields
from gallery_lens.codegen.language import (
    COMPARISONS,
    OPERATORS,
    TELLING,
    TELLS,
    Unprintable,
    constant,
    in_template,
)


class Expressions(Calls, ABC):
    """Prints the expressions of one module."""

    # ---------------------------------------------------------------- functions

    def function(self, node: ast.FunctionDef | ast.Lambda, name: str = "", *, method: bool = False) -> str:
        """Print a function; a *method* as it stands in an object, under its *name*."""
        own = [*node.args.posonlyargs, *node.args.args][1 if method else 0 :]
        more = [each for each in (node.args.vararg, node.args.kwarg) if each]
        names = [each.arg for each in (*own, *node.args.kwonlyargs, *more)]
        body = node.body if isinstance(node, ast.FunctionDef) else [ast.Return(node.body)]
        local = [each for each in assigned(body) if each not in names]
        scope = self._spelled([*names, *local])
        if method:
            scope[(node.args.posonlyargs or node.args.args)[0].arg] = "this"
        parameters = self._parameters(node.args, own, scope)
        self._scopes.append(scope)
        self._held.append([])
        lines = self.block(body)
        variables = [*(scope[name] for name in local), *self._held.pop()]
        self._scopes.pop()
        lines = [f"let {','.join(variables)};"] * bool(variables) + lines
        if node.args.vararg:
            lines.insert(0, f"{scope[node.args.vararg.arg]}=$tuple({scope[node.args.vararg.arg]});")
        star = yields(body)
        if not star and not leaves(body):
            lines.append("return null;")
        return _written(name, ",".join(parameters), lines, star=star, method=method)

    def _parameters(self, given: ast.arguments, own: list[ast.arg], scope: dict[str, str]) -> list[str]:
        """Those with names come first, also the ones that Python takes by name only."""
        defaults: dict[str, ast.expr | None] = dict(
            zip([each.arg for each in own][::-1], given.defaults[::-1], strict=False)
        )
        defaults |= zip([each.arg for each in given.kwonlyargs], given.kw_defaults, strict=True)
        known = {name: f"={self.expr(value)}" for name, value in defaults.items() if value is not None}
        named = [scope[each.arg] + known.get(each.arg, "") for each in (*own, *given.kwonlyargs)]
        if given.vararg:
            named.append(f"...{scope[given.vararg.arg]}")
        if given.kwarg:
            named.append(f"{scope[given.kwarg.arg]}=$dict([])")
        return named

    @abstractmethod
    def block(self, statements: Iterable[ast.stmt]) -> list[str]:
        """Print the statements of a function."""

    # ---------------------------------------------------------------- what is true

    def test(self, node: ast.expr) -> str:
        """Print an expression of which only counts whether it is true."""
        match node:
            case ast.BoolOp(op=op, values=values):
                return "(" + ("&&" if isinstance(op, ast.And) else "||").join(map(self.test, values)) + ")"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"!{self.test(operand)}"
            case ast.NamedExpr(value=value) if self.is_boolean(value):
                return self.expr(node)
        return self.expr(node) if self.is_boolean(node) else f"$b({self.expr(node)})"

    def is_boolean(self, node: ast.expr) -> bool:
        """Return whether an expression gives true or false and nothing else."""
        match node:
            case ast.Compare() | ast.UnaryOp(op=ast.Not()) | ast.Constant(value=bool()):
                return True
            case ast.BoolOp(values=values):
                return all(map(self.is_boolean, values))
            case ast.Call(func=ast.Name(id=name)):
                if self._is_local(name):
                    return False
                signature = self._names.signature(name)
                return signature.tells if signature else name in TELLS
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if self._is_module(owner):
                signature = self._names.signature(owner, name)
                return signature is not None and signature.tells
            case ast.Call(func=ast.Attribute(attr=name)):
                method = self._names.method(name)
                return method.tells if method else name in TELLING
            case ast.Attribute(attr=name):
                return self._names.tells(name)
        return False

    # ---------------------------------------------------------------- expressions

    def expr(self, node: ast.expr) -> str:
        """Print an expression."""
        match node:
            case ast.Constant(value=value):
                return constant(value)
            case ast.Name(id=name):
                return self.name(name)
            case ast.Attribute(value=owner, attr=attribute):
                return self._attribute(owner, attribute)
            case ast.Call():
                return self._call(node)
            case ast.BoolOp(op=op, values=[first, *others]):
                return self._chosen(op, first, others)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"!{self.test(operand)}"
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"$neg({self.expr(operand)})"
            case ast.UnaryOp(op=ast.Invert(), operand=operand):
                return f"{self.expr(operand)}.__invert__()"
            case ast.BinOp(left=left, op=op, right=right):
                return f"{OPERATORS[type(op)]}({self.expr(left)},{self.expr(right)})"
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                tests = map(self._compared, [left, *comparators], ops, comparators)
                return f"({'&&'.join(tests)})"
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return f"({self.test(test)}?{self.expr(body)}:{self.expr(orelse)})"
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                return f"({self.local(name)}={self.expr(value)})"
            case ast.Lambda():
                return f"({self.function(node)})"
            case ast.JoinedStr(values=values):
                return "`" + "".join(map(self._formatted, values)) + "`"
            case ast.Subscript(value=owner, slice=ast.Slice(lower=lower, upper=upper, step=step)):
                ends = (self.expr(each) if each else "null" for each in (lower, upper, step))
                return f"$slice({self.expr(owner)},{','.join(ends)})"
            case ast.Subscript(value=owner, slice=place):
                return f"$at({self.expr(owner)},{self.expr(place)})"
            case ast.Yield(value=value):
                return f"(yield {self.expr(value) if value else 'null'})"
            case ast.YieldFrom(value=value):
                return f"(yield* $it({self.expr(value)}))"
            case ast.Starred(value=value):
                return f"...{self.expr(value)}"
        return self._collection(node)

    def _collection(self, node: ast.expr) -> str:
        match node:
            case ast.Tuple(elts=parts):
                return f"$t({self.listed(parts)})"
            case ast.List(elts=parts):
                return f"[{self.listed(parts)}]"
            case ast.Set(elts=parts):
                return f"$set([{self.listed(parts)}])"
            case ast.Dict(keys=keys, values=values):
                pairs = (
                    f"...$pairs({self.expr(value)})"
                    if key is None
                    else f"[{self.expr(key)},{self.expr(value)}]"
                    for key, value in zip(keys, values, strict=True)
                )
                return f"$dict([{','.join(pairs)}])"
            case ast.ListComp(elt=element, generators=loops):
                return self._list(element, loops)
            case ast.SetComp(elt=element, generators=loops):
                return f"$set({self._list(element, loops)})"
            case ast.DictComp(key=name, value=value, generators=loops):
                return f"$dict({self._list(ast.List([name, value]), loops)})"
            case ast.GeneratorExp(elt=element, generators=loops):
                inner = self._loops(loops, lambda: f"yield {self.expr(element)};")
                return f"(function*(){{{inner}}}).call(this)"
        raise Unprintable(ast.unparse(node)[:200])

    def listed(self, parts: Sequence[ast.expr]) -> str:
        """Print expressions with commas between them."""
        return ",".join(map(self.expr, parts))

    def _chosen(self, op: ast.boolop, first: ast.expr, others: list[ast.expr]) -> str:
        """Print ``and`` and ``or``, which give one of their operands."""
        rest = others[0] if len(others) == 1 else ast.BoolOp(op, others)
        is_and = isinstance(op, ast.And)
        if self.is_boolean(first):
            return f"({self.expr(first)}{'&&' if is_and else '||'}{self.expr(rest)})"
        if isinstance(first, ast.Name) and self._is_local(first.id):
            test = held = self.expr(first)
        elif self._held:
            held = self._fresh()
            self._held[-1].append(held)
            test = f"{held}={self.expr(first)}"
        else:
            return f"{'$both' if is_and else '$either'}({self.expr(first)},()=>{self.expr(rest)})"
        second = self.expr(rest)
        return f"($b({test})?{second}:{held})" if is_and else f"($b({test})?{held}:{second})"

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
        one, other = self.expr(left), self.expr(right)
        match op, right:
            case (ast.Eq() | ast.NotEq(), _) if _is_text(left) or _is_text(right):
                return f"{one}{'===' if isinstance(op, ast.Eq) else '!=='}{other}"
            case ((ast.In() | ast.NotIn()), (ast.Tuple(elts=words) | ast.Set(elts=words))) if all(
                map(_is_text, words)
            ):
                return f"{'!' if isinstance(op, ast.NotIn) else ''}[{self.listed(words)}].includes({one})"
        return COMPARISONS[type(op)].format(one, other)

    def _formatted(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=str() as value):
                return in_template(value)
            case ast.FormattedValue(value=value, conversion=conversion, format_spec=None):
                return f"${{{'$repr' if conversion == ord('r') else '$str'}({self.expr(value)})}}"
            case ast.FormattedValue(value=value, format_spec=ast.expr() as spec):
                return f"${{$format({self.expr(value)},{self.expr(spec)})}}"
        raise Unprintable(ast.unparse(node))

    # ---------------------------------------------------------------- comprehensions

    def _list(self, element: ast.expr, loops: Sequence[ast.comprehension]) -> str:
        """Print what collects the elements in a list."""
        if len(loops) > 1:
            inner = self._loops(loops, lambda: f"$r.push({self.expr(element)});")
            return f"(()=>{{const $r=[];{inner}return $r;}})()"
        (loop,) = loops
        source = self.expr(loop.iter)
        if not loop.ifs and ast.unparse(element) == ast.unparse(loop.target):
            return f"[...{source}]"
        with_target = self.over(loop.target)
        made = self.expr(element)
        tests = "&&".join(map(self.test, loop.ifs))
        self._scopes.pop()
        if isinstance(element, ast.Name) and made == with_target and tests:
            return f"$filter({source},{with_target}=>{tests})"
        head = f"({with_target})=>"
        if tests:
            return f"$pick({source},{head}{tests},{head}{made})"
        return f"$map({source},{head}{made})"

    def over(self, target: ast.expr) -> str:
        """Let a target's names be known until the scope is popped; return it as a parameter."""
        self._scopes.append(self._spelled(targets(target)))
        return self._pattern_of(target)

    def _pattern_of(self, target: ast.expr) -> str:
        match target:
            case ast.Name(id=name):
                return self.local(name)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return f"[{','.join(map(self._pattern_of, parts))}]"
            case ast.Starred(value=value):
                return f"...{self._pattern_of(value)}"
        raise Unprintable(ast.unparse(target))

    def _loops(self, loops: Sequence[ast.comprehension], inner: Callable[[], str]) -> str:
        first, *others = loops
        source = self.expr(first.iter)
        target = self.over(first.target)
        tests = "&&".join(map(self.test, first.ifs))
        body = self._loops(others, inner) if others else inner()
        self._scopes.pop()
        return f"for(const {target} of {source}){{{f'if({tests})' if tests else ''}{{{body}}}}}"

    def _fresh(self) -> str:
        self._count += 1
        return f"${self._count}"


def _written(name: str, parameters: str, lines: list[str], *, star: bool, method: bool) -> str:
    body = "".join(lines)
    if method:
        return f"{'*' if star else ''}{name}({parameters}){{{body}}}"
    if star:
        made = f"function*({parameters}){{{body}}}"
        return f"({made}).bind(this)" if "this" in body else made
    if len(lines) == 1 and body.startswith("return "):
        return f"({parameters})=>{body[7:-1]}"
    return f"({parameters})=>{{{body}}}"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
