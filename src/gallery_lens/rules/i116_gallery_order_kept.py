"""The galleries of DESIRED are in another order, which the plan does not change.

Reported by `gallery-lens plan` for two lists of galleries, at the first gallery that would have to move. The
order is that of the galleries' sort orders, where all have different ones, else that of the list.

## Why it matters

After the plan every gallery is what DESIRED says, and they are listed in the order of CURRENT.

## What to do

Move the gallery in the dashboard of the site.

## Source

Decided for Gallery Lens: the API lists galleries by their creation date, so a plan arranges items only.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, OTHER_GUID
from gallery_lens.rules.base import Example, Rule


def _listed(*ids: str) -> dict[str, object]:
    galleries = [{"_id": id, "sortOrder": place, "items": []} for place, id in enumerate(ids)]
    return {"galleries": galleries}


RULE = Rule(
    code="I116",
    name="gallery-order-kept",
    severity=Severity.INFO,
    message="The plan does not reorder galleries: {thing} keeps its place.",
    help="Move the gallery in the dashboard of the site.",
    explain=__doc__,
    bad=(Example(document=_listed(GUID, OTHER_GUID), options={"desired": _listed(OTHER_GUID, GUID)}),),
    good=(Example(document=_listed(GUID, OTHER_GUID), options={"desired": _listed(GUID, OTHER_GUID)}),),
)
