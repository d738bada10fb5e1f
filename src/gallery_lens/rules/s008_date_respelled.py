"""A date is not written as RFC 3339 asks, and is read all the same.

Reported for dates with a blank instead of the ``T``, with an offset such as ``+0100``, without a time
or a zone, for the text of a JavaScript ``Date`` (``Mon Feb 08 2021 13:44:37 GMT+0100``), for
``{"$date": …}``, and for a count of seconds (below 100,000,000,000) or milliseconds since 1970. The
message names the instant. A date without a zone is taken as UTC, and the message says so. Written back to
its own dialect, the date stays as it is.

## Why it matters

The reading is almost surely right, but for dates without a zone: JavaScript would take them in the
zone of whoever runs it.

## What to do

Nothing, unless the instant named is not the one that is meant.

## Source

RFC 3339; the Velo reference, which prints dates in JavaScript's form, some with weekdays that no
parser but a browser's knows (``Tues``); dumps of databases for the other forms.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _dated(date: object) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "_createdDate": date}


RULE = Rule(
    code="S008",
    name="date-respelled",
    severity=Severity.INFO,
    message="{value} is read as {read}{zone}.",
    help="Nothing has to be done, unless that is not the instant that is meant.",
    explain=__doc__,
    bad=(
        Example(document=_dated("Tues Jul 05 2022 10:25:45"), target="rest"),
        Example(document=_dated({"$date": 1657439075188}), target="rest"),
        Example(document=_dated("2022-07-05"), target="rest"),
    ),
    good=(
        Example(document=_dated("2022-07-05T10:25:45.000Z"), target="rest"),
        Example(document=_dated("2022-07-05T10:25:45+02:00"), target="rest"),
    ),
)
