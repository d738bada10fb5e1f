"""``gallery-lens clone`` and ``gallery-lens remap``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, Run

Make = Callable[[str, Any], Path]
GALLERY = {
    "name": "Rivers",
    "items": [{**CLEAN, "_id": "a", "sortOrder": 2}, {**LINKED, "_id": "b", "sortOrder": 3}],
}
MAP = {"11062b_river~mv2.jpg": "9b1e7d_river~mv2.jpg"}


def test_clone(run: Run, make: Make) -> None:
    """The body is on standard output."""
    ran = run("clone", make("gallery.json", GALLERY))

    assert (0, {"gallery": {"name": "Rivers", "items": [CLEAN, LINKED]}}) == (ran.code, ran.data)


def test_clone_of_standard_input(run: Run) -> None:
    """That is what no GALLERY means; what is not a gallery is told so."""
    assert {"gallery": {"items": [CLEAN]}} == run("clone", stdin=json.dumps([CLEAN]).encode()).data
    assert 2 == run("clone", stdin=b"{").code
    assert "several" not in run("clone", stdin=b'{"galleries": []}').err
    assert 2 == run("clone", stdin=b'{"galleries": []}').code


def test_remap(run: Run, make: Make) -> None:
    """New ids; links that may be wrong are listed."""
    ran = run("remap", make("gallery.json", GALLERY), "--media-map", make("map.json", MAP))

    assert 0 == ran.code
    assert b"11062b" not in ran.out
    assert "Links that may lead to the old site: 1\n  https://river.example  /items/1/link/url\n" in ran.err


def test_remap_without_an_id(run: Run, make: Make, tmp_path: Path) -> None:
    """Each is listed once with its places, the data are written, and the status is 1."""
    out = tmp_path / "out.json"

    ran = run("remap", make("gallery.json", GALLERY), "--media-map", make("map.csv", b"a1,b1"), "-o", out)

    assert 1 == ran.code
    assert "Media without a new id: 1\n  11062b_river~mv2.jpg  /items/0/image/imageInfo, /items/1/" in ran.err
    assert GALLERY == json.loads(out.read_bytes())


def test_remap_options(run: Run, make: Make) -> None:
    """Ids can go, and links to other sites need not be told."""
    given = ("remap", make("gallery.json", GALLERY), "--media-map", make("map.json", MAP))

    ran = run(*given, "--strip-ids", "--old-domain", "old.example")

    assert not any("_id" in item for item in ran.data["items"])
    assert "Links" not in ran.err


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"a1,b1\na1,c1", "two targets"), (b"[]", "is not a map"), (b"\xff\xfe", "is not UTF-8")],
)
def test_maps_that_are_none(run: Run, make: Make, tmp_path: Path, content: bytes, words: str) -> None:
    """Nothing is written, and the map is named."""
    out = tmp_path / "out.json"

    ran = run("remap", make("gallery.json", GALLERY), "--media-map", make("map.txt", content), "-o", out)

    assert (2, False) == (ran.code, out.exists())
    assert words in ran.err
    assert "map.txt" in ran.err.replace("\n", "")


def test_neither_input_is_overwritten(run: Run, make: Make) -> None:
    """The map is one, too; and standard input is read once."""
    gallery, known = make("gallery.json", GALLERY), make("map.json", MAP)

    assert 2 == run("remap", gallery, "--media-map", known, "-o", known).code
    assert 2 == run("remap", gallery, "--media-map", known, "-o", gallery).code
    assert 2 == run("remap", "-", "--media-map", "-").code
    assert 2 == run("remap", gallery, "--media-map", gallery.with_name("none.json")).code
    assert MAP == json.loads(known.read_bytes())


def test_an_item_that_cannot_be_read_is_left_out(run: Run) -> None:
    """Of a copy, with a word about it, and the others are there."""
    ran = run(
        "clone", stdin=json.dumps([CLEAN, {"type": "IMAGE", "image": {"imageInfo": 5}}, BROKEN]).encode()
    )

    assert CLEAN in ran.data["gallery"]["items"]


def test_a_download_list(run: Run, make: Make, tmp_path: Path) -> None:
    """What media-list writes of the gallery as it was."""
    gallery, out = make("gallery.json", GALLERY), tmp_path / "files.csv"

    ran = run("remap", gallery, "--media-map", make("map.json", MAP), "--download-list", out)

    assert 0 == ran.code
    assert run("media-list", gallery).out == out.read_bytes()
    assert b"11062b_river~mv2.jpg" in out.read_bytes()
    assert 2 == run("remap", gallery, "--media-map", make("map.json", MAP), "--download-list", gallery).code


def test_a_gallery_in_a_larger_document(run: Run, make: Make) -> None:
    """It is taken out, or put back."""
    whole = make("page.json", {"data": [GALLERY]})

    assert "gallery" in run("clone", whole, "--at", "/data/0").data
    assert (
        GALLERY["name"]
        == run("remap", whole, "--at", "/data/0", "--media-map", make("m.json", MAP)).data["data"][0]["name"]
    )
    assert GALLERY["items"] == run("merge", whole, "--at", "/data/0").data["items"]
    assert 0 == run("plan", whole, make("same.json", GALLERY), "--at", "/data/0").code
