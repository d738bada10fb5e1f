"""A copy of a gallery, as the body of the call that creates it."""

from typing import Any, Final

import attrs

from gallery_lens.api import Result
from gallery_lens.cloning.gallery import as_backend, gallery_of
from gallery_lens.order import descends, shown
from gallery_lens.rules import rule
from gallery_lens.words import SourceName
from gallery_lens.wrappers import in_whole, taken

_GALLERY: Final = frozenset(("_id", "id", "galleryId", "_createdDate", "createdDate", "sortOrder"))
_ITEM: Final = frozenset(
    ("_id", "id", "_createdDate", "createdDate", "_updatedDate", "updatedDate", "sortOrder")
)


def clone(gallery: Any, source: SourceName = "auto", *, at: str | None = None) -> Result:
    """Return the body that creates a copy of a gallery, ``{"gallery": {…}}``.

    It is what ``createGallery({cloneFromGalleryId})`` keeps: everything but the ids of the gallery and its
    items, sort orders, and the dates of creation and update. Where the list of items and their sort
    orders disagree, the sort orders decide, so that the copy shows the same order.

    Args:
        gallery: a gallery in any dialect and wrapper; it is not changed. ``velo`` and ``rest`` stay what
            they are, the others become ``rest``.
        source: its dialect, or ``auto``.
        at: a JSON Pointer to the gallery, if it stands in a larger document.

    Raises:
        UsageError: *source* is not a dialect, or the document holds no gallery, or several.
    """
    result = as_backend(taken(gallery, at), source)
    fields = gallery_of(result.value)
    values = [item.get("sortOrder") for item in fields["items"]]
    items = [_without(fields["items"][index], _ITEM) for index in shown(values, descending=descends(values))]
    body = _without(fields, _GALLERY) | {"items": items}
    told = in_whole((found for found in result.diagnostics if rule(found.code).in_copies), at)
    return attrs.evolve(result, value={"gallery": body}, diagnostics=told, trail=None)


def _without(value: dict[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: inner for key, inner in value.items() if key not in keys}
