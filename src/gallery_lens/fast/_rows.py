"""Rows of a ``jsonl`` report, written from pieces that are ready; byte for byte what the reporter writes."""

from binascii import hexlify
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any, Final

import msgspec

from gallery_lens.diagnostics import Place, pointer, position
from gallery_lens.fast._losses import FOUND, Found
from gallery_lens.fast._values import escaped, said
from gallery_lens.jsontext import encode
from gallery_lens.rules import rule

_decode: Final[Callable[[bytes], Any]] = msgspec.json.Decoder().decode
_encode: Final = msgspec.json.Encoder().encode

#: How many orders of findings are remembered; items of one file have few.
_ORDERS: Final = 4096


class _Piece:
    """A finding as far as it is always the same, as JSON."""

    def __init__(self, found: Found, file: bytes) -> None:
        spoken = rule(found.rule)
        start, _, end = spoken.message.partition("{value}")
        head = {"code": spoken.code, "name": spoken.name, "severity": spoken.severity.value, "message": ""}
        self.place, at = found.place, pointer(found.place)
        self._bare = _encode(head)[:-2]  # without the quote that ends the message
        self._start = start
        self._heads = {} if "{" in start else {0: self._bare + escaped(start)}
        self.at = b'%b","pointer":%b%b' % (escaped(end), _encode(at), file)
        self.help = b',"help":%b,"url":%b,"fingerprint":"' % (_encode(spoken.help), _encode(spoken.url))
        self.before, self.after = f"{spoken.code}\0".encode(), f"\0{at}".encode()

    def value(self, raw: dict[str, Any]) -> Any:
        """What is shown of the item *raw*: of a text, which is lost as a whole, its HTML if it has any."""
        value: Any = raw
        for step in self.place:
            value = value[step]
        return value if self.place else (raw.get("text") or {}).get("html") or raw

    def head(self, value: Any) -> bytes:
        """Everything up to the value in the message."""
        return self._heads.get(0) or self._bare + escaped(self._start.format(length=len(value)))


class Rows:
    """Writes what was found in items of one dialect."""

    def __init__(self, dialect: str, file: str) -> None:
        named = b',"file":' + encode(file) + b',"line":'
        self._pieces = [_Piece(found, named) for found in FOUND[dialect]]
        self._id = "_id" if dialect == "velo" else "id"
        self._dialect = b',"dialect":' + _encode(dialect) + b',"target":"frontend","itemId":'
        self._holders: dict[int, list[Place]] = {}
        self._orders: dict[tuple[Any, ...], list[_Piece]] = {}

    def write(self, number: int, lines: Iterable[bytes], found: Iterable[int]) -> bytes:
        """Return the rows, in document order, for what was *found* in *lines* from *number* on."""
        parts: list[bytes] = []
        for index, (line, bits) in enumerate(zip(lines, found, strict=True), start=number):
            if bits:
                self._add(parts, line, index, bits)
        return b"".join(parts)

    def _add(self, parts: list[bytes], line: bytes, number: int, found: int) -> None:
        raw, plain = _decode(line), b"\\" not in line
        id, title = raw[self._id], raw.get("title")
        named = b',"itemTitle":' + _encode(title) if title else b""
        about = b'%d%b%b,"itemIndex":0%b,"value":' % (number, self._dialect, _encode(id), named)
        identity = id.encode()
        for piece in self._order(raw, found):
            value = piece.value(raw)
            words, shown = said(value, plain)
            print_ = sha256(piece.before + identity + piece.after).digest()[:8]
            parts += (piece.head(value), words, piece.at, about, shown, piece.help, hexlify(print_), b'"}\n')

    def _order(self, raw: dict[str, Any], found: int) -> list[_Piece]:
        """Return what was found, in document order, which is told by the keys of some objects."""
        if found not in self._holders:
            self._holders[found] = _holders(self._chosen(found))
        shape = (found, *[tuple(_at(raw, place)) for place in self._holders[found]])
        if shape not in self._orders:
            if len(self._orders) == _ORDERS:
                self._orders.clear()
            self._orders[shape] = sorted(self._chosen(found), key=lambda piece: position(raw, piece.place))
        return self._orders[shape]

    def _chosen(self, found: int) -> list[_Piece]:
        return [piece for index, piece in enumerate(self._pieces) if found >> index & 1]


def _holders(pieces: Sequence[_Piece]) -> list[Place]:
    """The places of the objects that hold more than one of *pieces*, at any depth."""
    around = [
        piece.place[:end] for piece in pieces for end, step in enumerate(piece.place) if isinstance(step, str)
    ]
    return [place for place, count in Counter(around).items() if count > 1]


def _at(raw: dict[str, Any], place: Place) -> Any:
    value: Any = raw
    for step in place:
        value = value[step]
    return value
