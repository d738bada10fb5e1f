"""Files that are compressed: read, written and found by the end of their names."""

import gzip
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, VIEW, Ran, Run, ndjson
from gallery_lens.cli.io.compression import bare, packing, suffix, unpacking, zstd
from gallery_lens.errors import UsageError

Make = Callable[[str, Any], Path]


def _has_zstd() -> bool:
    try:
        return bool(zstd())
    except UsageError:
        return False


NO_ZSTD = pytest.mark.skipif(not _has_zstd(), reason="the extra named zstd is not installed")
ENDS = [".gz", pytest.param(".zst", marks=NO_ZSTD)]
every_end = pytest.mark.parametrize("end", ENDS)


@pytest.fixture
def pack(tmp_path: Path) -> Make:
    """Write a compressed file of the test's own folder: bytes as they are, anything else as JSON."""

    def file(name: str, content: Any) -> Path:
        path = tmp_path / name
        with packing(name, path.open("wb")) as packed:
            packed.write(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return file


def held(path: Path) -> bytes:
    with path.open("rb") as file:
        return unpacking(path.name, file).read()


class TestNames:
    """What a name says."""

    @pytest.mark.parametrize(
        ("name", "inside", "end"),
        [
            ("a.json.gz", "a.json", ".gz"),
            ("a.NDJSON.ZST", "a.NDJSON", ".ZST"),
            ("a.json", "a.json", ""),
            ("gz", "gz", ""),
        ],
    )
    def test_the_last_suffix(self, name: str, inside: str, end: str) -> None:
        """It alone says how a file is compressed."""
        assert (inside, end) == (bare(name), suffix(name))


class TestReading:
    """What comes in."""

    @every_end
    def test_a_document(self, run: Run, pack: Make, end: str) -> None:
        """It is converted like one that is not compressed."""
        assert [VIEW] == run("convert", pack("a.json" + end, [CLEAN])).data

    @every_end
    def test_lines(self, run: Run, pack: Make, end: str) -> None:
        """The suffix before the last tells them."""
        assert [VIEW, None] == run("convert", pack("a.ndjson" + end, ndjson(CLEAN, BROKEN))).lines

    @every_end
    def test_lint(self, run: Run, pack: Make, end: str) -> None:
        """Places are those of what is inside."""
        ran = run("lint", pack("a.json" + end, b"[\n" + json.dumps(LINKED).encode() + b"]"))

        assert f"a.json{end}:2:" in ran.out.decode()

    @every_end
    def test_folders(self, run: Run, pack: Make, end: str) -> None:
        """They are found by what is inside; what only is compressed is not."""
        pack("other.txt" + end, b"none")
        folder = pack("a.ndjson" + end, ndjson(LINKED)).parent

        ran = run("lint", folder, "--output-format", "jsonl")

        assert {f"a.ndjson{end}"} == {Path(found["file"]).name for found in ran.lines}

    @every_end
    def test_several_files_in_one(self, run: Run, pack: Make, make: Make, end: str) -> None:
        """Logs are put together so."""
        first, second = (pack(name + end, ndjson(CLEAN)) for name in ("1", "2"))

        ran = run("convert", make("all.ndjson" + end, first.read_bytes() + second.read_bytes()))

        assert [VIEW, VIEW] == ran.lines

    def test_data_that_grow(self, run: Run, pack: Make, tmp_path: Path) -> None:
        """A pipe may be compressed, too."""
        pipe, data = tmp_path / "pipe.json.gz", pack("a.json.gz", [CLEAN]).read_bytes()
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(data,))
        writer.start()

        ran = run("convert", pipe)

        writer.join()
        assert [VIEW] == ran.data


def said(ran: Ran) -> str:
    return " ".join(ran.err.split())


class TestDamage:
    """Files that cannot be unpacked."""

    @every_end
    def test_a_document_that_was_cut_off(self, run: Run, pack: Make, end: str) -> None:
        """One sentence says so."""
        path = pack("a.json" + end, [CLEAN])
        path.write_bytes(path.read_bytes()[:-6])

        ran = run("convert", path)

        assert (2, b"") == (ran.code, ran.out)
        assert "The input cannot be read: it was cut off, and its end is missing." in said(ran)

    @every_end
    def test_lines_that_were_cut_off(self, run: Run, pack: Make, end: str) -> None:
        """Whole lines in front of the cut are converted, and no half of one."""
        noise = b"".join(b'"' + os.urandom(500).hex().encode() + b'"\n' for _ in range(2000))
        path = pack("a.ndjson" + end, ndjson(CLEAN) + noise)
        path.write_bytes(path.read_bytes()[:-500_000])

        ran = run("convert", path)

        assert 2 == ran.code
        assert VIEW == ran.lines[0]
        assert ran.err.count("its end is missing") == 1

    @every_end
    @pytest.mark.parametrize("data", [b'{"items": []}', b"\x1f\x8b\x08\x00 no more than a beginning"])
    def test_what_is_not_compressed(self, run: Run, make: Make, end: str, data: bytes) -> None:
        """The name said that it was."""
        ran = run("lint", make("a.json" + end, data))

        assert 2 == ran.code
        assert f"it is damaged, or no {end} file at all." in ran.out.decode()

    def test_what_cannot_be_opened(self, run: Run) -> None:
        """The reason is the usual one."""
        assert "no such file or directory" in run("convert", "missing.json.gz").err


class TestWriting:
    """What goes out."""

    @every_end
    def test_data(self, run: Run, make: Make, tmp_path: Path, end: str) -> None:
        """The name of OUT says how."""
        out = tmp_path / ("items.json" + end)

        run("convert", make("a.json", [CLEAN]), "-o", out)

        assert [VIEW] == json.loads(held(out))

    @every_end
    def test_a_folder(self, run: Run, pack: Make, tmp_path: Path, end: str) -> None:
        """Each input keeps its name, and stays compressed."""
        paths = [pack("a.json" + end, [CLEAN]), pack("b" + end, [CLEAN])]

        run("convert", *paths, "-o", f"{tmp_path}/out/", "--output-format", "js")

        assert [f"a.js{end}", f"b.js{end}"] == sorted(path.name for path in (tmp_path / "out").iterdir())

    @every_end
    def test_papers(self, run: Run, make: Make, tmp_path: Path, end: str) -> None:
        """Reports and the like are compressed by their names; the suffix before tells the format."""
        names = ("report.jsonl", "rejects.ndjson", "ledger.ndjson", "sidecar.json")
        papers = [tmp_path / (name + end) for name in names]
        options = [part for path in papers for part in (f"--{path.name.partition('.')[0]}", path)]

        run("convert", make("a.json", [BROKEN]), "-o", tmp_path / "out", *options)

        firsts = [json.loads(held(path).splitlines()[0]) for path in papers]
        assert ["code", "input", "input", "schemaVersion"] == [next(iter(first)) for first in firsts]

    @every_end
    def test_the_same_again(self, run: Run, make: Make, tmp_path: Path, end: str) -> None:
        """No time and no name is written."""
        given, paths = make("a.json", [CLEAN]), [tmp_path / (name + end) for name in ("1.json", "2.json")]

        for path in paths:
            run("convert", given, "-o", path)

        assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_lines_as_they_come(self, run: Run, tmp_path: Path) -> None:
        """From a pipe, too, a file is compressed as a whole."""
        out, lines = tmp_path / "out.ndjson.gz", ndjson(*[CLEAN] * 100)

        run("convert", "--input-format", "ndjson", "-o", out, stdin=lines)

        assert len(out.read_bytes()) < 1000
        assert 100 == held(out).count(b"\n")

    def test_a_pipe(self, run: Run, make: Make, tmp_path: Path) -> None:
        """It gets the whole of the compressed file."""
        pipe, got = tmp_path / "pipe.json.gz", []
        os.mkfifo(pipe)
        reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
        reader.start()

        run("convert", make("a.json", [CLEAN]), "-o", pipe)

        reader.join()
        assert [VIEW] == json.loads(gzip.decompress(got[0]))


class TestRoundTrip:
    """Compressed files that go in again."""

    @every_end
    def test_restore(self, run: Run, pack: Make, tmp_path: Path, end: str) -> None:
        """View and sidecar may be compressed."""
        given = pack("a.json" + end, [LINKED])
        view, sidecar = tmp_path / ("view.json" + end), tmp_path / ("sidecar.json" + end)
        run("convert", given, "-o", view, "--sidecar", sidecar)

        ran = run("restore", view, "--sidecar", sidecar)

        assert [LINKED] == ran.data

    @every_end
    def test_fixes(self, run: Run, pack: Make, end: str) -> None:
        """A file that is mended is compressed again."""
        path = pack("a.json" + end, [{**CLEAN, "sortOrder": "5"}])

        run("lint", path, "--fix", "--from", "velo", "--to", "velo")

        assert [{**CLEAN, "sortOrder": 5}] == json.loads(held(path))

    @every_end
    def test_baselines(self, run: Run, make: Make, tmp_path: Path, end: str) -> None:
        """They are read and written like other files."""
        given, baseline = make("a.json", [LINKED]), tmp_path / ("known.json" + end)
        run("lint", given, "--write-baseline", baseline)

        assert 0 == run("lint", given, "--baseline", baseline).code
        assert held(baseline).startswith(b"{")


class TestWithoutTheLibrary:
    """zstd is an extra."""

    @pytest.fixture(autouse=True)
    def without(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take it away, wherever it comes from."""
        for name in ("compression.zstd", "backports.zstd"):
            monkeypatch.setitem(sys.modules, name, None)

    def test_reading(self, run: Run, make: Make) -> None:
        """A sentence says what to install."""
        ran = run("lint", make("a.json.zst", b""))

        assert 2 == ran.code
        assert 'pip install "gallery-lens[zstd]"' in ran.err

    def test_writing(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Nothing is left of what was begun."""
        ran = run("convert", make("a.json", [CLEAN]), "-o", tmp_path / "out.json.zst")

        assert 2 == ran.code
        assert ["a.json"] == [path.name for path in tmp_path.iterdir()]
