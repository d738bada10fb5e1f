"""A text item has no counterpart in ``$w.Gallery`` and is left out.

Reported for every item of type ``TEXT`` that goes to a page, once and as a whole: what else it holds
is not named again. The items around it are converted as if it were not there. On request it is an
error instead.

## Why it matters

The gallery on the page shows fewer items than the one in the editor. The converter printed in the
Wix tutorial stops at the first text item, and so loses all the others with it.

## What to do

Show the text beside the gallery, for example in a repeater, or turn it into a picture; or write it in the
viewer's own form, which no document promises, with ``--profile viewer``. Nothing is to be done if the
text was only an ornament.

## Source

The introduction of wix-pro-gallery-backend, which names the limitation; the Velo reference of
$w.Gallery, which knows image and video items only. Public viewer code reads an ``html`` field, but
no document promises it, so it is written on request only.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="L101",
    name="text-item-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="A gallery on a page shows no text items; this one is left out: {value}.",
    help="Show the text beside the gallery, or turn it into a picture.",
    explain=__doc__,
    bad=(Example(document={"type": "TEXT", "text": {"html": "<p>Summer by the river</p>"}}),),
    good=(
        Example(document={"type": "IMAGE", "title": "Summer by the river", "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "TEXT", "text": {"html": "<p>Summer by the river</p>"}}, target="rest"),
    ),
)
