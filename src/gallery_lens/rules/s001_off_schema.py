"""A value has a type, a range or a form that its field cannot have.

Reported for every value that the dialect's schema refuses: a number where text belongs, a quality of
500, a list where an object belongs. Text is never turned into a number, or a number into text, to
make it fit. Undeclared keys are no fault. The item is left out.

## Why it matters

No program that follows the reference expects such a value. The API may refuse it, and code on the
page may stop at it, which costs the items after it as well.

## What to do

Correct the value at the place named. If it came so from Wix, please report it: then the schema is
wrong, not the value.

## Source

The field types, nullability and ranges of the Velo reference of wix-pro-gallery-backend, the REST v2
reference and the Velo reference of $w.Gallery, put together in the schemas of this project.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._rule import Example, Rule
from gallery_lens.rules._samples import PICTURE

RULE = Rule(
    code="S001",
    name="off-schema",
    severity=Severity.ERROR,
    message="Expected {expected}, found {value}.",
    help="Correct the value; it is never converted by guessing.",
    explain=__doc__,
    bad=(
        Example(document={"type": "IMAGE", "title": 5, "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "IMAGE", "image": {"imageInfo": PICTURE, "quality": 500}}),
    ),
    good=(Example(document={"type": "IMAGE", "title": "5", "image": {"imageInfo": PICTURE}}),),
)
