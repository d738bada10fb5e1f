"""Items of which nothing is read but the values at some places: findings about most of them need few."""

from collections.abc import Callable, Collection, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import msgspec

from gallery_lens.places import Place
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.compiled import Shape

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


class Inside(Record):
    """The places in items that were read as a type."""

    type: type[Any]
    getters: dict[Place, Callable[[Any], Any]]  #: as those of a ``Glimpse``
    name: Callable[[Any], str | None]  #: returns the title of an item, or else its id


def inside(shape: "Shape", places: Collection[Place]) -> Inside | None:
    """Return the *places* in items of a *shape*; None if not all values there are kept as they were given."""
    ways = {place: _attributes(place, shape) for place in places}
    names = [_attributes((key,), shape) for key in _NAMING if key in shape.by_name]
    if None in ways.values() or None in names:
        return None
    getters: dict[Place, Callable[[Any], Any]] = {place: attrgetter(str(way)) for place, way in ways.items()}
    return Inside(shape.type, getters, _namer(map(str, names)))


def _attributes(place: Place, shape: "Shape") -> str | None:
    """Return the attributes that lead to the value at *place* in items of a *shape*."""
    names, at = list[str](), shape
    for depth, step in enumerate(place, 1):
        key = at.by_name.get(str(step))
        if key is None or key.learned:
            return None
        names.append(key.attribute)
        if depth == len(place):
            is_kept = key.row is not None and key.inner is None and key.row.codec.shape[:1] in _KEPT
            return ".".join(names) if is_kept else None
        if key.inner is None:
            return None
        at = key.inner
    return None


#: The codecs of values that stay as they are when they are read.
_KEPT: Final = (
    ("text",),
    ("id",),
    ("address",),
    ("date",),
    ("boolean",),
    ("whole",),
    ("number",),
    ("texts",),
    ("free",),
)


def _namer(attributes: Iterable[str]) -> Callable[[Any], str | None]:
    names = tuple(attributes)

    def name_in(seen: Any) -> str | None:
        for name in names:
            value = getattr(seen, name)
            if value and isinstance(value, str):
                return value
        return None

    return name_in


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


#: Returns the title of an item that was glimpsed, or else its id.
name_in: Final = _namer(map(_attribute, _NAMING))
