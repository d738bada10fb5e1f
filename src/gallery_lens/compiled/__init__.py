"""Conversions compiled from the dialects' tables and the rules, for items that are usual.

A table says what each field is on the wire, what is lost of it and when; a rule says when it is silent.
From that a function is printed for each pair of dialects, which converts many items at once and tells what
is found in each as the bits of a number. It decides nothing by itself: an item of which it is not certain
is left to the interpreter of the tables, and ``tests/test_compiled.py`` holds the two together.

Nothing here is imported before there is enough to do.
"""

from gallery_lens.compiled.bits import SAYINGS, Found
from gallery_lens.compiled.pairs import MOST, ODD, PAIRS, SOURCES, TARGETS, Pair, pair, printed_modules
from gallery_lens.compiled.shapes import Shape
from gallery_lens.compiled.sources import (
    ArrayText,
    Columns,
    Objects,
    One,
    Source,
    Texts,
    Watch,
    convert,
    convert_object,
)

__all__ = [
    "MOST",
    "ODD",
    "PAIRS",
    "SAYINGS",
    "SOURCES",
    "TARGETS",
    "ArrayText",
    "Columns",
    "Found",
    "Objects",
    "One",
    "Pair",
    "Shape",
    "Source",
    "Texts",
    "Watch",
    "convert",
    "convert_object",
    "pair",
    "printed_modules",
]
