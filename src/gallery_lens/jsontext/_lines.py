"""NDJSON: a stream cut into the lines that hold something."""

import codecs
import itertools
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from gallery_lens.jsontext._values import Note, NotJson
from gallery_lens.jsontext.encodings import Encoding, encoding_of
from gallery_lens.values import Record, Value

_WHITESPACE: Final = b" \t\r\n"
_PLAIN: Final = Encoding("utf-8")


class Line(Value, Record):
    """One line of NDJSON that holds something."""

    number: int  #: counted from 1; blank lines count
    data: bytes  #: UTF-8, without the line end
    notes: tuple[Note, ...] = ()  #: about the stream as a whole; on its first line only
    blanks: int = 0  #: how many were cut off in front


class Block(Record):
    """Some lines of NDJSON that stand together, blank ones among them."""

    number: int  #: of the first, counted from 1
    data: bytes  #: UTF-8, with the line ends
    notes: tuple[Note, ...] = ()  #: about the stream as a whole; on the first block that holds something

    @cached_property
    def texts(self) -> list[bytes]:
        """The texts between its line feeds: the last one is empty if a line feed ends the block."""
        return self.data.split(b"\n")

    @property
    def feeds(self) -> int:
        """The number of line feeds in it."""
        return len(self.texts) - 1 if "texts" in vars(self) else self.data.count(b"\n")

    def lines(self) -> Iterator[Line]:
        """Yield the lines that hold something."""
        notes = self.notes
        for number, data in enumerate(self.texts, start=self.number):
            if line := line_of(number, data, notes):
                yield line
                notes = ()


def line_of(number: int, data: bytes, notes: tuple[Note, ...] = ()) -> Line | None:
    """Return the line of this number; None if there is nothing in it."""
    stripped = data.strip(_WHITESPACE)
    blanks = len(data) - len(data.lstrip(_WHITESPACE))
    return Line(number, stripped, notes, blanks) if stripped else None


def read_lines(stream: Iterable[bytes], before: int = 0) -> Iterator[Line]:
    """Cut *stream* into lines; blank ones are skipped, but counted.

    Only a line feed ends a line, and a carriage return before it is no part of the line.

    Args:
        stream: pieces, each up to and with a line feed: lines as a binary file gives them, or more at once.
        before: how many lines stand in front of a stream that is the rest of another one, in plain UTF-8.

    Raises:
        NotJson: A stream that began as UTF-16 or UTF-32 does not go on so.
    """
    for block in read_blocks(stream, before):
        yield from block.lines()


def read_blocks(stream: Iterable[bytes], before: int = 0) -> Iterator[Block]:
    """Yield the pieces of *stream* as blocks of lines; otherwise like ``read_lines``."""
    chunks = iter(stream)
    first = next(chunks, b"")
    encoding = _PLAIN if before else encoding_of(first)
    chunks = itertools.chain([first.removeprefix(encoding.mark)], chunks)
    number, notes = before + 1, encoding.notes
    for data in chunks if encoding.name == "utf-8" else _recoded(chunks, encoding):
        block = Block(number, data, notes)
        yield block
        number += block.feeds
        if notes and data.strip(_WHITESPACE):
            notes = ()


def _recoded(chunks: Iterator[bytes], encoding: Encoding) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding.name)()
    rest = ""
    try:
        for chunk in chunks:
            whole, end, rest = (rest + decoder.decode(chunk)).rpartition("\n")
            yield (whole + end).encode()
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise NotJson(f"its bytes are not {encoding.label}", "Save it as UTF-8.") from None
    yield rest.encode()
