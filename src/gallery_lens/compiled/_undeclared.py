"""Keys that nobody declares, and that have no slot: taken out of an item where the target drops them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from gallery_lens.compiled.plain import is_plain
from gallery_lens.compiled.shapes import Shape, Way
from gallery_lens.dialects.dialect import Dialect, aim_of, rules_of
from gallery_lens.dialects.rows import holds_anything
from gallery_lens.model import Item, kind_of
from gallery_lens.places import Place
from gallery_lens.rules import rule
from gallery_lens.wrappers import WRAPPING

#: The rule that speaks of keys that look like documented ones, and the one about all that are dropped.
_MISSPELT: Final = "misspelt-key"
_DROPPED: Final = "unknown-field-dropped"

#: Keys at the top by which a whole may be more than an item, or an answer of another kind.
_TELLING: Final = WRAPPING | {"content", "result", "message", "details"}

#: Returns the bit of what a rule says at a place, with facts; None if there are too many already.
Say = Callable[[str, Place, Mapping[str, Any], int], int | None]


class Undeclared:
    """The fates of keys that have no slot in *shape*."""

    def __init__(
        self, source: Dialect, target: Dialect, shape: Shape, keeps: Callable[[Way], bool], say: Say
    ) -> None:
        self._source, self._target, self._keeps, self._say = source, target, keeps, say
        self._homes = {each.way: each.home for each in shape.walk()}
        self._same = source is target
        self._aim = aim_of(source, target)
        self.judges = _MISSPELT in rules_of(source, target)  #: whether a rule looks at how keys are spelled

    def is_dropped(self, way: Way, name: str, value: Any) -> bool:
        """Return whether what stands under *name* in the object at *way* only goes, or stays as given."""
        home = self._homes.get(way)
        if home is None or (home == "" and way and self.judges) or self._keeps(way):
            return False
        return (bool(way) or name not in _TELLING) and is_plain(value)

    def said(self, place: Place, value: Any, word: Any) -> int | None:
        """Return the bits of what is said of the key at *place* in an item whose type is *word*."""
        kind = kind_of(Item(type=word))
        if not self._same and self._target.drops(kind) is not None:
            return 0
        mask = 0
        for order, (name, facts) in enumerate(self._sayings(place, value)):
            bit = self._say(name, place, facts, order)
            if bit is None:
                return None
            mask |= bit
        return mask

    def _sayings(self, place: Place, value: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
        check = rule(_MISSPELT).check
        probe = Item(extra={str(place[-1]): value}, origin=self._source.origin)
        if self.judges and check is not None:
            yield from ((_MISSPELT, spot.facts) for spot in check(probe, self._aim))
        spoken_for = self._homes[tuple(map(str, place[:-1]))] in self._target.item.spoken_for
        if not (self._same or spoken_for) and holds_anything(value):
            yield _DROPPED, {}
