"""No call can bring an item about, so the plan leaves it out.

Reported by `gallery-lens plan` at an item of DESIRED that cannot be read, or that is new and has what the
API does not take: a picture from outside of the Media Manager, one without size, or nothing to show.

## Why it matters

After the plan the gallery is not what DESIRED says. All other items are planned for.

## What to do

Upload the picture to the Media Manager and name it by its id, with width and height.

## Source

The REST v2 reference: an image needs `imageInfo` with id, width and height when it is created, a video
`videoInfo`, a text `html`.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import OTHER_GUID, OUTSIDE_PICTURE, OUTSIDE_VIDEO
from gallery_lens.rules.base import Example, Rule

_EMPTY = {"_id": OTHER_GUID, "items": []}


def _gallery(**branch: object) -> dict[str, object]:
    return {"_id": OTHER_GUID, "items": [branch]}


RULE = Rule(
    code="I115",
    name="item-not-planned",
    severity=Severity.ERROR,
    message="The item is left out of the plan: {problem}.",
    help="Name a picture of the Media Manager by its id, with width and height.",
    explain=__doc__,
    bad=(Example(document=_EMPTY, options={"desired": _gallery(image={"imageInfo": OUTSIDE_PICTURE})}),),
    good=(Example(document=_EMPTY, options={"desired": _gallery(video={"videoInfo": OUTSIDE_VIDEO})}),),
)
