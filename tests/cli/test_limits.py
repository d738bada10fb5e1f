"""How much is read, and of what: documents and lines have a limit, and only files of a folder are read."""

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, VIEW, Run, ndjson
from gallery_lens.cli.convert import jobs
from gallery_lens.cli.shared.parameters import Size
from gallery_lens.lines.pieces import FEW, TooLong, pieces

LINE = ndjson(CLEAN)
LONG = ndjson({**CLEAN, "title": "x" * 2000})
LIMIT = ("--max-input", "1kB")


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("1", 1),
        ("512MB", 512_000_000),
        ("512 mb", 512_000_000),
        ("512M", 512_000_000),
        ("2GiB", 2 << 30),
        ("2gi", 2 << 30),
        ("1.5kB", 1500),
        ("10b", 10),
        ("1TB", 10**12),
    ],
)
def test_sizes(given: str, size: int) -> None:
    assert size == Size().convert(given, None, None)


@pytest.mark.parametrize("given", ["", "0", "-1", "1XB", "MB", "1e9", "0.1", "9" * 40, "1 2", "٣"])
def test_what_is_no_size(run: Run, given: str) -> None:
    ran = run("convert", "--max-input", given, stdin=b"[]")

    assert (2, True) == (ran.code, "is not a size" in ran.err)


@pytest.mark.parametrize("command", ["convert", "lint"])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("stdin", [False, True])
def test_a_document_has_a_limit(run: Run, tmp_path: Path, command: str, packed: bool, stdin: bool) -> None:
    """Unpacked, whatever it is read from."""
    if packed and stdin:
        pytest.skip("standard input is not unpacked")
    path = tmp_path / ("in.json.gz" if packed else "in.json")
    path.write_bytes(gzip.compress(LONG) if packed else LONG)
    given = (command, "-") if stdin else (command, path)
    ran = run(*given, *LIMIT, stdin=LONG if stdin else b"")

    assert 2 == ran.code
    assert "it is larger than 1 kB" in " ".join((ran.err + ran.out.decode()).split())
    assert run(*given, "--max-input", "4kB", stdin=LONG if stdin else b"").code in (0, 1)


@pytest.mark.parametrize("command", ["convert", "lint"])
@pytest.mark.parametrize("before", [0, 3, FEW + 3])
def test_a_line_has_a_limit_and_a_file_of_lines_has_none(run: Run, command: str, before: int) -> None:
    """What stands before a line that is too long is converted."""
    form = ("--input-format", "ndjson", *LIMIT)
    good = run(command, *form, stdin=LINE * 1000)
    bad = run(command, *form, stdin=LINE * before + LONG + LINE)

    assert (0, 2) == (good.code, bad.code)
    assert "a line of it is larger than 1 kB" in " ".join((bad.err + bad.out.decode()).split())
    if command == "convert":
        assert [VIEW] * before == bad.lines


class _Endless(io.RawIOBase):
    """A file that is one line, and counts what is read of it."""

    def __init__(self) -> None:
        self.read_so_far = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.read_so_far += len(buffer)
        buffer[:] = b"x" * len(buffer)
        return len(buffer)


@pytest.mark.parametrize("before", [b"", b"\n" * FEW])
def test_no_more_is_read_than_the_limit(before: bytes) -> None:
    """However long the line is."""
    endless = _Endless()

    class _After(_Endless):
        def readinto(self, buffer: Any) -> int:
            if before and not endless.read_so_far:
                endless.read_so_far = 1
                buffer[: len(before)] = before
                return len(before)
            return endless.readinto(buffer)

    with pytest.raises(TooLong):
        list(pieces(io.BufferedReader(_After()), 1_000_000))

    assert endless.read_so_far < 1_200_000


def test_the_limit_is_that_of_a_line_not_of_a_piece() -> None:
    """Several lines that come together may be longer."""
    lines = [b"x" * 40 + b"\n"] * 1000

    assert b"".join(lines) == b"".join(pieces(io.BytesIO(b"".join(lines)), 40))
    with pytest.raises(TooLong):
        list(pieces(io.BytesIO(b"".join(lines)), 39))


@pytest.mark.parametrize("size", [1_000_000])
def test_a_long_line_takes_bounded_memory(tmp_path: Path, size: int) -> None:
    """A line of 400 MB, with a limit of 10 MB."""
    # The most that getrusage tells of is also what the process was forked from had.
    script = """
import sys
from pathlib import Path
from gallery_lens.cli import main
code = main(sys.argv[1:])
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(code, most.split()[1])
"""
    path = tmp_path / "in.ndjson"
    with path.open("wb") as file:
        file.truncate(400 * size)  # a sparse file of null characters without a line end
    ran = subprocess.run(
        [sys.executable, "-c", script, "-q", "convert", str(path), "--max-input", "10MB"],
        capture_output=True,
        check=True,
    )
    code, kilobytes = ran.stdout.split()[-2:]

    assert b"2" == code
    assert int(kilobytes) < 150_000


def test_several_processes_keep_the_limit(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They write and tell the same."""
    monkeypatch.setattr(jobs, "LEAST", 0)
    monkeypatch.setattr(jobs, "SIZES", (400, 450))
    path = tmp_path / "in.ndjson"
    path.write_bytes(LINE * 20 + LONG + LINE)
    one, two = (run("convert", path, "--jobs", jobs, *LIMIT) for jobs in (1, 2))

    assert (2, one.out, one.err) == (two.code, two.out, two.err)
    assert 20 == len(two.lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "folder"
    inside.mkdir()
    (inside / "a.json").write_bytes(json.dumps([{**CLEAN, "link": {"text": "x"}}]).encode())
    return inside


@pytest.mark.parametrize("pattern", ["", "*", "**/*.json"])
def test_what_is_no_file_is_passed_over(run: Run, folder: Path, pattern: str) -> None:
    """A pipe that nobody writes to would never end, and a device may have no end."""
    os.mkfifo(folder / "pipe.json")
    os.mkfifo(folder / ".gitignore")
    (folder / "zero.json").symlink_to("/dev/zero")
    ran = run("lint", folder / pattern, "--output-format", "jsonl")

    assert {"a.json"} == {Path(each["file"]).name for each in ran.lines}


FIXABLE = json.dumps({"items": [{**CLEAN, "sortOrder": "1"}]}).encode()


@pytest.mark.parametrize("option", ["--fix", "--fix-only", "--unsafe-fixes"])
def test_fixes_stay_in_the_folder(run: Run, folder: Path, tmp_path: Path, option: str) -> None:
    """A link that leads out of it is looked at, and not written through."""
    outside, inside = tmp_path / "outside.json", folder / "inside.json"
    outside.write_bytes(FIXABLE)
    inside.write_bytes(FIXABLE)
    (folder / "link.json").symlink_to(outside)
    (folder / "near.json").symlink_to("inside.json")
    options = {option, "--fix"} - ({"--fix"} if option == "--fix-only" else set())
    ran = run("lint", folder, *options)

    assert FIXABLE == outside.read_bytes()
    assert FIXABLE != inside.read_bytes()
    assert "link.json is a link that leads out of the folder" in " ".join(ran.err.split())
    if option == "--fix":
        assert b"outside" not in run("lint", folder, "--diff").out
    assert FIXABLE == outside.read_bytes()


def test_a_link_that_is_named_is_meant(run: Run, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_bytes(FIXABLE)
    (folder / "link.json").symlink_to(outside)
    run("lint", folder / "link.json", "--fix")

    assert FIXABLE != outside.read_bytes()
