r"""A key stands twice in one object, and only one of its values is read.

Reported once for each such key of an object, at the second member that has it and with the first of
the values that are not read, whatever the values are. Keys are compared as they read, not as they
are spelled: ``"a"`` and ``"\u0061"`` are the same. Only a text can show this; a document that is
already an object in a program has each key once.

## Why it matters

Programs differ in which of the values they take: JavaScript and Python take the last, others the
first, or refuse the text. Whoever looks at the file may see a title that never appears on the page.

## What to do

Decide which value is meant and remove the other members. The usual cause is a file that was merged
or edited by hand.

## Source

RFC 8259, which wants the names within an object to be unique and calls what happens otherwise
unpredictable; ECMA-262, whose ``JSON.parse`` keeps the last.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="R004",
    name="duplicate-key",
    severity=Severity.WARNING,
    loses=True,
    of_key=True,
    message="The key {key} stands {times} in this object: {value} is dropped, only its last value is read.",
    help="Keep the member that is meant and remove the others.",
    explain=__doc__,
    bad=(
        Example(
            document=None, target="rest", options={"text": '{"name": "Rivers", "items": [], "name": ""}'}
        ),
        Example(
            document=None,
            target="rest",
            options={"text": '[{"type": "TEXT", "text": {"html": "<p>Hi</p>", "ht\\u006dl": "<p>Ho</p>"}}]'},
        ),
    ),
    good=(
        Example(
            document=None,
            target="rest",
            options={"text": '{"name": "Rivers", "label": "Rivers", "items": []}'},
        ),
    ),
)
