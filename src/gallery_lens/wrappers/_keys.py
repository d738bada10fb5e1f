"""Keys by which wrappers, pages and answers are known, whatever the dialect."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gallery_lens.places import Place
from gallery_lens.values import Record

#: Keys under which a list of galleries stands.
LISTS: Final = ("galleries", "itemsInGalleries")
#: Keys that say how many items there are in all.
TOTALS: Final = ("totalItems", "totalItemsCount", "totalCount")
#: Objects beside the items of a page that say which page it is, with ``total`` inside.
METADATA: Final = ("metadata", "paging", "pagingMetadata", "pagingMetadataV2")
#: What else stands beside the items of a page, and says nothing about a gallery.
PAGING: Final = frozenset(
    (
        *TOTALS,
        *METADATA,
        *("total", "totalPages", "count", "length", "offset", "skip", "limit", "page", "pageSize"),
        *("currentPage", "cursor", "cursors", "nextCursor", "hasNext", "hasPrev", "hasMore", "next", "prev"),
        *("query", "etag", "partialIncludes"),
    )
)
#: Keys of an answer to a call that deletes something.
ANSWERS: Final = frozenset(("galleryId", "itemId", "itemIds"))

ITEM_KEYS: Final = frozenset(
    (
        *("image", "video", "text", "src", "type", "title", "description", "link", "slug"),
        *("dataType", "mediaUrl", "photoMetadata", "videoMetadata", "textMetadata"),
        *("itemId", "photoId", "metaData", "metadata", "html"),
    )
)
GALLERY_KEYS: Final = frozenset(("name", "totalItems", "totalItemsCount", "items"))
_OWN: Final = frozenset(("_id", "_createdDate", "_updatedDate"))


def holds_items(value: Mapping[str, Any]) -> bool:
    """Return whether an object holds items or galleries, and so is not an item itself."""
    return (
        isinstance(value.get("items"), list | dict)
        or any(isinstance(value.get(key), list) for key in LISTS)
        or any(isinstance(value.get(key), dict) for key in ("gallery", "item"))
    )


def is_bare_gallery(value: Mapping[str, Any]) -> bool:
    """Return whether an object without items has keys of a gallery, and none of an item."""
    return not GALLERY_KEYS.isdisjoint(value) and ITEM_KEYS.isdisjoint(value)


def is_paging(key: str) -> bool:
    """Return whether *key*, beside items, is about the page that they are; the SDK hides such keys."""
    return key in PAGING or (key.startswith("_") and key not in _OWN)


def is_answer(value: Mapping[str, Any]) -> bool:
    """Return whether an object is an answer that holds ids of what a call was about, and nothing else."""
    return (
        bool(value)
        and ANSWERS.issuperset(value)
        and all(
            isinstance(held, str) or (isinstance(held, list) and all(isinstance(id, str) for id in held))
            for held in value.values()
        )
    )


def telling(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of a gallery's *fields* that can tell its dialect: nothing about pages."""
    return {key: value for key, value in fields.items() if not is_paging(key)}


def totals(gallery: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    """Yield what an object says about how many items there are in all, with the place inside it."""
    for key in TOTALS:
        if key in gallery:
            yield (key,), gallery[key]
    for key in METADATA:
        page = gallery.get(key)
        if isinstance(page, dict) and "total" in page:
            yield (key, "total"), page["total"]


#: Keys that count all there is.
_WHOLE: Final = frozenset((*TOTALS, "total"))
#: Keys that count what is on the page.
_HELD: Final = frozenset(("count", "length"))
#: Keys that count what is on the pages before.
_BEFORE: Final = frozenset(("offset", "skip"))
#: Keys of the most that a page was to hold.
_MOST: Final = frozenset(("limit", "pageSize"))
#: Keys of a page's number, from 0 or from 1.
_NUMBER: Final = frozenset(("page", "currentPage"))
_FURTHER: Final = frozenset(("cursor", "cursors", "nextCursor", "hasNext", "hasMore", "next"))
_BACK: Final = frozenset(("hasPrev", "prev"))


class Extent(Record):
    """The place of a page among all items."""

    held: int  #: on the page
    before: int  #: on the pages before it
    whole: int  #: on all pages that are there

    @property
    def is_last(self) -> bool:
        """True if no page follows."""
        return self.before + self.held >= self.whole


def agrees(key: str, value: Any, page: Extent) -> bool:
    """Return whether what *key* says beside the items of a page follows from those that are there."""
    if key in METADATA:
        return isinstance(value, dict) and all(agrees(inner, said, page) for inner, said in value.items())
    if key in _FURTHER:
        return _is_nothing(value) or not page.is_last
    if key in _BACK:
        return _is_nothing(value) or page.before > 0
    if key == "tooManyToCount":
        return value is False
    return type(value) is int and _counts(key, value, page)


def _counts(key: str, value: int, page: Extent) -> bool:
    if key in _MOST:
        return value >= page.held
    if key in _NUMBER:
        return value in (0, 1) or page.before > 0
    if key == "totalPages":
        return value == 1 or page.whole > page.held
    expected = {_WHOLE: page.whole, _HELD: page.held, _BEFORE: page.before}
    return any(key in keys and value == count for keys, count in expected.items())


def _is_nothing(value: Any) -> bool:
    """Return whether a cursor, or an object of them, leads nowhere."""
    inner = value.values() if isinstance(value, dict) else (value,)
    return not any(inner)
