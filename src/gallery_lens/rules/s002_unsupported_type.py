"""The item's type is none that the dialect knows.

Reported when the type is a text other than those of the dialect: ``IMAGE``, ``VIDEO``, ``TEXT`` and
``UNDEFINED`` in a backend, ``image`` and ``video`` in any case on a page. A missing type is another
matter, see ``type-inferred``. The item is left out.

## Why it matters

The API has no such value. A gallery on a page takes an unknown type for a picture or drops the item,
depending on the kind of gallery.

## What to do

Write one of the known types, or leave the type out where the media say it.

## Source

The enumerations of the REST v2 reference; the two item types of the Velo reference of $w.Gallery,
which prints both ``image`` and ``Image``; public viewer code, which ignores case.
"""

from gallery_lens.diagnostics import Severity
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Example, Rule

RULE = Rule(
    code="S002",
    name="unsupported-type",
    severity=Severity.ERROR,
    spoils=True,
    message="{value} is not an item type here; known are {allowed}.",
    help="Write one of the known types.",
    explain=__doc__,
    bad=(
        Example(document={"type": "AUDIO", "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "text", "src": PICTURE}, source="frontend", target="velo"),
    ),
    good=(
        Example(document={"type": "IMAGE", "image": {"imageInfo": PICTURE}}),
        Example(document={"type": "Image", "src": PICTURE}, source="frontend", target="velo"),
    ),
)
