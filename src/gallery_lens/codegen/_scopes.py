"""Which names a function of Python sets, and where it ends."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from types import UnionType

_CLOSED = ast.FunctionDef | ast.Lambda


def assigned(nodes: Sequence[ast.AST]) -> list[str]:
    """Return the names that statements set, without those of comprehensions and other functions."""
    found: dict[str, None] = {}
    for node in _inside(nodes, _CLOSED | ast.comprehension):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = None
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs) and node.name:
            found[node.name] = None
    for node in _inside(nodes):  # := sets a name of the function, wherever it stands
        if isinstance(node, ast.NamedExpr) and isinstance(node.target, ast.Name):
            found[node.target.id] = None
    return list(found)


def yields(nodes: Sequence[ast.AST]) -> bool:
    """Return whether a function with these statements is a generator."""
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in _inside(nodes))


def leaves(statements: Sequence[ast.stmt]) -> bool:
    """Return whether nothing that stands behind these statements is ever reached."""
    match statements[-1] if statements else None:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return True
        case ast.If(body=body, orelse=orelse):
            return leaves(body) and leaves(orelse)
        case ast.Try(body=body, handlers=handlers, orelse=orelse):
            return (leaves(body) or leaves(orelse)) and all(leaves(each.body) for each in handlers)
    return False


def targets(node: ast.AST) -> list[str]:
    """Return the names in a target."""
    return [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]


def mark_breaks(statements: list[ast.stmt], flag: str) -> None:
    """Let every break of a loop say that it did not come to its end."""
    for place in range(len(statements) - 1, -1, -1):
        each = statements[place]
        if isinstance(each, ast.Break):
            statements.insert(place, ast.Expr(ast.Name(f"{flag}=false")))
        elif not isinstance(each, ast.For | ast.While | ast.FunctionDef):
            for inner in ("body", "orelse", "finalbody"):
                mark_breaks(getattr(each, inner, []), flag)


def _inside(nodes: Iterable[ast.AST], closed: UnionType = _CLOSED) -> Iterator[ast.AST]:
    """Yield what stands in *nodes*, without what other functions, or *closed* nodes, hold."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, closed):
            waiting = [*ast.iter_child_nodes(node), *waiting]
