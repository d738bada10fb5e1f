"""Dialects with one line of a table taken out, in place: who reads the table meanwhile misses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import attrs

from gallery_lens.compiled import pairs
from gallery_lens.dialects import DIALECTS, Dialect, component_media, rest_legacy
from gallery_lens.dialects.rows import Loss, Row
from gallery_lens.dialects.table import Table


@attrs.frozen
class Line:
    """One line of a table, and where that is."""

    what: str  #: ``item`` or ``gallery``
    wire: str  #: dotted path of the objects that the table is of; an element of a list is ``*``
    table: Table
    part: str  #: ``rows`` or ``losses``
    index: int
    line: Row | Loss

    @property
    def path(self) -> str:
        """Where on the wire a row is, as dotted path; a loss is where its table is."""
        steps = (self.wire, self.line.wire if isinstance(self.line, Row) else "")
        return ".".join(filter(None, steps))

    def __str__(self) -> str:
        """Return words that tell the line from all others of its dialect."""
        line = self.line
        said = [line.field, line.wire, line.kind or ""] if isinstance(line, Row) else [line.field, line.rule]
        return " ".join(filter(None, (self.what, self.wire, self.part, f"{self.index}:", *said)))


#: Tables that only a codec knows, with the paths of what they are of, by dialect.
_INSIDE: Final = {
    "rest-legacy": (("videoMetadata.resolutions.*", rest_legacy.RESOLUTION),),
    "component": (("metaData.qualities.*", component_media.QUALITY),),
}


def lines(dialect: Dialect) -> Iterator[Line]:
    """Yield every line of the tables of *dialect*, those of objects with a table of their own too."""
    for what, wire, table in tables(dialect):
        for part in ("rows", "losses"):
            for index, line in enumerate(getattr(table, part)):
                yield Line(what, wire, table, part, index, line)


def tables(dialect: Dialect) -> Iterator[tuple[str, str, Table]]:
    """Yield every table of *dialect*, with the paths of what it is of: dotted, elements being ``*``."""
    yield from (("item", wire, table) for wire, table in _tables(dialect.item, ""))
    yield from (("item", wire, table) for wire, table in _INSIDE.get(dialect.name, ()))
    yield from (("gallery", wire, table) for wire, table in _tables(dialect.gallery, ""))


def _tables(table: Table, wire: str) -> Iterator[tuple[str, Table]]:
    yield wire, table
    inner = {}
    for row in table.rows:
        if row.codec.table is not None:
            element = "" if row.codec.kind else ".*"
            inner[id(row.codec.table)] = (f"{wire}.{row.wire}{element}".removeprefix("."), row.codec.table)
    for at, each in inner.values():
        yield from _tables(each, at)


@contextmanager
def without(line: Line) -> Iterator[None]:
    """Take a line out of its table for a while, and let nobody remember it."""
    whole = getattr(line.table, line.part)
    _put(line, whole[: line.index] + whole[line.index + 1 :])
    try:
        yield
    finally:
        _put(line, whole)


def _put(line: Line, part: Any) -> None:
    object.__setattr__(line.table, line.part, part)
    pairs._pairs.clear()
    for dialect in DIALECTS.values():
        _forget(dialect)
        for _, _, table in tables(dialect):
            _forget(table)


def _forget(value: Any) -> None:
    """Delete what a frozen value has worked out about itself."""
    for name in vars(value).keys() - {*value.held_fields}:
        object.__delattr__(value, name)
