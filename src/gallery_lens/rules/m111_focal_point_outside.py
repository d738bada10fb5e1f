"""A focal point lies outside of its picture.

Reported when one of its two numbers is below 0 or above 1; the hover picture is looked at as well.
Numbers that are missing, or no finite numbers, are skipped.

## Why it matters

The numbers are fractions of the picture's width and height, from the left and from the top. A point
outside, most often one in pixels or in percent, is no spot of the picture: the crop sticks to an edge
or shows nothing of what matters.

## What to do

Divide pixels by the width and height of the original, percentages by 100.

## Source

The REST v2 reference and the Velo reference of wix-pro-gallery-backend, in whose examples all focal
points lie from 0 to 1, though neither states a range; the open-source pro-gallery component, which
takes them for fractions.
"""

from collections.abc import Iterator

from gallery_lens.conditions import between
from gallery_lens.diagnostics import Severity
from gallery_lens.model import Image, Item
from gallery_lens.order import numeric
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report focal points that are no spot of their pictures."""
    hover = item.secondary_media.image if item.secondary_media else None
    for field, image in (("image", item.image), ("secondary_media.image", hover)):
        point = image.focal_point if isinstance(image, Image) else None
        numbers = (numeric(point.x), numeric(point.y)) if point else ()
        if point and any(number is not None and not 0 <= number <= 1 for number in numbers):
            yield Violation(f"{field}.focal_point", {"x": point.x, "y": point.y})


def _focused(x: float, y: float) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE, "focalPoint": {"x": x, "y": y}}}


RULE = Rule(
    code="M111",
    name="focal-point-outside",
    severity=Severity.WARNING,
    message="The focal point {value} lies outside of the picture.",
    help="Write it as fractions of the picture's width and height, from 0 to 1.",
    explain=__doc__,
    check=check,
    silent=between("image.focal_point.x", 0, 1) & between("image.focal_point.y", 0, 1),
    bad=(
        Example(document=_focused(50, 50), target="rest"),
        Example(document=_focused(0.5, -0.25), target="rest"),
    ),
    good=(
        Example(document=_focused(0, 1), target="rest"),
        Example(document=_focused(0.25, 0.5), target="rest"),
    ),
)
