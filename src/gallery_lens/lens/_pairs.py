"""Objects before and after an edit, paired by what they have in common."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

#: What two objects must have in common to be one, or None where there is none of it.
Key: TypeAlias = Callable[[Mapping[str, Any]], str | None]
#: Whether an edited object may be known by a key at all.
May: TypeAlias = Callable[[Mapping[str, Any]], bool]


def _any(item: Mapping[str, Any]) -> bool:
    return True


class Pairs:
    """Which object of *view* each of *edited* is, told step by step; what is no object is none."""

    def __init__(self, view: Sequence[Mapping[str, Any]], edited: Sequence[Any]) -> None:
        """Begin with all of them alone."""
        self._view = view
        self._edited = edited
        self.indexes: list[int | None] = [None] * len(edited)  #: into the view, for each edited one

    def join(self, keys: Sequence[Key], may: May = _any) -> None:
        """Pair those that have the first of *keys* in common, then the others by the next.

        Where more were alike than are now, or fewer, a later key may tell which one was edited; so
        those are paired when all keys were asked. Of those that are alike, the first is the first.
        """
        for key in keys:
            self._join(key, may, as_many=True)
        for key in keys:
            self._join(key, may, as_many=False)

    def _join(self, key: Key, may: May, *, as_many: bool) -> None:
        taken = set(self.indexes)
        before = _alike(key, ((i, item) for i, item in enumerate(self._view) if i not in taken))
        alone = (place for place, index in enumerate(self.indexes) if index is None)
        items = ((place, self._edited[place]) for place in alone)
        after = _alike(key, ((place, item) for place, item in items if isinstance(item, dict) and may(item)))
        for shared, places in after.items():
            indexes = before.get(shared, ())
            if not as_many or len(places) == len(indexes):
                for place, index in zip(places, indexes, strict=False):
                    self.indexes[place] = index


def _alike(key: Key, items: Iterable[tuple[int, Mapping[str, Any]]]) -> dict[str, list[int]]:
    """Return the numbers of *items* by what they have of *key*, those that have none left out."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in items:
        if (shared := key(item)) is not None:
            found[shared].append(number)
    return found
