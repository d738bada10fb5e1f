"""Sources of items, objects or JSON text, that are converted in batches into columns."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

import msgspec

from gallery_lens.compiled.pairs import ODD, Pair
from gallery_lens.dialects import detect
from gallery_lens.jsontext import is_comparable, quotes_in, quotes_of, repeats

#: How many items are in memory as typed objects together.
TOGETHER: Final = 2048
#: How many bytes an array has at most that is read in one go.
_SHORT: Final = 1 << 20

#: Sees indexes of items as they are converted, many at once.
Watch: TypeAlias = Callable[[Iterable[Sequence[int]]], Iterable[Sequence[int]]]

#: The dialect of a source, and what makes the conversion from it, which is None if there is none.
Choice: TypeAlias = tuple[str, Callable[[], Pair | None]]

#: What stands in a text that is a gallery, and not an item.
_LIST: Final = b'"items"'
decode: Final[Callable[[Any], Any]] = msgspec.json.Decoder().decode
_encode: Final[Callable[[Any], bytes]] = msgspec.json.Encoder().encode
_decode_texts: Final = msgspec.json.Decoder(list[msgspec.Raw]).decode


class Source(Protocol):
    """Items of one list."""

    @property
    def large(self) -> bool:
        """True if what its items become should take little memory until it is written."""

    def __len__(self) -> int: ...

    def raw(self, index: int) -> Any:
        """Return an item as it was given."""

    def typed(self, pair: Pair, indexes: Sequence[int]) -> list[Any]:
        """Return items as *pair* reads them, None for each that is unusual."""


class Objects:
    """Items as objects; *single* if there is one that stands in no list."""

    large = False

    def __init__(self, values: Sequence[Any], *, single: bool = False) -> None:
        self._values, self.single = values, single

    def __len__(self) -> int:
        return len(self._values)

    def raw(self, index: int) -> Any:
        """Return an item as it was given."""
        return self._values[index]

    def typed(self, pair: Pair, indexes: Sequence[int]) -> list[Any]:
        """Return items as *pair* reads them, None for each that is unusual."""
        whole = len(indexes) == len(self._values)
        return pair.read_all(self._values if whole else [self._values[index] for index in indexes])


class Texts:
    """Items as JSON texts, objects with a buffer that need not be right."""

    single = large = False

    def __init__(self, texts: Sequence[Any]) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    def text(self, index: int) -> bytes:
        """Return the text of an item."""
        return bytes(self._texts[index])

    @property
    def texts(self) -> Sequence[Any]:
        """The texts of all items, each an object with a buffer."""
        return self._texts

    def raw(self, index: int) -> Any:
        """Return an item as it was given; raises ``ValueError`` if that is no JSON."""
        return decode(self._texts[index])

    def typed(self, pair: Pair, indexes: Sequence[int]) -> list[Any]:
        """Return items as *pair* reads them, None for each that is unusual."""
        whole = len(indexes) == len(self._texts)
        texts = self._texts if whole else [self._texts[index] for index in indexes]
        try:
            items = _decoded(texts, pair)
        except RecursionError:
            return [None] * len(texts)
        return _with_every_key(texts, items, pair)

    def why(self, pair: Pair, *, sure: bool) -> str:
        """Return why *pair* does not take the first text, in words that follow "because of".

        Raises:
            ValueError: It is no JSON.
        """
        text, raw = self.text(0), self.raw(0)
        (item,) = self.typed(pair, (0,))
        if item is None:
            return "a key that stands twice" if repeats(text, raw) else "keys or values of an unusual kind"
        _, (mask,) = pair.convert([item])
        if mask == ODD:
            return "a value that the rules have to judge"
        if not (sure or pair.is_sure(item, lambda: raw)):
            return "a dialect that is not certain"
        return "findings that were not met before"


class ArrayText:
    """Items in the JSON text of an array; read in one go where all of them are usual."""

    single = False

    def __init__(self, text: Any, quotes: int | None, pair: Pair) -> None:
        """Begin; most items are probably what *pair* reads.

        The *quotes* are as many as are in the text, with those of keys that stand twice around it; None if
        they cannot be counted.

        Raises:
            ValueError: It is no array.
        """
        self._text, self._quotes, self._pair = text, quotes, pair
        self.large = memoryview(text).nbytes > _SHORT
        self._items = self._read_at_once()
        self._count = len(self._each) if self._items is None else len(self._items)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _each(self) -> Texts:
        return Texts(_decode_texts(self._text))

    @property
    def at_once(self) -> bool:
        """True if all items were read together; then no key around them stands twice either."""
        return self._items is not None

    def read_by(self, pair: Pair) -> list[Any] | None:
        """Return all items as *pair* has read them together."""
        return self._items if pair is self._pair else None

    def _read_at_once(self) -> list[Any] | None:
        if self._quotes is None or self.large:
            return None
        try:
            items = self._pair.decode_list(self._text)
        except (ValueError, RecursionError):
            return None
        size = memoryview(self._text).nbytes
        return items if self._quotes == quotes_of(items, size) else None

    def text(self, index: int) -> bytes:
        """Return the text of an item."""
        return self._each.text(index)

    @property
    def texts(self) -> Sequence[Any]:
        """The texts of all items, each an object with a buffer."""
        return self._each.texts

    def raw(self, index: int) -> Any:
        """Return an item as it was given; raises ``ValueError`` if that is no JSON."""
        return self._each.raw(index)

    def typed(self, pair: Pair, indexes: Sequence[int]) -> list[Any]:
        """Return items as *pair* reads them, None for each that is unusual."""
        if self._items is not None and pair is self._pair:
            return self._items
        return self._each.typed(pair, indexes)


def _decoded(texts: Sequence[Any], pair: Pair) -> list[Any]:
    """Return the items in *texts*, None for one that is unusual."""
    items: list[Any] = []
    coming = iter(texts)
    shape = pair.shape
    while len(items) < len(texts):
        try:
            items.extend(map(pair.decode, coming))
        except ValueError as error:  # of the text that comes after those that were taken
            items.append(_again(texts[len(items)], pair, error))
    # Those in front have no slots for keys that were learned meanwhile.
    return items if pair.shape is shape else _decoded(texts, pair)


def _again(text: Any, pair: Pair, error: ValueError) -> Any:
    """Read a text that was refused with *error*, if its keys may be taken, or its values be mended."""
    with contextlib.suppress(ValueError, RecursionError):
        if isinstance(error, msgspec.ValidationError) and _LIST not in bytes(text):
            return pair.read_refused(decode(text), error)
    return None


def _with_every_key(texts: Sequence[Any], items: list[Any], pair: Pair) -> list[Any]:
    """Return *items*, as read from *texts*, with None for those that have a key more than once.

    Together they are written again and have as many quotes as the texts, as a rule; but for those that were
    mended.
    """
    mended = [pair.is_mended(item) for item in items] if pair.has_mended(items) else [False] * len(items)
    whole = not any(mended)
    as_given = items if whole else [item for item, other in zip(items, mended, strict=True) if not other]
    read = texts
    if not whole or None in items:
        left = (item is None or other for item, other in zip(items, mended, strict=True))
        read = [text for text, other in zip(texts, left, strict=True) if not other]
    joined = b"".join(read)
    sound = is_comparable(joined) and quotes_in(joined) == quotes_of(as_given, len(joined))
    if sound and whole:
        return items

    def is_sound(text: Any, item: Any, other: bool) -> bool:
        return item is not None and ((sound and not other) or not repeats(bytes(text), decode(text)))

    return [
        item if is_sound(text, item, other) else None
        for text, item, other in zip(texts, items, mended, strict=True)
    ]


class Raws(Sequence[Any]):
    """Items as they were given."""

    def __init__(self, source: Any) -> None:
        self._source = source
        self._last: tuple[int, Any] = (-1, None)

    def __len__(self) -> int:
        return len(self._source)

    def __getitem__(self, index: Any) -> Any:
        if index != self._last[0]:
            self._last = index, self._source.raw(index)
        return self._last[1]


class Columns:
    """The converted items, and the values that rules compare: one value per column and item.

    Attributes:
        outs: what the target gets; None for an item that is left out on purpose, and for an unusual one.
        masks: the bits of what was found; those of a *pair*'s ``found``.
        pairs: what converted the item; None for an unusual one.
        compared: the ids and the sort orders, None for an item without.
        unusual: the indexes of items that nothing here converts.
    """

    def __init__(self, source: Any, *, compares: bool = True) -> None:
        count = len(source)
        self._source, self._compares = source, compares
        self._tried = False  #: whether all items were tried as one dialect
        self.outs: list[Any] = [None] * count
        self.masks: list[int] = [ODD] * count
        self.pairs: list[Pair | None] = [None] * count
        self.compared: tuple[list[Any], list[Any]] = ([None] * count, [None] * count)
        self.unusual: Sequence[int] = range(count)

    def raw(self, index: int) -> Any:
        """Return an item as it was given."""
        return self._source.raw(index)

    def text(self, index: int) -> bytes:
        """Return the JSON text of an item that came as text."""
        text: bytes = self._source.text(index)
        return text

    @property
    def texts(self) -> Sequence[Any]:
        """The JSON texts of items that came as text, each an object with a buffer."""
        texts: Sequence[Any] = self._source.texts
        return texts

    def read_by(self, pair: Pair) -> list[Any] | None:
        """Return all items as *pair* has read them together; None if it has not, or they are not kept."""
        return self._source.read_by(pair) if isinstance(self._source, ArrayText) else None

    @property
    def names(self) -> Iterator[str | None]:
        """The names of the dialects that the items are in; None for an unusual one."""
        return (None if pair is None else pair.source.name for pair in self.pairs)

    @property
    def of_text(self) -> bool:
        """True if the items come as text."""
        return not isinstance(self._source, Objects)

    def only(self) -> "One":
        """Return the only item, which was taken."""
        (pair,), (out,), (mask,) = self.pairs, self.outs, self.masks
        assert pair is not None
        return One(pair, out, mask)

    def raws(self) -> "Raws":
        """Return all items as they were given, each of them read when it is looked at."""
        return Raws(self._source)

    def out(self, index: int) -> Any:
        """Return the converted item in the form that the JSON writer takes."""
        pair = self.pairs[index]
        return self.raw(index) if pair is not None and pair.same else self.outs[index]

    def values(self, some: range) -> list[Any]:
        """Return the converted items of a list in the form that the JSON writer takes."""
        if any(pair.same for pair in {*self.pairs} if pair):
            return [self.out(index) for index in some]
        return self.outs[some.start : some.stop]

    def written(self, indexes: Iterable[int]) -> list[Any]:
        """Return converted items as plain objects that share nothing with those given."""
        outs = [self.out(index) for index in indexes]
        if self._source.large:
            outs = [decode(out) if isinstance(out, msgspec.Raw) else out for out in outs]
        written: list[Any] = msgspec.to_builtins(outs)
        return written

    def steps(self, index: int) -> tuple[int, ...]:
        """Return the steps to an item from where all of them stand."""
        return () if self._source.single else (index,)

    def take(self, pair: Pair, *, sure: bool, watch: Watch) -> None:
        """Convert what *pair* can of what is unusual so far; *sure* if all items are known to be its."""
        name, first = pair.source.name, not self._tried
        given = self.unusual if first else [index for index in self.unusual if self._names[index] == name]
        self._tried = True
        chunks = [given[start : start + TOGETHER] for start in range(0, len(given), TOGETHER)]
        left = [index for some in watch(chunks) for index in self._take(pair, some, sure=sure)]
        self.unusual = left if first else [index for index in self.unusual if self.pairs[index] is None]

    def may_hold(self, name: str) -> bool:
        """Return whether an item that is unusual so far may be of the dialect *name*, as far as is known."""
        return not self._tried or any(self._names[each] == name for each in self.unusual)

    @cached_property
    def _names(self) -> dict[int, str | None]:
        """The dialects that items which the first pair has left can be nothing but."""
        return {index: self._named(index) for index in self.unusual}

    def _named(self, index: int) -> str | None:
        try:
            raw = self.raw(index)
        except (ValueError, RecursionError):
            return None
        names = detect(raw) if isinstance(raw, dict) else ()
        return names[0] if len(names) == 1 else None

    def _take(self, pair: Pair, given: Sequence[int], *, sure: bool) -> Iterable[int]:
        """Convert some items; return the indexes of those that it leaves."""
        items, indexes = self._source.typed(pair, given), given
        if None in items:
            indexes = [index for index, item in zip(given, items, strict=True) if item is not None]
            items = [item for item in items if item is not None]
        outs, masks = pair.convert(items, of_text=self.of_text)
        if self._source.large and not (pair.same or pair.numbers):
            outs = _packed(outs)
        sure = sure or pair.are_sure(items)
        if not sure or ODD in masks:
            usual = [
                at
                for at, index in enumerate(indexes)
                if masks[at] != ODD and (sure or pair.is_sure(items[at], partial(self._source.raw, index)))
            ]
            if len(usual) < len(items):
                indexes, items, outs, masks = (
                    [each[at] for at in usual] for each in (indexes, items, outs, masks)
                )
        self._set(pair, indexes, items, outs, masks)
        return () if len(indexes) == len(given) else [each for each in given if self.pairs[each] is None]

    def _set(
        self, pair: Pair, indexes: Sequence[int], items: list[Any], outs: list[Any], masks: list[int]
    ) -> None:
        if len(items) == len(self.outs):
            self.outs, self.masks, self.pairs = outs, masks, [pair] * len(items)
            if self._compares:
                self.compared = pair.compared(items)
            return
        columns: tuple[list[Any], ...] = (self.outs, self.masks, self.pairs)
        values: tuple[list[Any], ...] = (outs, masks, [pair] * len(items))
        if self._compares:
            columns, values = (*columns, *self.compared), (*values, *pair.compared(items))
        for column, some in zip(columns, values, strict=True):
            if isinstance(indexes, range):
                column[indexes.start : indexes.stop] = some
            else:
                for index, value in zip(indexes, some, strict=True):
                    column[index] = value


def _packed(outs: list[Any]) -> list[Any]:
    """Return converted items as their JSON texts, which take less than half the memory."""
    texts = _decode_texts(_encode(outs))
    return [None if out is None else text for out, text in zip(outs, texts, strict=True)]


def convert(
    source: Any, choices: Iterable[Choice], *, sure: bool, watch: Watch = iter, compares: bool = True
) -> Columns:
    """Convert the items of *source* by the first of *choices* that takes them; *watch* sees their indexes.

    Ids and sort orders are kept only if anybody *compares* them.
    """
    columns = Columns(source, compares=compares)
    for name, made in choices:
        if columns.may_hold(name) and (pair := made()) is not None:
            columns.take(pair, sure=sure, watch=watch)
        if not columns.unusual:
            break
    return columns


class One(NamedTuple):
    """An item that stands in no list, converted."""

    pair: Pair
    out: Any  #: what the target gets; None if it is left out on purpose
    mask: int  #: the bits of what was found

    def written(self, given: Any) -> Any:
        """Return what the target gets of the item, which was *given* so, as plain objects."""
        return None if self.out is None else msgspec.to_builtins(given if self.pair.same else self.out)

    def columns(self, given: Any) -> Columns:
        """Return the same as columns of one item, which was *given* so."""
        columns = Columns(Objects([given], single=True), compares=False)
        columns.outs, columns.masks, columns.pairs = [self.out], [self.mask], [self.pair]
        columns.unusual = ()
        return columns


def convert_object(value: Any, pair: Pair, *, sure: bool) -> One | None:
    """Convert an item that stands in no list; None if *pair* leaves it, or it may be another dialect's."""
    try:
        item: Any = msgspec.convert(value, pair.shape.type)
    except (ValueError, RecursionError) as error:
        sure = sure or detect(value) == (pair.source.name,)
        item = pair.read_refused(value, error) if sure else None
        if item is None:
            return None
    (out,), (mask,) = pair.convert([item])
    if mask == ODD or not (sure or pair.is_sure(item, lambda: value)):
        return None
    return One(pair, out, mask)


__all__ = [
    "TOGETHER",
    "ArrayText",
    "Columns",
    "Objects",
    "One",
    "Raws",
    "Source",
    "Texts",
    "convert",
    "convert_object",
]
