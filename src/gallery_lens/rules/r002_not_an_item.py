"""Something stands where an item should be, but has none of an item's keys.

Reported when the dialect is to be recognised and a value has none of the keys by which an item, a
gallery or one of their wrappers is known, and when a value in a list of items is no object at all.

## Why it matters

It cannot be shown, and usually it means that the wrong file was picked, or that the answer of a
call was stored together with something else.

## What to do

Pass an item, a list of items, a gallery, or the answer of a call as it came. Name the dialect if an
item is so bare that it cannot be recognised.

## Source

The item and gallery structures of the Velo reference of wix-pro-gallery-backend, the REST v2
reference and the Velo reference of $w.Gallery. Bare strings among the items occur in public code.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._rule import Example, Rule
from gallery_lens.rules._samples import PICTURE

RULE = Rule(
    code="R002",
    name="not-an-item",
    severity=Severity.ERROR,
    message="{value} is no gallery item; one has some of the keys {keys}.",
    help="Pass an item, a list of items, or a gallery, or name the dialect.",
    explain=__doc__,
    bad=(Example(document={"colour": "red"}, source="auto"),),
    good=(Example(document={"colour": "red", "src": PICTURE}, source="auto", target="frontend"),),
)
