"""Measures Gallery Lens against other ways to do the same work, on the same file.

``make bench`` runs it. Whole processes run in turn, so that a machine that slows down slows all of
them; what counts is the ratio to Node with ajv in the same round. Before anything is measured, all
outputs and records are compared: a program that does less work is no peer.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from generate import write as generate
from report import Measured, page, plot

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "build" / "bench"
PEERS: Final = HERE / "peers"
PYTHON: Final = HERE / "venv" / "bin" / "python"
COMMAND: Final = HERE / "venv" / "bin" / "gallery-lens"


@attrs.frozen(kw_only=True)
class Peer:
    """One program of the comparison."""

    name: str
    command: Sequence[str | Path]  #: ``{input}``, ``{records}``, ``{schema}`` and ``{dialect}`` are filled in
    records: str = "none"  #: what it writes for every loss: nothing, three fields, or all of them
    checks: bool = True  #: whether what it writes is compared


def _python(script: str, *arguments: str) -> tuple[str | Path, ...]:
    return (PYTHON, PEERS / script, *arguments)


def _ajv(how: str) -> tuple[str | Path, ...]:
    return (
        "node",
        PEERS / "ajv.mjs",
        "{input}",
        "{records}",
        "{schema}",
        HERE / "view.json",
        how,
        HERE / "rules.json",
    )


_OURS: Final = (COMMAND, "-q", "convert", "--fail-on", "never", "{input}")
_THREE: Final = ("{input}", "{records}", "{schema}")
REFERENCE: Final = Peer(name="Node + ajv", command=_ajv("none"))
FULL: Final = Peer(name="Node + ajv, full records", command=_ajv("full"), records="full")
PEERS_: Final = (
    REFERENCE,
    Peer(name="JSON codec alone (the floor)", command=_python("floor.py", "{input}"), checks=False),
    Peer(name="Node, a tutorial's converter", command=("node", PEERS / "tutorial.mjs", "{input}")),
    Peer(name="Node + ajv, three fields a loss", command=_ajv("three"), records="three"),
    FULL,
    Peer(name="Python json + dicts, unchecked", command=_python("stdlib.py", *_THREE), records="three"),
    Peer(name="msgspec + dicts, unchecked", command=_python("codec.py", *_THREE), records="three"),
    Peer(name="msgspec types", command=_python("types_msgspec.py", *_THREE), records="three"),
    Peer(name="pydantic", command=_python("types_pydantic.py", *_THREE), records="three"),
    Peer(name="jsonschema-rs + dicts", command=_python("schema_rust.py", *_THREE), records="three"),
    Peer(name="jsonschema + dicts", command=_python("schema_python.py", *_THREE), records="three"),
    Peer(name="gallery-lens convert", command=_OURS),
    Peer(
        name="gallery-lens convert --report",
        command=(*_OURS, "--report", "{records}", "--report-format", "jsonl"),
        records="full",
    ),
    Peer(name="gallery_lens.convert, one call an item", command=_python("ours.py", "{input}", "{dialect}")),
)
#: What makes the records that all others are compared with.
MODEL: Final = PEERS_[-2]


def main() -> None:
    """Measure, and write the page."""
    given = _arguments()
    _install(given.fresh)
    found: dict[str, list[Measured]] = {}
    for dialect in given.dialects:
        path = HERE / f"{dialect}.ndjson"
        generate(path, dialect, given.count, given.dirt)
        chosen = [peer for peer in PEERS_ if not given.only or any(word in peer.name for word in given.only)]
        _compare(chosen, path, dialect, given.dirt)
        found[dialect] = _measure(chosen, path, dialect, given.rounds)
        sys.stdout.write(page({dialect: found[dialect]}, given.count) + "\n")
    if not given.only:
        (ROOT / "docs" / "benchmarks.md").write_text(page(found, given.count, whole=True), encoding="utf-8")
        (ROOT / "docs" / "benchmarks.svg").write_text(plot(found), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="items in each file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dialects", nargs="*", default=["velo", "rest"])
    parser.add_argument("--dirt", type=float, default=0.0, help="share of items off the schema, 0 to 1")
    parser.add_argument("--only", nargs="*", help="peers whose names hold one of these words; writes no page")
    parser.add_argument("--fresh", action="store_true", help="install all peers again")
    return parser.parse_args()


# ---------------------------------------------------------------- what is measured


def _install(fresh: bool) -> None:
    if fresh:
        shutil.rmtree(HERE, ignore_errors=True)
    here = ROOT / "benchmarks"
    if not PYTHON.exists():
        HERE.mkdir(parents=True, exist_ok=True)
        shutil.copy(here / "package.json", HERE)
        _run(["npm", "install", "--silent", "--no-fund", "--no-audit"], cwd=HERE)
        _run([sys.executable, "-m", "venv", HERE / "venv"])
        _pip("--requirement", here / "requirements.txt")
    _pip("--force-reinstall", "--no-deps", ROOT)
    _pip(ROOT)
    shutil.copytree(here / "peers", PEERS, dirs_exist_ok=True)
    _write_knowledge()


def _pip(*arguments: str | Path) -> None:
    _run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments])


def _write_knowledge() -> None:
    """Give the peers the schemas in one piece, and the words of the rules."""
    from gallery_lens import schemas
    from gallery_lens.rules import all_rules

    for name, path in (("velo-item", "velo"), ("rest-item", "rest"), ("frontend-view-item", "view")):
        (HERE / f"{path}.json").write_text(json.dumps(schemas.bundle(name)))
    spoken = ("name", "severity", "message", "help", "url")
    rules = {rule.code: {key: str(getattr(rule, key)) for key in spoken} for rule in all_rules()}
    (HERE / "rules.json").write_text(json.dumps(rules))


def _run(command: Sequence[str | Path], cwd: Path | None = None) -> None:
    subprocess.run(command, check=True, cwd=cwd)


# ---------------------------------------------------------------- whether all do the same


def _compare(peers: Iterable[Peer], path: Path, dialect: str, dirt: float) -> None:
    """Run every peer once; refuse one whose items or records are not ours."""
    model = _outcome(MODEL, path, dialect)
    for peer in (peer for peer in peers if peer.checks and peer is not MODEL):
        items, records = _outcome(peer, path, dialect)
        if not _same(items, model[0]):
            raise SystemExit(f"{peer.name} writes other items than we do.")
        if peer.records == "full" and not dirt and not _same(records, model[1]):
            raise SystemExit(f"{peer.name} writes other records than we do.")
        if peer.records == "three" and sorted(_three(records)) != sorted(_three(model[1])):
            raise SystemExit(f"{peer.name} finds other losses than we do.")


def _outcome(peer: Peer, path: Path, dialect: str) -> tuple[bytes, bytes]:
    records = HERE / "records.jsonl"
    records.write_bytes(b"")
    done = subprocess.run(_filled(peer, path, dialect), check=True, capture_output=True)
    return done.stdout, records.read_bytes()


def _same(one: bytes, other: bytes) -> bool:
    return one == other or list(_lines(one)) == list(_lines(other))


def _lines(data: bytes) -> Iterator[Any]:
    return map(json.loads, data.splitlines())


def _three(data: bytes) -> Iterator[tuple[int, str, str]]:
    return ((each["line"], each["code"], each["pointer"]) for each in _lines(data))


# ---------------------------------------------------------------- how long it takes


def _measure(peers: Sequence[Peer], path: Path, dialect: str, rounds: int) -> list[Measured]:
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for peer in dict.fromkeys((REFERENCE, *peers)):
            times.setdefault(peer.name, []).append(_seconds(_filled(peer, path, dialect)))
    return [_ratios(peer, times, _peak(_filled(peer, path, dialect))) for peer in peers]


def _ratios(peer: Peer, times: dict[str, list[float]], memory: int) -> Measured:
    pairs = zip(times[REFERENCE.name], times[peer.name], strict=True)
    ratios = sorted(reference / mine for reference, mine in pairs)
    return Measured(
        name=peer.name,
        records=peer.records,
        ratio=statistics.median(ratios),
        low=ratios[0],
        high=ratios[-1],
        seconds=statistics.median(times[peer.name]),
        memory=memory,
    )


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


#: A process that is small itself: what a new one begins with counts for its own peak.
_SMALL: Final = """
import os, resource, sys
os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:])
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


def _peak(command: Sequence[str]) -> int:
    """Run *command*, and return its peak memory in KiB."""
    launcher = [sys.executable, "-ISc", _SMALL, *command]
    done = subprocess.run(launcher, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(done.stderr)


def _filled(peer: Peer, path: Path, dialect: str) -> list[str]:
    known = {
        "input": path,
        "records": HERE / "records.jsonl",
        "schema": HERE / f"{dialect}.json",
        "dialect": dialect,
    }
    return [str(part).format(**known) for part in peer.command]


if __name__ == "__main__":
    main()
