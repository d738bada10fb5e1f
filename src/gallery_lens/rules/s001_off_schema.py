"""A value has a type, a range or a form that its field cannot have.

Reported for every value that the dialect's schema refuses and that cannot be read in another form: a
list where text belongs, a quality of 500, a text where an object belongs. Undeclared keys are no fault.
The item is converted as if the value were absent: a warning where the target has a place for the
field, else a notice. Where nothing is left to show without the value (the picture itself, the id of a
medium) it is an error, and the item is left out. Written back to its own dialect, the value stays.

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
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="S001",
    name="off-schema",
    severity=Severity.WARNING,
    loses=True,
    stays=True,
    message="Expected {expected}, found {value}.",
    help="Correct the value; nothing is guessed for it.",
    explain=__doc__,
    bad=(
        Example(document={"type": "IMAGE", "title": ["5"], "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "IMAGE", "image": {"imageInfo": 5}}),
        Example(document={"type": "IMAGE", "image": {"imageInfo": PICTURE, "quality": 500}}),
    ),
    good=(Example(document={"type": "IMAGE", "title": "5", "image": {"imageInfo": PICTURE}}),),
)
