"""A large document with most of it in one array: that array's values stay as they are written.

So they can be read one by one, and none of them has to be in memory as an object while another one is.
"""

from collections.abc import Sequence
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place
from gallery_lens.jsontext._limits import MAX_DEPTH, clearly_shallow
from gallery_lens.jsontext._repeats import is_comparable, quotes_in, repeats

#: How many objects may stand around the array.
_AROUND: Final = 3
#: Where the first character of a value has to be, in bytes.
_BEGINNING: Final = 1000


@attrs.frozen(eq=False, repr=False)
class Split:
    """A document without the values of its largest array, and those values."""

    frame: Any  #: the document, with the array empty
    place: Place  #: of the array
    texts: Sequence[Any]  #: its values: JSON, not all of which need be right, as objects with a buffer

    def value(self, index: int) -> Any:
        """Return one of the values; raises ``ValueError`` unless ``read`` would read it without a note."""
        return _value(self.texts[index], len(self.place) + 1)

    def repeats(self, index: int) -> bool:
        """Return whether an object in one of the values has duplicate keys."""
        return repeats(bytes(self.texts[index]), self.value(index))


def split(data: bytes) -> Split | None:
    """Split a document, or return None if it is no plain JSON, or most of it is in no array.

    Nor is one split that has a key more than once in an object around the array.
    """
    try:
        found = _split(data, ())
    except (ValueError, RecursionError):
        return None
    return found if found and _reads_every_key(data, found) else None


def _reads_every_key(data: bytes, found: Split) -> bool:
    import msgspec

    inside = sum(quotes_in(bytes(text)) for text in found.texts)
    return is_comparable(data) and quotes_in(data) - inside == quotes_in(msgspec.json.encode(found.frame))


def _split(text: Any, place: Place) -> Split | None:
    import msgspec

    first = bytes(memoryview(text)[:_BEGINNING]).lstrip()[:1]
    if first == b"[":
        return Split([], place, msgspec.json.decode(text, type=list[msgspec.Raw]))
    if first != b"{" or len(place) == _AROUND:
        return None
    return _split_member(msgspec.json.decode(text, type=dict[str, msgspec.Raw]), place)


def _split_member(members: dict[str, Any], place: Place) -> Split | None:
    largest = max(members, key=lambda key: memoryview(members[key]).nbytes, default="")
    inner = _split(members[largest], (*place, largest)) if members else None
    if inner is None:
        return None
    others = {key: _value(text, len(place) + 1) for key, text in members.items() if key != largest}
    frame = {key: others.get(key, inner.frame) for key in members}
    return Split(frame, inner.place, inner.texts)


def _value(text: Any, around: int) -> Any:
    import msgspec

    if not clearly_shallow(bytes(text), MAX_DEPTH - around):
        raise ValueError("It is nested too deeply.")
    return msgspec.json.decode(text)
