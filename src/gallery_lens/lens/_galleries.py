"""Which gallery of a list is which of an edited one: by its id, then by what it holds or is called."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gallery_lens.errors import SidecarError
from gallery_lens.lens._matching import slug_of
from gallery_lens.lens.pairs import Key, Pairs, by_value
from gallery_lens.lens.sidecar import canonical


def match_galleries(view: Sequence[Mapping[str, Any]], edited: Sequence[Any]) -> list[int | None]:
    """Return for each gallery of *edited* its index in *view*, or None for a new one.

    Raises:
        SidecarError: A gallery has an id that the view did not have.
    """
    found = Pairs(view, edited)
    found.join(_BY_ID, lambda gallery: _id(gallery) is not None)
    found.join(_BY_CONTENT, lambda gallery: _id(gallery) is None)
    known = {_id(gallery) for gallery in view}
    for id in map(_id, edited):
        if id and id not in known:
            raise SidecarError(
                "stale" if any(index is not None for index in found.indexes) else "foreign",
                f"The sidecar does not know the gallery {json.dumps(id)} of the view: "
                "it is of other galleries, or they have changed since. Convert them again.",
            )
    return found.indexes


def _id(gallery: Any) -> str | None:
    id = gallery.get("pointer", gallery.get("galleryId")) if isinstance(gallery, dict) else None
    return id if isinstance(id, str) and id else None


def _slugs(gallery: Mapping[str, Any]) -> str | None:
    items = gallery.get("items")
    slugs = [slug_of(item) for item in items] if isinstance(items, list) else []
    return canonical([_id(gallery), slugs]) if any(slugs) else None


_BY_ID: Final[tuple[Key, ...]] = (canonical, _slugs, _id)
_BY_CONTENT: Final[tuple[Key, ...]] = (
    by_value("items"),
    _slugs,
    by_value("name"),
    lambda gallery: None if _id(gallery) else "the next one",  # those without ids follow each other
)
