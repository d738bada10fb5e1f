"""Which item of a view is which of an edited one: by id, then by content."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from gallery_lens.conversion._items import Read
from gallery_lens.diagnostics import Place
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.lens._sidecar import canonical
from gallery_lens.rules._guid import is_guid

#: What two objects must have in common to be one, or None where there is none of it.
Key: TypeAlias = Callable[[Mapping[str, Any]], str | None]


@attrs.define
class Part:
    """The items of one gallery of the view."""

    shown: Sequence[Read]  #: the source's items that the view was made of, in its order
    items: Sequence[Any]  #: the edited ones
    place: Place  #: of the list in the edited view
    single: bool = attrs.field(default=False, kw_only=True)  #: whether the view is just one item
    matches: list[int | None] = attrs.field(factory=list, init=False)  #: for each edited one, which it was

    @property
    def wires(self) -> list[Mapping[str, Any]]:
        """The items of the view before the edit."""
        return [found.wire or {} for found in self.shown]

    def copy_of(self, place: int) -> int | None:
        """Return the place of another edited item that has the slug of this one, or None."""
        slug = _slug(self.items[place])
        same = (
            other
            for other, item in enumerate(self.items)
            if other != place and isinstance(item, dict) and slug and _slug(item) == slug
        )
        return next(same, None)


def match_items(parts: Sequence[Part]) -> None:
    """Say for each edited item of each part which one it was.

    Raises:
        SidecarError: No item was in the view before, or one with an id was not.
        UsageError: An item stands in another gallery than before.
    """
    for part in parts:
        _match(part)
    items = [item for part in parts for item in part.items if isinstance(item, dict)]
    shown = [wire for part in parts for wire in part.wires]
    if shown and items and not any(index is not None for part in parts for index in part.matches):
        raise SidecarError(
            "foreign", f"The sidecar is of another gallery: it knows none of the view's {len(items)} item(s)."
        )
    _refuse_strangers(parts, {_slug(wire) for wire in shown})


def _refuse_strangers(parts: Sequence[Part], known: set[str | None]) -> None:
    for part in parts:
        here = {_slug(wire) for wire in part.wires}
        for place, index in enumerate(part.matches):
            slug = _slug(part.items[place]) if isinstance(part.items[place], dict) else None
            if index is None and slug and slug not in here:
                _refuse_stranger(slug, known)


def _refuse_stranger(slug: str, known: set[str | None]) -> None:
    if slug in known:
        raise UsageError(
            f"The item {json.dumps(slug)} stands in another gallery than before. "
            "Take it out, or leave its slug out to make it a new one."
        )
    if is_guid(slug):
        raise SidecarError(
            "stale",
            f"The sidecar is stale: the view holds the item {json.dumps(slug)}, which the sidecar does not "
            "know, so the gallery has changed since. Convert it again.",
        )


def _slug(item: Mapping[str, Any]) -> str | None:
    slug = item.get("slug")
    return slug if isinstance(slug, str) and slug else None


def _same(item: Mapping[str, Any]) -> str | None:
    return canonical(item) if _slug(item) else None


def _content(item: Mapping[str, Any]) -> str:
    return canonical({key: value for key, value in item.items() if key != "slug"})


def _titled_source(item: Mapping[str, Any]) -> str | None:
    return canonical([item["src"], item.get("title") or None]) if item.get("src") else None


def _source(item: Mapping[str, Any]) -> str | None:
    return canonical(item["src"]) if item.get("src") else None


def _words(item: Mapping[str, Any]) -> str | None:
    said = {key: item[key] for key in ("title", "description", "link") if item.get(key)}
    return canonical(said) if said else None


#: From what is certain to what is likely. Each is asked only about items that are still alone.
_BY_SLUG: Final[tuple[Key, ...]] = (_same, _slug)
_BY_CONTENT: Final[tuple[Key, ...]] = (_content, _titled_source, _source, _words)


def _match(part: Part) -> None:
    """An item with another one's slug, or with an unknown id, is never known by its content."""
    found = _Pairs(part.wires, part.items)
    slugs = {_slug(wire) for wire in part.wires}
    for key in _BY_SLUG:
        found.join(key)
    by_content = _BY_CONTENT + ((lambda item: "the only one",) if part.single else ())
    for key in by_content:
        found.join(key, lambda item: not _is_anothers(_slug(item), slugs))
    part.matches = found.indexes


def _is_anothers(slug: str | None, slugs: set[str | None]) -> bool:
    return slug is not None and (slug in slugs or is_guid(slug))


def match_galleries(view: Sequence[Mapping[str, Any]], edited: Sequence[Any]) -> list[int | None]:
    """Say for each gallery of *edited* which one of *view* it was, or None for a new one.

    Raises:
        SidecarError: A gallery has an id that the view did not have.
    """
    found = _Pairs(view, edited)
    found.join(_gallery_id)
    for key in (_items, _anonymous):
        found.join(key, lambda gallery: _gallery_id(gallery) is None)
    for gallery, index in zip(edited, found.indexes, strict=True):
        if index is None and isinstance(gallery, dict) and (id := _gallery_id(gallery)):
            raise SidecarError(
                "stale" if any(index is not None for index in found.indexes) else "foreign",
                f"The sidecar does not know the gallery {json.dumps(id)} of the view: "
                "it is of other galleries, or they have changed since. Convert them again.",
            )
    return found.indexes


def _gallery_id(gallery: Mapping[str, Any]) -> str | None:
    id = gallery.get("galleryId")
    return id if isinstance(id, str) and id else None


def _items(gallery: Mapping[str, Any]) -> str | None:
    return canonical(gallery["items"]) if gallery.get("items") else None


def _anonymous(gallery: Mapping[str, Any]) -> str | None:
    """Galleries without ids follow each other."""
    return None if _gallery_id(gallery) else "the next one"


class _Pairs:
    """What is paired with what, step by step."""

    def __init__(self, view: Sequence[Mapping[str, Any]], edited: Sequence[Any]) -> None:
        self._view = view
        self._edited = edited
        self.indexes: list[int | None] = [None] * len(edited)

    def join(self, key: Key, may: Callable[[Mapping[str, Any]], bool] = lambda item: True) -> None:
        """Pair those that are still alone and have *key* in common, the first with the first."""
        waiting: defaultdict[str | None, list[int]] = defaultdict(list)
        taken = set(self.indexes)
        for index in reversed(range(len(self._view))):
            if index not in taken:
                waiting[key(self._view[index])].append(index)
        for place, item in enumerate(self._edited):
            if self.indexes[place] is None and isinstance(item, dict) and may(item):
                shared = key(item)
                if shared is not None and waiting[shared]:
                    self.indexes[place] = waiting[shared].pop()
