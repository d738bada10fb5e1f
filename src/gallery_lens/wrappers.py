"""Wrappers: what galleries and items come in, and how to put other ones in their place.

Every wrapper is the same thing: places in a document at which an item, a list of items or a
gallery stands. The rest of the document is left as it is. The way to a place may lead through JSON
text, which is read on the way in and written again on the way out.
"""

import enum
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place
from gallery_lens.events import Event, find, replaced, value_at
from gallery_lens.jsontext import encode, read


class Shape(enum.StrEnum):
    """What stands at a place."""

    ITEM = "item"
    ITEMS = "items"  #: a list of items
    GALLERY = "gallery"  #: an object with ``items``


@attrs.frozen(eq=False, repr=False)
class Slot:
    """A place in a document, and what stands there."""

    place: Place
    shape: Shape
    value: Any


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Envelope:
    """A document taken apart."""

    document: Any  #: with JSON texts on the way to the slots read
    slots: tuple[Slot, ...]
    many: bool = False  #: a list of galleries, even if it holds one
    event: Event | None = None  #: what the document tells, if it is an event

    @property
    def texts(self) -> Mapping[Place, str]:
        """The JSON texts that were read, as given, by place."""
        return self.event.texts if self.event else {}

    @property
    def emptied(self) -> bool:
        """Whether the document tells that an item or gallery is gone."""
        return self.event is not None and self.event.deleted is not None

    def id_of(self, name: str) -> str | None:
        """Return the ``itemId`` or ``galleryId`` that an event is about, or None."""
        place = self.event.ids.get(name) if self.event else None
        return None if place is None else str(value_at(self.document, place))

    def fill(self, contents: Mapping[Place, Any]) -> Any:
        """Return the document with *contents* at the places of its slots.

        A slot without content is taken out of what it stands in. What was JSON text is text again,
        the same one if nothing in it has changed.
        """
        filled = _fill(self.document, {slot.place for slot in self.slots}, contents, ())
        return None if filled is _GONE else _closed(filled, self.document, self.texts)

    def opened(self, filled: Any) -> Any:
        """Return what ``fill`` gave with the same JSON texts read."""
        for place in sorted(self.texts, key=len):
            if isinstance(text := value_at(filled, place), str):
                filled = replaced(filled, place, read(text.encode("utf-8", "backslashreplace")).document)
        return filled

    def beside(self) -> Iterator[Place]:
        """Yield the places of the wrapper's own values: those that lie beside the way to the slots.

        The ids of what is gone are no such values, and empty objects hold none. Nor does a list
        of galleries that is empty: its counterpart is just as empty.
        """
        ids = self.event.ids.values() if self.event and self.emptied else ()
        lists = [(key,) for key in _LISTS if self.many and self.document.get(key) == []]
        yield from _beside(self.document, {*(slot.place for slot in self.slots), *ids, *lists}, ())


_GONE: Final = object()
_LISTS: Final = ("galleries", "itemsInGalleries")
_ITEM_KEYS: Final = frozenset(
    (
        *("image", "video", "text", "src", "type", "title", "description", "link", "slug"),
        *("dataType", "mediaUrl", "photoMetadata", "videoMetadata", "textMetadata"),
        *("itemId", "photoId", "metaData", "metadata", "html"),
    )
)
_GALLERY_KEYS: Final = frozenset(("name", "totalItems", "items"))


def unwrap(document: Any) -> Envelope:
    """Find what *document* holds; one that holds nothing known has its root as the only slot."""
    if isinstance(document, dict):
        for key in _LISTS:
            if isinstance(document.get(key), list):
                return Envelope(document=document, slots=_galleries(key, document[key]), many=True)
        for key, shape in (("gallery", Shape.GALLERY), ("item", Shape.ITEM)):
            if isinstance(document.get(key), dict):
                return Envelope(document=document, slots=(Slot((key,), shape, document[key]),))
    if event := find(document):
        return Envelope(document=event.document, slots=tuple(_content(event)), event=event)
    return Envelope(document=document, slots=(Slot((), _shape(document), document),))


def _content(event: Event) -> Iterator[Slot]:
    if event.content is not None:
        value = value_at(event.document, event.content)
        is_gallery = event.about_gallery and not event.problem
        yield Slot(event.content, Shape.GALLERY if is_gallery else Shape.ITEM, value)


def _galleries(key: str, values: list[Any]) -> tuple[Slot, ...]:
    return tuple(Slot((key, index), Shape.GALLERY, value) for index, value in enumerate(values))


def _shape(document: Any) -> Shape:
    if isinstance(document, list):
        return Shape.ITEMS
    if isinstance(document, dict) and "items" in document:
        return Shape.GALLERY
    bare = isinstance(document, dict) and _GALLERY_KEYS & document.keys() and not _ITEM_KEYS & document.keys()
    return Shape.GALLERY if bare else Shape.ITEM


def _fill(value: Any, slots: set[Place], contents: Mapping[Place, Any], at: Place) -> Any:
    """Copy *value* along the way to the slots; what lies beside the way is shared, not copied."""
    if at in slots:
        return contents.get(at, _GONE)
    below = {place[len(at)] for place in slots if place[: len(at)] == at}
    if isinstance(value, dict):
        pairs = (
            (key, _fill(inner, slots, contents, (*at, key)) if key in below else inner)
            for key, inner in value.items()
        )
        return {key: inner for key, inner in pairs if inner is not _GONE}
    filled = (_fill(inner, slots, contents, (*at, index)) for index, inner in enumerate(value))
    return [inner for inner in filled if inner is not _GONE]


def _beside(value: Any, slots: set[Place], at: Place) -> Iterator[Place]:
    if at in slots:
        return
    below = {place[len(at)] for place in slots if place[: len(at)] == at}
    for step in value if isinstance(value, dict) else range(len(value)):
        if step in below:
            yield from _beside(value[step], slots, (*at, step))
        elif value[step] != {}:
            yield (*at, step)


def _closed(filled: Any, opened: Any, texts: Mapping[Place, str]) -> Any:
    """Write again the JSON texts that were read, those inside others first."""
    values = {place: value_at(filled, place) for place in texts}
    for place in sorted(texts, key=len, reverse=True):
        if values[place] is not None:
            changed = encode(values[place]) != encode(value_at(opened, place))
            text = encode(value_at(filled, place)).decode() if changed else texts[place]
            filled = replaced(filled, place, text)
    return filled
