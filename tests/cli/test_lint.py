"""``gallery-lens lint``: inputs, reports, exit codes."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from command import BROKEN, CLEAN, LINKED, SORTED, TAGGED, TEXT, Ran, Run, ndjson
from gallery_lens import schemas
from gallery_lens.cli.lint import run as linting
from gallery_lens.words import REPORT_FORMATS

Make = Callable[[str, Any], Path]


def rows(ran: Ran) -> list[tuple[str, str, int | None, int | None]]:
    """Return file name, code, line and column of what a jsonl report says."""
    found = [json.loads(line) for line in ran.out.splitlines()]
    return [(Path(row["file"]).name, row["code"], row.get("line"), row.get("column")) for row in found]


class TestInputs:
    """What is looked at."""

    def test_a_file(self, run: Run, make: Make) -> None:
        """Every finding has a place."""
        path = make("a.json", b'[\n  {"type": "IMAGE", "image": {}}\n]')

        ran = run("lint", path, "--output-format", "jsonl", "--from", "velo")

        assert [("a.json", "M101", 2, 30)] == rows(ran)

    def test_a_folder(self, run: Run, make: Make) -> None:
        """Its files and those below, by name; none that are hidden, others' or of another kind."""
        for name in ("b.json", "a/z.NDJSON", "a/b/c.jsonl", "a.txt", ".git/x.json", "a/node_modules/x.json"):
            folder = make(name, [BROKEN]).parents[len(Path(name).parts) - 1]

        ran = run("lint", folder, "--output-format", "jsonl", "--from", "velo")

        assert ["b.json", "z.NDJSON", "c.jsonl"] == [file for file, *_ in rows(ran)]

    def test_a_folder_that_is_hidden_may_be_named(self, run: Run, make: Make) -> None:
        """Whoever names it means it."""
        folder = make(".exports/a.json", [BROKEN]).parent

        assert 1 == run("lint", folder).code

    def test_a_file_is_looked_at_once(self, run: Run, make: Make) -> None:
        """However often it is named."""
        path = make("a.json", [BROKEN])

        ran = run("lint", path, path.parent, path, "--output-format", "jsonl", "--from", "velo")

        assert 1 == len(rows(ran))

    @pytest.mark.parametrize("arguments", [[], ["-"]])
    def test_standard_input(self, run: Run, arguments: list[str]) -> None:
        """No INPUT and a dash are the same."""
        ran = run("lint", *arguments, "--output-format", "jsonl", "--from", "velo", stdin=ndjson([BROKEN]))

        assert [("<stdin>", "M101", 1, 48)] == rows(ran)

    def test_standard_input_has_the_name_that_it_is_given(self, run: Run) -> None:
        """Which says how it is to be read, too."""
        given = b"\n" + ndjson(BROKEN)

        ran = run("lint", "--stdin-filename", "x/a.ndjson", "--output-format", "jsonl", stdin=given)

        assert ("a.ndjson", "M101", 2, 47) in rows(ran)

    def test_lines_are_those_of_the_file(self, run: Run, make: Make) -> None:
        """A blank line counts, and blanks in front are columns; a bad line stops nothing."""
        path = make("a.ndjson", b'\n  {"type": "IMAGE", "image": {}}\r\n{"type":\n' + ndjson(CLEAN, BROKEN))

        ran = run("lint", path, "--output-format", "jsonl", "--from", "velo")

        assert [("M101", 2, 30), ("R001", 3, 9), ("M101", 5, 47)] == [row[1:] for row in rows(ran)]
        assert 1 == ran.code

    def test_lines_of_another_encoding(self, run: Run, make: Make) -> None:
        """Which is said once, where it begins."""
        path = make("a.ndjson", ndjson(BROKEN, BROKEN).decode().encode("utf-16"))

        ran = run("lint", path, "--output-format", "jsonl", "--from", "velo")

        assert [("R001", 1, 1), ("M101", 1, 47), ("M101", 2, 47)] == [row[1:] for row in rows(ran)]

    def test_a_format_can_be_named(self, run: Run, make: Make) -> None:
        """A file's name need not tell."""
        path = make("a.txt", ndjson(BROKEN, BROKEN))

        ran = run("lint", path, "--input-format", "ndjson", "--output-format", "jsonl", "--from", "velo")

        assert [1, 2] == [line for _, _, line, _ in rows(ran)]

    def test_the_name_of_an_input_that_is_not_read(self, run: Run, make: Make) -> None:
        """A name for nothing is a mistake."""
        ran = run("lint", make("a.json", []), "--stdin-filename", "b.json")

        assert 2 == ran.code
        assert "add - to the INPUTs" in ran.err

    def test_a_terminal_is_not_waited_for(self, run: Run) -> None:
        """Without INPUT on a terminal there is nothing to read."""
        assert 2 == run("lint", terminals="stdin").code


class TestBadInputs:
    """Each has one clear line, and none stops the others."""

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "it is empty"),
            (b'{"items": [', "it ends where a value was expected"),
            (b'["\xff"]', "byte 0xFF at offset 2 is not UTF-8"),
            (b"[" * 10_000 + b"]" * 10_000, "it is nested more than 200 levels deep"),
        ],
    )
    def test_what_is_no_json(self, run: Run, make: Make, content: bytes, words: str) -> None:
        """With the place where it stops to be."""
        ran = run("lint", make("a.json", content))

        assert 2 == ran.code
        assert words in ran.out.decode().replace("\n", " ")
        assert b"|" in ran.out

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("missing.json", None),
            ("empty.json", b""),
            ("truncated.json", b'{"items": [{"title": "Ri'),
            ("latin-1.json", '["Grün"]'.encode("latin-1")),
            ("deep.json", b"[" * 10_000 + b"]" * 10_000),
            ("large.json", b"[" + b" " * 30_000 + b"]"),
            ("config.json", b'{"compilerOptions": {}}'),
            ("folder", {}),
        ],
    )
    def test_one_line_says_why(self, run: Run, make: Make, name: str, content: Any) -> None:
        """With the file and what is wrong with it, and no trace of the program."""
        path = make(f"{name}/notes.txt", b"").parent if content == {} else Path(name)
        path = make(name, content) if content else path

        ran = run("lint", path, "--output-format", "concise", "--max-input", "25kB")

        (line,) = ran.out.decode().splitlines()
        assert 2 == ran.code
        assert re.fullmatch(rf"{re.escape(str(path))}:([0-9]+:[0-9]+:)? R00[127] error [A-Z{{].+\.", line)
        assert "Traceback" not in ran.err

    def test_what_is_not_there(self, run: Run, make: Make) -> None:
        """The others are looked at all the same."""
        ran = run("lint", "missing.json", make("a.json", [BROKEN]))

        assert 2 == ran.code
        first, *others = ran.out.decode().splitlines()
        said = "R007 unreadable-input (error): The input cannot be read: no such file or directory."
        assert f"missing.json: {said}" == first
        assert "M101" in "\n".join(others)

    def test_a_folder_without_galleries(self, run: Run, tmp_path: Path) -> None:
        """A typing error must not look like success."""
        ran = run("lint", tmp_path)

        assert 2 == ran.code
        assert "the folder holds no .json, .ndjson or .jsonl file" in ran.out.decode()

    def test_a_folder_that_cannot_be_read(
        self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The others are looked at all the same."""
        folder = make("a/b.json", [BROKEN]).parent.parent
        (folder / "c").mkdir()
        scandir = os.scandir

        def refusing(path: str) -> Any:
            if Path(path).name == "c":
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        ran = run("lint", folder)

        assert 2 == ran.code
        assert (
            f"{folder / 'c'}: R007 unreadable-input (error): The input cannot be read: permission denied."
            in (ran.out.decode())
        )
        assert b"M101" in ran.out

    def test_a_document_that_is_too_large(self, run: Run, make: Make) -> None:
        """Before it takes all memory; lines may be as many as they want."""
        given = make("a.json", [CLEAN] * 100), make("a.ndjson", ndjson(*[CLEAN] * 100))

        ran = run("lint", *given, "--max-input", "1kB")

        assert 2 == ran.code
        assert (
            b"a.json: R007 unreadable-input (error): The input cannot be read: it is larger than 1 kB"
            in ran.out
        )
        assert b"Found 1 error in 2 files with 100 items" in ran.out

    @pytest.mark.parametrize(("others", "code"), [([], 2), ([CLEAN], 1)])
    def test_no_gallery_at_all(self, run: Run, make: Make, others: list[Any], code: int) -> None:
        """JSON of another kind is a finding, unless there is nothing else."""
        paths = [make("package.json", {"scripts": {}}), *(make("a.json", other) for other in others)]

        ran = run("lint", *paths, "--output-format", "jsonl")

        assert code == ran.code
        assert "R002" in [row[1] for row in rows(ran)]

    def test_a_stream_that_breaks_off(self, run: Run, make: Make) -> None:
        """What was read before has its findings."""
        path = make("a.ndjson", ndjson(BROKEN).decode().encode("utf-16") + b"\x00")

        ran = run("lint", path, "--output-format", "jsonl", "--from", "velo")

        assert 2 == ran.code
        assert ["R001", "M101", "R001"] == [row[1] for row in rows(ran)]

    def test_nothing_to_look_at_is_no_failure(self, run: Run, make: Make) -> None:
        """An empty list of lines is a list of lines."""
        assert 0 == run("lint", make("a.ndjson", b"\n\n")).code


class TestExit:
    """What the shell is told."""

    @pytest.mark.parametrize(
        ("item", "options", "code"),
        [
            (CLEAN, [], 0),
            (SORTED, ["--fail-on", "info"], 0),
            (TAGGED, [], 0),
            (TAGGED, ["--fail-on", "info"], 1),
            (LINKED, [], 1),
            (LINKED, ["--fail-on", "error"], 0),
            (LINKED, ["--fail-on", "never"], 0),
            (LINKED, ["--exit-zero"], 0),
            (LINKED, ["--max-warnings", "1"], 0),
            (LINKED, ["--max-warnings", "0"], 1),
            (LINKED, ["--max-warnings", "0", "--fail-on", "never"], 1),
            (LINKED, ["--max-warnings", "0", "--fail-on", "never", "--exit-zero"], 0),
            (LINKED, ["--to", "velo"], 0),
            (BROKEN, ["--max-warnings", "1"], 1),
            (BROKEN, ["--fail-on", "error"], 1),
            (BROKEN, ["--fail-on", "never"], 0),
        ],
    )
    def test_codes(self, run: Run, item: Any, options: list[str], code: int) -> None:
        """Warnings fail unless they are allowed."""
        assert code == run("lint", "--from", "velo", *options, stdin=json.dumps([item]).encode()).code

    def test_warnings_are_counted_over_all_inputs(self, run: Run, make: Make) -> None:
        """A limit is for the run."""
        paths = [make(f"{name}.json", [LINKED]) for name in "ab"]

        assert [0, 1] == [run("lint", *paths, "--max-warnings", limit).code for limit in (2, 1)]

    @pytest.mark.parametrize("options", [["--exit-zero"], ["--fail-on", "never"]])
    def test_what_cannot_be_read_is_no_finding(self, run: Run, options: list[str]) -> None:
        """Nobody asked to look away from that."""
        assert 2 == run("lint", "missing.json", *options).code

    def test_what_is_only_read_is_no_target(self, run: Run) -> None:
        """As for convert."""
        ran = run("lint", "--to", "cms", stdin=b"[]")

        assert 2 == ran.code
        assert "cms is read-only" in ran.err


class TestReport:
    """What is written, and where."""

    def test_text_is_for_people(self, run: Run) -> None:
        """On standard output, with a last line that counts; nothing else is told."""
        ran = run("lint", "--from", "velo", stdin=json.dumps([BROKEN]).encode())

        assert ran.out.startswith(b"<stdin>:1:48: M101 media-missing (error)\n")
        assert ran.out.endswith(
            b"\nFound 1 error in 1 file with 1 item.\nExplain a code: gallery-lens rule M101\n"
        )
        assert "" == ran.err

    def test_quiet_leaves_the_findings(self, run: Run) -> None:
        """And no last line."""
        ran = run("-q", "lint", "--from", "velo", stdin=json.dumps([BROKEN]).encode())

        assert b"M101" in ran.out
        assert b"Found" not in ran.out

    def test_nothing_found(self, run: Run) -> None:
        """Which is said, too."""
        assert (
            b"Nothing found in 1 file with 1 item.\n" == run("lint", stdin=json.dumps([CLEAN]).encode()).out
        )

    @pytest.mark.parametrize(
        ("arguments", "terminals", "coloured"),
        [
            ([], "stdout", True),
            ([], "stderr", False),
            (["--color", "never"], "stdout", False),
            (["--color", "always"], "", True),
        ],
    )
    def test_colour(self, run: Run, arguments: list[str], terminals: str, coloured: bool) -> None:
        """Only where standard output is a terminal, or on demand."""
        ran = run(*arguments, "lint", stdin=json.dumps([BROKEN]).encode(), terminals=terminals)

        assert coloured == (b"\x1b[" in ran.out)

    def test_excerpts_fill_the_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Long lines are cut to its width, which ``COLUMNS`` says."""
        given = json.dumps([{**BROKEN, "description": "x" * 500}]).encode()
        monkeypatch.setenv("COLUMNS", "120")

        shown = [_text(run("lint", stdin=given, terminals=each)).splitlines() for each in ("", "stdout")]
        monkeypatch.delenv("COLUMNS")
        shown.append(_text(run("lint", stdin=given)).splitlines())

        assert [120, 120, 80] == [max(map(len, each)) for each in shown]

    def test_a_report_for_programs(self, run: Run) -> None:
        """One document that its schema describes; people are told in one line."""
        ran = run("lint", "--output-format", "json", stdin=json.dumps([BROKEN, CLEAN, TEXT]).encode())

        assert schemas.validator("report").is_valid(ran.data)
        assert (3, 1, 1) == tuple(ran.data["summary"][key] for key in ("items", "converted", "rejected"))
        assert not ran.data["summary"]["lossless"]
        assert ran.err.replace(", 1 info", "").startswith(
            "Found 1 error, 1 warning in 1 file with 3 items.\n"
        )

    def test_a_report_in_a_file(self, run: Run, tmp_path: Path) -> None:
        """Without colour, and nothing on standard output."""
        ran = run("lint", "-o", tmp_path / "r.txt", stdin=json.dumps([BROKEN]).encode(), terminals="stdout")

        assert b"" == ran.out
        assert "\nFound 1 error" in (tmp_path / "r.txt").read_text("utf-8")

    def test_a_file_is_written_whole_or_not_at_all(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What stood there stays when the command fails half-way."""
        (tmp_path / "r.txt").write_text("before")
        monkeypatch.setattr(linting._LintRun, "lint", lambda *_, **__: 1 / 0)

        assert 3 == run("lint", "-o", tmp_path / "r.txt", stdin=b"[]").code

        assert [tmp_path / "r.txt"] == [*tmp_path.iterdir()]
        assert "before" == (tmp_path / "r.txt").read_text("utf-8")

    def test_an_input_is_not_overwritten(self, run: Run, make: Make) -> None:
        """Not even one that was found in a folder."""
        path = make("a.json", [BROKEN])

        ran = run("lint", path.parent, "-o", path)

        assert 2 == ran.code
        assert "would overwrite the input" in ran.err

    def test_a_report_that_cannot_be_written(self, run: Run, tmp_path: Path) -> None:
        """One sentence, no traceback."""
        ran = run("lint", "-o", tmp_path, stdin=b"[]")

        assert 2 == ran.code
        assert "cannot be written" in ran.err

    def test_statistics_stand_for_the_findings(self, run: Run) -> None:
        """How often, which code."""
        ran = run(
            "lint", "--from", "velo", "--statistics", stdin=json.dumps([LINKED, BROKEN, LINKED]).encode()
        )

        assert (
            b"2  L102 link-text-dropped (warning)\n"
            b"1  M101 media-missing (error)\n"
            b"Found 1 error, 2 warnings in 1 file with 3 items.\n"
            b"Explain a code: gallery-lens rule M101\n"
        ) == ran.out

    def test_statistics_beside_a_report(self, run: Run) -> None:
        """For people, while the report stays what it is."""
        ran = run(
            "lint", "--from", "velo", "--statistics", "--output-format", "jsonl", stdin=ndjson([BROKEN])
        )

        assert 1 == len(ran.out.splitlines())
        assert ran.err.startswith("1  M101 media-missing (error)\n")


def _text(ran: Ran) -> str:
    """Return standard output without colour."""
    return click.unstyle(ran.out.decode())


class TestShow:
    """What formats for people list."""

    @pytest.mark.parametrize("form", ["text", "concise"])
    @pytest.mark.parametrize(
        ("options", "listed"),
        [
            ([], False),
            (["--show", "info"], True),
            (["--fail-on", "info"], True),
            (["--show", "warning"], False),
        ],
    )
    def test_infos_are_counted_unless_wanted(
        self, run: Run, form: str, options: list[str], listed: bool
    ) -> None:
        """They are bookkeeping, until they make the run fail."""
        command = ("lint", "--from", "velo", "--format", form, *options)
        ran = run(*command, stdin=json.dumps([TAGGED, LINKED]).encode())
        verdict = ran.out.decode() + ran.err

        assert b"L102" in ran.out
        assert "1 warning, 1 info" in verdict
        assert (listed, not listed) == (b"L120" in ran.out, "listed with --show info" in verdict)

    def test_a_report_file_holds_all(self, run: Run, tmp_path: Path) -> None:
        """Whatever its format is."""
        given = json.dumps([TAGGED, LINKED]).encode()
        path = tmp_path / "report.txt"
        run("lint", "--from", "velo", "--report", path, "--report-format", "concise", stdin=given)

        assert "L120" in path.read_text()

    @pytest.mark.parametrize("form", sorted({*REPORT_FORMATS} - {"concise"}))
    def test_programs_get_all(self, run: Run, form: str) -> None:
        """Reports do not depend on the option."""
        given = json.dumps([TAGGED, LINKED]).encode()
        reports = [
            run("lint", "--from", "velo", "--output-format", form, "--show", show, stdin=given).out
            for show in ("warning", "info")
        ]

        assert reports[0] == reports[1]
        assert b"L120" in reports[0]
