"""An item cannot be read as the dialect that was named, and looks like another one.

Reported once for a document, at the first item that cannot be converted, if a dialect was named
(``--from velo``) and the items that cannot be read have the keys of another dialect only.

## Why it matters

Every such item is refused, although nothing is wrong with it. Both backend dialects have the same
fields, and differ in how they write ids and media: ``_id`` and ``wix:image://…`` text in ``velo``,
``id`` and objects in ``rest``.

## What to do

Name the dialect that the message names, or none: ``--from auto`` recognises each item.

## Source

The item structures of the Velo reference of wix-pro-gallery-backend, the REST v2 reference and the
Velo reference of $w.Gallery.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

_PAGE = {"type": "image", "slug": "river", "src": PICTURE}

RULE = Rule(
    code="R009",
    name="dialect-mismatch",
    severity=Severity.WARNING,
    message="This looks like {likely}, and is read as {named}.",
    help="Name the dialect that it looks like, or leave it out to have it recognised.",
    explain=__doc__,
    bad=(Example(document=[_PAGE], source="velo", target="rest"),),
    good=(Example(document=[_PAGE], source="frontend"),),
)
