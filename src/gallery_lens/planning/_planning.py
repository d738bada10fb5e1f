"""The calls that turn CURRENT into DESIRED."""

import operator
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from typing import Any

from gallery_lens.cloning.gallery import require_document
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.order import numeric
from gallery_lens.pages.reading import same_id
from gallery_lens.planning._desired import Desired, from_document, from_view
from gallery_lens.planning._matching import ItemPair, pair
from gallery_lens.planning._plan import Plan
from gallery_lens.planning.calls import BULK, Call, Change
from gallery_lens.planning.content import BRANCHES, key_of, obstacle, with_undeclared
from gallery_lens.planning.ordering import ordering
from gallery_lens.planning.side import ListedItem, Side, dialect_of, pointer_of, sides
from gallery_lens.words import SourceName
from gallery_lens.wrappers import in_whole, taken


def plan(
    current: Any, desired: Any, sidecar: Any = None, *, source: SourceName = "auto", at: str | None = None
) -> Plan:
    """Return the calls that turn a gallery of a backend into another.

    Only changed fields are sent, and sort orders are written to the fewest items. Sort orders of *desired*
    mean order only. Whatever call is the last one made, no two items have had one sort order.

    Args:
        current: the gallery as it is, with all of its items: what ``getGallery`` answers; or a list of
            galleries; or None, if there is none yet. It is not changed.
        desired: the gallery as it should be, in any dialect of a backend; or a list of galleries; or
            None, to delete it. With *sidecar* the edited view of a page.
        sidecar: what ``convert`` gave with that view. Items of *current* that it does not know are
            kept, and so is what others have changed and the view does not.
        source: the dialect of both galleries, or ``auto``.
        at: a JSON Pointer to the gallery in *current*, if that is a larger document.

    Raises:
        UsageError: They are two galleries, or one of them is none or a page's view, or a call would need
            an id that *current* does not have.
        SidecarError: The sidecar is none, was changed, or is of another gallery.
    """
    current = taken(current, at)
    for document, name in ((current, "CURRENT"), (desired, "DESIRED")):
        if document is not None:
            require_document(document, name)
    dialect = dialect_of(current, source, "CURRENT")
    wanted = from_document(desired, source) if sidecar is None else from_view(desired, sidecar)
    as_velo = "velo" in (dialect, wanted.dialect) and dialect != wanted.dialect
    old, many = sides(current, "CURRENT", dialect, as_velo=as_velo)
    new, lists = sides(wanted.document, "DESIRED", wanted.dialect, as_velo=as_velo)
    base = wanted.base.id if wanted.base else None
    for side in old:
        if base and side.id and same_id(base) != same_id(side.id):
            raise SidecarError(
                "foreign",
                f"The sidecar is of the gallery {base}, and CURRENT is {side.id}: "
                "name the one that was written with a view of CURRENT.",
            )
    work = _Planner(current, wanted.document)
    calls = [call for each in _matched(old, new, many=many or lists) for call in work.calls(*each, wanted)]
    work.compare_orders(old, new)
    return Plan(losses=work.losses(at), calls=tuple(calls))


def _matched(
    old: Sequence[Side], new: Sequence[Side], *, many: bool
) -> Iterator[tuple[Side | None, Side | None]]:
    if not many and len(old) == len(new) == 1:
        one, other = old[0], new[0]
        if one.id and other.id and same_id(one.id) != same_id(other.id):
            raise UsageError(
                f"CURRENT is the gallery {one.id}, and DESIRED is {other.id}: a plan is for one gallery. "
                "To copy one into another, take the ids out first (gallery-lens clone)."
            )
        yield one, other
        return
    known = {same_id(side.id): side for side in old if side.id}
    named = [side for side in new if side.id and same_id(side.id) in known]
    for side in new:
        yield (known[same_id(side.id)] if side in named and side.id else None), side
    left = {same_id(side.id) for side in named if side.id}
    for side in old:
        if not side.id or same_id(side.id) not in left:
            yield side, None


class _Planner:
    """One plan on its way."""

    def __init__(self, current: Any, desired: Any) -> None:
        self._found = {"CURRENT": Findings(current), "DESIRED": Findings(desired)}

    def losses(self, at: str | None) -> tuple[Diagnostic, ...]:
        """Return the findings, deletions first; CURRENT was taken out at the pointer *at*."""
        return (*in_whole(self._found["CURRENT"].sorted(), at), *self._found["DESIRED"].sorted())

    def compare_orders(self, old: Sequence[Side], new: Sequence[Side]) -> None:
        """Report that galleries are in another order: no call changes that."""
        wanted = {same_id(side.id): side for side in new if side.id}
        before = [same_id(side.id) for side in _in_their_order(old) if side.id]
        after = [id for side in _in_their_order(new) if side.id and (id := same_id(side.id)) in before]
        stay = (id for id in before if id in wanted)
        moved = next((id for id, other in zip(after, stay, strict=False) if id != other), None)
        if moved is not None:
            side = wanted[moved]
            self._lose("gallery-order-kept", side, None, thing=f"the gallery {side.gallery_name or side.id}")

    def calls(self, old: Side | None, new: Side | None, wanted: Desired) -> Iterator[Call]:
        """Return the calls for one gallery."""
        if old is None and new is not None:
            yield self._creation(new)
        elif old is not None and new is None:
            id = _gallery_id(old, None)
            self._lose("item-deleted", old, None, thing=f"the gallery {old.gallery_name or id}")
            yield Call(action="delete", object="gallery", gallery_id=id, title=old.gallery_name)
        elif old is not None and new is not None:
            yield from self._changes(old, new, wanted)

    def _creation(self, new: Side) -> Call:
        shown = [each for each in new.shown(descending=new.descends) if self._can_create(new, each)]
        self._report_unsent(new, [ItemPair(each, None) for each in shown])
        fresh = ordering([each.sort_order for each in shown], descending=new.descends).values
        items = [
            _sent(each, fresh.get(place, each.sort_order)) for place, each in enumerate(shown) if each.content
        ]
        name = {"name": new.gallery_name} if new.gallery_name else {}
        return Call(
            action="create",
            object="gallery",
            gallery_id=None,
            title=new.gallery_name,
            content=name | ({"items": items} if items else {}),
            whole=name | ({"items": items} if items else {}),
        )

    def _report_unsent(self, new: Side, pairs: Sequence[ItemPair]) -> None:
        """Report the undeclared fields of DESIRED that no call carries."""
        for each in pairs:
            sent = _changed(each) if each.old else {}
            there = each.old.undeclared if each.old else {}
            for place, value in each.wanted.undeclared.items():
                if place[0] not in sent and key_of(value) != key_of(there.get(place)):
                    subject = _subject(new, each.wanted)
                    self._found["DESIRED"].add("unknown-field-dropped", subject, place)

    def _changes(self, old: Side, new: Side, wanted: Desired) -> Iterator[Call]:
        total = (old.fields or {}).get("totalItems")
        if type(total) is int and total > len(old.entries):
            facts = {"total": total, "held": len(old.entries), "things": "items", "here": "are in CURRENT"}
            subject = Subject(raw=dict(old.fields or {}), place=old.place, gallery_id=old.id)
            self._found["CURRENT"].add("items-incomplete", subject, ("totalItems",), facts=facts)
        descending = (old if len(old.entries) > 1 else new).descends
        arranged = wanted.arranged(old, new, descending=descending)
        if not wanted.by_list:
            self._report_unsorted(new, arranged)
        pairs = [each for each in map(self._possible, repeat(new), pair(old, arranged)) if each]
        for entry in wanted.kept:
            self._lose("item-kept", old, entry, thing=_called(entry))
        self._report_unsent(new, pairs)
        stay = {each.old.index for each in pairs if each.old}
        gone = [entry for entry in old.entries if entry.index not in stay]
        orders, sequence = _orders(old, pairs, descending=descending)
        calls = [
            *_gallery_update(old, new),
            *self._deletions(old, new, gone, pairs),
            *_updates(old, new, pairs, orders, sequence),
            *_creations(old, new, pairs, orders),
        ]
        yield from calls

    def _report_unsorted(self, new: Side, arranged: Sequence[ListedItem]) -> None:
        """Report the first item of the list that shows before the one in front of it."""
        places = {entry.index: place for place, entry in enumerate(arranged)}
        for before, entry in pairwise(new.entries):
            if places[entry.index] < places[before.index]:
                subject, facts = _subject(new, entry), {"reason": "an item before it shows behind it"}
                value = entry.sort_order
                self._found["DESIRED"].add(
                    "sort-order-unsorted", subject, ("sortOrder",), value=value, facts=facts
                )
                return

    def _possible(self, new: Side, each: ItemPair) -> ItemPair | None:
        """Return *each* if it can come about, else what stays in its place; report why not."""
        wanted, old = each.wanted, each.old or each.replaced
        if wanted.content is None and old is not None and old.key != wanted.key:
            self._lose("item-not-planned", new, wanted, problem="it cannot be read; the old one stays")
        if each.old is not None or self._can_create(new, wanted):
            return each
        return None if each.replaced is None else ItemPair(each.replaced, each.replaced)

    def _can_create(self, new: Side, entry: ListedItem) -> bool:
        if entry.content is None:
            self._lose("item-not-planned", new, entry, problem="it cannot be read")
            return False
        problem = obstacle(entry.content)
        if problem:
            self._lose("item-not-planned", new, entry, problem=problem)
        return problem is None

    def _deletions(
        self, old: Side, new: Side, gone: Sequence[ListedItem], pairs: Sequence[ItemPair]
    ) -> Iterator[Call]:
        replaced = {each.replaced.index for each in pairs if each.replaced}
        for entry in gone:
            name = "item-replaced" if entry.index in replaced else "item-deleted"
            self._lose(name, old, entry, thing=_called(entry))
        gallery = _gallery_id(old, new) if gone else ""
        for start in range(0, len(gone), BULK):
            some = gone[start : start + BULK]
            ids = tuple(_item_id(old, entry) for entry in some)
            title = some[0].title if len(some) == 1 else None
            yield Call(action="delete", object="item", gallery_id=gallery, item_ids=ids, title=title)

    def _lose(self, name: str, side: Side, entry: ListedItem | None, **facts: str) -> None:
        self._found[side.name].add(name, _subject(side, entry), facts=facts)


def _subject(side: Side, entry: ListedItem | None) -> Subject:
    if entry is None:
        return Subject(raw=dict(side.fields or {}), place=side.place, gallery_id=side.id)
    return Subject(raw=entry.raw, place=entry.place, gallery_id=side.id, index=entry.index)


def _in_their_order(sides: Sequence[Side]) -> Sequence[Side]:
    """Return galleries by their sort orders if those are numbers that differ, else as they are listed."""
    orders = [numeric((side.fields or {}).get("sortOrder")) for side in sides]
    if None in orders or len({*orders}) < len(orders):
        return sides
    return [side for _, side in sorted(zip(orders, sides, strict=True), key=operator.itemgetter(0))]


def _called(entry: ListedItem) -> str:
    return f'"{entry.title}"' if entry.title else f"number {entry.index + 1}"


def _gallery_id(old: Side, new: Side | None) -> str:
    id = old.id or (new.id if new else None)
    if id is None:
        raise UsageError(
            "Neither CURRENT nor DESIRED says which gallery it is, and every call needs its id: "
            "give what getGallery answers."
        )
    return id


def _item_id(old: Side, entry: ListedItem) -> str:
    if entry.id is None or same_id(entry.id) not in old.by_id:
        which = "has no id" if entry.id is None else f"shares its id {entry.id} with another one"
        raise UsageError(f"Item {_called(entry)} of CURRENT {which}: no call can change or delete it.")
    return entry.id


def _orders(
    old: Side, pairs: Sequence[ItemPair], *, descending: bool
) -> tuple[Mapping[int, int | float], tuple[int, ...]]:
    """Return new sort orders by place, and the sequence in which they are to be written."""
    before = [entry.index for entry in old.shown(descending=descending)]
    after = [each.old.index for each in pairs if each.old]
    if len(after) == len(pairs) and after == [index for index in before if index in set(after)]:
        return {}, ()  # even if the values are unknown, or equal
    found = ordering([each.old.sort_order if each.old else None for each in pairs], descending=descending)
    return found.values, found.sequence


def _gallery_update(old: Side, new: Side) -> Iterator[Call]:
    if new.fields is None or key_of(old.gallery_name or None) == key_of(new.gallery_name or None):
        return
    before, after = ((side.fields or {}).get("name") for side in (old, new))
    yield Call(
        action="update",
        object="gallery",
        gallery_id=_gallery_id(old, new),
        title=old.gallery_name,
        content={"name": after},
        changes=(Change("name", before, after),),
        whole={"name": after},
    )


def _updates(
    old: Side,
    new: Side,
    pairs: Sequence[ItemPair],
    orders: Mapping[int, int | float],
    sequence: Sequence[int],
) -> Iterator[Call]:
    """Yield the changes of items, those of sort orders in their sequence first."""
    for place in (*sequence, *(place for place in range(len(pairs)) if place not in orders)):
        each = pairs[place]
        if each.old is None:
            continue
        fields = _changed(each)
        before = with_undeclared(each.old.content or {}, each.old.undeclared)
        changes = [Change(key, before.get(key), value) for key, value in fields.items()]
        if place in orders:
            fields["sortOrder"] = orders[place]
            changes.append(Change("sortOrder", each.old.sort_order, orders[place]))
        if fields:
            yield Call(
                action="update",
                object="item",
                gallery_id=_gallery_id(old, new),
                item_ids=(_item_id(old, each.old),),
                title=each.wanted.title or each.old.title,
                pointer=pointer_of(each.wanted),
                content=fields,
                changes=tuple(changes),
                whole=_whole(each.wanted) | fields,
            )


def _changed(each: ItemPair) -> dict[str, Any]:
    """Return the fields of an item that differ, as they should be; None clears one."""
    old, wanted = each.old, each.wanted
    if old is None or old.compared is None or wanted.compared is None or wanted.content is None:
        return {}
    keys = dict.fromkeys((*wanted.compared, *old.compared))
    different = [key for key in keys if key_of(old.compared.get(key)) != key_of(wanted.compared.get(key))]
    full = old.content or {}
    fields = {
        key: _completed(wanted.content.get(key), full.get(key), old.compared.get(key)) for key in different
    }
    return with_undeclared(fields, {**old.undeclared, **wanted.undeclared})


def _completed(wanted: Any, full: Any, compared: Any) -> Any:
    """Return a branch with what DESIRED's dialect has no place for, taken from CURRENT.

    That is whatever CURRENT holds, and what both can say of it is the same.
    """
    if not all(isinstance(each, dict) for each in (wanted, full, compared)):
        return wanted
    found = dict(wanted)
    for medium in filter(None, BRANCHES.values()):
        if all(isinstance(each.get(medium), dict) for each in (wanted, full, compared)):
            said, seen = wanted[medium], compared[medium]
            hidden = {
                key: value
                for key, value in full[medium].items()
                if key_of(said.get(key)) == key_of(seen.get(key))
            }
            found[medium] = said | hidden
    return found


def _creations(
    old: Side, new: Side, pairs: Sequence[ItemPair], orders: Mapping[int, int | float]
) -> Iterator[Call]:
    for place, each in enumerate(pairs):
        if each.old is None:
            content = _sent(each.wanted, orders[place])
            yield Call(
                action="create",
                object="item",
                gallery_id=_gallery_id(old, new),
                title=each.wanted.title,
                pointer=pointer_of(each.wanted),
                content=content,
                whole=_whole(each.wanted) | content,
            )


def _sent(entry: ListedItem, order: Any) -> dict[str, Any]:
    return {"sortOrder": order, **(entry.content or {})}


def _whole(entry: ListedItem) -> dict[str, Any]:
    return dict(entry.content or {})
