"""The output: converted items in the wrapper of the target, and the places of everything in it."""

import enum
from collections.abc import Iterable
from typing import Any

from gallery_lens.conversion.items import in_order
from gallery_lens.conversion.run import Converted, Run
from gallery_lens.conversion.subject import Subject
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import UsageError
from gallery_lens.model import Family
from gallery_lens.places import Place, pointer, value_at, without_not_finite
from gallery_lens.values import Record, fresh
from gallery_lens.wrappers import Envelope, Extent, Form, Shape, agrees


class Layout(enum.Enum):
    """How the converted items are wrapped."""

    SAME = "same"  #: in the wrapper that they came in
    BARE = "bare"  #: an item, or an array of items
    GALLERIES = "galleries"  #: a list of ``{"galleryId", "name", "items"}``
    JOINED = "joined"  #: one array of items, from several places
    EACH = "each"  #: an array with an item, an array of items, a deletion or null for each element
    NOTHING = "nothing"  #: null, for an answer without items
    BODY = "body"  #: what ``createGallery`` takes
    DELETION = "deletion"  #: ``{"deleted", "itemId", "galleryId"}``


class Output(Record):
    """The value of a conversion."""

    value: Any
    layout: Layout
    lists: dict[Place, Place]  #: where each slot's item, list or gallery stands in the value, by its place
    #: the same of the ids in an event that tells of a deletion
    ids: dict[Place, Place] = fresh(factory=dict)
    #: where items of several slots stand in one array, by identity
    indexes: dict[int, int] = fresh(factory=dict)
    #: the places of what the wrapper held and the value says in another way
    implied: set[Place] = fresh(factory=set)


def output(run: Run) -> Output:
    """Wrap what *run* converted as the target wants it.

    A page gets arrays of items, whatever they came in; a backend, and a page that gets its own
    back, the same wrapper around the converted content.
    """
    there = [each for each in run.converted if _is_there(each)]
    if _keeps_wrapper(run):
        value = run.envelope.fill({each.slot.place: _whole(each) for each in there})
        value = value if run.is_finite else without_not_finite(value)
        # The gaps are closed that others left in a list.
        gone = [each.slot.place for each in run.converted if not _is_there(each)]
        lists = {each.slot.place: _shifted(each.slot.place, gone) for each in there}
        return Output(value, Layout.SAME, lists)
    if run.envelope.many:
        galleries = [_page_gallery(each, named=run.envelope.named) for each in there]
        return Output(galleries, Layout.GALLERIES, {each.slot.place: (i,) for i, each in enumerate(there)})
    if run.envelope.form is Form.JOINED:
        return _joined(run)
    if run.envelope.form is Form.EACH:
        return _each(run)
    return _one(run.envelope, run.converted)


def _one(envelope: Envelope, converted: list[Converted]) -> Output:
    """Return the output for a page of a document that holds one thing, or reports a deletion."""
    if envelope.event and envelope.emptied:
        event = envelope.event
        value = {"deleted": event.deleted} | {name: envelope.id_of(name) for name in event.ids}
        return Output(value, Layout.DELETION, {}, {place: (name,) for name, place in event.ids.items()})
    if envelope.answer:
        return Output(None, Layout.NOTHING, {})
    only = converted[0]
    return Output(_bare(only), Layout.BARE, {only.slot.place: ()})


def _joined(run: Run) -> Output:
    """All items in one array; what cannot be converted leaves no gap."""
    items = run.joined
    indexes = {id(found): index for index, found in enumerate(items)}
    lists: dict[Place, Place] = {each.slot.place: () for each in run.converted}
    return Output([found.wire for found in items], Layout.JOINED, lists, indexes=indexes)


def _each(run: Run) -> Output:
    """Return the output for a page of a list of independent elements: null where nothing is left."""
    value: list[Any] = []
    lists: dict[Place, Place] = {}
    ids: dict[Place, Place] = {}
    for index, part in enumerate(run.envelope.parts):
        places = {slot.place for slot in part.slots}
        out = _one(part, [each for each in run.converted if each.slot.place in places])
        value.append(out.value)
        lists |= {place: (index, *to) for place, to in out.lists.items()}
        ids |= {place: (index, *to) for place, to in out.ids.items()}
    return Output(value, Layout.EACH, lists, ids)


def body(run: Run, name: str | None) -> Output:
    """Return the request body of ``createGallery``: the items in a gallery called *name*.

    Raises:
        UsageError: the target is no backend, or there are several galleries.
    """
    if run.target.item.family is not Family.BACKEND:
        raise UsageError(
            "Only a backend dialect (velo, rest) has galleries to create; choose it as the target."
        )
    if run.envelope.many:
        raise UsageError("A list of galleries cannot become one; convert the galleries one by one.")
    if run.envelope.form is Form.EACH:
        raise UsageError("A list of events cannot become one gallery; convert them one by one.")
    if run.envelope.emptied:
        raise UsageError("The event tells that something is gone; there is nothing to make a gallery of.")
    if run.envelope.answer:
        raise UsageError("The answer holds ids and no items; there is nothing to make a gallery of.")
    joined = _joined(run)
    gallery = ({} if name is None else {"name": name}) | {"items": joined.value}
    lists: dict[Place, Place] = {each.slot.place: ("gallery",) for each in run.converted}
    return Output({"gallery": gallery}, Layout.BODY, lists, indexes=joined.indexes)


def report_discarded(run: Run, out: Output) -> None:
    """Report what the wrapper itself held, where the output has another one."""
    if out.layout is Layout.SAME:
        return
    whole = Subject(raw=run.envelope.document, place=(), target=run.options.target)
    for place in run.envelope.beside():
        if out.layout is Layout.GALLERIES and place[:-1] == run.envelope.root:
            # What stands beside a list of galleries may only say how many there are.
            key, count = str(place[-1]), len(run.converted)
            said = "total" if key == "totalGalleries" else key
            if agrees(said, value_at(run.envelope.document, place), Extent(count, 0, count)):
                out.implied.add(place)
                continue
        run.findings.add("unknown-field-dropped", whole, place, told_by=("", pointer(place)))
    for each in run.converted if out.layout is Layout.BODY else ():
        rows = each.dialect.gallery.by_field.values() if each.dialect else ()
        given = {row.wire.lstrip("_"): row.wire for row in reversed(rows)}
        for key in each.fields:
            place = (given.get(key.lstrip("_"), key),)
            run.findings.add("unknown-field-dropped", each.subject, place)


def _keeps_wrapper(run: Run) -> bool:
    asked = DIALECTS.get(run.options.source)
    alone = run.options.at is not None or run.envelope.answer
    if alone or any(each.slot.problem for each in run.converted):
        return run.target.item.family is not Family.PAGE
    given = (found.dialect for found in run.alone if not isinstance(found.given, str))
    together = (dialect for each in run.converted for dialect in each.together)
    sources = [*given, *together, *(each.dialect for each in run.converted), asked]
    return run.target.item.family is not Family.PAGE or run.target in sources


def _is_there(each: Converted) -> bool:
    """Return whether anything is left of a slot; only single items and unreadable galleries go whole."""
    return each.readable and (each.slot.shape is not Shape.ITEM or bool(each.wires))


def _shifted(place: Place, gone: Iterable[Place]) -> Place:
    """Return where *place* is once those that are *gone* have left the lists that they stood in."""
    steps = list(place)
    for each in gone:
        depth = len(each) - 1
        if depth < 0 or len(place) <= depth or place[:depth] != each[:depth]:
            continue
        step, last = place[depth], each[depth]
        if isinstance(step, int) and isinstance(last, int) and last < step:
            steps[depth] -= 1  # type: ignore[operator]  # it is that step
    return tuple(steps)


def _whole(each: Converted) -> Any:
    if each.slot.shape is not Shape.GALLERY:
        return _bare(each)
    given = each.slot.value
    fields = each.fields
    if "galleryId" in given and DIALECTS[each.subject.target or ""].item.family is Family.PAGE:
        # A page has no galleries of its own: what our own lists of them say about each stays as it is.
        fields = {key: given[key] for key in ("galleryId", "name") if key in given} | fields
    if "items" not in given:
        return in_order(given, fields)
    return in_order(given, fields | {"items": None if given["items"] is None else each.wires}, deep=False)


def _bare(each: Converted) -> Any:
    if each.slot.shape is Shape.ITEM:
        return each.wires[0] if each.wires else None
    return each.wires


def _page_gallery(each: Converted, *, named: bool) -> dict[str, Any]:
    name = each.slot.value.get("name") if isinstance(each.slot.value, dict) else None
    known = {
        "pointer": pointer(each.slot.place) if named else None,
        "galleryId": each.subject.id if each.slot.shape is Shape.GALLERY else None,
        "name": name or None,
    }
    return {key: value for key, value in known.items() if isinstance(value, str)} | {"items": each.wires}
