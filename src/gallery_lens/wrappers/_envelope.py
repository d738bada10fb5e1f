"""A document taken apart: what stands where, and how to put other content in its place."""

import enum
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gallery_lens.events import Event
from gallery_lens.jsontext import Note, encode
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.values import Record, evolve, fresh
from gallery_lens.wrappers._embedded import read_embedded
from gallery_lens.wrappers._keys import LISTS


class Shape(enum.StrEnum):
    """The shape of the content of a slot."""

    ITEM = "item"
    ITEMS = "items"  #: a list of items
    GALLERY = "gallery"  #: an object with ``items``


class Form(enum.Enum):
    """How the slots of a document belong together."""

    ONE = "one"  #: one slot; none in an event about a deletion, and in an answer without items
    GALLERIES = "galleries"  #: galleries, even if it is one
    JOINED = "joined"  #: pages of one gallery, or items that each have a wrapper
    EACH = "each"  #: a list, each element of which is converted for itself


class Slot(Record):
    """A place in a document, and what stands there."""

    place: Place
    shape: Shape
    value: Any
    event: Event | None = None  #: the event that it stands in
    problem: str | None = None  #: why nothing is read here; a clause about the value

    def below(self, place: Place, document: Any) -> "Slot":
        """Return the slot as part of a larger *document*, where what it is in stands at *place*."""
        event = self.event.below(place, document) if self.event else None
        return evolve(self, place=(*place, *self.place), event=event)


class Envelope(Record, kw_only=True):
    """A document taken apart."""

    document: Any  #: with JSON texts on the way to the slots read
    slots: tuple[Slot, ...] = ()
    form: Form = Form.ONE
    event: Event | None = None  #: what the document tells, if it is an event
    texts: Mapping[Place, str] = fresh(factory=dict)  #: the JSON texts that were read, by place
    numbered: frozenset[Place] = frozenset()  #: where a list stands that was an object with number keys
    notes: tuple[Note, ...] = ()  #: what was odd about the texts
    root: Place = ()  #: where in the document it stands
    #: the places that are converted; the rest of the document was not asked for
    roots: tuple[Place, ...] = ((),)
    parts: tuple["Envelope", ...] = ()  #: the elements of a list that are converted each for itself
    answer: bool = False  #: whether it is an answer that holds ids alone
    named: bool = False  #: whether galleries are told apart by their pointers

    @property
    def many(self) -> bool:
        """True if it holds galleries, even if it is one."""
        return self.form is Form.GALLERIES

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, that of the document or those of its elements."""
        found = [self.event, *[part.event for part in self.parts]]
        return tuple([event for event in found if event])

    @property
    def emptied(self) -> bool:
        """True if the document tells that an item or gallery is gone."""
        return self.event is not None and self.event.deleted is not None

    def id_of(self, name: str) -> str | None:
        """Return the ``itemId`` or ``galleryId`` that an event is about, or None."""
        place = self.event.ids.get(name) if self.event else None
        return None if place is None else str(value_at(self.document, place))

    def gallery_of(self, slot: Slot) -> str | None:
        """Return the id of the gallery that the event of *slot* is about, or None."""
        place = slot.event.ids.get("galleryId") if slot.event else None
        return None if place is None else str(value_at(self.document, place))

    def without_emptied(self) -> "Envelope":
        """Return the envelope without what stands in events about deletions."""
        if not (self.parts or any(slot.event for slot in self.slots)):
            return self
        slots = tuple(slot for slot in self.slots if not (slot.event and slot.event.deleted))
        parts = tuple(part.without_emptied() for part in self.parts)
        return evolve(self, slots=slots, parts=parts)

    def fill(self, contents: Mapping[Place, Any], *, as_given: bool = False) -> Any:
        """Return the document with *contents* at the places of its slots.

        A slot without content is taken out of what it stands in. What was JSON text is text again,
        the same one if nothing in it has changed. Lists that were objects with number keys are such
        objects again only if they are to be *as given*.
        """
        filled = _fill(self.document, {slot.place for slot in self.slots}, contents, ())
        return None if filled is _GONE else self.closed(filled, as_given=as_given)

    def closed(self, document: Any, *, as_given: bool = False) -> Any:
        """Return a changed *document* spelled as the one that was taken apart, as ``fill`` does."""
        for place in sorted(self.numbered, key=len, reverse=True) if as_given else ():
            if isinstance(listed := value_at(document, place), list):
                numbered = {str(index): each for index, each in enumerate(listed)}
                document = replaced(document, place, numbered)
        values = {place: value_at(document, place) for place in self.texts}
        # JSON texts are written again, those inside others first.
        for place in sorted(self.texts, key=len, reverse=True):
            if values[place] is None:
                continue
            text = self.texts[place]
            changed = encode(values[place]) != encode(value_at(self.document, place))
            if changed and (embedded := read_embedded(text)):
                text = embedded.around(encode(value_at(document, place)).decode())
            document = replaced(document, place, text)
        return document

    def opened(self, filled: Any) -> Any:
        """Return the result of ``fill`` with the same JSON texts parsed."""
        for place in sorted(self.texts, key=len):
            if isinstance(text := value_at(filled, place), str) and (embedded := read_embedded(text)):
                filled = replaced(filled, place, embedded.document)
        return filled

    def beside(self) -> Iterator[Place]:
        """Yield the places of the wrapper's own values: those that lie beside the way to the slots.

        The ids of what is gone are no such values, and empty objects hold none. Nor does a list
        of galleries that is empty: its counterpart is just as empty.
        """
        gone = (event for event in self.events if event.deleted)
        ids = [place for event in gone for place in event.ids.values()]
        slots = [slot.place for slot in self.slots]
        slots += [part.root for part in (self, *self.parts) if part.answer]
        lists = [(*self.root, key) for key in LISTS if self.many and not self.slots]
        for root in self.roots:
            inside = {place for place in (*slots, *ids, *lists) if place[: len(root)] == root}
            yield from _beside(value_at(self.document, root), inside, root)

    def below(self, place: Place, document: Any) -> "Envelope":
        """Return the envelope as part of a larger *document*, where it stands at *place*."""
        event = self.event.below(place, document) if self.event else None
        return evolve(
            self,
            document=document,
            slots=tuple(slot.below(place, document) for slot in self.slots),
            event=event,
            texts={(*place, *at): text for at, text in self.texts.items()},
            numbered=frozenset((*place, *at) for at in self.numbered),
            notes=tuple(evolve(note, place=(*place, *note.place)) for note in self.notes),
            root=(*place, *self.root),
            roots=tuple((*place, *root) for root in self.roots),
            parts=tuple(part.below(place, document) for part in self.parts),
        )


_GONE: Final = object()


def _fill(value: Any, slots: set[Place], contents: Mapping[Place, Any], at: Place) -> Any:
    """Copy *value* along the way to the slots; what lies beside the way is shared, not copied."""
    if at in slots:
        return contents.get(at, _GONE)
    inside = _by_step(slots, len(at))
    if isinstance(value, dict):
        pairs = (
            (key, _fill(inner, inside[key], contents, (*at, key)) if key in inside else inner)
            for key, inner in value.items()
        )
        return {key: inner for key, inner in pairs if inner is not _GONE}
    filled = (
        _fill(inner, inside[index], contents, (*at, index)) if index in inside else inner
        for index, inner in enumerate(value)
    )
    return [inner for inner in filled if inner is not _GONE]


def _by_step(places: set[Place], depth: int) -> dict[Any, set[Place]]:
    """Return *places* by their step at *depth*."""
    inside: dict[Any, set[Place]] = {}
    for place in places:
        inside.setdefault(place[depth], set()).add(place)
    return inside


def _beside(value: Any, slots: set[Place], at: Place) -> Iterator[Place]:
    if at in slots:
        return
    if not isinstance(value, dict | list):
        yield at
        return
    inside = _by_step(slots, len(at))
    for step in value if isinstance(value, dict) else range(len(value)):
        if step in inside:
            yield from _beside(value[step], inside[step], (*at, step))
        elif value[step] != {}:
            yield (*at, step)
