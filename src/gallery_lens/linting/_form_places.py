"""The places of findings in the texts of items with the same bits, told by the form of a text.

Texts of one form have the same keys and the same signs between their values, and so the same number of
quotes in front of each place: the quotes of one text tell where all of them are.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from gallery_lens.linting.item_findings import Spot, located

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair

#: Returns the offset of a value, given the text and the offset of the quote by which it is found.
_Measure: TypeAlias = Callable[[str, int], int]
#: The keys of a text, and what stands between its strings, without numbers.
_Form: TypeAlias = tuple[tuple[str, ...], str]


class _Placed(NamedTuple):
    """The place of a finding in all texts of a form."""

    spot: int  #: the index of the finding
    quote: int  #: the index of the quote by which it is found
    measure: _Measure


class FormPlaces:
    """The places of findings of the bits of a mask."""

    def __init__(self, pair: "Pair", mask: int, spots: Sequence[Spot]) -> None:
        """Begin; *spots* are those findings of the bits whose places are asked for."""
        self._pair, self._mask = pair, mask
        self._indexes = {(spot.code, spot.place): index for index, spot in enumerate(spots)}
        self._known: dict[_Form, Sequence[_Placed] | None] = {}

    def of(self, text: str, raw: dict[str, Any]) -> list[tuple[int, int]] | None:
        """Return the indexes of the findings in the order of a *text* without escapes, each with its offset.

        The text is that of *raw*. None is returned if its form does not tell the places.
        """
        parts = text.split('"')
        quotes = [end + index for index, end in enumerate(accumulate(map(len, parts)))]
        form = _form_of(parts)
        if form not in self._known:
            if len(self._known) == _MOST:
                return None
            self._known[form] = self._learned(text, quotes, raw)
        placed = self._known[form]
        return None if placed is None else [(spot, measure(text, quotes[at])) for spot, at, measure in placed]

    def _learned(self, text: str, quotes: list[int], raw: dict[str, Any]) -> list[_Placed] | None:
        """Return the places in texts of the form of this one; None if they cannot be told."""
        learned = list[_Placed]()
        for spot, offset in located(self._pair, self._mask, raw, text):
            index = self._indexes.get((spot.code, spot.place))
            if index is None:
                continue
            before = text.count('"', 0, offset)
            tried = (_start, 0), (_behind_key, before - 1), (_around_key, before)
            for measure, quote in tried[:1] if not spot.place else tried[1:]:
                if 0 <= quote < len(quotes) - 1 and measure(text, quotes[quote]) == offset:
                    learned.append(_Placed(index, quote, measure))
                    break
            else:
                return None
        return learned


#: How many forms are remembered.
_MOST: Final = 256
_NUMBERS: Final = str.maketrans("", "", "0123456789.+-eE")


def _form_of(parts: list[str]) -> _Form:
    """Return the form of a text, given the *parts* between its quotes."""
    behind = parts[2::2]
    keys = [key for key, after in zip(parts[1::2], behind, strict=True) if after.lstrip()[:1] == ":"]
    return tuple(keys), '"'.join(parts[::2]).translate(_NUMBERS)


def _start(text: str, quote: int) -> int:
    return 0


def _behind_key(text: str, quote: int) -> int:
    """Return where the value begins behind the key that ends with a *quote*."""
    at = text.index(":", quote) + 1
    while text[at] in " \t\n":
        at += 1
    return at


def _around_key(text: str, quote: int) -> int:
    """Return where the object begins the first key of which starts with a *quote*."""
    return text.rindex("{", 0, quote)
