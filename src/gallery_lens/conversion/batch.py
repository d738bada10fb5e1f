"""The items of one list: most are converted many at once, by what was compiled for their dialects.

Of those nothing is made but what the target gets, the bits of what was found, and the columns that rules
compare; a model, a subject and findings come to be when somebody looks at them. Items that are unusual are
read one by one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import attrs

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.items import Read
from gallery_lens.conversion.subject import Subject
from gallery_lens.conversion.telling import findings_of, known_codes, tell
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import Dialect
from gallery_lens.model import UNSET, Item
from gallery_lens.options import ConvertOptions
from gallery_lens.order import numeric
from gallery_lens.places import Place
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Pair


def subject_of(
    raw: Any,
    place: Place,
    options: ConvertOptions,
    index: int | None = None,
    gallery_id: str | None = None,
    dialect: str | None = None,
) -> Subject:
    """Return the subject of findings; it has the *dialect* that was asked for, unless its own is known."""
    asked = None if options.source == "auto" else options.source
    return Subject(
        raw=raw,
        place=place,
        dialect=dialect or asked,
        target=options.target,
        gallery_id=gallery_id,
        index=index,
    )


class Naming(Record):
    """Makes the subjects of items of one list, or of an item that stands in none."""

    options: ConvertOptions
    at: Place  #: of the list, or of the only item
    gallery_id: str | None
    single: bool

    def __call__(self, raw: Any, index: int, dialect: str | None = None) -> Subject:
        """Return the subject of an item as given."""
        place = self.at if self.single else (*self.at, index)
        return subject_of(raw, place, self.options, index, self.gallery_id, dialect)


class Taken(Read):
    """An item that was converted together with others.

    ``subject``, ``model``, ``left`` and ``wire`` are made when they are asked for.
    """

    __slots__ = ("batch", "index")

    batch: "Batch"
    index: int  #: in its list

    def __init__(self, batch: "Batch", index: int) -> None:
        self.batch, self.index = batch, index
        self.dialect = self.pair.source

    def __getattr__(self, name: str) -> Any:
        if name not in _MADE:
            raise AttributeError(name)
        value = _MADE[name](self)
        setattr(self, name, value)
        return value

    @property
    def pair(self) -> "Pair":
        """The conversion that it went through."""
        pair = self.batch.columns.pairs[self.index]
        assert pair is not None
        return pair

    @property
    def raw(self) -> Any:
        """The item as it was given."""
        return self.batch.columns.raw(self.index)

    @property
    def out(self) -> Any:
        """The item as the target gets it; None if it is left out on purpose."""
        return self.batch.columns.outs[self.index]

    @property
    def mask(self) -> int:
        """The bits of what was found."""
        return self.batch.columns.masks[self.index]

    @property
    def place(self) -> Place:
        """The place of the item in the document."""
        return (*self.batch.place, *self.batch.columns.steps(self.index))

    @property
    def given(self) -> Any:
        """The item as it was given."""
        return self.raw

    @property
    def refused(self) -> bool:
        """True if it is not converted, and that is a fault."""
        return False

    @property
    def passed(self) -> bool:
        """True if it is to be written."""
        return self.out is not None

    def tell(self, findings: Findings) -> None:
        """Report what was found in it."""
        tell(self.pair.said(self.mask), self.subject, findings, self.pair.same)

    def found(self) -> list[Finding]:
        """Return the findings that it tells."""
        return list(findings_of(self.pair.said(self.mask), self.subject, self.pair.same))

    def codes(self) -> list[tuple[Severity, str]]:
        """Return the severities and codes of what it tells."""
        return known_codes(self.pair, self.mask)

    def held(self, field: str, column: Sequence[Any]) -> Any:
        """Return the value of a *field* that rules compare.

        In the *column* None stands for null, and for what was not given, or refused.
        """
        if (value := column[self.index]) is not None:
            return value
        row = self.pair.source.item.by_field.get(field)
        return UNSET if row is None or self.raw.get(row.wire, UNSET) is not None else None

    def place_of(self, field: str, value: Any) -> Place:
        """Return the place of a *field* that rules compare; it holds *value*, a rule says."""
        raw = self.subject.raw
        key = next((key for key in self.pair.keys_of(field) if raw.get(key) not in (None, "")), None)
        # What was mended is looked for with care.
        if key is None or type(raw[key]) is not type(value) or raw[key] != value:
            return super().place_of(field, value)
        return (key,)

    def _structured(self) -> Item:
        assert self.dialect is not None
        item: Item = self.dialect.read(self.raw).root
        number = self.batch.numbers.get(self.index)
        return item if number is None else attrs.evolve(item, sort_order=number)

    def _written(self) -> Any:
        return None if self.out is None else self.batch.columns.written([self.index])[0]


_MADE: Final[dict[str, Callable[[Taken], Any]]] = {
    "subject": lambda taken: taken.batch.subject(taken.raw, taken.index, taken.pair.source.name),
    "model": lambda taken: taken._structured() if taken.out is not None else None,
    "left": lambda taken: taken._structured() if taken.out is None else None,
    "wire": Taken._written,
}


class Batch(Sequence[Read]):
    """The items of one list; those that were converted together are made as they are looked at."""

    subject: Naming

    def __init__(self, columns: "Columns", odd: Mapping[int, Read], subject: Naming, place: Place) -> None:
        """Begin; *place* is that of the list, or of the only item."""
        self.columns, self.odd, self.place = columns, odd, place
        self.subject = subject
        self.numbers: dict[int, int] = {}  #: the sort orders that places in the list imply, by index
        self._taken: dict[int, Taken] = {}

    def __len__(self) -> int:
        return len(self.columns.outs)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if index < 0 or index >= len(self):
            return self[range(len(self))[index]]
        return (
            self.odd.get(index) or self._taken.get(index) or self._taken.setdefault(index, Taken(self, index))
        )

    @cached_property
    def dialects(self) -> list[Dialect]:
        """The dialects of the items, in the order in which they were met."""
        if self.odd:
            met = [
                self.odd[index].dialect if pair is None else pair.source
                for index, pair in enumerate(self.columns.pairs)
            ]
        else:
            met = [pair.source for pair in dict.fromkeys(self.columns.pairs) if pair]
        return [dialect for dialect in dict.fromkeys(met) if dialect]

    def column(self, field: str) -> list[Any]:
        """Return the ids or the sort orders of all items, None for those that have none."""
        held = [*self.columns.compared[field == "sort_order"]]
        for index, read in self.odd.items():
            held[index] = _held(read, field)
        return held

    def place_in_list(self) -> None:
        """Hide the sort orders of the items: the list they stand in shows them."""
        hidden = {pair: ~pair.placed for pair in {*self.columns.pairs} if pair and pair.placed}
        for index, pair in enumerate(self.columns.pairs) if hidden else ():
            if pair in hidden:
                self.columns.masks[index] &= hidden[pair]

    def give_order(self, index: int, position: int) -> None:
        """Give an item the sort order that its *position* in the list implies."""
        pair = self.columns.pairs[index]
        assert pair is not None
        self.numbers[index] = position
        pair.number(self.columns.outs[index], position)

    @property
    def passed(self) -> list[int]:
        """The indexes of the items that are to be written."""
        outs = self.columns.outs
        if not self.odd:
            return [index for index, out in enumerate(outs) if out is not None]
        return [
            index
            for index, out in enumerate(outs)
            if out is not None or (index in self.odd and self.odd[index].passed)
        ]

    def outside(self) -> Iterator[Taken]:
        """Yield the items that were converted together and whose medium is not one of Wix."""
        for index, (pair, mask) in enumerate(zip(self.columns.pairs, self.columns.masks, strict=True)):
            if pair is not None and mask & 1:
                yield self[index]

    # ---------------------------------------------------------------- what was found, told later

    def kinds(self) -> Iterator[tuple[list[tuple[Severity, str]], int]]:
        """Yield the severities and codes of what is told of items, and of how many."""
        found = zip(self.columns.pairs, self.columns.masks, strict=True)
        for (pair, mask), count in Counter(found).items() if len(self) > 1 else ((each, 1) for each in found):
            if pair is not None:
                yield known_codes(pair, mask), count

    def late(self) -> Iterator[tuple[tuple[int, ...], Taken]]:
        """Yield the items of which anything is told, with their index in the list if they stand in one."""
        for index, (pair, mask) in enumerate(zip(self.columns.pairs, self.columns.masks, strict=True)):
            if pair is not None and mask > 1:
                yield self.columns.steps(index), Taken(self, index)

    def telling(self, told: Collection[Place]) -> list[int]:
        """Return the indexes of items of which anything is told, but for those at a place of *told*."""
        found = zip(self.columns.pairs, self.columns.masks, strict=True)
        indexes = [index for index, (pair, mask) in enumerate(found) if mask > 1 and pair is not None]
        if not told:
            return indexes
        return [index for index in indexes if (*self.place, *self.columns.steps(index)) not in told]

    def stretches(self, told: Collection[Place]) -> Iterator[tuple[tuple[int, ...], range]]:
        """Yield the indexes of items that follow each other, none of which stands at a place of *told*."""
        if not self.columns.steps(0):
            indexes = [0] if told else []
        else:
            indexes = sorted({int(place[0]) for place in told if place})
        for start, stop in pairwise((-1, *indexes, len(self))):
            if start + 1 < stop:
                yield self.columns.steps(start + 1), range(start + 1, stop)


class Written(Sequence[Read]):
    """Some of the items of a batch."""

    def __init__(self, batch: Batch, indexes: list[int]) -> None:
        self.batch, self.indexes = batch, indexes

    def __len__(self) -> int:
        return len(self.indexes)

    def __getitem__(self, index: Any) -> Any:
        chosen = self.indexes[index]
        return [self.batch[each] for each in chosen] if isinstance(chosen, list) else self.batch[chosen]

    @property
    def outs(self) -> list[Any]:
        """The items as the target gets them, in a form that ``jsontext`` writes."""
        columns, odd = self.batch.columns, self.batch.odd
        return [odd[index].wire if index in odd else columns.out(index) for index in self.indexes]

    @cached_property
    def wires(self) -> list[Any]:
        """The items as the target gets them, as plain objects that share nothing with those given."""
        columns, odd = self.batch.columns, self.batch.odd
        made = iter(columns.written(index for index in self.indexes if index not in odd))
        return [odd[index].wire if index in odd else next(made) for index in self.indexes]


# ---------------------------------------------------------------- neighbours


def models(reads: Sequence[Read], *, bare: bool) -> tuple[Item, ...]:
    """Return the items that were read, with an empty one for each that was not, so that indexes agree.

    Of those that were taken there is no more than what the rules of a gallery compare; nothing if *bare*.
    """
    if bare and isinstance(reads, Batch) and not reads.odd:
        return (_NOTHING,) * len(reads)
    return tuple(
        (_NOTHING if bare else _compared(found)) if isinstance(found, Taken) else found.model or _NOTHING
        for found in reads
    )


_NOTHING: Final = Item()


def _compared(found: Taken) -> Item:
    """Return the values of an item that rules compare: its columns say them, but for null."""
    ids, sort_orders = found.batch.columns.compared
    return Item(id=found.held("id", ids), sort_order=found.held("sort_order", sort_orders))


def is_in_order(reads: Sequence[Read]) -> bool:
    """Return whether nothing can be said of ids and sort orders: all differ, ascend and have room."""
    return ascend(_column(reads, "id"), orders_of(reads))


def ascend(ids: Iterable[Any], sort_orders: Sequence[Any]) -> bool:
    """Return whether all *ids* differ, and all *sort_orders* ascend and have room.

    Items without a sort order stand behind all others.
    """
    named = [id if id.islower() else id.lower() for id in ids if id]  # which are lower case as a rule
    orders = [order for order in sort_orders if order is not None]
    whole = None not in sort_orders[: len(orders)]
    return whole and _have_room(orders) and len({*named}) == len(named)


def orders_of(reads: Sequence[Read]) -> list[Any]:
    """Return the sort orders of all items, None for those that have none."""
    return _column(reads, "sort_order")


def _column(reads: Sequence[Read], field: str) -> list[Any]:
    return reads.column(field) if isinstance(reads, Batch) else [_held(each, field) for each in reads]


def _held(each: Read, field: str) -> Any:
    value = getattr(each.model, field) if each.model else None
    return numeric(value) if field == "sort_order" else value or None


#: What two neighbours have to be apart at least, as a share of what they are: there are a thousand
#: doubles between them then.
_APART: Final = 2.0**-42
_SECONDS: Final = 1e11  #: epoch times in seconds are below, in milliseconds above


def _have_room(orders: list[Any]) -> bool:
    if not orders:
        return True
    if abs(orders[0]) > _LARGE or abs(orders[-1]) > _LARGE or orders[0] < _SECONDS <= orders[-1]:
        return False
    least = max(abs(orders[0]), abs(orders[-1]), 1.0) * _APART
    return all(high - low > least for low, high in pairwise(orders))


_LARGE: Final = 2.0**50
