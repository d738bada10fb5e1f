"""Two items of a gallery, or two galleries of a list, have the same id.

Reported at every item, and at every gallery of a list, whose id or slug is that of an earlier one;
in GUIDs upper and lower case are the same. Those without an id are skipped.

## Why it matters

An id is meant to name one thing. Whatever looks the two up by it, an update, a removal or the click
handler of a page, cannot tell them apart.

## What to do

Remove the copy, or leave its id out so that Wix gives it one.

## Source

The REST v2 reference, in which the id names one item; examples of the Velo reference of
wix-pro-gallery-backend, in which pairs occur.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Gallery
from gallery_lens.rules._samples import GUID, OTHER_GUID, PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.guid import is_guid


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the second and every further item with one id."""
    first: dict[str, int] = {}
    for index, item in enumerate(gallery.items or ()):
        id = item.id or ""
        id = id.lower() if is_guid(id) else id
        earlier = first.setdefault(id, index) if id else index
        if earlier != index:
            yield Violation("id", item.id, {"earlier": earlier + 1}, index=index, shared=id)


def _called(*ids: str) -> list[dict[str, object]]:
    return [{"_id": id, "type": "IMAGE", "image": {"imageInfo": PICTURE}} for id in ids]


RULE = Rule(
    code="I103",
    name="duplicate-id",
    severity=Severity.WARNING,
    in_copies=False,
    compares=True,
    message="The id {value} is already that of number {earlier} in the list, counted from 1.",
    help="Remove the copy, or leave its id out so that Wix gives it one.",
    explain=__doc__,
    check_gallery=check_gallery,
    bad=(Example(document=_called(GUID, OTHER_GUID, GUID)),),
    good=(Example(document=_called(GUID, OTHER_GUID)),),
)
