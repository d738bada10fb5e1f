"""The bar that shows how far something has come."""

import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import CLEAN, LINKED, Run, Terminal, ndjson
from gallery_lens.cli.io import progress as progress_module
from gallery_lens.cli.io.progress import Progress, Steps, progress
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.compiled import sources
from gallery_lens.conversion import taking

Make = Callable[[str, Any], Path]

#: What shows the cursor again.
SHOWN = "\x1b[?25h"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show everything at once."""
    monkeypatch.setattr(progress_module, "PATIENCE", 0)
    monkeypatch.setattr(progress_module, "PAUSE", 0)


@pytest.mark.usefixtures("impatient")
class TestBar:
    """What is shown."""

    def test_lines_of_a_file(self, run: Run, make: Make, tmp_path: Path) -> None:
        """They are measured by the bytes that were read; the speed and the name are told."""
        lines = make("a.ndjson", ndjson(*[CLEAN] * 50))

        err = run("convert", lines, "-o", tmp_path / "out", terminals="stderr").err

        assert "a.ndjson  [####" in err
        assert "100%" in err
        assert " MB/s" in err

    def test_lines_of_a_compressed_file(self, run: Run, make: Make, tmp_path: Path) -> None:
        """It is the compressed bytes that are on the disk."""
        run(
            "convert",
            make("a.ndjson", ndjson(*[LINKED] * 50)),
            "--to",
            "velo",
            "-o",
            tmp_path / "b.ndjson.gz",
        )

        err = run("lint", tmp_path / "b.ndjson.gz", "-o", tmp_path / "out", terminals="stderr").err

        assert "b.ndjson.gz  [####" in err

    @pytest.mark.parametrize(("command", "counted"), [("convert", 16), ("lint", 16)])
    def test_lines_of_a_pipe(self, run: Run, tmp_path: Path, command: str, counted: int) -> None:
        """Nobody knows how many there will be: they are counted, those that come together at once."""
        pipe = tmp_path / "pipe.ndjson"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(ndjson(*[CLEAN] * 50),))
        writer.start()

        err = run(command, pipe, "-o", tmp_path / "out", terminals="stderr").err

        writer.join()
        assert f"{counted} lines" in err
        assert "%" not in err.partition(SHOWN)[0]

    def test_standard_input(self, run: Run, tmp_path: Path) -> None:
        """It has no size here."""
        ran = run(
            *("convert", "--input-format", "ndjson", "-o", tmp_path / "out"),
            stdin=ndjson(CLEAN, CLEAN),
            terminals="stderr",
        )

        assert "<stdin>  [" in ran.err

    def test_a_large_document(
        self, run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is measured by its items."""
        monkeypatch.setattr(taking, "ENOUGH", 0)
        monkeypatch.setattr(sources, "TOGETHER", 10)
        given = make("a.json", [{**CLEAN, "_id": str(number)} for number in range(50)])

        err = run("convert", given, "-o", tmp_path / "out", terminals="stderr").err

        assert "a.json  [####" in err
        assert " items/s" in err

    def test_the_cursor_comes_back(self, run: Run, make: Make, tmp_path: Path) -> None:
        """It does so before the account."""
        err = run(
            "convert", make("a.ndjson", ndjson(LINKED, LINKED)), "-o", tmp_path / "out", terminals="stderr"
        ).err

        assert err.index(SHOWN) < err.index("L102")

    def test_an_end_before_the_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The bar stays where it was, and the cursor comes back."""
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(terminal, "utf-8"))

        with pytest.raises(KeyError):
            fail_in(Progress(shown=True).over(range(4), "a.json", Steps("items", 4)), at=2)

        shown = terminal.getvalue().decode()
        assert "50%" in shown
        assert "100%" not in shown
        assert shown.rstrip().endswith(SHOWN)

    def test_a_terminal_that_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Work goes on."""

        class Gone(Terminal):
            def write(self, data: Any) -> int:
                raise OSError

        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(Gone(), "utf-8", write_through=True))

        assert [0, 1] == list(Progress(shown=True).over(range(2), "a.json", Steps("items", 2)))


def fail_in(values: Any, at: int) -> None:
    """Fail while the value *at* is worked on, as a command does that cannot go on."""
    with_end = iter(values)
    for value in with_end:
        if value == at:
            with_end.throw(KeyError())


class TestSilence:
    """When nothing is shown."""

    @pytest.mark.usefixtures("impatient")
    @pytest.mark.parametrize(
        ("options", "terminals"),
        [
            (("convert", "-o", "OUT"), ""),
            (("-q", "convert", "-o", "OUT"), "stderr"),
            (("convert",), "stdout stderr"),
            (("lint",), "stdout stderr"),
        ],
        ids=["no terminal", "quiet", "data on the terminal", "findings on the terminal"],
    )
    def test_nobody_could_look(
        self, run: Run, make: Make, tmp_path: Path, options: tuple[str, ...], terminals: str
    ) -> None:
        """Or data would be mixed with it."""
        out = [str(tmp_path / "out") if option == "OUT" else option for option in options]

        assert "MB/s" not in run(*out, make("a.ndjson", ndjson(CLEAN, CLEAN)), terminals=terminals).err

    def test_what_is_quick(self, run: Run, make: Make, tmp_path: Path) -> None:
        """What is done within a second needs no bar."""
        lines = make("a.ndjson", ndjson(CLEAN, CLEAN))

        assert "MB/s" not in run("convert", lines, "-o", tmp_path / "out", terminals="stderr").err

    def test_values_are_given_back_as_they_are(self) -> None:
        """Watching costs nothing where nobody looks."""
        values = iter(())

        assert progress(Settings(quiet=True), data_seen=False).over(values, "a", Steps("items")) is values
