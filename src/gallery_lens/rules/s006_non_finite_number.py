"""A number is NaN or an infinity, which JSON cannot hold.

Reported wherever the input itself holds such a number, be it in a field or in a free object, and
where one of the texts that the REST form has for them (``"NaN"``, ``"Infinity"``, ``"-Infinity"``)
would have to become a number. Text that stays text is not reported.

## Why it matters

Written as they are, such numbers make the whole file unreadable for every strict reader; written as
null, the value is gone. A sort order that is not a number also leaves the item's place to chance.

## What to do

Give the field a finite number, or leave it out.

## Source

RFC 8259, which has no such numbers; recorded behaviour of the official SDK, which turns exactly
those three texts of the REST form into numbers and back.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="S006",
    name="non-finite-number",
    severity=Severity.WARNING,
    loses=True,
    message="{value} cannot be written as a JSON number.",
    help="Give the field a finite number, or leave it out.",
    explain=__doc__,
    bad=(
        Example(
            document={"type": "TEXT", "sortOrder": "NaN", "text": {"html": "<p>Hi</p>"}},
            source="rest",
            target="velo",
        ),
        Example(
            document=None,
            target="velo",
            options={"text": '{"type": "TEXT", "text": {"html": "<p>Hi</p>", "css": {"ratio": NaN}}}'},
        ),
    ),
    good=(
        Example(document={"type": "TEXT", "sortOrder": "NaN", "text": {"html": "<p>Hi</p>"}}, target="rest"),
    ),
)
