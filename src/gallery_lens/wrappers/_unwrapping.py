"""The content of a document, in any wrapper."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from gallery_lens.events import find
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.values import evolve
from gallery_lens.wrappers._embedded import read_embedded
from gallery_lens.wrappers._envelope import Envelope, Form, Shape, Slot
from gallery_lens.wrappers._keys import LISTS, holds_items, is_answer, is_bare_gallery, is_paging
from gallery_lens.wrappers._searching import found_in, offers, places_of, shows, steps_of


def unwrap(document: Any, at: str | None = None) -> Envelope:
    """Find what *document* holds; one that holds nothing known has its root as the only slot.

    Args:
        document: plain JSON-like objects.
        at: a JSON Pointer, with ``*`` for every key or index, to what is to be taken out of the document
            alone; or ``*`` for every gallery that is found.

    Raises:
        UsageError: *at* is no pointer.
    """
    if at is not None:
        return _at(document, at)
    if isinstance(document, str):  # JSON that was written twice; any other text may be an address
        return _embedded(document) or _whole(document, Shape.ITEM)
    if isinstance(document, list):
        return _of_list(document)
    return _of_object(document) if isinstance(document, dict) else _whole(document, Shape.ITEM)


def _whole(document: Any, shape: Shape, problem: str | None = None) -> Envelope:
    return Envelope(document=document, slots=(Slot((), shape, document, problem=problem),))


def _known(envelope: Envelope, *, galleries: bool = False) -> Envelope:
    """Return the envelope, unless nothing in it shows anything and media stand elsewhere in the document.

    With *galleries*, single media elsewhere do not count.
    """
    for slot in envelope.slots:
        gallery = slot.shape is Shape.GALLERY and isinstance(slot.value, dict)
        held = slot.value.get("items") if gallery else slot.value
        for each in held if isinstance(held, list) else [held]:
            # Texts can be items, and objects that hold no items themselves.
            may_be_item = isinstance(each, str) or (isinstance(each, dict) and not holds_items(each))
            if may_be_item and shows(each):
                return envelope
    if not (found := offers(envelope.document, galleries=galleries)):
        return envelope
    return _whole(envelope.document, Shape.ITEM, f"is not a gallery item; {found}")


def _within(document: Any, inner: Mapping[Place, Envelope]) -> tuple[Any, tuple[Envelope, ...]]:
    """Return *document* with what was read of it in place, and the *inner* envelopes as parts of it."""
    for place, each in inner.items():
        if each.document is not value_at(document, place):
            document = replaced(document, place, each.document)
    return document, tuple(each.below(place, document) for place, each in inner.items())


def _gathered(document: Any, found: Sequence[Envelope], **said: Any) -> Envelope:
    """Return an envelope of all that was *found* in the document."""
    return Envelope(
        document=document,
        slots=tuple(slot for part in found for slot in part.slots),
        texts={place: text for part in found for place, text in part.texts.items()},
        numbered=frozenset(place for part in found for place in part.numbered),
        notes=tuple(note for part in found for note in part.notes),
        **said,
    )


# ---------------------------------------------------------------- texts


def _embedded(text: str) -> Envelope | None:
    found = read_embedded(text)
    if found is None:
        return None
    inner = unwrap(found.document)
    return evolve(inner, texts={**inner.texts, (): text}, notes=(*found.notes, *inner.notes))


#: What stands beside the text in a piece of an answer that a tool gave.
_BESIDE_TEXT: Final = frozenset(("type", "text", "annotations", "_meta", "cache_control"))
#: Said of an answer that holds no JSON.
_WORDS: Final = "is an answer in words; save the JSON that the call returned"
#: Where the pieces of such an answer stand.
_PIECES: Final[tuple[Place, ...]] = (("content",), ("result", "content"))


def _is_piece(value: Any) -> bool:
    """Return whether *value* is a piece of an answer that a tool gave: a text that is not an item's."""
    is_text = isinstance(value, dict) and value.get("type") == "text" and isinstance(value.get("text"), str)
    return is_text and value.keys() <= _BESIDE_TEXT


def _of_pieces(document: Any, place: Place) -> Envelope | None:
    """Read the answer of a tool whose pieces are at *place*; None if no text of them holds JSON."""
    pieces = value_at(document, place)
    listed = enumerate(pieces) if isinstance(pieces, list) else ()
    places = [(*place, index, "text") for index, piece in listed if _is_piece(piece)]
    places += [(*place, "text")] if _is_piece(pieces) else []
    read = {each: _embedded(value_at(document, each)) for each in places}
    if not (inner := {each: found for each, found in read.items() if found}):
        only_words = places and isinstance(pieces, list) and len(places) == len(pieces)
        return _whole(document, Shape.ITEM, _WORDS) if only_words else None
    document, parts = _within(document, inner)
    return _each(document, parts) if len(parts) > 1 else evolve(parts[0], roots=((),))


# ---------------------------------------------------------------- objects

#: Keys that tell at a glance that an object of a list may be more than an item.
WRAPPING: Final = frozenset(
    (
        *("items", "gallery", "item", *LISTS, "name", "totalItems", "totalItemsCount"),
        *("metadata", "data", "entity", "createdEvent", "updatedEvent", "deletedEvent", "actionEvent"),
        *("galleryId", "itemId", "itemIds"),
    )
)

#: Keys of which an object has one if it is more than an item: a list of another spelling, a tool's answer.
_MORE: Final = WRAPPING | {"0", "content", "result"}


def is_lone_item(document: Any) -> bool:
    """Return whether *document* is an item with something to show, without anything around it."""
    return isinstance(document, dict) and _is_no_wrapper(document) and shows(document)


def _is_no_wrapper(document: dict[str, Any]) -> bool:
    return _MORE.isdisjoint(document) and document.get("type") != "text"


def _of_object(document: dict[str, Any]) -> Envelope:
    if _is_no_wrapper(document):
        return _known(_whole(document, Shape.ITEM))
    if is_answer(document):
        return Envelope(document=document, answer=True)
    if (listed := _numbered(document)) is not None:  # a list that is spelled as an object
        inner = unwrap(listed)
        return evolve(inner, numbered=frozenset((*inner.numbered, ())))
    pieces = next(filter(None, (_of_pieces(document, place) for place in ((), *_PIECES))), None)
    if found := pieces or _of_wrapper(document):
        return found
    # It is a gallery or an item, without anything around it.
    if "items" in document:
        gallery = _gallery(document, (), document)
        return gallery if document["items"] in (None, []) else _known(gallery)
    is_gallery = is_bare_gallery(document)
    return _known(_whole(document, Shape.GALLERY if is_gallery else Shape.ITEM), galleries=is_gallery)


def _of_wrapper(document: dict[str, Any]) -> Envelope | None:
    """Read an object that has a key for what it holds, or is an event."""
    for key in LISTS:
        if isinstance(document.get(key), list):
            galleries: dict[Place, Envelope] = {
                (key, index): _entry(value) for index, value in enumerate(document[key])
            }
            document, parts = _within(document, galleries)
            return _gathered(document, parts, form=Form.GALLERIES)
    if isinstance(gallery := document.get("gallery"), dict):
        return _gallery(document, ("gallery",), gallery)
    if isinstance(item := document.get("item"), dict):
        return Envelope(document=document, slots=(Slot(("item",), Shape.ITEM, item),))
    if (event := find(document)) is None:
        return None
    slots: tuple[Slot, ...] = ()
    if event.content is not None:  # text that is not JSON is not read as a gallery either
        is_gallery = event.about_gallery and not event.problem
        value = value_at(event.document, event.content)
        slots = (Slot(event.content, Shape.GALLERY if is_gallery else Shape.ITEM, value, event),)
    return Envelope(document=event.document, slots=slots, event=event, texts=event.texts, notes=event.notes)


def _entry(value: Any) -> Envelope:
    """Read what stands where a gallery should be; what is none cannot be read there."""
    return _gallery(value, (), value) if isinstance(value, dict) else _whole(value, Shape.GALLERY)


def _gallery(document: Any, place: Place, gallery: dict[str, Any]) -> Envelope:
    items = gallery.get("items")
    listed = _numbered(items) if isinstance(items, dict) else None
    if listed is None:
        return Envelope(document=document, slots=(Slot(place, Shape.GALLERY, gallery),))
    slots = (Slot(place, Shape.GALLERY, {**gallery, "items": listed}),)
    at = (*place, "items")
    return Envelope(document=replaced(document, at, listed), slots=slots, numbered=frozenset((at,)))


def _numbered(value: dict[str, Any]) -> list[Any] | None:
    """Return the values of an object whose keys are the indexes of a list, in their order."""
    keys = [str(index) for index in range(len(value))]
    return [value[key] for key in keys] if value and value.keys() == set(keys) else None


# ---------------------------------------------------------------- lists


def may_wrap(value: dict[str, Any]) -> bool:
    """Return whether an object in a list may be more than an item: a wrapper, an event, a tool's answer."""
    return holds_items(value) or _is_piece(value) or find(value) is not None


def _of_list(values: list[Any]) -> Envelope:
    objects = [value for value in values if isinstance(value, dict)]
    if any(map(_is_piece, objects)) and (pieces := _of_pieces(values, ())):
        return pieces
    suspects = [value for value in objects if not WRAPPING.isdisjoint(value)]
    if suspects and (any(map(find, suspects)) or all(map(is_answer, objects))):
        # Events, and answers without items, are converted each for itself.
        document, parts = _together([unwrap(value) for value in values])
        return _each(document, parts)
    if suspects and len(suspects) == len(objects):
        if all(map(_holds_galleries, objects)):
            return _of_galleries(values)
        if all(isinstance(value.get("item"), dict) for value in objects):
            # Items have a wrapper each; what is none stands among them as it is.
            read = [unwrap(each) if isinstance(each, dict) else _whole(each, Shape.ITEM) for each in values]
            document, parts = _together(read)
            return _gathered(document, parts, form=Form.JOINED)
    return _known(_whole(values, Shape.ITEMS))


def _together(read: Sequence[Envelope]) -> tuple[list[Any], list[Envelope]]:
    """Return the list of what was *read* of each element, and the envelopes as parts of it."""
    document = [each.document for each in read]
    return document, [each.below((index,), document) for index, each in enumerate(read)]


def _each(document: Any, parts: Sequence[Envelope]) -> Envelope:
    return _gathered(document, parts, form=Form.EACH, parts=tuple(parts))


def _holds_galleries(value: dict[str, Any]) -> bool:
    listed = any(isinstance(value.get(key), list) for key in LISTS)
    return listed or isinstance(value.get("gallery"), dict) or "items" in value or is_bare_gallery(value)


def _of_galleries(values: list[Any]) -> Envelope:
    """Read a list of galleries, of answers that hold one or several, or of the pages of one gallery."""
    read = []
    for value in values:
        nested = isinstance(value, dict) and not ("items" in value or is_bare_gallery(value))
        read.append(unwrap(value) if nested else _entry(value))
    document, parts = _together(read)
    joined = _are_pages([value for value in values if value is not None])
    found = _gathered(document, parts, form=Form.JOINED if joined else Form.GALLERIES)
    return _known(found) if any(each.shape is Shape.GALLERY for each in found.slots) and joined else found


def _are_pages(values: Sequence[Any]) -> bool:
    """Return whether the objects of a list are pages of one gallery: nothing tells them apart."""
    if not all(isinstance(value, dict) and "items" in value for value in values):
        return False
    if all(is_paging(key) for value in values for key in value if key != "items"):
        return True
    ids = {_id(value) for value in values}
    return len(values) > 1 and len(ids) == 1 and None not in ids


def _id(gallery: Mapping[str, Any]) -> str | None:
    ids = (gallery.get(key) for key in ("galleryId", "_id", "id"))
    return next((id for id in ids if isinstance(id, str) and id), None)


# ---------------------------------------------------------------- in a larger document

_EVERYTHING: Final = "*"


def _at(document: Any, at: str) -> Envelope:
    """Take out of *document* what stands at a pointer, or at all that a pattern names."""
    if at == _EVERYTHING:
        places = [slot.place for slot in found_in(document) if slot.shape is not Shape.ITEM]
    else:
        places = list(places_of(document, steps_of(at)))
    if not places:
        nothing = "holds no gallery" if at == _EVERYTHING else f"has nothing at {at}"
        found = offers(document)
        return _whole(document, Shape.ITEM, f"{nothing}; {found}" if found else nothing)
    whole, parts = _within(document, {place: unwrap(value_at(document, place)) for place in places})
    if _EVERYTHING not in steps_of(at):
        return parts[0]
    # A pattern names items as one list, and anything else as galleries.
    roots = tuple(places)
    if all(slot.shape is Shape.ITEM for part in parts for slot in part.slots):
        return _gathered(whole, parts, form=Form.JOINED, roots=roots)
    return _gathered(whole, parts, form=Form.GALLERIES, roots=roots, named=True)


__all__ = ["WRAPPING", "is_lone_item", "may_wrap", "unwrap"]
