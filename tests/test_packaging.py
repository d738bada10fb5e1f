"""What is installed: schemas, types, version, and the command."""

import re
import shutil
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


#: The pages that begin with installing, and the lines of theirs that do it.
PAGES = [ROOT / "README.md", ROOT / "docs" / "index.md", ROOT / "docs" / "install.md"]
LINE = re.compile(r"^((?:uvx|pipx|uv tool|pip) [^#\n]*?) *(?:#.*)?$", re.MULTILINE)
UV = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")


def _lines(page: Path) -> list[str]:
    return LINE.findall(page.read_text("utf-8"))


@pytest.mark.skipif(not PAGES[1].exists(), reason="only a checkout has the pages")
def test_pages_say_the_same_of_installing() -> None:
    """What the README and the landing page begin with is on the page about it."""
    readme, landing, install = map(_lines, PAGES)

    assert landing
    assert set(landing) < set(readme) < set(install)


@pytest.mark.skipif(UV is None, reason="uv is not installed")
@pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="only a checkout can be installed from")
def test_what_the_readme_begins_with_works() -> None:
    """Typed in a checkout; uvx is uv's other name for ``uv tool run``."""
    first = _lines(PAGES[0])[0]
    assert first.startswith("uvx ")
    command = [str(UV), "tool", "run", *first.split()[1:]]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert 1 == ran.returncode, ran.stderr
    assert "M101 media-missing (error)" in ran.stdout
