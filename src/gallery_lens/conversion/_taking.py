"""Items that are converted many at once, by what was compiled for their dialects; the rest goes one by one.

Of such an item nothing is made but what the target gets and the bits of what was found; its model, its
findings and its subject come to be when somebody looks at them.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import attrs

from gallery_lens.conversion._findings import Findings
from gallery_lens.conversion._items import Read
from gallery_lens.conversion._subject import Subject
from gallery_lens.conversion._telling import known_codes, tell
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import Dialect, detect
from gallery_lens.model import UNSET, Item
from gallery_lens.order import numeric

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair

#: How many items have to be met before anything is compiled for them.
ENOUGH: Final = 24


class Taken(Read):
    """An item that was converted together with others.

    ``subject``, ``model``, ``left`` and ``wire`` are made when they are asked for.
    """

    __slots__ = ("index", "mask", "number", "out", "pair", "place", "raw")

    raw: Any
    index: int
    place: Callable[["Taken"], Subject]  #: makes the subject
    pair: "Pair"
    out: Any
    mask: int
    number: int | None  #: the sort order that its place in the list implies

    def __init__(self, raw: Any, index: int, pair: "Pair", out: Any, mask: int) -> None:
        self.raw, self.index, self.pair, self.out, self.mask = raw, index, pair, out, mask
        self.dialect = pair.source
        self.number = None

    def __getattr__(self, name: str) -> Any:
        if name not in _MADE:
            raise AttributeError(name)
        value = _MADE[name](self)
        setattr(self, name, value)
        return value

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

    @property
    def outside(self) -> bool:
        """True if its medium is not one of Wix."""
        return bool(self.mask & 1)

    def tell(self, findings: Findings) -> None:
        """Report what was found in it."""
        tell(self.pair.said(self.mask), self.subject, findings, self.pair.same)

    @property
    def kind(self) -> Hashable:
        """The same for items of which the same is reported."""
        return self.pair, self.mask

    def codes(self) -> list[tuple[Severity, str]]:
        """Return the severities and codes of what it tells."""
        return known_codes(self.pair, self.mask)

    def place_in_list(self, shown: bool) -> None:
        """Report no sort order if the order of the list has *shown* it."""
        if shown:
            self.mask &= ~self.pair.placed

    def count(self, position: int) -> None:
        """Give it the sort order that its *position* in the list implies."""
        self.number = position
        self.pair.number(self.out, position)

    def _lifted(self) -> Item:
        assert self.dialect is not None
        item = self.dialect.lift(self.raw)
        return item if self.number is None else attrs.evolve(item, sort_order=self.number)

    def _written(self) -> Any:
        return None if self.out is None else self.pair.written(self.out, self.raw)


_MADE: Final[dict[str, Callable[[Taken], Any]]] = {
    "subject": lambda taken: taken.place(taken),
    "model": lambda taken: taken._lifted() if taken.out is not None else None,
    "left": lambda taken: taken._lifted() if taken.out is None else None,
    "wire": Taken._written,
}


class _Met:
    """How many items this process has met."""

    count = 0


def take(values: Sequence[Any], source: str, target: Dialect) -> list[Taken | None]:
    """Return those of *values* that are usual, converted; None in the place of each other one.

    Nothing is returned as long as there is too little to do.
    """
    _Met.count += len(values)
    if _Met.count < ENOUGH:
        return []
    from gallery_lens.compiled import COMPILED, pair

    names = COMPILED if source == "auto" else (source,)
    pairs = [each for name in names if (each := pair(name, target.name)) is not None]
    return _take(values, pairs, sure=source != "auto") if pairs else []


def _take(values: Sequence[Any], pairs: list["Pair"], *, sure: bool) -> list[Taken | None]:
    found: list[Taken | None] = [None] * len(values)
    left: Iterable[int] = range(len(values))
    for each in sorted(pairs, key=lambda pair: not _fits(pair, values)):
        left = _take_by(each, values, left, found, sure=sure)
        if not left:
            break
    return found


def _fits(pair: "Pair", values: Sequence[Any]) -> bool:
    return bool(values) and isinstance(values[0], dict) and detect(values[0]) == (pair.source.name,)


def _take_by(
    pair: "Pair", values: Sequence[Any], indexes: Iterable[int], found: list[Taken | None], *, sure: bool
) -> list[int]:
    """Take what *pair* takes; return the indexes of what it leaves."""
    read = pair.read_all({index: values[index] for index in indexes})
    outs, masks = pair.convert(list(read.values()))
    for index, out, mask in zip(read, outs, masks, strict=True):
        if mask >= 0 and (sure or pair.is_sure(read[index], partial(values.__getitem__, index))):
            found[index] = Taken(values[index], index, pair, out, mask)
    return [index for index in indexes if found[index] is None]


# ---------------------------------------------------------------- neighbours


def models(reads: Sequence[Read], *, bare: bool) -> tuple[Item, ...]:
    """Return the items that were read, with an empty one for each that was not, so that indexes agree.

    Of those that were taken there is no more than what the rules of a gallery compare; nothing if *bare*.
    """
    return tuple(
        (_NOTHING if bare else _compared(found)) if isinstance(found, Taken) else found.model or _NOTHING
        for found in reads
    )


_NOTHING: Final = Item()


def _compared(found: Taken) -> Item:
    assert found.dialect is not None
    rows = found.dialect.item.by_field
    compared = {name: rows[name].wire for name in ("id", "sort_order") if name in rows}
    held = {name: found.raw.get(wire, UNSET) for name, wire in compared.items()}
    return Item(**held, origin=found.dialect.origin)


def is_in_order(reads: Sequence[Read]) -> bool:
    """Return whether nothing can be said of ids and sort orders: all differ, ascend and have room.

    Items without a sort order stand behind all others.
    """
    ids = [id for id in _column(reads, "id") if id]
    given = _column(reads, "sort_order")
    orders = [order for order in given if order is not None]
    whole = None not in given[: len(orders)]
    return whole and len({id.lower() for id in ids}) == len(ids) and _have_room(orders)


def _column(reads: Sequence[Read], field: str) -> list[Any]:
    """Return the ids or the sort orders of all items, None for those that have none."""
    wires: dict[Any, str] = {}
    for each in reads:
        if each.dialect is not None and each.dialect not in wires:
            row = each.dialect.item.by_field.get(field)
            wires[each.dialect] = row.wire if row else ""
    return [
        each.raw.get(wires[each.dialect]) if isinstance(each, Taken) else _held(each, field) for each in reads
    ]


def _held(each: Read, field: str) -> Any:
    value = getattr(each.model, field) if each.model else None
    return numeric(value) if field == "sort_order" else value or None


def orders_of(reads: Sequence[Read]) -> list[Any]:
    """Return the sort orders of all items, None for those that have none."""
    return _column(reads, "sort_order")


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
