"""What was measured, as a page with tables."""

import platform
import statistics
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from contest import AIMS, MANY, MEMORY, PEERS, REFERENCE, Aim
from measure import Sample


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

    dialect: str
    count: int  #: of items
    samples: dict[str, list[Sample]]  #: by the name of the peer, one a round
    clock: str = "wall"  #: ``wall`` or ``processor``

    def seconds(self, name: str) -> list[float]:
        """Return how long a program took in each round."""
        return [getattr(sample, self.clock) for sample in self.samples[name]]

    def ratio(self, name: str, other: str = REFERENCE.name) -> Ratio:
        """Compare two programs round by round; above 1 the first one is faster."""
        pairs = zip(self.seconds(name), self.seconds(other), strict=False)  # slow ones have fewer rounds
        ratios = sorted(theirs / mine for mine, theirs in pairs)
        return Ratio(statistics.median(ratios), ratios[0], ratios[-1])

    def memory(self, name: str) -> int:
        """Return the highest peak of a program, in MiB."""
        return max(sample.memory for sample in self.samples[name]) >> 10


_INTRODUCTION: Final = """# Benchmarks

How fast Gallery Lens is beside other ways to turn backend items into items of a page. All of them read
the same file, one item a line, and write the same items and the same losses, which is checked first.
Whole processes run in turn on one machine, and {clock} is counted. The ratio is to Node with ajv,
which reads, checks, converts, checks again and writes, in the same round: above 1 is faster. The spread
is from the slowest round to the quickest.

`make bench` measures again, `make bench BENCH="--count 100000 1000000"` with files of these sizes.
"""
_CLOCKS: Final = {"wall": "the time on the clock", "processor": "the time of all processors"}
_PICTURE: Final = """:::{{picture}} pictures/benchmarks.svg
:caption: How many times as fast as Node with ajv, which is the dashed line: {count:,} items of {dialects}.
{words}
:::
"""
_HEAD: Final = """| | records | ratio | spread | seconds | MiB |
|---|---|--:|--:|--:|--:|"""
_AIMS_HEAD: Final = """| | against | items | target | reached | |
|---|---|---|--:|--:|---|"""
_MEMORY_HEAD: Final = """| | items | MiB |
|---|--:|--:|"""
_WORDS: Final = {"none": "none", "three": "three fields", "full": "full"}
_RECORDS: Final = {peer.name: _WORDS[peer.records] for peer in PEERS}


def page(contests: Sequence[Contest], *, whole: bool = False) -> str:
    """Write the tables as Markdown, one for each file; with all that they mean if it is the *whole* page."""
    parts = [_table(contest) for contest in contests]
    if whole:
        made = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}.\n"
        introduction = _INTRODUCTION.format(clock=_CLOCKS[contests[0].clock])
        parts = [introduction, _picture(contests), _aims(contests), _memory(contests), *parts, made]
    return "\n".join(parts)


def _table(contest: Contest) -> str:
    title = f"## {contest.count:,} items from {contest.dialect} to frontend\n"
    return "\n".join((title, _HEAD, *(_row(contest, name) for name in contest.samples))) + "\n"


def _row(contest: Contest, name: str) -> str:
    ratio, seconds = contest.ratio(name), statistics.median(contest.seconds(name))
    spread = f"{ratio.low:.2f} – {ratio.high:.2f}"
    shown = f"**{name}**" if "gallery" in name else name
    return _cells(shown, _RECORDS[name], str(ratio), spread, f"{seconds:.2f}", str(contest.memory(name)))


def _aims(contests: Sequence[Contest]) -> str:
    long = [contest for contest in contests if contest.count >= MANY]
    rows = [_aim(aim, contest) for aim in AIMS for contest in long]
    return "\n".join(("## What was aimed at\n", _AIMS_HEAD, *rows)) + "\n"


def _aim(aim: Aim, contest: Contest) -> str:
    reached = contest.ratio(aim.ours.name, aim.other.name)
    verdict = "more than met" if reached.middle >= aim.better else "met"
    return _cells(
        aim.what,
        aim.other.name,
        f"{contest.count:,} {contest.dialect}",
        f"{aim.least:g}",
        str(reached),
        verdict if reached.middle >= aim.least else "missed",
    )


def _memory(contests: Sequence[Contest]) -> str:
    """How much memory the command takes, by the number of items."""
    rows = [
        _cells(name, f"{contest.count:,} {contest.dialect}", str(contest.memory(name)))
        for contest in contests
        for name in contest.samples
        if name.startswith("gallery-lens")
    ]
    aimed = f"The target is {MEMORY[0]} MiB for any number of lines; {MEMORY[1]} would be fine.\n"
    return "\n".join(("## Memory\n", aimed, _MEMORY_HEAD, *rows)) + "\n"


def _picture(contests: Sequence[Contest]) -> str:
    shown = _longest(contests)
    dialects = " and ".join(each.dialect for each in shown)
    words = "\n".join(_sentence(each) for each in shown)
    return _PICTURE.format(count=shown[0].count, dialects=dialects, words=words)


def _sentence(contest: Contest) -> str:
    """The bars in words, for those who do not see them."""
    bars = ", ".join(f"{name} {contest.ratio(name)}" for name in contest.samples)
    return f"From {contest.dialect}: {bars}."


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def bars(contests: Sequence[Contest]) -> Iterator[tuple[str, list[tuple[str, Ratio]]]]:
    """Yield what the picture shows: for each dialect, the programs with their ratios."""
    for contest in _longest(contests):
        yield contest.dialect, [(name, contest.ratio(name)) for name in contest.samples]


def _longest(contests: Sequence[Contest]) -> list[Contest]:
    most = max(contest.count for contest in contests)
    return [contest for contest in contests if contest.count == most]
