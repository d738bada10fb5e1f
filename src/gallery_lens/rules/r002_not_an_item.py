"""Something stands where an item should be, but has none of an item's keys.

Reported when a value has none of the keys by which an item, a gallery or one of their wrappers is
known, whatever dialect was named, when an object in a list of items holds items itself, and when a
value there is neither an object nor the address of a medium. If galleries stand somewhere in the
document, the message names the pointers to them.

## Why it matters

It cannot be shown, and usually it means that the wrong file was picked, or that the answer of a
call was stored together with something else.

## What to do

Pass an item, a list of items, a gallery, or the answer of a call as it came. Take a gallery out of a
larger document with ``--at`` and the pointer that the message names.

## Source

The item and gallery structures of the Velo reference of wix-pro-gallery-backend, the REST v2
reference and the Velo reference of $w.Gallery. Bare strings among the items occur in public code.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="R002",
    name="not-an-item",
    severity=Severity.ERROR,
    refuses="document",
    message="{value} {problem}.",
    help="Pass an item, a list of items, or a gallery.",
    explain=__doc__,
    bad=(Example(document={"colour": "red"}, source="auto"),),
    good=(Example(document={"colour": "red", "src": PICTURE}, source="auto", target="frontend"),),
)
