"""Rows of a ``jsonl`` report, written from pieces that are ready; byte for byte what the reporter writes."""

from binascii import hexlify
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from gallery_lens.compiled import Found, Pair
from gallery_lens.conversion.subject import Subject
from gallery_lens.conversion.telling import codes, words_of
from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.jsontext import encode
from gallery_lens.lines._spelling import Speller, anything, escaped, number, point, text, texts
from gallery_lens.places import Place, pointer, position
from gallery_lens.rules import rule

_decode: Final[Callable[[bytes], Any]] = msgspec.json.Decoder().decode
_encode: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode

#: How many orders of keys are remembered; items of one file have few.
_ORDERS: Final = 4096

#: How many pieces are joined at once: some 60 KB, for which no memory has to be fetched.
PARTS: Final = 800

#: Takes from an item, as given, a value inside.
_Getter: TypeAlias = Callable[[dict[str, Any]], Any]

#: What spells values of a shape; all others are spelled with care.
_SPELLERS: Final[dict[str, Speller]] = {
    "text": text,
    "date": text,
    "choice": text,
    "whole": number,
    "number": number,
    "texts": texts,
}


class _Piece(NamedTuple):
    """A finding as far as it is always the same: what stands between the values of its row, as JSON."""

    get: _Getter
    spell: Speller
    head: bytes  #: up to the value in the message
    ends: (
        Callable[[Any], tuple[bytes, bytes]] | None
    )  #: gives *head* and *middle* where they hang on the value
    middle: bytes  #: from there to the pointer
    at: bytes  #: the pointer, as far as it leads from the item, and the name of the file
    tail: bytes  #: from the value to the fingerprint
    told_by: tuple[bytes, bytes]  #: what the fingerprint hangs on, around the item's id
    place: Place


def _piece(found: Found, pair: Pair, file: bytes, *, careful: bool) -> _Piece:
    spoken, at = rule(found.rule), pointer(found.place)
    ((severity, _),) = codes([found], pair.target, pair.same)
    start, comes, end = spoken.message.partition("{value}")
    spell = anything if careful else _speller(found, pair)
    row = {"code": spoken.code, "name": spoken.name, "severity": severity.value, "message": ""}
    before = _encode(row)[:-2]  # without the quote that ends the message

    def ends(value: Any) -> tuple[bytes, bytes]:
        facts = found.facts(value) if found.facts else {}
        said = [escaped(part.format(**facts)) for part in (start, end)]
        return before + said[0], said[1] + b'","pointer":"'

    varies = "{" in start + end
    url = b',"url":' + _encode(spoken.url) if spoken.url else b""
    return _Piece(
        get=_getter(found.place) if found.place else _words,
        spell=spell if comes else _unsaid(spell),
        head=before + escaped(start),
        ends=ends if varies else None,
        middle=b'%b","pointer":"' % escaped(end),
        at=escaped(at) + b'"' + file,
        tail=b',"help":%b%b,"fingerprint":"' % (_encode(spoken.help), url),
        told_by=(f"{spoken.code}\0".encode(), f"\0{at}".encode()),
        place=found.place,
    )


def _speller(found: Found, pair: Pair) -> Speller:
    *way, name = found.place or ("",)
    shapes = {shape.way: shape for shape in pair.shape.walk()}
    shape = shapes.get(tuple(map(str, way)))
    key = shape.by_name.get(str(name)) if shape else None
    if key is None or key.row is None or key.learned:
        return anything
    if key.row.field == "image.focal_point":
        return point
    return _SPELLERS.get("".join(key.row.codec.shape[:1]), anything) if key.inner is None else anything


def _unsaid(spell: Speller) -> Speller:
    """Return a speller for values that stand in no message."""
    return lambda value, plain: (b"", spell(value, plain)[1])


def _words(raw: dict[str, Any]) -> Any:
    """Return the excerpt of a text that is dropped as a whole: its HTML if it has any."""
    words = words_of(raw)
    return raw if words is NO_VALUE else words


def _getter(place: Place) -> _Getter:
    if len(place) == 1:
        return itemgetter(place[0])

    def get(raw: dict[str, Any]) -> Any:
        value: Any = raw
        for step in place:
            value = value[step]
        return value

    return get


class _Orders:
    """The same findings in all the orders in which they were met."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._inner = _inner([piece.place for piece in pieces])
        self._known: dict[tuple[Any, ...], list[_Piece]] = {}

    def of(self, raw: dict[str, Any]) -> list[_Piece]:
        """Return the pieces in document order, which is told by the keys of some objects."""
        keys: tuple[Any, ...] = tuple(raw)
        if self._inner:
            keys = (keys, *[tuple(get(raw)) for get in self._inner])
        return self._known.get(keys) or self._add(keys, raw)

    def _add(self, keys: tuple[Any, ...], raw: dict[str, Any]) -> list[_Piece]:
        if len(self._known) == _ORDERS:
            self._known.clear()
        self._known[keys] = sorted(self._pieces, key=lambda piece: position(raw, piece.place))
        return self._known[keys]


def _inner(places: Iterable[Place]) -> list[_Getter]:
    """Return getters of the objects inside of an item that hold more than one of *places*, at any depth."""
    around = Counter(
        place[:end] for place in places for end in range(1, len(place)) if isinstance(place[end], str)
    )
    return [_getter(place) for place, count in around.items() if count > 1]


class Where(NamedTuple):
    """The place of an item."""

    line: int | None = None  #: of NDJSON
    pointer: str = ""  #: to the item
    position: int = 0  #: in its list
    gallery: str | None = None  #: the id of its gallery


class ReadyRows:
    """Writes what was found in items that a *pair* of dialects converts, as the reporter would."""

    def __init__(self, pair: Pair, file: str) -> None:
        """Begin a report about *file*."""
        self._file = b',"file":' + encode(file)
        self._pair = pair
        target = _encode(pair.target.name)
        self._dialect = b',"dialect":%b,"target":%b' % (_encode(pair.source.name), target)
        self._orders: dict[int, _Orders] = {}

    def write(self, number: int, lines: Iterable[bytes], found: Iterable[int]) -> Iterator[bytes]:
        """Yield the rows, in document order, for what was *found* in *lines* from *number* on."""
        parts: list[bytes] = []
        for index, (line, bits) in enumerate(zip(lines, found, strict=True), start=number):
            if bits:
                self._add(parts, _decode(line), b"\\" not in line, Where(index), bits)
            if len(parts) > PARTS:
                yield joined(parts)
                parts.clear()
        yield joined(parts)

    def of(self, raw: dict[str, Any], where: Where, found: int, plain: bool | None = None) -> list[bytes]:
        """Return the parts of the rows, in document order, for what was *found* in the item *raw*.

        It is *plain* if no text in it holds a character that JSON has to escape; None if that is not known.
        """
        parts: list[bytes] = []
        plain = b"\\" not in _encode(raw) if plain is None else plain
        self._add(parts, raw, plain, where, found)
        return parts

    def _add(self, parts: list[bytes], raw: dict[str, Any], plain: bool, where: Where, found: int) -> None:
        """Add the parts of the rows for one item: each has ``_WIDTH`` of them."""
        subject = Subject(raw=raw, place=(), index=0)
        identity = subject.identity.encode()
        prefix, about = escaped(where.pointer), self._about(subject, where)
        orders = self._orders.get(found) or self._met(found)
        for get, spell, head, ends, middle, at, tail, (before, after), _ in orders.of(raw):
            value = get(raw)
            words, shown = spell(value, plain)
            start, end = ends(value) if ends else (head, middle)
            told = before + identity + after
            parts += (start, words, end, prefix, at, about, shown, tail, told, b'"}\n')

    def _about(self, subject: Subject, where: Where) -> bytes:
        """Return the start of each row of the item, up to the value."""
        id, title = subject.id, subject.title
        line = b',"line":%d' % where.line if where.line else b""
        gallery = b',"galleryId":' + _encode(where.gallery) if where.gallery else b""
        known = b',"itemId":' + _encode(id) if id else b""
        named = b',"itemTitle":' + _encode(title) if title else b""
        return b'%b%b%b%b,"itemIndex":%d%b,"value":' % (
            line,
            self._dialect,
            gallery,
            known,
            where.position,
            named,
        )

    def _met(self, found: int) -> _Orders:
        said = self._pair.said(found)
        careful = any(each.order < 0 for each in said)  # values of any kind were mended
        pieces = [_piece(each, self._pair, self._file, careful=careful) for each in said]
        self._orders[found] = _Orders(pieces)
        return self._orders[found]


#: How many parts a row has, and which of them is what the fingerprint hangs on.
_WIDTH, _TOLD = 10, 8


def joined(parts: list[bytes]) -> bytes:
    """Join the *parts* of rows, once there are fingerprints in place of what they hang on."""
    if parts:
        digests = [sha256(told).digest()[:8] for told in parts[_TOLD::_WIDTH]]
        parts[_TOLD::_WIDTH] = hexlify(b"".join(digests), " ", 8).split()
    return b"".join(parts)
