"""An item could be of several dialects, and was read as one of them.

Reported when the dialect is to be recognised and nothing in the item tells, say, the REST form from
the Velo form: no id, no dates, no media. It is then read as the richer backend form. Silent when the
dialect is named by the caller, or when one key decides.

## Why it matters

Ids and dates are spelled differently in the two forms, so the wrong guess would leave them aside.
For an item that has neither, both readings are usually the same.

## What to do

Name the dialect that the file is in; then nothing is guessed.

## Source

The Velo reference of wix-pro-gallery-backend and the REST v2 reference, which share most keys, and
recorded behaviour of the official SDK, which converts one form into the other.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="R003",
    name="dialect-guessed",
    severity=Severity.INFO,
    message="The item is read as {dialect}; it could also be {others}.",
    help="Name the dialect of the input.",
    explain=__doc__,
    bad=(Example(document={"type": "TEXT", "text": {"html": "<p>Hi</p>"}}, source="auto", target="rest"),),
    good=(
        Example(
            document={"_id": GUID, "type": "TEXT", "text": {"html": "<p>Hi</p>"}},
            source="auto",
            target="rest",
        ),
    ),
)
