"""The item, gallery or document that something is found about: as given, where it stands, what it is."""

import json
from functools import cached_property
from typing import Any, Final

from gallery_lens.places import Place
from gallery_lens.values import Record

#: What an object holds because of where it stands or what stands inside it; it does not tell what it is.
_PASSING: Final = frozenset(
    ("items", "totalItems", "sortOrder", "orderIndex", "gallery", "galleries", "item", "itemsInGalleries")
)


class Subject(Record, kw_only=True):
    """The item, gallery or document that findings are about, as given."""

    raw: Any
    place: Place  #: in the document
    dialect: str | None = None
    target: str | None = None
    gallery_id: str | None = None
    index: int | None = None

    @cached_property
    def id(self) -> str | None:
        """The item's own id, under whatever name."""
        return id_of(self.raw)

    @cached_property
    def title(self) -> str | None:
        """The item's title."""
        return title_of(self.raw)

    @cached_property
    def identity(self) -> str:
        """The identity of the subject, wherever it is: its id, or its content.

        A list has none but that of its items.
        """
        if self.id or (isinstance(self.raw, list) and self.index is None):
            return self.id or ""
        return content_of(self.raw)

    @cached_property
    def hashed(self) -> dict[str, Any]:
        """The beginnings of fingerprints that were hashed, by code."""
        return {}


def id_of(raw: Any) -> str | None:
    """Return the id of an item or gallery, under whatever name."""
    for key in ("_id", "id", "slug", "galleryId"):
        if text := _text(raw, key):
            return text
    return None


def title_of(raw: Any) -> str | None:
    """Return the title of an item."""
    return _text(raw, "title")


def content_of(raw: Any) -> str:
    """Return the content of an item or gallery, as one text.

    A gallery's items, and the number that sorts an item, are no part of it.
    """
    if isinstance(raw, dict):
        raw = {key: value for key, value in raw.items() if key not in _PASSING}
    return "" if raw == {} else json.dumps(raw, sort_keys=True, default=str)


def _text(raw: Any, key: str) -> str | None:
    value = raw.get(key) if isinstance(raw, dict) else None
    return value if isinstance(value, str) and value else None
