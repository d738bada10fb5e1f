"""The item says two things about what it shows.

Reported when the type and the branch contradict each other (``IMAGE`` beside a ``video`` object),
when an item without a type has more than one of ``image``, ``video`` and ``text``, and when the
address of a Wix video stands where a picture belongs or the other way round. An address elsewhere
on the web says nothing about its kind and is not judged. The item is left out.

## Why it matters

The backend fills one branch only, so one of the two statements is wrong, and nobody but the author
knows which. A gallery that is told to show a video as a picture shows an empty frame.

## What to do

Keep the branch that is meant, remove the other, and make the type agree with it.

## Source

The REST v2 reference, in which the three branches exclude each other; the media address formats
that the Velo reference of wix-pro-gallery-backend gives for pictures and videos.
"""

from collections.abc import Iterator

from gallery_lens.diagnostics import Severity
from gallery_lens.media import MediaKind, Quirk
from gallery_lens.model import Family, Item, Kind
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._samples import OUTSIDE_PICTURE, PICTURE, VIDEO
from gallery_lens.rules.base import Aim, Example, Rule, Violation
from gallery_lens.rules.media import references

#: What names a file, and not how it is shown.
_FILES = frozenset((Quirk.BARE, Quirk.CDN))
_WRONG = {
    (Kind.IMAGE, MediaKind.VIDEO): "its picture has the address of a video",
    (Kind.VIDEO, MediaKind.IMAGE): "its video has the address of a picture",
}


#: A video at Wix as the browser gets it.
_CLIP = "https://video.wixstatic.com/video/11062b_0f1e2d3c4b5a69788796a5b4c3d2e1f0/720p/mp4/file.mp4"


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report addresses whose scheme is that of the other kind of media."""
    for address, found in references(item):
        contradiction = _WRONG.get((address.kind, found.kind))
        # No picture can be made of a clip; the component has items that say nothing of their kind.
        is_clip = found.kind is MediaKind.VIDEO and not comes_from(item, Family.COMPONENT)
        if contradiction and (is_clip or not found.quirks & _FILES):
            yield Violation(address.field, address.text, {"contradiction": contradiction})


RULE = Rule(
    code="S003",
    name="type-mismatch",
    severity=Severity.ERROR,
    loses=True,
    stays=True,
    spoils=True,
    message="The item contradicts itself: {contradiction} ({value}).",
    help="Keep the one that is meant and make the type agree with it.",
    explain=__doc__,
    check=check,
    known_by="media",
    bad=(
        Example(document={"type": "IMAGE", "image": {"imageInfo": VIDEO}}),
        Example(document={"type": "IMAGE", "image": {"imageInfo": _CLIP}}, target="rest"),
        Example(document={"type": "VIDEO", "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "image", "src": VIDEO}, source="frontend", target="velo"),
    ),
    good=(
        Example(document={"type": "IMAGE", "image": {"imageInfo": PICTURE}, "video": None}),
        Example(document={"type": "image", "src": OUTSIDE_PICTURE}, source="frontend"),
    ),
)
