"""Two pages disagree about the same item or the same field of the gallery.

Reported by `gallery-lens merge` at the version that is left out.

## Why it matters

The gallery was changed while its pages were read, or the pages were read at different times. What is
merged may be a mixture of two states, and lack an item that moved from one page to another.

## What to do

Read all pages again. Of an item the version that was updated later is kept; where that decides nothing,
and of the fields of a gallery, the one whose JSON sorts first.

## Source

The REST v2 reference for `updatedDate`, which the server sets on every change of an item.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule


def _page(title: str, updated: str) -> dict[str, object]:
    item = {"_id": GUID, "title": title, "_updatedDate": updated, "image": {"imageInfo": PICTURE}}
    return {"items": [item]}


RULE = Rule(
    code="I107",
    name="page-conflict",
    severity=Severity.WARNING,
    loses=True,
    message="Two pages disagree about {thing} {value}; {kept} is kept.",
    help="Read all pages again: the gallery changed in the meantime.",
    explain=__doc__,
    bad=(
        Example(
            document=[_page("River", "2024-05-01T10:00:00Z"), _page("Lake", "2024-05-02T10:00:00Z")],
            options={"merge": True},
        ),
    ),
    good=(
        Example(
            document=[_page("River", "2024-05-01T10:00:00Z"), _page("River", "2024-05-01T10:00:00Z")],
            options={"merge": True},
        ),
    ),
)
