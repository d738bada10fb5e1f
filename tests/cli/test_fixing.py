"""``gallery-lens lint --fix`` and ``--diff``: files mended, or a look at what would become of them."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from command import CLEAN, TEXT, Run, ndjson
from gallery_lens.cli.lint.fixing import diff

Make = Callable[[str, Any], Path]

BEFORE = b'[\r\n  {"type": "TEXT", "sortOrder": "5",\t"link": {}, "text": {"html": "a"}}\r\n]'
AFTER = b'[\r\n  {"type": "TEXT", "sortOrder": 5, "text": {"html": "a"}}\r\n]'
#: A video of a page whose type a fix writes, which changes what is shown.
UNTYPED = {"src": "wix:video://v1/4d2a9c/tide.mp4", "title": "Tide"}

OPTIONS = ("--from", "velo", "--to", "velo")


class TestFix:
    """What is mended in place."""

    def test_a_file_is_mended(self, run: Run, make: Make) -> None:
        """Nothing else of it changes, and what is left is reported."""
        path = make("a.json", BEFORE)

        ran = run("lint", path, "--fix", *OPTIONS)

        assert AFTER.replace(b",\t", b", ") == path.read_bytes().replace(b",\t", b", ")
        assert (0, b"Nothing found in 1 file with 1 item.\n") == (ran.code, ran.out)
        assert "Fixed 2 findings.\n" == ran.err

    def test_without_it_nothing_changes(self, run: Run, make: Make) -> None:
        """Which is said, as far as something could."""
        path = make("a.json", BEFORE)

        ran = run("lint", path, *OPTIONS)

        assert BEFORE == path.read_bytes()
        assert b"[*] 2 findings can be fixed with --fix.\n" in ran.out

    def test_a_clean_file_is_not_touched(self, run: Run, make: Make) -> None:
        """Not even its time."""
        path = make("a.json", [CLEAN])
        os.utime(path, (1, 1))

        ran = run("lint", path, "--fix")

        assert 1 == path.stat().st_mtime
        assert "" == ran.err

    def test_lines_are_mended_one_by_one(self, run: Run, make: Make) -> None:
        """A line that cannot be read stays."""
        path = make("a.ndjson", b'{"type":\n' + ndjson({**TEXT, "sortOrder": "5"}))

        run("lint", path, "--fix", *OPTIONS)

        assert b'{"type":\n' + ndjson({**TEXT, "sortOrder": 5}) == path.read_bytes()

    def test_standard_input_comes_out(self, run: Run) -> None:
        """On standard output, and what is found of it on standard error."""
        ran = run("lint", "--fix", *OPTIONS, stdin=BEFORE[:-1] + b', {"type": "IMAGE", "image": {}}]')

        assert b'"sortOrder": 5,' in ran.out
        assert ran.err.startswith("<stdin>:3:30: M101")
        assert 1 == ran.code

    def test_clean_standard_input_comes_out(self, run: Run) -> None:
        """Whoever reads it wants it whole."""
        given = json.dumps([CLEAN]).encode()

        assert given == run("lint", "--fix", stdin=given).out

    def test_findings_of_standard_input_may_go_to_a_file(self, run: Run, tmp_path: Path) -> None:
        """Then standard error has the account only."""
        ran = run("lint", "--fix", *OPTIONS, "-o", tmp_path / "r.txt", stdin=BEFORE)

        assert "Nothing found" in (tmp_path / "r.txt").read_text("utf-8")
        assert "Fixed 2 findings.\n" == ran.err

    def test_findings_do_not_mix_with_what_is_fixed(self, run: Run) -> None:
        """Standard output has one thing on it."""
        ran = run("lint", "--fix", "-o", "-", stdin=BEFORE)

        assert 2 == ran.code
        assert "send findings to -o FILE" in ran.err

    def test_standard_error_may_be_closed(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Then there is nowhere for the findings."""
        from gallery_lens.cli.io import files

        monkeypatch.setattr(files, "sys", type("Closed", (), {"stderr": None, "stdout": sys.stdout}))

        ran = run("lint", "--fix", stdin=BEFORE)

        assert 2 == ran.code
        assert "Standard error is closed." in ran.err

    def test_what_is_not_wanted_is_not_fixed(self, run: Run, make: Make) -> None:
        """A selection is one of fixes, too."""
        path = make("a.json", BEFORE)

        run("lint", path, "--fix", *OPTIONS, "--ignore", "L105")

        assert b'"sortOrder": 5,\t"link": {}' in path.read_bytes()

    @pytest.mark.parametrize("unsafe", [True, False])
    def test_unsafe_fixes_are_asked_for(self, run: Run, make: Make, unsafe: bool) -> None:
        """What changes the look is left alone without."""
        path = make("a.json", [UNTYPED])

        run("lint", path, "--fix", "--from", "frontend", "--to", "velo", *["--unsafe-fixes"] * unsafe)

        assert unsafe == (b'"type": "video"' in path.read_bytes())

    def test_unsafe_fixes_alone_are_a_mistake(self, run: Run) -> None:
        """They are a kind of fixes, and no order to make them."""
        ran = run("lint", "--unsafe-fixes", stdin=BEFORE)

        assert 2 == ran.code
        assert "add --fix, or --diff" in ran.err

    def test_bytes_that_are_no_text_are_left(self, run: Run, make: Make) -> None:
        """There is nothing to mend."""
        path = make("a.json", b'["\xff"]')

        assert 2 == run("lint", path, "--fix").code
        assert b'["\xff"]' == path.read_bytes()


class TestDiff:
    """What would be mended."""

    def test_it_shows_the_change_and_makes_none(self, run: Run, make: Make) -> None:
        """As a unified diff, and nothing else on standard output."""
        path = make("a.json", b'[\n{"type": "TEXT", "sortOrder": "5"}\n]\n')

        ran = run("lint", path, "--diff", *OPTIONS)

        assert (
            f"--- {path}\n+++ {path}\n@@ -1,3 +1,3 @@\n [\n"
            '-{"type": "TEXT", "sortOrder": "5"}\n+{"type": "TEXT", "sortOrder": 5}\n ]\n'
        ).encode() == ran.out
        assert (1, "1 finding would be fixed.\n") == (ran.code, ran.err)
        assert b'"5"' in path.read_bytes()

    @pytest.mark.parametrize(("options", "code"), [([], 1), (["--exit-zero"], 0), (["--fix"], 1)])
    def test_its_exit_says_whether_there_is_any(
        self, run: Run, make: Make, options: list[str], code: int
    ) -> None:
        """Together with --fix nothing is changed either."""
        path = make("a.json", BEFORE)

        assert code == run("lint", path, "--diff", *OPTIONS, *options).code
        assert BEFORE == path.read_bytes()

    def test_findings_without_fix_are_no_matter(self, run: Run) -> None:
        """Only changes are shown."""
        ran = run("lint", "--diff", stdin=json.dumps([{"type": "IMAGE", "image": {}}]).encode())

        assert (0, b"", "0 findings would be fixed.\n") == (ran.code, ran.out, ran.err)

    def test_what_cannot_be_read_is_told(self, run: Run, make: Make) -> None:
        """On standard error; the others are shown all the same."""
        ran = run("lint", "missing.json", make("a.json", BEFORE), "--diff", *OPTIONS)

        assert 2 == ran.code
        assert ran.err.startswith("missing.json: R007 unreadable-input (error): The input cannot be read")
        assert b"+++" in ran.out

    def test_items_that_cannot_be_read_are_no_matter(self, run: Run) -> None:
        """They stand among others, and are findings without a fix."""
        ran = run("lint", "--diff", "--from", "velo", stdin=json.dumps([CLEAN, "river.jpg"]).encode())

        assert (0, b"", "0 findings would be fixed.\n") == (ran.code, ran.out, ran.err)

    def test_it_may_go_to_a_file(self, run: Run, tmp_path: Path) -> None:
        """Without colour."""
        ran = run("lint", "--diff", *OPTIONS, "-o", tmp_path / "d", stdin=BEFORE, terminals="stdout")

        assert b"" == ran.out
        assert (tmp_path / "d").read_bytes().startswith(b"--- <stdin>\n")

    def test_colour_is_for_terminals(self, run: Run) -> None:
        """Where it says what goes and what comes."""
        ran = run("lint", "--diff", *OPTIONS, stdin=BEFORE, terminals="stdout")

        assert b"\x1b[31m-" in ran.out
        assert b"\x1b[32m+" in ran.out

    @pytest.mark.parametrize("option", [["--statistics"], ["--write-baseline", "b.json"]])
    def test_there_are_no_findings_to_count(self, run: Run, option: list[str]) -> None:
        """What asks for findings contradicts it."""
        ran = run("lint", "--diff", *option, stdin=BEFORE)

        assert 2 == ran.code
        assert "--diff shows changes" in ran.err

    def test_the_end_of_a_file_without_line_end(self) -> None:
        """Is marked, so that other tools can apply the diff."""
        shown = [click.unstyle(line) for line in diff("a\r\nb", "a\r\nc", "x")]

        end = "\\ No newline at end of file\n"
        assert [" a\r\n", "-b\n", end, "+c\n", end] == shown[3:]
