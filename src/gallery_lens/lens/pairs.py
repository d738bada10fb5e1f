"""Objects before and after an edit, paired by what they have in common."""

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from gallery_lens.lens.sidecar import canonical

#: What two objects must have in common to be one, or None where there is none of it.
Key: TypeAlias = Callable[[Mapping[str, Any]], str | None]
#: Whether an edited object may be known by a key at all.
May: TypeAlias = Callable[[Mapping[str, Any]], bool]


def by_value(key: str) -> Key:
    """Return the key of objects that have the same value, which is not empty, under *key*."""
    return lambda item: canonical(item[key]) if item.get(key) else None


class Pairs:
    """Matches of edited objects to those of *view*, found step by step; other values match nothing."""

    def __init__(self, view: Sequence[Mapping[str, Any]], edited: Sequence[Any]) -> None:
        """Begin with all of them alone."""
        self._view = view
        self._edited = edited
        self.indexes: list[int | None] = [None] * len(edited)  #: into the view, for each edited one

    def join(self, keys: Sequence[Key], may: May = lambda item: True) -> None:
        """Pair those that have the first of *keys* in common, then the others by the next.

        Where more were alike than are now, or fewer, a later key may tell which one was edited; so
        those are paired when all keys were asked, and rather with those that keep their order.
        """
        for key in keys:
            before, after = self._alone(key, may)
            for shared, places in after.items():
                if len(places) == len(before.get(shared, ())):
                    for place, index in zip(places, before[shared], strict=True):
                        self.indexes[place] = index
        for key in keys:
            before, after = self._alone(key, may)
            waiting = {place: before.get(shared, []) for shared, places in after.items() for place in places}
            last = -1
            for place, known in enumerate(self.indexes):
                if known is None and (left := waiting.get(place)):
                    # Of these, which ascend, the first above the last one, or the first of all.
                    self.indexes[place] = last = left.pop(bisect.bisect_right(left, last) % len(left))
                elif known is not None:
                    last = known

    def _alone(self, key: Key, may: May) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Return who is still alone on both sides, by *key*."""
        taken = set(self.indexes)
        before = _alike(key, ((i, item) for i, item in enumerate(self._view) if i not in taken))
        alone = (place for place, index in enumerate(self.indexes) if index is None)
        items = ((place, self._edited[place]) for place in alone)
        after = _alike(key, ((place, item) for place, item in items if isinstance(item, dict) and may(item)))
        return before, after


def _alike(key: Key, items: Iterable[tuple[int, Mapping[str, Any]]]) -> dict[str, list[int]]:
    """Return the numbers of *items* by what they have of *key*, those that have none left out."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in items:
        if (shared := key(item)) is not None:
            found[shared].append(number)
    return found
