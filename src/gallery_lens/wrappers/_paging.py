"""Paging metadata beside the items of a page, compared with the items that are there."""

from typing import Any, Final

import attrs

from gallery_lens.wrappers._keys import METADATA, TOTALS

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


@attrs.frozen
class Extent:
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
