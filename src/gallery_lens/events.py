"""Events: where the item or gallery stands in what Wix sends when one changes.

Velo hands a handler ``{data, metadata}`` or ``{entity, metadata}``. A REST webhook is a domain event,
as JSON text inside the claims of a token, with further JSON texts inside. An object is taken
wherever the reference shows a text, and a text wherever it shows an object.
"""

from collections.abc import Mapping
from typing import Any, Final

from gallery_lens import jsontext
from gallery_lens.jsontext import Note, NotJson
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.values import Record, evolve


class Event(Record, kw_only=True):
    """An event, and the ways to what it is about."""

    dialect: str  #: what its content is written in, if that says nothing itself
    document: Any  #: the event, with the JSON texts on the way to its content read
    texts: Mapping[Place, str]  #: those texts as given, by place
    notes: tuple[Note, ...]  #: what was odd about them
    content: Place | None  #: where an item or a gallery stands; None if it tells of a deletion only
    about_gallery: bool  #: whether what stands there is a gallery
    deleted: str | None  #: ``item`` or ``gallery`` if that is gone
    ids: Mapping[str, Place]  #: where ``itemId`` and ``galleryId`` stand
    problem: NotJson | None  #: why the content is not JSON

    def below(self, place: Place, document: Any) -> "Event":
        """Return the event as part of a larger *document*, where it stands at *place*."""
        return evolve(
            self,
            document=document,
            texts={(*place, *at): text for at, text in self.texts.items()},
            notes=tuple(evolve(note, place=(*place, *note.place)) for note in self.notes),
            content=None if self.content is None else (*place, *self.content),
            ids={name: (*place, *at) for name, at in self.ids.items()},
        )


def find(document: Any) -> Event | None:
    """Return *document* as an event, or None if it is not one."""
    if not isinstance(document, dict) or _CONTENTS & document.keys():
        return None
    way = _Way(document)
    if isinstance(metadata := document.get("metadata"), dict):
        told = "entityId" in metadata or ("entity" in document and not _SAID.isdisjoint(metadata))
        data = document.get("data")
        of_item = isinstance(data, dict) and any(key in data for key in (*_ITEMS, "itemId"))
        return _velo(way) if told or of_item else None
    if not _is_domain_event(document) and not _is_claims(document):
        return None
    # The domain event stands in ``data``, perhaps inside of another.
    place: Place = ()
    value = way.enter(place)
    while value is not None and not _is_domain_event(value) and "data" in value:
        place = (*place, "data")
        value = way.enter(place)
    if value is None or not _is_domain_event(value):
        return way.event("rest", place, {})
    happening = next(key for key in _HAPPENINGS if isinstance(value.get(key), dict | str))
    return _happened(way, place, happening)


#: Keys that an item, a gallery or a list of them has, and no event.
_CONTENTS: Final = frozenset(
    ("items", "totalItems", "name", "type", "title", "image", "video", "text", "src", "mediaUrl", "itemId")
)
#: The keys of a domain event that say what happened, with those under which the content may stand.
_HAPPENINGS: Final = {
    "createdEvent": ("entityAsJson", "entity"),
    "updatedEvent": ("currentEntityAsJson", "currentEntity"),
    "deletedEvent": ("deletedEntityAsJson", "deletedEntity"),
    "actionEvent": ("bodyAsJson", "body"),
}
_CLAIMS: Final = frozenset(("iat", "exp", "eventType", "instanceId", "identity"))
_ITEMS: Final = ("item", "updatedItem")
#: What the metadata of an event say besides the id of what it is about.
_SAID: Final = frozenset(("eventType", "entityFqdn", "eventTime", "instanceId", "identity"))


class _Way:
    """The way into an event; texts on it are read as they are met."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.texts: dict[Place, str] = {}
        self.notes: list[Note] = []
        self.problem: NotJson | None = None

    def enter(self, place: Place) -> dict[str, Any] | None:
        """Return the object at *place*, read if it is a text; None if there is no object."""
        value = value_at(self.document, place)
        if isinstance(value, str):
            try:
                # A lone surrogate is escaped, as JSON text may hold it.
                reading = jsontext.read(value.encode("utf-8", "backslashreplace"))
            except NotJson as problem:
                self.problem = problem
                return None
            self.texts[place] = value
            self.notes += (evolve(note, place=(*place, *note.place)) for note in reading.notes)
            self.document = replaced(self.document, place, reading.document)
            value = reading.document
        return value if isinstance(value, dict) else None

    def event(self, dialect: str, content: Place | None, ids: Mapping[str, Place], **known: Any) -> Event:
        """Make the event of what was met; an id counts only if it is a text that is not empty."""
        named = {name: place for name, place in ids.items() if _is_id(value_at(self.document, place))}
        return Event(
            dialect=dialect,
            document=self.document,
            texts=self.texts,
            notes=tuple(self.notes),
            content=content,
            about_gallery=known.get("about_gallery", False),
            deleted=known.get("deleted"),
            ids=named,
            problem=self.problem,
        )


# -------------------------------------------------------------------------------- Velo


def _velo(way: _Way) -> Event:
    ids: dict[str, Place] = {"galleryId": ("metadata", "entityId")}
    if "entity" in way.document:
        way.enter(("entity",))
        return way.event("velo", ("entity",), ids, about_gallery=True)
    if "data" in way.document:
        return _happened_to_item(way, ("data",), "velo", ids)
    return way.event("velo", None, ids, deleted="gallery")


# -------------------------------------------------------------------------------- REST


def _is_domain_event(value: Mapping[str, Any]) -> bool:
    return any(isinstance(value.get(key), dict | str) for key in _HAPPENINGS)


def _is_claims(document: Mapping[str, Any]) -> bool:
    """Return whether the domain event may stand in ``data``, perhaps a level deeper."""
    data = document.get("data")
    if isinstance(data, dict):
        return bool(_CLAIMS & (document.keys() | data.keys())) or _is_domain_event(data)
    return isinstance(data, str) and (bool(_CLAIMS & document.keys()) or len(document) == 1)


def _happened(way: _Way, at: Place, happening: str) -> Event:
    ids: dict[str, Place] = {"galleryId": (*at, "entityId")}
    place = (*at, happening)
    held = way.enter(place) or {}
    key = next((key for key in _HAPPENINGS[happening] if key in held), None)
    content = place if key is None else (*place, key)
    if key is not None:
        way.enter(content)
    if happening == "actionEvent":
        slug = str(value_at(way.document, (*at, "slug")))
        return _happened_to_item(way, content, "rest", ids, gone=slug.endswith("deleted"))
    if happening != "deletedEvent" or way.problem:
        return way.event("rest", content, ids, about_gallery=key is not None)
    ids = ids if _is_id(value_at(way.document, ids["galleryId"])) else {"galleryId": (*content, "id")}
    return way.event("rest", content if key else None, ids, about_gallery=True, deleted="gallery")


# -------------------------------------------------------------------------------- both


def _happened_to_item(
    way: _Way, at: Place, dialect: str, ids: Mapping[str, Place], *, gone: bool = False
) -> Event:
    """Find the item below *at*, or the id that is left of it."""
    body = way.enter(at) or {}
    key = next((key for key in _ITEMS if key in body), None)
    content = at if key is None else (*at, key)
    item = way.enter(content)
    if way.problem or (not gone and (key is not None or "itemId" not in body)):
        return way.event(dialect, content, ids)
    left = (*at, "itemId") if "itemId" in body else (*content, "id" if item and "id" in item else "_id")
    return way.event(dialect, content if key else None, {"itemId": left, **ids}, deleted="item")


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
