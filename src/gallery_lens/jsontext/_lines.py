"""NDJSON: a stream cut into the lines that hold something."""

import codecs
import itertools
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from gallery_lens.jsontext._encodings import Encoding, encoding_of
from gallery_lens.jsontext._values import Note, NotJson

_WHITESPACE: Final = b" \t\r\n"
_PLAIN: Final = Encoding("utf-8")


@attrs.frozen
class Line:
    """One line of NDJSON that holds something."""

    number: int  #: counted from 1; blank lines count
    data: bytes  #: UTF-8, without the line end
    notes: tuple[Note, ...] = ()  #: about the stream as a whole; on its first line only
    blanks: int = 0  #: how many were cut off in front


def read_lines(stream: Iterable[bytes], before: int = 0) -> Iterator[Line]:
    """Cut *stream*, as a binary file gives it, into lines; blank ones are passed over, but counted.

    Only a line feed ends a line, and a carriage return before it is no part of the line.
    A stream with lines *before* it, so many, is the rest of one that is UTF-8.

    Raises:
        NotJson: A stream that began as UTF-16 or UTF-32 does not go on so.
    """
    chunks = iter(stream)
    first = next(chunks, b"")
    encoding = _PLAIN if before else encoding_of(first)
    chunks = itertools.chain([first.removeprefix(encoding.mark)], chunks)
    notes = encoding.notes
    for number, data in enumerate(_utf8(chunks, encoding), start=before + 1):
        if stripped := data.strip(_WHITESPACE):
            yield Line(number, stripped, notes, len(data) - len(data.lstrip(_WHITESPACE)))
            notes = ()


def _utf8(chunks: Iterator[bytes], encoding: Encoding) -> Iterator[bytes]:
    return chunks if encoding.name == "utf-8" else _recoded(chunks, encoding)


def _recoded(chunks: Iterator[bytes], encoding: Encoding) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding.name)()
    rest = ""
    try:
        for chunk in chunks:
            *whole, rest = (rest + decoder.decode(chunk)).split("\n")
            yield from (line.encode() for line in whole)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise NotJson(f"its bytes are not {encoding.label}", "Save it as UTF-8.") from None
    yield rest.encode()
