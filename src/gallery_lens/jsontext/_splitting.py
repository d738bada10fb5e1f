"""A document with most of it in one array: that array stays text.

So what is around it can be known before the array is read, and that in parts.
"""

import re
from functools import cache, cached_property
from typing import Any, Final

from gallery_lens.jsontext.duplicates import is_comparable, quotes_in, quotes_of
from gallery_lens.jsontext.limits import MAX_DEPTH, clearly_shallow
from gallery_lens.places import Place
from gallery_lens.values import Record

#: How many objects may stand around the array.
_AROUND: Final = 3
#: How many bytes are copied at once.
_PIECE: Final = 1 << 20
#: Finds an object in which another one stands first.
_wraps: Final = re.compile(rb'\{\s*"[^"\\]*"\s*:\s*\{').match
#: Where the first character of a value has to be, in bytes.
_BEGINNING: Final = 1000


class ArraySplit(Record):
    """A document without the values of its largest array, and that array."""

    data: bytes  #: the text of the document
    frame: Any  #: the document, with the array empty
    place: Place  #: of the array
    text: Any  #: of the array, an object with a buffer; what is inside need not be right

    @cached_property
    def quotes(self) -> int | None:
        """The number of quotes in the array and in the unread text around it, to find duplicate keys.

        None if they cannot be counted.
        """
        if not is_comparable(self.data):
            return None
        around = len(self.data) - memoryview(self.text).nbytes
        return quotes_in(self.data) - quotes_of(self.frame, around)

    @property
    def reads_every_key(self) -> bool:
        """True if no key stands more than once in an object around the array."""
        view = memoryview(self.text)
        pieces = (bytes(view[start : start + _PIECE]) for start in range(0, len(view), _PIECE))
        return not self.place or self.quotes == sum(map(quotes_in, pieces))


def split(data: bytes) -> ArraySplit | None:
    """Split a document, or return None if it is no plain JSON, or most of it is in no array."""
    try:
        found = _split(data, ())
    except (ValueError, RecursionError):
        return None
    return ArraySplit(data, *found) if found else None


def _split(text: Any, place: Place) -> tuple[Any, Place, Any] | None:
    import msgspec

    head = bytes(memoryview(text)[:_BEGINNING]).lstrip()
    first = head[:1]
    if first == b"[":
        return [], place, text
    if first != b"{" or len(place) == _AROUND:
        return None
    if not place and _wraps(head) and (found := _split_below(text)):
        return found
    return _split_members(_decoder(dict[str, msgspec.Raw]).decode(text), place)


def _split_below(text: Any) -> tuple[Any, Place, Any] | None:
    """Split an object with one key, under which another one stands, without reading the latter twice."""
    import msgspec

    try:
        members = _decoder(dict[str, dict[str, msgspec.Raw]]).decode(text)
    except msgspec.ValidationError:
        return None
    if len(members) != 1:
        return None
    ((key, inner),) = members.items()
    found = _split_members(inner, (key,))
    return found and ({key: found[0]}, *found[1:])


@cache
def _decoder(kind: Any) -> Any:
    import msgspec

    return msgspec.json.Decoder(kind)


def _split_members(members: dict[str, Any], place: Place) -> tuple[Any, Place, Any] | None:
    largest = max(members, key=lambda key: memoryview(members[key]).nbytes, default="")
    inner = _split(members[largest], (*place, largest)) if members else None
    if inner is None:
        return None
    others = {key: _value(text, len(place) + 1) for key, text in members.items() if key != largest}
    frame, at, array = inner
    return {key: others.get(key, frame) for key in members}, at, array


def _value(text: Any, around: int) -> Any:
    import msgspec

    if not clearly_shallow(bytes(text), MAX_DEPTH - around):
        raise ValueError("It is nested too deeply.")
    return msgspec.json.decode(text)
