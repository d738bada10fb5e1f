"""Measures Gallery Lens against other ways to do the same work, on the same file.

``make bench`` runs it. Whole processes run in turn, so that a machine that slows down slows all of
them; what counts is the ratio to Node with ajv in the same round. Before anything is measured, all
outputs and records are compared: a program that does less work is no peer.
"""

import argparse
import contextlib
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from cluster import cluster
from compare import compare
from contest import DASK, GALLERY, HERE, MANY, PEERS, PYTHON, REFERENCE, ROOT, SCRIPTS, Peer, Trial, trials
from measure import Contest, measure
from picture import draw
from report import page, table
from wide import items, write_gallery, write_lines, write_shapes

#: Where the peers find the schemas.
_SCHEMAS: Final = {
    "velo-item": HERE / "velo.json",
    "rest-item": HERE / "rest.json",
    "frontend-view-item": HERE / "view.json",
    "velo-gallery": GALLERY,
}


def main() -> None:
    """Measure, and write the page."""
    given = _arguments()
    _install(given.fresh)
    contests = []
    for count, dialect in itertools.product(given.count, given.dialects):
        peers = _chosen(given.only, count)
        contests.append(_contest(Trial(kind="lines", peers=peers, count=count, dialect=dialect), given))
        sys.stdout.write(table(contests[-1]) + "\n")
    if not given.only:
        for trial in trials(given.shapes, given.dialects):
            contests.append(_tried(trial, given))
            sys.stdout.write(table(contests[-1]) + "\n")
        docs = ROOT / "docs"
        (docs / "benchmarks.md").write_text(page(contests), "utf-8")
        for name, picture in draw(contests).items():
            (docs / "pictures" / name).write_text(picture, "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, nargs="*", default=[100_000], help="items in each file of lines")
    parser.add_argument("--shapes", type=int, default=20_000, help="items in files of other shapes")
    parser.add_argument("--rounds", type=int, default=3, help="fewer with more than 100,000 items")
    parser.add_argument("--dialects", nargs="*", default=["velo", "rest"])
    parser.add_argument(
        "--clock",
        choices=("wall", "processor"),
        default="wall",
        help="processor counts the time of all threads, and is for machines that are not idle",
    )
    parser.add_argument("--only", nargs="*", help="peers whose names hold one of these words; writes no page")
    parser.add_argument("--fresh", action="store_true", help="install all peers again")
    return parser.parse_args()


def _chosen(words: Sequence[str] | None, count: int) -> list[Peer]:
    """Return who is measured with *count* items; Node with ajv always is."""
    fit = [peer for peer in PEERS if peer.least <= count <= peer.most]
    return [
        peer for peer in fit if not words or peer is REFERENCE or any(word in peer.name for word in words)
    ]


def _contest(trial: Trial, given: argparse.Namespace) -> Contest:
    path = HERE / f"{trial.dialect}.ndjson"
    write_lines(path, items(trial.dialect, trial.count))
    with cluster() if DASK in trial.peers else contextlib.nullcontext():
        compare(trial, path)
        rounds = max(1, given.rounds * MANY // max(MANY, trial.count))
        return measure(trial, path, rounds, given.clock)


def _tried(trial: Trial, given: argparse.Namespace) -> Contest:
    if trial.indent is not None:
        path = HERE / "items.json"
        write_gallery(path, trial.dialect, trial.count, trial.indent)
    elif trial.dialect == "frontend":
        path = HERE / trial.shape
        write_lines(path, _pages(trial.count))
    else:
        path = write_shapes(HERE, trial.dialect, trial.count, (trial.shape,))[trial.shape]
    if trial.kind == "shape" and not trial.shape.startswith("odd"):  # odd items are mended by us alone
        compare(trial, path)
    return measure(trial, path, given.rounds, given.clock)


def _pages(count: int) -> list[dict[str, Any]]:
    """Return the items that a page gets of *count* velo items."""
    import gallery_lens as gl

    shown: list[dict[str, Any]] = gl.convert([*items("velo", count)], "velo").value
    return shown


# ---------------------------------------------------------------- what is needed


def _install(fresh: bool) -> None:
    if fresh:
        shutil.rmtree(HERE, ignore_errors=True)
    here = ROOT / "benchmarks"
    if not PYTHON.exists():
        HERE.mkdir(parents=True, exist_ok=True)
        shutil.copy(here / "package.json", HERE)
        _run(["npm", "install", "--silent", "--no-fund", "--no-audit"], cwd=HERE)
        # Old versions of pip write commands that import more than the command needs.
        _run([sys.executable, "-m", "venv", "--upgrade-deps", HERE / "venv"])
        _pip("--requirement", here / "requirements.txt")
    _pip("--force-reinstall", "--no-deps", ROOT)
    _pip(f"{ROOT}[dask]")
    shutil.copytree(here / "peers", SCRIPTS, dirs_exist_ok=True)
    _write_knowledge()


def _pip(*arguments: str | Path) -> None:
    _run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments])


def _write_knowledge() -> None:
    """Give the peers the schemas in one piece, and the words of the rules."""
    from gallery_lens import schemas
    from gallery_lens.rules import all_rules

    for name, path in _SCHEMAS.items():
        path.write_text(json.dumps(schemas.bundle(name)))
    spoken = ("name", "severity", "message", "help", "url")
    rules = {
        rule.code: {key: str(said) for key in spoken if (said := getattr(rule, key)) is not None}
        for rule in all_rules()
    }
    (HERE / "rules.json").write_text(json.dumps(rules))


def _run(command: Sequence[str | Path], cwd: Path | None = None) -> None:
    subprocess.run(command, check=True, cwd=cwd)


if __name__ == "__main__":
    main()
