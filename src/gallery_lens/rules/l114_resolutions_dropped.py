"""The addresses of a video's encodings are dropped.

Reported when a video of the Media Manager comes with ``resolutions``, or with the ``url`` of one of
them, and the target names it by its id alone. Silent when there are none.

## Why it matters

Wix finds the encodings from the id when it plays the video. A program of your own that wants to
fetch a file cannot tell from the id which qualities there are.

## What to do

Nothing for galleries on Wix. Keep the REST form if the files are to be fetched.

## Source

The REST v2 reference, which allows up to 100 resolutions; recorded behaviour of the official SDK,
which drops them.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import VIDEO_ID
from gallery_lens.rules.base import Example, Rule

_FILE = {
    "url": f"https://video.wixstatic.com/video/{VIDEO_ID}/720p/mp4/file.mp4",
    "width": 1280,
    "height": 720,
    "format": "mp4",
    "quality": "720p",
}


def _filmed(*resolutions: dict[str, object]) -> dict[str, object]:
    info = {"id": VIDEO_ID, "filename": "river.mp4", "resolutions": list(resolutions)}
    return {"type": "VIDEO", "video": {"videoInfo": info}}


RULE = Rule(
    code="L114",
    name="resolutions-dropped",
    severity=Severity.INFO,
    loses=True,
    message="A media address names the video only; where its encodings lie is dropped: {value}.",
    help="Keep the REST form if the video's files are to be fetched.",
    explain=__doc__,
    bad=(Example(document=_filmed(_FILE), source="rest", target="velo"),),
    good=(Example(document=_filmed(), source="rest", target="velo"),),
)
