"""Which Unicode encoding a JSON text is in, and its characters."""

import codecs
from typing import Final

from gallery_lens.diagnostics import Severity
from gallery_lens.jsontext._values import Note, not_json_at
from gallery_lens.values import Record, Value


class Encoding(Value, Record):
    """A Unicode encoding, as found in a text."""

    name: str  #: as Python's codecs know it: ``"utf-16-le"``
    mark: bytes = b""  #: the byte order mark that the text begins with

    @property
    def label(self) -> str:
        """The name for people."""
        return self.name.upper().replace("-LE", "LE").replace("-BE", "BE")

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return notes on unusual encoding; none for plain UTF-8."""
        if self.name != "utf-8":
            problem = f"it is {self.label}, where JSON is UTF-8"
            return (Note(problem=problem, help=_PLAIN, severity=Severity.WARNING),)
        problem = "it begins with a byte order mark"
        return (Note(problem=problem, help=_PLAIN, severity=Severity.INFO),) if self.mark else ()


_PLAIN: Final = "Save it as UTF-8 without a byte order mark."

_MARKS: Final = {
    "utf-8": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,  # before UTF-16, whose mark is the beginning of this one
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


def encoding_of(data: bytes) -> Encoding:
    """Recognise the encoding of *data* by its byte order mark, else by where its zeros stand."""
    for name, mark in _MARKS.items():
        if data.startswith(mark):
            return Encoding(name, mark)
    if 0 not in data[:4]:
        return Encoding("utf-8")
    from json import detect_encoding  # hardly any text needs it

    return Encoding(detect_encoding(data))


def is_plain(data: bytes) -> bool:
    """Return whether a text that begins with *data*, four bytes if it has so many, is plain UTF-8."""
    return encoding_of(data) == Encoding("utf-8")


def to_text(data: bytes, encoding: Encoding) -> str:
    """Decode *data* without its byte order mark.

    Raises:
        NotJson: The bytes are not of that encoding.
    """
    try:
        return data.removeprefix(encoding.mark).decode(encoding.name)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding.name, "replace")
        offset = error.start + len(encoding.mark)
        problem = f"byte 0x{error.object[error.start]:02X} at offset {offset} is not {encoding.label}"
        raise not_json_at(before, len(before), problem, "Save it as UTF-8.") from None


def text_of(data: bytes) -> str:
    """Return the characters of a text without its byte order mark, U+FFFD for bytes that are none."""
    encoding = encoding_of(data)
    return data.removeprefix(encoding.mark).decode(encoding.name, "replace")
