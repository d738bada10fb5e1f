"""What the commands import: whatever is not on these lists has to wait until it is needed.

A name that is missing below makes every run slower. Before one is added: could it be imported where it
is used? Of our own packages the lists name those at the top, and of ``cli`` each module.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, LINKED, TEXT
from gallery_lens.dialects import DIALECTS, PROFILES

#: Of the standard library: what takes more than a millisecond, or brings much with it.
HEAVY = frozenset(
    (
        *("argparse", "asyncio", "concurrent", "csv", "ctypes", "dataclasses", "decimal", "difflib", "email"),
        *("fractions", "gzip", "hashlib", "html", "http", "importlib.metadata", "importlib.resources"),
        *(
            "json",
            "locale",
            "logging",
            "multiprocessing",
            "numbers",
            "pathlib",
            "pickle",
            "platform",
            "random",
            "secrets",
            "shutil",
        ),
        *(
            "socket",
            "sqlite3",
            "ssl",
            "statistics",
            "string",
            "subprocess",
            "tempfile",
            "textwrap",
            "tomllib",
            "traceback",
        ),
        *("typing", "unittest", "urllib.parse", "urllib.request", "uuid", "xml", "zipfile", "zlib"),
    )
)

#: What every conversion is made of.
CORE = frozenset(
    (
        *("version", "api", "cli", "conditions", "conversion", "dates", "diagnostics", "dialects", "errors"),
        *("events", "jsontext", "late", "media", "model", "options", "order", "places", "reporters"),
        *("rules", "site", "values", "words", "wrappers"),
    )
)
#: The packages of the command, which hold nothing themselves.
ROOMS = frozenset(("convert", "io", "lint", "shared"))
#: What every command is made of; click brings these of the standard library, too.
COMMAND = frozenset(
    (
        "shared.command",
        "io.compression",
        "io.files",
        "group",
        "io.inputs",
        "shared.parameters",
        "io.progress",
        "shared.settings",
    )
)
CLICK = frozenset(("platform", "typing", "uuid"))

EXPECTED: dict[str, tuple[list[str], dict[str, frozenset[str]]]] = {
    "version": (
        ["--version"],
        {
            "others": frozenset(),
            "heavy": frozenset(),
            "ours": frozenset(("version", "cli")),
            "cli": frozenset(),
        },
    ),
    "convert": (
        ["convert", "items.json"],
        {
            "others": frozenset(("attr", "attrs", "click")),
            "heavy": CLICK | {"json"},
            "ours": CORE | {"lines"},
            "cli": COMMAND
            | {
                "convert.run",
                "convert.formats",
                "convert.options",
                "convert.run_report",
            }
            | {"io.destinations", "convert.command"},
        },
    ),
    "lint": (
        ["lint", "items.json"],
        {
            "others": frozenset(("attr", "attrs", "click")),
            "heavy": CLICK | {"json"},
            "ours": CORE | {"config", "globs", "lines", "linting", "schemas", "source_map"},
            "cli": COMMAND
            | {
                "lint.discovery",
                "lint.fixing",
                "convert.formats",
                "lint.baseline",
            }
            | {
                "lint.writers",
                "lint.run",
                "lint.options",
                "lint.checking",
                "convert.options",
                "io.destinations",
            }
            | {"convert.run_report", "lint.file_settings", "lint.source_text", "lint.command"},
        },
    ),
}

#: Goes to a folder, runs the command and prints what it imported, and which of that comes from elsewhere.
PROGRAM = """
import os, sys
os.chdir(sys.argv.pop(1))
before = set(sys.modules)
from gallery_lens.cli import main
main(sys.argv[1:])
names = set(sys.modules) - before
kinds = {
    kind
    for name in names
    if name.startswith("gallery_lens")
    for kind in vars(sys.modules[name]).values()
    if isinstance(kind, type) and "__attrs_attrs__" in vars(kind) and kind.__module__ == name
}
from_elsewhere = [
    name for name in names if "site-packages" in (getattr(sys.modules[name], "__file__", None) or "")
]
print(*names)
print(*from_elsewhere)
print(len(kinds))
"""


def imported(folder: Path, arguments: list[str]) -> tuple[set[str], set[str], int]:
    """Return the modules that a run in *folder* imports, and those of them that others wrote.

    And how many classes attrs writes methods for.
    """
    program = [sys.executable, "-c", PROGRAM, str(folder), *arguments]
    ran = subprocess.run(program, capture_output=True, check=True)
    *_, names, others, classes = ran.stdout.decode().split("\n")[:-1]
    packages = {name.partition(".")[0] for name in others.split()} - {"gallery_lens"}
    return set(names.split()), packages, int(classes)


def ours(names: set[str], package: str) -> set[str]:
    """Return the names right below *package*."""
    return {name.removeprefix(package).partition(".")[0] for name in names if name.startswith(package)}


@pytest.mark.parametrize("run", EXPECTED)
def test_nothing_else_is_imported(run: str, make: Callable[[str, Any], Path]) -> None:
    """Each list holds all that is imported, and nothing that is not."""
    arguments, expected = EXPECTED[run]
    folder = make("items.json", [LINKED, TEXT, BROKEN]).parent

    names, others, _ = imported(folder, arguments)

    found: dict[str, Any] = {
        "others": others,
        "heavy": names & HEAVY,
        "ours": ours(names, "gallery_lens."),
        "cli": {
            name.removeprefix("gallery_lens.cli.") for name in names if name.startswith("gallery_lens.cli.")
        }
        - ROOMS,
    }
    assert expected == found


def test_dialects_that_no_item_is_written_in_wait(make: Callable[[str, Any], Path]) -> None:
    """A document that can be nothing but today's backend's, and a page, need three of them."""
    arguments, _ = EXPECTED["convert"]

    names, *_ = imported(make("items.json", [LINKED]).parent, arguments)

    modules = {name.replace("-", "_") for name in (*DIALECTS, *PROFILES)}
    assert {"rest", "velo", "frontend"} == ours(names, "gallery_lens.dialects.") & modules


#: How many classes attrs writes the methods of, each of which takes as long as importing a module.
WRITTEN: dict[str, int] = {"version": 0, "convert": 23, "lint": 24}


@pytest.mark.parametrize("run", WRITTEN)
def test_few_classes_are_written_by_attrs(run: str, make: Callable[[str, Any], Path]) -> None:
    """The model and what people are given: small values of our own are records."""
    arguments, _ = EXPECTED[run]
    *_, classes = imported(make("items.json", [LINKED, TEXT, BROKEN]).parent, arguments)

    assert classes == WRITTEN[run]
