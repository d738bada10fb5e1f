"""The words of a link have no place in ``$w.Gallery``.

Reported when ``link.text`` is not empty and the item goes to a page, where a link is an address and
nothing else. The text is dropped; the address and the item are kept.

## Why it matters

Visitors no longer see the words that invited them to click. The Wix pages go further and say that
items with a link text do not show at all; the code printed on the same pages merely drops the text,
and the items come through. We do as that code does and claim no more: the text is lost for certain,
the item is in the output, and whether the page shows it is worth a look.

## What to do

Put the words into the title or the description, or show them beside the gallery. Look at the item on
the live page once.

## Source

The introduction of wix-pro-gallery-backend for the limitation, its tutorial for the code; the Velo
reference of $w.Gallery, in which ``link`` is a text.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _linked(text: str | None) -> dict[str, object]:
    link = {"url": "https://river.example/walks", "text": text}
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": link}


RULE = Rule(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The link's text {value} is dropped; a link on a page is an address only.",
    help="Put the words into the title or description, and look at the item on the live page.",
    explain=__doc__,
    bad=(Example(document=_linked("Book a walk")),),
    good=(Example(document=_linked("")), Example(document=_linked(None))),
)
