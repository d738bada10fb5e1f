"""What is installed: schemas, types, version, and the command."""

import re
import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path

import pytest

import gallery_lens as gl
from checkout import ROOT
from gallery_lens import schemas

FILES = sorted((ROOT / "schemas").glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_schema_is_served_byte_for_byte(file: Path) -> None:
    """What the package gives out is the file in the checkout."""
    assert file.read_bytes() == schemas.text(file.name.removesuffix(".schema.json")).encode()


def test_no_other_schema_is_served() -> None:
    """Every name has its file."""
    assert {file.name.removesuffix(".schema.json") for file in FILES} == set(schemas.names())


def test_types_are_announced() -> None:
    """Type checkers look at a package only if it says so."""
    assert (resources.files("gallery_lens") / "py.typed").is_file()


def test_versions_agree() -> None:
    """The package, the command and the changelog speak of one version."""
    command = [sys.executable, "-m", "gallery_lens", "--version"]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    newest = re.search(r"^## ([0-9.]+)", (ROOT / "docs" / "changelog.md").read_text("utf-8"), re.MULTILINE)

    assert f"gallery-lens {gl.__version__}\n" == printed
    assert newest is not None and gl.__version__ == newest[1]


def test_what_is_installed_is_what_was_written_down() -> None:
    """The metadata of an installed package repeat its version, its command and the Python it needs."""
    try:
        installed = metadata.distribution("gallery-lens")
    except metadata.PackageNotFoundError:
        pytest.skip("the sources are used without being installed")

    commands = {entry.name: entry.value for entry in installed.entry_points}
    assert gl.__version__ == installed.version
    assert {"gallery-lens": "gallery_lens.cli:main"} == commands
    assert ">=3.11" == installed.metadata["Requires-Python"]
