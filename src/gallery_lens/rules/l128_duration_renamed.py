"""A video's older ``duration`` was read as its length in milliseconds.

Reported when a video has no ``durationInMillis``, its ``duration`` is a whole number or text of
digits, and the item goes to the open-source component, which has one field for the length. Text
becomes a number. Between backend dialects both fields are passed on as they are.

## Why it matters

Nothing is lost if the number is meant as milliseconds, as in every documented example. If it was
meant as seconds, the component shows a video a thousand times too short.

## What to do

Nothing, or write the length to ``durationInMillis``.

## Source

The REST v2 reference, whose examples print ``duration`` as text where its types have
``durationInMillis``; the Velo reference of wix-pro-gallery-backend, which prints a number; the source
of the open-source gallery component, in which ``duration`` is in milliseconds.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import POSTER_ID, VIDEO_ID
from gallery_lens.rules.base import Example, Rule


def _filmed(**lengths: object) -> dict[str, object]:
    info = {
        "id": VIDEO_ID,
        "url": f"https://video.wixstatic.com/video/{VIDEO_ID}/1080p/mp4/file.mp4",
        "posters": [{"id": POSTER_ID, "width": 1920, "height": 1080}],
    }
    return {"type": "VIDEO", "video": {"type": "WIX_MEDIA", "videoInfo": info, **lengths}}


RULE = Rule(
    code="L128",
    name="duration-renamed",
    severity=Severity.INFO,
    message="The duration {value} is read as milliseconds.",
    help="Write the length to durationInMillis if it is meant otherwise.",
    explain=__doc__,
    bad=(
        Example(document=_filmed(duration="20000"), source="rest", target="component"),
        Example(document=_filmed(duration=5000), source="rest", target="component"),
    ),
    good=(
        Example(document=_filmed(durationInMillis=20000), source="rest", target="component"),
        Example(
            document=_filmed(durationInMillis=20000, duration="20000"), source="rest", target="component"
        ),
        Example(document=_filmed(duration="20000"), source="rest", target="rest"),
    ),
)
