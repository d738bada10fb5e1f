"""What is installed is known byte for byte, and nothing of others may change under our feet."""

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from checkout import ROOT

LOCKS = {name: (ROOT / ".ci" / f"{name}.txt").read_text("utf-8") for name in ("locked", "runtime")}


def _pinned(lock: str) -> dict[str, str]:
    """Return what stands behind each package of a lock: its version, and the hashes."""
    parts = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    return dict(part.split("==", 1) for part in parts)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_hashes(name: str) -> None:
    packages = _pinned(LOCKS[name])

    assert packages
    assert [] == [
        package for package, rest in packages.items() if not re.search("--hash=sha256:[0-9a-f]{64}", rest)
    ]


def test_the_locks_agree() -> None:
    """The action runs with what the project is tested with."""
    locked, runtime = (_pinned(LOCKS[name]) for name in ("locked", "runtime"))

    assert {name: rest.split()[0] for name, rest in runtime.items()} == {
        name: locked[name].split()[0] for name in runtime
    }


@pytest.mark.parametrize("place", ["Makefile", "action.yml"])
def test_hashes_are_checked_where_a_lock_is_installed(place: str) -> None:
    lines = [line for line in (ROOT / place).read_text("utf-8").splitlines() if "--requirement" in line]

    assert lines
    assert all("--require-hashes" in line for line in lines)


@pytest.mark.parametrize("place", ["action.yml", "docs/preflight.md"])
def test_actions_of_others_are_pinned_by_commit(place: str) -> None:
    """With the version beside it, for people and for what updates it."""
    used = re.findall(r"uses: (\S+)(.*)", (ROOT / place).read_text("utf-8"))
    others = [(action, rest) for action, rest in used if not action.startswith(("OWNER/", "./"))]

    assert others
    for action, rest in others:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v[0-9]+\.[0-9]+\.[0-9]+", rest)


def test_the_bill_of_materials_is_the_lock() -> None:
    made: Any = runpy.run_path(str(ROOT / ".ci" / "sbom.py"))["document"](LOCKS["runtime"], "1.2.3")
    found = {each["name"]: (each["version"], len(each["hashes"])) for each in made["components"]}

    assert "CycloneDX" == made["bomFormat"]
    assert found == {
        name: (rest.split()[0], rest.count("sha256:")) for name, rest in _pinned(LOCKS["runtime"]).items()
    }
    assert json.loads(json.dumps(made)) == made


def test_people_know_where_to_report() -> None:
    assert "Report a vulnerability" in Path(ROOT / "SECURITY.md").read_text("utf-8")
