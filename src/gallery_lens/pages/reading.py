"""Responses of API calls, taken apart: pages of one gallery, and pages of a list of galleries."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from gallery_lens.dialects import detect
from gallery_lens.errors import UsageError
from gallery_lens.places import Place, pointer
from gallery_lens.rules.guid import is_guid

#: The keys under which a list of galleries stands.
LISTS: Final = ("galleries", "itemsInGalleries")
#: The keys that count the items of a gallery.
TOTALS: Final = ("totalItems", "totalItemsCount")
#: The keys that describe the page instead of the gallery.
_PAGING: Final[tuple[str, ...]] = (
    "paging",
    "pagingMetadata",
    "pagingMetadataV2",
    "metadata",
    "offset",
    "limit",
    "count",
)
#: The dialects whose items have an id and a sort order of their own.
_MERGED: Final = ("velo", "rest", "rest-legacy")


@attrs.frozen(kw_only=True)
class Page:
    """Some items of one gallery, and what the page says about the gallery."""

    place: Place  #: of the gallery, in the list of documents
    items_at: Place  #: of its items
    items: Sequence[Any]
    fields: Mapping[str, Any]  #: of the gallery, without its items
    paging: Mapping[str, Any]

    @property
    def id(self) -> str | None:
        """The gallery's id, if the page names it."""
        return next(
            (self.fields[key] for key in ("_id", "id", "galleryId") if is_id(self.fields.get(key))), None
        )

    @property
    def total(self) -> tuple[Place, int] | None:
        """How many items the gallery has by what the page says, with the place where it says so."""
        for key in TOTALS:
            if _is_count(self.fields.get(key)):
                return (*self.place, key), self.fields[key]
        for key, value in self.paging.items():
            if isinstance(value, dict) and _is_count(value.get("total")):
                return (*self.place, key, "total"), value["total"]
        return None

    @property
    def offset(self) -> int | None:
        """How many items of the gallery stand before the page, if it says so."""
        around = [self.paging, *(each for each in self.paging.values() if isinstance(each, dict))]
        return next((each["offset"] for each in around if _is_count(each.get("offset"))), None)


@attrs.frozen(kw_only=True)
class ListPage:
    """Some galleries of a list."""

    key: str  #: under which they stand
    pages: tuple[Page, ...]
    total: tuple[Place, int] | None


def is_id(value: Any) -> bool:
    """Return whether *value* is an id that tells its owner from others."""
    return isinstance(value, str) and bool(value)


def same_id(value: str) -> str:
    """Return *value* so that two ids are equal if they name the same thing: GUIDs in any case do."""
    return value.lower() if is_guid(value) else value


def read_pages(documents: Sequence[Any], names: Sequence[str]) -> list[Page | ListPage]:
    """Return all pages that *documents* hold, each of which is one page or a list of them.

    *names* say what messages call the documents.

    Raises:
        UsageError: One of them is not a page, or the dialects of several differ.
    """
    found = [page for index, document in enumerate(documents) for page in _pages(document, (index,), names)]
    items = (
        ((*page.items_at, index), item)
        for page in each_page(found)
        for index, item in enumerate(page.items)
        if isinstance(item, dict)
    )
    first: tuple[str, Place] | None = None
    for at, item in items:
        known = detect(item)
        if known and not set(known) & set(_MERGED):
            raise UsageError(
                f"{_name(at, names)} is an item of dialect {known[0]}, which has no id and no sort order to "
                "merge by: merge the pages of the backend, then convert them."
            )
        if len(known) == 1:
            first = first or (known[0], at)
            if known[0] != first[0]:
                raise UsageError(
                    f"The pages are of two dialects: {_name(first[1], names)} is {first[0]}, and "
                    f"{_name(at, names)} is {known[0]}. Convert them to one first (convert --to rest)."
                )
    return found


def _pages(document: Any, at: Place, names: Sequence[str]) -> Iterator[Page | ListPage]:
    if isinstance(document, list):
        if document and all(map(_is_container, document)):
            for index, each in enumerate(document):
                yield from _pages(each, (*at, index), names)
            return
        yield Page(place=at, items_at=at, items=document, fields={}, paging={})
    elif _is_container(document):
        yield _page(document, at)
    else:
        raise UsageError(
            f"{_name(at, names)} is not a page: give answers of getGallery, listGalleryItems or "
            "listGalleries."
        )


def _is_container(document: Any) -> bool:
    if not isinstance(document, dict):
        return False
    lists = any(isinstance(document.get(key), list) for key in ("items", *LISTS))
    return lists or isinstance(document.get("gallery"), dict)


def _page(document: Mapping[str, Any], at: Place) -> Page | ListPage:
    for key in LISTS:
        if isinstance(document.get(key), list):
            galleries = (each if isinstance(each, dict) else {} for each in document[key])
            pages = tuple(_gallery(each, (*at, key, index)) for index, each in enumerate(galleries))
            total = document.get("totalGalleries")
            said = ((*at, "totalGalleries"), total) if type(total) is int else None
            return ListPage(key=key, pages=pages, total=said)
    if isinstance(document.get("gallery"), dict):
        return _gallery(document["gallery"], (*at, "gallery"), document)
    return _gallery(document, at)


def _gallery(gallery: Mapping[str, Any], at: Place, around: Mapping[str, Any] | None = None) -> Page:
    items = gallery.get("items")
    beside = {key: value for key, value in (around or {}).items() if key != "gallery"} | dict(gallery)
    paging = {key: beside[key] for key in _PAGING if key in beside}
    fields = {key: value for key, value in gallery.items() if key != "items" and key not in _PAGING}
    return Page(
        place=at,
        items_at=(*at, "items"),
        items=items if isinstance(items, list) else [],
        fields=fields,
        paging=paging,
    )


def each_page(found: Sequence[Page | ListPage]) -> Iterator[Page]:
    """Yield the pages of galleries, those inside lists too."""
    for page in found:
        yield from page.pages if isinstance(page, ListPage) else (page,)


def _name(at: Place, names: Sequence[str]) -> str:
    return names[int(at[0])] + (f", {pointer(at[1:])}," if at[1:] else "")


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0
