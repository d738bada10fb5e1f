"""Formats of texts, looked at for many items at once: one expression over all of them is far quicker."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

_DATE: Final = (
    r"[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
)


class Format:
    """A pattern that texts have to match as a whole; none of its matches holds a line feed."""

    def __init__(self, pattern: str) -> None:
        self._one = re.compile(pattern).fullmatch
        self._many = re.compile(f"(?:{pattern}\n)*+").fullmatch

    def strays(self, column: Sequence[Any]) -> Iterator[int]:
        """Yield the indexes of the texts that do not match; what is false is no text."""
        texts = [text for text in column if text]
        joined = "\n".join(texts) + "\n"
        if joined.count("\n") != max(len(texts), 1) or (texts and not self._many(joined)):
            yield from (index for index, text in enumerate(column) if text and not self._one(text))


#: Dates that a calendar has, as JavaScript prints them: a conversion leaves those as they are.
PRINTED: Final = Format(rf"(?!0000){_DATE}\.[0-9]{{3}}Z")
#: Dates that a calendar has.
ANY_DATE: Final = Format(rf"{_DATE}(?:\.[0-9]+)?Z")
