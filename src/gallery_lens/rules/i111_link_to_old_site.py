"""A link may lead to the site that the gallery is copied from.

Reported by `gallery-lens remap`: a warning for links to a host that was named as the old site's, and to
hosts of sites without a domain of their own (`wixsite.com` and the like); while no host was named, every
other absolute link is told as information.

## Why it matters

Visitors of the new site would be sent to the old one, or nowhere once that is gone. Which hosts belong to
the old site cannot be seen from a gallery.

## What to do

Name the hosts of the old site with `--old-domain`, and change the links that are left; a relative address
(`/rivers`) stays on the site that it is on.

## Source

The REST v2 reference: a link's `url` is absolute or relative, and is copied as it is.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import GUID, PICTURE, PICTURE_ID
from gallery_lens.rules.base import Example, Rule


def _linked(url: str) -> dict[str, object]:
    return {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": PICTURE}, "link": {"url": url}}


_MAP = {PICTURE_ID: "9b1e7d_river~mv2.jpg"}

RULE = Rule(
    code="I111",
    name="link-to-old-site",
    severity=Severity.WARNING,
    message="The link {value} leads to {host}.",
    help="Change it if that is the old site; a relative address stays on the site it is on.",
    explain=__doc__,
    bad=(Example(document=[_linked("https://old.wixsite.com/rivers")], options={"media_map": _MAP}),),
    good=(Example(document=[_linked("/rivers")], options={"media_map": _MAP}),),
)
