"""A media address is neither of a Wix picture or video nor on the web.

Reported for the addresses of vectors, documents and audio files, for a word that is not a media id, and for
schemes other than ``http`` and ``https``. A media id alone (``5a47.jpg``, also after ``media/``) names a
file, and an address without a scheme (``//static.wixstatic.com/…``) is one on the web. The item is left out;
a hover picture costs only itself.

## Why it matters

A gallery takes pictures and videos. The official SDK stops with an error at a bare id or an address
without a scheme, and reads a vector as a picture with the id ``vector:``.

## What to do

Write the whole address of the picture or video, as the Media Manager gives it. Save a vector as a
picture first.

## Source

The Velo reference of wix-pro-gallery-backend for the address formats; recorded behaviour of the
official SDK; dumps of CMS fields and public code, in which all of these forms occur.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind
from gallery_lens.model import Item
from gallery_lens.rules._samples import OUTSIDE_PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import references, refusals

_SHOWN = (MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.WEB)


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses of what no gallery shows."""
    for address, found in references(item):
        if found.kind not in _SHOWN:
            yield Violation(address.field, address.text)
    for address, error in refusals(item):
        if error.reason == "unsupported":
            yield Violation(address.field, address.text)


_DRAWING = "wix:vector://v1/4d2a9c_7c6b5a49382716050f1e2d3c4b5a6978.svg/leaf.svg"

RULE = Rule(
    code="M102",
    name="unsupported-media",
    severity=Severity.ERROR,
    loses=True,
    stays=True,
    message="{value} is neither a picture or video of Wix nor an address on the web.",
    help="Write the whole address of the picture or video, as the Media Manager gives it.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document={"type": "IMAGE", "image": {"imageInfo": _DRAWING}}),
        Example(document={"type": "image", "src": "river"}, source="frontend", target="velo"),
    ),
    good=(Example(document={"type": "image", "src": OUTSIDE_PICTURE}, source="frontend"),),
)
