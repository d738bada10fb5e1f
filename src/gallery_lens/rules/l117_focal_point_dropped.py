"""A picture's focal point has no place in ``$w.Gallery``.

Reported when an image has a focal point other than the middle, and the item goes to a page. The
middle (0.5 and 0.5) is what a gallery takes anyway and is not reported.

## Why it matters

Where the gallery crops a picture, it keeps the middle instead of the spot that was chosen: faces at
the edge are cut off.

## What to do

Choose a layout that does not crop, or crop the picture itself; or write the viewer's own form, which no
document promises, with ``--profile viewer``.

## Source

The REST v2 reference for the field; the Velo reference of $w.Gallery, which has none. Public viewer
code reads a ``settings.focalPoint``, but no document promises it, so it is written on
request only.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule


def _focused(x: float, y: float) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE, "focalPoint": {"x": x, "y": y}}}


RULE = Rule(
    code="L117",
    name="focal-point-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The focal point {value} has no place on a page and is dropped.",
    help="Choose a layout that does not crop, or crop the picture itself.",
    explain=__doc__,
    bad=(Example(document=_focused(0.9, 0.1)),),
    good=(Example(document=_focused(0.5, 0.5)),),
)
