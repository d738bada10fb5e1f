"""The dialects, written out; which one an object is written in.

The module of a dialect is imported when it is asked for: most runs meet two or three of them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from gallery_lens.dialects._marks import UNBACKED
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.words import PROFILED


class _Dialects(Mapping[str, Dialect]):
    """Dialects by name, given by functions that import them."""

    def __init__(self, sources: Mapping[str, Callable[[], Dialect]]) -> None:
        self._sources = sources
        self._imported: dict[str, Dialect] = {}

    def __getitem__(self, name: str) -> Dialect:
        if name not in self._imported:
            self._imported[name] = self._sources[name]()
        return self._imported[name]

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _rest() -> Dialect:
    from gallery_lens.dialects.rest import REST

    return REST


def _velo() -> Dialect:
    from gallery_lens.dialects.velo import VELO

    return VELO


def _rest_legacy() -> Dialect:
    from gallery_lens.dialects.rest_legacy import REST_LEGACY

    return REST_LEGACY


def _cms() -> Dialect:
    from gallery_lens.dialects.cms import CMS

    return CMS


def _frontend() -> Dialect:
    from gallery_lens.dialects.frontend import FRONTEND

    return FRONTEND


def _viewer() -> Dialect:
    from gallery_lens.dialects.viewer import VIEWER

    return VIEWER


def _component() -> Dialect:
    from gallery_lens.dialects.component import COMPONENT

    return COMPONENT


#: By name; richer ones first, since an object that could be two is read as the first of them.
DIALECTS: Final[Mapping[str, Dialect]] = _Dialects(
    {
        "rest": _rest,
        "velo": _velo,
        "rest-legacy": _rest_legacy,
        "cms": _cms,
        "frontend": _frontend,
        "component": _component,
    }
)

#: The forms in which items for a page are written, by name.
PROFILES: Final[Mapping[str, Dialect]] = _Dialects({"documented": _frontend, "viewer": _viewer})

#: The keys that recognition looks at, for people whose object has none of them.
SOUGHT: Final = (
    "_id, id, image, video, text, type, sortOrder, src, slug, thumbnail, "
    "dataType, mediaUrl, itemId or metaData"
)


def writable() -> tuple[str, ...]:
    """Return the names of those that something can be converted to."""
    return tuple(name for name, dialect in DIALECTS.items() if dialect.writable)


def in_profile(name: str, profile: str) -> Dialect:
    """Return the dialect of that name, in the form *profile* if it has any."""
    return PROFILES[profile] if name == PROFILED else DIALECTS[name]


def detect(wire: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the dialects that *wire* can be written in, best first.

    One name is an answer, several are a guess, none says that it is not an item at all.
    """
    sure = _BACKENDS if UNBACKED.isdisjoint(wire) else DIALECTS
    found = [name for name in sure if DIALECTS[name].matches(wire)]
    return tuple(found or [name for name, dialect in DIALECTS.items() if dialect.may_match(wire)])


#: Those that an object matches, if any, which has no key of others.
_BACKENDS: Final = ("rest", "velo")


__all__ = ["DIALECTS", "PROFILES", "SOUGHT", "Dialect", "detect", "in_profile", "writable"]
