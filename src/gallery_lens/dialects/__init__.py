"""The dialects, written out; which one an object is written in."""

from typing import Any, Final

from gallery_lens.dialects._marks import UNBACKED
from gallery_lens.dialects.cms import CMS
from gallery_lens.dialects.component import COMPONENT
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.frontend import FRONTEND
from gallery_lens.dialects.rest import REST
from gallery_lens.dialects.rest_legacy import REST_LEGACY
from gallery_lens.dialects.velo import VELO
from gallery_lens.dialects.viewer import VIEWER

#: By name; richer ones first, since an object that could be two is read as the first of them.
DIALECTS: Final[dict[str, Dialect]] = {
    dialect.name: dialect for dialect in (REST, VELO, REST_LEGACY, CMS, FRONTEND, COMPONENT)
}

#: The names of those that something can be converted to.
WRITABLE: Final = tuple(name for name, dialect in DIALECTS.items() if dialect.writable)

#: The forms in which items for a page are written, by name.
PROFILES: Final[dict[str, Dialect]] = {"documented": FRONTEND, "viewer": VIEWER}

#: The keys that recognition looks at, for people whose object has none of them.
SOUGHT: Final = (
    "_id, id, image, video, text, type, sortOrder, src, slug, thumbnail, "
    "dataType, mediaUrl, itemId or metaData"
)


def in_profile(name: str, profile: str) -> Dialect:
    """Return the dialect of that name, in the form *profile* if it has any."""
    return PROFILES[profile] if name == FRONTEND.name else DIALECTS[name]


def detect(wire: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the dialects that *wire* can be written in, best first.

    One name is an answer, several are a guess, none says that it is not an item at all.
    """
    sure = _BACKENDS if UNBACKED.isdisjoint(wire) else DIALECTS.values()
    found = [dialect.name for dialect in sure if dialect.matches(wire)]
    return tuple(found or [dialect.name for dialect in DIALECTS.values() if dialect.may_match(wire)])


#: Those that an object matches, if any, which has no key of others.
_BACKENDS: Final = (REST, VELO)


__all__ = ["DIALECTS", "PROFILES", "SOUGHT", "WRITABLE", "Dialect", "detect", "in_profile"]
