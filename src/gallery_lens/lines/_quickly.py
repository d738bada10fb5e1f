"""Many lines of items: most of them are usual, and are converted many at once."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from gallery_lens.jsontext import Block, Line
from gallery_lens.lines._entry import Entry
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters._account import SHOWN, Account

#: The dialects that are compiled; that is not worth an import before there is enough to do.
TARGETS: Final = ("velo", "rest", "frontend")
SOURCES: Final = ("auto", *TARGETS)

if TYPE_CHECKING:
    from gallery_lens.lines._lane import Codes, Lane, Tally


def suits(options: ConvertOptions, entry: Entry) -> bool:
    """Return whether lines may be converted many at once, with all that is asked for."""
    compared = entry.sidecar is not None or entry.ledger is not None or options.as_gallery
    compared = compared or options.at is not None
    usual = options.text_items == "drop" and options.profile == "documented"
    known = options.source in SOURCES and options.target in TARGETS
    return usual and known and not compared and (entry.report is None or entry.report.plain)


def quickly(
    blocks: Iterator[Block], usual: Callable[[Line], Any], options: ConvertOptions, entry: Entry
) -> Iterator[Sequence[Any]]:
    """Yield the values of *blocks*, and write down in *entry* what is found, as the *usual* way does."""
    first = next(blocks, None)
    if first is None:
        return
    lane = lane_for(options, entry)
    try:
        for block in itertools.chain([first], blocks):
            for run in lane.convert(block):
                yield [usual(told(run, lane, entry.account))] if isinstance(run, Line) else run
    finally:
        settle(lane, entry.account)


def lane_for(options: ConvertOptions, entry: Entry, *, placed: bool = False) -> "Lane":
    """Return the quick way for the items of an input, or of a list that shows their order."""
    from gallery_lens.lines._lane import Lane

    account, report = entry.account, entry.report

    def knows(dialect: str, codes: "Codes") -> bool:
        shown = (account.groups[code].shown if code in account.groups else () for code in codes)
        if all(len(each) >= SHOWN for each in shown):
            account.read_as((dialect,))
            return True
        return False

    rows = (account.name, report.add_rows) if report else None
    return Lane(options.source, options.target, knows, rows, placed=placed)


def told(line: Line, lane: "Lane", account: Account) -> Line:
    """Return *line*, which is converted alone; count why, if that is wanted."""
    if account.explains:
        account.alone[lane.why(line.data)] += 1
    return line


def settle(lane: "Lane", account: Account) -> None:
    """Write down in *account* what *lane* has counted."""
    for tally in lane.tallies():
        _add(tally, account)


def _add(tally: "Tally", account: Account) -> None:
    account.items += tally.items
    account.together += tally.items
    account.converted += tally.items if tally.converted else 0
    account.lossless &= tally.lossless
    for code in tally.codes:
        account.groups[code].count += tally.items
