"""Of a video outside of Wix only the address is kept.

Reported when a video has an address but no id of the Media Manager, as those of YouTube and Vimeo
have, together with posters, resolutions or a file name, and the target writes the address alone.

## Why it matters

The poster is what a visitor sees before the video plays. Without it, that is left to the video
service.

## What to do

Keep the posters elsewhere. Towards a page, set the item's ``thumbnail`` by hand.

## Source

The REST v2 reference, whose YouTube example has an empty id, one resolution and one poster; recorded
behaviour of the official SDK, which keeps the address only.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import OUTSIDE_VIDEO, POSTER_ID
from gallery_lens.rules.base import Example, Rule


def _filmed(**details: object) -> dict[str, object]:
    return {
        "type": "VIDEO",
        "video": {"type": "VIMEO", "videoInfo": {"id": "", "url": OUTSIDE_VIDEO, **details}},
    }


RULE = Rule(
    code="L111",
    name="external-video-details-dropped",
    severity=Severity.INFO,
    loses=True,
    message="Of a video outside of Wix only the address is kept; {value} is dropped.",
    help="Keep the posters elsewhere, or set the thumbnail by hand.",
    explain=__doc__,
    bad=(
        Example(
            document=_filmed(posters=[{"id": POSTER_ID, "width": 1280, "height": 720}]),
            source="rest",
            target="velo",
        ),
    ),
    good=(Example(document=_filmed(posters=[], resolutions=[]), source="rest", target="velo"),),
)
