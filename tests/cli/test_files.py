"""Files that appear whole or not at all."""

import io
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from command import CLEAN, LINKED, VIEW, Run, ndjson
from gallery_lens.cli import main
from gallery_lens.cli.io import inputs
from gallery_lens.cli.io.files import Outputs, is_special
from gallery_lens.errors import OutputError

Make = Callable[[str, Any], Path]


def test_nothing_appears_before_commit(tmp_path: Path) -> None:
    """Until then, what stood there stands there."""
    path = tmp_path / "out"
    path.write_bytes(b"old")
    with Outputs() as outputs:
        outputs.open(str(path)).write(b"new")

        assert b"old" == path.read_bytes()
        outputs.commit()
        assert b"new" == path.read_bytes()


def test_without_commit_nothing_is_left(tmp_path: Path) -> None:
    """Neither the file nor the temporary one beside it."""
    with Outputs() as outputs:
        outputs.open(str(tmp_path / "out")).write(b"new")

    assert [] == list(tmp_path.iterdir())


def test_one_path_is_one_sink(tmp_path: Path) -> None:
    """What is opened twice is written in turn."""
    with Outputs() as outputs:
        for data in (b"1", b"2"):
            outputs.open(str(tmp_path / "out")).write(data)
        outputs.commit()

    assert b"12" == (tmp_path / "out").read_bytes()


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that is replaced keeps its mode; a new one gets the usual."""
    old, usual = tmp_path / "old", tmp_path / "usual"
    usual.touch()
    old.touch()
    old.chmod(0o640)
    with Outputs() as outputs:
        outputs.open(str(old))
        outputs.open(str(tmp_path / "new"))
        outputs.commit()

    assert 0o640 == stat.S_IMODE(old.stat().st_mode)
    assert usual.stat().st_mode == (tmp_path / "new").stat().st_mode


def test_links_are_followed(tmp_path: Path) -> None:
    """The file is replaced, not the link to it."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with Outputs() as outputs:
        outputs.open(str(tmp_path / "link")).write(b"new")
        outputs.commit()

    assert (tmp_path / "link").is_symlink()
    assert b"new" == (tmp_path / "file").read_bytes()


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though the folder would allow it."""
    (tmp_path / "out").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with Outputs() as outputs, pytest.raises(OutputError, match="permission denied"):
        outputs.open(str(tmp_path / "out"))


def test_a_failed_replacement_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot take its place is an ``OutputError``, and leaves nothing behind."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with Outputs() as outputs:
        outputs.open(str(tmp_path / "out")).write(b"new")
        with pytest.raises(OutputError, match=r"out cannot be written: no space left on device\."):
            outputs.commit()

    assert [] == list(tmp_path.iterdir())


def test_pipes_are_written_through(run: Run, tmp_path: Path) -> None:
    """A named pipe may be read, and be written to, and stays a pipe."""
    given, pipe = tmp_path / "given", tmp_path / "pipe"
    os.mkfifo(given)
    os.mkfifo(pipe)
    received: list[bytes] = []
    others = [
        threading.Thread(target=lambda: given.write_bytes(ndjson([CLEAN]))),
        threading.Thread(target=lambda: received.append(pipe.read_bytes())),
    ]
    for other in others:
        other.start()
    ran = run("convert", given, "-o", pipe)
    for other in others:
        other.join()

    assert (0, True) == (ran.code, is_special(str(pipe)))
    assert ndjson([VIEW]).replace(b" ", b"") == received[0].replace(b" ", b"")


@pytest.mark.parametrize("option", ["-o", "--report", "--rejects"])
def test_a_full_device(run: Run, option: str) -> None:
    """Exit code 2 and one sentence."""
    ran = run("convert", option, "/dev/full", stdin=ndjson([LINKED, {"type": "IMAGE"}]))

    assert (2, "Error: /dev/full cannot be written: no space left on device.\n") == (ran.code, ran.err)


def test_an_unwritable_report_costs_no_file(run: Run, make: Make, tmp_path: Path) -> None:
    """All is written, or nothing is."""
    ran = run(
        "convert", make("a.json", [CLEAN]), "-o", tmp_path / "out.json", "--report", tmp_path / "no/r.json"
    )

    assert 2 == ran.code
    assert ["a.json"] == [each.name for each in tmp_path.iterdir()]


def test_a_file_without_permission(run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is said in the usual line."""

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = make("a.json", [CLEAN])
    monkeypatch.setattr(inputs, "open", denied, raising=False)
    ran = run("convert", path)

    assert 2 == ran.code
    assert f"{path}: error R007 unreadable-input: The input cannot be read: permission denied." in ran.err


class Broken(io.BytesIO):
    """Standard output whose reader went away: nothing can be written, or nothing flushed."""

    def __init__(self, error: OSError, *, at_once: bool) -> None:
        super().__init__()
        self.error, self.at_once = error, at_once

    def write(self, data: Any) -> int:
        return self.refuse() if self.at_once else len(data)

    def flush(self) -> None:
        return None if self.closed else self.refuse()

    def refuse(self) -> Any:
        raise self.error


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(
    ("error", "options", "code"),
    [
        (BrokenPipeError(), [], 0),
        (BrokenPipeError(), ["--report", "{}/r.json"], 2),
        (BrokenPipeError(), ["--strict"], 0),
        (OSError(28, "No space left on device"), [], 2),
    ],
)
def test_standard_output_that_takes_no_more(
    *,
    make: Make,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    options: list[str],
    code: int,
    at_once: bool,
) -> None:
    """A reader that went away is no error, unless a report would be missing; a full disk is one."""
    path = make("a.json", [CLEAN])
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=Broken(error, at_once=at_once), isatty=bool))
    arguments = [each.format(path.parent) for each in options]

    assert code == main(["convert", str(path), *arguments])
    assert ["a.json"] == [each.name for each in path.parent.iterdir()]


@pytest.mark.parametrize(("stream", "given"), [("stdin", "-"), ("stdout", "a.json")])
def test_closed_streams(make: Make, monkeypatch: pytest.MonkeyPatch, stream: str, given: str) -> None:
    """Python has None for a stream that was closed from the beginning."""
    monkeypatch.chdir(make("a.json", []).parent)
    monkeypatch.setattr(f"sys.{stream}", None)

    assert 2 == main(["convert", given])


def test_an_account_that_nobody_reads(make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The data are what counts."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stderr", io.StringIO())
    monkeypatch.setattr("click.echo", full)

    assert 0 == main(["convert", str(make("a.json", [])), "-o", str(tmp_path / "out.json")])
    assert b"[]\n" == (tmp_path / "out.json").read_bytes()
