"""Files of lines converted into the parts of a folder: every line once, whatever happens in between."""

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import click
import pytest

from command import BROKEN, CLEAN, LINKED, TEXT, ndjson
from gallery_lens import engines
from gallery_lens.cli import main
from gallery_lens.engines import ConvertOptions, Engine, local, split_task
from gallery_lens.errors import EngineError, UsageError
from gallery_lens.reporters import InputSummary
from gallery_lens.reporters.text import render

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
LINES = ndjson(*({"_id": GUID, **item} for item in (CLEAN, LINKED, TEXT, BROKEN))) + b"{\n\n"
CONTENT = LINES * 5
KINDS = ("items.ndjson", "report.jsonl", "rejects.ndjson")


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Two threads of this process."""
    with ThreadPoolExecutor(2) as threads:
        yield Engine(executor=threads, window=2)


@pytest.fixture(autouse=True)
def items(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of lines in the folder where the test is."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "items.ndjson"
    path.write_bytes(CONTENT)
    return path


def convert(engine: Engine, **options: Any) -> InputSummary:
    """Convert the file in splits of about half a dozen lines."""
    return engines.convert(engine, "items.ndjson", "out", **{"size": 900, **options})


def joined(kind: str) -> bytes:
    """Return all parts of a kind, one after the other."""
    return b"".join(path.read_bytes() for path in sorted(Path("out").glob(f"part-*.{kind}")))


def plain() -> tuple[bytes, ...]:
    """Return what the command writes for the same file."""
    papers = ("--report", "report.jsonl", "--rejects", "rejects.ndjson")
    main(["-q", "convert", "items.ndjson", "-o", "items.out.ndjson", *papers])
    return tuple(Path(name).read_bytes() for name in ("items.out.ndjson", "report.jsonl", "rejects.ndjson"))


def everything() -> dict[str, bytes]:
    """Return all that is in the folder."""
    return {path.name: path.read_bytes() for path in Path("out").iterdir()}


def test_parts_are_what_the_command_writes(engine: Engine) -> None:
    """One after the other, byte for byte."""
    convert(engine)

    assert plain() == tuple(map(joined, KINDS))
    assert len(list(Path("out").glob("part-*.json"))) > 3


def test_the_account_is_that_of_the_command(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    """With the first findings of each code, and all counts."""
    summary = convert(engine)
    main(["convert", "items.ndjson", "-o", "plain.ndjson", "--report", "r", "--rejects", "j"])

    assert capsys.readouterr().err == click.unstyle(render([summary]))


def test_the_report_can_be_left_out(engine: Engine) -> None:
    """It is the largest part."""
    convert(engine, report=False)

    assert b"" == joined("report.jsonl")
    assert joined("items.ndjson")


def test_what_is_done_is_not_done_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the splits without a manifest, or with parts that are missing or cut off."""
    convert(engine)
    before = everything()
    Path("out/part-00001.json").unlink()
    Path("out/part-00002.items.ndjson").unlink()
    Path("out/part-00003.report.jsonl").write_bytes(b"{")
    done: list[int] = []
    call = split_task.SplitTask.__call__
    monkeypatch.setattr(
        split_task.SplitTask, "__call__", lambda self, split: (done.append(split.number), call(self, split))
    )
    convert(engine)

    assert [1, 2, 3] == sorted(done)
    assert before == everything()


def test_a_run_keeps_the_splits_that_it_began_with(engine: Engine) -> None:
    """Whatever size is asked for later."""
    convert(engine)
    before = everything()
    Path("out/part-00001.json").unlink()
    convert(engine, size=100)

    assert before == everything()


def test_what_interrupted_writes_left_is_removed(engine: Engine) -> None:
    """It is of no use to anybody."""
    Path("out").mkdir()
    Path("out/.part-00001.items.ndjson.0123abcd.unfinished").write_bytes(b"half a l")
    convert(engine)

    assert [] == list(Path("out").glob(".*"))


def test_another_worker_may_have_been_quicker(engine: Engine) -> None:
    """Its manifest stays, for it says the same."""
    convert(engine)
    number = Path("out/part-00001.json").stat().st_ino
    Path("out/part-00001.rejects.ndjson").unlink()
    convert(engine)

    assert number == Path("out/part-00001.json").stat().st_ino


def _touch() -> None:
    os.utime("items.ndjson", ns=(1, 1))


def _grow() -> None:
    with Path("items.ndjson").open("ab") as file:
        file.write(LINES)


def _age() -> None:
    plan = json.loads(Path("out/plan.json").read_bytes())
    Path("out/plan.json").write_text(json.dumps(plan | {"version": "0.0.1"}))


@pytest.mark.parametrize(
    ("change", "options", "words"),
    [
        (_touch, {}, "out holds parts of another input, or of this one before it was changed"),
        (_grow, {}, "out holds parts of another input, or of this one before it was changed"),
        (_age, {}, "out holds parts that version 0.0.1 of gallery-lens wrote"),
        (
            int,
            {"options": ConvertOptions(order="sort-order")},
            "out holds parts that were converted with other options",
        ),
        (int, {"report": False}, "out holds parts that were converted with other options"),
    ],
)
def test_another_run_is_refused(
    engine: Engine, change: Callable[[], object], options: dict[str, Any], words: str
) -> None:
    """In one sentence, and nothing is touched."""
    convert(engine)
    change()
    before = everything()

    with pytest.raises(EngineError, match=f"{words}: name another folder, or empty this one"):
        convert(engine, **options)
    assert before == everything()


def test_an_input_that_changes_meanwhile_is_noticed(
    engine: Engine, items: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the worker that reads it next."""
    monkeypatch.setattr(local, "_etag", lambda found: str(os.urandom(4)))

    with pytest.raises(EngineError, match=r"items\.ndjson has changed while it was being converted"):
        convert(engine)


@pytest.mark.parametrize("name", ["plan.json", "part-00001.json"])
def test_damaged_notes_are_told(engine: Engine, name: str) -> None:
    """Nobody guesses what they said."""
    convert(engine)
    (Path("out") / name).write_bytes(b"{")

    with pytest.raises(EngineError, match="is damaged: empty the folder, and begin again"):
        convert(engine)


def test_a_file_without_lines(engine: Engine, items: Path) -> None:
    """Has a plan, and nothing to do."""
    items.write_bytes(b"")

    assert convert(engine).items == 0
    assert ["plan.json"] == [path.name for path in Path("out").iterdir()]


def test_other_encodings_are_refused(engine: Engine, items: Path) -> None:
    """Their lines cannot be told apart by bytes."""
    items.write_bytes(CONTENT.decode().encode("utf-16"))

    with pytest.raises(UsageError, match="it has to be UTF-8, without a byte order mark"):
        convert(engine)


def test_what_cannot_be_read_or_written_is_told(engine: Engine, tmp_path: Path) -> None:
    """By its path."""
    Path("file").write_bytes(b"")

    with pytest.raises(EngineError, match=r"nothing\.ndjson cannot be read: No such file"):
        engines.convert(engine, "nothing.ndjson", "out")
    with pytest.raises(EngineError, match="file cannot be read: "):
        engines.convert(engine, "items.ndjson", "file")
    assert not Path("out").exists()


def test_a_worker_of_another_version_does_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it wrote would not be what the others write."""
    monkeypatch.setattr(split_task, "__version__", "9.9")

    with pytest.raises(EngineError, match=r"A worker has version 9\.9 of gallery-lens"):
        convert(engine)


class Failing(Executor):
    """Fails with *fault* where *where* says so."""

    def __init__(self, fault: BaseException, where: Callable[[Any], bool]) -> None:
        self.fault, self.where = fault, where

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that is done."""
        future: Future[Any] = Future()
        if self.where(args[0]):
            future.set_exception(self.fault)
        else:
            future.set_result(fn(*args))
        return future


def _second(split: Any) -> bool:
    return getattr(split, "number", None) == 1


def test_a_split_that_kills_is_set_aside_and_reported() -> None:
    """The rest is there; the next run tries it again."""
    summary = convert(Engine(executor=Failing(BrokenExecutor("gone"), _second), window=2))

    assert "part-00001.json" not in everything()
    assert "part-00002.json" in everything()
    assert ["R007"] == [found.code for found in summary.unreadable]
    assert summary.unreadable[0].message.endswith(", from line 8 on, dies.")
    assert summary.unreadable[0].line == 8


def test_what_was_written_of_a_split_that_kills_is_removed(engine: Engine) -> None:
    """Parts without a manifest would be taken for whole."""
    convert(engine)
    Path("out/part-00001.json").unlink()
    convert(Engine(executor=Failing(BrokenExecutor("gone"), _second), window=2))

    assert [] == list(Path("out").glob("part-00001.*"))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (CancelledError(), "The scheduler is gone: run this again, and it does what is missing"),
        (ModuleNotFoundError("No module named 'gallery_lens'"), "A worker lacks something"),
    ],
)
def test_clusters_that_fail_are_told(fault: Exception, words: str) -> None:
    """With what to do about it."""
    with pytest.raises(EngineError, match=words):
        convert(Engine(executor=Failing(fault, _second), window=2))


def test_an_input_that_nobody_survives_is_told() -> None:
    """Reading it is enough."""
    everything = Failing(BrokenExecutor("gone"), lambda _: True)

    with pytest.raises(EngineError, match=r"Every process that reads .*items\.ndjson dies: gone"):
        convert(Engine(executor=everything, window=2))


def test_processes_of_this_machine() -> None:
    """Started afresh, for object storage does not survive a fork."""
    with engines.processes(2) as engine:
        convert(engine)

    assert plain() == tuple(map(joined, KINDS))
