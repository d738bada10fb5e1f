"""A key that Wix does not document is nearly one that it does.

Reported for a key of a backend item or gallery, or of an object inside, that is not a documented one
and differs from one only in capitals, hyphens and underscores, or in a letter or two. Other unknown
keys are no finding between backends: answers of the live API hold undocumented ones. A documented key
with a number behind it (``text2``) is not a mistake. Towards a page it is said as well.

## Why it matters

The API skips what it does not know, so the value never arrives, and nobody is told. Most such
keys were typed by hand, in a script or a table.

## What to do

Write the key as it is documented, if that is what is meant.

## Source

The REST v2 reference and the Velo reference of wix-pro-gallery-backend for the keys; both say nothing
of keys that they do not list.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from gallery_lens.diagnostics import Severity
from gallery_lens.model import Family, Gallery, Item, objects
from gallery_lens.rules._samples import PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation

#: Every documented key of items, galleries and what they hold, in both forms.
_KEYS: Final = (
    *("_id", "id", "_createdDate", "createdDate", "_updatedDate", "updatedDate", "sortOrder", "title"),
    *("description", "link", "text", "url", "target", "type", "rel", "wixLinkData", "image", "imageInfo"),
    *(
        "altText",
        "filename",
        "height",
        "width",
        "focalPoint",
        "exif",
        "quality",
        "unsharpMasking",
        "amount",
        "radius",
    ),
    *("threshold", "video", "videoInfo", "resolutions", "format", "posters", "durationInMillis", "duration"),
    *("html", "css", "editorHtml", "editorFontId", "tags", "values", "secondaryMedia", "name", "totalItems"),
    *("items", "sizeInBytes", "urlExpirationDate"),
)
_BY_FOLD: Final = {key.lower().lstrip("_"): key for key in reversed(_KEYS)}
#: Shorter keys are a letter away from too many words.
_SHORTEST: Final = 5
_CLOSE: Final = 0.88


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report the look-alikes among the undeclared keys of an item."""
    if _is_kept(item, aim):
        for path, held in objects(item).items():
            if held.extra:
                yield from _misspelt(path, held, item)


def check_gallery(gallery: Gallery, aim: Aim) -> Iterator[Violation]:
    """Report the look-alikes among the undeclared keys of a gallery itself."""
    if _is_kept(gallery, aim):
        yield from _misspelt("", gallery, gallery)


def _is_kept(root: Item | Gallery, aim: Aim) -> bool:
    came_from_backend = root.origin is not None and root.origin.family is Family.BACKEND
    return came_from_backend and aim in _AIMS


_AIMS: Final = (Aim.SAME, Aim.BACKEND, Aim.PAGE)


def _misspelt(path: str, held: Any, root: Item | Gallery) -> Iterator[Violation]:
    known = root.origin.own if root.origin else ()
    for key in held.extra:
        if key not in known and (meant := _meant(key)):
            yield Violation(
                path,
                held.extra[key],
                {"key": json.dumps(key, ensure_ascii=False), "meant": meant},
                below=(key,),
            )


def looks_misspelt(key: str) -> bool:
    """Return whether *key* looks like a documented one, or is one that stands in a wrong place."""
    return key in _KEYS or _meant(key) is not None


@lru_cache(maxsize=1024)
def _meant(key: str) -> str | None:
    """Return the documented key that *key* looks like, if it is none itself."""
    if key in _KEYS:
        return None
    folded = "".join(character for character in key.lower() if character not in "_- ")
    if folded.rstrip("0123456789") in _BY_FOLD and folded not in _BY_FOLD:
        return None  # one of several: ``text2``
    from difflib import get_close_matches  # only unknown keys need it

    close = [folded] if len(folded) < _SHORTEST else get_close_matches(folded, _BY_FOLD, 1, _CLOSE)
    return _BY_FOLD.get(close[0]) if close else None


def _ordered(key: str) -> dict[str, object]:
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, key: 5}


RULE = Rule(
    code="S007",
    name="misspelt-key",
    severity=Severity.INFO,
    spoils=True,
    message="The key {key} is not documented, and {meant} is; its value {value} may be ignored.",
    help="Write the key as it is documented, if that is what is meant.",
    explain=__doc__,
    check=check,
    known_by="shape",
    aims=_AIMS,
    check_gallery=check_gallery,
    bad=(
        Example(document=_ordered("sortorder"), target="rest"),
        Example(document={"type": "TEXT", "text": {"HTML": "", "html": "<p>Hi</p>"}}, target="rest"),
        Example(document={"name": "Rivers", "totalltems": 0, "items": []}, target="rest"),
    ),
    good=(
        Example(document=_ordered("sortOrder"), target="rest"),
        Example(document=_ordered("revision"), target="rest"),
        Example(document=_ordered("text2"), target="rest"),
    ),
)
