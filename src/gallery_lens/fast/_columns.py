"""Formats of texts, looked at for many items at once: one expression over all of them is far quicker."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

#: Texts of items, one for each; None where an item has none.
Column: TypeAlias = Sequence[str | None]

_SHAPE: Final = str.maketrans("123456789abcdefABCDEF", "0" * 21)
_GUID: Final = "00000000-0000-0000-0000-000000000000\n"


class Format:
    """A pattern that texts have to match as a whole; none of its matches holds a line feed."""

    def __init__(self, pattern: str) -> None:
        self._one = re.compile(pattern).fullmatch
        self._many = re.compile(f"(?:{pattern}\n)*+").fullmatch

    def strays(self, column: Column) -> Iterator[int]:
        """Yield the indexes of the texts that do not match."""
        texts = [text for text in column if text is not None]
        joined = _joined(texts)
        if joined.count("\n") != len(texts) or not self._many(joined):
            yield from _indexes(column, lambda text: not self._one(text))


def not_guids(column: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of the texts that are no GUIDs."""
    if _joined(column).translate(_SHAPE) != _GUID * len(column):
        yield from _indexes(column, lambda text: text.translate(_SHAPE) != _GUID[:-1])


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts) + "\n"


def _indexes(column: Column, chosen: Callable[[str], bool]) -> Iterator[int]:
    return (index for index, text in enumerate(column) if text is not None and chosen(text))
