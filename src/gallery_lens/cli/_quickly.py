"""Many lines of backend items on their way to a page: most of them need not go the usual way."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gallery_lens.cli._options import Options
from gallery_lens.cli._record import Entry
from gallery_lens.jsontext import Block, Line
from gallery_lens.reporters._account import SHOWN, Account

if TYPE_CHECKING:
    from gallery_lens.fast import Codes, Lane, Tally


def suits(options: Options) -> bool:
    """Tell whether the quick way gives all that *options* ask for."""
    usual = options.source in ("auto", "velo", "rest") and options.target == "frontend"
    more = options.text_items != "drop" or options.sidecar is not None or options.ledger is not None
    return usual and not more and (options.report is None or options.report_as == "jsonl")


def quickly(
    blocks: Iterator[Block], usual: Callable[[Line], Any], options: Options, entry: Entry
) -> Iterator[Sequence[Any]]:
    """Yield the values of *blocks*, and write down in *entry* what is found, as the *usual* way does."""
    first = next(blocks, None)
    if first is None:
        return
    lane = lane_for(options, entry)
    try:
        for block in itertools.chain([first], blocks):
            for run in lane.convert(block):
                yield [usual(run)] if isinstance(run, Line) else run
    finally:
        settle(lane, entry.account)


def lane_for(options: Options, entry: Entry) -> "Lane":
    """Return the quick way for the items of an input."""
    from gallery_lens.fast import Lane

    account, report = entry.account, entry.report

    def knows(dialect: str, codes: "Codes") -> bool:
        shown = (account.groups[code].shown if code in account.groups else () for code in codes)
        if all(len(each) >= SHOWN for each in shown):
            account.read_as((dialect,))
            return True
        return False

    return Lane(options.source, knows, (account.name, report.add_rows) if report else None)


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
