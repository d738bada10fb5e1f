"""A picture lies outside of Wix, and the backend takes its own pictures only.

Reported when a picture is given by an ``http`` or ``https`` address and the item goes to a backend
dialect. The address is passed on. Towards a page, which shows such pictures, nothing is reported;
``gallery-lens lint`` reports it of items in a backend dialect that go nowhere else, or to the component.

## Why it matters

The item is well-formed, but the Wix API refuses to create it: the picture has to be in the Media
Manager first. That also holds for an address of Wix's own file server, which names a file but not
its size.

## What to do

Import the picture into the Media Manager and use the address it gives.

## Source

The REST v2 reference, which says that image items cannot be made from outside addresses; public
viewer code, which shows them on a page.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind
from gallery_lens.model import Family, Item
from gallery_lens.rules._samples import OUTSIDE_PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import pictures, read


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report pictures that were given by an address on the web."""
    for field, picture in pictures(item):
        found = read(picture.address) if picture.address and aim is Aim.BACKEND else None
        if found is not None and found.kind is MediaKind.WEB:
            yield Violation(field, picture.address)


_OUTSIDE = {"type": "IMAGE", "image": {"imageInfo": OUTSIDE_PICTURE}}

RULE = Rule(
    code="M107",
    name="external-image",
    severity=Severity.WARNING,
    harmless_to=(Family.PAGE,),
    message="The picture {value} lies outside of Wix; the API takes pictures of the Media Manager only.",
    help="Import the picture into the Media Manager and use the address it gives.",
    explain=__doc__,
    check=check,
    known_by="media",
    aims=(Aim.BACKEND,),
    bad=(
        Example(document=_OUTSIDE, target="rest"),
        Example(document={"type": "image", "src": OUTSIDE_PICTURE}, source="frontend", target="velo"),
    ),
    good=(
        Example(document={"type": "image", "src": OUTSIDE_PICTURE}, source="frontend"),
        Example(document=_OUTSIDE, target="frontend"),
    ),
)
