"""What may be found in one item: a bit for each rule and place."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place


@attrs.frozen(eq=False)
class Found:
    """A rule, the place in the item that it speaks of, and what its message says besides the value."""

    rule: str
    place: Place
    facts: Callable[[Any], Mapping[str, Any]] | None = None


#: The bit of an item whose medium is not one of Wix, which is no finding.
OUTSIDE: Final = 1


class Bits:
    """Bits as they are needed; the order in which they are asked for is that of the findings at one place."""

    def __init__(self) -> None:
        self.found: list[Found] = [Found("", ())]  # says only that the medium is not one of Wix
        self._known: dict[tuple[str, Place], int] = {}

    def bit(self, rule: str, place: Place, facts: Callable[[Any], Mapping[str, Any]] | None = None) -> int:
        """Return the bit of *rule* at *place*."""
        if (rule, place) not in self._known:
            self._known[rule, place] = 1 << len(self.found)
            self.found.append(Found(rule, place, facts))
        return self._known[rule, place]
