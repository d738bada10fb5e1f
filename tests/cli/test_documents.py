"""Documents of which most items are never objects: nothing of what is written tells that they are not."""

import contextlib
import io
import json
import os
import tempfile
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from command import BROKEN, CLEAN, LINKED, SORTED, TEXT
from gallery_lens import jsontext
from gallery_lens.cli.convert import run as converting
from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.cli.convert.run_report import RunReport
from gallery_lens.cli.io.files import Outputs
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.conversion import taking
from gallery_lens.conversion.parts import conduct_parts
from gallery_lens.lines.documents import Documents
from trust import loads
from wrappings import wrappings

ITEMS = {
    "velo": strategies.velo_items(),
    "rest": strategies.rest_items(),
    "frontend": strategies.frontend_items(),
    "component": strategies.component_items(),
    "rest-legacy": strategies.rest_legacy_items(),
    "cms": strategies.cms_items(),
}
GALLERIES = {
    "velo": strategies.velo_galleries(),
    "rest": strategies.rest_galleries(),
    "component": strategies.component_galleries(),
    "rest-legacy": strategies.rest_legacy_galleries(),
}
TARGETS = ("frontend", "velo", "rest", "component")
GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
NAMED = [{"_id": GUID, **item} for item in (CLEAN, SORTED, LINKED, TEXT, BROKEN)]
REST = {"id": GUID, "type": "IMAGE", "tags": {"values": ["slate"]}}
VIEWED = {"type": "image", "src": "https://river.example/a.jpg"}


@contextlib.contextmanager
def whole() -> Iterator[None]:
    """Convert all documents as a whole."""
    with mock.patch.object(Documents, "look", return_value=None):
        yield


def converted(folder: str, text: bytes, **options: Any) -> tuple[Any, ...]:
    """Run ``convert`` over a document; return the exit code, the account, and all files but the first."""
    given, *paths = (Path(folder) / name for name in ("in.json", "out", "report.jsonl", "rejects.ndjson"))
    given.write_bytes(text)
    for path in paths:
        path.unlink(missing_ok=True)
    papers = {"output": str(paths[0]), "rejects": str(paths[2])} | (
        {"report": str(paths[1])} if options.pop("reported", False) else {}
    )
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        code = converting.run(ConvertCommandOptions(inputs=(str(given),), **papers, **options), Settings())
    return code, told.getvalue(), *(path.exists() and path.read_bytes() for path in paths)


def both(text: bytes, *, large: bool = False, **options: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Convert a document in parts if that is possible, as a *large* one if it is to be, and as a whole."""
    from_bytes = 0 if large else 1 << 20
    sized = mock.patch("gallery_lens.compiled.sources._SHORT", from_bytes)
    with sized, tempfile.TemporaryDirectory() as folder, mock.patch.object(taking, "ENOUGH", 0):
        passing = converted(folder, text, **options)
        with whole():
            return passing, converted(folder, text, **options)


def parted(document: Any, **options: Any) -> bool:
    """Tell whether a document is converted in parts."""
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    with Outputs() as outputs, mock.patch.object(taking, "ENOUGH", 0):
        asked = ConvertCommandOptions(**options)
        record = RunReport(outputs, asked, outputs)
        entry = record.open("a.json", asked.conversion.source, asked.conversion.target)
        documents = Documents(asked.conversion, entry)
        seen = documents.look(text)
        record.close()
        return seen is not None and conduct_parts(seen.parts, seen.columns, asked.conversion) is not None


class TestBothWays:
    """What is written, reported and told."""

    @pytest.mark.parametrize("dialect", ITEMS)
    @given(data=st.data())
    def test_one_dialect(self, dialect: str, data: st.DataObject) -> None:
        """Its items, right and nearly right, in any wrapper, on their way to any target."""
        name = dialect.replace("-", "_")
        items = st.one_of(ITEMS[dialect], strategies.near_misses(f"{name}_items"))
        document = data.draw(strategies.wrapped(items, GALLERIES.get(dialect)))
        source = data.draw(st.sampled_from(("auto", dialect)))

        large = data.draw(st.booleans())
        passing, usual = both(_text(document), large=large, source=source, **data.draw(_options()))

        assert usual == passing

    @given(data=st.data())
    def test_many_dialects(self, data: st.DataObject) -> None:
        """Lists of all sorts of items, and of what is none."""
        values = st.one_of(*ITEMS.values(), strategies.json_values(), st.sampled_from(NAMED))
        document = data.draw(strategies.wrapped(values))
        source = data.draw(st.sampled_from(("auto", *ITEMS)))

        passing, usual = both(_text(document), source=source, **data.draw(_options()))

        assert usual == passing

    @given(data=st.data())
    def test_galleries(self, data: st.DataObject) -> None:
        """Their own fields are read once, and compared items are told of in their places."""
        items = data.draw(st.lists(st.sampled_from((*NAMED, REST, VIEWED, {}, 5)), min_size=1, max_size=60))
        fields = {"name": "Rivers", "totalItems": 99, "sortOrder": "7", "_id": GUID, "created": {}, "x": [1]}
        keys = data.draw(st.permutations([*data.draw(st.sets(st.sampled_from(list(fields)))), "items"]))
        gallery = {key: fields.get(key, items) for key in keys}
        document = data.draw(st.sampled_from((gallery, {"gallery": gallery}, {"x": 1, "gallery": gallery})))

        passing, usual = both(_text(document), **data.draw(_options()))

        assert usual == passing

    @pytest.mark.parametrize("form", ["json", "ndjson", "js"])
    @pytest.mark.parametrize("indent", [None, 0, 3])
    @pytest.mark.parametrize("target", ["frontend", "rest"])
    @pytest.mark.parametrize("items", [NAMED, NAMED[-1:], [VIEWED, *NAMED]])
    def test_layouts(self, items: list[Any], target: str, indent: int | None, form: str) -> None:
        """Around the items stands what would stand there."""
        indent = None if form == "ndjson" else indent
        for name, document in wrappings(items):
            passing, usual = both(_text(document), target=target, output_format=form, indent=indent)

            assert usual == passing, name

    @pytest.mark.parametrize("name", [None, "Rivers"])
    def test_new_galleries(self, name: str | None) -> None:
        """Bodies of createGallery hold all items."""
        passing, usual = both(_text(NAMED), target="rest", as_gallery=True, name=name)

        assert usual == passing

    @pytest.mark.parametrize(
        "text",
        [
            b"[1, 2",
            b"[" * 100_000,
            b'[{"a": "\\ud800"}]',
            b'{"items": [{"type": "TEXT", "title": "\\ud800"}]}',
            b'\xef\xbb\xbf[{"type": "TEXT"}]',
            b'{"items": [], "items": [{"type": "TEXT", "_id": "1"}]}',
            b" " * 2000 + b'[{"type": "TEXT", "_id": "1"}]',
            b'[{"_id": "1", "x": ' + b"[" * 199 + b"]" * 199 + b"}]",
            b'{"x": {"x": {"x": {"items": [{"type": "TEXT", "_id": "1"}]}}}}',
            b'{"x": ' + b"[" * 200 + b"]" * 200 + b', "items": [{"type": "TEXT"' + b" " * 999 + b"}]}",
            b"{}",
            b"[]",
            b"5",
            b"",
        ],
    )
    def test_odd_texts(self, text: bytes) -> None:
        """Whoever has to be read with care is read with care."""
        passing, usual = both(text)

        assert usual == passing


class TestWhatIsParted:
    """Which documents are converted in parts."""

    @pytest.mark.parametrize(
        "document",
        [
            NAMED,
            {"items": NAMED},
            {"_id": GUID, "name": "Rivers", "items": NAMED},
            {"gallery": {"items": NAMED}},
            [*NAMED, 5, {}, REST],
            b" \n" + json.dumps(NAMED).encode(),
        ],
        ids=["list", "items", "gallery", "in gallery", "mixed", "blanks"],
    )
    @pytest.mark.parametrize(
        "options",
        [
            {},
            {"target": "rest", "as_gallery": True},
            {"target": "component"},
            {"source": "velo"},
            {"report": "/dev/null", "report_format": "jsonl"},
            {"report": "/dev/null", "report_format": "sarif"},
        ],
    )
    def test_in_parts(self, document: Any, options: dict[str, Any]) -> None:
        """All of one gallery, or of a list."""
        assert parted(document, **options)

    @pytest.mark.parametrize(
        ("document", "options"),
        [
            (NAMED, {"order": "sort-order"}),
            (NAMED, {"text_items": "error"}),
            (NAMED, {"sidecar": "/dev/null"}),
            (NAMED, {"ledger": "/dev/null"}),
            (NAMED, {"report": "/dev/null", "report_format": "json"}),
            ([{"title": "of a gallery, or of a page"}], {}),
            ([5], {}),
            ([], {}),
            ({"galleries": [{"items": NAMED}]}, {}),
            ({"entity": {"items": NAMED}, "metadata": {"entityId": GUID}}, {}),
            ({"tags": {"values": ["a", "b"]}}, {}),
        ],
    )
    def test_as_a_whole(self, document: Any, options: dict[str, Any]) -> None:
        """What hangs on all items as they were given, or on nobody knows how many of them."""
        assert not parted(document, **options)


def _text(document: Any) -> bytes:
    return jsontext.write(document)


def _options() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "target": st.sampled_from(TARGETS),
            "reported": st.booleans(),
            "text_items": st.sampled_from(("drop", "error")),
            "strict": st.booleans(),
        }
    )


@pytest.mark.parametrize("orders", [range(400), range(400, 0, -1), [*range(399), 5]])
@pytest.mark.parametrize("reported", [True, False])
def test_a_list_that_shows_its_order(orders: Sequence[int], reported: bool) -> None:
    """It is known before the items are converted, whichever way they go."""
    items = [{**CLEAN, "_id": GUID, "sortOrder": order} for order in orders]

    passing, usual = both(_text({"name": "Rivers", "items": items}), reported=reported)

    assert parted({"items": items})
    assert usual == passing


def test_a_large_document_of_small_items_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    quiet = Settings(quiet=True)
    for count in (500, 20_000):  # the first loads what all runs need
        loads.written(path, count, lines=False, small=True)
        tracemalloc.start()
        try:
            converting.run(ConvertCommandOptions(inputs=(str(path),), output=os.devnull), quiet)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 4 * path.stat().st_size
