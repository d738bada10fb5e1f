"""The link of an item leads elsewhere after an edit, and its words are the old ones.

Reported by `restore` when the address of a link was changed in the view and the source's link holds
a text, or else Wix link data. A view shows the address only: it is replaced, the rest of the link is
kept. A link that was removed in the view goes whole, and nothing is reported.

## Why it matters

Words such as “Book a walk” may not fit where the link leads now, and link data may still name the old
place.

## What to do

Read the words once more, and change them in the restored gallery if they no longer fit.

## Source

The Velo reference of $w.Gallery, in which ``link`` is an address; the REST v2 reference and the older
SDK's types, in which a link has a text and data of its own.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule


def _linked(text: str | None) -> dict[str, object]:
    link = {"url": "https://river.example/walks", "text": text}
    return {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": link}


def _edited(link: str) -> dict[str, object]:
    return {"type": "image", "slug": GUID, "src": PICTURE, "link": link}


RULE = Rule(
    code="L129",
    name="link-text-kept",
    severity=Severity.INFO,
    message="The link leads elsewhere now; beside its new address {value} is kept.",
    help="Change the link's words in the restored gallery if they no longer fit.",
    explain=__doc__,
    bad=(Example(document=_linked("Book a walk"), options={"view": _edited("https://river.example/boats")}),),
    good=(Example(document=_linked(None), options={"view": _edited("https://river.example/boats")}),),
)
