"""What was measured, as a page with tables."""

import platform
import statistics
from collections.abc import Iterator, Sequence
from typing import Final

from aims import Aim, judged
from contest import PEERS
from measure import Contest, Ratio

_INTRODUCTION: Final = """# Benchmarks

How fast Gallery Lens is beside other ways to turn backend items into items of a page. All of them read
the same file, one item per line, and write the same items and the same losses, which is checked first.
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
_NOTES: Final = """
With `--jobs` and a cluster it is always the time on the clock that counts. The cluster, two workers on the
same machine, is up before, and writes the parts of a folder, while all others write to nowhere. Memory is
that of the largest process of the command.
"""
_FILES: Final = {"lines": "", "document": " in one document"}
_WORDS: Final = {"none": "none", "three": "three fields", "full": "full"}
_RECORDS: Final = {peer.name: _WORDS[peer.records] for peer in PEERS}


def page(contests: Sequence[Contest]) -> str:
    """Write all that was measured as Markdown: what it means, and a table for each file of lines."""
    made = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}.\n"
    introduction = _INTRODUCTION.format(clock=_CLOCKS[contests[0].clock])
    tables = [table(each) for each in _of_lines(contests)]
    return "\n".join((introduction, _picture(contests), _aims(contests), _memory(contests), *tables, made))


def table(contest: Contest) -> str:
    """Write what was measured with one file as Markdown."""
    title = f"## {contest.trial.count:,} items from {contest.trial.dialect} to frontend\n"
    return "\n".join((title, _HEAD, *(_row(contest, name) for name in contest.shown))) + "\n"


def _row(contest: Contest, name: str) -> str:
    ratio, seconds = contest.ratio(name), statistics.median(contest.seconds(name))
    spread = f"{ratio.low:.2f} – {ratio.high:.2f}"
    shown = f"**{name}**" if "gallery" in name else name
    return _cells(shown, _RECORDS[name], str(ratio), spread, f"{seconds:.2f}", str(contest.memory(name)))


def _aims(contests: Sequence[Contest]) -> str:
    rows = [_aim(aim, contest) for aim, contest in judged(contests)]
    return "\n".join(("## What was aimed at\n", _AIMS_HEAD, *rows)) + "\n" + _NOTES


def _aim(aim: Aim, contest: Contest) -> str:
    sign = "≥" if aim.wants_much else "≤"
    target, reached = f"{sign} {aim.target:g}", f"{aim.reached(contest):.3g}"
    return _cells(aim.what, aim.against, _items(contest), target, reached, aim.verdict(contest))


def _items(contest: Contest) -> str:
    return f"{contest.trial.count:,} {contest.trial.dialect}"


def _memory(contests: Sequence[Contest]) -> str:
    """How much memory the command takes, by the number of items."""
    rows = [
        _cells(
            name,
            f"{each.trial.count:,} {each.trial.dialect}{_FILES[each.trial.kind]}",
            str(each.memory(name)),
        )
        for each in contests
        if each.trial.kind in _FILES
        for name in each.shown
        if "gallery-lens" in name
    ]
    return "\n".join(("## Memory\n", _MEMORY_HEAD, *rows)) + "\n"


def _picture(contests: Sequence[Contest]) -> str:
    shown = _longest(contests)
    dialects = " and ".join(each.trial.dialect for each in shown)
    words = "\n".join(_sentence(each) for each in shown)
    return _PICTURE.format(count=shown[0].trial.count, dialects=dialects, words=words)


def _sentence(contest: Contest) -> str:
    """The bars in words, for those who do not see them."""
    bars = ", ".join(f"{name} {contest.ratio(name)}" for name in contest.shown)
    return f"From {contest.trial.dialect}: {bars}."


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def bars(contests: Sequence[Contest]) -> Iterator[tuple[str, list[tuple[str, Ratio]]]]:
    """Yield what the picture shows: for each dialect, the programs with their ratios."""
    for contest in _longest(contests):
        yield contest.trial.dialect, [(name, contest.ratio(name)) for name in contest.shown]


def _longest(contests: Sequence[Contest]) -> list[Contest]:
    lines = _of_lines(contests)
    most = max(contest.trial.count for contest in lines)
    return [contest for contest in lines if contest.trial.count == most]


def _of_lines(contests: Sequence[Contest]) -> list[Contest]:
    return [contest for contest in contests if contest.trial.kind == "lines"]
