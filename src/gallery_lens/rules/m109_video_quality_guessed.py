"""The address of a video was made of its id, so its quality is a guess.

Reported when a video of the Media Manager goes to the open-source component, which wants the address
of an mp4 file, and neither the video's address nor one of its encodings names a file of that id. The
address then asks for the tallest usual quality that the poster is tall enough for, and for 480p where
nothing is known of its size.

## Why it matters

Wix encodes a video in as many qualities as its size allows. If the one that was guessed is not among
them, the video does not play; if there are better ones, they are not used.

## What to do

Convert from the REST form, which names the encodings, or replace the quality in the address.

## Source

The media address formats of the Velo reference of wix-pro-gallery-backend, which name no encoding;
the REST v2 reference, whose examples do; addresses of Wix's video server in public data.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import POSTER_ID, VIDEO, VIDEO_ID
from gallery_lens.rules.base import Example, Rule

_ENCODED = {
    "id": VIDEO_ID,
    "url": f"https://video.wixstatic.com/video/{VIDEO_ID}/720p/mp4/file.mp4",
    "posters": [{"id": POSTER_ID, "width": 1280, "height": 720}],
}

RULE = Rule(
    code="M109",
    name="video-quality-guessed",
    severity=Severity.INFO,
    of_address=True,
    message="Nothing says in which quality the video is kept; its address is a guess: {value}.",
    help="Convert from the REST form, which names the encodings, or replace the quality in the address.",
    explain=__doc__,
    bad=(Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO}}, target="component"),),
    good=(
        Example(
            document={"type": "VIDEO", "video": {"videoInfo": _ENCODED}}, source="rest", target="component"
        ),
        Example(document={"type": "VIDEO", "video": {"videoInfo": VIDEO}}, target="rest"),
    ),
)
