"""Rules that have to be asked about an item: they see its model, and what they say becomes bits.

Whether a rule is silent is told by a condition (``Rule.silent``), and most items need no more. Where it is
not, only that rule looks at the item, which is converted as usual otherwise.
"""

from collections.abc import Iterator
from typing import Any

from gallery_lens.compiled.bits import SAYINGS, Bits, Found, always
from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.dialects.dialect import Dialect, aim_of
from gallery_lens.dialects.rows import RefusedItem
from gallery_lens.dialects.tolerance import says_nothing
from gallery_lens.model import Item
from gallery_lens.places import value_at
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, Violation


class Asker:
    """Asks the rules that a conversion could not settle."""

    def __init__(self, source: Dialect, target: Dialect, bits: Bits) -> None:
        self._source, self._aim, self._bits = source, aim_of(source, target), bits
        self._known: dict[Any, int] = {}

    def ask(self, mask: int, wire: dict[str, Any]) -> int | None:
        """Return *mask* with what its rules say of the item *wire*; None if one of them refuses it.

        Nor is anything returned for an item with values that the interpreter takes out before any rule sees
        them, such as a link to nowhere.
        """
        if says_nothing(wire):
            return None
        try:
            item = self._source.structure(wire)
        except RefusedItem:
            return None  # a date that is not one, which is mended later
        item = self._source.refine(item) if self._source.refine else item
        for index, name in self._asked(mask):
            check = rule(name).check
            for spot in check(item, self._aim) if check else ():
                bit = self._bit(index, name, spot, item, wire)
                if bit is None:
                    return None
                mask |= bit
        return mask & ~self._bits.asked

    def _asked(self, mask: int) -> Iterator[tuple[int, str]]:
        asked = mask & self._bits.asked
        for index, found in enumerate(self._bits.found):
            if asked >> index & 1:
                yield index, found.rule

    def _bit(self, index: int, name: str, spot: Violation, item: Item, wire: dict[str, Any]) -> int | None:
        severity = spot.severity or rule(name).severity
        if severity is Severity.ERROR:
            if self._aim is not Aim.SAME:
                return None
            severity = Severity.WARNING
        place = self._source.place(item, spot.field, spot.below)
        if not place or value_at(wire, place, NO_VALUE) is NO_VALUE:
            return None
        key = (index, place, severity, tuple(spot.facts.items()))
        if key not in self._known:
            if len(self._known) == SAYINGS:
                return None
            found = Found(name, place, always(spot.facts), severity, order=index)
            self._known[key] = self._bits.more(found)
        return self._known[key]
