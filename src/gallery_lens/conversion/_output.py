"""What comes out: the converted items in the wrapper that the target wants, and what stands where."""

import enum
from typing import Any

import attrs

from gallery_lens.conversion._finite import without_not_finite
from gallery_lens.conversion._items import in_order
from gallery_lens.conversion._run import Converted, Run
from gallery_lens.conversion._subject import Subject
from gallery_lens.diagnostics import Place, pointer
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import UsageError
from gallery_lens.events import Event
from gallery_lens.model import Family
from gallery_lens.wrappers import Envelope, Shape


class Layout(enum.Enum):
    """How the converted items are wrapped."""

    SAME = "same"  #: in the wrapper that they came in
    BARE = "bare"  #: an item, or an array of items
    GALLERIES = "galleries"  #: a list of ``{"galleryId", "name", "items"}``
    BODY = "body"  #: what ``createGallery`` takes
    DELETION = "deletion"  #: ``{"deleted", "itemId", "galleryId"}``


@attrs.frozen(eq=False, repr=False)
class Output:
    """The value of a conversion."""

    value: Any
    layout: Layout
    lists: dict[Place, Place]  #: where each slot's item, list or gallery stands in the value, by its place
    #: the same of the ids in an event that tells of a deletion
    ids: dict[Place, Place] = attrs.field(factory=dict)


def output(run: Run) -> Output:
    """Wrap what *run* converted as the target wants it.

    A page gets arrays of items, whatever they came in; a backend, and a page that gets its own
    back, the same wrapper around the converted content.
    """
    there = [each for each in run.converted if _is_there(each)]
    if _keeps_wrapper(run):
        value = run.envelope.fill({each.slot.place: _whole(each) for each in there})
        value = value if run.is_finite else without_not_finite(value)
        return Output(value, Layout.SAME, _closed_up(run, there))
    if run.envelope.event and run.envelope.emptied:
        return _deletion(run.envelope, run.envelope.event)
    if run.envelope.many:
        galleries = [_page_gallery(each) for each in there]
        return Output(galleries, Layout.GALLERIES, {each.slot.place: (i,) for i, each in enumerate(there)})
    only = run.converted[0]
    return Output(_bare(only), Layout.BARE, {only.slot.place: ()})


def body(run: Run, name: str | None) -> Output:
    """Return what ``createGallery`` takes: the items in a gallery called *name*.

    Raises:
        UsageError: the target is no backend, or there are several galleries.
    """
    if run.target.item.family is not Family.BACKEND:
        raise UsageError(
            "Only a backend dialect (velo, rest) has galleries to create; choose it as the target."
        )
    if run.envelope.many:
        raise UsageError("A list of galleries cannot become one; convert the galleries one by one.")
    if run.envelope.emptied:
        raise UsageError("The event tells that something is gone; there is nothing to make a gallery of.")
    only = run.converted[0]
    gallery = ({} if name is None else {"name": name}) | {"items": only.wires}
    return Output({"gallery": gallery}, Layout.BODY, {only.slot.place: ("gallery",)})


def report_discarded(run: Run, out: Output) -> None:
    """Report what the wrapper itself held, where the output has another one."""
    if out.layout is Layout.SAME:
        return
    whole = Subject(raw=run.envelope.document, place=(), target=run.options.target)
    for place in run.envelope.beside():
        run.findings.add("unknown-field-dropped", whole, place, told_by=("", pointer(place)))
    for each in run.converted if out.layout is Layout.BODY else ():
        for key in each.fields:
            run.findings.add("unknown-field-dropped", each.subject, _key_of(each, key))


def _deletion(envelope: Envelope, event: Event) -> Output:
    """What a page is told when something is gone: what it was, and the ids that are known."""
    value = {"deleted": event.deleted} | {name: envelope.id_of(name) for name in event.ids}
    return Output(value, Layout.DELETION, {}, {place: (name,) for name, place in event.ids.items()})


def _key_of(each: Converted, key: str) -> Place:
    """Where the written *key* of a gallery stands in the document."""
    fields = each.dialect.gallery.by_field if each.dialect else {}
    return next(((row.wire,) for row in fields.values() if row.wire.lstrip("_") == key.lstrip("_")), (key,))


def _keeps_wrapper(run: Run) -> bool:
    asked = DIALECTS.get(run.options.source)
    sources = (*run.dialects, asked) if asked else run.dialects
    return run.target.item.family is not Family.PAGE or run.target in sources


def _is_there(each: Converted) -> bool:
    """Tell whether anything is left of a slot; only single items and unreadable galleries go whole."""
    return each.readable and (each.slot.shape is not Shape.ITEM or bool(each.wires))


def _closed_up(run: Run, there: list[Converted]) -> dict[Place, Place]:
    """The places of the slots that are there, with the gaps closed that others left in a list."""
    if not run.envelope.many:
        return {each.slot.place: each.slot.place for each in there}
    return {each.slot.place: (*each.slot.place[:-1], index) for index, each in enumerate(there)}


def _whole(each: Converted) -> Any:
    if each.slot.shape is not Shape.GALLERY:
        return _bare(each)
    given = each.slot.value
    if "items" not in given:
        return in_order(given, each.fields)
    return in_order(
        given, each.fields | {"items": None if given["items"] is None else each.wires}, deep=False
    )


def _bare(each: Converted) -> Any:
    if each.slot.shape is Shape.ITEM:
        return each.wires[0] if each.wires else None
    return each.wires


def _page_gallery(each: Converted) -> dict[str, Any]:
    raw = each.slot.value
    known = {"galleryId": each.subject.id, "name": raw.get("name") or None}
    return {key: value for key, value in known.items() if isinstance(value, str)} | {"items": each.wires}
