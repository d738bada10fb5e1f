"""The command as a process of its own: pipes, closed streams, exit codes."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from command import CLEAN, LINKED, VIEW, ndjson

COMMAND = [sys.executable, "-m", "gallery_lens"]
Make = Callable[[str, Any], Path]


def started(*arguments: object, **streams: Any) -> "subprocess.Popen[bytes]":
    """Start the command with pipes, unless *streams* say otherwise."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | streams
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, preexec_fn=hear_signals, **pipes)  # noqa: PLW1509 - it takes no lock


def hear_signals() -> None:
    """Take back what a shell does to jobs in the background: it lets them ignore an interrupt."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def pipe(process: "subprocess.Popen[bytes]", name: str) -> IO[bytes]:
    """Return the process's stream of that name."""
    found: IO[bytes] = getattr(process, name)
    return found


def test_standard_output_holds_data_only() -> None:
    """The account is on standard error, without colour, and the exit code is 0."""
    with started("convert") as process:
        out, err = process.communicate(ndjson([LINKED]))

    assert (0, [{**VIEW, "link": "https://river.example"}]) == (process.returncode, json.loads(out))
    assert b"link-text-dropped" in err
    assert b"\x1b" not in err


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (["--version"], b"", 0),
        (["convert"], b"[]", 0),
        (["convert", "--fail-on", "warning"], ndjson([LINKED]), 1),
        (["convert"], b"{", 2),
        (["convert", "--nonsense"], b"", 2),
    ],
)
def test_exit_codes(arguments: list[str], stdin: bytes, code: int) -> None:
    """They reach the shell."""
    assert (
        code
        == subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False).returncode
    )


def test_a_reader_that_goes_away_ends_the_command_quietly() -> None:
    """Even in the middle of an endless input."""
    with started("convert", "--input-format", "ndjson", bufsize=0) as process:
        pipe(process, "stdin").write(ndjson(CLEAN))
        pipe(process, "stdout").readline()
        pipe(process, "stdout").close()
        with contextlib.suppress(BrokenPipeError):
            while True:
                pipe(process, "stdin").write(ndjson(CLEAN))
        err = pipe(process, "stderr").read()
        process.wait()

    assert (0, b"") == (process.returncode, err)


def test_a_report_that_cannot_be_finished_is_said(tmp_path: Path) -> None:
    """Exit code 2 and one sentence; no half report."""
    given = tmp_path / "in.ndjson"
    given.write_bytes(ndjson(LINKED) * 10_000)
    with started("convert", given, "--report", tmp_path / "r.json") as process:
        pipe(process, "stdout").readline()
        pipe(process, "stdout").close()
        err = pipe(process, "stderr").read()
        process.wait()

    assert (2, 1) == (process.returncode, len(err.splitlines()))
    assert b"--report cannot be written" in err
    assert [given] == list(tmp_path.iterdir())


def test_lines_come_out_as_they_go_in() -> None:
    """One line in, one line out, before the next."""
    with started("convert", "--input-format", "ndjson") as process:
        for title in ("first", "second"):
            pipe(process, "stdin").write(ndjson({**CLEAN, "title": title}))
            pipe(process, "stdin").flush()

            assert title == json.loads(pipe(process, "stdout").readline())["title"]
        process.communicate()


@pytest.mark.parametrize(
    ("redirection", "code", "words"),
    [
        ("<&-", 2, b"standard input is closed"),
        (">&-", 2, b"Standard output is closed"),
        ("> /dev/full", 2, b"Standard output cannot be written: no space left on device"),
        ("2> /dev/full", 0, b""),
        ("2>&-", 0, b""),
    ],
)
def test_streams_that_are_closed_or_full(redirection: str, code: int, words: bytes) -> None:
    """One sentence, where there is somewhere to write it; never a traceback."""
    script = f'echo "[]" | "$@" {redirection}'
    ran = subprocess.run(["sh", "-c", script, "sh", *COMMAND, "convert"], capture_output=True, check=False)

    assert code == ran.returncode
    assert words in ran.stderr
    assert len(ran.stderr.splitlines()) <= 4


def test_standard_output_named_as_a_device_is_not_replaced(tmp_path: Path) -> None:
    """-o /dev/stdout into a file appends to what the shell has opened."""
    with (tmp_path / "out").open("wb") as out:
        out.write(b"[1]\n")
        out.flush()
        started("convert", "-o", "/dev/stdout", stdout=out).communicate(ndjson([CLEAN]))

    assert b"[1]\n" + ndjson([VIEW]).replace(b" ", b"") == (tmp_path / "out").read_bytes().replace(b" ", b"")


def end(process: "subprocess.Popen[bytes]", number: int) -> None:
    """Send a signal until it is heard: what is raised inside of Python's own callbacks is lost."""
    while process.poll() is None:
        process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_leaves_no_file(tmp_path: Path, number: signal.Signals) -> None:
    """Control-C in the middle, or another signal: no traceback, nothing half written."""
    with started("convert", "--input-format", "ndjson", "-o", tmp_path / "out.ndjson") as process:
        pipe(process, "stdin").write(ndjson(CLEAN))
        pipe(process, "stdin").flush()
        while not list(tmp_path.iterdir()):
            assert process.poll() is None
            time.sleep(0.01)
        end(process, number)
        _, err = process.communicate()

    assert 128 + number == process.returncode
    assert b"Traceback" not in err
    assert [] == list(tmp_path.iterdir())


def test_memory_does_not_grow_with_the_lines(tmp_path: Path) -> None:
    """Ten times the lines take no more memory, report and rejects included."""
    script = """
import resource, sys
from gallery_lens.cli import main
main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
    peaks = []
    for count in (500, 5_000):
        given = tmp_path / "in.ndjson"
        given.write_bytes(ndjson(LINKED, {"type": "IMAGE", "image": {}}) * count)
        files = ["-o", os.devnull, "--report", tmp_path / "r.json", "--rejects", tmp_path / "x"]
        command = [sys.executable, "-c", script, "-q", "convert", given, *files]
        ran = subprocess.run(list(map(str, command)), capture_output=True, check=True)
        peaks.append(int(ran.stderr))

    assert peaks[1] < peaks[0] * 1.2
