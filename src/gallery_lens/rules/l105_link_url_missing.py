"""An item has a link that leads nowhere.

Reported when a link is there but its address is missing, null, empty, or the text ``undefined``,
which careless code leaves behind. An item without a link, or with a link of null, is not reported;
on a page, where the link is the address itself, that includes an item that only has a target for it.

## Why it matters

The item looks clickable to whoever reads the data, but a click does nothing, or leads to a page
called "undefined".

## What to do

Give the link an address, or remove the link.

A fix removes a link that holds nothing but nulls and empty values, and is safe. A link that says
anything else stays for somebody to look at.

## Source

The Velo reference of wix-pro-gallery-backend and the REST v2 reference, in which both parts of a
link are optional; public code and dumped data for the text ``undefined``.
"""

from collections.abc import Iterator

from gallery_lens.conditions import among, has, there
from gallery_lens.diagnostics import Severity
from gallery_lens.model import UNSET, Family, Item
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._rule import Aim, Example, Rule, Spot
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._words import given, or_no_value


def check(item: Item, aim: Aim) -> Iterator[Spot]:
    """Report a link without a usable address."""
    if item.link and (not item.link.url or item.link.url == "undefined"):
        url = item.link.url
        if not isinstance(url, str) and comes_from(item, Family.PAGE):
            return
        yield Spot("link" if url is UNSET else "link.url", or_no_value(url), {"given": given(url)})


def _linked(link: dict[str, object] | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": link}


RULE = Rule(
    code="L105",
    name="link-url-missing",
    severity=Severity.WARNING,
    fixable=True,
    message="The link leads nowhere: its address {given}.",
    help="Give the link an address, or remove it.",
    explain=__doc__,
    check=check,
    silent=~there("link") | (has("link.url") & ~among("link.url", "undefined")),
    bad=(
        Example(document=_linked({"url": ""})),
        Example(document=_linked({})),
        Example(
            document={"type": "image", "src": PICTURE, "link": "undefined"}, source="frontend", target="velo"
        ),
    ),
    good=(
        Example(document=_linked({"url": "/walks"})),
        Example(document=_linked(None)),
        Example(document={"type": "image", "src": PICTURE, "link": None}, source="frontend", target="velo"),
    ),
)
