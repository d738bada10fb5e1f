"""Bytes to JSON documents and back, with a precise account of whatever is unusual about them.

A quick codec does the usual work. What it refuses is read again with care by the standard library:
the caller learns what stands where, or gets the document together with notes on what was odd.
"""

from gallery_lens.jsontext._lines import Block, Line, line_of, read_blocks, read_lines
from gallery_lens.jsontext._reading import read
from gallery_lens.jsontext._splitting import ArraySplit, split
from gallery_lens.jsontext._streams import read_stream
from gallery_lens.jsontext._values import Note, NotJson, Reading
from gallery_lens.jsontext._writing import encode, inert, write, write_lines
from gallery_lens.jsontext.duplicates import is_comparable, quotes_in, quotes_of, repeats
from gallery_lens.jsontext.encodings import is_plain, text_of
from gallery_lens.jsontext.limits import MAX_DEPTH, clearly_shallow

__all__ = [
    "MAX_DEPTH",
    "ArraySplit",
    "Block",
    "Line",
    "NotJson",
    "Note",
    "Reading",
    "clearly_shallow",
    "encode",
    "inert",
    "is_comparable",
    "is_plain",
    "line_of",
    "quotes_in",
    "quotes_of",
    "read",
    "read_blocks",
    "read_lines",
    "read_stream",
    "repeats",
    "split",
    "text_of",
    "write",
    "write_lines",
]
