"""Fuzz the entry points for some time: ``python tests/trust/fuzz.py --seconds 30 [--seed N] [NAME …]``.

Each input follows from a number, so that a finding is had again with ``--only NAME:NUMBER``. Where atheris
is installed, ``--atheris NAME`` lets it choose the numbers by what they reach.
"""

import argparse
import collections
import sys
import time
import traceback
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "support")]

from trust.targets import ENTRIES, attempt


def fuzz(seconds: float, seed: int, names: list[str]) -> tuple[dict[str, int], list[str]]:
    """Return how many inputs each entry point got, and what was found."""
    tried: collections.Counter[str] = collections.Counter()
    findings: dict[str, str] = {}
    end, number = time.monotonic() + seconds, seed
    while time.monotonic() < end:
        for name in names:
            tried[name] += 1
            try:
                attempt(name, number)
            except Exception as error:
                place = traceback.extract_tb(error.__traceback__)[-1]
                where = f"{Path(place.filename).name}:{place.lineno}"
                said = f"{name}: {type(error).__name__} at {where}: {error!s:.200} (--only {name}:{number})"
                findings.setdefault(f"{name} {where}", said)
        number += 1
    return dict(tried), list(findings.values())


def _by_atheris(name: str) -> None:
    import atheris

    def once(data: bytes) -> None:
        attempt(name, int.from_bytes(data[:16], "little"))

    atheris.instrument_all()
    atheris.Setup([sys.argv[0]], once)
    atheris.Fuzz()


def main() -> int:
    """Fuzz, print what was found, and return 1 if anything was."""
    options = argparse.ArgumentParser(description="Fuzz the entry points for some time.")
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", help="NAME:NUMBER of a finding")
    options.add_argument("--atheris", choices=ENTRIES)
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ENTRIES))
    given = options.parse_args()
    if given.atheris:
        _by_atheris(given.atheris)
    if given.only:
        name, _, number = given.only.partition(":")
        attempt(name, int(number))
        return 0
    tried, findings = fuzz(given.seconds, given.seed, given.names or list(ENTRIES))
    print("tried:", ", ".join(f"{name} {count}" for name, count in tried.items()))
    print("\n".join(findings) or "nothing found")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
