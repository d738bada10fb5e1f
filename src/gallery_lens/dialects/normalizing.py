"""One spelling for objects that are written in several: aliases of keys, shorter forms of values.

A table has one place for every field. Where a dialect knows several, its objects are settled
before the table reads them, and where a value came from is remembered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from gallery_lens.model import Kind
from gallery_lens.places import Place, value_at
from gallery_lens.values import Record


class Normalized(Record):
    """An object in the spelling of its dialect's table."""

    wire: dict[str, Any]
    moves: Mapping[Place, Place]  #: where values stood, by where they stand now
    #: where texts were given that hold other values, and these; None for one that could not be read
    respelled: tuple[tuple[Place, Any], ...] = ()


#: The keys that lead to a place where no list is on the way.
Keys: TypeAlias = tuple[str, ...]


class Alias(Record):
    """A place of items, and others at which its value may be given instead.

    The first place in ``order`` that holds anything is used.
    """

    place: Keys
    others: tuple[Keys, ...] = ()  #: where it stands if *place* says nothing
    before: tuple[Keys, ...] = ()  #: where it stands even if *place* says something
    kind: Kind | None = None  #: only in items of this kind
    where: Keys | None = None  #: only where true stands at this place

    @property
    def order(self) -> tuple[Keys, ...]:
        """All places, the first one first."""
        return (*self.before, self.place, *self.others)

    def applies(self, wire: dict[str, Any], kind: Kind | None) -> bool:
        """Return whether it is one for the item *wire* of a *kind*."""
        here = self.where is None or value_at(wire, self.where) is True
        return here and self.kind in (None, kind)


class Making(Record):
    """A place of items that, where it is empty, gets what a function makes of the value at another place."""

    place: Keys
    given: Keys
    function: Callable[[Any], Any]  #: of the value as compiled conversions read it; None for "nothing"
    spot: Place | None = None  #: where what was given stands in what is made, if it is only a part
    kind: Kind | None = None  #: only in items of this kind


class Normalizer:
    """Settles one object, step by step; the object that was given is not changed."""

    def __init__(self, wire: dict[str, Any]) -> None:
        """Begin with *wire* as it was given."""
        self.wire = wire
        self._moves: dict[Place, Place] = {}
        self._respelled: list[tuple[Place, Any]] = []

    def respell(self, given: Place, value: Any) -> None:
        """Remember that the text *given* at a place was read as *value*."""
        self._respelled.append((moved_to(given, self._moves), value))

    def prefer(self, place: Place, *others: Place) -> None:
        """Let the first of *place* and *others* that holds anything stand at *place*.

        What stood there takes its turn at the other place, so that nothing is lost, null excepted.
        """
        self.choose(place, (place, *others))

    def follow(self, aliases: Iterable[Alias], kind: Kind | None = None) -> None:
        """Let values stand where the table has them; of the *aliases* of one place the first that applies."""
        settled = set()
        for alias in aliases:
            if alias.place not in settled and alias.applies(self.wire, kind):
                settled.add(alias.place)
                self.choose(alias.place, alias.order)

    def choose(self, place: Place, order: Sequence[Place]) -> None:
        """Let the first in *order* that holds anything stand at *place*, as ``prefer`` does."""
        found = next((each for each in order if value_at(self.wire, each) not in (None, "")), place)
        if found != place:
            self.exchange(place, found)

    def exchange(self, one: Place, other: Place) -> None:
        """Let what stands at two places change them; null at the first goes."""
        first, second = value_at(self.wire, one), value_at(self.wire, other)
        came_from = self._below(one, other) | self._below(other, one)
        self.wire = _put(_put(self.wire, one, second), other, _GONE if first is None else first)
        self._forget(one)
        self._forget(other)
        self._moves |= came_from

    def _below(self, place: Place, other: Place) -> dict[Place, Place]:
        """Return the origins of the values at and below *place* once they are moved to the *other* place."""
        deeper = {now: given for now, given in self._moves.items() if now[: len(place)] == place}
        found = {place: moved_to(place, self._moves)} | deeper
        return {(*other, *now[len(place) :]): given for now, given in found.items()}

    def _forget(self, place: Place) -> None:
        self._moves = {now: given for now, given in self._moves.items() if now[: len(place)] != place}

    def put(self, place: Place, value: Any, given: Place, spot: Place | None = None) -> None:
        """Let *value* stand at *place*; what was given at *given* is it, or is found in it at *spot*."""
        self._moves |= {place: moved_to(given, self._moves)} | self._below(given, spot or place)
        self.wire = _put(self.wire, place, value)

    def remove(self, place: Place) -> None:
        """Take out what stands at *place*."""
        self.wire = _put(self.wire, place, _GONE)
        self._forget(place)

    def settle_inside(self, place: Place, settle: Callable[[dict[str, Any]], Normalized]) -> None:
        """Settle the object at *place* as well."""
        inner = settle(value_at(self.wire, place))
        moves = {
            (*place, *now): moved_to((*place, *given), self._moves) for now, given in inner.moves.items()
        }
        self._respelled += [((*place, *given), value) for given, value in inner.respelled]
        self.wire = _put(self.wire, place, inner.wire)
        self._moves |= moves

    @property
    def settled(self) -> Normalized:
        """The result."""
        return Normalized(self.wire, self._moves, tuple(self._respelled))


_GONE: Any = object()


def moved_to(place: Place, moves: Mapping[Place, Place]) -> Place:
    """Return where the value at *place* of a settled object stood."""
    for end in range(len(place), 0, -1) if moves else ():
        if place[:end] in moves:
            return (*moves[place[:end]], *place[end:])
    return place


def moved_from(place: Place, moves: Mapping[Place, Place]) -> Place:
    """Return where in a settled object the value is that stood at *place*; undoes ``moved_to``."""
    found = [(given, now) for now, given in moves.items() if place[: len(given)] == given]
    given, now = max(found, key=lambda pair: (len(pair[0]), len(pair[1])), default=((), ()))
    return (*now, *place[len(given) :])


def parted(wire: Any, places: Sequence[Place]) -> tuple[dict[str, Any], Any]:
    """Return an object with what *wire* has at *places*, and *wire* without it."""
    taken: dict[str, Any] = {}
    for place in places:
        if (value := value_at(wire, place, _GONE)) is not _GONE:
            taken, wire = _put(taken, place, value), _put(wire, place, _GONE)
    return taken, wire


def _put(wire: Any, place: Place, value: Any) -> Any:
    """Copy *wire* along the way to *place*, where *value* is to stand, or nothing."""
    step, *rest = place
    held = wire if isinstance(wire, dict) else {}
    if rest:
        inner = _put(held.get(step), tuple(rest), value)
        return held if value is _GONE and step not in held else {**held, step: inner}
    if value is _GONE:
        return {key: inner for key, inner in held.items() if key != step}
    return {**held, step: value}
