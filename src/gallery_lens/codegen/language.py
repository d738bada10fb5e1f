"""The spellings of Python and JavaScript: words, operators, constants."""

import ast
import itertools
import json
import string
from collections.abc import Iterable, Iterator
from typing import Final

#: The methods of Python's own types, which JavaScript's values have under other names or not at all.
METHODS: Final = frozenset(
    name
    for kind in (str, list, dict, set, tuple, int, float)
    for name in dir(kind)
    if not name.startswith("_")
)
#: Those of texts, lists and numbers, which are functions of the runtime; dicts and sets are classes there.
OF_VALUES: Final = frozenset(
    name for kind in (str, list, int, float) for name in dir(kind) if not name.startswith("_")
)
#: Methods of what the standard library gives, which may be passed on.
OF_LIBRARY: Final = frozenset(
    ("fullmatch", "match", "search", "sub", "findall", "finditer", "encode", "decode")
)
#: Methods of texts and sets that tell true from false.
TELLING: Final = frozenset(
    name for name in METHODS if name.startswith("is") or name in ("startswith", "endswith")
)
#: Functions that do.
TELLS: Final = frozenset(("isinstance", "any", "all", "bool", "callable", "issubclass", "hasattr"))
_RESERVED: Final = frozenset(
    (
        *("arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger"),
        *("default", "delete", "do", "else", "enum", "eval", "export", "extends", "false"),
        *("finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface"),
        *("let", "new", "null", "package", "private", "protected", "public", "return", "static"),
        *("super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var"),
    )
)
OPERATORS: Final[dict[type[ast.AST], str]] = {
    ast.Add: "$add", ast.Sub: "$sub", ast.Mult: "$mul", ast.Mod: "$mod", ast.FloorDiv: "$floordiv",
    ast.Div: "$div", ast.BitOr: "$or", ast.BitAnd: "$and", ast.Pow: "$pow",
}  # fmt: skip
COMPARISONS: Final[dict[type[ast.AST], str]] = {
    ast.Eq: "$eq({},{})", ast.NotEq: "!$eq({},{})", ast.Lt: "$lt({},{})", ast.Gt: "$lt({1},{0})",
    ast.LtE: "$le({},{})", ast.GtE: "$le({1},{0})", ast.Is: "{}==={}", ast.IsNot: "{}!=={}",
    ast.In: "$in({},{})", ast.NotIn: "!$in({},{})",
}  # fmt: skip


class Unprintable(Exception):
    """A piece of Python that has no JavaScript here."""


def spelled(name: str) -> str:
    """Return a local name as JavaScript allows it."""
    return f"{name}$" if name in _RESERVED else name


def short_names() -> Iterator[str]:
    """Yield names of one letter, then longer ones; none of them is a word of JavaScript."""
    for count in itertools.count(1):
        names = map("".join, itertools.product(string.ascii_letters, repeat=count))
        yield from (name for name in names if name not in _RESERVED)


def key(name: str) -> str:
    """Return a name as it may stand in an object in front of a colon."""
    return name if name.isidentifier() and name.isascii() and name != "__proto__" else f"[{quoted(name)}]"


def quoted(text: str) -> str:
    """Return a text as a literal."""
    return json.dumps(text)


def quoted_list(words: Iterable[str]) -> str:
    """Return texts as a list."""
    return f"[{','.join(map(quoted, words))}]"


def constant(value: object) -> str:
    """Return a constant as a literal."""
    match value:
        case None:
            return "null"
        case True | False:
            return str(value).lower()
        case str():
            return quoted(value)
        case int() | float():
            return repr(value) if abs(value) < 2**53 else repr(float(value))
        case bytes():
            return quoted(value.decode("latin-1"))
    raise Unprintable(repr(value))


def in_template(text: str) -> str:
    """Return a text as it stands between backticks."""
    plain = quoted(text)[1:-1].replace('\\"', '"')
    return plain.replace("`", "\\`").replace("${", "\\${")
