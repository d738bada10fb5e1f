"""The digits of a date below a millisecond are cut.

Reported when a date has more than three digits after the second, one of those further digits is not
zero, and the target writes dates as JavaScript does, with three.

## Why it matters

Two changes within one millisecond can no longer be told apart, and a comparison with the original
text fails although the date is the same.

## What to do

Nothing, as a rule. Compare dates as instants with a tolerance of a millisecond.

## Source

Recorded behaviour of the official SDK, which makes a JavaScript date of every date; events of
wix-pro-gallery-backend, whose times have six digits after the second.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE_ID
from gallery_lens.rules.base import Example, Rule


def _dated(text: str) -> dict[str, object]:
    info = {"id": PICTURE_ID, "width": 1200, "height": 800, "filename": "river.jpg"}
    return {"type": "IMAGE", "image": {"imageInfo": info}, "createdDate": text}


RULE = Rule(
    code="L124",
    name="date-precision-lost",
    severity=Severity.INFO,
    loses=True,
    moves=True,
    message="The date {value} is cut to whole milliseconds.",
    help="Compare dates with a tolerance of a millisecond.",
    explain=__doc__,
    bad=(Example(document=_dated("2022-08-04T10:00:09.559484Z"), source="rest", target="velo"),),
    good=(Example(document=_dated("2022-08-04T10:00:09.559000Z"), source="rest", target="velo"),),
)
