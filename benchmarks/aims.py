"""What is aimed at, and what of it was reached."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from contest import (
    BARE,
    CHECK,
    CONVERT,
    DASK,
    FLOOR,
    FULL,
    JOBS,
    LINT,
    LISTS,
    MANY,
    ONES,
    PREFLIGHT,
    REFERENCE,
    REPORT,
    VERSION,
    WORK,
    Peer,
)
from measure import Contest


@attrs.frozen(kw_only=True)
class Aim:
    """A figure that we want to be at least, or at most, so large."""

    what: str
    against: str
    target: float
    reached: Callable[[Contest], float]
    wants_much: bool = True
    kind: str = "shape"  #: of the contests that it is for
    shape: str = "items.ndjson"
    dialect: str = ""  #: both, if it names none
    least: int = 0  #: how many items these have

    def is_for(self, contest: Contest) -> bool:
        """Return whether the aim is for what was measured."""
        trial = contest.trial
        fits = (trial.kind, trial.shape) == (self.kind, self.shape) and trial.count >= self.least
        return fits and self.dialect in ("", trial.dialect)

    def verdict(self, contest: Contest) -> str:
        """Return whether it was reached, in a word."""
        reached = self.reached(contest)
        return "met" if (reached >= self.target if self.wants_much else reached <= self.target) else "missed"


def _speed(ours: Peer, other: Peer, clock: str = "") -> Callable[[Contest], float]:
    return lambda contest: contest.ratio(ours.name, other.name, clock).middle


def _length(ours: Peer, other: Peer) -> Callable[[Contest], float]:
    return lambda contest: 1 / contest.ratio(ours.name, other.name).middle


def _each(ours: Peer) -> Callable[[Contest], float]:
    """Make a function that returns the time per item in microseconds."""
    return lambda contest: 1e6 * min(contest.seconds(ours.name)) / contest.trial.count


def _memory(ours: Peer) -> Callable[[Contest], float]:
    return lambda contest: contest.memory(ours.name)


def _multiple(ours: Peer) -> Callable[[Contest], float]:
    return lambda contest: (contest.memory(ours.name) << 20) / contest.size


def _convert(shape: str, dialect: str, target: float) -> Aim:
    return Aim(
        what="convert, times as fast",
        against=REFERENCE.name,
        target=target,
        reached=_speed(CONVERT, REFERENCE),
        kind="lines" if shape == "items.ndjson" else "shape",
        shape=shape,
        dialect=dialect,
    )


def _full(dialect: str, target: float) -> Aim:
    return Aim(
        what="convert with a full report, times as fast",
        against=FULL.name,
        target=target,
        reached=_speed(REPORT, FULL),
        shape="galleries.ndjson",
        dialect=dialect,
    )


def _floors(work: Peer, target: float, shape: str = "galleries.ndjson") -> Aim:
    return Aim(
        what=work.name,
        against=FLOOR.name,
        target=target,
        reached=_length(work, FLOOR),
        wants_much=False,
        kind="work",
        shape=shape,
    )


def _at_most(what: str, target: float, reached: Callable[[Contest], float], **of: str) -> Aim:
    return Aim(what=what, against="", target=target, reached=reached, wants_much=False, **of)  # type: ignore[arg-type]


AIMS: Final = (
    *(
        _convert(shape, "velo", target)
        for shape, target in (("items.ndjson", 2.0), ("galleries.ndjson", 1.5))
    ),
    *(
        _convert(shape, "rest", target)
        for shape, target in (("items.ndjson", 1.8), ("galleries.ndjson", 1.3))
    ),
    _convert("document.json", "velo", 1.5),
    _convert("document.json", "rest", 1.4),
    _convert("undeclared.ndjson", "", 1.4),
    _convert("odd.ndjson", "", 1.2),
    _convert("odder.ndjson", "", 0.7),
    _full("velo", 1.5),
    _full("rest", 1.1),
    *(_floors(work, target) for work, target in zip(WORK, (4.5, 4.5, 15, 15, 15, 15), strict=True)),
    _floors(PREFLIGHT, 4, "ordinary.ndjson"),
    _at_most("list of 50 dicts, µs per item", 25, _each(LISTS), kind="objects"),
    _at_most("one dict per call, µs per item", 60, _each(ONES), kind="objects"),
    Aim(
        what="convert --jobs 2, times as fast",
        against="one process",
        target=1.25,
        reached=_speed(JOBS, CONVERT, "wall"),
        kind="lines",
        least=10 * MANY,
    ),
    Aim(
        what="convert --engine dask, 2 workers, times as fast",
        against="--jobs 2",
        target=0.9,
        reached=_speed(DASK, JOBS, "wall"),
        kind="lines",
        least=DASK.least,
    ),
    _at_most("convert, MiB", 45, _memory(CONVERT), kind="lines"),
    _at_most("convert --report, MiB", 45, _memory(REPORT), kind="lines"),
    _at_most(
        "convert one document, times its size in memory",
        4,
        _multiple(CONVERT),
        kind="large",
        shape="document.json",
    ),
    Aim(
        what="lint one gallery, times as fast",
        against=CHECK.name,
        target=12,
        reached=_speed(LINT, CHECK),
        kind="lint",
    ),
    Aim(
        what="--version, times as long",
        against=BARE.name,
        target=1.3,
        reached=_length(VERSION, BARE),
        wants_much=False,
        kind="start",
    ),
    Aim(
        what="convert one small gallery, times as long",
        against=BARE.name,
        target=7.5,
        reached=_length(CONVERT, BARE),
        wants_much=False,
        kind="start",
    ),
    Aim(
        what="lint one small gallery, times as long",
        against=BARE.name,
        target=8.5,
        reached=_length(LINT, BARE),
        wants_much=False,
        kind="start",
    ),
)


def judged(contests: Sequence[Contest]) -> Iterator[tuple[Aim, Contest]]:
    """Yield every aim with each contest that it is for."""
    for aim in AIMS:
        yield from ((aim, contest) for contest in contests if aim.is_for(contest))
