"""A field that the target does not know is left out.

Reported for keys that the source's dialect does not declare, and for declared ones that have no
other rule, when the target has no place for them. Between backend dialects undeclared keys are kept
and nothing is reported. Null holds nothing to lose and is skipped, and so
are objects and arrays that hold nothing else.

## Why it matters

Wix adds fields before it documents them, and people add their own. Neither reaches the page.

## What to do

Nothing, unless your own code reads the field: then keep it beside the items, keyed by their id.

## Source

A recorded answer of the live API and several examples of the REST v2 reference, which hold fields
that no type declares; the Velo reference of $w.Gallery for the fields of a page.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

_UNKNOWN = {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "priority": 4}

RULE = Rule(
    code="L125",
    name="unknown-field-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The target does not know this field; its value {value} is dropped.",
    help="Keep the field beside the items if your code reads it.",
    explain=__doc__,
    bad=(Example(document=_UNKNOWN),),
    good=(Example(document=_UNKNOWN, target="rest"), Example(document=_UNKNOWN | {"priority": None})),
)
