"""Which item of DESIRED is which of CURRENT."""

from collections import defaultdict, deque
from collections.abc import Sequence

import attrs

from gallery_lens.pages.reading import same_id
from gallery_lens.planning.side import ListedItem, Side


@attrs.frozen
class ItemPair:
    """An item wanted, and the one that it is made of."""

    wanted: ListedItem
    old: ListedItem | None  #: None for a new one
    replaced: ListedItem | None = None  #: the one whose medium it had, and which is deleted


def pair(current: Side, wanted: Sequence[ListedItem]) -> list[ItemPair]:
    """Return for each item wanted the one of CURRENT that it is.

    By id, unless its medium has changed; then by content. Items that cannot be read are known by their
    ids, and stay what they are.
    """
    named = {
        index: old
        for index, each in enumerate(wanted)
        if each.id and (old := current.by_id.get(same_id(each.id)))
    }
    taken: set[int] = set()
    for index, old in list(named.items()):
        if old.index in taken:
            del named[index]
        taken.add(old.index)
    alike: defaultdict[str, deque[ListedItem]] = defaultdict(deque)
    for entry in current.entries:
        if entry.index not in taken:
            alike[entry.key].append(entry)
    pairs: list[ItemPair] = []
    for index, each in enumerate(wanted):
        known = named.get(index)
        if known is not None and each.medium in (None, known.medium):
            pairs.append(ItemPair(each, known))
            continue
        # The content comes first: it may be what an interrupted plan has created already.
        again = alike[each.key].popleft() if alike[each.key] else None
        pairs.append(ItemPair(each, again, replaced=known))
    return pairs
