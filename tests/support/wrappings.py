"""Everything that items and galleries come in, events included."""

import json
from collections.abc import Iterator
from typing import Any

from gallery_lens.wrappers import Shape, Slot, unwrap

_WHEN = {"id": "0f2f6a3e", "eventTime": "2022-08-04T10:00:09.559484Z", "triggeredByAnonymizeRequest": False}
_HOLDER = "be14973b-a14a-55c4-854f-19547553bcb0"


def wrappings(document: Any) -> Iterator[tuple[str, Any]]:
    """Yield what *document* holds in every wrapper there is, each with a name.

    Wrappers for one item hold the first that there is.
    """
    items, gallery = _contents(document)
    yield from _of_many(items, gallery)
    yield from _of_gallery(gallery)
    for item in items[:1]:
        yield from _of_one(item)


def _contents(document: Any) -> tuple[list[Any], dict[str, Any]]:
    """Return all items of a document, and the first gallery, or one made of the items."""
    slots = [slot for slot in unwrap(document).slots if slot.value is not None]
    items = [item for slot in slots for item in _items(slot)]
    return items, next((slot.value for slot in slots if slot.shape is Shape.GALLERY), {"items": items})


def _items(slot: Slot) -> list[Any]:
    if slot.shape is Shape.GALLERY:
        return list(slot.value.get("items", ()))
    return list(slot.value) if slot.shape is Shape.ITEMS else [slot.value]


def _of_many(items: list[Any], gallery: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "list", items
    yield "items", {"items": items}
    yield "gallery", gallery
    yield "in gallery", {"gallery": gallery}
    yield "galleries", {"galleries": [gallery, {"items": []}], "totalGalleries": 2}
    yield "items in galleries", {"itemsInGalleries": [{"galleryId": _HOLDER, "items": items}]}


def _of_gallery(gallery: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "Velo event of a gallery", {"entity": gallery, "metadata": {"entityId": _HOLDER, **_WHEN}}
    for happening, key in (("created", "entityAsJson"), ("updated", "currentEntity")):
        event = _domain_event(happening, f"{happening}Event", {key: gallery})
        yield f"domain event: {happening}", event
    yield (
        "domain event with text",
        _domain_event("created", "createdEvent", {"entityAsJson": json.dumps(gallery)}),
    )


def _of_one(item: Any) -> Iterator[tuple[str, Any]]:
    yield "item", item
    yield "in item", {"item": item}
    for key in ("item", "updatedItem"):
        yield f"Velo event: {key}", {"data": {key: item}, "metadata": {"entityId": _HOLDER, **_WHEN}}
    event = _domain_event("gallery_item_created", "actionEvent", {"bodyAsJson": {"item": item}})
    yield "domain event of an item", event
    yield "claims", _claims(event)
    yield (
        "claims, read",
        {"data": {"data": event, "eventType": "wix.pro_gallery.v2.gallery"}, "iat": 1639654876},
    )


def _domain_event(slug: str, key: str, content: Any) -> dict[str, Any]:
    known = {"entityFqdn": "wix.pro_gallery.v2.gallery", "slug": slug, "entityId": _HOLDER, **_WHEN}
    return known | {key: content}


def _claims(event: dict[str, Any]) -> dict[str, Any]:
    """Return the claims of a webhook's token: text inside of text."""
    data = {"data": json.dumps(event), "identity": json.dumps({"identityType": "WIX_USER"})}
    return {"data": json.dumps(data), "iat": 1639654876, "exp": 1639658476}
