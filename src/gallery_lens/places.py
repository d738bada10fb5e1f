"""Places in JSON documents, as tuples of keys and indices and as JSON Pointers (RFC 6901).

The lowest layer: any module may import it, and it imports no other module of the package.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

#: One step of a place: an object's key, or an array's index counted from 0.
Step: TypeAlias = str | int

#: The steps from the root of a document to one value; ``()`` is the document itself.
Place: TypeAlias = tuple[Step, ...]


def pointer(place: Sequence[Step]) -> str:
    """Write *place* as a JSON Pointer; the root is ``""``."""
    usual = "".join([f"/{step}" for step in place])
    if "~" not in usual and usual.count("/") == len(place):
        return usual
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in place)


def steps(pointer: str) -> tuple[str, ...]:
    """Return the keys and indices of a JSON Pointer, indices as texts: only a document tells them apart."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def place_of(document: Any, pointer: str) -> Place:
    """Return the place in *document* that a JSON Pointer names.

    Raises:
        LookupError: Nothing stands there.
    """
    place: list[Step] = []
    for key in steps(pointer):
        if isinstance(document, dict):
            place.append(key)
            document = document[key]
        elif isinstance(document, list) and key.isascii() and key.isdigit():
            place.append(int(key))
            document = document[int(key)]
        else:
            raise LookupError(key)
    return tuple(place)


def resolve(document: Any, pointer: str) -> Any:
    """Return the value in *document* that a JSON Pointer names; raises ``LookupError`` if there is none."""
    return value_at(document, place_of(document, pointer))


def value_at(value: Any, place: Place, default: Any = None) -> Any:
    """Return the value at *place*, or *default* if there is none."""
    for step in place:
        if isinstance(value, dict):
            if step not in value:
                return default
        elif not _has(value, step):
            return default
        value = value[step]
    return value


def nearest(value: Any, place: Place) -> tuple[Place, Any]:
    """Return the longest beginning of *place* at which there is a value, and that value."""
    for depth, step in enumerate(place):
        if not (step in value if isinstance(value, dict) else _has(value, step)):
            return place[:depth], value
        value = value[step]
    return place, value


def replaced(value: Any, place: Place, new: Any) -> Any:
    """Return *value* with *new* at *place*; what lies beside the way is shared, not copied."""
    if not place:
        return new
    step, *below = place
    inner = replaced(value[step], tuple(below), new)
    if isinstance(value, dict):
        return {**value, step: inner}
    return [inner if index == step else each for index, each in enumerate(value)]


#: How many keys an object has at least whose keys are numbered once, not searched for each place.
_MANY = 32


class Positions:
    """The positions of places in one document, which must not change meanwhile."""

    __slots__ = ("_document", "_numbered")

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbered: dict[int, tuple[dict[str, Any], dict[str, int]]] = {}  #: by identity

    def of(self, place: Place) -> tuple[int, ...]:
        """Return the position of *place* as numbers that sort in document order."""
        numbers: list[int] = []
        document = self._document
        for step in place:
            if isinstance(document, dict):
                # A key that is missing comes after all that are there.
                numbers.append(self._number(document, step) if step in document else len(document))
                document = document.get(step)
            else:
                numbers.append(step if isinstance(step, int) else -1)
                document = document[step] if _has(document, step) else None
        return tuple(numbers)

    def _number(self, holder: dict[Any, Any], key: Step) -> int:
        if len(holder) < _MANY:
            return list(holder).index(key)
        known = self._numbered.get(id(holder))
        if known is None:
            # The object is kept with its numbers, so that no other one gets its identity.
            known = self._numbered[id(holder)] = (
                holder,
                {each: number for number, each in enumerate(holder)},
            )
        return known[1][key]  # type: ignore[index]


def position(document: Any, place: Place) -> tuple[int, ...]:
    """Return the position of one *place* in *document* as numbers that sort in document order."""
    return Positions(document).of(place)


def _has(value: Any, step: Step) -> bool:
    # Items that are read when they are looked at are no list.
    return isinstance(value, Sequence) and isinstance(step, int) and 0 <= step < len(value)


def not_finite(value: Any, at: Place = ()) -> Iterator[Place]:
    """Yield the place of every NaN and infinity in a JSON-like *value*; JSON has no such numbers."""
    if isinstance(value, float):
        if not math.isfinite(value):
            yield at
    elif isinstance(value, (dict, list)):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, (float, dict, list)):
                yield from not_finite(inner, (*at, step))


def without_not_finite(value: Any) -> Any:
    """Return *value* with null for every NaN and infinity, as JSON text would have it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: without_not_finite(inner) for key, inner in value.items()}
    return [without_not_finite(inner) for inner in value] if isinstance(value, list) else value
