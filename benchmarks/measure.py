"""How long programs take, and how much memory."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

from contest import DASK, HERE, REFERENCE, Peer, Trial

RECORDS: Final = HERE / "records.jsonl"
PARTS: Final = HERE / "parts"

_LONG: Final = 30

#: A process that is small itself: what a new one begins with counts for its own peak.
_SMALL: Final = """
import json, os, resource, sys, time
start = time.perf_counter()
code = os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:])
wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write("\\n" + json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss]))
sys.exit(code)
"""


@attrs.frozen
class Sample:
    """One run of a program."""

    wall: float  #: seconds
    processor: float  #: seconds of all its threads
    memory: int  #: the highest peak, in KiB


@attrs.frozen
class Ratio:
    """How many times as fast as another program one was, round by round."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f}"


@attrs.frozen(kw_only=True)
class Contest:
    """All programs on one file."""

    trial: Trial
    size: int  #: of the file, in bytes
    samples: dict[str, list[Sample]]  #: by the name of the peer, one a round
    clock: str  #: ``wall`` or ``processor``

    @property
    def shown(self) -> list[str]:
        """The programs whose ratios mean anything: the processors of a cluster are not counted."""
        return [name for name in self.samples if self.clock == "wall" or name != DASK.name]

    def seconds(self, name: str, clock: str = "") -> list[float]:
        """Return how long a program took in each round."""
        return [getattr(sample, clock or self.clock) for sample in self.samples[name]]

    def ratio(self, name: str, other: str = REFERENCE.name, clock: str = "") -> Ratio:
        """Compare two programs round by round; above 1 the first one is faster."""
        pairs = zip(self.seconds(name, clock), self.seconds(other, clock), strict=False)  # slow: fewer rounds
        ratios = sorted(theirs / mine for mine, theirs in pairs)
        return Ratio(statistics.median(ratios), ratios[0], ratios[-1])

    def memory(self, name: str) -> int:
        """Return the highest peak of a program, in MiB."""
        return max(sample.memory for sample in self.samples[name]) >> 10


def measure(trial: Trial, path: Path, rounds: int, clock: str) -> Contest:
    """Run all peers in turn, as often as there are rounds; what takes very long is not run again."""
    samples: dict[str, list[Sample]] = {peer.name: [] for peer in trial.peers}
    for _ in range(rounds):
        for peer in trial.peers:
            taken = samples[peer.name]
            if not taken or taken[-1].processor < _LONG:
                taken.append(_sample(filled(peer, path, trial.dialect)))
    return Contest(trial=trial, size=path.stat().st_size, samples=samples, clock=clock)


def _sample(command: Sequence[str]) -> Sample:
    clear()
    launcher = [sys.executable, "-ISc", _SMALL, *command]
    done = subprocess.run(launcher, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return Sample(*json.loads(done.stderr.splitlines()[-1]))


def clear() -> None:
    """Remove what a program has written besides its output."""
    RECORDS.unlink(missing_ok=True)
    shutil.rmtree(PARTS, ignore_errors=True)


def filled(peer: Peer, path: Path, dialect: str) -> list[str]:
    """Return the command of *peer* for the file at *path*."""
    known = {
        "input": path,
        "records": RECORDS,
        "parts": PARTS,
        "schema": HERE / f"{dialect}.json",
        "dialect": dialect,
        "other": "rest" if dialect == "velo" else "velo",
    }
    return [str(part).format(**known) for part in peer.command]
