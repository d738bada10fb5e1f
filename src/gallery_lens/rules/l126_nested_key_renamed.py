"""A key inside a free object changes its spelling.

Reported for ``id``, ``createdDate`` and ``updatedDate`` inside EXIF data, styles, link data and
undeclared objects, when the item goes between the REST form and the Velo form: the latter writes
them with an underscore at every depth. The value is kept. A key is left alone, and not reported,
where the other spelling stands beside it.

## Why it matters

Code that looks for ``css.id`` no longer finds it. On the way back the key gets its old name again.

## What to do

Avoid these three names inside free objects.

## Source

Recorded behaviour of the official SDK, which renames the three keys wherever it meets them.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Example, Rule


def _styled(css: dict[str, str]) -> dict[str, object]:
    return {"type": "TEXT", "text": {"html": "<p>Hi</p>", "css": css}}


RULE = Rule(
    code="L126",
    name="nested-key-renamed",
    severity=Severity.INFO,
    message="A key inside a free object gets the spelling of the target; its value {value} is kept.",
    help="Avoid id, createdDate and updatedDate as keys inside free objects.",
    explain=__doc__,
    bad=(Example(document=_styled({"id": "headline"}), source="rest", target="velo"),),
    good=(Example(document=_styled({"id": "headline", "_id": "other"}), source="rest", target="velo"),),
)
