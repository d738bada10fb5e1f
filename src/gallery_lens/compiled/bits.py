"""What may be found in one item: a bit for each rule and place."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Severity
from gallery_lens.dialects.normalizing import moved_to
from gallery_lens.places import Place


@attrs.frozen(eq=False)
class Found:
    """A rule, the place in the item that it speaks of, and what its message says besides the value."""

    rule: str
    place: Place
    facts: Callable[[Any], Mapping[str, Any]] | None = None
    severity: Severity | None = None  #: None for what is usual
    order: int = 0  #: among the findings at one place


def always(facts: Mapping[str, Any]) -> Callable[[Any], Mapping[str, Any]]:
    """Make a function that returns the same *facts* for every value."""
    return lambda value: facts


#: How many different things are said of values, and by rules, that were not known beforehand.
SAYINGS: Final = 256
#: Stands for the place in a bit that says that a rule has to be asked.
ASKED: Final[Place] = ("", "asked")
#: The bit of an item whose medium is not one of Wix, which is no finding.
OUTSIDE: Final = 1


class Bits:
    """Bits as they are needed; the order in which they are asked for is that of the findings at one place."""

    def __init__(self) -> None:
        self.found: list[Found] = [Found("", ())]  # says only that the medium is not one of Wix
        self.asked = 0  #: the bits of rules that have to be asked
        self.placed = 0  #: the bits of losses that are none where a list shows the order
        self._known: dict[tuple[str, Place, Any], int] = {}
        self._moved: dict[tuple[int, Place], int] = {}

    def bit(self, rule: str, place: Place, facts: Callable[[Any], Mapping[str, Any]] | None = None) -> int:
        """Return the bit of *rule* at *place*."""
        key = (rule, place, facts)
        if key not in self._known:
            self._known[key] = 1 << len(self.found)
            self.found.append(Found(rule, place, facts, order=len(self.found)))
        return self._known[key]

    def ask(self, rule: str) -> int:
        """Return the bit that says that *rule* has to be asked about an item."""
        bit = self.bit(rule, ASKED)
        self.asked |= bit
        return bit

    def restore(
        self, rule: str, place: Place, facts: Callable[[Any], Mapping[str, Any]] | None = None
    ) -> None:
        """Give *rule* at *place* the next bit, as it was asked for when the conversion was printed."""
        bit = self.bit(rule, place, facts)
        if place == ASKED:
            self.asked |= bit

    def more(self, found: Found) -> int:
        """Return a bit for *found*, of which others may speak as well."""
        self.found.append(found)
        return 1 << len(self.found) - 1

    def placed_elsewhere(self, mask: int, moves: Mapping[Place, Place]) -> int:
        """Return the bits of what those in *mask* are, at places from which *moves* have taken values."""
        found = 0
        for index, each in enumerate(self.found[: mask.bit_length()]):
            if mask >> index & 1:
                place = moved_to(each.place, moves)
                if place != each.place and (index, place) not in self._moved:
                    self._moved[index, place] = self.moved(index, place)
                found |= self._moved[index, place] if place != each.place else 1 << index
        return found

    def moved(self, index: int, place: Place) -> int:
        """Return the bit of what the one with that *index* is, found at another *place*."""
        bit = self.more(attrs.evolve(self.found[index], place=place))
        self.placed |= bit if self.placed >> index & 1 else 0
        return bit


class Mover:
    """Finds the places of items that have values under another of several keys."""

    def __init__(self, bits: Bits, *moves: tuple[Place, Place]) -> None:
        """Begin; the *moves* are where values stand that were given elsewhere, each with where."""
        self.moves, self._bits = moves, bits
        self._known: dict[tuple[int, int], int] = {}

    def move(self, mask: int, moved: int) -> int:
        """Return the bits of what *mask* is in an item in which those moves were made that *moved* names."""
        key = (mask, moved)
        if key not in self._known:
            if len(self._known) > SAYINGS:
                self._known.clear()
            moves: dict[Place, Place] = {}
            for index, (now, then) in enumerate(self.moves):
                if moved >> index & 1:  # perhaps in an object that stood elsewhere
                    moves[now] = (*moved_to(then[:-1], moves), then[-1])
            self._known[key] = self._bits.placed_elsewhere(mask, moves)
        return self._known[key]
