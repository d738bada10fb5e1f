"""JSON inside of a text, perhaps with words around it: answers as tools and assistants save them."""

from typing import Any, Final

from gallery_lens import jsontext
from gallery_lens.jsontext import Note, NotJson
from gallery_lens.late import late
from gallery_lens.values import Record, evolve


class Embedded(Record):
    """A document that stands in a text."""

    document: Any
    before: str  #: what stands before it in the text
    after: str
    notes: tuple[Note, ...] = ()

    def around(self, text: str) -> str:
        """Return the text with *text* in place of the document."""
        return f"{self.before}{text}{self.after}"


#: Where an object, or a list of objects, may begin.
_BEGINNING: Final = late(r'\{\s*["}]|\[\s*\{')
#: How many such places are tried.
_MOST: Final = 8


def read_embedded(text: str) -> Embedded | None:
    """Return the object or list that *text* holds, or None if there is none."""
    body = text.strip()
    if body[:1] in ("{", "[") and body[-1:] in ("}", "]") and (found := _read(text, 0, len(text))):
        start = len(text) - len(text.lstrip())
        return evolve(found, before=text[:start], after=text[start + len(body) :])
    import json  # which a text that is JSON as a whole does not need

    decoder = json.JSONDecoder()
    for count, begin in enumerate(_BEGINNING.finditer(text)):
        if count == _MOST:
            return None
        try:
            _, end = decoder.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            continue
        if found := _read(text, begin.start(), end):
            return found
    return None


def _read(text: str, start: int, end: int) -> Embedded | None:
    try:
        # A lone surrogate is escaped, as JSON text may hold it.
        reading = jsontext.read(text[start:end].encode("utf-8", "backslashreplace"))
    except NotJson:
        return None
    held = reading.document if isinstance(reading.document, list) else [reading.document]
    if not any(isinstance(each, dict) for each in held):
        return None
    return Embedded(reading.document, text[:start], text[end:], reading.notes)
