"""``gallery-lens codegen``."""

from pathlib import Path

import pytest

from command import Run
from gallery_lens import codegen


@pytest.mark.parametrize(("form", "files"), [("velo", codegen.velo_files()), ("npm", codegen.npm_files())])
def test_a_folder(run: Run, tmp_path: Path, form: str, files: dict[str, str]) -> None:
    """All files are in it, and named on standard error."""
    ran = run("codegen", form, "-o", tmp_path / "site")

    assert (0, b"") == (ran.code, ran.out)
    written = {
        str(path.relative_to(tmp_path / "site")): path.read_text("utf-8")
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert files == written
    assert all(name in ran.err for name in files)


def test_standard_output(run: Run) -> None:
    """Without a folder the converter alone is written."""
    assert codegen.script().encode() == run("codegen", "velo").out


def test_the_page(run: Run, tmp_path: Path) -> None:
    """It shows the gallery that was named, in the element that was named."""
    run("codegen", "velo", "--gallery-id", 'a"b', "--element", "#rivers", "-o", tmp_path)

    page = (tmp_path / "page.js").read_text()
    assert """getGalleryItems("a\\"b")""" in page
    assert """$w("#rivers")""" in page


@pytest.mark.parametrize("arguments", [("npm", "--element", "#a"), ("html",), ()])
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    """It is told, and nothing is written."""
    assert (2, b"") == ((ran := run("codegen", *arguments)).code, ran.out)


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    """That is one sentence."""
    (tmp_path / "file").write_text("")

    ran = run("codegen", "velo", "-o", tmp_path / "file")

    assert 2 == ran.code
    assert "cannot be written" in ran.err
