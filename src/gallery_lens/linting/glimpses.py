"""Items of which nothing is read but the values at some places: findings about most of them need few."""

from collections.abc import Callable, Collection
from operator import attrgetter
from typing import Any, Final

import msgspec

from gallery_lens.places import Place
from gallery_lens.values import Record

#: The keys by which people know an item, the best of them first; see ``subject``.
_NAMING: Final = ("title", "_id", "id", "slug", "galleryId")


class Glimpse(Record):
    """A reader of items that looks at some places in them alone."""

    decode: Callable[[str], Any]  #: raises ``ValueError`` for an item in which other things stand there
    getters: dict[Place, Callable[[Any], Any]]  #: raise ``LookupError`` and the like where there is no value


def glimpse_of(places: Collection[Place]) -> Glimpse:
    """Return a reader of the values at *places*, none of which is that of the item as a whole."""
    ends = {_typed(place) for place in places} | {(key,) for key in _NAMING}
    leaves = {end for end in ends if not any(end[:depth] in ends for depth in range(1, len(end)))}
    return Glimpse(
        msgspec.json.Decoder(_type(leaves)).decode, {place: _getter(place, leaves) for place in places}
    )


def name_in(seen: Any) -> str | None:
    """Return the title of an item that was glimpsed, or else its id."""
    for key in _NAMES:
        value = getattr(seen, key)
        if value and isinstance(value, str):
            return value
    return None


def _typed(place: Place) -> tuple[str, ...]:
    """Return the steps of *place* that lead through objects, up to the first list."""
    inner = next((depth for depth, step in enumerate(place) if not isinstance(step, str)), len(place))
    return tuple(map(str, place[:inner]))


def _type(leaves: Collection[tuple[str, ...]]) -> Any:
    """Return the type of an object with what stands at *leaves*."""
    steps = sorted({leaf[0] for leaf in leaves})
    below = [{leaf[1:] for leaf in leaves if leaf[0] == step and len(leaf) > 1} for step in steps]
    fields = [
        (_attribute(step), _type(inner) | None if inner else Any, msgspec.UNSET)
        for step, inner in zip(steps, below, strict=True)
    ]
    names = {_attribute(step): step for step in steps}
    return msgspec.defstruct("Glimpsed", fields, rename=names, gc=False)


def _attribute(step: str) -> str:
    return f"at_{step.encode().hex()}"


def _getter(place: Place, leaves: Collection[tuple[str, ...]]) -> Callable[[Any], Any]:
    depth = next(depth for depth in range(1, len(place) + 1) if place[:depth] in leaves)
    get = attrgetter(".".join(map(_attribute, map(str, place[:depth]))))
    if depth == len(place):
        return get
    below = place[depth:]

    def get_below(seen: Any) -> Any:
        value = get(seen)
        for step in below:
            value = value[step]
        return value

    return get_below


_NAMES: Final = tuple(map(_attribute, _NAMING))
