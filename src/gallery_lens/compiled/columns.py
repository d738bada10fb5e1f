"""Formats of texts, looked at for many items at once: one expression over all of them is far quicker."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gallery_lens.rules.guid import is_guid

_DATE: Final = (
    r"[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
)


class Format:
    """A pattern that texts have to match as a whole; none of its matches holds a line feed."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._one = re.compile(pattern).fullmatch
        self._many = re.compile(f"(?:{pattern}\n)*+").fullmatch

    def fits(self, text: Any) -> bool:
        """Return whether *text* matches; what is false is no text."""
        return not text or self._one(text) is not None

    def fit(self, texts: Sequence[str]) -> bool:
        """Return whether all of *texts* match, looked at together."""
        joined = "\n".join(texts) + "\n"
        return joined.count("\n") == len(texts) and self._many(joined) is not None

    def strays(self, column: Sequence[Any]) -> Iterator[int]:
        """Yield the indexes of the texts that do not match; what is false is no text.

        Dates as JavaScript prints them match every format there is.
        """
        texts = [text for text in column if text]
        if len(texts) > FEW:
            if are_printed(texts):
                return
            if self.fit(texts):
                return
        for index, text in enumerate(column):
            if text and not self._one(text) and not are_printed((text,)):
                yield index


#: How many texts are quicker looked at one by one.
FEW: Final = 4
#: Digits of numbers, or of GUIDs, become a zero.
_DIGITS: Final = str.maketrans("123456789", "0" * 9)
_GUID_DIGITS: Final = str.maketrans("123456789abcdefABCDEF", "0" * 21)
_GUID: Final = "00000000-0000-0000-0000-000000000000"
_PRINTED_DATE: Final = "0000-00-00T00:00:00.000Z"
#: Most of them: leap days need a calendar.
_is_printed: Final = re.compile(rf"(?!0000){_DATE}\.[0-9]{{3}}Z").fullmatch


def _are_all(texts: Sequence[str], like: str, digits: dict[int, int]) -> bool:
    return "\n".join(texts).translate(digits) == "\n".join([like] * len(texts))


def all_guids(column: Sequence[Any]) -> bool:
    """Return whether all texts are GUIDs; what is false is no text."""
    texts = [text for text in column if text]
    return all(map(is_guid, texts)) if len(texts) <= FEW else _are_all(texts, _GUID, _GUID_DIGITS)


def are_printed(texts: Sequence[str]) -> bool:
    """Return whether all of *texts* are dates that a calendar has, as JavaScript prints them."""
    if len(texts) <= FEW and all(map(_is_printed, texts)):
        return True
    if not _are_all(texts, _PRINTED_DATE, _DIGITS):
        return False
    try:
        msgspec.convert(texts, list[datetime])
    except msgspec.ValidationError:
        return False
    return True


#: Dates that a calendar has, which are as JavaScript prints them once they have all milliseconds.
PRINTABLE: Final = Format(rf"(?!0000){_DATE}(?:\.[0-9]{{1,3}})?Z")
#: Dates that a calendar has.
ANY_DATE: Final = Format(rf"{_DATE}(?:\.[0-9]+)?Z")


def printed(date: str) -> str:
    """Return a printable date as JavaScript prints it."""
    return f"{date[:19]}.{date[20:-1]:0<3}Z"
