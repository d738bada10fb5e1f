"""An answer holds the ids of what a call was about, and no items.

Reported for an object that has nothing but ``galleryId``, ``itemId`` or ``itemIds``. Nothing is
converted then, and that is not a fault.

## Why it matters

The calls that delete a gallery or its items, and some of those that change them, answer with ids
alone. Whoever puts such an answer where a gallery was expected gets an empty page, and should know
why.

## What to do

Nothing, if the answer was saved along with others. To convert what the ids name, read the gallery or
the items with them, and convert that answer.

## Source

The Velo reference of wix-pro-gallery-backend and the REST v2 reference, for the calls that delete.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEM = {"type": "IMAGE", "image": {"imageInfo": PICTURE}}

RULE = Rule(
    code="R006",
    name="no-items-in-answer",
    severity=Severity.INFO,
    loses=True,
    message="This is an answer that holds {keys} and no items: nothing is converted.",
    help="Read the gallery or the items by these ids, and convert that answer.",
    explain=__doc__,
    bad=(
        Example(document={"galleryId": GUID}, source="auto"),
        Example(document={"itemIds": [GUID]}, source="auto", target="rest"),
    ),
    good=(Example(document={"galleryId": GUID, "items": [_ITEM]}, source="velo", target="rest"),),
)
