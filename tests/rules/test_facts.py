"""What others have to know of a rule, the rule says itself: nothing else is decided by a code or a name."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import gallery_lens
from gallery_lens.rules import RULES
from gallery_lens.rules.base import Rule

PACKAGE = Path(gallery_lens.__file__).parent
CODE = re.compile("[LMSROIX][0-9]{3}")
#: Modules that may compare, and the rule that each knows, with the reason.
KNOWN = {
    "cli/_media_listing.py": ["not-an-item"],  # an answer that failed lists nothing, and is no mistake
    "conversion/conducting.py": ["not-json"],  # its note has a sentence instead of a value
    "conversion/extract.py": ["description-truncated"],  # a page cuts where this rule looks
    "conversion/run.py": ["unknown-field-dropped"],  # keys that say which page of a list it is
    "dialects/tolerance.py": ["date-invalid"],  # milder on the way to a page
    "dialects/viewer.py": ["external-image-details-dropped"],  # the loss of the table that it replaces
    "fixes/_sorting.py": ["sort-order-text"],  # a fix of its own, and a part of another
}

#: What is said to people, or used by ``Rule`` itself.
TOLD = ("since", "severity_off_page")


@cache
def modules() -> tuple[tuple[str, ast.AST], ...]:
    """Return the modules that are neither rules nor printed."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(("rules/", "compiled/printed/")):
            found.append((name, ast.parse(path.read_text("utf-8"))))
    return tuple(found)


def words(node: ast.AST) -> Iterator[str]:
    """Yield the texts that are all of a constant in *node*."""
    constants = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return (value for value in constants if isinstance(value, str))


def test_no_module_names_a_code() -> None:
    """They are a rule's own."""
    assert [] == [(name, word) for name, tree in modules() for word in words(tree) if CODE.fullmatch(word)]


def test_few_modules_compare_the_name_of_a_rule() -> None:
    """Those that do are listed, with the reason."""
    compared: dict[str, list[str]] = {}
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Compare):
                compared.setdefault(name, []).extend(word for word in words(node) if word in RULES)

    assert {name: found for name, found in compared.items() if found} == KNOWN


def test_every_fact_is_asked_for() -> None:
    """An attribute that nobody reads is none."""
    asked = {node.attr for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert set() == {*Rule.held_fields} - {*asked, *TOLD}
