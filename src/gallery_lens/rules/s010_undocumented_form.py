"""An item for a page is written in a form that no document describes.

Reported once for an item of another dialect that goes to a page in the viewer's form, on request with
``--profile viewer``, if anything of it is written there that the documented form has no place for: a text
item, a focal point, an alternative text, the target of a link, or the size of a picture outside of Wix.
The message names the fields.

## Why it matters

The form was seen in Wix's public code, which writes and reads it, and is promised nowhere: Wix may change
it at any time, without a word.

## What to do

Look at the item on the live page, and again from time to time. Where that is too uncertain, convert to
the documented form, and show texts beside the gallery.

## Source

Wix's public converter from the items of the Pro Gallery to those of ``$w.Gallery``, and the viewer's
formatter that reads them; the Velo reference of ``$w.Gallery``, which has none of these fields.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_TEXT = {"_id": GUID, "type": "TEXT", "text": {"html": "<p>Summer by the river</p>"}}
_POINTED = {"type": "IMAGE", "image": {"imageInfo": PICTURE, "focalPoint": {"x": 0.2, "y": 0.7}}}
_PLAIN = {"type": "IMAGE", "title": "River", "image": {"imageInfo": PICTURE}}
_VIEWER = {"profile": "viewer"}

RULE = Rule(
    code="S010",
    name="undocumented-form",
    severity=Severity.INFO,
    message="Of this item the viewer's form has fields that no document describes: {fields}.",
    help="Look at the item on the live page, or convert to the documented form.",
    explain=__doc__,
    bad=(Example(document=_TEXT, options=_VIEWER), Example(document=_POINTED, options=_VIEWER)),
    good=(
        Example(document=_PLAIN, options=_VIEWER),
        Example(document={"type": "image", "src": PICTURE, "alt": "A river"}, source="frontend"),
    ),
)
