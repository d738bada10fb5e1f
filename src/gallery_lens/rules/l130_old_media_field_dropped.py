"""The medium of an item was replaced, and a value that described the old one is dropped.

Reported by `restore` at the new address, once for each value that the source's item holds about the
medium it had, and that a view does not show: focal point, EXIF data, quality, alternative text,
address, duration, resolutions, and posters beyond the first.

## Why it matters

A focal point, a duration or an alternative text of another file would be wrong: the page would crop the
new picture at the wrong place, and a screen reader would describe a picture that is not there.

## What to do

Set the values of the new medium in the restored gallery, the alternative text first.

## Source

The REST v2 reference of Pro Gallery items, in which these are fields beside the medium's id.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE
from gallery_lens.rules.base import Example, Rule

_OTHER = PICTURE.replace("wix:image://v1/", "wix:image://v1/other_")


def _focused(source: str) -> dict[str, object]:
    image = {"imageInfo": source, "focalPoint": {"x": 0.1, "y": 0.2}}
    return {"_id": GUID, "type": "IMAGE", "image": image}


RULE = Rule(
    code="L130",
    name="old-media-field-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The medium was replaced; {field} of the old one, {value}, is dropped.",
    help="Set the value of the new medium in the restored gallery.",
    explain=__doc__,
    bad=(
        Example(
            document=_focused(PICTURE),
            options={"view": {"type": "image", "slug": GUID, "src": _OTHER}},
        ),
    ),
    good=(
        Example(
            document=_focused(PICTURE),
            options={"view": {"type": "image", "slug": GUID, "src": PICTURE, "title": "Harbour"}},
        ),
    ),
)
