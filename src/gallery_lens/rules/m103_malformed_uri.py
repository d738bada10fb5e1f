"""A media address cannot be read.

Reported when an address begins like one of Wix or of the web but is broken: a percent sign without
two hexadecimal digits, an escape that is no UTF-8, no id, no host. The hover picture is looked at as
well. The item is left out, and no other.

## Why it matters

The official SDK stops with an error at such an address, and with it stops the conversion of all
other items. The picture behind it may be perfectly fine.

## What to do

Write a percent sign in a file name as ``%25``, and copy the address from the Media Manager if it is
otherwise damaged.

## Source

The address format in the Velo reference of wix-pro-gallery-backend; recorded behaviour of the
official SDK, which decodes names as JavaScript's ``decodeURIComponent`` does.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Item
from gallery_lens.rules._media import refusals
from gallery_lens.rules._rule import Aim, Example, Rule, Spot
from gallery_lens.rules._samples import PICTURE_ID


def check(item: Item, aim: Aim) -> Iterator[Spot]:
    """Report addresses that are broken."""
    for address, error in refusals(item):
        if error.reason == "malformed":
            yield Spot(address.field, address.text, {"problem": error.detail})


def _named(name: str) -> dict[str, object]:
    text = f"wix:image://v1/{PICTURE_ID}/{name}#originWidth=1200&originHeight=800"
    return {"type": "IMAGE", "image": {"imageInfo": text}}


RULE = Rule(
    code="M103",
    name="malformed-uri",
    severity=Severity.ERROR,
    message="The media address {value} cannot be read: {problem}.",
    help="Write a percent sign in a name as %25, or copy the address from the Media Manager.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(Example(document=_named("100%.jpg")), Example(document=_named("%E0%A4.jpg"))),
    good=(Example(document=_named("100%25.jpg")),),
)
