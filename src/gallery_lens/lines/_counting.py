"""Items in which something was found that need not be shown any more: they are only counted."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from gallery_lens.conversion.telling import known_codes, loses
from gallery_lens.reporters import InputSummary

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair

#: What was found in an item: what converted it, and the bits.
Kind: TypeAlias = "tuple[Pair, int]"


class Counting:
    """Counts items of one input, by what was found in them."""

    def __init__(self, summary: InputSummary) -> None:
        self._account = summary
        self._found: Counter[Kind] = Counter()

    def takes(self, kind: Kind) -> bool:
        """Return whether counting is enough for an item from now on."""
        if kind in self._found:
            return True
        if not all(map(self._account.has_enough, known_codes(*kind))):
            return False
        self._account.read_as((kind[0].source.name,))
        self._found[kind] = 0
        return True

    def add(self, found: "Mapping[Kind, int]") -> None:
        """Count items."""
        self._found.update(found)

    def settle(self) -> None:
        """Write down in the account what was counted."""
        summary = self._account
        for (pair, mask), count in self._found.items():
            codes = known_codes(pair, mask)
            summary.items += count
            summary.together += count
            summary.converted += count if all(each.place for each in pair.said(mask)) else 0
            summary.lossless &= not (count and any(loses(code, pair.same) for _, code in codes))
            for code in codes:
                summary.groups[code].count += count
        self._found.clear()
