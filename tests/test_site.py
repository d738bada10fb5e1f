"""The site of the documentation: it builds, it is whole, and it asks nobody for anything."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest
from jsonschema import Draft7Validator, Draft202012Validator

import gallery_lens as gl
from checkout import ROOT
from gallery_lens import schemas
from gallery_lens.rules import all_rules

DOCS = ROOT / "docs"
PICTURES = sorted((DOCS / "pictures").glob("*.svg"))

every_picture = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)


class _Page(HTMLParser):
    """What a page makes a browser fetch, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.title = ""
        self._titled = False
        self.unsaid: list[str] = []  #: pictures without words for those who do not see them

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        if tag in ("script", "img", "iframe", "source", "video", "audio"):
            self.fetched.append(held.get("src") or "")
        elif tag == "link" and held.get("rel") not in ("canonical", "index", "search", "next", "prev"):
            self.fetched.append(held.get("href") or "")
        elif tag == "a":
            self.links.append(held.get("href") or "")
        self._titled = tag == "title" and not self.title
        if (tag == "img" and "alt" not in held) or (tag == "svg" and held.get("class") == "lens-picture"):
            self.unsaid += [] if held.get("alt") is not None or held.get("aria-labelledby") else [str(held)]

    def handle_data(self, data: str) -> None:
        self.title += data if self._titled else ""

    def handle_endtag(self, tag: str) -> None:
        self._titled = False


@attrs.frozen
class Fault:
    """Something that is wrong with a built site."""

    page: str
    what: str


def faults(site: Path) -> Iterator[Fault]:
    """Yield what is wrong with the pages, the style sheets and the schemas of a site."""
    called: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        read = _Page()
        read.feed(page.read_text("utf-8"))
        name = str(page.relative_to(site))
        if read.title and called.setdefault(read.title, name) != name:
            yield Fault(name, f"is called as {called[read.title]}")
        yield from (Fault(name, f"fetches {each}") for each in read.fetched if urlsplit(each).netloc)
        yield from (Fault(name, f"says nothing for {each}") for each in read.unsaid)
        yield from (Fault(name, f"leads nowhere: {each}") for each in read.links if not _leads(page, each))
    for sheet in sorted(site.rglob("*.css")):
        if re.search(r"@import|url\(\s*[\"']?(https?:)?//", sheet.read_text("utf-8")):
            yield Fault(sheet.name, "fetches something")
    yield from _missing(site)


def _leads(page: Path, link: str) -> bool:
    parts = urlsplit(link)
    target = page.parent / parts.path
    return bool(parts.scheme) or not parts.path or target.is_file() or (target / "index.html").is_file()


def _missing(site: Path) -> Iterator[Fault]:
    for rule in all_rules():
        if not (site / "rules" / f"{rule.code}-{rule.name}" / "index.html").is_file():
            yield Fault(rule.code, "has no page at its address")
    for name in schemas.names():
        path = site / urlsplit(schemas.schema(name)["$id"]).path.lstrip("/")
        there = all((path.parent / folder / path.name).is_file() for folder in ("", "bundle", "draft-07"))
        if not there or path.read_text("utf-8") != schemas.text(name):
            yield Fault(name, "does not lie at its address")


def sphinx(source: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Build a site as ``make docs`` does."""
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-E", "-q", "-b", "html", str(source), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(Path(gl.__file__).parents[1]), "NO_COLOR": "1"}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_site_builds_and_is_whole(tmp_path: Path) -> None:
    """Every page without a warning, every rule and schema at its address, and nothing from elsewhere.

    One test, since building takes a while.
    """
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("rules", "__pycache__"))
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copy(ROOT / "README.md", tmp_path)

    built = sphinx(tmp_path / "docs", tmp_path / "site")

    assert ("", 0) == (built.stderr, built.returncode)
    assert [] == list(faults(tmp_path / "site"))


def test_faults_of_a_site_are_found(tmp_path: Path) -> None:
    """What the test above looks for, it would find."""
    (tmp_path / "index.html").write_text(
        '<link rel="canonical" href="https://site.example"><script src="https://cdn.example/a.js"></script>'
        '<link rel="icon" href="//cdn.example/a.png"><img src="a.png"><img src="b.png" alt="B">'
        '<svg class="lens-picture"></svg><a href="gone.html#a">Gone</a><a href="#here">Here</a>'
    )
    (tmp_path / "a.css").write_text('@import "https://fonts.example/a.css";')

    found = list(faults(tmp_path))

    assert [
        "fetches https://cdn.example/a.js",
        "fetches //cdn.example/a.png",
        "says nothing for {'src': 'a.png'}",
        "says nothing for {'class': 'lens-picture'}",
        "leads nowhere: gone.html#a",
        "fetches something",
    ] == [fault.what for fault in found[:6]]
    assert {rule.code for rule in all_rules()} | set(schemas.names()) == {fault.page for fault in found[6:]}


@pytest.mark.parametrize(
    ("folder", "validator"), [("bundle", Draft202012Validator), ("draft-07", Draft7Validator)]
)
def test_bundles_need_nothing_else(folder: str, validator: Any) -> None:
    """Whatever a bundle refers to is inside: a validator that knows no other schema can work with it."""
    made = runpy.run_path(str(DOCS / "_ext" / "published_schemas.py"))
    files = {path.removeprefix("schemas/1/"): json.loads(text) for path, text in made["files"]()}
    schema = files[f"{folder}/velo-gallery.schema.json"]
    gallery = json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8"))

    validator.check_schema(schema)
    assert validator(schema).is_valid(gallery)
    assert not validator(schema).is_valid({"items": [{"type": "AUDIO"}]})


def test_an_example_broken_on_purpose_fails_the_build(tmp_path: Path) -> None:
    """The tutorial with a command that does not exist is not a page."""
    shutil.copytree(DOCS / "examples", tmp_path / "examples")
    page = (DOCS / "tutorial" / "first-conversion.md").read_text("utf-8")
    (tmp_path / "index.md").write_text(page.replace("gallery-lens convert", "gallery-lens konvert", 1))
    settings = 'extensions = ["myst_parser", "gallery_lens.sphinx_ext"]\ngallery_lens_examples = "examples"\n'
    (tmp_path / "conf.py").write_text(settings + 'suppress_warnings = ["myst.xref_missing"]\n')

    built = sphinx(tmp_path, tmp_path / "site")

    assert 1 == built.returncode
    assert "No such command 'konvert'" in built.stderr


@every_picture
def test_pictures_follow_light_and_dark(picture: Path) -> None:
    """Colours are names that have a value for each, and no other colour is used."""
    drawing = picture.read_text("utf-8")
    style, _, shapes = drawing.partition("</style>")

    assert "prefers-color-scheme: dark" in style
    assert [] == re.findall(r"#[0-9a-f]{3,6}|fill=|stroke=", shapes)
    assert set(re.findall(r"var\((--\w+)\)", style)) <= set(re.findall(r"(--\w+):", style))


@every_picture
def test_pictures_name_rules_that_there_are(picture: Path) -> None:
    """No picture promises a code that does not exist."""
    known = {rule.code for rule in all_rules()}

    assert set(re.findall(r">([A-Z]\d{3})<", picture.read_text("utf-8"))) <= known


def test_the_first_picture_is_true() -> None:
    """What it shows of the example gallery's first items is what is lost of them, and what is kept."""
    drawing = (DOCS / "pictures" / "before-after.svg").read_text("utf-8")
    result = gl.convert(json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8")))
    lost = {found.code for found in result.diagnostics if found.item_index in (0, 1)}

    assert lost == set(re.findall(r">([A-Z]\d{3})<", drawing))
    assert set(result.value[0]) <= set(re.findall(r'keep"[^>]*>(\w+)<', drawing))


def test_the_picture_of_the_gallery_is_true() -> None:
    """The tiles that are missing on the page are missing for the reasons that it gives."""
    drawing = (DOCS / "pictures" / "gallery.svg").read_text("utf-8")
    result = gl.convert(json.loads((DOCS / "examples" / "harbour.json").read_text("utf-8")))
    gone = {found.code for found in result.diagnostics if found.item_index in (1, 3)} - {"L123"}

    assert gone == set(re.findall(r">([A-Z]\d{3})<", drawing))
    assert f"{result.items} items" in drawing
    assert f"{result.converted} items" in drawing
