"""Events of a backend as plain values."""

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from gallery_lens import events
from gallery_lens.errors import UsageError
from gallery_lens.places import value_at
from gallery_lens.values import Value
from gallery_lens.words import SourceName


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event(Value):
    """Something that happened to a gallery or to one of its items."""

    id: str | None  #: of the event; a repeated one has the same
    action: Literal["created", "updated", "deleted"]
    object: Literal["gallery", "item"]
    gallery_id: str
    item_id: str | None  #: None for an event about the gallery
    item: Any  #: the item as the event has it, None if there is none
    sequence: int | None  #: ``entityEventSequence``: later events of a gallery have higher ones
    time: str | None  #: ``eventTime``, RFC 3339
    dialect: SourceName  #: what *item* is written in

    def is_after(self, sequence: int | None, time: str | None) -> bool:
        """Return whether the event is later than one with these, as far as they can be compared."""
        if self.sequence is not None and sequence is not None:
            return self.sequence > sequence
        return self.time > time if self.time and time else True


def read_event(document: Any) -> Event:
    """Return the event in *document*: a Velo event, a REST domain event, or the claims of a webhook.

    Raises:
        UsageError: It is none, or does not say what it is about.
    """
    found = events.find(document)
    if found is None:
        raise UsageError("This is no event of a gallery: pass what a handler or a webhook gets.")
    details = _details(found.document)
    ids = {name: value_at(found.document, place) for name, place in found.ids.items()}
    item = None if found.about_gallery or found.content is None else value_at(found.document, found.content)
    about_item = not found.about_gallery and found.deleted != "gallery"
    item_id = ids.get("itemId") or _id(item) if about_item else None
    if not isinstance(ids.get("galleryId"), str) or (about_item and not isinstance(item_id, str)):
        raise UsageError("The event does not say which gallery and item it is about.")
    sequence = details.get("entityEventSequence")
    return Event(
        id=_text(details.get("id", details.get("_id"))),
        action=_action(found, details),
        object="item" if about_item else "gallery",
        gallery_id=ids["galleryId"],
        item_id=item_id,
        item=item if isinstance(item, dict) else None,
        sequence=int(str(sequence)) if str(sequence).isdecimal() else None,
        time=_text(details.get("eventTime")),
        dialect="rest" if found.dialect == "rest" else "velo",
    )


def _details(document: Any) -> Mapping[str, Any]:
    """Return the object that says what kind of event it is: ``metadata``, or the domain event."""
    value = document
    while isinstance(value, dict):
        if isinstance(value.get("metadata"), dict):
            return {**value["metadata"], "updatedItem": "updatedItem" in (value.get("data") or {})}
        if "slug" in value or "entityId" in value:
            return value
        value = value.get("data")
    return {}


def _action(found: events.Event, details: Mapping[str, Any]) -> Literal["created", "updated", "deleted"]:
    if found.deleted:
        return "deleted"
    named = str(details.get("slug", ""))
    updated = named.endswith("updated") or details.get("updatedItem") or "updatedEvent" in details
    return "updated" if updated or (found.about_gallery and not named) else "created"


def _id(item: Any) -> Any:
    return (item.get("_id") or item.get("id")) if isinstance(item, dict) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
