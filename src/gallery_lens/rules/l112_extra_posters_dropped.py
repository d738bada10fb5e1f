"""A video has several posters, and a media address holds one.

Reported for every poster that is not the one kept, when a video of the Media Manager is written as a
media address. The second poster is kept if there are two or more, as the official SDK does.

## Why it matters

The other still pictures can no longer be chosen. They usually are further frames of the same video.

## What to do

Nothing, unless another of the posters was meant to show: then put that one second.

## Source

The REST v2 reference, whose examples have four posters; recorded behaviour of the official SDK for
the choice. The open-source gallery component takes the last one, other viewer code the first.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import POSTER_ID, VIDEO_ID
from gallery_lens.rules.base import Example, Rule

_POSTER = {"id": POSTER_ID, "width": 1280, "height": 720}


def _filmed(*posters: dict[str, object]) -> dict[str, object]:
    info = {"id": VIDEO_ID, "filename": "river.mp4", "posters": list(posters)}
    return {"type": "VIDEO", "video": {"videoInfo": info}}


RULE = Rule(
    code="L112",
    name="extra-posters-dropped",
    severity=Severity.INFO,
    loses=True,
    message="A media address holds one poster; {value} is dropped.",
    help="Put the poster that is meant to show second.",
    explain=__doc__,
    bad=(
        Example(
            document=_filmed(_POSTER, {**_POSTER, "id": f"{VIDEO_ID}f001.jpg"}), source="rest", target="velo"
        ),
    ),
    good=(Example(document=_filmed(_POSTER), source="rest", target="velo"),),
)
