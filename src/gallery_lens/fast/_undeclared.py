"""Keys that no dialect declares: answers of the live API have them, on every picture or on none.

A reader that refuses them would leave whole files to the usual way. So it asks that way once for each key
that it meets, and takes the key from then on if all that is ever said of it is that it is dropped.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import attrs
import msgspec
from msgspec import UNSET
from msgspec.structs import fields

from gallery_lens.conversion._conducting import conduct
from gallery_lens.conversion._output import output
from gallery_lens.diagnostics import Place, pointer
from gallery_lens.dialects._rows import holds_anything
from gallery_lens.fast._converting import Answer
from gallery_lens.fast._losses import FOUND, Found
from gallery_lens.fast._types import OBJECTS, Value
from gallery_lens.options import ConvertOptions
from gallery_lens.words import SourceName

#: How many keys are taken, and how many are asked about at most.
MOST: Final = 32
_ASKED: Final = 64

_RULE: Final = "unknown-field-dropped"

#: Values of every kind that a key may have, as far as anybody tells them apart.
_VALUES: Final[tuple[Value, ...]] = ("x", ["x"], {"x": 5})

#: What usual items have in common, in both dialects but for their underscores.
_COMMON: Final = {
    "id": "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11",
    "createdDate": "2022-07-03T12:05:15.000Z",
    "updatedDate": "2022-07-03T12:05:15.000Z",
    "sortOrder": 1,
    "title": "Harbour",
    "description": "Boats",
    "link": {"url": "/boats", "text": "Boats"},
    "tags": {"values": ["boats"]},
}
_SIZE: Final = {"id": "a.jpg", "width": 8, "height": 6}
_MEDIA: Final = {
    "velo": (
        "wix:image://v1/a.jpg/a.jpg#originWidth=8&originHeight=6",
        "wix:video://v1/a/a.mp4#posterUri=a.jpg&posterWidth=8&posterHeight=6",
    ),
    "rest": ({"filename": "a.jpg", **_SIZE}, {"id": "a", "filename": "a.mp4", "posters": [_SIZE]}),
}


@attrs.frozen
class Key:
    """A key in an object of an item."""

    holder: Place
    name: str


@attrs.frozen
class Slot:
    """Where the value of a key that was taken stands in what is read."""

    holder: tuple[str, ...]  #: the attributes that lead there
    attribute: str

    def filled(self, items: Sequence[Any]) -> Iterator[int]:
        """Yield the indexes of the items in which anything stands there; null is nothing."""
        held = items
        for step in self.holder:
            held = [each and getattr(each, step) for each in held]
        name = self.attribute
        values = [getattr(each, name, UNSET) for each in held]  # items read before have no such slot
        return (index for index, value in enumerate(values) if value is not UNSET and holds_anything(value))


class Undeclared:
    """The keys of one dialect's items that were met, though nobody declares them.

    Args:
        dialect: the name of the dialect.
        source: what items are read as, ``auto`` included.
    """

    def __init__(self, dialect: str, source: SourceName) -> None:
        self.found = list(FOUND[dialect])  #: what may be found in an item, by the index of its bit
        self.slots: list[Slot] = []
        self._dialect, self._source = dialect, source
        self._declared = {place: _declared(each.shape) for place, each in OBJECTS[dialect].items()}
        self._asked: set[Key] = set()
        self._taken: list[Key] = []

    def learn(self, raw: Any) -> bool:
        """Look at the keys of an item; tell whether there are new ones among them that may be taken."""
        count = len(self._taken)
        for key in self._met(raw):
            if len(self._asked) < _ASKED and len(self._taken) < MOST and key not in self._asked:
                self._asked.add(key)
                if _is_only_dropped(self._dialect, self._source, key):
                    self._taken.append(key)
                    self.found.append(Found(_RULE, (*key.holder, key.name)))
        return len(self._taken) > count

    def shape(self) -> type:
        """Return the type of items with a slot for each key that was taken."""
        objects = OBJECTS[self._dialect]
        self.slots = [Slot(objects[key.holder].attributes, f"slot{n}") for n, key in enumerate(self._taken)]
        return self._widened(())

    def report(self, items: Sequence[Any], answers: list[Answer]) -> list[Answer]:
        """Add to the *answers* for *items* what is dropped with keys that were taken."""
        for bit, slot in enumerate(self.slots, start=len(FOUND[self._dialect])):
            for index in slot.filled(items):
                view, found = answers[index] or (None, 0)
                if view:
                    answers[index] = view, found | 1 << bit
        return answers

    def _widened(self, holder: Place) -> type:
        known = OBJECTS[self._dialect]
        slots: list[Any] = [
            (slot.attribute, Value | msgspec.UnsetType, msgspec.field(default=UNSET, name=key.name))
            for slot, key in zip(self.slots, self._taken, strict=True)
            if key.holder == holder
        ]
        slots += [
            (known[inner].attributes[-1], self._widened(inner) | None, None)
            for inner in known
            if inner and inner[:-1] == holder
        ]
        shape = known[holder].shape
        return msgspec.defstruct(shape.__name__, slots, bases=(shape,), gc=False)

    def _met(self, raw: Any) -> Iterator[Key]:
        """The undeclared keys of an item, unless it is one of another dialect."""
        if not isinstance(raw, dict) or ("_id" in raw) != (self._dialect == "velo"):
            return
        for holder, declared in self._declared.items():
            held: Any = raw
            for step in holder:
                held = held.get(step) if isinstance(held, dict) else None
            if isinstance(held, dict):
                yield from (Key(holder, name) for name in held if name not in declared and _nameable(name))


#: What msgspec takes as the name of a field.
_nameable: Final = re.compile(r'[^"\\\x00-\x1f]*').fullmatch


@lru_cache(maxsize=1024)
def _is_only_dropped(dialect: str, source: SourceName, key: Key) -> bool:
    """Tell whether all that changes with the key, whatever its value, is that it is said to be dropped."""
    samples = (item for kind, item in _samples(dialect) if key.holder[:1] in _SHARED or kind in key.holder)
    return all(_drops(item, source, key) for item in samples)


_SHARED: Final = ((), ("link",), ("tags",))


def _drops(item: dict[str, Any], source: SourceName, key: Key) -> bool:
    place = (*key.holder, key.name)
    view, dialects, said = _usual(item, source)
    told = view, dialects, sorted([*said, (_RULE, pointer(place))])
    silent = _usual(_put(item, place, None), source) == (view, dialects, said)
    return silent and all(_usual(_put(item, place, value), source) == told for value in _VALUES)


def _usual(item: dict[str, Any], source: SourceName) -> tuple[Any, ...]:
    """What the usual way makes of an item, and says of it."""
    run = conduct(item, ConvertOptions(source=source))
    said = sorted((each.name, each.pointer) for each in run.findings.sorted())
    return output(run).value, [dialect.name for dialect in run.dialects], said


def _samples(dialect: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Items with all that they have as a rule, and with next to nothing; before each its branch."""
    under = "_" if dialect == "velo" else ""
    picture, clip = _MEDIA[dialect]
    many = {f"{under}{name}" if name in _UNDERSCORED else name: _COMMON[name] for name in _COMMON}
    few = {f"{under}id": _COMMON["id"], "link": {"url": "/"}, "tags": {}}
    image = {"type": "IMAGE", "image": {"imageInfo": picture}}
    yield "image", many | image
    yield "image", few | image
    yield "video", many | {"type": "VIDEO", "video": {"videoInfo": clip}}


_UNDERSCORED: Final = ("id", "createdDate", "updatedDate")


def _declared(shape: type) -> frozenset[str]:
    return frozenset(field.encode_name for field in fields(shape))


def _put(item: dict[str, Any], place: Place, value: Value) -> dict[str, Any]:
    key, *rest = map(str, place)
    return item | {key: _put(item[key], tuple(rest), value) if rest else value}
