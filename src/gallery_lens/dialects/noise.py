"""Values that Wix sets by itself: they say what would hold without them, or nothing to anybody."""

from collections.abc import Sequence
from typing import Any, Final

from gallery_lens.conditions import present
from gallery_lens.model import Clip, Resolution

#: What the type of a link says of every link that has an address.
_USUAL_TYPES: Final = ("", "NONE", "UNDEFINED", "EXTERNAL", "WEB")
#: How the Pro Gallery opens a link that names no target.
_USUAL_TARGET: Final = "_blank"
#: How tags begin that Wix sets: ``_fileOrigin_uploaded``.
_INTERNAL_TAG: Final = "_"


def link_type_tells(word: Any) -> bool:
    """Return whether the type of a link says more than that it has an address."""
    return isinstance(word, str) and word.upper() not in _USUAL_TYPES


def link_target_tells(target: Any) -> bool:
    """Return whether the target of a link is another than the default."""
    return bool(target) and target != _USUAL_TARGET


def leads(url: Any) -> bool:
    """Return whether there is a link at all: code writes words for an address that it does not have."""
    return bool(url) and url not in ("undefined", "null")


def target_lost(target: Any, url: Any) -> bool:
    """Return whether the target is that of no link."""
    return link_target_tells(target) and not leads(url)


def tags_tell(words: Sequence[str]) -> bool:
    """Return whether anybody has set one of the tags."""
    for word in words:  # noqa: SIM110 - a generator takes twice as long, and most items are asked
        if not word.startswith(_INTERNAL_TAG):
            return True
    return False


def resolutions_tell(held: Sequence[Resolution], clip: Clip) -> bool:
    """Return whether the resolutions of a clip say more than its address does."""
    return any(
        # The format is the name of the address's host.
        each.width
        or each.height
        or each.url != clip.url
        or any(map(present, (each.quality, each.filename, each.extra)))
        for each in held
    )
