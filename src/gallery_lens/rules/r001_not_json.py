"""The input is not JSON, or not quite.

Reported as an error when the bytes hold no JSON document: empty input, a file that was cut off, a
stray character, text that is not UTF-8. Reported as a warning when the document can be read but is
not what other programs expect: UTF-16 text, or half of a surrogate pair in a string. Reported as a
notice when the file begins with a byte order mark.

## Why it matters

Nothing of an unreadable file reaches the page. A file cut off in the middle is the usual trace of
an export that stopped early, so some galleries may be missing from other files as well.

## What to do

Export again, or mend the place named in the message. Save the file as UTF-8 without a byte order
mark; in PowerShell, ``Out-File -Encoding utf8NoBOM`` does so where ``>`` may write UTF-16.

## Source

RFC 8259, which wants UTF-8, allows readers to skip a byte order mark, and warns of surrogates
that stand alone.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="R001",
    name="not-json",
    severity=Severity.ERROR,
    refuses="text",
    message="The input is not plain JSON: {problem}.",
    help="Write the file as complete JSON in UTF-8, without a byte order mark.",
    explain=__doc__,
    bad=(
        Example(document=None, target="rest", options={"text": '{"items": [{"title": "River"'}),
        Example(document=None, target="rest", options={"text": "{'items': []}"}),
    ),
    good=(Example(document=None, target="rest", options={"text": ' {"items": []}\n'}),),
)
