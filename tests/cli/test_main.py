"""The command line as a whole: its commands, the global options, start-up."""

import gc
import runpy
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from command import CLEAN, LINKED, Run, ndjson
from gallery_lens import cli
from gallery_lens.cli.group import COMMANDS
from gallery_lens.version import __version__

LOSSY = ndjson(LINKED)


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["-V"], ["--color", "never", "--version"], ["convert", "-V"], ["lint", "x", "--version"]],
)
def test_version(run: Run, arguments: list[str]) -> None:
    """The version goes to standard output, by the short way and by the long one."""
    ran = run(*arguments)

    assert (0, f"gallery-lens {__version__}\n".encode()) == (ran.code, ran.out)


@pytest.fixture
def collecting() -> Iterator[None]:
    """Let Python collect as before: a process of our own would be at its end."""
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


@pytest.mark.usefixtures("collecting")
def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``python -m gallery_lens`` is the same."""
    monkeypatch.setattr(sys, "argv", ["gallery-lens", "--version"])

    runpy.run_module("gallery_lens.__main__", run_name="gallery_lens.__main__")
    with pytest.raises(SystemExit) as left:
        runpy.run_module("gallery_lens", run_name="__main__")
    assert (0, __version__) == (left.value.code, capsys.readouterr().out.split()[-1])


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("click", ["--version"]),
        ("attrs", ["--version"]),
        ("msgspec", ["--version"]),
        ("cattrs", ["--help"]),
        ("msgspec", ["--help"]),
        ("cattrs", ["convert", "--help"]),
        ("jsonschema", ["convert", "--wrong"]),
    ],
)
def test_nothing_is_imported_before_it_is_needed(module: str, arguments: list[str]) -> None:
    """Start-up is a feature: a fresh process that runs the command has not met the module."""
    script = f"""
import contextlib, io, sys
from gallery_lens.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    main({arguments!r})
sys.exit({module!r} in sys.modules)
"""

    assert 0 == subprocess.run([sys.executable, "-c", script], input=b"[]", check=False).returncode


def test_every_file_of_a_command_is_listed() -> None:
    """The table is complete, and each of its modules has its command."""
    folder = Path(cli.__file__).parent
    modules = {path.stem: import_module(f"{cli.__name__}.{path.stem}") for path in folder.glob("[a-z]*.py")}
    files = [name for name, module in modules.items() if hasattr(module, "command")]
    packages = [path.parent.name for path in folder.glob("*/command.py") if path.parent.name != "shared"]
    public = {name.replace("_", "-") for name in (*files, *packages)}

    assert public == set(COMMANDS)
    assert all(name == import_module(module).command.name for name, module in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_laid_out_for_people(run: Run, name: str) -> None:
    """No mark of the layout is left in it, and exit codes stand on lines of their own."""
    shown = run(name, "--help").out.decode()

    assert "\\" not in shown.replace("\\ ", "")
    assert "\b" not in shown
    assert ("Exit codes:" in shown) == ("\n    2  invalid usage" in shown)


def test_help_lists_the_commands(run: Run) -> None:
    """The list is on standard output, as it was asked for."""
    ran = run("--help")

    assert 0 == ran.code
    assert all(name in ran.out.decode() for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: gallery-lens"),
        (["convrt"], "Did you mean 'convert'?"),
        (["convert", "--to", "frontent"], "Did you mean 'frontend'?"),
        (["convert", "--to", "CMS"], "cms is read-only"),
        (["lint", "--fail-on", "warn"], "Did you mean 'warning'?"),
        (["lint", "--color", "allways"], "Did you mean 'always'?"),
        (["lint", "--fail_on", "error"], "'--fail-on'"),
        (["--colour", "never"], "--color"),
        (["convert", "--too", "velo"], "--to"),
        (["convert", "--to", "html"], "'html' is not one of"),
        (["convert", "--to"], "requires an argument"),
        (["convert", "--indent", "many"], "not a valid integer"),
        (["convert", "--indent", "17"], "range"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], words: str) -> None:
    """Invalid usage is told on standard error, with the usage line and exit code 2."""
    ran = run(*arguments)

    assert (2, b"") == (ran.code, ran.out)
    assert ran.err.startswith("Usage: ")
    assert words in ran.err


@pytest.mark.parametrize(
    ("option", "variable", "terminals", "coloured"),
    [
        ([], {}, "stderr", True),
        ([], {}, "", False),
        ([], {"NO_COLOR": "1"}, "stderr", False),
        ([], {"TERM": "dumb"}, "stderr", False),
        ([], {"FORCE_COLOR": "1"}, "", True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "stderr", False),
        (["--color", "always"], {"NO_COLOR": "1"}, "", True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, "stderr", False),
    ],
)
def test_colour(
    *,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    option: list[str],
    variable: dict[str, str],
    terminals: str,
    coloured: bool,
) -> None:
    """Colour is for terminals, unless the option, or else the environment, says otherwise."""
    for name, value in variable.items():
        monkeypatch.setenv(name, value)

    ran = run(*option, "convert", stdin=LOSSY, terminals=terminals)

    assert coloured == ("\x1b[" in ran.err)
    assert b"\x1b" not in ran.out


@pytest.mark.parametrize("arguments", [["--color", "always", "convert"], ["convert", "--color", "ALWAYS"]])
def test_global_options_stand_before_or_after_the_command(run: Run, arguments: list[str]) -> None:
    """Their place makes no difference."""
    assert "\x1b[" in run(*arguments, stdin=LOSSY).err


def test_what_stands_after_the_command_wins(run: Run) -> None:
    """It was typed later."""
    ran = run("--color", "never", "-q", "convert", "--color", "always", stdin=LOSSY)

    assert "" == ran.err
    assert "\x1b[" in run("--color", "never", "convert", "--color", "always", stdin=LOSSY).err


@pytest.mark.parametrize("name", ["convert", "lint", "rules"])
def test_short_help(run: Run, name: str) -> None:
    """``-h`` stands where ``--help`` does."""
    assert run(name, "--help").out == run("-h", name).out or run(name, "--help") == run(name, "-h")


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (["lint", "--output-format", "concise"], ["lint", "--format", "CONCISE"]),
        (
            ["convert", "--to", "velo", "--output-format", "ndjson"],
            ["convert", "--to", "Velo", "--format", "NDJSON"],
        ),
        (["lint", "--select", "link-text-dropped"], ["lint", "--select", "Link-Text-Dropped"]),
        (["rule", "L102"], ["rule", "LINK-TEXT-DROPPED"]),
        (["rules", "--output-format", "json"], ["rules", "--format", "Json"]),
        (["loss-table", "--format", "json"], ["loss-table", "--output-format", "JSON"]),
        (["schema", "velo-item", "--draft", "7"], ["schema", "Velo-Item", "--draft", "7"]),
    ],
)
def test_names_and_values_in_other_words(run: Run, usual: list[str], other: list[str]) -> None:
    """Long options have a second name, and values count in any case."""
    assert run(*usual, stdin=LOSSY) == run(*other, stdin=LOSSY)


@pytest.mark.parametrize("command", ["convert", "lint"])
def test_output_is_a_long_option(run: Run, tmp_path: Path, command: str) -> None:
    """``--output`` is ``-o``."""
    for option in ("-o", "--output"):
        run(command, option, tmp_path / option, stdin=LOSSY)

    assert (tmp_path / "-o").read_bytes() == (tmp_path / "--output").read_bytes() != b""


@pytest.mark.parametrize("columns", ["50", "120"])
def test_the_width_of_the_environment_counts(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """``COLUMNS`` says how wide texts may be."""
    monkeypatch.setenv("COLUMNS", columns)
    link = {"url": "https://river.example", "text": "walks " * 30}

    widest = max(map(len, run("convert", stdin=ndjson({**CLEAN, "link": link})).err.splitlines()))

    assert int(columns) - 15 < widest <= int(columns)


def test_colour_changes_no_word(run: Run) -> None:
    """With and without, the account reads the same."""
    coloured = run("--color", "always", "convert", stdin=LOSSY).err

    assert run("convert", stdin=LOSSY).err == click.unstyle(coloured)


@pytest.mark.parametrize("stdin", [LOSSY, b"{", ndjson(CLEAN)])
def test_quiet_leaves_standard_error_empty(run: Run, stdin: bytes) -> None:
    """Neither losses nor unreadable inputs are told; data and exit code are the same."""
    quiet, loud = run("-q", "convert", stdin=stdin), run("convert", stdin=stdin)

    assert "" == quiet.err
    assert (loud.code, loud.out) == (quiet.code, quiet.out)


def test_quiet_does_not_hide_wrong_usage(run: Run) -> None:
    """Whoever errs is told."""
    assert "--as-gallery" in run("-q", "convert", "--name", "River").err


def test_an_interrupt_ends_the_command_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C is 130 and no traceback."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gallery_lens.jsontext.read", interrupted)
    ran = run("convert", stdin=b"[]")

    assert (130, b"") == (ran.code, ran.out)
    assert "Traceback" not in ran.err


def test_an_interrupt_while_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C before the command has begun is no traceback either."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gallery_lens.cli.group.run", interrupted)

    assert 130 == cli.main(["convert"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_global_options(run: Run, name: str) -> None:
    """None of them is made in another way."""
    assert f"gallery-lens {__version__}\n".encode() == run(name, "-q", "--color", "never", "-V").out
    assert run(name, "-q", "--color", "ALWAYS", "-h").out == run("-q", name, "--help").out
