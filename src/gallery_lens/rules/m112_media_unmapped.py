"""A medium has no new id in the media map, and still names a file of the old site.

Reported by `gallery-lens remap` for every picture, video and poster of the Media Manager that the map does
not know, whether by its id or by an address. Media from outside of Wix need no id.

## Why it matters

The new gallery would show a file of the old site, and nothing as soon as that site is gone. A call that
creates an item refuses an id that the new site does not have.

## What to do

Copy the file to the new site, and add the old and the new id to the map. `--download-list` writes what
there is to copy.

## Source

The REST v2 reference: the media of an item have to be in the site's Media Manager.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE, PICTURE_ID
from gallery_lens.rules.base import Example, Rule

_ITEM = {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}}

RULE = Rule(
    code="M112",
    name="media-unmapped",
    severity=Severity.ERROR,
    message="The media map has no new id for {ids}.",
    help="Copy the file to the new site, and add both ids to the map.",
    explain=__doc__,
    bad=(Example(document=[_ITEM], options={"media_map": {"4d2a9c_other~mv2.jpg": "9b1e7d_other~mv2.jpg"}}),),
    good=(Example(document=[_ITEM], options={"media_map": {PICTURE_ID: "9b1e7d_river~mv2.jpg"}}),),
)
