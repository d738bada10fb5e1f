"""Views of several places at once: pages as one array, and lists whose elements stand each for itself."""

import bisect
import functools
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gallery_lens.conversion.output import Output
from gallery_lens.conversion.run import Converted
from gallery_lens.lens._lists import arranged_items, content, with_items
from gallery_lens.lens._matching import Part, match_items
from gallery_lens.lens.session import RestoreSession
from gallery_lens.lens.sidecar import canonical, foreign
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.wrappers import Shape

#: Said of what stands where nothing can be put back.
_KEPT: Final = "cannot take this place; it stays as it was"
_HOMELESS: Final = "is new, and the source has no list to put it in"


def restore_each(work: RestoreSession, out: Output) -> Any:
    """Restore a list whose elements were converted each for itself."""
    check_shape(work.view, out.value)
    if len(work.view) != len(out.value):
        raise foreign(f"its view has {len(out.value)} element(s), this has {len(work.view)}")
    contents = {each.slot.place: each.slot.value for each in work.run.converted}
    by_index = {int(out.lists[each.slot.place][0]): each for each in work.run.converted}
    for index, value in enumerate(work.view):
        each = by_index.get(index)
        if each is None or (value is None) != (out.value[index] is None):
            # Only what was there can be kept.
            if canonical(value) != canonical(out.value[index]):
                subject = work.subject(value, (index,), index)
                work.findings.add("not-an-item", subject, facts={"problem": _KEPT})
        elif each.slot.shape is not Shape.ITEM and isinstance(value, list):
            contents[each.slot.place] = listed(work, each, value, (index,))
        elif value is not None:
            contents[each.slot.place] = one_of(work, each, value, (index,))
    return filled(work, contents)


def restore_joined(work: RestoreSession, out: Output) -> Any:
    """Restore pages of one gallery, or items with a wrapper each, from one array."""
    view, place = opened_view(work, out.value)
    each = work.run.converted
    part = Part(work.run.joined, view, place)
    match(work, [part], place)
    reads = [found for page in each for found in page.reads]
    arranged = arranged_items(work, reads, part, work.dialect_of(None))
    if all(page.slot.shape is Shape.ITEM for page in each):
        return _rewrapped(work, arranged)
    # An item stays on its page unless it was moved.
    held = sum(len(page.reads) for page in each)
    of_read = [number for number, page in enumerate(each) for _ in page.reads]
    numbers = [None if index is None else of_read[index] for index, _ in arranged]
    shares: list[list[Any]] = [[] for _ in each]
    for number, (_, item) in zip(ascending_pages(numbers), arranged, strict=True):
        shares[number].append(item)
    contents: dict[Place, Any] = {}
    for page, share in zip(each, shares, strict=True):
        if page.readable:
            is_list = page.slot.shape is Shape.ITEMS
            contents[page.slot.place] = share if is_list else with_items(page, share, held, len(arranged))
    return filled(work, contents)


def _rewrapped(work: RestoreSession, arranged: Sequence[tuple[int | None, Any]]) -> Any:
    """Return the document with items in their wrappers, which move with them if they stand in one list."""
    envelope = work.run.envelope
    places = [slot.place for slot in envelope.slots]
    contents = {places[index]: item for index, item in arranged if index is not None}
    depth = _depth_of_list(places)
    if depth is None:
        new = [item for index, item in arranged if index is None]
        report_homeless(work, new)
        return filled(work, contents)
    around = envelope.fill({slot.place: slot.value for slot in envelope.slots} | contents)
    wrappers = value_at(around, places[0][:depth])
    below = max(places, key=len)[depth + 1 :]
    elements = [
        functools.reduce(lambda inner, step: {step: inner}, reversed(below), item)
        if index is None
        else wrappers[int(places[index][depth])]
        for index, item in arranged
    ]
    return envelope.closed(replaced(around, places[0][:depth], elements), as_given=True)


def report_homeless(work: RestoreSession, new: Sequence[Any]) -> None:
    """Report what is *new* in the view where the source has no list to put it in."""
    for each in new:
        work.findings.add("not-an-item", work.subject(each, (), None), facts={"problem": _HOMELESS})


def _depth_of_list(places: Sequence[Place]) -> int | None:
    """Return how deep the list stands of which *places* are elements, or lie in one each; None if none is."""
    for depth in range(min(map(len, places))):
        steps = {place[depth] for place in places}
        if len(steps) == len(places) and all(isinstance(step, int) for step in steps):
            return depth
        if len(steps) > 1:
            return None
    return None


def ascending_pages(numbers: Sequence[int | None]) -> list[int]:
    """Return a page for each item so that pages ascend: its own, unless it was moved, else that before it.

    Args:
        numbers: the page that each item stood on, None for a new one.
    """
    ends: list[int] = []  # the last item of the best run of each length
    before: list[int | None] = [None] * len(numbers)
    for place, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect.bisect_right(ends, number, key=lambda end: numbers[end] or 0)
        before[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept, last = set(), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    page = min((numbers[place] or 0 for place in kept), default=0)
    found = []
    for place, number in enumerate(numbers):
        page = (number or 0) if place in kept else page
        found.append(page)
    return found


def listed(work: RestoreSession, each: Converted, items: Any, place: Place) -> Any:
    """Return the content of a slot once the *items* of the view, at *place* in it, are put back."""
    part = Part(each.written, items, place)
    match(work, [part], place)
    return content(work, each, part)


def one_of(work: RestoreSession, each: Converted, value: Any, place: Place) -> Any:
    """Return the item of a slot once that of the view, at *place* in it, is put back."""
    part = Part(each.written, [value], place, single=True)
    match(work, [part], place)
    wire = work.put(part, 0, work.dialect_of(each))
    return each.slot.value if wire is None else wire


def filled(work: RestoreSession, contents: Mapping[Place, Any]) -> Any:
    """Return the source with *contents* in its slots, spelled as it was given."""
    return work.run.envelope.fill(contents, as_given=True)


def match(work: RestoreSession, parts: Sequence[Part], place: Place = ()) -> None:
    """Find which item was which, and report a view, with its list at *place*, that replaces every item."""
    replaced = match_items(parts, replace_all=work.replace_all)
    work.elsewhere = {id(found) for part in parts for found in part.arrived.values()}
    if replaced and not any(part.single for part in parts):
        before = sum(len(part.shown) for part in parts)
        facts = {"before": before, "after": sum(len(part.items) for part in parts)}
        work.findings.add(
            "view-replaced", work.subject(work.view, (), None), place, value=before, facts=facts
        )


def opened_view(work: RestoreSession, shown: Any) -> tuple[Any, Place]:
    """Return the view, or the list that an object holds as ``items``, and its place; it is like *shown*."""
    view = work.view
    if isinstance(shown, list) and isinstance(view, dict) and isinstance(view.get("items"), list):
        return view["items"], ("items",)
    check_shape(view, shown)
    return view, ()


def check_shape(view: Any, shown: Any) -> None:
    """Refuse a *view* of another shape than the one that was *shown*."""
    if shown is None and view is not None:
        raise foreign("its view holds no item")
    if type(shown) is not type(view) and (view is not None or isinstance(shown, list)):
        raise foreign(f"its view is {_noun(shown)}, this is {_noun(view)}")


def _noun(view: Any) -> str:
    if isinstance(view, list):
        return "a list"
    return "one item" if isinstance(view, dict) else "no item"
