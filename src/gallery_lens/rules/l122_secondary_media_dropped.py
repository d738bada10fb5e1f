"""Media shown on hover cannot be represented in ``$w.Gallery``.

Reported when an item has a secondary picture or text and goes to a page. The item's own picture or
video is kept.

## Why it matters

The second picture that a visitor sees while the pointer rests on the item no longer appears.

## What to do

Show it as an item of its own, or change the picture in code.

## Source

The types of the official SDK, which have the field although no document describes it; recorded
behaviour of that SDK; the Velo reference of $w.Gallery, which has none.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _hovered(secondary: dict[str, object] | None) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, "secondaryMedia": secondary}


RULE = Rule(
    code="L122",
    name="secondary-media-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="What shows under the pointer has no place on a page and is dropped: {value}.",
    help="Show it as an item of its own.",
    explain=__doc__,
    bad=(Example(document=_hovered({"text": {"html": "<p>At dawn</p>"}})),),
    good=(
        Example(document=_hovered(None)),
        Example(document=_hovered({"image": {"imageInfo": PICTURE}}), target="rest"),
    ),
)
