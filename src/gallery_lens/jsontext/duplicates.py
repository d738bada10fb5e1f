"""Keys that stand more than once in an object: every parser reads one of their values and says nothing.

Hardly any text has one, so a cheap test comes first: written again, a document has as many quotes as its
text, unless there were keys that were not read.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.jsontext import codec
from gallery_lens.jsontext._values import Note
from gallery_lens.places import Place

_QUOTE: Final = b'"'


def is_comparable(data: bytes) -> bool:
    """Return whether the JSON text *data* has a quote for each that the codec would write."""
    return b"\\" not in data or b"\\u0022" not in data


def quotes_in(data: bytes) -> int:
    """Return how many quotes *data* has: a key that stands once more has two or more of them."""
    return data.count(_QUOTE)


def quotes_of(document: Any, size: int) -> int:
    """Return how many quotes the codec writes for a *document*, whose text has about *size* bytes."""
    written = bytearray(size)  # to make room as it is needed takes as long as the writing
    codec.encoder().encode_into(document, written)
    return written.count(_QUOTE)


def repeats(data: bytes, document: Any) -> bool:
    """Return whether an object in *data*, which was read as *document*, has a key more than once."""
    if is_comparable(data) and quotes_in(data) == quotes_of(document, len(data)):
        return False
    return Repeats(data.decode()).found


class Repeats:
    """A JSON text read with an eye on its keys."""

    def __init__(self, text: str) -> None:
        """Read *text*, which ``json.loads`` would read."""
        #: objects, and the earlier values of their keys in the order of the text
        self._hidden: dict[int, tuple[dict[str, Any], list[tuple[str, Any]]]] = {}
        self.document = json.loads(text, object_pairs_hook=self._object)

    @property
    def found(self) -> bool:
        """True if any key stands more than once."""
        return bool(self._hidden)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        held = dict(pairs)
        if len(held) != len(pairs):
            last = {key: index for index, (key, _) in enumerate(pairs)}
            dropped = [pair for index, pair in enumerate(pairs) if last[pair[0]] != index]
            self._hidden[id(held)] = held, dropped
        return held

    def notes(self) -> Iterator[Note]:
        """Yield a note for each key that stands more than once in an object that is part of the document."""
        if not self._hidden:
            return
        waiting: list[tuple[Place, Any]] = [((), self.document)]
        while waiting:
            place, value = waiting.pop()
            if isinstance(value, dict):
                waiting += (((*place, key), inner) for key, inner in value.items())
                yield from self._of(place, value)
            elif isinstance(value, list):
                waiting += (((*place, index), inner) for index, inner in enumerate(value))

    def _of(self, place: Place, value: dict[str, Any]) -> Iterator[Note]:
        by_key: dict[str, list[Any]] = {}
        for key, dropped in self._hidden.get(id(value), (value, ()))[1]:
            by_key.setdefault(key, []).append(dropped)
        for key, dropped in by_key.items():
            times = "twice" if len(dropped) == 1 else f"{len(dropped) + 1} times"
            yield Note(
                rule="duplicate-key",
                place=(*place, key),
                facts={"key": json.dumps(key, ensure_ascii=False), "times": times},
                value=dropped[0],
            )
