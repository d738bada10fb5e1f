"""The page of the measurements: two charts, one sentence, and the rest under *Method*."""

import os
import platform
import statistics
from collections.abc import Sequence
from typing import Final

from aims import Aim, judged
from contest import FLOOR, PEERS, REFERENCE
from measure import Contest
from picture import groups
from wide import __doc__ as data

_PAGE: Final = """# Benchmarks

{sentence}

:::{{picture}} pictures/benchmarks.svg
:caption: To page items, without a report: how many times as fast as Node with ajv, which is the dashed line.
{convert}
:::

:::{{picture}} pictures/benchmarks-report.svg
:caption: With a full report of all losses: how many times as fast as Node with ajv writing the same report.
{full}
:::

## Method

All programs read the same file and write the same items and the same losses, which is checked first, item
by item. Whole processes run in turn on one machine, and {clock} is counted; what starting
takes is in it. A ratio is the middle of those of all rounds, each to Node with ajv in the same round: above 1
is faster. Node with ajv reads, checks, converts, checks again and writes; a *floor* is what the quickest JSON
codec takes to read and write the file without doing anything. Items with mistakes are mended by Gallery Lens
alone: Node with ajv refuses them, which is less work.

{data}

`make bench` measures again, `make bench BENCH="--count 100000 1000000 --clock processor"` with files of these
sizes, and without counting what other programs of the machine take.
"""
_CLOCKS: Final = {"wall": "the time on the clock", "processor": "the time of all processors"}
_HEAD: Final = """| | records | ratio | spread | floors | µs per item | MiB |
|---|---|--:|--:|--:|--:|--:|"""
_FLOORS_HEAD: Final = """| | floors | µs per item | MiB |
|---|--:|--:|--:|"""
_AIMS_HEAD: Final = """| | against | items | target | reached | |
|---|---|---|--:|--:|---|"""
_NOTES: Final = """
With `--jobs` and a cluster it is always the time on the clock that counts. The cluster, two workers on the
same machine, is up before, and writes the parts of a folder, while all others write to nowhere. Memory is
that of the largest process of the command.
"""
_WORDS: Final = {"none": "none", "three": "three fields", "full": "full"}
_RECORDS: Final = {peer.name: _WORDS[peer.records] for peer in PEERS}


def page(contests: Sequence[Contest]) -> str:
    """Write all that was measured as Markdown."""
    text = _PAGE.format(
        sentence=_sentence(contests),
        convert=_in_words(contests, full=False),
        full=_in_words(contests, full=True),
        clock=_CLOCKS[contests[0].clock],
        data=_described(),
    )
    rounds = max(len(samples) for each in contests for samples in each.samples.values())
    made = (
        f"Python {platform.python_version()}, {platform.machine()}, {platform.system()},"
        f" {os.cpu_count()} processors; rounds: {rounds}.\n"
    )
    return "\n".join((text, _aims(contests), *(table(each) for each in contests), made))


def _described() -> str:
    """Return the description of the data, from the docstring of the module that makes it."""
    return str(data).partition("\n\n")[2].strip()


def _sentence(contests: Sequence[Contest]) -> str:
    low, high = _range(contests, full=False)
    least, most = _range(contests, full=True)
    return (
        f"Gallery Lens converts galleries to page items {low} to {high} times as fast as Node with ajv\n"
        f"does the same work, and {least} to {most} times as fast with a full report of what was lost."
    )


def _range(contests: Sequence[Contest], *, full: bool) -> tuple[str, str]:
    ours = [rows[-1][1].middle for _, rows in groups(contests, full=full)]
    return f"{min(ours):.1f}", f"{max(ours):.1f}"


def _in_words(contests: Sequence[Contest], *, full: bool) -> str:
    """Return the bars in words, for those who do not see them."""
    return "\n".join(
        f"{title}: {', '.join(f'{name} {ratio}' for name, ratio in rows)}."
        for title, rows in groups(contests, full=full)
    )


def table(contest: Contest) -> str:
    """Write what was measured with one file as Markdown."""
    trial = contest.trial
    title = f"## {trial.count:,} items of {trial.dialect}, {_named(contest)}\n"
    if REFERENCE.name in contest.samples:
        rows = [_HEAD, *(_row(contest, name) for name in contest.shown)]
    elif FLOOR.name in contest.samples:
        rows = [_FLOORS_HEAD, *(_floors_row(contest, name) for name in contest.shown)]
    else:
        rows = ["| | ms | MiB |\n|---|--:|--:|", *(_start_row(contest, name) for name in contest.shown)]
    return "\n".join((title, *rows)) + "\n"


def _named(contest: Contest) -> str:
    kinds = {
        "work": "other work on ",
        "large": "a large ",
        "objects": "as objects, from ",
        "start": "start, ",
        "lint": "lint, ",
    }
    return f"{kinds.get(contest.trial.kind, '')}`{contest.trial.shape}`"


def _row(contest: Contest, name: str) -> str:
    ratio = contest.ratio(name)
    spread = f"{ratio.low:.2f} – {ratio.high:.2f}"
    shown = f"**{name}**" if "gallery" in name else name
    return _cells(shown, _RECORDS[name], str(ratio), spread, *_price(contest, name))


def _floors_row(contest: Contest, name: str) -> str:
    return _cells(_filled(name, contest), *_price(contest, name))


def _filled(name: str, contest: Contest) -> str:
    return name.format(other="rest" if contest.trial.dialect == "velo" else "velo")


def _price(contest: Contest, name: str) -> tuple[str, str, str]:
    """Return floors, microseconds an item and MiB."""
    floors = f"{1 / contest.ratio(name, FLOOR.name).middle:.1f}" if FLOOR.name in contest.samples else ""
    each = 1e6 * statistics.median(contest.seconds(name)) / contest.trial.count
    return floors, f"{each:.1f}", str(contest.memory(name))


def _start_row(contest: Contest, name: str) -> str:
    taken = 1e3 * statistics.median(contest.seconds(name))
    return _cells(name, f"{taken:.0f}", str(contest.memory(name)))


def _aims(contests: Sequence[Contest]) -> str:
    rows = [_aim(aim, contest) for aim, contest in judged(contests)]
    return "\n".join(("### What was aimed at\n", _AIMS_HEAD, *rows)) + "\n" + _NOTES


def _aim(aim: Aim, contest: Contest) -> str:
    target = f"{'≥' if aim.wants_much else '≤'} {aim.target:g}"
    reached = f"{aim.reached(contest):.3g}"
    items = f"{contest.trial.count:,} {contest.trial.dialect}, `{contest.trial.shape}`"
    return _cells(_filled(aim.what, contest), aim.against, items, target, reached, aim.verdict(contest))


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
