"""``gallery-lens convert``: options, data, exit codes."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from command import BROKEN, CLEAN, LINKED, PICTURE, SORTED, TAGGED, TEXT, VIEW, Run, ndjson
from gallery_lens import schemas
from gallery_lens.cli.io import inputs
from gallery_lens.dialects import DIALECTS
from gallery_lens.words import SOURCES

Make = Callable[[str, Any], Path]


def codes(rows: list[dict[str, Any]]) -> list[str]:
    return [row["code"] for row in rows]


def test_written_out_choices_are_complete() -> None:
    """The help's list, which imports nothing, is that of the dialects."""
    assert set(SOURCES[1:]) == set(DIALECTS)


class TestInputs:
    """Where data come from."""

    @pytest.mark.parametrize("arguments", [[], ["-"]])
    def test_standard_input(self, run: Run, arguments: list[str]) -> None:
        """No INPUT and a dash are the same."""
        ran = run("convert", *arguments, stdin=json.dumps([CLEAN]).encode())

        assert (0, [VIEW]) == (ran.code, ran.data)
        assert ran.err.startswith("<stdin>")

    def test_inputs_follow_each_other_as_lines(self, run: Run, make: Make) -> None:
        """Each input is converted by itself, in the order given."""
        given = (make("a.ndjson", ndjson(CLEAN)), "-", make("b.ndjson", ndjson([CLEAN])))

        assert [VIEW, [], [VIEW]] == run("convert", *given, "--input-format", "ndjson", stdin=b"[]").lines

    @pytest.mark.parametrize("second", ["b.json", "b.ndjson"])
    def test_several_documents_need_a_place_each(self, run: Run, make: Make, second: str) -> None:
        """Two documents after each other are no document; lines are, and nothing is written before."""
        given = [make("a.json", [CLEAN]), make(second, ndjson(CLEAN))]
        refused = run("convert", *given)

        assert (2, b"") == (refused.code, refused.out)
        assert "-o FOLDER/" in refused.err
        assert "--output-format ndjson" in refused.err
        assert [VIEW, VIEW] == run("convert", *given, "--output-format", "ndjson").lines

    def test_patterns_stand_for_files(
        self, run: Run, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where the shell has not put them in; a file of that very name comes first."""
        for name in ("b.ndjson", "a.ndjson", "deep/c.ndjson", "[ab].ndjson.odd"):
            make(name, ndjson({**CLEAN, "title": name}))
        monkeypatch.chdir(tmp_path)

        def titles(pattern: str) -> list[str]:
            return [item["title"] for item in run("convert", pattern, "--input-format", "ndjson").lines]

        assert ["a.ndjson", "b.ndjson"] == titles("*.ndjson")
        assert ["a.ndjson", "b.ndjson", "deep/c.ndjson"] == titles("**/*.ndjson")
        assert ["[ab].ndjson.odd"] == titles("[ab].ndjson.odd")
        assert "none*.json" in run("convert", "none*.json").err

    def test_a_terminal_is_not_waited_for(self, run: Run) -> None:
        """Without INPUT on a terminal there is nothing to read."""
        ran = run("convert", terminals="stdin")

        assert 2 == ran.code
        assert "nothing to read" in ran.err

    def test_a_terminal_is_read_when_asked_for(self, run: Run) -> None:
        """A dash means it."""
        assert [VIEW] == run("convert", "-", stdin=ndjson([CLEAN]), terminals="stdin").data

    def test_standard_input_is_no_file(self, run: Run, tmp_path: Path) -> None:
        """A dash never names the file that a report is written to."""
        assert 0 == run("convert", "-", "--report", tmp_path / "r.json", stdin=b"[]").code

    def test_standard_input_is_read_once(self, run: Run) -> None:
        """Two dashes are a mistake."""
        assert 2 == run("convert", "-", "-", stdin=b"[]").code

    @pytest.mark.parametrize("name", ["a.ndjson", "a.jsonl", "a.NDJSON"])
    def test_lines_are_known_by_their_suffix(self, run: Run, make: Make, name: str) -> None:
        """Any case will do."""
        assert [VIEW, VIEW] == run("convert", make(name, ndjson(CLEAN, CLEAN))).lines

    def test_the_input_format_overrides_the_suffix(self, run: Run, make: Make) -> None:
        """Both ways."""
        lines, document = make("a.json", ndjson(CLEAN, CLEAN)), make("b.ndjson", {"items": [CLEAN]})

        assert [VIEW, VIEW] == run("convert", "--input-format", "ndjson", lines).lines
        assert [VIEW] == run("convert", "--input-format", "json", document).data


class TestConversion:
    """What the options of the conversion do."""

    def test_dialects_can_be_named(self, run: Run) -> None:
        """The same item goes either way."""
        assert "id" in run("convert", "--to", "rest", stdin=ndjson({**CLEAN, "_id": "x"})).data
        assert CLEAN == run("convert", "--from", "frontend", "--to", "velo", stdin=ndjson(VIEW)).data

    def test_order(self, run: Run) -> None:
        """Kept as given, or sorted."""
        stdin = ndjson([{**CLEAN, "title": "b", "sortOrder": 2}, {**CLEAN, "title": "a", "sortOrder": 1}])

        assert ["b", "a"] == [each["title"] for each in run("convert", stdin=stdin).data]
        ran = run("convert", "--order", "sort-order", stdin=stdin)
        assert ["a", "b"] == [each["title"] for each in ran.data]

    def test_text_items(self, run: Run) -> None:
        """Left out with a warning, or an error."""
        dropped = run("convert", stdin=ndjson([CLEAN, TEXT]))
        refused = run("convert", "--text-items", "error", stdin=ndjson([CLEAN, TEXT]))

        assert (0, [VIEW]) == (dropped.code, dropped.data)
        assert (1, [VIEW]) == (refused.code, refused.data)

    def test_as_gallery(self, run: Run) -> None:
        """The body of createGallery, with its name."""
        ran = run("convert", "--to", "velo", "--as-gallery", "--name", "Rivers", stdin=ndjson([VIEW]))

        assert ("Rivers", PICTURE) == (
            ran.data["gallery"]["name"],
            ran.data["gallery"]["items"][0]["image"]["imageInfo"],
        )

    def test_many_as_gallery(self, run: Run) -> None:
        """Lists that are converted together; a body was taken for a gallery that came in."""
        ran = run("convert", "--to", "velo", "--as-gallery", stdin=ndjson(*[[VIEW] * 100] * 3))

        assert [100] * 3 == [len(line["gallery"]["items"]) for line in ran.lines]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--as-gallery"], "--to velo or --to rest"),
            (["--as-gallery", "--to", "frontend"], "--to velo or --to rest"),
            (["--to", "velo", "--name", "x"], "add --as-gallery"),
            (["--strict", "--fail-on", "error"], "one of the two"),
            (["--report-format", "json"], "--report FILE"),
            (["--report", "-"], "--report - would be mixed with the data"),
            (["--rejects", "-", "-o", "-"], "--rejects - would be mixed with the data"),
            (["--report", "/dev/stdout"], "would be mixed with the data"),
            (["--report", "x", "--rejects", "./x"], "--report and --rejects would both"),
            (["--report", "x", "-o", "x"], "--report and -o would both"),
            (["--output-format", "ndjson", "--indent", "2"], "--indent is not for ndjson"),
            (["--report", "{input}", "{input}"], "--report would overwrite the input"),
            (["{input}", "{input}", "-o", "one.json"], "can hold one document only"),
            (["{input}", "{input}", "--output-format", "js"], "holds one input only"),
            (["{input}", "{input}", "-o", "folder/"], "would both be written to"),
        ],
    )
    def test_options_that_make_no_sense(
        self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
    ) -> None:
        """One sentence, the usage line, exit code 2, and nothing written."""
        path = make("input.json", [CLEAN])
        monkeypatch.chdir(path.parent)
        ran = run("convert", *(each.format(input=path) for each in arguments), stdin=b"[]")

        assert (2, b"") == (ran.code, ran.out)
        assert ran.err.startswith("Usage: gallery-lens convert")
        assert words in " ".join(ran.err.split())
        assert ["input.json"] == [each.name for each in path.parent.iterdir()]


class TestOutput:
    """Where data go, and in which format."""

    @pytest.mark.parametrize(
        ("arguments", "terminals", "expected"),
        [
            ([], "", b'[{"title":"1"}]\n'),
            ([], "stdout", b'[\n  {\n    "title": "1"\n  }\n]\n'),
            (["--indent", "0"], "stdout", b'[{"title":"1"}]\n'),
            (["--indent", "1"], "", b'[\n {\n  "title": "1"\n }\n]\n'),
            (["--output-format", "ndjson"], "stdout", b'{"title":"1"}\n'),
            (["--output-format", "js"], "", b'export const items = [{"title":"1"}];\n'),
        ],
    )
    def test_layout(
        self,
        run: Run,
        monkeypatch: pytest.MonkeyPatch,
        arguments: list[str],
        terminals: str,
        expected: bytes,
    ) -> None:
        """Indented for eyes, on one line for programs, or as asked for."""
        ran = run(
            "convert",
            "--to",
            "velo",
            "--from",
            "velo",
            *arguments,
            stdin=b'[{"title":"1"}]',
            terminals=terminals,
        )

        assert expected == ran.out

    def test_a_terminal_has_a_gap_between_data_and_account(self, run: Run) -> None:
        """Where both are seen together, a blank line parts them."""
        apart = run("--color", "never", "convert", stdin=ndjson([CLEAN])).err
        together = run("--color", "never", "convert", stdin=ndjson([CLEAN]), terminals="stdout").err

        assert f"\n{apart}" == together

    def test_to_a_file(self, run: Run, tmp_path: Path) -> None:
        """Standard output stays empty."""
        ran = run("convert", "-o", tmp_path / "out.json", stdin=ndjson([CLEAN]))

        assert (0, b"") == (ran.code, ran.out)
        assert [VIEW] == json.loads((tmp_path / "out.json").read_bytes())

    def test_to_a_folder(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Each input keeps its name; the suffix follows the format, and the folder is made."""
        given = [make("a.json", [CLEAN]), make("sub/b.jsonl", ndjson(CLEAN)), make("c.txt", CLEAN)]
        ran = run("convert", *given, "-", "-o", f"{tmp_path}/new/out/", stdin=b"[]")
        run("convert", given[1], "-o", tmp_path / "new", "--output-format", "js")

        assert 0 == ran.code
        assert ["a.json", "b.jsonl", "c.txt.json", "stdin.json"] == sorted(
            each.name for each in (tmp_path / "new" / "out").iterdir()
        )
        assert (tmp_path / "new" / "b.js").read_text().startswith("export const items = [{")

    def test_several_inputs_of_lines_fit_one_file(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Lines can follow lines."""
        run("convert", make("a.ndjson", ndjson(CLEAN)), make("b.ndjson", ndjson(CLEAN)), "-o", tmp_path / "o")

        assert 2 * ndjson(VIEW).replace(b" ", b"") == (tmp_path / "o").read_bytes().replace(b" ", b"")

    @pytest.mark.parametrize(
        ("output_format", "expected"),
        [
            ("json", b'[{"title":"1"},null,{"title":"2"}]\n'),
            ("js", b'export const items = [{"title":"1"},null,{"title":"2"}];\n'),
            ("ndjson", b'{"title":"1"}\nnull\n{"title":"2"}\n'),
        ],
    )
    def test_lines_in_any_format(self, run: Run, output_format: str, expected: bytes) -> None:
        """One value for one line, null where there is none."""
        ran = run(
            "convert",
            *("--from", "velo", "--to", "velo", "--input-format", "ndjson", "--output-format", output_format),
            stdin=b'{"title":"1"}\n{\n\n{"title":"2"}',
        )

        assert expected == ran.out

    @pytest.mark.parametrize(
        ("target", "words"),
        [
            ("no/such/out.json", "no such file or directory"),
            ("folder/x", "folder"),
            ("input.json/", "exists"),
        ],
    )
    def test_what_cannot_be_written(
        self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch, target: str, words: str
    ) -> None:
        """One sentence and exit code 2."""
        path = make("input.json", [CLEAN])
        monkeypatch.chdir(path.parent)
        make("folder/x/y.json", [])
        option = "--report" if target == "folder/x" else "-o"
        ran = run("convert", path, option, target)

        assert 2 == ran.code
        assert words in ran.err
        assert 1 == len(ran.err.splitlines())

    def test_proto_keys_are_safe_in_javascript(self, run: Run) -> None:
        """A computed key sets no prototype."""
        ran = run(
            "convert", "--to", "velo", "--output-format", "js", stdin=b'{"type":"IMAGE","__proto__":{}}'
        )

        assert b'["__proto__"]:{}' in ran.out


class TestLines:
    """NDJSON."""

    def test_one_line_for_one_line(self, run: Run, make: Make) -> None:
        """What has no counterpart or cannot be read is null, and never a stop."""
        given = make("a.ndjson", ndjson(CLEAN, TEXT) + b'\n{"cut": \n\xff\n5\n' + ndjson(BROKEN, [CLEAN]))
        ran = run("convert", given)

        assert (1, [VIEW, None, None, None, None, None, [VIEW]]) == (ran.code, ran.lines)

    def test_findings_say_their_line(self, run: Run, make: Make, tmp_path: Path) -> None:
        """The pointer is into the line's value; blank lines count."""
        given = make("a.ndjson", ndjson(LINKED) + b"\n{\n" + ndjson([CLEAN, LINKED]))
        run("convert", given, "--report", tmp_path / "r.jsonl")
        rows = [json.loads(line) for line in (tmp_path / "r.jsonl").read_bytes().splitlines()]

        assert [("L102", 1, "/link/text"), ("R001", 3, ""), ("L102", 4, "/1/link/text")] == [
            (row["code"], row["line"], row["pointer"]) for row in rows
        ]
        assert {str(given)} == {row["file"] for row in rows}

    def test_unreadable_lines_are_kept(self, run: Run, make: Make, tmp_path: Path) -> None:
        """A reject names file and line, and holds the text."""
        given = make("a.ndjson", ndjson(CLEAN) + b'{"cut": "caf\xe9\n' + ndjson([CLEAN, BROKEN]))
        run("convert", given, "--rejects", tmp_path / "rejects")
        rows = [json.loads(line) for line in (tmp_path / "rejects").read_bytes().splitlines()]

        assert [
            {"input": f"{given}:2", "pointer": "", "codes": ["R001"], "item": '{"cut": "caf\\xe9'},
            {"input": f"{given}:3", "pointer": "/1", "codes": ["M101"], "item": BROKEN},
        ] == rows
        assert all(schemas.validator("reject").is_valid(row) for row in rows)

    def test_what_is_odd_about_the_stream_is_said_once(self, run: Run, tmp_path: Path) -> None:
        """UTF-16, as PowerShell writes it, is read with a warning on the first line."""
        stdin = ndjson(CLEAN, CLEAN).decode().encode("utf-16")
        ran = run("convert", "--input-format", "ndjson", "--report", tmp_path / "r.jsonl", stdin=stdin)
        rows = [json.loads(line) for line in (tmp_path / "r.jsonl").read_bytes().splitlines()]

        assert [VIEW, VIEW] == ran.lines
        assert [("R001", "warning", 1)] == [(row["code"], row["severity"], row["line"]) for row in rows]

    def test_a_stream_that_breaks_off_ends_well(self, run: Run) -> None:
        """What was read is written whole, the rest is unreadable input."""
        stdin = ndjson(CLEAN).decode().encode("utf-16") + b"\x00"
        ran = run("convert", "--input-format", "ndjson", "--output-format", "json", stdin=stdin)

        assert (2, [VIEW]) == (ran.code, ran.data)
        assert "<stdin>: error R001" in ran.err

    def test_nothing_in_is_nothing_out(self, run: Run, make: Make, tmp_path: Path) -> None:
        """An empty file of lines is valid, and makes an empty file."""
        ran = run("convert", make("a.ndjson", b""), "-o", tmp_path / "out.ndjson")

        assert (0, b"") == (ran.code, (tmp_path / "out.ndjson").read_bytes())


class TestBadInput:
    """What cannot be read."""

    @pytest.mark.parametrize(
        ("content", "place"),
        [
            (b"", ""),
            (b" \n", ""),
            (b'{"items": [', ":1:12"),
            (b'{\n "title": "caf\xe9"}', ":2:15"),
            (b"[" * 10_000 + b"]" * 10_000, ":1:201"),
            (b"[" * 1_000_000, ":1:201"),
            (b"1" * 5_000, ":1:1"),
            (b"<html>", ":1:1"),
            (b"[1,]", ":1:3"),
            (b"\xff\xfe[\x00\x00", ":1:2"),
            (b"5", ""),
            (b"null", ""),
            (b'"text"', ""),
            (b"{}", ""),
            (b'{"colour": "red"}', ""),
        ],
    )
    def test_one_clear_line(self, run: Run, make: Make, content: bytes, place: str) -> None:
        """File, line and column, code and remedy on one line; exit code 2; no data."""
        path = make("bad.json", content)
        ran = run("convert", path)

        assert (2, b"", 1) == (ran.code, ran.out, len(ran.err.splitlines()))
        assert ran.err.startswith(f"{path}{place}: error R00")

    @pytest.mark.parametrize(
        ("name", "words"), [("missing.json", "no such file"), ("folder", "it is a folder")]
    )
    def test_files_that_cannot_be_opened(self, run: Run, make: Make, name: str, words: str) -> None:
        """The reason is said, without a traceback."""
        folder = make("folder/a.json", b"[]").parent.parent
        ran = run("convert", folder / name)

        assert (2, b"") == (ran.code, ran.out)
        assert ran.err.startswith(f"{folder / name}: error R007")
        assert words in ran.err

    def test_a_file_that_breaks_off(self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        """What cannot be read any further is unreadable; what came before is written."""

        class Failing(io.BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                if data := super().read(size):
                    return data
                raise OSError(5, "Input/output error")

            readline = __next__ = read  # type: ignore[assignment]

        given = make("a.ndjson", b"")
        monkeypatch.setattr(inputs, "open", lambda *_: Failing(ndjson(CLEAN)), raising=False)
        ran = run("convert", given)

        assert (2, [VIEW]) == (ran.code, ran.lines)
        assert "The input cannot be read: input/output error." in ran.err

    def test_what_overflows_the_stack_is_told(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """No depth, however it got past the reader, ends in a traceback."""

        def overflow(*_: object, **__: object) -> None:
            raise RecursionError

        monkeypatch.setattr("gallery_lens.api.convert_as", overflow)
        ran = run("convert", stdin=b"[]")

        assert 2 == ran.code
        assert "nested too deeply" in ran.err

    def test_other_inputs_go_on(self, run: Run, make: Make, tmp_path: Path) -> None:
        """An unreadable input costs no other one, and is in the report."""
        report = tmp_path / "r.json"
        ran = run(
            *("convert", "missing.json", make("b.json", [CLEAN]), make("c.json", b"{"), "--report", report),
            *("--output-format", "ndjson"),
        )
        rows = json.loads(report.read_bytes())["diagnostics"]

        assert (2, [VIEW]) == (ran.code, ran.lines)
        assert [("missing.json", None), (str(tmp_path / "c.json"), 2)] == [
            (row["file"], row.get("column")) for row in rows
        ]

    def test_no_file_is_made_for_what_cannot_be_read(self, run: Run, make: Make, tmp_path: Path) -> None:
        """What stood at -o stays."""
        out = make("out.json", b"as it was")
        ran = run("convert", make("bad.json", b"{"), "-o", out)

        assert (2, b"as it was") == (ran.code, out.read_bytes())
        assert ["bad.json", "out.json"] == sorted(each.name for each in tmp_path.iterdir())

    @pytest.mark.parametrize(
        ("content", "found"),
        [
            (b"\xef\xbb\xbf[]", [("R001", "info")]),
            ("[]".encode("utf-16"), [("R001", "warning")]),
            (ndjson([{**CLEAN, "title": "cut \ud83d"}]), [("R001", "warning")]),
            (b'[{"type":"IMAGE","image":{"imageInfo":"%s"},"sortOrder":1e400}]' % PICTURE.encode(), None),
        ],
    )
    def test_what_is_merely_odd_is_converted(
        self, run: Run, make: Make, tmp_path: Path, content: bytes, found: list[tuple[str, str]] | None
    ) -> None:
        """Marks, encodings and lone surrogates are told, and the data are valid UTF-8."""
        ran = run("convert", make("odd.json", content), "--report", tmp_path / "r.json")
        rows = json.loads((tmp_path / "r.json").read_bytes())["diagnostics"]

        assert ran.code == 0
        assert isinstance(json.loads(ran.out.decode()), list)
        assert found is None or found == [(row["code"], row["severity"]) for row in rows]

    def test_strange_file_names_are_shown_harmlessly(self, run: Run, make: Make, tmp_path: Path) -> None:
        """A name that is not UTF-8 or would clear the screen is spelled out, and reported validly."""
        path = make("\x1b[2J\udcff.json", [LINKED])
        ran = run("convert", path, "--report", tmp_path / "r.json")

        assert "\\x1b[2J\\udcff.json" in ran.err
        assert str(path) == json.loads((tmp_path / "r.json").read_bytes().decode())["diagnostics"][0]["file"]


class TestExitCodes:
    """0, 1 and 2."""

    @pytest.mark.parametrize(
        ("item", "threshold"), [(CLEAN, None), (TAGGED, "info"), (LINKED, "warning"), (BROKEN, "error")]
    )
    @pytest.mark.parametrize("fail_on", ["error", "warning", "info", "never"])
    def test_fail_on(self, run: Run, item: dict[str, Any], threshold: str | None, fail_on: str) -> None:
        """1 if something at least as bad is found."""
        ranks = ["error", "warning", "info", "never"]
        expected = (
            threshold is not None and fail_on != "never" and ranks.index(threshold) <= ranks.index(fail_on)
        )

        assert int(expected) == run("convert", "--fail-on", fail_on, stdin=ndjson([item])).code

    @pytest.mark.parametrize(("item", "code"), [(LINKED, 0), (BROKEN, 1)])
    def test_errors_alone_fail_by_default(self, run: Run, item: dict[str, Any], code: int) -> None:
        """Losses are no failure unless asked for."""
        assert code == run("convert", stdin=ndjson([item])).code

    @pytest.mark.parametrize("item", [TAGGED, LINKED, BROKEN])
    @pytest.mark.parametrize("to_file", [True, False])
    def test_strict_writes_no_data_on_failure(
        self, *, run: Run, make: Make, tmp_path: Path, item: dict[str, Any], to_file: bool
    ) -> None:
        """Neither standard output nor a file; the report is written all the same."""
        good, bad = make("good.json", [CLEAN]), make("bad.json", [item])
        output = ["-o", f"{tmp_path}/out/"] if to_file else ["--output-format", "ndjson"]
        ran = run("convert", good, bad, "--strict", "--report", tmp_path / "r.json", *output)

        assert (1, b"") == (ran.code, ran.out)
        assert "--strict" in ran.err
        assert [] == list((tmp_path / "out").glob("*"))
        assert json.loads((tmp_path / "r.json").read_bytes())["diagnostics"]

    def test_strict_writes_what_is_clean(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Without findings there is no difference."""
        ran = run("convert", "--strict", stdin=ndjson([CLEAN]))
        run("convert", "--strict", make("a.json", [CLEAN]), "-o", tmp_path / "out.json")

        assert (0, [VIEW]) == (ran.code, ran.data)
        assert [VIEW] == json.loads((tmp_path / "out.json").read_bytes())

    def test_strict_and_unreadable(self, run: Run, make: Make) -> None:
        """An unreadable input is a failure as well."""
        ran = run("convert", "--strict", make("a.json", [CLEAN]), "missing.json")

        assert (2, b"") == (ran.code, ran.out)


class TestReports:
    """What programs are told."""

    @pytest.mark.parametrize(
        ("name", "arguments", "form"),
        [
            ("r.json", [], "json"),
            ("r.jsonl", [], "jsonl"),
            ("r.ndjson", [], "jsonl"),
            ("r.txt", [], "json"),
            ("r.json", ["--report-format", "jsonl"], "jsonl"),
            ("r.jsonl", ["--report-format", "json"], "json"),
        ],
    )
    def test_format_by_suffix_or_option(
        self, *, run: Run, tmp_path: Path, name: str, arguments: list[str], form: str
    ) -> None:
        """The suffix decides, the option overrides."""
        run("convert", "--report", tmp_path / name, *arguments, stdin=ndjson([LINKED, BROKEN]))
        text = (tmp_path / name).read_bytes()
        rows = json.loads(text)["diagnostics"] if form == "json" else list(map(json.loads, text.splitlines()))

        assert ["L102", "M101"] == codes(rows)
        assert all(schemas.validator("diagnostic").is_valid(row) for row in rows)

    def test_the_json_report_validates(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Counts and findings of all inputs, in order, in one document."""
        given = [make("a.json", [CLEAN, LINKED, TEXT]), make("b.ndjson", ndjson(BROKEN, SORTED) + b"{\n")]
        run("convert", "--from", "velo", *given, "--report", tmp_path / "r.json", "-o", f"{tmp_path}/out/")
        report = json.loads((tmp_path / "r.json").read_bytes())

        assert [] == list(schemas.validator("report").iter_errors(report))
        assert {
            "items": 6,
            "converted": 3,
            "rejected": 2,
            "errors": 2,
            "warnings": 2,
            "infos": 1,
            "lossless": False,
            "leaves": {
                "kept": 3,
                "moved": 4,
                "transformed": 3,
                "implied": 0,
                "ignored": 0,
                "sidecar": 0,
                "dropped": 8,
            },
        } == report["summary"]
        assert ["L102", "L101", "M101", "L123", "R001"] == codes(report["diagnostics"])

    def test_the_ledger_has_a_row_for_every_value(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Rows name the input and its line, and say where a value went."""
        given = make("b.ndjson", ndjson(LINKED))
        run("convert", "--from", "velo", given, "--ledger", tmp_path / "l.ndjson")
        rows = [json.loads(line) for line in (tmp_path / "l.ndjson").read_bytes().splitlines()]

        assert {f"{given}:1"} == {row["input"] for row in rows}
        assert [{"input": f"{given}:1", "pointer": "/link/text", "fate": "dropped", "code": "L102"}] == [
            row for row in rows if row["fate"] == "dropped"
        ]

    def test_a_report_of_nothing(self, run: Run, tmp_path: Path) -> None:
        """It is written, and says that nothing was lost."""
        run("convert", "--report", tmp_path / "r.json", "--rejects", tmp_path / "x", stdin=ndjson([CLEAN]))
        report = json.loads((tmp_path / "r.json").read_bytes())

        assert (True, []) == (report["summary"]["lossless"], report["diagnostics"])
        assert b"" == (tmp_path / "x").read_bytes()

    def test_rejects_hold_items_whole(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Input, pointer, codes and the item as it was given."""
        given = make("a.json", {"items": [CLEAN, BROKEN]})
        run("convert", given, "--rejects", tmp_path / "rejects.ndjson")

        assert {"input": str(given), "pointer": "/items/1", "codes": ["M101"], "item": BROKEN} == json.loads(
            (tmp_path / "rejects.ndjson").read_bytes()
        )

    def test_the_report_may_go_to_standard_output(self, run: Run, tmp_path: Path) -> None:
        """If the data do not."""
        ran = run("convert", "-o", tmp_path / "o.json", "--report", "-", stdin=ndjson([LINKED]))

        assert ["L102"] == codes(ran.data["diagnostics"])

    def test_same_input_same_bytes(self, run: Run, make: Make, tmp_path: Path) -> None:
        """Data, report and account depend on nothing else."""
        given = make("a.json", [SORTED, LINKED, TEXT, BROKEN])
        first = run("convert", given, "--report", tmp_path / "1.json")
        second = run("convert", given, "--report", tmp_path / "2.json")

        assert first == second
        assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


class TestAccount:
    """What people are told."""

    def test_grouped_and_summed_up(self, run: Run) -> None:
        """Items, groups and verdict; on standard error."""
        err = run("convert", "--from", "velo", stdin=ndjson([LINKED] * 5 + [TEXT, CLEAN])).err

        assert "<stdin> (velo to frontend)\n7 items: 6 converted, 1 left out as text\n" in err
        assert "L102 link-text-dropped, 5 times" in err
        assert "... and 2 more" in err
        assert "6 warnings" in err
        assert "--report FILE" in err

    def test_rejects_are_pointed_out(self, run: Run, tmp_path: Path) -> None:
        """Whoever did not ask for rejects learns how to keep them."""
        assert "--rejects FILE" in run("convert", stdin=ndjson([BROKEN])).err
        kept = run("convert", "--rejects", tmp_path / "x", stdin=ndjson([BROKEN]))
        assert "--rejects FILE" not in kept.err

    def test_lossless(self, run: Run) -> None:
        """Said clearly."""
        assert "Nothing was lost." in run("convert", stdin=ndjson([CLEAN])).err


class TestShow:
    """What the account lists."""

    @pytest.mark.parametrize(
        ("options", "listed"),
        [([], False), (["--show", "info"], True), (["--strict"], True), (["--fail-on", "info"], True)],
    )
    def test_infos_are_counted_unless_wanted(self, run: Run, options: list[str], listed: bool) -> None:
        """They are bookkeeping, until they make the run fail."""
        ran = run("convert", *options, stdin=ndjson([TAGGED, LINKED]))

        assert "L102 link-text-dropped" in ran.err
        assert (listed, not listed) == (
            "L120 tags-dropped" in ran.err,
            "1 finding, listed with --show info" in ran.err,
        )


class TestWrongInputs:
    """What people give by mistake is named for what it is."""

    FAILED: ClassVar[dict[str, Any]] = {
        "message": "Gallery not found",
        "details": {"applicationError": {"code": "GALLERY_NOT_FOUND"}},
    }

    @pytest.mark.parametrize("source", ["auto", "velo", "rest", "frontend"])
    @pytest.mark.parametrize("command", ["convert", "lint"])
    def test_the_answer_of_a_call_that_failed(self, run: Run, make: Make, command: str, source: str) -> None:
        """Whatever dialect is named, with the words of the answer."""
        ran = run(command, make("a.json", self.FAILED), "--from", source)

        assert 2 == ran.code
        assert "R008 failed-answer" in (said := ran.err + ran.out.decode())
        assert "Gallery not found (GALLERY_NOT_FOUND)" in " ".join(said.split())

    def test_an_answer_that_does_not_say_why(self, run: Run) -> None:
        """Is named for what it is all the same."""
        assert (
            "not a gallery. It does not say why."
            in run("convert", stdin=b'{"message": "", "details": {}}').err
        )

    def test_an_answer_that_failed_costs_its_line_only(self, run: Run) -> None:
        """The others are converted."""
        ran = run("convert", "--input-format", "ndjson", stdin=ndjson([CLEAN], self.FAILED, [CLEAN]))

        assert (1, [[VIEW], None, [VIEW]]) == (ran.code, ran.lines)

    @pytest.mark.parametrize("keys", [{"message": "m"}, {"details": {}}, {"message": 1, "details": {}}])
    def test_other_objects_are_not_taken_for_one(self, run: Run, keys: dict[str, Any]) -> None:
        """Both keys belong to it."""
        assert "R008" not in run("convert", stdin=ndjson(keys)).err

    @pytest.mark.parametrize(
        ("named", "item", "likely"),
        [("velo", VIEW, "frontend"), ("frontend", CLEAN, "velo"), ("component", CLEAN, "velo")],
    )
    @pytest.mark.parametrize("count", [1, 2000])
    def test_the_wrong_dialect(
        self, *, run: Run, named: str, item: dict[str, Any], likely: str, count: int
    ) -> None:
        """The right one is named once, however large the document is."""
        ran = run("convert", "--from", named, "--to", "rest", stdin=ndjson([item] * count))

        assert 1 == ran.err.count(f"This looks like {likely}, and is read as {named}.")

    @pytest.mark.parametrize("item", [CLEAN, {"itemId": "a", "mediaUrl": "a.jpg"}])
    def test_the_wrong_dialect_that_is_written(self, run: Run, item: dict[str, Any]) -> None:
        """In its own dialect an item without a medium is no refusal, but the name is as wrong."""
        assert "and is read as frontend" in run("convert", "--from", "frontend", stdin=ndjson([item])).err

    def test_a_broken_item_of_the_right_dialect(self, run: Run) -> None:
        """It looks like what it is."""
        assert "R009" not in run("convert", "--from", "velo", stdin=ndjson([BROKEN, CLEAN])).err

    def test_a_file_that_is_missing(self, run: Run, make: Make) -> None:
        """It is not JSON of some kind."""
        folder = make("a.json", [CLEAN]).parent

        assert "error R007 unreadable-input: The input cannot be read: no such file" in (
            run("convert", "missing.json").err
        )
        assert f"it is a folder: name its files, such as {folder}/*.json" in run("convert", folder).err
