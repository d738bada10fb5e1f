"""Runs what a page shows: Python in one namespace for each page, commands in one folder for each page."""

import ast
import io
import linecache
import os
import pprint
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import attrs
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

import gallery_lens

_KEY: Final = "gallery-lens"

#: What tracebacks call an example.
_FILE: Final = "<example>"

#: How long a command may take, in seconds.
_PATIENCE: Final = 60


class ExampleError(Exception):
    """An example of a page does not work; the message says what happened."""


@attrs.frozen
class PageState:
    """The state that the examples of one page share."""

    folder: Path  #: where they run
    commands: Path  #: a folder with ``gallery-lens``, the one that builds the site
    namespace: dict[str, Any] = attrs.field(factory=lambda: {"__name__": "__main__"})


def scene(env: BuildEnvironment, config: Config) -> PageState:
    """Return the scene of the page that is being read, made when it is first asked for."""
    held: PageState | None = env.temp_data.get(_KEY)
    if held is None:
        held = env.temp_data[_KEY] = fresh_scene(env, config, "page")
    return held


def fresh_scene(env: BuildEnvironment, config: Config, name: str) -> PageState:
    """Return a scene of its own, for an example of the page that shares nothing with the others."""
    examples = config.gallery_lens_examples
    place = Path(env.doctreedir, _KEY, quote(env.docname, safe=""), name)
    return make_scene(place, Path(env.srcdir, examples) if examples else None)


def make_scene(place: Path, examples: Path | None = None) -> PageState:
    """Make a scene anew in the folder *place*, with a copy of the folder *examples* to work in."""
    shutil.rmtree(place, ignore_errors=True)
    made = PageState(place / "work", place / "bin")
    made.commands.mkdir(parents=True)
    if examples:
        shutil.copytree(examples, made.folder)
    else:
        made.folder.mkdir()
    command = made.commands / "gallery-lens"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gallery_lens "$@"\n', "utf-8")
    command.chmod(0o755)
    return made


def run_python(code: str, scene: PageState) -> str:
    """Run *code* and return what a prompt would show: what is printed, and a last expression's value.

    Args:
        code: statements; the names that they bind stay for the page's next example.
        scene: where they run.

    Raises:
        ExampleError: the code raised, or ended the program.
    """
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed), chdir(scene.folder):
            tree = ast.parse(code, _FILE)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, _FILE, "exec"), scene.namespace)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), _FILE, "eval"), scene.namespace)
                if value is not None:
                    printed.write(pprint.pformat(value, width=88, sort_dicts=False) + "\n")
    except (Exception, SystemExit):
        linecache.cache[_FILE] = (0, None, code.splitlines(keepends=True), _FILE)
        raised = traceback.TracebackException(*sys.exc_info())
        ours = [frame.filename for frame in raised.stack].count(__file__)
        raised.stack[:ours] = []  # it begins with the example
        raise ExampleError(f"it raised\n{''.join(raised.format())}") from None
    return printed.getvalue()


def run_console(session: str, scene: PageState, status: int = 0) -> str:
    """Run what is typed in *session* and return it with what was printed, as a terminal shows both.

    Args:
        session: lines that begin with ``$``, each perhaps continued by lines that begin with ``>``.
        scene: where they run.
        status: with which the last command has to exit; those before it exit with 0.

    Raises:
        ExampleError: a command exits otherwise, or a line is no command.
    """
    commands = list(commands_of(session))
    shown = []
    for number, typed in enumerate(commands, start=1):
        wanted = status if number == len(commands) else 0
        exited, printed = run_command(typed, scene)
        shown.append(f"{_as_typed(typed)}\n{printed}")
        if exited != wanted:
            raise ExampleError(f"it exited with {exited}, not with {wanted}\n{shown[-1]}")
    return "".join(shown)


def commands_of(session: str) -> Iterator[str]:
    """Yield the commands of a session without their prompts; raises ``ExampleError`` for another line."""
    typed: list[str] = []
    for line in session.splitlines():
        prompt, _, rest = line.partition(" ")
        if prompt not in ("$", ">") or (prompt == ">" and not typed):
            raise ExampleError(f"{line!r} is no command: write what is typed, after a $ and a blank.")
        if prompt == "$" and typed:
            yield "\n".join(typed)
            typed = []
        typed.append(rest)
    yield "\n".join(typed)


def _as_typed(command: str) -> str:
    return "$ " + command.replace("\n", "\n> ")


def run_command(typed: str, scene: PageState) -> tuple[int, str]:
    """Give *typed* to a shell; return its exit status, and standard output and error as they came."""
    # No colours, a width of 80, and first of all the command that belongs to this package.
    path = f"{scene.commands}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    package = str(Path(gallery_lens.__file__).parents[1])
    environment = {"PATH": path, "PYTHONPATH": package, "NO_COLOR": "1", "COLUMNS": "80"}
    try:
        ran = subprocess.run(
            typed,
            shell=True,
            cwd=scene.folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ExampleError(f"it still ran after {_PATIENCE} seconds\n{_as_typed(typed)}") from None
    return ran.returncode, ran.stdout
