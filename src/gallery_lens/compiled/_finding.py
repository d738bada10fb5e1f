"""Losses that a value alone shows, such as the keys of a free object: they become bits as they are met."""

from typing import Any

from gallery_lens.compiled.bits import SAYINGS, Bits
from gallery_lens.dialects.rows import Loss
from gallery_lens.places import Place


class Finder:
    """Finds what is lost of the values that stand at one place of items."""

    def __init__(self, loss: Loss, at: Place, bits: Bits) -> None:
        self.loss, self.at, self._bits = loss, at, bits
        self._known: dict[Place, int] = {}

    def find(self, value: Any) -> int | None:
        """Return the bits of what is lost of *value*; None if too many different things are."""
        assert self.loss.find is not None
        mask = 0
        for _, _, below in self.loss.find(value, None, None):  # type: ignore[arg-type]
            if below not in self._known:
                if len(self._known) == SAYINGS:
                    return None
                self._known[below] = self._bits.bit(self.loss.rule, (*self.at, *below))
            mask |= self._known[below]
        return mask
