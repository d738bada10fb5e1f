"""What is public: the names of the package, and that they cost nothing before they are used."""

import ast
import importlib
import inspect
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

import gallery_lens as gl
from checkout import ROOT
from documented import PAGE, documented

TREE = ast.parse(Path(gl.__file__).read_text("utf-8"))
TYPING = Path(__file__).parent / "typing" / "api.py"

every_name = pytest.mark.parametrize("name", gl.__all__)


def declared() -> dict[str, str]:
    """Return what type checkers believe: every public name, and the module that it comes from."""
    imports = [node for node in ast.walk(TREE) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if str(node.module).startswith("gallery_lens")]
    return {alias.name: str(node.module) for node in ours for alias in node.names}


def fresh(script: str) -> str:
    """Return what a new process prints that runs *script*."""
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def test_the_list_is_what_type_checkers_see() -> None:
    """Nothing is public by accident, nothing is missing from the list."""
    assert set(gl.__all__) == set(declared())


def test_the_list_is_sorted() -> None:
    """Constants, classes, functions, each by the alphabet, as the linter sorts them."""
    kinds = {name: (not name.isupper(), not name[0].isupper(), name) for name in gl.__all__}

    assert gl.__all__ == sorted(gl.__all__, key=kinds.__getitem__)


@every_name
def test_a_name_is_what_its_module_holds(name: str) -> None:
    """The lazy import gives the very object that type checkers were told of."""
    assert getattr(importlib.import_module(declared()[name]), name) is getattr(gl, name)


@every_name
def test_a_name_is_documented(name: str) -> None:
    """Every class and function says what it is; a constant's type does."""
    held = getattr(gl, name)
    speaks = held if isinstance(held, type | types.FunctionType) else type(held)

    assert inspect.getdoc(speaks)


@every_name
def test_a_name_is_imported_when_it_is_used(name: str) -> None:
    """Each can be had from the package alone, in a process that has used no other."""
    assert name == fresh(f"import gallery_lens; gallery_lens.{name}; print({name!r})")


def test_other_names_are_refused() -> None:
    """What is not public is not there, in the words of Python itself."""
    with pytest.raises(AttributeError, match="module 'gallery_lens' has no attribute 'to_velos'"):
        _ = gl.to_velos  # type: ignore[attr-defined]


def test_completion_offers_the_public_names() -> None:
    """``dir`` is for people at a prompt."""
    assert sorted(gl.__all__) == dir(gl)


@pytest.mark.parametrize("module", ["attrs", "cattrs", "click", "jsonschema", "msgspec", "referencing"])
def test_importing_the_package_imports_no_other(module: str) -> None:
    """Start-up is a feature."""
    assert "False" == fresh(f"import sys, gallery_lens; print({module!r} in sys.modules)")


def type_errors(file: Path) -> str:
    """Return what mypy has to say against *file* in its strict mode."""
    pytest.importorskip("mypy")
    options = ["--strict", "--warn-unused-ignores", "--no-error-summary", "--cache-dir", "/dev/null"]
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(file)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=file.parent,
        env=os.environ | {"MYPYPATH": str(ROOT / "src")},  # of a checkout that is not installed
    )
    return ran.stdout


def test_types_are_as_promised() -> None:
    """Right usage is accepted by mypy, and the lines that are marked as wrong are not."""
    assert "" == type_errors(TYPING)


@pytest.mark.skipif(not PAGE.exists(), reason="the docs are not part of the wheel")
def test_what_is_documented_passes_mypy(tmp_path: Path) -> None:
    """In its strict mode."""
    assert "" == type_errors(documented(tmp_path))
