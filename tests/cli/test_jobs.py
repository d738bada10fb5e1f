"""Files of lines shared among processes: nothing of what is written tells."""

import io
import json
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import BROKEN, CLEAN, LINKED, SORTED, TEXT, Ran, Run, ndjson
from gallery_lens.cli import main
from gallery_lens.cli.convert import jobs
from gallery_lens.cli.convert.options import ConvertCommandOptions
from gallery_lens.cli.convert.options import jobs as planned
from gallery_lens.engines import files

Make = Callable[[str, Any], Path]

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
NAMED = [{"_id": GUID, **item} for item in (CLEAN, SORTED, LINKED, TEXT, BROKEN)]
VIEWED = {"type": "image", "src": "https://river.example/a.jpg"}
LINES = ndjson(*NAMED, VIEWED, LINKED) + b"{\n\n  \n" + ndjson(*NAMED)

#: The options that write something beside the data, and a file for each.
PAPERS = {"--report": "report.jsonl", "--rejects": "rejects.ndjson", "--ledger": "ledger.ndjson"}


class Here(Executor):
    """Does the work at once, in this process."""

    def __init__(self, count: int) -> None:
        assert count > 1

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that is done."""
        future: Future[Any] = Future()
        future.set_result(fn(*args))
        return future


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share files of a few lines as well, in splits of two or three."""
    monkeypatch.setattr(jobs, "LEAST", 1)
    monkeypatch.setattr(jobs, "SIZES", (500, 500))


def written(folder: Path, content: bytes, *arguments: str) -> dict[str, bytes]:
    """Run the command and return all that it wrote."""
    (folder / "items.ndjson").write_bytes(content)
    code = main(["-q", "convert", str(folder / "items.ndjson"), "-o", str(folder / "out.ndjson"), *arguments])
    return {"code": b"%d" % code} | {path.name: path.read_bytes() for path in folder.iterdir()}


def papers(folder: Path, *names: str) -> list[str]:
    """Name files of *folder* for these options."""
    return [part for name in names for part in (name, str(folder / PAPERS[name]))]


_SHARED = st.lists(
    st.sampled_from(
        [*(ndjson(item) for item in (*NAMED, VIEWED, LINKED)), b"{\n", b"\n", b"null\r\n", b"\xff\n"]
    ),
    max_size=30,
)


@given(lines=_SHARED, end=st.sampled_from([b"", b"[]", b'{"type"']), size=st.integers(1, 3000))
def test_any_lines_in_any_splits_give_the_same(lines: list[bytes], end: bytes, size: int) -> None:
    """Data, report, rejects and exit code."""
    content = b"".join(lines) + end
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        options = papers(folder, "--report", "--rejects")
        plain = written(folder, content, *options)
        patch.setattr(jobs, "LEAST", 0)
        patch.setattr(jobs, "SIZES", (size, size))
        patch.setattr(jobs, "Processes", Here)

        assert plain == written(folder, content, *options, "--jobs", "2")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "options",
    [
        ("--report", "report.jsonl", "--rejects", "rejects.ndjson"),
        ("--report", "report.json", "--ledger", "ledger.ndjson"),
        ("--report", "report.txt", "--report-format", "concise"),
        ("--report", "report.sarif", "--report-format", "sarif"),
        ("--sidecar", "sidecar.ndjson", "--fail-on", "never"),
        ("--output-format", "json", "-o", "out.json"),
        ("--strict",),
        ("--to", "rest", "--as-gallery", "--name", "River", "-o", "out.ndjson"),
        ("--from", "velo", "-o", "out.ndjson"),
    ],
    ids=" ".join,
)
def test_two_processes_give_what_one_gives(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """Everything that is written, and everything that is told."""
    monkeypatch.chdir(tmp_path)
    make("items.ndjson", LINES)

    def everything(*more: str) -> tuple[Ran, dict[str, bytes]]:
        ran = run("convert", "items.ndjson", *options, *more)
        return ran, {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    assert everything() == everything("--jobs", "2")


@pytest.mark.usefixtures("small")
def test_several_inputs_are_shared_one_by_one(run: Run, make: Make, tmp_path: Path) -> None:
    """Each has its account and its lines."""
    given = (make("a.ndjson", LINES), make("b.json", CLEAN), make("c.ndjson", LINES))
    arguments = ("convert", *given, "--output-format", "ndjson", "--report", tmp_path / "report.json")

    plain, plain_report = run(*arguments), (tmp_path / "report.json").read_bytes()
    shared, shared_report = run(*arguments, "--jobs", "3"), (tmp_path / "report.json").read_bytes()

    assert plain == shared
    assert plain_report == shared_report


@pytest.mark.parametrize(
    ("name", "content", "options"),
    [
        ("small.ndjson", LINES, ()),
        ("items.json", ndjson(CLEAN), ()),
        ("marked.ndjson", b"\xef\xbb\xbf" + LINES * 4, ("small",)),
        ("wide.ndjson", LINES.decode().encode("utf-16"), ("small",)),
    ],
)
def test_one_process_does_what_cannot_be_shared(
    run: Run,
    make: Make,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    name: str,
    content: bytes,
    options: tuple[str, ...],
) -> None:
    """Few lines, one document, other encodings."""
    for fixture in options:
        request.getfixturevalue(fixture)
    monkeypatch.setattr(jobs, "convert_shared", None)
    path = make(name, content)

    assert run("convert", path) == run("convert", path, "--jobs", "2")


@pytest.mark.usefixtures("small")
def test_standard_input_is_for_one_process(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read in two places."""
    monkeypatch.setattr(jobs, "convert_shared", None)

    assert run("convert", "--input-format", "ndjson", "--jobs", "2", stdin=LINES).lines


@pytest.mark.usefixtures("small")
def test_only_files_as_they_are_can_be_cut(make: Make) -> None:
    """Data that are unpacked while they are read have no offsets."""
    path = make("items.ndjson", LINES)
    (job,) = planned(ConvertCommandOptions(inputs=(str(path),), jobs=2))

    with path.open("rb") as file:
        assert jobs.shareable(job, file)
    assert not jobs.shareable(job, io.BytesIO(LINES))


@pytest.mark.usefixtures("small")
def test_lines_that_kill_are_kept(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are null, and rejects; the others are converted, and the exit code is that of unread input."""
    lines = [{**CLEAN, "title": f"No. {number}", "_id": GUID} for number in range(8)]
    path = make("items.ndjson", ndjson(*lines))
    rejects, report = tmp_path / "rejects.ndjson", tmp_path / "report.jsonl"
    monkeypatch.setattr(jobs, "SIZES", (2 * len(ndjson(lines[0])),) * 2)
    monkeypatch.setattr(files, "write_parts", _murderous)

    ran = run("convert", path, "--jobs", "2", "--rejects", rejects, "--report", report)

    assert [0, 1, None, None, 4, 5, 6, 7] == [
        line and int(line["title"].removeprefix("No. ")) for line in ran.lines
    ]
    assert [lines[2], lines[3]] == [
        json.loads(json.loads(row)["item"]) for row in rejects.read_bytes().splitlines()
    ]
    found = [json.loads(row) for row in report.read_bytes().splitlines()]
    assert [("R007", 3)] == [(each["code"], each["line"]) for each in found]
    assert "every process that converts bytes" in " ".join(ran.err.split())
    assert ran.code == 2


def _murderous(data: bytes, split: Any, work: Any, files: Any) -> Any:
    if split.number == 1:
        os._exit(9)
    return _write_parts(data, split, work, files)


_write_parts = files.write_parts


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(5, "Input/output error"), "The input cannot be read: input/output error."),
        (jobs.OutputError("/tmp/x cannot be written: no space left."), "cannot be written: no space left"),
    ],
)
def test_what_stops_a_worker_is_told(
    run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    """In one sentence, and nothing is left beside the input."""

    def failing(*_: object) -> None:
        raise error

    path = make("items.ndjson", LINES)
    monkeypatch.setattr(files, "write_parts", failing)
    monkeypatch.setattr(jobs, "Processes", Here)
    ran = run("convert", path, "-o", tmp_path / "out.ndjson", "--jobs", "2")

    assert words in " ".join(ran.err.split())
    assert ran.code == 2
    assert [] == [each.name for each in tmp_path.iterdir() if each.name.endswith(".parts")]
