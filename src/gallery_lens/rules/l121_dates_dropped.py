"""The dates of an item have no place in ``$w.Gallery``.

Reported for a creation or update date when the item goes to a page.

## Why it matters

Code on the page cannot sort by date or mark what is new.

## What to do

Sort before the items are handed over, or keep the dates beside the gallery, keyed by the item's id.

## Source

The REST v2 reference, in which Wix sets both dates; the Velo reference of $w.Gallery, which has none.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _dated(text: str | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "_createdDate": text}


RULE = Rule(
    code="L121",
    name="dates-dropped",
    severity=Severity.INFO,
    loses=True,
    said_by=("date-invalid",),
    message="The date {value} has no place on a page and is dropped.",
    help="Sort by date before the items are handed over, or keep the dates beside the gallery.",
    explain=__doc__,
    bad=(Example(document=_dated("2022-07-03T12:05:15.000Z")),),
    good=(Example(document=_dated(None)), Example(document=_dated(""))),
)
