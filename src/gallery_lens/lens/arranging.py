"""The order of items after an edit: the view orders what it shows, the rest stays in its place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
    staying, unseen = set(kept), set(range(count)).difference(shown)
    hidden = _behind(
        (index, None) if index in staying else (None, index)
        for index in range(count)
        if index in staying or index in unseen
    )
    new = _behind((None, place) if index is None else (index, None) for place, index in enumerate(edited))
    entries: list[ArrangedItem] = []
    for anchor in (None, *(kept if moved else sorted(kept))):
        entries += [] if anchor is None else [ArrangedItem(anchor, places[anchor])]
        entries += (ArrangedItem(index, None) for index in hidden[anchor])
        entries += (ArrangedItem(None, place) for place in new[anchor])
    return Arrangement(tuple(entries), moved)


def _behind(entries: Iterable[tuple[int | None, int | None]]) -> defaultdict[int | None, list[int]]:
    """Group followers by the last kept entry before them; of each pair one is None."""
    behind: defaultdict[int | None, list[int]] = defaultdict(list)
    anchor = None
    for kept, follower in entries:
        if follower is None:
            anchor = kept
        else:
            behind[anchor].append(follower)
    return behind
