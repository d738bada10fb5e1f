"""The hooks, the action and the page about them: sound, and safe to feed with anybody's names."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checkout import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
PAGE = (ROOT / "docs" / "preflight.md").read_text("utf-8")

#: A command that notes its arguments, one a line and runs apart by a blank one, and ends as it is told.
STAND_IN = """#!/bin/sh
printf '%s\\n' "$@" "" >> "$NOTES"
case "$*" in *--exit-zero*) exit "${SARIF_STATUS:-0}" ;; *) exit "${LINT_STATUS:-0}" ;; esac
"""


def check(*arguments: object) -> None:
    """Run a module of Python, which has to be content."""
    ran = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert 0 == ran.returncode, ran.stdout


def snippet(comment: str, tmp_path: Path) -> Path:
    """Write the example of the page that begins with the name of a file into that file."""
    (found,) = re.findall(rf"^```yaml\n# {re.escape(comment)}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    path = tmp_path / Path(comment).name
    path.write_text(found)
    return path


class TestHooks:
    """What pre-commit reads."""

    def test_pre_commit_takes_the_manifest(self) -> None:
        """Every key is known and every value right."""
        check("pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")

    def test_one_hook_looks_and_one_fixes(self) -> None:
        """Their names are what configurations say."""
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

        assert {"gallery-lens": "gallery-lens lint", "gallery-lens-fix": "gallery-lens lint --fix"} == {
            hook["id"]: hook["entry"] for hook in hooks
        }

    @pytest.mark.parametrize(
        ("name", "taken"),
        [("a.json", True), ("b/c.ndjson", True), ("d.jsonl", True), ("e.json5", False), ("json", False)],
    )
    def test_hooks_take_what_can_be_read(self, name: str, taken: bool) -> None:
        """By the suffix, as the command does."""
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

        assert [taken] * 2 == [bool(re.search(hook["files"], name)) for hook in hooks]


class TestPage:
    """Every example of the page is what its reader takes."""

    def test_the_workflow_is_one(self, tmp_path: Path) -> None:
        """By the schema that editors use."""
        path = snippet(".github/workflows/galleries.yml", tmp_path)

        check("check_jsonschema", "--builtin-schema", "vendor.github-workflows", path)

    def test_the_workflow_gives_inputs_that_there_are(self, tmp_path: Path) -> None:
        """A misspelt one would be ignored."""
        workflow = yaml.safe_load(snippet(".github/workflows/galleries.yml", tmp_path).read_text())

        assert set(workflow["jobs"]["preflight"]["steps"][1]["with"]) <= set(ACTION["inputs"])

    def test_the_gitlab_job_is_one(self, tmp_path: Path) -> None:
        """By the schema that editors use."""
        path = snippet(".gitlab-ci.yml", tmp_path)

        check(
            "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", path
        )

    def test_pre_commit_takes_the_configuration(self, tmp_path: Path) -> None:
        """Its hooks are those of the manifest."""
        path = snippet(".pre-commit-config.yaml", tmp_path)
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

        check("pre_commit", "validate-config", path)
        assert {hook["id"] for hook in hooks} == {
            hook["id"] for hook in yaml.safe_load(path.read_text())["repos"][0]["hooks"]
        }

    def test_every_input_has_its_row(self) -> None:
        """And no row is about one that is gone."""
        rows = re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)

        assert list(ACTION["inputs"]) == rows


class TestAction:
    """What GitHub reads, and what its shell makes of it."""

    def test_github_takes_the_action(self) -> None:
        """By the schema that editors use."""
        check("check_jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")

    def test_no_input_is_written_into_a_script(self) -> None:
        """Whoever names a file would otherwise run commands."""
        assert not any("${{" in step.get("run", "") for step in STEPS)

    def test_every_input_is_used(self) -> None:
        """And no step asks for one that there is not."""
        used = set(re.findall(r"\binputs\.([a-z-]+)", str(STEPS)))

        assert used == set(ACTION["inputs"])


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., tuple[int, list[list[str]], str]]:
    """Run the step that looks at galleries, with a stand-in for the command, in a folder with some files."""
    checkout = tmp_path / "checkout"
    for name in ("a.json", "b c.json", "deep/er/d.json", "x[1].json", "-o.json"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).touch()
    command, notes = tmp_path / "gallery-lens", tmp_path / "notes"
    command.write_text(STAND_IN)
    command.chmod(0o755)
    (step,) = (each for each in STEPS if "PATHS" in each.get("env", {}))
    script = tmp_path / "script"
    script.write_text(step["run"])

    def run(**given: str) -> tuple[int, list[list[str]], str]:
        inputs = {**dict.fromkeys(step["env"], ""), "COMMAND": str(command), **given}
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=checkout,
            env={**os.environ, **inputs, "NOTES": str(notes)},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        runs = notes.read_text().split("\n\n")[:-1] if notes.exists() else []
        return ran.returncode, [each.split("\n") for each in runs], ran.stdout

    return run


class TestStep:
    """The script of the action, run as GitHub runs it."""

    @pytest.mark.parametrize(
        ("paths", "files"),
        [
            ("a.json", ["a.json"]),
            ("*.json", ["-o.json", "a.json", "b c.json", "x[1].json"]),
            ("b c.json\na.json\n", ["b c.json", "a.json"]),
            ("deep/**/*.json", ["deep/er/d.json"]),
            ("x[1].json", ["x[1].json"]),
            ("a.json\nnone*.json", ["a.json"]),
        ],
    )
    def test_paths_lead_to_files(self, look: Any, paths: str, files: list[str]) -> None:
        """One a line; blanks belong to the name, and a name is never taken for an option."""
        assert (0, [["lint", "--output-format", "github", "--", *files]], "") == look(PATHS=paths)

    @pytest.mark.parametrize("paths", ["", "\n", "none*.json"])
    def test_no_file_is_an_error(self, look: Any, paths: str) -> None:
        """Rather than waiting for standard input, or success."""
        code, runs, said = look(PATHS=paths)

        assert (2, []) == (code, runs)
        assert said.startswith("::error ")

    def test_a_name_that_does_not_exist_is_for_the_command_to_say(self, look: Any) -> None:
        """It says which, and what else it found."""
        _, runs, _ = look(PATHS="none.json\na.json")

        assert ["none.json", "a.json"] == runs[0][-2:]

    def test_inputs_become_options(self, look: Any) -> None:
        """SARIF first, of everything; then the annotations, which decide."""
        code, runs, _ = look(
            PATHS="a.json", TO="velo", FAIL_ON="error", CONFIG="c.toml", BASELINE="b", SARIF_FILE="s"
        )
        given = ["lint", "--to", "velo", "--fail-on", "error", "--config", "c.toml", "--baseline", "b"]

        assert 0 == code
        assert [
            [*given, "--exit-zero", "--output-format", "sarif", "-o", "s", "--", "a.json"],
            [*given, "--output-format", "github", "--", "a.json"],
        ] == runs

    @pytest.mark.parametrize("name", ["PATHS", "TO", "FAIL_ON", "CONFIG", "BASELINE", "SARIF_FILE"])
    def test_inputs_are_not_run(self, look: Any, tmp_path: Path, name: str) -> None:
        """Whatever they say, it is an argument."""
        odd = "$(touch gone); `touch gone` \"; touch gone; ' && touch gone # a.json"
        _, runs, _ = look(**{"PATHS": "a.json", name: odd})

        assert odd in runs[0]
        assert not (tmp_path / "checkout" / "gone").exists()

    @pytest.mark.parametrize(
        ("sarif", "lint", "code"), [("0", "1", 1), ("2", "0", 2), ("2", "1", 1), ("0", "0", 0)]
    )
    def test_the_step_fails_with_the_command(self, look: Any, sarif: str, lint: str, code: int) -> None:
        """With either of its runs, and annotations are written in any case."""
        status, runs, _ = look(PATHS="a.json", SARIF_FILE="s", SARIF_STATUS=sarif, LINT_STATUS=lint)

        assert (code, 2) == (status, len(runs))
