"""The hooks at work: in a repository with a gallery, as pre-commit runs them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

import gallery_lens as gl
from checkout import ROOT
from command import CLEAN, LINKED

#: Two items at one place: the order is to be repaired, and safely can be; a lost link text cannot.
BAD = {"items": [{**CLEAN, "sortOrder": "1"}, {**CLEAN, "sortOrder": "1"}]}
LOSSY = [LINKED]

Hook = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = [
    pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(os.name == "nt", reason="the stand-in for the installed command is a script of sh"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with galleries that are bad, good, lossy or excluded, and files that are no gallery."""
    folder = tmp_path / "repository"
    (folder / "galleries").mkdir(parents=True)
    for name, content in (("bad", BAD), ("good", [CLEAN]), ("lossy", LOSSY)):
        (folder / "galleries" / f"{name}.json").write_text(json.dumps(content, indent=2) + "\n")
    (folder / "package.json").write_text('{"name": "site", "type": "module"}\n')
    (folder / "tsconfig.json").write_text("{ /* strict */ }\n")
    (folder / "gallery-lens.toml").write_text('exclude = ["old"]\n')
    (folder / "old").mkdir()
    (folder / "old" / "bad.json").write_text(json.dumps(BAD) + "\n")
    return folder


@pytest.fixture
def hook(repository: Path, tmp_path: Path) -> Hook:
    """Run one of the hooks over all files, with the package that is tested in place of an installed one."""
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "gallery-lens").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gallery_lens "$@"\n')
    (commands / "gallery-lens").chmod(0o755)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = [
        {
            **each,
            "language": "system",
        }
        for each in hooks
    ]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(gl.__file__).parents[1]),
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "NO_COLOR": "1",
    }

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments,
            cwd=repository,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    call("git", "init", "--quiet")
    call("git", "add", ".")
    run = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")
    return lambda name: call(*run, name)


def bad(repository: Path) -> Any:
    """Return what the bad gallery holds now."""
    return json.loads((repository / "galleries" / "bad.json").read_text())


def test_the_hook_stops_a_commit_and_says_why(hook: Hook, repository: Path) -> None:
    """With the code and the file, and it changes nothing."""
    ran = hook("gallery-lens")

    assert 1 == ran.returncode
    assert "galleries/bad.json" in ran.stdout
    assert "sort-order-duplicate" in ran.stdout
    assert "link-text-dropped" in ran.stdout
    assert "2 files hold no gallery" in ran.stdout
    assert "old/bad.json" not in ran.stdout
    assert BAD == bad(repository)


def test_the_fixing_hook_puts_right_what_it_can(hook: Hook, repository: Path) -> None:
    """It stops the commit so that somebody looks, and has nothing to do the second time."""
    first, second = hook("gallery-lens-fix"), hook("gallery-lens-fix")

    assert (1, 0) == (first.returncode, second.returncode), first.stdout + second.stdout
    assert "files were modified by this hook" in first.stdout
    assert BAD != bad(repository)


def test_the_fixing_hook_passes_over_what_it_cannot_fix(hook: Hook, repository: Path) -> None:
    """Warnings are for the other hook, and excluded files are left alone."""
    before = (repository / "old" / "bad.json").read_text()
    hook("gallery-lens-fix")
    again = hook("gallery-lens-fix")

    assert 0 == again.returncode, again.stdout
    assert "link-text-dropped" not in again.stdout
    assert before == (repository / "old" / "bad.json").read_text()


def test_after_the_fix_only_losses_are_left(hook: Hook) -> None:
    """The two belong together."""
    hook("gallery-lens-fix")
    ran = hook("gallery-lens")

    assert 1 == ran.returncode
    assert "sort-order-duplicate" not in ran.stdout
    assert "link-text-dropped" in ran.stdout
