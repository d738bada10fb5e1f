"""Sort orders put right, those of one list together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from gallery_lens.fixes._changes import Change
from gallery_lens.fixes._context import LocatedFinding, Owner
from gallery_lens.order import displayed, numeric, repair
from gallery_lens.order.doubles import double
from gallery_lens.places import Place
from gallery_lens.rules.o103_sort_order_mixed_units import unit_of

#: What one repair of a list settles; the last of them can be settled alone, too.
_TOGETHER: Final = ("sort-order-duplicate", "sort-order-exhausted", "sort-order-text")
_UNITS: Final = "sort-order-mixed-units"
#: The rules that are settled for a whole list.
SETTLED: Final = (*_TOGETHER[:2], _UNITS)


@attrs.frozen
class Remedy:
    """A remedy for some findings."""

    found: tuple[LocatedFinding, ...]
    title: str
    changes: tuple[Change, ...]
    safe: bool = True


def sort_remedies(holders: Sequence[Owner], found: Sequence[LocatedFinding]) -> Iterator[Remedy]:
    """Yield what puts the sort orders of *holders* right if *found* says that they collide or differ in unit.

    There is at most one such remedy for a list, because each looks at all values of the list.
    """
    orders = {  # of those that have a place in the order
        each.place_of("sort_order"): each.model.sort_order
        for each in holders
        if (number := numeric(each.model.sort_order)) is not None and double(number) is not None
    }
    here = [each for each in found if each.place in orders]
    said = {each.finding.name for each in here}
    if not said.isdisjoint(_TOGETHER[:2]):
        told = [each for each in here if each.finding.name in _TOGETHER]
        textual = {each.place for each in told if each.finding.name == "sort-order-text"}
        # Text that nobody complained about may stay text.
        values = [value if place in textual else numeric(value) for place, value in orders.items()]
        changes = _changes(orders, repair(values).values, values)
        title = f"Give {_items(changes)} another sort order; the order shown stays."
        yield Remedy(tuple(told), title, changes)
    elif _UNITS in said:
        yield _in_one_unit(orders, [each for each in here if each.finding.name == _UNITS])


def as_number(found: LocatedFinding) -> Remedy:
    """Return the number that numeric text spells, as a remedy."""
    number = numeric(found.value)
    return Remedy((found,), f"Write {number} as a number.", (Change(found.place, "replace", number),))


def _in_one_unit(orders: dict[Place, Any], found: list[LocatedFinding]) -> Remedy:
    values = [numeric(value) or 0 for value in orders.values()]
    units = [unit_of(value) for value in values]
    unit = "seconds" if units.count("seconds") > units.count("milliseconds") else "milliseconds"
    exponent = -3 if unit == "seconds" else 3
    moved = [
        _scaled(value, exponent) if known not in (None, unit) else value
        for value, known in zip(values, units, strict=True)
    ]
    new = repair(moved).values
    changes = _changes(orders, new, values)
    safe = displayed(values) == displayed(new)
    return Remedy(tuple(found), f"Bring {_items(changes)} to {unit}.", changes, safe)


def _scaled(number: int | float, exponent: int) -> int | float:
    exact = Decimal(repr(number)).scaleb(exponent)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _changes(orders: dict[Place, Any], new: Sequence[Any], old: Sequence[Any]) -> tuple[Change, ...]:
    pairs = zip(orders, new, old, strict=True)
    return tuple(Change(place, "replace", number) for place, number, value in pairs if number is not value)


def _items(changes: Sequence[Change]) -> str:
    return "one item" if len(changes) == 1 else f"{len(changes)} items"
