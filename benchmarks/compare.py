"""Whether all peers write the same items and find the same losses."""

import itertools
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from contest import HERE, REPORT, Peer
from measure import RECORDS, filled


def compare(peers: Iterable[Peer], path: Path, dialect: str, *, dirty: bool) -> None:
    """Run every peer once; refuse one whose items or records are not ours."""
    ours = _outcome(REPORT, path, dialect, "ours")
    for peer in (peer for peer in peers if peer.checks and peer is not REPORT):
        items, records = _outcome(peer, path, dialect, "theirs")
        if not _same(items, ours[0]):
            raise SystemExit(f"{peer.name} writes other items than we do.")
        if peer.records == "full" and not dirty and not _same(records, ours[1]):
            raise SystemExit(f"{peer.name} writes other records than we do.")
        if peer.records == "three" and any(one != other for one, other in _pairs(records, ours[1])):
            raise SystemExit(f"{peer.name} finds other losses than we do.")


def _outcome(peer: Peer, path: Path, dialect: str, whose: str) -> tuple[Path, Path]:
    items, records = HERE / f"items.{whose}", HERE / f"records.{whose}"
    RECORDS.write_bytes(b"")
    with items.open("wb") as out:
        subprocess.run(filled(peer, path, dialect), check=True, stdout=out)
    RECORDS.replace(records)
    return items, records


def _same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same values line by line, in whatever spelling."""
    with one.open("rb") as these, other.open("rb") as those:
        pairs = itertools.zip_longest(these, those, fillvalue=b"0")
        return all(this == that or json.loads(this) == json.loads(that) for this, that in pairs)


def _pairs(one: Path, other: Path) -> Iterator[tuple[Any, Any]]:
    """What two files say of each item; the order in which it is said does not matter."""
    return itertools.zip_longest(_by_line(one), _by_line(other))


def _by_line(path: Path) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    with path.open("rb") as rows:
        for line, found in itertools.groupby(map(json.loads, rows), key=lambda row: int(row["line"])):
            yield line, sorted((each["code"], each["pointer"]) for each in found)
