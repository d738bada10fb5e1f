"""What is aimed at, and what of it was reached."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from contest import (
    BARE,
    CHECK,
    CONVERT,
    DASK,
    FULL,
    JOBS,
    LINT,
    MANY,
    MSGSPEC,
    PYDANTIC,
    REFERENCE,
    REPORT,
    VERSION,
    Peer,
)
from measure import Contest


@attrs.frozen(kw_only=True)
class Aim:
    """A figure that we want to be at least, or at most, so large."""

    what: str
    against: str
    target: float
    fine: float  #: what would be fine: more than the target if much is wanted, less if little is
    reached: Callable[[Contest], float]
    kind: str = "lines"  #: of the contests that it is for
    least: int = 0  #: how many items these have

    @property
    def wants_much(self) -> bool:
        """Whether more is better."""
        return self.fine > self.target

    def verdict(self, contest: Contest) -> str:
        """Return in a word or three whether it was reached."""
        sign = 1 if self.wants_much else -1
        reached = sign * self.reached(contest)
        if reached < sign * self.target:
            return "missed"
        return "more than met" if reached >= sign * self.fine else "met"


def _speed(ours: Peer, other: Peer, clock: str = "") -> Callable[[Contest], float]:
    return lambda contest: contest.ratio(ours.name, other.name, clock).middle


def _length(ours: Peer, other: Peer) -> Callable[[Contest], float]:
    return lambda contest: 1 / contest.ratio(ours.name, other.name).middle


def _memory(ours: Peer) -> Callable[[Contest], float]:
    return lambda contest: contest.memory(ours.name)


def _multiple(ours: Peer) -> Callable[[Contest], float]:
    return lambda contest: (contest.memory(ours.name) << 20) / contest.size


def _faster(what: str, ours: Peer, other: Peer, target: float, fine: float) -> Aim:
    reached = _speed(ours, other)
    return Aim(what=what, against=other.name, target=target, fine=fine, reached=reached, least=MANY)


AIMS: Final = (
    _faster("convert, times as fast", CONVERT, REFERENCE, 1.4, 2.2),
    _faster("convert with a full report, times as fast", REPORT, FULL, 1.5, 2.8),
    _faster("convert, times as fast", CONVERT, PYDANTIC, 2.0, 3.5),
    _faster("convert, times as fast", CONVERT, MSGSPEC, 0.9, 1.35),
    Aim(
        what="convert --jobs 2, times as fast",
        against="one process",
        target=1.3,
        fine=1.6,
        reached=_speed(JOBS, CONVERT, "wall"),
        least=JOBS.least,
    ),
    Aim(
        what="convert --engine dask, 2 workers, times as fast",
        against="--jobs 2",
        target=0.8,
        fine=1.0,
        reached=_speed(DASK, JOBS, "wall"),
        least=DASK.least,
    ),
    Aim(what="convert, MiB at most", against="", target=60, fine=35, reached=_memory(CONVERT)),
    Aim(what="convert --report, MiB at most", against="", target=60, fine=35, reached=_memory(REPORT)),
    Aim(
        what="convert one document, times its size in memory",
        against="",
        target=7,
        fine=1,
        reached=_multiple(CONVERT),
        kind="document",
    ),
    Aim(
        what="lint one gallery, times as fast",
        against=CHECK.name,
        target=4,
        fine=10,
        reached=_speed(LINT, CHECK),
        kind="lint",
    ),
    Aim(
        what="--version, times as long",
        against=BARE.name,
        target=2.5,
        fine=1.15,
        reached=_length(VERSION, BARE),
        kind="start",
    ),
    Aim(
        what="convert one small gallery, times as long",
        against=BARE.name,
        target=10,
        fine=6.5,
        reached=_length(CONVERT, BARE),
        kind="start",
    ),
)


def judged(contests: Sequence[Contest]) -> Iterator[tuple[Aim, Contest]]:
    """Yield every aim with each contest that it is for."""
    for aim in AIMS:
        for contest in contests:
            if contest.trial.kind == aim.kind and contest.trial.count >= aim.least:
                yield aim, contest
