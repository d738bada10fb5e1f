"""The tags of an item have no place in ``$w.Gallery``.

Reported when an item goes to a page and has at least one tag that somebody gave it. Tags that begin
with an underscore, such as ``_fileOrigin_uploaded``, are set by Wix for its own use: an item that has no
others is not reported.

## Why it matters

Code on the page cannot filter the gallery by tags, though the gallery in the editor may do so.

## What to do

Keep the tags beside the gallery, keyed by the item's id, which the page has as ``slug``.

## Source

The REST v2 reference for the field; the Velo reference of $w.Gallery, which has none; recorded
answers of the live API for the tags that Wix sets.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _tagged(*words: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "tags": {"values": list(words)}}


RULE = Rule(
    code="L120",
    name="tags-dropped",
    severity=Severity.INFO,
    loses=True,
    message="The tags {value} have no place on a page and are dropped.",
    help="Keep the tags beside the gallery, keyed by the item's id.",
    explain=__doc__,
    bad=(Example(document=_tagged("river", "dawn")),),
    good=(Example(document=_tagged()), Example(document=_tagged("_fileOrigin_uploaded"))),
)
