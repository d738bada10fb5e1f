"""How a link opens, or what it points to inside Wix, is dropped.

Reported when a link's ``target``, ``type``, ``rel`` or ``wixLinkData`` says something and the other
side has no place for it. The address is kept. Nothing is reported for what holds of any link: the target
``_blank`` and the types ``EXTERNAL``, ``WEB`` and ``UNDEFINED``.

## Why it matters

A link that replaced the page may now open a new tab: the Pro Gallery opens links in one unless it is
told otherwise. Search engines may follow a link that was marked ``nofollow`` or ``sponsored``. A link
to a Wix page, a lightbox or a phone number may have no address of its own, and then it is lost
altogether.

## What to do

Write the full address into the link, and open it from an item-clicked handler if the way it opens
matters.

## Source

The link object in older versions of the REST v2 reference and of the official SDK's types, still met
in public code; the Velo reference of $w.Gallery, in which ``link`` is a text; public viewer code for
the default target.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _linked(**details: object) -> dict[str, object]:
    link = {"url": "https://river.example/walks", **details}
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": link}


RULE = Rule(
    code="L103",
    name="link-details-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="Of the link only the address is kept; {value} is dropped.",
    help="Write the full address into the link, and handle the click in code if the way it opens matters.",
    explain=__doc__,
    bad=(
        Example(document=_linked(target="_self")),
        Example(document=_linked(type="INTERNAL")),
        Example(document=_linked(rel="nofollow")),
    ),
    good=(
        Example(document=_linked(target=None)),
        Example(document=_linked(type="EXTERNAL", target="_blank")),
        Example(document=_linked(target="_self", rel="nofollow"), target="rest"),
    ),
)
