"""The order of items after an edit: the view orders what it shows, the rest stays in its place."""

from collections import defaultdict
from collections.abc import Sequence

import attrs


@attrs.frozen
class ArrangedItem:
    """One place in the restored list."""

    source: int | None  #: index in the source's list; None for what is new
    view: int | None  #: index in the edited view; None for what the view does not show


@attrs.frozen
class Arrangement:
    """The restored list, and whether what was shown before now stands in another order."""

    entries: tuple[ArrangedItem, ...]
    moved: bool


def arrange(count: int, shown: Sequence[int], edited: Sequence[int | None]) -> Arrangement:
    """Arrange a source's list after an edit of its view.

    As long as the view keeps its order, the source does. Otherwise the view's order wins. What the
    view does not show stays behind the shown item that it followed, at the front if there is none.

    Args:
        count: how many entries the source's list has.
        shown: the indexes of those that the view shows, in the view's order.
        edited: for each item of the edited view such an index, or None for a new item.
    """
    kept = [index for index in edited if index is not None]
    ranks = {index: rank for rank, index in enumerate(shown)}
    moved = sorted(kept, key=ranks.__getitem__) != kept
    places = {index: place for place, index in enumerate(edited) if index is not None}
    hidden = _hidden_behind(count, set(shown), set(kept))
    new = _new_behind(edited)
    entries: list[ArrangedItem] = []
    for anchor in (None, *(kept if moved else sorted(kept))):
        entries += [] if anchor is None else [ArrangedItem(anchor, places[anchor])]
        entries += (ArrangedItem(index, None) for index in hidden[anchor])
        entries += (ArrangedItem(None, place) for place in new[anchor])
    return Arrangement(tuple(entries), moved)


def _hidden_behind(count: int, shown: set[int], kept: set[int]) -> defaultdict[int | None, list[int]]:
    """Return the entries that the view never showed, by the last kept entry before them."""
    behind: defaultdict[int | None, list[int]] = defaultdict(list)
    anchor = None
    for index in range(count):
        if index in kept:
            anchor = index
        elif index not in shown:
            behind[anchor].append(index)
    return behind


def _new_behind(edited: Sequence[int | None]) -> defaultdict[int | None, list[int]]:
    """The places of new items in the view, by the last kept entry before them."""
    behind: defaultdict[int | None, list[int]] = defaultdict(list)
    anchor = None
    for place, index in enumerate(edited):
        if index is None:
            behind[anchor].append(place)
        else:
            anchor = index
    return behind
