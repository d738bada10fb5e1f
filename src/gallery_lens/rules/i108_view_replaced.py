"""An edited view holds none of the items that it was made of.

Reported by `restore` for a view that is an empty list, and for one that shares no item with its sidecar
where `--replace-all` allows that: every item that the view showed is removed, and what the view holds
is new. What a view never shows, text items above all, stays.

## Why it matters

A view without a single item of its gallery is more often a wrong file, or an export that failed, than
an edit. The ids, dates and further fields of all removed items are gone.

## What to do

Look at the removed items, which are listed one by one, before the result is written to the site.

## Source

The behaviour of `restore`.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_ITEM = {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}}

RULE = Rule(
    code="I108",
    name="view-replaced",
    severity=Severity.WARNING,
    message="The view holds none of the {before} items that it was made of: all of them are replaced by the "
    "{after} items of the view.",
    help="Check that the view belongs to the sidecar before you write the result to the site.",
    explain=__doc__,
    bad=(Example(document=[_ITEM], options={"view": []}),),
    good=(Example(document=[_ITEM], options={"view": [{"type": "image", "slug": GUID, "src": PICTURE}]}),),
)
