"""The completion scripts: made of the commands as they are, and of use in a shell."""

import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest

from checkout import ROOT
from command import Run
from gallery_lens.cli.group import COMMANDS, root
from gallery_lens.rules import RULES

SHELLS = ("bash", "zsh", "fish")
BASH = shutil.which("bash")
GENERATOR = ROOT / "docs" / "completions.py"

needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not installed")


@pytest.fixture(scope="module")
def generator() -> dict[str, Any]:
    """What the script that makes the scripts defines."""
    return runpy.run_path(str(GENERATOR))


def every_option() -> list[Any]:
    """Return each command with each of its options that begin with two hyphens."""
    context = click.Context(root)
    commands = {name: root.get_command(context, name) for name in COMMANDS}
    return [
        pytest.param(name, spelled, id=f"{name}{spelled}")
        for name, command in commands.items()
        for param in (command.params if command else ())
        for spelled in param.opts
        if spelled.startswith("--")
    ]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_scripts_are_up_to_date(shell: str, generator: dict[str, Any], run: Run) -> None:
    """What is printed is what ``python docs/completions.py`` makes of the commands today."""
    assert generator["SCRIPTS"][shell]() == run("completion", shell).out.decode()


def test_the_script_writes_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run by hand it writes a file for each shell."""
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs)
    folder = tmp_path / "src" / "gallery_lens" / "completions"
    folder.parent.mkdir(parents=True)

    runpy.run_path(str(docs / "completions.py"), run_name="__main__")

    assert {f"gallery-lens.{shell}" for shell in SHELLS} == {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_in_every_script(shell: str, run: Run) -> None:
    """None is forgotten."""
    script = run("completion", shell).out.decode()

    assert [] == [name for name in COMMANDS if name not in script]


@pytest.mark.parametrize("arguments", [[], ["tcsh"]])
def test_other_shells_are_refused(arguments: list[str], run: Run) -> None:
    """The sentence says which there are."""
    ran = run("completion", *arguments)

    assert (2, b"") == (ran.code, ran.out)
    assert all(shell in ran.err for shell in SHELLS)


def completed(run: Run, *words: str) -> list[str] | None:
    """Ask bash what may follow *words*, the last of which is begun; None leaves it to the names of files."""
    typed = " ".join(f"'{word}'" for word in ("gallery-lens", *words))
    script = f"""
compopt() {{ only=yes; }}
COMP_WORDS=({typed}) COMP_CWORD={len(words)}
_gallery_lens
printf '%s\\n' "$only" "${{COMPREPLY[@]}}"
"""
    source = run("completion", "bash").out.decode() + script
    command = [str(BASH), "--norc", "--noprofile", "-u", "-c", "set +u; " + source]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    only, *found = ran.stdout.splitlines()
    assert "" == ran.stderr
    return [word for word in found if word] if only else None


@needs_bash
class TestBash:
    """The script in a bash."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["conv"], ["convert"]),
            (["rule"], ["rule", "rules"]),
            (["-q", "--color", "never", "sche"], ["schema"]),
            (["--color", "=", "never", "sche"], ["schema"]),
            (["--col"], ["--color"]),
            (["--color", ""], ["auto", "always", "never"]),
            (["--color", "="], ["auto", "always", "never"]),
            (["convert", "--te"], ["--text-items"]),
            (["convert", "--to", ""], ["velo", "rest", "frontend", "component"]),
            (["convert", "a.json", "--to", "v"], ["velo"]),
            (["convert", "--to", "=", "f"], ["frontend"]),
            (["convert", "--indent", ""], []),
            (["rule", "--output-format", "j"], ["json"]),
            (["rule", "X10"], ["X101", "X102"]),
            (["rule", "unsafe-"], ["unsafe-html", "unsafe-link"]),
            (["schema", "velo-"], ["velo-gallery", "velo-item"]),
            (["schema", "--draft", ""], ["2020-12", "7"]),
            (["completion", "z"], ["zsh"]),
            (["loss-table", ""], []),
        ],
    )
    def test_words_are_completed(self, words: list[str], expected: list[str], run: Run) -> None:
        """Commands, options, and the values of either."""
        assert expected == completed(run, *words)

    @pytest.mark.parametrize(
        "words", [["convert", ""], ["convert", "--report", ""], ["convert", "-o", "="], ["restore", "a"]]
    )
    def test_names_of_files_are_left_to_bash(self, words: list[str], run: Run) -> None:
        """It knows them better."""
        assert completed(run, *words) is None

    @pytest.mark.parametrize(("name", "option"), every_option())
    def test_every_option_is_completed(self, name: str, option: str, run: Run) -> None:
        """A word that is complete is offered as it is."""
        assert option in (completed(run, name, option) or ())

    def test_every_rule_is_completed(self, run: Run) -> None:
        """By its name."""
        assert set(RULES) <= set(completed(run, "rule", "") or ())

    def test_the_script_announces_itself(self, run: Run) -> None:
        """Bash knows afterwards whom to ask."""
        source = run("completion", "bash").out.decode() + "\ncomplete -p gallery-lens\n"

        ran = subprocess.run([str(BASH), "--norc", "-c", source], capture_output=True, check=True)

        assert b"complete -o bashdefault -o default -F _gallery_lens gallery-lens\n" == ran.stdout


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_can_read_their_scripts(shell: str, run: Run, tmp_path: Path) -> None:
    """Nothing in them is a mistake of syntax."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_bytes(run("completion", shell).out)

    assert 0 == subprocess.run([program, "--no-execute", str(script)], check=False).returncode
