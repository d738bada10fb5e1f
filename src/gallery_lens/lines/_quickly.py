"""Many lines of backend items on their way to a page: most of them need not go the usual way."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from gallery_lens.jsontext import Line
from gallery_lens.lines._asked import Asked
from gallery_lens.lines._entry import Entry
from gallery_lens.reporters._account import SHOWN, Account

if TYPE_CHECKING:
    from gallery_lens.fast import Codes, Lane, Tally

#: How many lines go the usual way in any case: for fewer, the quick one does not pay.
FEW: Final = 16


def suits(asked: Asked, entry: Entry) -> bool:
    """Tell whether the quick way gives all that is asked for."""
    usual = asked.source in ("auto", "velo", "rest") and asked.target == "frontend"
    more = asked.text_items != "drop" or entry.sidecar is not None or entry.ledger is not None
    return usual and not more and (entry.report is None or entry.report.plain)


def quickly(lines: Iterator[Line], usual: Callable[[Line], Any], source: str, entry: Entry) -> Iterator[Any]:
    """Yield the values of *lines*, and write down in *entry* what is found, as the *usual* way does."""
    first = next(lines, None)
    if first is None:
        return
    lane = _lane(source, entry)
    try:
        yield usual(first)
        yield from _values(lane, lines, usual)
    finally:
        _settle(lane, entry.account)


def _lane(source: str, entry: Entry) -> "Lane":
    from gallery_lens.fast import Lane

    account, report = entry.account, entry.report

    def knows(dialect: str, codes: "Codes") -> bool:
        shown = (account.groups[code].shown if code in account.groups else () for code in codes)
        if all(len(each) >= SHOWN for each in shown):
            account.read_as((dialect,))
            return True
        return False

    return Lane(source, knows, (account.name, report.add_rows) if report else None)


def _values(lane: "Lane", lines: Iterator[Line], usual: Callable[[Line], Any]) -> Iterator[Any]:
    from gallery_lens.fast import REFUSED

    for line in lines:
        view = lane.convert(line.data, line.number)
        yield usual(line) if view is REFUSED else view


def _settle(lane: "Lane", account: Account) -> None:
    for tally in lane.tallies():
        _add(tally, account)


def _add(tally: "Tally", account: Account) -> None:
    account.items += tally.items
    account.converted += tally.items if tally.converted else 0
    account.lossless &= tally.lossless
    for code in tally.codes:
        account.groups[code].count += tally.items
