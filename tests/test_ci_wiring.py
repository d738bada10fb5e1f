"""The hooks, the action and the page about them: sound, and safe to feed with anybody's names."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import gallery_lens as gl
from checkout import ROOT
from command import CLEAN, LINKED, TEXT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
PAGE = (ROOT / "docs" / "preflight.md").read_text("utf-8")

#: A Python that notes what it is asked to lint, one argument per line and runs apart by a blank one, and ends
#: as it is told; everything else is left to Python.
STAND_IN = f"""#!/bin/sh
case "$1" in -m) ;; *) exec "{sys.executable}" "$@" ;; esac
shift 2
printf '%s\\n' "$@" "" >> "$NOTES"
exit "${{LINT_STATUS:-0}}"
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

        strict = "--ignore-unknown --force-exclude"
        assert {
            "gallery-lens": f"gallery-lens lint {strict}",
            "gallery-lens-fix": f"gallery-lens lint --fix-only {strict}",
        } == {hook["id"]: hook["entry"] for hook in hooks}

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

    @pytest.mark.parametrize("kind", ["input", "output"])
    def test_everything_has_its_row(self, kind: str) -> None:
        """And no row is about an input or output that is gone."""
        table = PAGE.partition(f"| {kind} |")[2].partition("\n\n")[0]
        rows = [
            name
            for row in table.splitlines()
            for name in re.findall(r"`([a-z-]+)`", row.split("|")[1:2][-1:][0] if "|" in row else "")
        ]

        assert list(ACTION[f"{kind}s"]) == rows


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


Step = Callable[..., tuple[int, dict[str, str], str]]


@pytest.fixture
def step(tmp_path: Path) -> Step:
    """Run the step that lints, in a checkout; gives the exit code, the outputs and what is printed."""
    checkout = tmp_path / "checkout"
    checkout.mkdir(exist_ok=True)
    (found,) = (each for each in STEPS if "PATHS" in each.get("env", {}))
    script = tmp_path / "script"
    script.write_text(found["run"])

    def run(python: object, folder: str = "", **given: str) -> tuple[int, dict[str, str], str]:
        outputs = tmp_path / "outputs"
        outputs.write_text("")
        (tmp_path / "temp").mkdir(exist_ok=True)
        inputs = {**dict.fromkeys(found["env"], ""), "PYTHON": str(python), **given}
        surroundings = {"GITHUB_OUTPUT": str(outputs), "RUNNER_TEMP": str(tmp_path / "temp")}
        surroundings |= {"GITHUB_WORKSPACE": str(checkout), "PYTHONPATH": str(Path(gl.__file__).parents[1])}
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=checkout / folder,
            env={**os.environ, **surroundings, **inputs},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        written = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
        return ran.returncode, written, ran.stdout

    return run


@pytest.fixture
def look(tmp_path: Path, step: Step) -> Callable[..., tuple[int, list[list[str]], str]]:
    """Run the step with a stand-in for the command; gives its arguments in place of outputs."""
    python, notes = tmp_path / "python", tmp_path / "notes"
    python.write_text(STAND_IN)
    python.chmod(0o755)

    def run(**given: str) -> tuple[int, list[list[str]], str]:
        code, _, shown = step(python, NOTES=str(notes), **given)
        runs = notes.read_text().split("\n\n")[:-1] if notes.exists() else []
        return code, [each.split("\n") for each in runs], shown

    return run


def said(runs: list[list[str]]) -> list[str]:
    """Return the arguments of the only run, without those that every run has."""
    (only,) = runs
    always = ["lint", "--ignore-unknown", "--output-format", "github", "--report", "--report"]
    assert always == [*only[:5], only[6]]
    assert ["report.json", "report.sarif"] == [Path(only[at]).name for at in (5, 7)]
    return only[8:]


class TestStep:
    """The script of the action, run as GitHub runs it."""

    @pytest.mark.parametrize(
        ("paths", "files"),
        [
            ("a.json", ["a.json"]),
            ("*.json", ["*.json"]),
            ("b c.json\n\na.json\n", ["b c.json", "a.json"]),
            ("-o.json", ["-o.json"]),
        ],
    )
    def test_paths_lead_to_files(self, look: Any, paths: str, files: list[str]) -> None:
        """One a line; blanks belong to the name, a name is never an option, patterns are for the command."""
        code, runs, shown = look(PATHS=paths)

        assert (0, ["--", *files], "") == (code, said(runs), shown)

    @pytest.mark.parametrize("paths", ["", "\n"])
    def test_no_file_is_an_error(self, look: Any, paths: str) -> None:
        """Rather than waiting for standard input, or success."""
        code, runs, shown = look(PATHS=paths)

        assert (2, []) == (code, runs)
        assert shown.startswith("::error ")

    def test_inputs_become_options(self, look: Any) -> None:
        """In one run; those of ``args`` come last, quoted as in a shell."""
        code, runs, _ = look(
            PATHS="a.json",
            TO="velo",
            SELECT="L,M",
            FAIL_ON="error",
            CONFIG="c.toml",
            BASELINE="b",
            ARGS='--exclude "old drafts" \n--max-warnings 3',
        )
        given = [
            "--to",
            "velo",
            "--select",
            "L,M",
            "--fail-on",
            "error",
            "--config",
            "c.toml",
            "--baseline",
            "b",
        ]

        assert 0 == code
        assert [*given, "--exclude", "old drafts", "--max-warnings", "3", "--", "a.json"] == said(runs)

    @pytest.mark.parametrize("name", ["PATHS", "TO", "SELECT", "FAIL_ON", "CONFIG", "BASELINE", "SARIF_FILE"])
    def test_inputs_are_not_run(self, look: Any, tmp_path: Path, name: str) -> None:
        """Whatever they say, it is an argument."""
        odd = "$(touch gone); `touch gone` \"; touch gone; ' && touch gone # a.json"
        _, runs, _ = look(**{"PATHS": "a.json", name: odd})

        assert odd in runs[0] or name == "SARIF_FILE"
        assert not (tmp_path / "checkout" / "gone").exists()

    def test_further_options_are_not_run(self, look: Any, tmp_path: Path) -> None:
        """They are split as a shell does, and nothing else."""
        _, runs, _ = look(PATHS="a.json", ARGS="'$(touch gone)' ; touch gone")

        assert ["$(touch gone)", ";", "touch", "gone"] == said(runs)[:4]
        assert not (tmp_path / "checkout" / "gone").exists()

    @pytest.mark.parametrize("code", ["0", "1", "2", "3"])
    def test_the_step_fails_with_the_command(self, look: Any, code: str) -> None:
        """Whatever it was."""
        status, runs, _ = look(PATHS="a.json", LINT_STATUS=code)

        assert (int(code), 1) == (status, len(runs))


class TestGalleries:
    """The step, and the other examples of the page, on a repository whose gallery has warnings."""

    @pytest.fixture(autouse=True)
    def checkout(self, tmp_path: Path) -> Path:
        """A folder with such a gallery, and JSON of another kind."""
        folder = tmp_path / "checkout"
        (folder / "site" / "galleries").mkdir(parents=True, exist_ok=True)
        (folder / "site" / "galleries" / "a b.json").write_text(json.dumps([LINKED, TEXT, CLEAN]))
        (folder / "site" / "package.json").write_text('{"name": "site", "type": "module"}')
        return folder

    def run(self, step: Step, folder: str = "site", **given: str) -> tuple[int, dict[str, str], str]:
        """Run the step with the real command."""
        return step(sys.executable, folder, **{"PATHS": ".", "GITHUB_STEP_SUMMARY": "", **given})

    def test_outputs_count_the_findings(self, tmp_path: Path, step: Step) -> None:
        """Beside annotations, a report and SARIF whose paths begin at the root of the repository."""
        code, outputs, shown = self.run(step, SARIF_FILE="out/galleries.sarif")
        report = json.loads(Path(outputs["report"]).read_text("utf-8"))
        sarif = json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))

        assert 1 == code
        assert ["1", "0", "2", "3"] == [
            outputs[name] for name in ("exit-code", "errors", "warnings", "items")
        ]
        assert 2 == report["summary"]["warnings"] == shown.count("::warning ")
        assert "file=site/galleries/a b.json," in shown
        assert "package.json" not in shown
        assert str(tmp_path / "checkout" / "site" / "out" / "galleries.sarif") == outputs["sarif-file"]
        location = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert "site/galleries/a%20b.json" == location["uri"]

    def test_the_bar_can_be_set(self, step: Step) -> None:
        """Warnings are told all the same."""
        code, outputs, _ = self.run(step, FAIL_ON="error")

        assert (0, "0", "2") == (code, outputs["exit-code"], outputs["warnings"])

    def test_rules_can_be_chosen(self, step: Step) -> None:
        """By input, or by further options."""
        assert "1" == self.run(step, SELECT="L102")[1]["warnings"]
        assert "0" == self.run(step, ARGS="--ignore L1 --exclude 'galleries/a b.json'")[1]["warnings"]

    def test_wrong_usage_has_an_exit_code(self, step: Step) -> None:
        """And nothing else."""
        code, outputs, _ = self.run(step, ARGS="--no-such-option")

        assert (2, {"exit-code": "2"}) == (code, outputs)

    def test_the_gitlab_job_writes_its_reports(self, checkout: Path, tmp_path: Path) -> None:
        """It fails with the command, and its artifacts are those that it names."""
        (job,) = yaml.safe_load(snippet(".gitlab-ci.yml", tmp_path).read_text()).values()
        command = job["script"][-1].replace("gallery-lens", f'"{sys.executable}" -m gallery_lens', 1)
        environment = {**os.environ, "PYTHONPATH": str(Path(gl.__file__).parents[1])}

        ran = subprocess.run(command, shell=True, cwd=checkout / "site", env=environment, check=False)
        reports = {kind: checkout / "site" / path for kind, path in job["artifacts"]["reports"].items()}

        assert 1 == ran.returncode
        assert 2 == sum(row["severity"] != "info" for row in json.loads(reports["codequality"].read_text()))
        assert "<testsuite " in reports["junit"].read_text()
