"""The slug of a page's item is not a GUID, so it does not become an id.

Reported when an item goes from a page to a backend dialect with a slug that is not a GUID, and when one
of the open-source component does with such an id. It is left out. A missing or empty slug is not
reported.

## Why it matters

A slug that came from a backend is the item's id and finds it again. Others are titles or media ids,
which the backend would refuse as ids, or worse, take for another item's.

## What to do

Nothing for new items: Wix gives them an id. For existing ones, keep the id from the backend as slug.

## Source

The Velo reference of $w.Gallery, in which the slug is any text; public viewer code, which makes one
of the title where there is none; the REST v2 reference, in which ids are GUIDs that Wix sets.
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
    """Report a slug that cannot serve as the id of a backend item."""
    stranger = comes_from(item, Family.PAGE) or comes_from(item, Family.COMPONENT)
    if aim is Aim.BACKEND and item.id and stranger and not is_guid(item.id):
        yield Violation("id", item.id)


def _called(slug: str) -> dict[str, object]:
    return {"type": "image", "slug": slug, "src": PICTURE}


RULE = Rule(
    code="I102",
    name="slug-not-guid",
    severity=Severity.INFO,
    loses=True,
    field="id",
    message="{value} is not a GUID and does not become the item's id.",
    help="Keep the id from the backend as slug if the item exists there.",
    explain=__doc__,
    check=check,
    aims=(Aim.BACKEND,),
    families=(Family.PAGE, Family.COMPONENT),
    finds=(Finds("id", has("id") & ~call(is_guid, "id")),),
    bad=(Example(document=_called("river-at-dawn"), source="frontend", target="velo"),),
    good=(Example(document=_called(GUID), source="frontend", target="velo"),),
)
