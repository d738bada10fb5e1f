"""``media-list`` and ``media_list``: files with addresses to download them from."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import gallery_lens as gl
from command import Run

PICTURE = "a41c07_11111111111111111111111111111111~mv2.jpg"
CLIP = "a41c07_99999999999999999999999999999999"
AT_CDN = f"https://static.wixstatic.com/media/{PICTURE}"
ITEMS: list[Any] = [
    {
        "_id": "x",
        "sortOrder": 0,
        "type": "IMAGE",
        "title": "One",
        "image": {"imageInfo": f"wix:image://v1/{PICTURE}/a%20b.jpg#originWidth=4&originHeight=3"},
    },
    {"type": "TEXT", "text": {"html": "<p>Hi</p>"}},
    {"type": "VIDEO", "title": "Film", "video": {"videoInfo": f"wix:video://v1/{CLIP}/film.mp4"}},
    {"type": "IMAGE", "image": {"imageInfo": "https://river.example/pics/river.jpg?x=1"}},
]
ROWS = [
    {"url": AT_CDN, "name": "a b.jpg", "order": 0, "title": "One", "id": PICTURE},
    {
        "url": f"https://video.wixstatic.com/video/{CLIP}/480p/mp4/file.mp4",
        "name": "film.mp4",
        "order": 3,
        "title": "Film",
        "id": CLIP,
    },
    {
        "url": "https://river.example/pics/river.jpg?x=1",
        "name": "river.jpg",
        "order": 4,
        "title": "",
        "id": "",
    },
]


def test_rows() -> None:
    """Every picture and video has one; texts have none."""
    assert ROWS == gl.media_list(ITEMS)
    assert ROWS == gl.media_list({"data": {"items": ITEMS}}, at="/data")


def test_the_same_files_in_every_dialect() -> None:
    """Whatever the gallery is written in, the addresses and ids are those."""
    expected = [(row["url"], row["id"]) for row in ROWS]

    for target in ("rest", "frontend", "component"):
        value = gl.convert(ITEMS, target=target).value
        assert expected == [(row["url"], row["id"]) for row in gl.media_list(value)], target


def test_the_known_encoding_of_a_video() -> None:
    """Its own address, else that of the tallest mp4."""
    best = f"https://video.wixstatic.com/video/{CLIP}/1080p/mp4/file.mp4"
    sizes = [{"url": best.replace("1080p", "480p"), "height": 480, "format": "mp4"}]
    sizes += [{"url": best, "height": 1080, "format": "mp4"}]
    item = {"type": "VIDEO", "video": {"videoInfo": {"id": CLIP, "resolutions": sizes}}}

    assert [best] == [row["url"] for row in gl.media_list([item])]


def test_a_picture_on_hover() -> None:
    """It follows that of its item."""
    hover = {"image": {"imageInfo": {"id": "hover.jpg", "width": 1, "height": 1, "filename": "h.jpg"}}}
    item = {
        "id": "x",
        "type": "IMAGE",
        "image": {"imageInfo": {"id": "a.jpg", "width": 1, "height": 1}},
        "secondaryMedia": hover,
    }

    assert ["a.jpg", "hover.jpg"] == [row["id"] for row in gl.media_list(item)]


def test_text_is_refused() -> None:
    """As ``convert`` does."""
    with pytest.raises(gl.UsageError, match="was given text"):
        gl.media_list(json.dumps(ITEMS))


class TestCommand:
    """The command."""

    def test_csv(self, run: Run) -> None:
        """By default; the guess of a video's quality is told."""
        ran = run("media-list", stdin=json.dumps(ITEMS).encode())

        rows = list(csv.DictReader(io.StringIO(ran.out.decode())))
        assert [{key: str(value) for key, value in row.items()} for row in ROWS] == rows
        assert 0 == ran.code
        assert "M109" in ran.err
        assert "Listed 3 files." in ran.err

    @pytest.mark.parametrize("arguments", [["--format", "jsonl"], ["-o", "list.jsonl"]])
    def test_json_lines(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
    ) -> None:
        """If asked for, or by the suffix."""
        monkeypatch.chdir(tmp_path)
        ran = run("media-list", *arguments, stdin=json.dumps(ITEMS).encode())
        out = Path("list.jsonl").read_bytes() if "-o" in arguments else ran.out

        assert ROWS == [json.loads(line) for line in out.splitlines()]

    def test_several_inputs_and_streams(self, run: Run, tmp_path: Path) -> None:
        """One after the other; values that follow each other are read one by one."""
        one, other = tmp_path / "one.json", tmp_path / "other.ndjson"
        one.write_text("\n".join(json.dumps(each, indent=1) for each in ITEMS))
        other.write_text(json.dumps(ITEMS) + "\n")

        ran = run("-q", "media-list", one, other)

        assert 7 == len(ran.out.splitlines())

    def test_what_cannot_be_listed_is_told(self, run: Run) -> None:
        """It is an error, and costs no other file."""
        ran = run("media-list", stdin=json.dumps([*ITEMS, {"colour": "red"}]).encode())

        assert 1 == ran.code
        assert "R002" in ran.err
        assert 4 == len(ran.out.splitlines())

    def test_what_holds_nothing(self, run: Run) -> None:
        """The message names the next step."""
        ran = run("media-list", stdin=json.dumps({"page": {"shots": ITEMS}}).encode())

        assert 2 == ran.code
        assert "--at /page/shots" in ran.err
