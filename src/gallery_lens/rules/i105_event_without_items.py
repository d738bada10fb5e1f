"""An event about a gallery tells of the gallery, but not of its items.

Reported for an event that a gallery was created or updated and that holds no items, unless it says
that the gallery has none. What is converted then is an empty list of items.

## Why it matters

Events about galleries hold an empty list by design, whatever the gallery shows. Whoever puts that
list on a page empties the page's gallery.

## What to do

Take the gallery's id from the event, read the gallery with it, and convert the answer.

## Source

The events of the Velo reference of wix-pro-gallery-backend and of the REST v2 reference, whose
examples count two items and hold none.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule


def _event(**entity: object) -> dict[str, object]:
    return {"entity": {"_id": GUID, "name": "Rivers"} | entity, "metadata": {"entityId": GUID}}


RULE = Rule(
    code="I105",
    name="event-without-items",
    severity=Severity.INFO,
    message="The event tells of a gallery, but holds none of its items.",
    help="Read the gallery by its id, and convert the answer.",
    explain=__doc__,
    bad=(Example(document=_event(items=[], totalItems=2), source="auto", target="rest"),),
    good=(
        Example(document=_event(items=[], totalItems=0), source="auto", target="rest"),
        Example(
            document=_event(items=[{"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}}]),
            source="auto",
            target="rest",
        ),
    ),
)
