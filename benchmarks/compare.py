"""Whether all peers write the same items and find the same losses."""

import itertools
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from contest import DASK, HERE, JOBS, MANY, REPORT, Peer, Trial
from measure import PARTS, RECORDS, clear, filled


class _Loss(msgspec.Struct, order=True):
    """What every peer says of a loss."""

    line: int
    code: str
    pointer: str


_LOSSES: Final = msgspec.json.Decoder(_Loss)


def compare(trial: Trial, path: Path) -> None:
    """Run every peer once; refuse one whose items or records are not ours.

    Longer files begin with the same items, so that of these only what several processes write is compared.
    """
    ours = _outcome(REPORT, path, trial.dialect, "ours")
    peers = trial.peers if trial.count <= MANY else (JOBS, DASK)
    for peer in (peer for peer in peers if peer.checks and peer is not REPORT):
        items, records = _outcome(peer, path, trial.dialect, "theirs")
        if not _same(items, ours[0]):
            raise SystemExit(f"{peer.name} writes other items than we do.")
        if peer.records == "full" and any(one != other for one, other in _rows(records, ours[1])):
            raise SystemExit(f"{peer.name} writes other records than we do.")
        if peer.records == "three" and any(one != other for one, other in _pairs(records, ours[1])):
            raise SystemExit(f"{peer.name} finds other losses than we do.")


def _outcome(peer: Peer, path: Path, dialect: str, whose: str) -> tuple[Path, Path]:
    items, records = HERE / f"items.{whose}", HERE / f"records.{whose}"
    clear()
    RECORDS.write_bytes(b"")
    with items.open("wb") as out:
        subprocess.run(filled(peer, path, dialect), check=True, stdout=out)
        for part in sorted(PARTS.glob("*.items.ndjson")):
            out.write(part.read_bytes())
    RECORDS.replace(records)
    return items, records


def _same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same values line by line, in whatever spelling."""
    with one.open("rb") as these, other.open("rb") as those:
        pairs = itertools.zip_longest(these, those, fillvalue=b"0")
        return all(this == that or json.loads(this) == json.loads(that) for this, that in pairs)


def _rows(one: Path, other: Path) -> Iterator[tuple[list[Any], list[Any]]]:
    """Pairs of report rows per item from two files; rows about galleries are left out."""
    return itertools.zip_longest(_in_full(one), _in_full(other), fillvalue=[])


def _in_full(path: Path) -> Iterator[list[Any]]:
    with path.open("rb") as rows:
        for _, found in itertools.groupby(map(json.loads, rows), key=lambda row: row["line"]):
            of_items = [row for row in found if "itemIndex" in row]
            yield sorted(of_items, key=lambda row: (row["pointer"], row["code"]))


def _pairs(one: Path, other: Path) -> Iterator[tuple[list[_Loss], list[_Loss]]]:
    """What two files say of each item; the order in which it is said does not matter."""
    return itertools.zip_longest(_by_line(one), _by_line(other), fillvalue=[])


def _by_line(path: Path) -> Iterator[list[_Loss]]:
    with path.open("rb") as rows:
        for _, found in itertools.groupby(map(_LOSSES.decode, rows), key=lambda loss: loss.line):
            yield sorted(found)
