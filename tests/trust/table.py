"""Prints what ``make trust`` found, as one table in Markdown: ``table.py --minutes 30 [--large]``."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

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


def main() -> int:
    """Run everything, print the table, and return 1 if anything was found."""
    options = argparse.ArgumentParser(description="Print what was tried and found, as one table.")
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--large", action="store_true", help="10 million lines, documents of 500,000 items")
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
    documents = _LARGE_DOCUMENTS if given.large else _DOCUMENTS
    curves = [
        ("lines", _LARGE_LINES if given.large else _LINES, True, False),
        ("items of one document", documents, False, False),
        ("small items of one document", documents, False, True),
    ]
    for what, counts, lines, small in curves:
        for count, size, taken, seconds in loads.curve(counts, lines=lines, small=small):
            too_much = taken > 100 if lines else taken > 100 + 3 * size
            findings += [f"{count:,} {what} take {taken:.0f} MB"] if too_much else []
            _row(f"load: {count:,} {what}, {size:.0f} MB", f"{taken:.0f} MB, {seconds:.0f} s", int(too_much))
    same, count = loads.killed_worker(100_000)
    findings += [] if same else ["a killed worker changes the output"]
    _row(f"load: {count:,} lines, --jobs 2, a worker killed", "the bytes of one process", int(not same))
    print("\n".join(["", loads.limits(), *findings]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
