"""Files of one run take their places together, in one order, or not at all."""

import contextlib
import fcntl
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, LINKED, Run, ndjson
from gallery_lens.cli.io import placing
from gallery_lens.cli.io.files import Outputs
from gallery_lens.errors import OutputError

#: What a run writes, in the order in which it takes its place.
KINDS = ("report", "rejects", "ledger", "extract", "data", "sidecar")
COMMAND = [sys.executable, "-m", "gallery_lens"]


def _names(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _write_all(folder: Path) -> None:
    with Outputs() as outputs:
        for kind in reversed(KINDS):
            outputs.open(str(folder / kind), kind).write(b"new")
        outputs.commit()


class Renames:
    """Watches what is renamed, and fails at one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails_at: int = -1) -> None:
        self.made: list[tuple[str, str]] = []
        replace = Path.replace

        def watched(path: Path, to: Path) -> Path:
            self.made.append((path.suffix, Path(to).name))
            if len(self.made) - 1 == fails_at:
                raise OSError(28, "No space left on device")
            return replace(path, to)

        monkeypatch.setattr(Path, "replace", watched)


def test_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old sidecar goes first, and the new one comes last."""
    for kind in KINDS:
        (tmp_path / kind).write_bytes(b"old")
    renames = Renames(monkeypatch)
    _write_all(tmp_path)
    (_, taken), *placed = renames.made

    assert taken.endswith(".old")
    assert [(".part", kind) for kind in KINDS] == placed
    assert dict.fromkeys(KINDS, b"new") == _names(tmp_path)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("there", [KINDS, ("data",), ()])
@pytest.mark.parametrize("fails_at", range(len(KINDS) + 1))
def test_a_failing_rename_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], fails_at: int, links: bool
) -> None:
    """Whichever it is, on file systems without hard links too."""
    for kind in there:
        (tmp_path / kind).write_bytes(b"old")
    if not links:
        monkeypatch.setattr(os, "link", _refuse)
    with pytest.MonkeyPatch.context() as patch:
        renames = Renames(patch, fails_at)
        with contextlib.suppress(OutputError):
            _write_all(tmp_path)
    failed = len(renames.made) > fails_at

    assert (dict.fromkeys(there, b"old") if failed else dict.fromkeys(KINDS, b"new")) == _names(tmp_path)


def test_a_failing_rename_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason that the system gives."""
    Renames(monkeypatch, 3)
    with pytest.raises(OutputError, match="extract cannot be written: no space left on device"):
        _write_all(tmp_path)


def _refuse(*_: object) -> None:
    raise OSError(95, "Operation not supported")


def test_an_interrupt_takes_them_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever comes in between."""
    (tmp_path / "data").write_bytes(b"old")
    replace = Path.replace

    def interrupted(path: Path, to: Path) -> Path:
        if Path(to).name == "sidecar":
            raise KeyboardInterrupt
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _write_all(tmp_path)

    assert {"data": b"old"} == _names(tmp_path)


def test_nothing_is_placed_before_everything_is_written(run: Run, tmp_path: Path) -> None:
    """The reproduction: data were in place before the report turned out not to fit."""
    given, out = tmp_path / "in.json", tmp_path / "out.json"
    given.write_bytes(ndjson([LINKED]))
    out.write_bytes(b"old")
    ran = run("convert", given, "-o", out, "--report", "/dev/full")

    assert (2, b"old") == (ran.code, out.read_bytes())


def test_what_is_written_is_on_the_disk_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is synchronized before the first is renamed."""
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("sync"), fsync(number)))
    monkeypatch.setattr(Path, "replace", lambda path, to: (done.append("rename"), replace(path, to)))
    _write_all(tmp_path)

    assert ["sync"] * len(KINDS) == done[: done.index("rename")]
    assert "sync" == done[-1]  # the folder


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o4755, 0o2755, 0o1644])
def test_permissions_are_kept_but_for_setuid(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"old")
    path.chmod(mode)
    _write_all(tmp_path)

    assert mode & 0o777 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(b"old")
    os.chown(path, 1234, 2345)
    _write_all(tmp_path)

    assert (1234, 2345) == (path.stat().st_uid, path.stat().st_gid)
    assert os.getuid() == (tmp_path / "report").stat().st_uid


STALE = ".gallery-lens-0123456789abcdef"


def test_what_a_killed_run_left_is_removed(run: Run, tmp_path: Path) -> None:
    """Files and folders with our names that nobody holds."""
    for kind in ("part", "old"):
        (tmp_path / f"{STALE}.{kind}").write_bytes(b"half")
    (tmp_path / f"{STALE}.parts" / "0").mkdir(parents=True)
    run("convert", "-o", tmp_path / "out.json", stdin=b"[]")

    assert ["out.json"] == [path.name for path in tmp_path.iterdir()]


def test_what_a_live_run_holds_is_left_alone(tmp_path: Path) -> None:
    """Two runs in one folder do each other no harm."""
    with Outputs() as one:
        one.open(str(tmp_path / "one")).write(b"1")
        with Outputs() as other:
            other.open(str(tmp_path / "other")).write(b"2")
            other.commit()
        one.commit()

    assert {"one": b"1", "other": b"2"} == _names(tmp_path)


def test_what_is_not_ours_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Other names, and names of ours that are no file."""
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    others = [".gallery-lens.part", ".gallery-lens-0123.part", f"{STALE}.json", f"x{STALE}.part"]
    for name in others:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / f"{STALE}.part").symlink_to(precious)
    os.mkfifo(tmp_path / f"{STALE}.old")
    run("convert", "-o", tmp_path / "out.json", stdin=b"[]")

    assert b"mine" == precious.read_bytes()
    assert {*others, "precious", "out.json", f"{STALE}.part", f"{STALE}.old"} == {
        path.name for path in tmp_path.iterdir()
    }


def test_a_sweep_that_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was taken for stale before it could be locked is made again."""
    flock, taken = fcntl.flock, []

    def late(number: int, how: int) -> None:
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].unlink()
        flock(number, how)

    monkeypatch.setattr(placing.fcntl, "flock", late)
    with Outputs() as outputs:
        outputs.open(str(tmp_path / "out")).write(b"new")
        outputs.commit()

    assert taken
    assert {"out": b"new"} == _names(tmp_path)


def test_a_kill_leaves_what_the_next_run_removes(run: Run, tmp_path: Path) -> None:
    """Not even SIGKILL leaves a half file under a name that anybody reads."""
    out = tmp_path / "out.ndjson"
    out.write_bytes(b"old")
    command = [*COMMAND, "convert", "--input-format", "ndjson", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        while len(list(tmp_path.iterdir())) == 1:
            assert process.poll() is None
        process.kill()
    left = _names(tmp_path)

    assert (2, b"old") == (len(left), left["out.ndjson"])
    run("convert", "-o", out, stdin=b"[]")
    assert {"out.ndjson": b"[]\n"} == _names(tmp_path)


def _runs(folder: Path, count: int) -> "Iterator[subprocess.Popen[bytes]]":
    for number in range(count):
        given = folder / f"in-{number}.json"
        given.write_bytes(json.dumps([{**CLEAN, "title": f"Run {number}", "tags": {"tags": ["a"]}}]).encode())
        command = [
            "convert",
            str(given),
            "-o",
            str(folder / "view.json"),
            "--sidecar",
            str(folder / "side.json"),
        ]
        yield subprocess.Popen([*COMMAND, "-q", *command])


def test_two_runs_on_one_output_leave_a_pair(run: Run, tmp_path: Path) -> None:
    """The view and the sidecar are always of the same run."""
    for process in [*_runs(tmp_path, 4)]:
        assert 0 == process.wait()
    ran = run("restore", tmp_path / "view.json", "--sidecar", tmp_path / "side.json")
    restored: Any = ran.data

    assert 0 == ran.code
    assert restored[0]["title"] == json.loads((tmp_path / "view.json").read_bytes())[0]["title"]
    assert "Nothing was lost" in ran.err
