"""The loss ledger: where every single value of the input went, one row each.

It is the join of two tables, followed for one document: the source's table says which field a
value is, the target's table where that field is written or which loss speaks of it. What was
written is then looked up in the output, so that a row never claims what is not there.
"""

import contextlib
import enum
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from gallery_lens.conversion.batch import Batch, Written
from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.items import Read, as_object
from gallery_lens.conversion.output import Layout, Output
from gallery_lens.conversion.run import Converted, Run
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects.normalizing import moved_from
from gallery_lens.dialects.rows import Row, Silent, Unstructuring, holds_anything
from gallery_lens.dialects.spelling import respell
from gallery_lens.dialects.table import Table
from gallery_lens.dialects.tracing import (
    Trace,
    follow,
    implies,
    led_through,
    reaches_into,
    silent_of,
    trace_of,
)
from gallery_lens.model import Family, Gallery, Item, Kind
from gallery_lens.places import Place, pointer, value_at
from gallery_lens.rules import rule
from gallery_lens.wrappers import Shape

MISSING: Final = object()


class Fate(enum.StrEnum):
    """The fate of a value."""

    KEPT = "kept"  #: the same value at the same place
    MOVED = "moved"  #: the same value at another place
    TRANSFORMED = "transformed"  #: in another form
    IMPLIED = "implied"  #: not in the output: it follows from what is, or it is the default
    IGNORED = "ignored"  #: not in the output: Wix sets it for itself
    SIDECAR = "sidecar"  #: not in the output, as a diagnostic says, but in the sidecar, and restored from it
    DROPPED = "dropped"  #: gone, or a part of it is; a diagnostic says so


@attrs.frozen
class LedgerRow:
    """The fate of one leaf of the input: a value that holds no others."""

    pointer: str  #: RFC 6901, into the document as given
    fate: Fate
    to: str | None = None  #: where it is in the output, RFC 6901
    how: str | None = None  #: what was done to a transformed value
    code: str | None = None  #: of the diagnostic that speaks of it

    def to_dict(self) -> dict[str, str]:
        """Return the JSON shape, unknown parts left out."""
        return {key: str(value) for key, value in attrs.asdict(self).items() if value is not None}


def ledger(run: Run, out: Output, *, sidecar: bool = False) -> Iterator[LedgerRow]:
    """Yield a row for every leaf of the document, in document order, each leaf once.

    With a *sidecar* beside the output, nothing is dropped for good. ``fates.Fates`` gives the same rows, and
    does not follow each value of most items.
    """
    run.findings.settle()
    books = LedgerIndex(run, out, sidecar=sidecar)
    for root in asked(run, out):
        yield from books.rows(value_at(run.envelope.document, root), root)


def asked(run: Run, out: Output) -> Sequence[Place]:
    """Return the places of what has rows: all of the document, or what was taken out of it alone."""
    return ((),) if out.layout is Layout.SAME else run.envelope.roots


def leaves(value: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield every value that holds no others, empty objects and arrays included, with its place."""
    if isinstance(value, (dict, list)) and value:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*at, step))
    else:
        yield at, value


@attrs.frozen(eq=False, repr=False)
class Account:
    """An item, or a gallery's own fields, on both sides."""

    place: Place  #: in the document
    raw: Any
    model: Item | Gallery | None  #: None if it was not converted
    source: Table | None
    target: Table
    dialect: str
    kind: Kind | None
    wire: Any
    to: Place | None  #: in the output
    #: the places in what was written that were looked at
    looked: list[Place] = attrs.field(factory=list, init=False)

    def written(self, place: Place) -> Any:
        """Return the value that was written at *place*, or ``MISSING``."""
        self.looked.append(place)
        return value_at(self.wire, place, MISSING)


class LedgerIndex:
    """The facts of a finished run, indexed by place; but for the items that are *apart*, which are added."""

    def __init__(
        self, run: Run, out: Output, *, sidecar: bool = False, apart: Collection[Place] = ()
    ) -> None:
        """Begin; what the items of the lists *apart* have deferred is not among the losses."""
        self.out, self._findings, self._sidecar = out, run.findings, sidecar
        self.value = run.envelope.opened(out.value) if out.layout is Layout.SAME else out.value
        self.accounts = {account.place: account for account in _accounts(run, out, apart)}
        self.lists: dict[Place, Place] = {}
        for each in run.converted:
            key = "items" if each.slot.shape is Shape.GALLERY else ""
            self.lists[*each.slot.place, key] = _inside(each, out, out.lists.get(each.slot.place, ()))
        self.names = dict(_names(run, out))
        self.answers = [part.root for part in (run.envelope, *run.envelope.parts) if part.answer]
        self.losses = losses(run.findings.told)
        self.implied = {(*each.slot.place, *place) for each in run.converted for place in each.implied}
        self.implied.update(out.implied)

    def rows(self, value: Any, at: Place) -> Iterator[LedgerRow]:
        """Yield the rows of the leaves of *value*, which stands *at* a place in the document."""
        for place, leaf in leaves(value, at):
            row = self._as_given(self.row(place, leaf), place)
            beside = self._sidecar and row.fate is Fate.DROPPED
            yield attrs.evolve(row, fate=Fate.SIDECAR) if beside else row

    def _as_given(self, row: LedgerRow, place: Place) -> LedgerRow:
        """A row whose pointers end at the JSON text that the value stands in, if it stands in one."""
        cut = self._findings.pointer(place)
        if cut == row.pointer:
            return row
        return attrs.evolve(row, pointer=cut, to=cut if row.to and row.to.startswith(f"{cut}/") else row.to)

    @contextlib.contextmanager
    def adding(self, account: Account, found: Iterable[Finding]) -> Iterator[None]:
        """Know an item that is apart, and what was *found* in it, for as long as it is looked at."""
        own = losses((each.place, each) for each in found)
        self.accounts[account.place] = account
        self.losses.update(own)
        try:
            yield
        finally:
            del self.accounts[account.place]
            for place in own:
                del self.losses[place]

    def row(self, place: Place, value: Any) -> LedgerRow:
        at = pointer(place)
        if place in self.lists:
            return _compare(at, value, self.lists[place], self.value, "emptied")
        if place in self.names and same(value, value_at(self.value, self.names[place], MISSING)):
            return LedgerRow(at, Fate.MOVED, pointer(self.names[place]))
        around = (place[:end] for end in range(len(place), -1, -1))
        account = next((self.accounts[each] for each in around if each in self.accounts), None)
        if account is None:
            return self._beside(place, value)
        if account.model is None or account.source is None:
            return LedgerRow(at, Fate.DROPPED, code=self._code(place) or self._refusing(account.place))
        return self._follow(account, account.source, place, value)

    def _beside(self, place: Place, value: Any) -> LedgerRow:
        """A value of the wrapper: it is still there, or it went with the wrapper."""
        at = pointer(place)
        if self.out.layout is Layout.SAME:
            return _compare(at, value, place, self.value, "rewritten")
        if any(place[: len(root)] == root for root in self.answers):
            return LedgerRow(at, Fate.DROPPED, code=rule("no-items-in-answer").code)
        return self._gone(None, place, value, Silent.IMPLIED if place in self.implied else None)

    def _follow(self, account: Account, source: Table, place: Place, value: Any) -> LedgerRow:
        inside = place[len(account.place) :]
        if isinstance(account.raw, str):
            inside = ("src",)  # it is an address without anything around it
        origin = account.model.origin if account.model is not None else None
        if origin is not None:
            if origin.dialect == account.dialect and same(value, account.written(inside)):
                return _carried(pointer(place), pointer((*(account.to or ()), *inside)))
            if origin.patch is not None:
                if origin.patch.left_out(inside):
                    return self._left_out(place)
                inside = moved_from(inside, origin.patch.moves)
            inside = moved_from(inside, origin.moves)
        if value and isinstance(value, str) and reaches_into(source, inside, account.kind):
            return self._changed(pointer(place), None, "JSON text, read", self._losing(place))
        beside = origin.patch.trace(inside) if origin is not None and origin.patch is not None else None
        trace = beside or trace_of(source, inside, account.kind, account.model)
        if account.target.family is not Family.COMPONENT:  # which groups the elements anew
            trace = led_through(source, trace, account.raw)
        to = account.target.unstructuring(account.model, account.dialect)
        led = follow(account.target, trace, to)
        if led is not None and account.to is not None:
            row = self._written(account, source, trace, to, led, place, value)
            if row is not None:
                return row
        silent = silent_of(account.target, trace.field) if trace.declared else None
        said = any(place[:end] in self.implied for end in range(len(place) + 1))
        if silent is None and (said or led is not None or implies(source, trace)):
            silent = Silent.IMPLIED
        return self._gone(account, place, value, silent)

    def _left_out(self, place: Place) -> LedgerRow:
        """A value that was read as if it were absent: reported, or one that says nothing."""
        code = self._code(place)
        return LedgerRow(pointer(place), Fate.DROPPED if code else Fate.IMPLIED, code=code)

    def _written(
        self,
        account: Account,
        source: Table,
        trace: Trace,
        to: Unstructuring,
        led: tuple[Place, Row | None],
        place: Place,
        value: Any,
    ) -> LedgerRow | None:
        wire_place, row = led
        found_at, found = _found(account, trace, to, wire_place)
        at, name = pointer(place), self._named(place)
        if found is MISSING or (name and not trace.declared):
            return None
        target = pointer((*(account.to or ()), *found_at))
        given = source.by_field.get(trace.field) if trace.declared else None
        if row is not None and row.codec.expands and trace.field != row.field:
            name = self._losing(place)
            if name is not None and not rule(name).moves:
                return LedgerRow(at, Fate.DROPPED, code=rule(name).code)
            return self._changed(at, target, row.codec.part, name)
        if same(value, found):
            return _carried(at, target)
        if name and found is None:
            return LedgerRow(at, Fate.DROPPED, code=rule(name).code)
        how = (
            "media address"
            if given is not None and given.codec.expands
            else row.codec.how
            if row
            else "rewritten"
        )
        return self._changed(at, target, how, name)

    def _changed(self, at: str, to: str | None, how: str, name: str | None) -> LedgerRow:
        """A value in another form, or a part of it, as the rule *name* says."""
        spoken = rule(name) if name else None
        fate = Fate.DROPPED if spoken and spoken.loses else Fate.TRANSFORMED
        return LedgerRow(at, fate, to, how, spoken.code if spoken else None)

    def _gone(self, account: Account | None, place: Place, value: Any, silent: Silent | None) -> LedgerRow:
        """A value that is not in the output: reported, or *silent*, or nothing that could be missed."""
        code = self._code(place)
        if code is None and silent is None and not (value == "" or not holds_anything(value)):
            return LedgerRow(pointer(place), Fate.DROPPED)
        if code is not None:
            return LedgerRow(pointer(place), Fate.DROPPED, code=code)
        if silent is Silent.PLACED and account is not None and value not in (None, ""):
            to = pointer(account.to) if account.to else None
            return LedgerRow(pointer(place), Fate.TRANSFORMED, to, "place in the list")
        return LedgerRow(pointer(place), Fate.IGNORED if silent is Silent.IGNORED else Fate.IMPLIED)

    def _named(self, place: Place) -> str | None:
        found = self.losses.get(place)
        return found.name if found else None

    def _losing(self, place: Place) -> str | None:
        around = (place[:end] for end in range(len(place), 0, -1))
        return next((self.losses[each].name for each in around if each in self.losses), None)

    def _refusing(self, item: Place) -> str | None:
        """The error for which the whole *item* was left out, wherever in it that stands."""
        inside = (found for place, found in self.losses.items() if place[: len(item)] == item)
        return next((found.code for found in inside if found.severity is Severity.ERROR), None)

    def _code(self, place: Place) -> str | None:
        name = self._losing(place)
        if name is not None or () not in self.losses:
            return rule(name).code if name else None
        return self.losses[()].code


def _accounts(run: Run, out: Output, apart: Collection[Place]) -> Iterator[Account]:
    for each in run.converted:
        yield from _gallery_account(each, run, out, out.lists.get(each.slot.place))
        if isinstance(each.reads, Batch) and each.reads.place in apart:
            targets = targets_of(each, out)
            yield from (account_of(found, targets[index], run) for index, found in each.reads.odd.items())
            continue
        for found, to in zip(each.reads, targets_of(each, out), strict=True):
            yield account_of(found, to, run)


def account_of(found: Read, to: Place | None, run: Run) -> Account:
    """Return the account of an item that stands at *to* in the output."""
    model = found.model if found.wire is not None else None
    source = found.dialect.item if found.dialect else None
    subject, target = found.subject, run.target
    kind = None
    if found.dialect is not None and isinstance(subject.raw, dict | str):
        kind = found.dialect.kind(as_object(subject.raw, found.dialect))
    return Account(subject.place, subject.raw, model, source, target.item, target.name, kind, found.wire, to)


def targets_of(each: Converted, out: Output) -> list[Place | None]:
    """Return where in the output the items of a slot stand; None for one that is not written."""
    top = out.lists.get(each.slot.place)
    if top is None:
        return [None] * len(each.reads)
    if isinstance(each.written, Written) and not out.indexes:
        positions = {index: position for position, index in enumerate(each.written.indexes)}
        found = [positions.get(index) for index in range(len(each.reads))]
    else:
        order = out.indexes or {id(read): position for position, read in enumerate(each.written)}
        found = [order.get(id(read)) for read in each.reads]
    if each.slot.shape is Shape.ITEM and not out.indexes:
        return [None if position is None else top for position in found]
    inside = _inside(each, out, top)
    return [None if position is None else (*inside, position) for position in found]


def _gallery_account(each: Converted, run: Run, out: Output, top: Place | None) -> Iterator[Account]:
    if each.slot.shape is not Shape.GALLERY:
        return
    target = run.target
    source = each.dialect.gallery if each.dialect else None
    model = each.gallery if each.readable else None
    to = top if out.layout is Layout.SAME else None
    yield Account(
        each.slot.place, each.slot.value, model, source, target.gallery, target.name, None, each.fields, to
    )


def _names(run: Run, out: Output) -> Iterator[tuple[Place, Place]]:
    """Yield the places of the names in a list of galleries, and of the ids in a deletion."""
    yield from out.ids.items()
    to_page = run.target.item.family is Family.PAGE and run.envelope.many
    named = out.layout is Layout.GALLERIES or (out.layout is Layout.SAME and to_page)
    for each in run.converted if named else ():
        if each.slot.place in out.lists:
            top = out.lists[each.slot.place]
            yield (*each.slot.place, "name"), (*top, "name")
            for key in ("_id", "id", "galleryId"):
                yield (*each.slot.place, key), (*top, "galleryId")


def _inside(each: Converted, out: Output, top: Place) -> Place:
    """Return the place of the item array of a slot in the output."""
    listed = out.layout is Layout.SAME and each.slot.shape is Shape.ITEMS
    bare = listed or out.layout in (Layout.BARE, Layout.JOINED, Layout.EACH)
    return top if bare else (*top, "items")


def losses(found: Iterable[tuple[Place, Finding]]) -> dict[Place, Finding]:
    """Return the findings that speak of values which are gone, by place; the worst of several."""
    worst: dict[Place, Finding] = {}
    for place, each in found:
        if each.rule.loses or each.severity is Severity.ERROR:
            worse = each.severity is Severity.ERROR
            # Of what a gallery says of itself there are several.
            for at in [(*place, key) for key in each.value] if each.rule.gathers else [place]:
                worst[at] = each if worse else worst.get(at, each)
    return worst


def _found(account: Account, trace: Trace, to: Unstructuring, place: Place) -> tuple[Place, Any]:
    """Return the value written at *place*; keys below may be spelled as in the target."""
    value = account.written(place)
    if value is not MISSING or not to.respells:
        return place, value
    steps = tuple(
        next(iter(respell({step: None}, to))) if isinstance(step, str) else step for step in trace.below
    )
    respelled = place[: len(place) - len(steps)] + steps
    return respelled, account.written(respelled)


def _compare(at: str, value: Any, place: Place, document: Any, how: str) -> LedgerRow:
    found = value_at(document, place, MISSING)
    to = pointer(place)
    if found is not MISSING and same(value, found):
        return _carried(at, to)
    return LedgerRow(at, Fate.TRANSFORMED, to, how)


def _carried(at: str, to: str) -> LedgerRow:
    """The row of a value that is the same on both sides."""
    return LedgerRow(at, Fate.KEPT) if at == to else LedgerRow(at, Fate.MOVED, to)


def same(one: Any, other: Any) -> bool:
    """Return whether two leaves are equal as JSON, where 1 and 1.0 are two numbers."""
    # Nothing but NaN is unlike itself.
    return type(one) is type(other) and (one == other or (one != one and other != other))  # noqa: PLR0124


__all__ = ["Fate", "LedgerRow", "leaves", "ledger"]
