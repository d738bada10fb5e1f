"""The item, gallery or document that something is found about: as given, where it stands, what it is."""

import json
from functools import cached_property
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place

#: What an object holds because of where it stands or what stands inside it; it does not tell what it is.
_PASSING: Final = frozenset(
    ("items", "totalItems", "sortOrder", "orderIndex", "gallery", "galleries", "item", "itemsInGalleries")
)


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Subject:
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
        return next(filter(None, (_text(self.raw, key) for key in ("_id", "id", "slug", "galleryId"))), None)

    @cached_property
    def title(self) -> str | None:
        """The item's title."""
        return _text(self.raw, "title")

    @cached_property
    def identity(self) -> str:
        """The identity of the subject, wherever it is: its id, or its content.

        A gallery's items, and the number that sorts an item, are no part of that content; a list has
        none but its items.
        """
        if self.id or (isinstance(self.raw, list) and self.index is None):
            return self.id or ""
        lasting = _lasting(self.raw) if isinstance(self.raw, dict) else self.raw
        return "" if lasting == {} else json.dumps(lasting, sort_keys=True, default=str)


def _lasting(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in _PASSING}


def _text(raw: Any, key: str) -> str | None:
    value = raw.get(key) if isinstance(raw, dict) else None
    return value if isinstance(value, str) and value else None
