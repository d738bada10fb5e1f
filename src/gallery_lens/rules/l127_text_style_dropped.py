"""How a text looks has no place in the open-source gallery component.

Reported for every member of a text item's ``css`` that goes to the component, except a background
colour, and a width and height in whole pixels: those have a place. Empty members are skipped.

## Why it matters

The text shows with the styles of the page around it. Fonts, padding and alignment that were set for
this text alone are not seen, unless its HTML repeats them.

## What to do

Write the styles into the HTML of the text, or style the component on the page.

## Source

The REST v2 reference, in which ``css`` holds free key-value pairs; the documentation and source of
the open-source gallery component, which reads a background colour and a size and no other style.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules.base import Example, Rule


def _styled(**css: object) -> dict[str, object]:
    return {"type": "TEXT", "text": {"html": "<p>Summer by the river</p>", "css": css}}


RULE = Rule(
    code="L127",
    name="text-style-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The style {value} has no place in the component and is dropped.",
    help="Write the style into the HTML of the text, or style the component on the page.",
    explain=__doc__,
    bad=(
        Example(document=_styled(padding="30px"), target="component"),
        Example(document=_styled(backgroundColor="pink", width="50%"), target="component"),
    ),
    good=(
        Example(document=_styled(backgroundColor="pink", width=420, height=300), target="component"),
        Example(document=_styled(padding="30px"), target="rest"),
    ),
)
