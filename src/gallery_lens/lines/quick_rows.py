"""Rows of ``json`` and ``jsonl`` reports, from ready pieces; byte for byte what the reporters write."""

from binascii import hexlify
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from gallery_lens import jsontext
from gallery_lens.compiled import Found, Pair
from gallery_lens.conversion.subject import content_of, id_of, title_of
from gallery_lens.conversion.telling import codes, words_of
from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.lines._spelling import Speller, anything, escaped, number, point, text, texts
from gallery_lens.places import Place, pointer, position
from gallery_lens.rules import rule

decode: Final[Callable[[bytes], Any]] = msgspec.json.Decoder().decode
encode: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode

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


def _piece(found: Found, pair: Pair, opening: bytes, file: bytes, *, careful: bool) -> _Piece:
    spoken, at = rule(found.rule), pointer(found.place)
    ((severity, _),) = codes([found], pair.target, pair.same)
    start, comes, end = spoken.message.partition("{value}")
    spell = anything if careful else _speller(found, pair)
    row = {"code": spoken.code, "name": spoken.name, "severity": severity.value, "message": ""}
    before = opening + encode(row)[:-2]  # without the quote that ends the message

    def ends(value: Any) -> tuple[bytes, bytes]:
        facts = found.facts(value) if found.facts else {}
        said = [escaped(part.format(**facts)) for part in (start, end)]
        return before + said[0], said[1] + b'","pointer":"'

    varies = "{" in start + end
    url = b',"url":' + encode(spoken.url) if spoken.url else b""
    return _Piece(
        get=_getter(found.place) if found.place else partial(_words, pair.source.name),
        spell=spell if comes else _unsaid(spell),
        head=before + escaped(start),
        ends=ends if varies else None,
        middle=b'%b","pointer":"' % escaped(end),
        at=escaped(at) + b'"' + file,
        tail=b',"help":%b%b,"fingerprint":"' % (encode(spoken.help), url),
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


def _words(dialect: str, raw: dict[str, Any]) -> Any:
    """Return the excerpt of a text that is dropped as a whole: its HTML if it has any."""
    words = words_of(raw, dialect)
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


class ReadyRows:
    """Writes what was found in items that a *pair* of dialects converts, as the reporter would."""

    def __init__(self, pair: Pair, file: str, frame: tuple[bytes, bytes] = (b"", b"\n")) -> None:
        """Begin a report about *file*; each row stands in the *frame*."""
        self._before, self._end = frame[0], b'"}' + frame[1]
        self._file = b',"file":' + jsontext.encode(file)
        self._pair = pair
        target = encode(pair.target.name)
        self._dialect = b',"dialect":%b,"target":%b' % (encode(pair.source.name), target)
        self._orders: dict[int, _Orders] = {}
        self._pieces: dict[tuple[Found, bool], _Piece] = {}

    def write(self, number: int, lines: Iterable[bytes], found: Iterable[int]) -> Iterator[bytes]:
        """Yield the rows, in document order, for what was *found* in *lines* from *number* on."""
        parts: list[bytes] = []
        for index, (line, bits) in enumerate(zip(lines, found, strict=True), start=number):
            if bits:
                parts += self.of(decode(line), b"\\" not in line, b"", self.around(index, None), 0, bits)
            if len(parts) > PARTS:
                yield joined(parts)
                parts.clear()
        if parts:
            yield joined(parts)

    def around(self, line: int | None, gallery: str | None) -> bytes:
        """Return the part of rows that items share: the line of NDJSON, and the id of their gallery."""
        number = b',"line":%d' % line if line else b""
        named = b',"galleryId":' + encode(gallery) if gallery else b""
        return number + self._dialect + named

    def of(
        self, raw: dict[str, Any], plain: bool, at: bytes, around: bytes, position: int, found: int
    ) -> list[bytes]:
        """Return the parts of the rows, in document order, for what was *found* in the item *raw*.

        Each row has ``_WIDTH`` of them.

        Args:
            raw: the item as given.
            plain: whether no text in it holds a character that JSON has to escape.
            at: the pointer to the item, as it stands between the quotes of JSON.
            around: what all items around it share.
            position: the index of the item in its list.
            found: the bits.

        Raises:
            UnicodeEncodeError: There is a lone surrogate in it, which has to be escaped.
        """
        id, title = id_of(raw), title_of(raw)
        known = encode(id) if id else b""
        # A plain id is the same in JSON and in UTF-8.
        identity = known[1:-1] if plain and id else (id or content_of(raw)).encode()
        about = b'%b%b%b,"itemIndex":%d%b%b,"value":' % (
            around,
            b',"itemId":' if id else b"",
            known,
            position,
            b',"itemTitle":' if title else b"",
            encode(title) if title else b"",
        )
        parts: list[bytes] = []
        orders = self._orders.get(found) or self._met(found)
        for get, spell, head, ends, middle, within, tail, (before, after), _ in orders.of(raw):
            value = get(raw)
            words, shown = spell(value, plain)
            start, end = ends(value) if ends else (head, middle)
            told = before + identity + after
            parts += (start, words, end, at, within, about, shown, tail, told, self._end)
        return parts

    def _met(self, found: int) -> _Orders:
        said = self._pair.said(found)
        careful = any(each.order < 0 for each in said)  # values of any kind were mended
        self._orders[found] = _Orders([self._piece(each, careful) for each in said])
        return self._orders[found]

    def _piece(self, found: Found, careful: bool) -> _Piece:
        """Return the piece of a finding, made once."""
        known = self._pieces.get((found, careful))
        if known is None:
            known = _piece(found, self._pair, self._before, self._file, careful=careful)
            self._pieces[found, careful] = known
        return known


#: How many parts a row has, and which of them is what the fingerprint hangs on.
_WIDTH, _TOLD = 10, 8


def joined(parts: list[bytes]) -> bytes:
    """Join the *parts* of rows, once there are fingerprints in place of what they hang on."""
    if parts:
        digests = [sha256(told).digest()[:8] for told in parts[_TOLD::_WIDTH]]
        parts[_TOLD::_WIDTH] = hexlify(b"".join(digests), " ", 8).split()
    return b"".join(parts)
