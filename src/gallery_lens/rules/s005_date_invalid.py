"""A date has the right form but names no instant that exists.

Reported for creation and update dates such as 30 February or a 60th second, when the item goes to a
backend dialect. An empty date is no date and stays silent. A text that does not even have the form
of a date is refused as ``off-schema``. The item is left out; a gallery is not, its date is only
named.

## Why it matters

JavaScript reads 30 February as 2 March without a word, and makes an invalid date of most other such
texts, which then spoils sorting and printing.

## What to do

Correct the date, or leave it out: Wix sets both dates itself and ignores or refuses those that are
sent.

## Source

RFC 3339 for the form; the REST v2 reference, which marks the dates as read-only; recorded behaviour
of the official SDK, which hands every date to JavaScript's own parser.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery, Item
from gallery_lens.rules._rule import Aim, Example, Rule, Spot
from gallery_lens.rules._samples import PICTURE

_TIME: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_DATE: Final = re.compile(
    rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})T{_TIME}:[0-5][0-9](?:\.[0-9]+)?(?:Z|[+-]{_TIME})"
)


def check(item: Item, aim: Aim) -> Iterator[Spot]:
    """Report the dates of an item that no calendar or clock has."""
    dates = {"created_date": item.created_date, "updated_date": item.updated_date}
    for field, text in dates.items():
        if aim is Aim.BACKEND and text and not _exists(text):
            yield Spot(field, text)


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Spot]:
    """Report the date of a gallery; a warning, since nothing is left out for it."""
    text = gallery.created_date
    if aim is Aim.BACKEND and text and not _exists(text):
        yield Spot("created_date", text, severity=Severity.WARNING)


def _exists(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and _is_day(*map(int, found.groups()))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        # The calendar repeats every 400 years, and Python's has no year 0.
        date(2000 + year % 400, month, day)
    except ValueError:
        return False
    return True


def _dated(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "_createdDate": text}


RULE = Rule(
    code="S005",
    name="date-invalid",
    severity=Severity.ERROR,
    message="{value} names no instant that exists.",
    help="Correct the date or leave it out; Wix sets it itself.",
    explain=__doc__,
    check=check,
    known_by="shape",
    aims=(Aim.BACKEND,),
    check_gallery=check_gallery,
    bad=(
        Example(document=_dated("2021-02-30T10:00:00Z"), target="rest"),
        Example(document=_dated("2021-03-30T10:00:60.000Z"), target="rest"),
    ),
    good=(
        Example(document=_dated("2024-02-29T10:00:00.000Z"), target="rest"),
        Example(document=_dated(""), target="rest"),
    ),
)
