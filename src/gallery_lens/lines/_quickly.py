"""Many lines of backend items on their way to a page: most of them need not go the usual way."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gallery_lens.jsontext import Block, Line
from gallery_lens.lines._entry import Entry
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters._account import SHOWN, Account
from gallery_lens.words import SourceName

if TYPE_CHECKING:
    from gallery_lens.fast import Codes, Lane, Tally


def suits(options: ConvertOptions, entry: Entry) -> bool:
    """Tell whether the quick way gives all that is asked for."""
    usual = options.source in ("auto", "velo", "rest") and options.target == "frontend"
    whole = options.at is None and options.text_items == "drop"
    alone = entry.sidecar is None and entry.ledger is None
    return usual and whole and alone and (entry.report is None or entry.report.plain)


def quickly(
    blocks: Iterator[Block], usual: Callable[[Line], Any], source: SourceName, entry: Entry
) -> Iterator[Sequence[Any]]:
    """Yield the values of *blocks*, and write down in *entry* what is found, as the *usual* way does."""
    first = next(blocks, None)
    if first is None:
        return
    lane = lane_for(source, entry)
    try:
        for block in itertools.chain([first], blocks):
            for run in lane.convert(block):
                yield [usual(run)] if isinstance(run, Line) else run
    finally:
        settle(lane, entry.account)


def lane_for(source: SourceName, entry: Entry, *, placed: bool = False) -> "Lane":
    """Return the quick way for the items of an input, or of a list that shows their order."""
    from gallery_lens.fast import Lane

    account, report = entry.account, entry.report

    def knows(dialect: str, codes: "Codes") -> bool:
        shown = (account.groups[code].shown if code in account.groups else () for code in codes)
        if all(len(each) >= SHOWN for each in shown):
            account.read_as((dialect,))
            return True
        return False

    return Lane(source, knows, (account.name, report.add_rows) if report else None, placed=placed)


def settle(lane: "Lane", account: Account) -> None:
    """Write down in *account* what *lane* has counted."""
    for tally in lane.tallies():
        _add(tally, account)


def _add(tally: "Tally", account: Account) -> None:
    account.items += tally.items
    account.converted += tally.items if tally.converted else 0
    account.lossless &= tally.lossless
    for code in tally.codes:
        account.groups[code].count += tally.items
