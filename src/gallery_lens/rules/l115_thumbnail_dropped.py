"""A video's thumbnail cannot be kept beside its poster.

Reported when a video item of a page has a ``thumbnail`` and goes to a backend, where the poster in
the media address is the only still picture: the two are different pictures, or the thumbnail is no
picture of Wix, or the video itself is not. Silent when both are the same picture, and when the
address has no poster, so that the thumbnail can become it. Also reported when a thumbnail that is no
address of a picture goes to a page.

## Why it matters

On the page the thumbnail wins over the poster, so another picture shows before the video plays.

## What to do

Make the thumbnail the poster of the video, or drop it.

## Source

The Velo reference of $w.Gallery for the field; public viewer code, which prefers the thumbnail; the
Velo reference of wix-pro-gallery-backend, which has no such field.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE_URL, POSTER_ID, VIDEO
from gallery_lens.rules.base import Example, Rule


def _filmed(thumbnail: str) -> dict[str, object]:
    return {"type": "video", "src": VIDEO, "thumbnail": thumbnail}


RULE = Rule(
    code="L115",
    name="thumbnail-dropped",
    severity=Severity.WARNING,
    loses=True,
    message="The thumbnail {value} is dropped; the target has another poster, or no place for this one.",
    help="Make the thumbnail the poster of the video, or drop it.",
    explain=__doc__,
    bad=(Example(document=_filmed(PICTURE_URL), source="frontend", target="velo"),),
    good=(
        Example(
            document=_filmed(f"https://static.wixstatic.com/media/{POSTER_ID}"),
            source="frontend",
            target="velo",
        ),
    ),
)
