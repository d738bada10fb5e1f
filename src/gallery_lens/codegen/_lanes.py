"""The conversions of usual items that are compiled from the tables, printed as JavaScript.

The function that converts usual items is Python's own text, made of the tables' symbols; here it becomes one
that takes one parsed object as it is. Objects are checked first by what the text expects of them, as
msgspec does it in Python. Anything else is left to the interpreter.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeGuard

import attrs

from gallery_lens.codegen._modules import PACKAGE, Symbol
from gallery_lens.codegen.language import Unprintable, key, quoted, quoted_list, spelled
from gallery_lens.codegen.printing import Printer
from gallery_lens.codegen.program import Names, Program
from gallery_lens.compiled.columns import ANY_DATE
from gallery_lens.compiled.pairs import Pair
from gallery_lens.compiled.shapes import LARGEST, Shape, shape_of_element
from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.rows import Codec

#: The dialects that a backend gives, whose conversions to a page are printed.
SOURCES: Final = ("velo", "rest")
_TARGET: Final = "frontend"


def lanes(program: Program) -> str:
    """Return the conversions of usual items, for a program that has met what they need."""
    return "".join(_Lane(Pair(DIALECTS[name], DIALECTS[_TARGET]), program).text() + "\n" for name in SOURCES)


@attrs.define(eq=False)
class _LaneNames(Names):
    """The meanings of the names in a compiled text."""

    values: dict[str, Any] = attrs.field(factory=dict, kw_only=True)
    source: str = attrs.field(kw_only=True)
    carriers: dict[str, Any] = attrs.field(factory=dict, kw_only=True)
    constants: dict[str, str] = attrs.field(
        factory=dict, kw_only=True
    )  #: what stands in front of the function

    def known(self, name: str) -> str | None:
        """Return the JavaScript for a name that the text refers to."""
        if name not in self.values:
            return super().known(name)
        value = self.values[name]
        if name == "UNSET":
            return "undefined"
        if name in self.carriers:
            maker = self._script(Symbol(value.__module__, value.__qualname__.partition(".")[0]))
            task = self.carriers[name]
            if task.into is not None or task.poster is not None:
                raise Unprintable("a medium that becomes an object")
            at = ",".join(map(quoted, task.at))
            told = ("parts", "flat", "to_backend", "same")
            words = ",".join(f"{each}:{str(getattr(task, each)).lower()}" for each in told)
            given = f"{{at:$t({at}),into:null,poster:null,{words}}}"
            return self._constant(name, f"$carrier({maker},{self.of_function(type(task))},{given})")
        pattern = getattr(value, "__self__", None)
        if isinstance(pattern, re.Pattern):
            made = f"$late({quoted(pattern.pattern)})"
            return f"{self._constant(name, made)}.{value.__name__}"
        return self.of_function(value)

    def signature(self, name: str, attribute: str | None = None) -> Any:
        """Return None: every argument is already in its place."""

    def of_function(self, value: Any) -> str:
        """Return the JavaScript for a function or class of the package."""
        if not value.__qualname__.isidentifier():
            raise Unprintable(repr(value))
        return str(self._script(Symbol(value.__module__, value.__qualname__)))

    def _constant(self, name: str, made: str) -> str:
        self.constants[f"{self.source}${name}"] = made
        return f"{self.source}${name}"


class _Lane(Printer):
    """Prints the conversion from one dialect."""

    def __init__(self, pair: Pair, program: Program) -> None:
        made = pair.printer
        self._of = _LaneNames(
            f"{PACKAGE}.compiled.printing",
            program,
            values=made.names,
            carriers=made.carriers,
            source=pair.source.name,
        )
        super().__init__(self._of)
        self._pair = pair
        keys = [each for shape in pair.shape.walk() for each in shape.keys]
        self._free = {each.attribute for each in keys if each.row and each.row.codec.shape[:1] == ("free",)}
        self._wire: dict[str, str] = {}  #: the keys of attributes
        for each in keys:
            self._wire.setdefault(each.attribute, each.name)
        self._columns = set(made.columns)

    def text(self) -> str:
        """Return the definitions, and what puts them among the others."""
        name, pair = self._pair.source.name, self._pair
        (batch,) = ast.parse(pair.text).body
        assert isinstance(batch, ast.FunctionDef)
        loop = batch.body[-1]
        assert isinstance(loop, ast.For)
        (one,) = ast.parse(f"def {name}(item, bits): 0").body
        assert isinstance(one, ast.FunctionDef)
        one.body = loop.body
        code = self.function(one)
        dates = [
            each.attribute for each in pair.shape.keys if each.row and each.row.codec.shape[:1] == ("date",)
        ]
        placed = [index for index in range(pair.placed.bit_length()) if pair.placed >> index & 1]
        source = self._of.symbol(f"{PACKAGE}.dialects", "DIALECTS")
        found: list[str] = []  # rules and places, and what their messages say besides
        for each in pair.found:
            steps = ",".join(quoted(step) if isinstance(step, str) else str(step) for step in each.place)
            facts = "" if each.facts is None else f",{self._of.of_function(each.facts)}"
            found.append(f"[{quoted(each.rule)},$t({steps}){facts}]")
        carriers = (
            f"const {each}={made.replace('$carrier(', f'$carrier({name}$bit,')};"
            for each, made in self._of.constants.items()
        )
        lane = {
            "source": f"$at({source},{quoted(name)})",
            "check": f"{name}$check",
            "convert": code,
            "found": f"{name}$found",
            "placed": str(placed),
            "dates": quoted_list(dates),
            "date": f"$late({quoted(ANY_DATE.pattern)})",
            "telling": quoted_list(pair.telling),
            "compared": quoted_list([pair.source.item.by_field[name].wire for name in ("id", "sort_order")]),
        }
        self._of.program.need(self._of)
        return "\n".join(
            [
                *checks(name, pair.shape),
                f"const {name}$found=[{','.join(found)}];",
                f"const {name}$bit=$bits({name}$found);",
                *carriers,
                f"$lane({{{','.join(f'{part}:{text}' for part, text in lane.items())}}});",
            ]
        )

    def _spelled(self, names: Iterable[str]) -> dict[str, str]:
        """Return the names as they are: this is the text that people look at."""
        return {name: spelled(name) for name in names}

    # ---------------------------------------------------------------- statements

    def block(self, statements: Any) -> list[str]:
        """Print statements; what an item becomes is returned, and what is found is a list of numbers."""
        nodes = list(statements)
        match nodes:
            case [*first, ast.Expr(value=out), ast.Expr(value=mask), ast.Continue()] if _is_append(
                out
            ) and _is_append(mask):
                return [*super().block(first), *self._returned(out.args[0], mask.args[0])]
        return super().block(nodes)

    def _returned(self, out: ast.expr, mask: ast.expr) -> Iterator[str]:
        match mask:
            case ast.UnaryOp(op=ast.USub()):
                yield "return null;"
                return
            case ast.BinOp(op=ast.BitOr(), right=ast.Constant(value=int() as bit)):
                yield _pushed(bit)
        match out:
            case ast.Constant(value=None):
                yield "return $left;"
            case ast.Call(func=ast.Name(id=name), args=args):
                (into,) = [shape for shape in self._pair.printer.into.walk() if not shape.way]
                if name != "Out":
                    raise Unprintable(name)
                yield "const out={};let held;"
                for each, value in zip(into.keys, args, strict=False):
                    printed = (
                        self.expr(value) if not isinstance(value, ast.Name) or value.id != "UNSET" else ""
                    )
                    if isinstance(value, ast.Constant):
                        yield f"out.{each.name}={printed};"
                    elif printed:  # what is unset is left out
                        yield f"if((held={printed})!==undefined)out.{each.name}=held;"
                yield "return out;"
            case _:
                raise Unprintable(ast.unparse(out))

    def statement(self, node: ast.stmt) -> str:
        """Print a statement; objects are parsed ones, so that a free one is wrapped where it is taken."""
        match node:
            case ast.Assign(targets=[ast.Name(id="mask")]):
                return ""
            case ast.AugAssign(target=ast.Name(id="mask"), value=ast.Constant(value=int() as bit)):
                # A rule that has to be asked is the interpreter's affair.
                return "return null;" if bit & self._pair.asked else _pushed(bit)
            case ast.AugAssign(target=ast.Name(id="mask"), value=value):
                return f"$take_bits(bits,{self.expr(value)});"
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr=attribute)) if (
                attribute in self._free
            ):
                return f"{name}=$fromJs({self.expr(node.value)});"
        return super().statement(node)

    # ---------------------------------------------------------------- expressions

    def test(self, node: ast.expr) -> str:
        """Print a test; an object is there, or it is null or missing."""
        match node:
            case ast.Name(id=name) if name.startswith("o_"):
                return name
        return super().test(node)

    def is_boolean(self, node: ast.expr) -> bool:
        """Return whether an expression gives true or false and nothing else."""
        match node:
            case ast.Name(id=name) if name in self._columns:
                return True
        return super().is_boolean(node)

    def expr(self, node: ast.expr) -> str:
        """Print an expression."""
        match node:
            case ast.Name(id=name) if name in self._columns:
                return "false"  # nothing is known of many items, for there is one
            case ast.Name(id="of_text"):
                return "false"  # values are objects
            case ast.Attribute(value=ast.Name(id=owner), attr=attribute) if (
                owner == "item" or owner.startswith("o_")
            ):
                wire = self._wire[attribute]
                return f"{owner}.{wire}" if key(wire) == wire else f"{owner}{key(wire)}"
            case ast.Constant(value=int() as value) if not isinstance(value, bool) and value >= 2**53:
                raise Unprintable("a number of bits")
        return super().expr(node)


def _is_append(node: ast.expr) -> TypeGuard[ast.Call]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="outs" | "masks"), attr="append")):
            return True
    return False


def _pushed(bit: int) -> str:
    return f"bits.push({bit.bit_length() - 1});"


def checks(name: str, shape: Shape) -> Iterator[str]:
    """Yield the functions that tell whether parsed objects have the *shape*, inner ones first."""
    arms: list[str] = []
    for each in shape.keys:
        inner = f"{name}_{each.name}"
        if each.inner is not None:
            yield from checks(inner, each.inner)
            refused = f"!($isPlain(held)&&{inner}$check(held))"
            refused = refused if each.row is None else f"held!==null&&{refused}"
        else:
            assert each.row is not None
            if each.row.codec.shape[:1] == ("list",):
                assert each.row.codec.table is not None
                yield from checks(inner, shape_of_element(each.row.codec.table))
            test = _test(inner, each.row.codec)
            refused = f"held!==null&&!({test})" if test else "held!==null"
        arms.append(f"case {quoted(each.name)}:if({refused})return false;break;")
    yield (
        f"const {name}$check=(value)=>{{for(const key in value){{const held=value[key];"
        f"if(held!==undefined)switch(key){{{''.join(arms)}default:return false;}}}}return true;}};"
    )


def _test(name: str, codec: Codec) -> str:
    """Print what holds for a usual value on the wire; nothing if none is usual."""
    match codec.shape:
        case ("text",):
            return 'typeof held==="string"'
        case ("id",):
            return 'typeof held==="string"&&!/^null\\n?$/.test(held)'
        case ("date",):
            return "$isDate(held)"
        case ("boolean",):
            return 'typeof held==="boolean"'
        case ("whole", low, high):
            ends = (-LARGEST if low is None else low, LARGEST if high is None else high)
            return f"Number.isInteger(held)&&{_range(*ends)}"
        case ("number", low, high):
            return f"Number.isFinite(held)&&{_range(low, high)}"
        case ("choice", *words):
            return f"{quoted_list(list(map(str, words)))}.includes(held)"
        case ("free",):
            return "$isPlain(held)"
        case ("texts",):
            return '$isList(held)&&held.every((each)=>typeof each==="string")'
        case ("list", most):
            few = "" if most is None else f"held.length<={most}&&"
            return f"$isList(held)&&{few}held.every((each)=>$isPlain(each)&&{name}$check(each))"
    return ""


def _range(low: float | None, high: float | None) -> str:
    tests = [f"held>={low}"] * (low is not None) + [f"held<={high}"] * (high is not None)
    return "&&".join(tests) or "true"
