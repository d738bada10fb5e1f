"""Which item of a view is which of an edited one: by id, then by content, in its own gallery first."""

import json
from collections import defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from gallery_lens.conversion.items import Read
from gallery_lens.errors import SidecarError
from gallery_lens.lens._untouched import with_whole_description
from gallery_lens.lens.pairs import Key, May, Pairs, by_value
from gallery_lens.lens.sidecar import canonical, foreign
from gallery_lens.places import Place
from gallery_lens.rules.guid import is_guid

#: Items of the view before the edit, by what they share.
_Shown: TypeAlias = Mapping[str, Sequence[Mapping[str, Any]]]


@attrs.define
class Part:
    """The items of one gallery of the view."""

    shown: Sequence[Read]  #: the source's items that the view was made of, in its order
    items: Sequence[Any]  #: the edited ones
    place: Place  #: of the list in the edited view
    single: bool = attrs.field(default=False, kw_only=True)  #: whether the view is just one item
    #: the edited ones, with the descriptions that a page had cut
    said: Sequence[Any] = attrs.field(init=False)
    pairs: Pairs = attrs.field(init=False)  #: for each edited one, which it was
    #: those that stood in another gallery before, by their place in ``items``
    arrived: dict[int, Read] = attrs.field(factory=dict, init=False)
    #: for each slug, the place in its own list of the item that it belongs to
    owners: dict[str, int] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.say(self.items)

    def say(self, items: Sequence[Any]) -> None:
        """Let *items*, all of them still alone, be what the edited ones say."""
        self.said = items
        self.pairs = Pairs(self.wires, items)

    @property
    def wires(self) -> list[Mapping[str, Any]]:
        """The items of the view before the edit."""
        return [found.wire or {} for found in self.shown]

    def original(self, place: int) -> Read | None:
        """Return the source's item that an edited one was, or None for a new one."""
        index = self.pairs.indexes[place]
        return self.arrived.get(place) if index is None else self.shown[index]

    @property
    def known(self) -> int:
        """How many of the edited items were in the view before."""
        return len(self.arrived) + sum(index is not None for index in self.pairs.indexes)

    def keep_what_stood_there(self, elsewhere: Collection[int]) -> None:
        """Let whatever is not an object stand for the item that the view showed in its place.

        Args:
            elsewhere: the identities of the items that stand in another gallery now.
        """
        indexes = self.pairs.indexes
        taken = {index for index in indexes if index is not None}
        taken |= {index for index, found in enumerate(self.shown) if id(found) in elsewhere}
        last = -1
        for place, item in enumerate(self.items):
            if indexes[place] is None and not isinstance(item, dict):
                after = range(last + 1, len(self.shown))
                free = (index for index in (place, *after) if index < len(self.shown) and index not in taken)
                indexes[place] = next(free, None)
                taken |= {indexes[place] or 0} if indexes[place] is not None else set()
            last = last if (index := indexes[place]) is None else index

    def copy_of(self, place: int) -> int | None:
        """Return the place of the item that the slug of a new one belongs to; None if it is its own."""
        slug = slug_of(self.items[place])
        return self.owners.get(slug) if slug else None


def match_items(parts: Sequence[Part], *, replace_all: bool = False) -> bool:
    """Find for each edited item of each part which one it was.

    An item with another one's slug, or with an unknown id, is never known by its content.

    Args:
        parts: the lists of the view.
        replace_all: whether a view that shares no item with its sidecar replaces all of them.

    Returns:
        Whether every item that the view showed before is replaced.

    Raises:
        SidecarError: No item was in the view before, or one with an id was not, and *replace_all* is
            not set.
    """
    known, sources = _shown_by(slug_of, parts), _shown_by(_source, parts)
    for part in parts:
        part.say([_whole(item, known, sources) for item in part.items])
    _join(parts, _BY_SLUG, lambda item: slug_of(item) in known)
    owners = {  # the first one with a slug
        slug: place
        for part in reversed(parts)
        for place, item in reversed([*enumerate(part.items)])
        if (slug := slug_of(item)) and part.original(place)
    }
    for part in parts:
        part.owners = owners

    def may_be_known(item: Mapping[str, Any]) -> bool:
        slug = slug_of(item)
        return slug is None or not (slug in known or is_guid(slug))

    _join(parts, _BY_CONTENT, may_be_known)
    elsewhere = {id(found) for part in parts for found in part.arrived.values()}
    for part in parts:
        part.keep_what_stood_there(elsewhere)
    if not replace_all:
        _refuse_strangers(parts, known)
    return any(part.shown for part in parts) and not any(part.known for part in parts)


def _shown_by(key: Key, parts: Sequence[Part]) -> _Shown:
    """The items of the view before the edit by their slugs, say."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for wire in (wire for part in parts for wire in part.wires):
        if shared := key(wire):
            found.setdefault(shared, []).append(wire)
    return found


def _whole(item: Any, slugs: _Shown, sources: _Shown) -> Any:
    """Return *item*, or a copy of one, with the description that a page had cut."""
    if not isinstance(item, dict):
        return item
    shown = slugs.get(slug_of(item) or "") or sources.get(_source(item) or "")
    return with_whole_description(item, shown) if shown else item


_source: Final = by_value("src")


def slug_of(item: Any) -> str | None:
    """Return the slug of an item of the view in lower case, or None: its case is no part of it."""
    slug = item.get("slug") if isinstance(item, dict) else None
    return slug.lower() if isinstance(slug, str) and slug else None


def _join(parts: Sequence[Part], keys: Sequence[Key], may: May) -> None:
    for part in parts:
        part.pairs.join((*keys, *_ONLY) if part.single else keys, may)
    for key in keys if len(parts) > 1 else ():
        _find_arrivals(parts, key, may)


def _find_arrivals(parts: Sequence[Part], key: Key, may: May) -> None:
    """Find items by *key* that stand in another gallery than before."""
    gone: defaultdict[str | None, deque[Read]] = defaultdict(deque)
    taken = {id(found) for part in parts for found in part.arrived.values()}
    for part in parts:
        kept = set(part.pairs.indexes)
        for index, found in enumerate(part.shown):
            if index not in kept and id(found) not in taken:
                gone[key(found.wire or {})].append(found)
    for part in parts:
        for place, item in enumerate(part.said):
            if part.original(place) is None and isinstance(item, dict) and may(item):
                shared = key(item)
                if shared is not None and gone[shared]:
                    part.arrived[place] = gone[shared].popleft()


def _refuse_strangers(parts: Sequence[Part], known: Collection[str]) -> None:
    """Refuse a view that knows none of the sidecar's items, or an item that the sidecar does not know."""
    items = [item for part in parts for item in part.items if isinstance(item, dict)]
    if items and any(part.shown for part in parts) and not any(part.known for part in parts):
        raise foreign(
            f"it knows none of the view's {len(items)} item(s)",
            "Name the one that was written with this view, or replace all items on purpose (--replace-all).",
        )
    for item in items:
        slug = slug_of(item)
        if slug and slug not in known and is_guid(slug):
            raise SidecarError(
                "stale",
                f"The sidecar is stale: the view holds the item {json.dumps(item['slug'])}, which the "
                "sidecar does not know, so the gallery has changed since. Convert it again.",
            )


def _words(item: Mapping[str, Any]) -> str | None:
    said = {key: item[key] for key in ("title", "description", "link") if item.get(key)}
    return canonical(said) if said else None


def _nameless(key: Key) -> Key:
    """Let *key* tell only those from each other that never had a slug."""
    return lambda item: None if slug_of(item) else key(item)


_LIKELY: Final[tuple[Key, ...]] = (
    lambda item: canonical([item["src"], item.get("title") or None]) if item.get("src") else None,
    _source,
    _words,
)
#: From what is certain to what is likely. Each is asked only about items that are still alone.
_BY_SLUG: Final[tuple[Key, ...]] = (lambda item: canonical(item) if slug_of(item) else None, slug_of)
_BY_CONTENT: Final[tuple[Key, ...]] = (
    canonical,
    lambda item: canonical({key: value for key, value in item.items() if key != "slug"}),
    *map(_nameless, _LIKELY),
    *_LIKELY,
)
_ONLY: Final[tuple[Key, ...]] = (lambda item: "the only one",)
