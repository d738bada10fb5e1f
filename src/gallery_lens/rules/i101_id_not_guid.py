"""The id of a backend item is not a GUID.

Reported when an item read from a backend dialect has an id that is not of the form 8-4-4-4-12
hexadecimal digits, in any case. The id is kept as it is. A missing or empty id is not reported.

## Why it matters

Wix makes its ids as GUIDs, so one of another form was made up or damaged, and the API finds no item
by it. It also hints at text that was copied from documentation.

## What to do

Read the gallery from Wix again, or leave the id out where a new item is meant.

## Source

The REST v2 reference and the types of the official SDK, which give the format; examples of the Velo
reference of wix-pro-gallery-backend, some of which break it.
"""

from collections.abc import Iterator

from gallery_lens.conditions import call, has
from gallery_lens.diagnostics import Severity
from gallery_lens.model import Family, Item
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Aim, Example, Finds, Rule, Violation
from gallery_lens.rules.guid import is_guid


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report the id of a backend item unless it is a GUID."""
    if item.id and comes_from(item, Family.BACKEND) and not is_guid(item.id):
        yield Violation("id", item.id)


def _called(name: str) -> dict[str, object]:
    return {"_id": name, "type": "IMAGE", "image": {"imageInfo": PICTURE}}


RULE = Rule(
    code="I101",
    name="id-not-guid",
    severity=Severity.INFO,
    in_copies=False,
    message="The id {value} is not a GUID; Wix makes no such ids.",
    help="Read the gallery from Wix again, or leave the id out where a new item is meant.",
    explain=__doc__,
    check=check,
    families=(Family.BACKEND,),
    finds=(Finds("id", has("id") & ~call(is_guid, "id")),),
    bad=(Example(document=_called("river-1")), Example(document=_called(f"{GUID}a"))),
    good=(Example(document=_called(GUID.upper())), Example(document=_called(""))),
)
