"""An item has a link that leads nowhere.

Reported when a link is there but its address is missing, null, empty, blank, ``#``, or one of the texts
``undefined`` and ``null``, which careless code leaves behind. A link whose ``wixLinkData`` lead somewhere
is not reported. An item without a link, or with a link of null, is not reported;
on a page, where the link is the address itself, that includes an item that only has a target for it.

## Why it matters

The item looks clickable to whoever reads the data, but a click does nothing, or leads to a page
called "undefined".

## What to do

Give the link an address, or remove the link.

A fix removes a link that holds nothing but nulls, empty values and such addresses, and is safe. A link
that says anything else stays for somebody to look at.

## Source

The Velo reference of wix-pro-gallery-backend and the REST v2 reference, in which both parts of a
link are optional; public code and dumped data for the text ``undefined``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gallery_lens.conditions import call, present, there
from gallery_lens.diagnostics import Severity
from gallery_lens.model import UNSET, Family, Item
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules._words import given, or_no_value
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report a link without a usable address."""
    if item.link and not leads(item.link.url) and not _says_anything(item.link.data):
        url = item.link.url
        if not isinstance(url, str) and comes_from(item, Family.PAGE):
            return
        yield Violation("link" if url is UNSET else "link.url", or_no_value(url), {"given": given(url)})


def leads(url: Any) -> bool:
    """Return whether the address *url* leads anywhere."""
    return isinstance(url, str) and url.strip() not in _NOWHERE


_NOWHERE: Final = frozenset(("", "#", "undefined", "null"))


def _says_anything(data: Any) -> bool:
    """Return whether link data hold anything but empty values."""
    if isinstance(data, Mapping):
        return any(map(_says_anything, data.values()))
    return present(data)


def _linked(link: dict[str, object] | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": link}


RULE = Rule(
    code="L105",
    name="link-url-missing",
    severity=Severity.WARNING,
    fixable=True,
    follows=("url", "calculatedUrl"),
    message="The link leads nowhere: its address {given}.",
    help="Give the link an address, or remove it.",
    explain=__doc__,
    check=check,
    silent=~there("link") | call(leads, "link.url"),
    bad=(
        Example(document=_linked({"url": ""})),
        Example(document=_linked({})),
        Example(document=_linked({"url": "null"})),
        Example(document=_linked({"url": " "})),
        Example(document=_linked({"url": "#"})),
        Example(
            document={"type": "image", "src": PICTURE, "link": "undefined"}, source="frontend", target="velo"
        ),
    ),
    good=(
        Example(document=_linked({"url": "/walks"})),
        Example(document=_linked(None)),
        Example(document=_linked({"wixLinkData": {"page": {"pageId": "p1"}}}), target="rest"),
        Example(document={"type": "image", "src": PICTURE, "link": None}, source="frontend", target="velo"),
    ),
)
