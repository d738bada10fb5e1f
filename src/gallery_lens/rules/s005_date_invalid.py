"""A date names no instant that exists.

Reported for creation and update dates such as 30 February, a 60th second that is not a leap second, or
a text that is not a date in any form that is known (``date-respelled`` lists them); the message says why.
An empty date is not a date and stays silent. The item is converted without the date: a warning towards
the backend and the component, a notice towards a page, which has no place for dates.

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

from collections.abc import Iterator

from gallery_lens import dates
from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery, Item
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report the dates of an item that no calendar or clock has."""
    yield from _check("created_date", item.created_date, aim)
    yield from _check("updated_date", item.updated_date, aim)


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the date of a gallery."""
    yield from _check("created_date", gallery.created_date, aim)


def _check(field: str, text: object, aim: Aim) -> Iterator[Violation]:
    if not isinstance(text, str) or not text:
        return
    # Nearly all dates are of a day that every month has, at a time that every day has.
    if text[8:10] < "29" and ":60" not in text and dates.RFC_3339.fullmatch(text):
        return
    try:
        dates.read(text)
    except dates.NoDate as error:
        severity = Severity.INFO if aim is Aim.PAGE else Severity.WARNING
        yield Violation(field, text, {"reason": str(error)}, severity)


def _dated(text: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "_createdDate": text}


RULE = Rule(
    code="S005",
    name="date-invalid",
    severity=Severity.WARNING,
    loses=True,
    stays=True,
    message="{value} names no instant: {reason}.",
    help="Correct the date or leave it out; Wix sets it itself.",
    explain=__doc__,
    check=check,
    known_by="shape",
    aims=(Aim.BACKEND,),
    check_gallery=check_gallery,
    bad=(
        Example(document=_dated("2021-02-30T10:00:00Z"), target="rest"),
        Example(document=_dated("2021-03-30T10:00:60.000Z"), target="rest"),
        Example(document=_dated("next week"), target="rest"),
    ),
    good=(
        Example(document=_dated("2024-02-29T10:00:00.000Z"), target="rest"),
        Example(document=_dated("2016-12-31T23:59:60Z"), target="rest"),
        Example(document=_dated(""), target="rest"),
    ),
)
