"""An item has nothing to show.

Reported when an image item has no picture, a video item no video, or a text item no text: the branch
or the media in it is missing, null, empty, or an object without id and address. Also reported for an
item that has neither a type nor any branch. Towards a page or the open-source component, and from
either, this is an error and the item is left out. Between backend dialects it is a warning and the
item is kept. A text item on its way to a page is dropped as a whole, so its text is not asked for.

## Why it matters

A page shows an empty frame for such an item or stops at it. The backend stores it, but refuses to
create it.

## What to do

Give the item its picture, video or text, or remove it.

## Source

The REST v2 reference, in which the media are needed on create; the Velo reference of $w.Gallery, in
which ``src`` is; public code with empty ``image`` objects and text items without text.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from gallery_lens.conditions import has
from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.model import UNSET, Family, Item, Kind, is_bare, kind_of
from gallery_lens.rules._origin import comes_from
from gallery_lens.rules._samples import GUID, OUTSIDE_PICTURE
from gallery_lens.rules.base import Aim, Example, Rule, Violation

_PATHS = {Kind.IMAGE: ("image", "picture"), Kind.VIDEO: ("video", "clip"), Kind.TEXT: ("text", "html")}
#: Where an item without a medium makes no sense, not even for a while.
_SHOWN = (Family.PAGE, Family.COMPONENT)
_AIMS = (Aim.PAGE, Aim.COMPONENT)
_MEDIA = {Kind.IMAGE: "picture", Kind.VIDEO: "video", Kind.TEXT: "text"}


def check(item: Item, aim: Aim) -> Iterator[Violation]:
    """Report an item without media, at the deepest thing that is there."""
    kind = kind_of(item)
    if not (kind is Kind.TEXT and aim is Aim.PAGE) and is_bare(item):
        field = _deepest(item, _PATHS[kind]) if kind else ""
        medium = _MEDIA[kind] if kind else "picture, video or text"
        shown = aim in _AIMS or any(comes_from(item, family) for family in _SHOWN)
        severity = Severity.ERROR if shown else Severity.WARNING
        yield Violation(field, NO_VALUE, {"medium": medium}, severity)


def _deepest(item: Item, path: Sequence[str]) -> str:
    """Follow *path* as far as the source says anything, null included."""
    held: Any = item
    for depth, step in enumerate(path):
        held = getattr(held, step) if held else UNSET
        if held is UNSET:
            return ".".join(path[:depth])
    return ".".join(path)


RULE = Rule(
    code="M101",
    name="media-missing",
    severity=Severity.ERROR,
    message="The item has no {medium}.",
    help="Give the item something to show, or remove it.",
    explain=__doc__,
    check=check,
    silent=has("image.picture") | has("video.clip") | has("text.html"),
    bad=(
        Example(document={"type": "IMAGE", "image": {}}),
        Example(document={"_id": GUID, "type": "VIDEO", "video": {"videoInfo": None}}, target="rest"),
        Example(document={"type": "image", "title": "River"}, source="frontend", target="velo"),
    ),
    good=(Example(document={"type": "image", "src": OUTSIDE_PICTURE}, source="frontend"),),
)
