"""``gallery-lens lint``: which findings are told, by options and by config files."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gallery_lens as gl
from command import BROKEN, LINKED, SORTED, TEXT, Ran, Run

Make = Callable[[str, Any], Path]

#: L101, L102, L123 and M101.
ITEMS = [LINKED, SORTED, TEXT, BROKEN]
SAID = ("--output-format", "jsonl", "--from", "velo")


def codes(ran: Ran) -> list[str]:
    """Return the codes of what a jsonl report says, in order."""
    return [row["code"] for row in ran.lines]


class TestOptions:
    """What the command line chooses."""

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ((), ["O104", "L102", "L123", "L101", "M101"]),
            (("--select", "L1"), ["L102", "L123", "L101"]),
            (("--select", "L101,media-missing"), ["L101", "M101"]),
            (("--select", "L101", "--select", "L102"), ["L102", "L101"]),
            (("--ignore", "L"), ["O104", "M101"]),
            (("--select", "L", "--ignore", "L101"), ["L102", "L123"]),
            (("--select", "M", "--extend-select", "sort-order-dropped"), ["L123", "M101"]),
        ],
    )
    def test_rules(self, run: Run, make: Make, options: tuple[str, ...], expected: list[str]) -> None:
        """By code, name and family, with commas or one by one."""
        ran = run("lint", make("a.json", ITEMS), *SAID, *options)

        assert expected == codes(ran)

    def test_what_is_not_wanted_is_no_reason_to_fail(self, run: Run, make: Make) -> None:
        """The exit code goes by what is told."""
        assert 0 == run("lint", make("a.json", ITEMS), "--ignore", "L1,M101,O104").code

    def test_an_unknown_rule_is_wrong_usage(self, run: Run, make: Make) -> None:
        """With what comes closest, by code and name."""
        ran = run("lint", make("a.json", ITEMS), "--ignore", "link-text-droped")

        assert 2 == ran.code
        assert (
            "--ignore: there is no rule 'link-text-droped'; did you mean L102 (link-text-dropped)?" in ran.err
        )

    def test_a_selection_of_nothing_is_wrong_usage(self, run: Run, make: Make) -> None:
        """A variable that is empty would let everything pass."""
        ran = run("lint", make("a.json", ITEMS), "--select", "")

        assert (2, True) == (ran.code, "--select names no rule: say ALL, or leave it out." in ran.err)

    @pytest.mark.parametrize("content", [b"[", b"5"])
    def test_why_nothing_could_be_read_is_always_told(self, run: Run, make: Make, content: bytes) -> None:
        """No option makes a file without gallery a good one."""
        ran = run("lint", make("a.json", content), "--ignore", "ALL", "--output-format", "jsonl")

        assert (2, 1) == (ran.code, len(ran.lines))


class TestConfig:
    """What config files choose."""

    def test_everything_a_file_may_say(self, run: Run, make: Make) -> None:
        """Dialects, rules, severities, format and threshold."""
        make(
            "gallery-lens.toml",
            b"""
            from = "velo"
            to = "frontend"
            select = ["L"]
            ignore = ["L123"]
            output-format = "jsonl"
            fail-on = "error"
            severity = {L102 = "info"}
            per-file-ignores = {"b.*" = ["L101"]}
            """,
        )

        ran = run("lint", make("a.json", ITEMS), make("b.json", ITEMS))

        said = [(Path(row["file"]).name, row["code"], row["severity"]) for row in ran.lines]
        assert 0 == ran.code
        assert [("a.json", "L102", "info"), ("a.json", "L101", "warning"), ("b.json", "L102", "info")] == said

    def test_the_command_line_counts_more(self, run: Run, make: Make) -> None:
        """Option by option."""
        make(
            "pyproject.toml", b'[tool.gallery-lens]\nselect = ["M"]\noutput-format = "json"\nmax-warnings = 9'
        )

        ran = run("lint", make("a.json", ITEMS), *SAID, "--select", "L", "--max-warnings", "0")

        assert (1, ["L102", "L123", "L101"]) == (ran.code, codes(ran))

    def test_the_form_of_a_page(self, run: Run, make: Make) -> None:
        """The viewer's has text items; the command line may say otherwise."""
        make("gallery-lens.toml", b'profile = "viewer"')

        said = [
            codes(run("lint", make("a.json", [TEXT]), *SAID, *more))
            for more in ([], ["--profile", "documented"])
        ]
        assert [["S010"], ["L101"]] == [[code for code in each if code in ("S010", "L101")] for each in said]

    def test_severities_count_for_the_exit_code(self, run: Run, make: Make) -> None:
        """A warning that is taken for an info is one."""
        make("gallery-lens.toml", b'severity = {ALL = "info"}')

        assert [0, 1] == [
            run("lint", make("a.json", ITEMS), "--fail-on", bar).code for bar in ("warning", "info")
        ]

    def test_warnings_that_may_pass(self, run: Run, make: Make) -> None:
        """As many as the file says."""
        make("gallery-lens.toml", b"max-warnings = 1")

        assert [0, 1] == [
            run("lint", make("a.json", items), "--from", "velo").code for items in ([LINKED], [LINKED, TEXT])
        ]

    def test_each_file_goes_by_its_nearest(self, run: Run, make: Make) -> None:
        """Rules and dialects hold file by file, the rest goes by what all share."""
        make("gallery-lens.toml", b'ignore = ["L"]\noutput-format = "jsonl"')
        make("b/gallery-lens.toml", b'ignore = ["M"]\noutput-format = "json"')

        ran = run("lint", make("a.json", ITEMS), make("b/b.json", ITEMS), "--from", "velo")

        said = [(Path(row["file"]).name, row["code"]) for row in ran.lines]
        of_b = [("b.json", code) for code in ("O104", "L102", "L123", "L101")]
        assert [("a.json", "O104"), ("a.json", "M101"), *of_b] == said

    def test_standard_input_goes_by_where_it_is_said_to_be(
        self, run: Run, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The folder that the command runs in, or that of the name given."""
        monkeypatch.chdir(make("x/gallery-lens.toml", b'select = ["M"]').parent)
        make("y/gallery-lens.toml", b'select = ["L101"]')
        text = json.dumps(ITEMS).encode()

        unnamed = run("lint", *SAID, stdin=text)
        named = run("lint", *SAID, "--stdin-filename", "../y/a.json", stdin=text)

        assert [["M101"], ["L101"]] == [codes(unnamed), codes(named)]

    def test_nothing_is_loaded_for_what_is_not_there(self, make: Make) -> None:
        """Without a config file nothing is imported to read or check one."""
        script = (
            "import sys; from gallery_lens.cli import main; main(['lint', *sys.argv[1:]]);"
            "print({'tomllib', 'jsonschema'} & set(sys.modules))"
        )
        folder = make("a.json", [LINKED]).parent
        environment = os.environ | {"PYTHONPATH": str(Path(gl.__file__).parents[1])}
        command = [sys.executable, "-c", script, "a.json", "-o", "said"]

        ran = subprocess.run(command, capture_output=True, check=True, cwd=folder, env=environment)

        assert b"set()" == ran.stdout.strip()

    def test_a_file_that_is_named(self, run: Run, make: Make) -> None:
        """``--config`` leaves all others aside."""
        make("gallery-lens.toml", b'select = ["L"]')
        config = make("x/mine.toml", b'select = ["M"]')

        assert ["M101"] == codes(run("lint", make("a.json", ITEMS), *SAID, "--config", config))

    def test_a_broken_one_is_wrong_usage(self, run: Run, make: Make) -> None:
        """One sentence, before anything is written; a broken one below is found as well."""
        make("b/gallery-lens.toml", b"to = ")
        make("b/b.json", ITEMS)

        ran = run("lint", make("a.json", ITEMS).parent)

        assert (2, b"") == (ran.code, ran.out)
        assert "gallery-lens.toml is no TOML: line 1, column 6: invalid value.\n" in ran.err
        assert "Usage" not in ran.err

    def test_folders_are_walked_without_what_is_excluded(self, run: Run, make: Make) -> None:
        """Neither folders nor files; what is named is read all the same."""
        make("gallery-lens.toml", b'exclude = ["old", "raw/*.json"]\nselect = ["M"]')
        for name in ("a.json", "old/b.json", "raw/c.json", "raw/d.jsonl"):
            folder = make(name, [BROKEN]).parents[name.count("/")]
        make("old/gallery-lens.toml", b"broken")

        ran = run("lint", folder, folder / "raw" / "c.json", *SAID)

        assert ["a.json", "d.jsonl", "c.json"] == [Path(row["file"]).name for row in ran.lines]
