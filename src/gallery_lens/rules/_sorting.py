"""The sort orders of a gallery, one by one."""

from collections.abc import Iterator
from itertools import pairwise

from gallery_lens.model import Gallery, Maybe, Number
from gallery_lens.order import numeric
from gallery_lens.values import Record


class Placed(Record):
    """An item that has a usable sort order."""

    index: int  #: in the gallery, counted from 0
    given: Maybe[Number]  #: as the source writes it
    number: int | float

    @property
    def value(self) -> str:
        """The number as text that is the same for equal numbers: 5 and 5.0 are both ``"5"``."""
        return str(int(self.number) if self.number == int(self.number) else self.number)


def descends(gallery: Gallery) -> bool:
    """Return whether all items of *gallery* have sort orders, each lower than the one before it."""
    items = list(placed(gallery))
    whole = len(items) > 1 and len(items) == len(gallery.items or ())
    return whole and all(item.number < before.number for before, item in pairwise(items))


def placed(gallery: Gallery) -> Iterator[Placed]:
    """Yield the items of *gallery* that have a finite sort order, in the order given."""
    for index, item in enumerate(gallery.items or ()):
        number = numeric(item.sort_order)
        if number is not None:
            yield Placed(index, item.sort_order, number)
