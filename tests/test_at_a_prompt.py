"""Gallery Lens as one types it: files, mistakes, what a prompt and a notebook show."""

import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import gallery_lens as gl
import strategies
from command import BROKEN, CLEAN, LINKED, SORTED, TEXT
from gallery_lens.model import Image, Link, Picture

MIXED = [LINKED, TEXT, BROKEN]


class TestFiles:
    """``convert_file``."""

    def test_a_document(self, tmp_path: Path) -> None:
        """As its text, but for the name."""
        path = tmp_path / "gallery.json"
        path.write_text(json.dumps({"items": MIXED}), "utf-8")
        expected = gl.convert_text(path.read_bytes(), "velo", "rest", order="sort-order")

        for given_as in (path, str(path)):
            result = gl.convert_file(given_as, "velo", "rest", order="sort-order")
            assert (result.value, result.rejects) == (expected.value, expected.rejects)
            assert {str(path)} == {found.file for found in result.diagnostics}

    @pytest.mark.parametrize("name", ["items.ndjson", "ITEMS.JSONL"])
    def test_lines(self, tmp_path: Path, name: str) -> None:
        """One list; a line that is not JSON costs itself alone."""
        path = tmp_path / name
        lines = [json.dumps(LINKED), "", "{nothing", '{"title": "a", "title": "b"}', json.dumps(BROKEN)]
        path.write_text("\n".join(lines), "utf-8")

        result = gl.convert_file(path, "velo", "rest")

        said = {(found.line, found.name) for found in result.diagnostics}
        assert {(3, "not-json"), (4, "duplicate-key"), (5, "media-missing")} <= said
        assert result.diagnostics == tuple(sorted(result.diagnostics, key=lambda found: found.line or 0))
        assert ("", ("R001",), "{nothing") in [
            (each.pointer, each.codes, each.item) for each in result.rejects
        ]
        assert (4, False) == (result.items, result.lossless)
        assert result.value[0]["title"] == LINKED["title"]

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """In Python's own words."""
        with pytest.raises(FileNotFoundError):
            gl.convert_file(tmp_path / "nothing.json")


class TestMistakes:
    """What is near to right is answered with what is right."""

    @pytest.mark.parametrize(
        ("wrong", "right"),
        [
            ('{"items": []}', "convert_text"),
            (b"[]", "convert_text"),
            ("https://static.wixstatic.com/media/a.jpg", "in a list"),
            (Path("gallery.json"), "convert_file"),
            (io.StringIO("[]"), "convert_file"),
            (io.BytesIO(b"[]"), "convert_file"),
        ],
        ids=["text", "bytes", "address", "path", "text file", "binary file"],
    )
    def test_text_and_files_are_no_documents(self, wrong: Any, right: str) -> None:
        """The function that takes them is named."""
        for convert in (gl.convert, gl.to_frontend, gl.to_velo, gl.to_rest):
            with pytest.raises(gl.UsageError, match=right):
                convert(wrong)
        with pytest.raises(
            gl.UsageError, match=right.replace("convert_file", "lint_text").replace("convert", "lint")
        ):
            gl.lint(wrong)

    @pytest.mark.parametrize("convert", [gl.to_frontend, gl.to_velo, gl.to_rest])
    @pytest.mark.parametrize("document", [{"colour": "red"}, None, [BROKEN], {"items": [5]}], ids=str)
    def test_nothing_is_no_value(self, convert: Any, document: Any) -> None:
        """Where nothing could be read, the shortcuts raise; where something could, they give that."""
        if document == [BROKEN] and convert is not gl.to_frontend:
            return  # a backend keeps it

        with pytest.raises(gl.ReadError) as refused:
            convert(document)
        assert refused.value.diagnostics

    def test_something_is_a_value(self) -> None:
        """An empty list, and what a page shows of several items."""
        assert [] == gl.to_frontend([])
        assert [] == gl.to_frontend([TEXT])
        assert 1 == len(gl.to_frontend(MIXED))


class TestAtAPrompt:
    """What is shown can be read."""

    def test_models_show_what_they_hold(self) -> None:
        """And nothing that they do not."""
        item = gl.Item(title="Crane", link=Link(url="/a"), image=Image(picture=Picture(width=3)))

        assert repr(item) == "Item(title='Crane', link=Link(url='/a'), image=Image(picture=Picture(width=3)))"
        assert repr(gl.Item()) == "Item()"
        assert repr(gl.Item(title=None)) == "Item(title=None)"
        assert repr(gl.read({"title": "a", "type": "TEXT"}, "velo").items) == (
            "(Item(type='TEXT', title='a', origin=<velo>),)"
        )

    def test_what_is_long_is_cut(self) -> None:
        """Galleries of thousands of items, texts, free objects."""
        gallery = gl.read([{**CLEAN, "description": "long " * 1000, "x": list(range(1000))}] * 1000, "velo")

        assert len(repr(gallery)) < 3000
        assert repr(gallery).endswith("… 997 more))")

    def test_results_are_a_line(self) -> None:
        """How many items, what was found, whether anything is lost."""
        assert repr(gl.convert(MIXED, "velo")).startswith("<Result: 1 of 3 items converted, 1 error, ")
        assert repr(gl.convert([CLEAN], "velo", "velo")).endswith("no findings, lossless>")
        assert repr(gl.lint([SORTED], "velo")).startswith("<LintResult: 1 of 1 item converted, ")


class Reader(HTMLParser):
    """Collects tags, addresses and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.links |= {str(value) for name, value in attrs if name == "href"}
        assert {name for name, _ in attrs} <= {"class", "style", "href", "rel"}

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(result: Any) -> Reader:
    """Read what a notebook shows of a result."""
    reader = Reader()
    reader.feed(result._repr_html_())
    reader.close()
    return reader


TAGS = {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "span", "a", "code"}
FOLDED = {"details", "summary", "pre"}


class TestNotebooks:
    """HTML of results."""

    @given(document=strategies.json_values())
    def test_nothing_of_a_document_is_markup(self, document: Any) -> None:
        """Whatever stands in it."""
        item = {
            **LINKED,
            "title": "<img src=x onerror=alert(1)>",
            "x</pre><script>": "<script>alert(1)</script>",
        }
        found = shown(gl.convert([{**item, "y": document}, document], "velo", "rest"))

        assert found.tags <= TAGS | FOLDED
        assert not found.open
        assert all(link.startswith("https://") for link in found.links)

    def test_findings_are_a_table(self) -> None:
        """The worst first, each with its place."""
        found = shown(gl.convert([{**item, "title": "a\u202eb"} for item in MIXED], "velo"))

        assert "M101 media-missing" in found.text
        assert found.text.index("M101") < found.text.index("L102")
        assert "\u202e" not in found.text
        assert "\\u202e" in found.text

    def test_many_findings_are_counted(self) -> None:
        """A notebook is no report: three of each code are listed, worst first, and the others counted."""
        text = shown(gl.lint([LINKED] * 100 + [BROKEN] * 5, "velo")).text

        assert text.index("M101") < text.index("and 2 more like these") < text.index("L102")
        assert text.index("L102") < text.index("/2/") < text.index("and 97 more like these")
        assert "/3/link" not in text

    def test_lint_shows_no_value(self) -> None:
        """There is none."""
        assert shown(gl.lint(MIXED, "velo")).tags <= TAGS
