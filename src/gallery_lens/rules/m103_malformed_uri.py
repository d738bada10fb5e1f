"""A media address cannot be read.

Reported when an address begins like one of Wix or of the web but is broken: no id, one of the words
``undefined``, ``null``, ``None`` and ``NaN`` in its place, an id with a slash, no host. A bad escape in a
file name is no reason: the picture has an id all the same. The item is left out, and no other; a hover
picture costs only itself.

## Why it matters

There is nothing to show. Wix's own converter writes the word ``undefined`` where a value is missing, and
passes it on.

## What to do

Copy the address from the Media Manager.

## Source

The address format in the Velo reference of wix-pro-gallery-backend; recorded behaviour of the
official SDK, which decodes names as JavaScript's ``decodeURIComponent`` does.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import NO_IDS, NOT_IN_ID
from gallery_lens.model import Clip, Item, Picture
from gallery_lens.rules._samples import PICTURE_ID
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import clips, pictures, refusals


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses that are broken."""
    for address, error in refusals(item):
        if error.reason == "malformed":
            yield Violation(address.field, address.text, {"problem": error.detail})
    media: list[tuple[str, Picture | Clip]] = [*pictures(item), *clips(item)]
    for field, medium in media:
        id = "" if medium.address else medium.id or ""
        if id.strip() in NO_IDS:
            yield Violation(f"{field}.id", id, {"problem": f"the word {id.strip()} is no id"})
        elif odd := NOT_IN_ID.search(id):
            yield Violation(f"{field}.id", id, {"problem": f"the id holds {odd[0]!r}"})


def _named(name: str, id: str = PICTURE_ID) -> dict[str, object]:
    text = f"wix:image://v1/{id}/{name}#originWidth=1200&originHeight=800"
    return {"type": "IMAGE", "image": {"imageInfo": text}}


_NO_ID = {"type": "IMAGE", "image": {"imageInfo": {"id": "undefined"}}}

RULE = Rule(
    code="M103",
    name="malformed-uri",
    severity=Severity.ERROR,
    loses=True,
    stays=True,
    message="The media address {value} cannot be read: {problem}.",
    help="Copy the address from the Media Manager.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document=_named("river.jpg", "undefined")),
        Example(document=_NO_ID, source="rest", target="velo"),
        Example(document={"type": "image", "src": "https://"}, source="frontend"),
    ),
    good=(Example(document=_named("100%25.jpg")), Example(document=_named("100%.jpg"))),
)
