"""The words of docstrings, help, messages and pages, as ``docs/style.md`` asks for them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import gallery_lens

PACKAGE: Final = Path(gallery_lens.__file__).parent
DOCS: Final = Path(__file__).parents[1] / "docs"
STYLE: Final = (DOCS / "style.md").read_text(encoding="utf-8")
#: Printed by programs, from tables or from the descriptions of schemas.
PRINTED: Final = {"typed.py", "compiled"}


def _cells(heading: str) -> list[list[str]]:
    """Return the cells of the table below *heading*, its head first."""
    section = STYLE.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|") and not line.startswith("|--")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


FIRST_WORDS: Final = _cells("## Sentences")[0]
WORDS: Final = [word for row in _cells("## Words")[1:-1] for word in row[0].split(", ")]
MODULES: Final = sorted(
    path for path in PACKAGE.rglob("*.py") if not PRINTED & {*path.relative_to(PACKAGE).parts}
)
PAGES: Final = sorted(path for path in DOCS.rglob("*.md") if path.name not in {"style.md", "changelog.md"})


def _docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def test_docstrings_begin_with_the_verb_or_the_thing() -> None:
    """None begins with one of the words of the first table."""
    begins = re.compile(rf"({'|'.join(FIRST_WORDS)})\b")

    found = [(path.name, text.split("\n")[0]) for path in MODULES for text in _docstrings(path)]
    assert [] == [row for row in found if begins.match(row[1])]


@pytest.mark.parametrize("word", WORDS)
def test_words(word: str) -> None:
    """No module and no page has the words of the left column, in any case or broken over lines."""
    pattern = re.compile(rf"\b{re.escape(word)}\b".replace(r"\ ", r"\s+"), re.IGNORECASE)

    texts = {path: path.read_text(encoding="utf-8") for path in (*MODULES, *PAGES)}
    assert [] == [path.name for path, text in texts.items() if pattern.search(text)]


def test_no_module_imports_a_private_module_of_another_package() -> None:
    """A module with an underscore belongs to its package and those below it."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        package = ("gallery_lens", *path.relative_to(PACKAGE).parts[:-1])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            steps = tuple((module or "").split("."))
            private = next((index for index, step in enumerate(steps) if step.startswith("_")), None)
            if private is not None and steps[0] == "gallery_lens" and steps[:private] != package[:private]:
                found.append((path.relative_to(PACKAGE).as_posix(), module))
    assert [] == found
