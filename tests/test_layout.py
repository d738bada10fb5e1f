"""Where things stand: tests look at what is public, and helpers of tests stand apart from tests and tools."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkout import ROOT

HERE = Path(__file__).parent


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield what *path* imports from the package: the steps of a name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((*node.module.split("."), each.name) for each in node.names)
        elif isinstance(node, ast.Import):
            yield from (tuple(each.name.split(".")) for each in node.names)


@pytest.mark.parametrize("folder", ["tests", "docs", ".ci", "benchmarks"])
def test_nothing_private_is_imported(folder: str) -> None:
    """Neither modules nor names: what only the package knows may change without anybody else."""
    private = [
        f"{path.relative_to(ROOT)}: {'.'.join(steps)}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "node_modules" not in path.parts
        for steps in imported(path)
        if steps[0] == "gallery_lens" and any(step.startswith("_") and step[1] != "_" for step in steps)
    ]

    assert [] == private


def test_helpers_stand_apart() -> None:
    """Beside the tests there are only programs, which people run."""
    others = [path for path in HERE.glob("*.py") if not path.name.startswith(("test_", "conftest"))]

    assert [] == [path.name for path in others if 'if __name__ == "__main__":' not in path.read_text("utf-8")]
