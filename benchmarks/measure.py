"""How long programs take, and how much memory."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

from contest import HERE, REFERENCE, Peer

RECORDS: Final = HERE / "records.jsonl"

_LONG: Final = 15

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


def measure(peers: Sequence[Peer], path: Path, dialect: str, rounds: int) -> dict[str, list[Sample]]:
    """Run all peers in turn, as often as there are rounds; Node with ajv is always among them.

    What takes more than ``_LONG`` seconds is not run again.
    """
    samples: dict[str, list[Sample]] = {}
    for _ in range(rounds):
        for peer in dict.fromkeys((REFERENCE, *peers)):
            taken = samples.setdefault(peer.name, [])
            if not taken or taken[-1].processor < _LONG:
                taken.append(_sample(filled(peer, path, dialect)))
    return samples


def _sample(command: Sequence[str]) -> Sample:
    RECORDS.unlink(missing_ok=True)
    launcher = [sys.executable, "-ISc", _SMALL, *command]
    done = subprocess.run(launcher, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return Sample(*json.loads(done.stderr.splitlines()[-1]))


def filled(peer: Peer, path: Path, dialect: str) -> list[str]:
    """Return the command of *peer* for the file at *path*."""
    known = {"input": path, "records": RECORDS, "schema": HERE / f"{dialect}.json", "dialect": dialect}
    return [str(part).format(**known) for part in peer.command]
