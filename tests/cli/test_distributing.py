"""``convert --engine dask``: what it takes, what it tells, and what it has no use for."""

import contextlib
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from command import BROKEN, CLEAN, LINKED, Run, ndjson
from gallery_lens.cli.convert import distributed
from gallery_lens.engines import Engine, split_task

Make = Callable[[str, Any], Path]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Put threads in the place of a cluster, and keep what was asked for."""
    given: list[Any] = []

    @contextlib.contextmanager
    def threads(*arguments: Any) -> Iterator[Engine]:
        given.append(arguments)
        with ThreadPoolExecutor(2) as executor:
            yield Engine(executor=executor, window=2)

    monkeypatch.setattr(distributed, "dask", threads)
    yield given
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.usefixtures("asked")
def test_it_tells_what_one_process_tells(run: Run, make: Make, tmp_path: Path) -> None:
    """And where the parts are, in place of advice about files."""
    path = make("items.ndjson", ndjson(CLEAN, LINKED, BROKEN))
    files = ("-o", tmp_path / "o", "--report", tmp_path / "r", "--rejects", tmp_path / "j")

    plain = run("convert", "--output-format", "ndjson", path, *files)
    shared = run("convert", path, "-o", tmp_path / "parts", "--engine", "dask")

    assert (plain.code, plain.err + f"The parts are in {tmp_path}/parts.\n") == (shared.code, shared.err)
    assert shared.out == b""
    assert (tmp_path / "o").read_bytes() == (tmp_path / "parts/part-00000.items.ndjson").read_bytes()


@pytest.mark.usefixtures("asked")
def test_a_line_has_a_limit(run: Run, make: Make, tmp_path: Path) -> None:
    """As without a cluster; nothing is converted, and nothing is left that the next run would go on with."""
    path = make("items.ndjson", ndjson(CLEAN, {**CLEAN, "title": "x" * 2000}, CLEAN))
    folder = tmp_path / "parts"

    refused = run("convert", path, "-o", folder, "--engine", "dask", "--max-input", "1kB")
    allowed = run("convert", path, "-o", folder, "--engine", "dask", "--max-input", "3kB")

    assert (2, 0) == (refused.code, allowed.code)
    assert "a line of it has 2," in refused.err
    assert "may have 1,000" in refused.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), (None, None)),
        (("--jobs", "3"), (None, 3)),
        (("--scheduler", "tcp://a:1"), ("tcp://a:1", None)),
    ],
)
def test_the_cluster_is_the_one_that_was_asked_for(
    run: Run, make: Make, tmp_path: Path, asked: list[Any], options: tuple[str, ...], expected: Any
) -> None:
    """Without a scheduler, so many processes of this machine."""
    path = make("items.ndjson", ndjson(CLEAN))
    run("convert", path, "-o", tmp_path / "parts", "--engine", "dask", *options)

    assert [expected] == asked


@pytest.mark.usefixtures("asked")
def test_options_are_those_of_the_conversion(run: Run, make: Make, tmp_path: Path) -> None:
    """And no report is written if none is wanted."""
    path = make("items.ndjson", ndjson(CLEAN))
    new = ("--to", "rest", "--as-gallery", "--name", "River", "--no-report")
    ran = run("convert", path, "-o", tmp_path / "parts", "--engine", "dask", *new)

    assert b'{"gallery":{"name":"River",' in (tmp_path / "parts/part-00000.items.ndjson").read_bytes()
    assert not (tmp_path / "parts/part-00000.report.jsonl").exists()
    assert ran.code == 0


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 0), ("warning", 1)])
@pytest.mark.usefixtures("asked")
def test_findings_decide_about_the_exit_code(
    run: Run, make: Make, tmp_path: Path, fail_on: str, code: int
) -> None:
    """As they do for one process."""
    path = make("items.ndjson", ndjson(LINKED))

    assert code == run("convert", path, "-o", tmp_path / "p", "--engine", "dask", "--fail-on", fail_on).code


@pytest.mark.usefixtures("asked")
def test_a_split_that_was_set_aside_is_code_2(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of the input could not be read."""

    def dying(*_: object) -> None:
        raise BrokenExecutor("gone")

    monkeypatch.setattr(split_task.SplitTask, "__call__", dying)
    path = make("items.ndjson", ndjson(CLEAN))
    ran = run("convert", path, "-o", tmp_path / "parts", "--engine", "dask")

    assert ran.code == 2
    assert "every process that converts bytes 0 to" in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("items.ndjson",), "add -o FOLDER"),
        (("items.ndjson", "-o", "-"), "add -o FOLDER"),
        (("items.json", "-o", "out"), "one value per line"),
        (("items.ndjson", "-o", "out", "--output-format", "js"), "one value per line"),
        (("-", "-o", "out"), "takes one INPUT"),
        ((), "add -o FOLDER"),
        (("a.ndjson", "b.ndjson", "-o", "out"), "takes one INPUT"),
        (("items.ndjson", "-o", "out", "--report", "r.jsonl"), "--report is not for --engine dask"),
        (("items.ndjson", "-o", "out", "--strict"), "--strict is not for --engine dask"),
        (("items.ndjson", "-o", "out", "--indent", "2"), "--indent is not for --engine dask"),
        (("items.ndjson", "-o", "out", "--text-items", "extract"), "--text-items extract is not for"),
        (("items.ndjson", "-o", "out", "--as-gallery"), "add --to velo or --to rest"),
    ],
)
def test_what_makes_no_sense_with_a_cluster(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """Is invalid usage, and no cluster is started."""
    ran = run("convert", *arguments, "--engine", "dask")

    assert ran.code == 2
    assert words in " ".join(ran.err.split())


@pytest.mark.parametrize("option", [("--scheduler", "tcp://a:1"), ("--no-report",)])
def test_what_makes_no_sense_without_a_cluster(run: Run, option: tuple[str, ...]) -> None:
    """Is invalid usage, too."""
    assert "add --engine dask" in run("convert", "items.ndjson", *option).err
