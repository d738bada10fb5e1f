"""Where a file stands in a project."""

from pathlib import Path

import pytest

from gallery_lens.reporters.paths import project_path, shown_path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``site`` in a checkout, which is the working directory."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a.json", "a.json"),
        ("./albums/../a.json", "a.json"),
        ("albums//b c.json", "albums/b c.json"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_paths_begin_at_the_working_directory(here: Path, given: str, expected: str) -> None:
    """Outside of CI the project is where one stands."""
    assert expected == project_path(given)


def test_absolute_paths_inside_become_relative(here: Path) -> None:
    """An editor or a script may give whole paths."""
    assert "albums/a.json" == project_path(str(here / "albums" / "a.json"))


def test_paths_outside_are_whole(here: Path) -> None:
    """There is no way to them from the root of a project."""
    assert (here.parent / "a.json").as_posix() == project_path("../a.json")


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_in_ci_paths_begin_at_the_checkout(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A job may work in a folder of it, and the paths are still those of the repository."""
    monkeypatch.setenv(name, str(here.parent))

    assert ["site/a.json", "a.json"] == [project_path("a.json"), project_path("../a.json")]


def test_a_checkout_elsewhere_does_not_count(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another repository may have been cloned beside it."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here / "other"))

    assert "a.json" == project_path("a.json")


def test_shown_paths_have_no_control_characters(here: Path) -> None:
    """A name may hold anything but a slash and a zero."""
    assert "a\\x1b\\udcff.json" == shown_path("a\x1b\udcff.json")
