"""Prints what ``make trust`` found, as one table in Markdown: ``table.py --minutes 30 [--large]``.

With ``--picture FILE`` it draws the curves of memory and time, too.
"""

import argparse
import sys
import time
from pathlib import Path

_TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(_TESTS), str(_TESTS / "support"), str(_TESTS.parent / "benchmarks")]

from curves import Chart, draw
from trust import faults, loads
from trust.fuzz import fuzz
from trust.targets import ENTRIES

#: Sizes of files of lines and of documents, in items.
_LINES = (10_000, 100_000, 400_000)
_LARGE_LINES = (100_000, 1_000_000, 10_000_000)
_DOCUMENTS = (5_000, 20_000, 50_000)
_LARGE_DOCUMENTS = (50_000, 200_000, 500_000)


def _row(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def _drawn(curves: dict[str, list[tuple[float, float, float]]]) -> str:
    memory, time_taken = (
        {
            what.removesuffix(" of one document"): [(each[0], each[at]) for each in curve]
            for what, curve in curves.items()
        }
        for at in (1, 2)
    )
    return draw([Chart("Peak memory", "MiB", memory), Chart("Processor time", "s", time_taken)])


def _loads(large: bool, findings: list[str]) -> dict[str, list[tuple[float, float, float]]]:
    """Print what files of all sizes take, and return it: megabytes, megabytes of memory, seconds."""
    documents = _LARGE_DOCUMENTS if large else _DOCUMENTS
    kinds = {
        "lines": (_LARGE_LINES if large else _LINES, True, False),
        "items of one document": (documents, False, False),
        "small items of one document": (documents, False, True),
    }
    curves = {}
    for what, (counts, lines, small) in kinds.items():
        curves[what] = []
        for count, size, taken, seconds in loads.curve(counts, lines=lines, small=small):
            too_much = taken > 100 if lines else taken > 100 + 3 * size
            findings += [f"{count:,} {what} take {taken:.0f} MB"] if too_much else []
            _row(f"load: {count:,} {what}, {size:.0f} MB", f"{taken:.0f} MB, {seconds:.0f} s", int(too_much))
            curves[what].append((size, taken, seconds))
    return curves


def main() -> int:
    """Run everything, print the table, and return 1 if anything was found."""
    options = argparse.ArgumentParser(description="Print what was tried and found, as one table.")
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--large", action="store_true", help="10 million lines, documents of 500,000 items")
    options.add_argument("--picture", type=Path, metavar="FILE", help="an SVG file for the curves")
    given = options.parse_args()
    findings: list[str] = []
    _row("what", "how much", "findings")
    _row("---", "---", "---")
    for name in ENTRIES:
        tried, found = fuzz(given.minutes * 60 / len(ENTRIES), given.seed, [name])
        findings += found
        _row(f"fuzzing: {name}", f"{tried.get(name, 0):,} inputs", len(found))
    for name in faults.KINDS:
        count, found = faults.inject(name)
        findings += found
        _row(f"faults: {name}", f"{count:,} injected", len(found))
    curves = _loads(given.large, findings)
    if given.picture:
        given.picture.write_text(_drawn(curves), "utf-8")
    same, count = loads.killed_worker(100_000)
    findings += [] if same else ["a killed worker changes the output"]
    _row(f"load: {count:,} lines, --jobs 2, a worker killed", "the bytes of one process", int(not same))
    print("\n".join(["", loads.limits(), *findings]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
