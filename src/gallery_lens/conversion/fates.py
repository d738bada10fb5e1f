"""The fates of the values of a document, as in ``ledger``, computed once for all parts that are alike.

The fate of a value in an item that was converted together with others depends on the tables, on the findings
in that item, and on the values at some places of its output. The rows of a part, which is everything under
one key of an item, are therefore computed by the ledger once, and used again for parts with the same values
at those places. Where a fate may depend on anything else, the ledger computes the rows of the whole item.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from gallery_lens.conversion.batch import Batch, Taken
from gallery_lens.conversion.ledger import (
    MISSING,
    LedgerIndex,
    LedgerRow,
    account_of,
    asked,
    same,
    targets_of,
)
from gallery_lens.conversion.ledger import leaves as walk
from gallery_lens.conversion.output import Output
from gallery_lens.conversion.run import Converted, Run
from gallery_lens.jsontext import encode, inert, write
from gallery_lens.places import Place, pointer, value_at
from gallery_lens.rules import rule

if TYPE_CHECKING:
    from gallery_lens.compiled import Found, Pair

#: What a part of an item is like: its key, and the keys and kinds of what it holds.
_Form: TypeAlias = Any
#: What stands at the places that rows depend on.
_Met: TypeAlias = tuple[int, ...]

#: How many forms, and how many rows of each, are remembered at a time; items of one file have few.
_REMEMBERED: Final = 4096
#: How many values a part has at most of which rows are remembered.
_LARGE: Final = 256
#: Texts that are read as nothing at all, where no such text makes sense.
_NOTHING: Final = "null"
#: Stand in a text for the places of an item in the document and in the output; JSON escapes them.
_AT, _TO = b"\x00", b"\x01"


class PartRows:
    """The rows of a part of an item; their pointers begin at the item."""

    def __init__(self, rows: Sequence[LedgerRow]) -> None:
        self.rows = rows
        self.counts = Counter[str](row.fate for row in rows)

    @cached_property
    def text(self) -> bytes:
        """The rows as JSON, one per line."""
        return b"".join(map(_text_of, self.rows))


def _text_of(row: LedgerRow) -> bytes:
    """Return a row as JSON, from where its pointer begins."""
    said = [("how", row.how), ("code", row.code)]
    parts = [_AT, quoted(row.pointer), b'","fate":"', quoted(row.fate)]
    parts += [] if row.to is None else [b'","to":"', _TO, quoted(row.to)]
    parts += [b'","%b":"%b' % (name.encode(), quoted(text)) for name, text in said if text is not None]
    return b"".join((*parts, b'"}\n'))


def quoted(text: str) -> bytes:
    """Return *text* as it stands between the quotes of JSON."""
    return inert(encode(text)[1:-1])


class _ItemRows(NamedTuple):
    """The rows of an item."""

    parts: Sequence[PartRows]
    at: str  #: the pointer to the item in the document
    to: str  #: and in the output

    def rows(self) -> Iterator[LedgerRow]:
        """Yield the rows, in document order."""
        for part in self.parts:
            for row in part.rows:
                to = None if row.to is None else self.to + row.to
                yield LedgerRow(self.at + row.pointer, row.fate, to, row.how, row.code)


class Fates:
    """The fate of every value of a document: its ledger, whose rows are made for those who look at them."""

    def __init__(self, run: Run, out: Output, *, sidecar: bool = False) -> None:
        """Follow all values of a finished run; with a *sidecar* beside the output, nothing is dropped."""
        self._entries: list[LedgerRow | _ItemRows] = [*_Following(run, out, sidecar=sidecar)]

    def __iter__(self) -> Iterator[LedgerRow]:
        """Yield a row for every leaf of the document, in document order, each leaf once."""
        for entry in self._entries:
            if isinstance(entry, _ItemRows):
                yield from entry.rows()
            else:
                yield entry

    def counts(self) -> Counter[str]:
        """Return how many values have each fate."""
        found = Counter[str](entry.fate for entry in self._entries if isinstance(entry, LedgerRow))
        met = Counter(part for entry in self._entries if isinstance(entry, _ItemRows) for part in entry.parts)
        for part, count in met.items():
            for fate, number in part.counts.items():
                found[fate] += number * count
        return found

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the rows as JSON, one per line; the input is called *name*."""
        head = b'{"input":"%b","pointer":"' % quoted(name)
        for entry in self._entries:
            if isinstance(entry, LedgerRow):
                yield inert(write({"input": name, **entry.to_dict()}))
            else:
                text = b"".join([part.text for part in entry.parts])
                yield text.replace(_AT, head + quoted(entry.at)).replace(_TO, quoted(entry.to))


@attrs.define(eq=False, repr=False)
class _Given:
    """An item that was converted together with others."""

    batch: Batch
    index: int  #: in its list
    pair: "Pair"
    place: Place
    raw: dict[str, Any]
    wire: Any  #: what was written of it; None if it was left out
    target: Place | None  #: where that stands in the output
    at: str  #: the pointer to its place
    to: str  #: the pointer to where it stands in the output

    @property
    def read(self) -> Taken:
        """The item as the run knows it."""
        taken: Taken = self.batch[self.index]
        return taken


class _Following:
    """Follows the values of one document."""

    def __init__(self, run: Run, out: Output, *, sidecar: bool) -> None:
        self._run, self._out, self._sidecar = run, out, sidecar
        self._lists = {each.reads.place: each for each in run.converted if isinstance(each.reads, Batch)}
        if run.findings.texts or run.envelope.numbered:  # places in them are not those of the document
            self._lists = {}
            run.findings.settle()
        run.findings.tell_shared()
        self._books = books = LedgerIndex(run, out, sidecar=sidecar, apart=self._lists)
        #: where something is said, or written, of all that is inside
        self._over = {*books.losses, *books.implied}
        inside = (*self._over, *books.names, *(place for place, _ in run.findings.told))
        #: the places in which something is said, or written, that does not hang on an item alone
        self._around = {place[:end] for place in inside for end in range(len(place) + 1)}

    def __iter__(self) -> Iterator[LedgerRow | _ItemRows]:
        for root in asked(self._run, self._out):
            yield from self._follow(value_at(self._run.envelope.document, root), root)

    def _follow(self, value: Any, at: Place) -> Iterator[LedgerRow | _ItemRows]:
        if (each := self._lists.get(at)) is not None:
            yield from self._follow_items(each)
        elif isinstance(value, (dict, list)) and value:
            for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
                yield from self._follow(inner, (*at, step))
        else:
            yield from self._books.rows(value, at)

    def _follow_items(self, each: Converted) -> Iterator[LedgerRow | _ItemRows]:
        batch = each.reads
        assert isinstance(batch, Batch)
        columns, targets = batch.columns, targets_of(each, self._out)
        written = [index for index, out in enumerate(columns.outs) if out is not None]
        wires = dict(zip(written, columns.written(written), strict=True))
        alone = any(batch.place[:end] in self._over for end in range(len(batch.place) + 1))
        list_at = pointer(batch.place)
        for index, pair in enumerate(columns.pairs):
            place, raw = (*batch.place, *columns.steps(index)), columns.raw(index)
            if pair is None:
                yield from self._books.rows(raw, place)
                continue
            target = targets[index]
            item_at = list_at if place == batch.place else f"{list_at}/{index}"
            to = pointer(target) if target else ""
            item = _Given(batch, index, pair, place, raw, wires.get(index), target, item_at, to)
            parts = None if alone or place in self._around else self._parts(item)
            if parts is None:
                read = item.read
                found = () if self._run.findings.has_told(item.batch, item.place) else read.found()
                with self._books.adding(account_of(read, item.target, self._run), found):
                    yield from self._books.rows(item.raw, item.place)
            else:
                yield _ItemRows(parts, item.at, item.to)

    def _parts(self, item: _Given) -> list[PartRows] | None:
        """Return the rows of the parts of an item; None if each of its values has to be followed."""
        known = _plans_of(item.pair, self._sidecar)
        context = known.context(item)
        if context is None:
            return None
        found: list[PartRows] = []
        for key, value in item.raw.items():
            form: _Form
            leaves: Sequence[Any]
            if type(value) is str and value and key != "type":
                form, leaves = key, (value,)
            else:
                try:
                    form, leaves = _form(key, value)
                except _Unusual:
                    return None
            if _NOTHING in leaves or len(leaves) > _LARGE:
                return None
            plan = context.plans.get(form) or known.plan(context, key, form)
            rows = plan.rows(leaves, item.wire) or self._learn(plan, item, key, leaves)
            if rows is None:
                return None
            found.append(rows)
        return found

    def _learn(self, plan: "_PartPlan", item: _Given, key: str, leaves: Sequence[Any]) -> PartRows | None:
        """Remember what becomes of a part of an item; None if not that alone says what becomes of others."""
        account = account_of(item.read, item.target, self._run)
        origin = account.model.origin if account.model is not None else None
        if origin is not None and origin.patch is not None:
            return None
        at, to = item.at, item.to
        rows = []
        with self._books.adding(account, item.read.found()):
            for index, (place, leaf) in enumerate(walk(item.raw[key], (*item.place, key))):
                account.looked.clear()
                (row,) = self._books.rows(leaf, place)
                if row.to is not None and (item.target is None or not row.to.startswith(to)):
                    return None
                target = None if row.to is None else row.to[len(to) :]
                rows.append(attrs.evolve(row, pointer=row.pointer[len(at) :], to=target))
                plan.look_at(index, account.looked)
        return plan.learn(leaves, item.wire, rows)


# ---------------------------------------------------------------- what was learned


class _PartPlan:
    """The rows of parts of one form, by what stands at the places that they depend on.

    It is told as a number for each place: nothing, the value itself, null, or another one.
    """

    def __init__(self) -> None:
        self._places: list[tuple[int, Place]] = []  # with the index of the value that is compared
        self._known: dict[_Met, PartRows] = {}

    def rows(self, leaves: Sequence[Any], wire: Any) -> PartRows | None:
        """Return the rows of a part with these *leaves*, in an item of which *wire* was written, if known."""
        return self._known.get(self._met(leaves, wire))

    def look_at(self, index: int, places: Iterable[Place]) -> None:
        """Take note that the row of a leaf depends on what was written at *places*."""
        new = [(index, place) for place in places if (index, place) not in self._places]
        if new:
            self._places += new
            self._known.clear()

    def learn(self, leaves: Sequence[Any], wire: Any, rows: Sequence[LedgerRow]) -> PartRows:
        """Remember *rows*."""
        if len(self._known) == _REMEMBERED:
            self._known.clear()
        return self._known.setdefault(self._met(leaves, wire), PartRows(rows))

    def _met(self, leaves: Sequence[Any], wire: Any) -> _Met:
        met = []
        for index, place in self._places:
            found = wire.get(place[0], MISSING) if len(place) == 1 else value_at(wire, place, MISSING)
            if found is MISSING:
                met.append(0)
            else:
                met.append(1 if same(leaves[index], found) else 2 if found is None else 3)
        return tuple(met)


class _Context:
    """The plans for items in which the same was found, and which are written alike."""

    def __init__(self, alike: Any, said: "Sequence[Found]", *, whole: bool) -> None:
        self.plans: dict[_Form, _PartPlan] = {}
        self._alike, self._whole = alike, whole
        self._said = [(each.rule, each.severity, each.place) for each in said]

    def key(self, key: str, form: _Form) -> Any:
        """Return the key that decides what becomes of the part under *key*, which is of a *form*."""
        said = (each for each in self._said if self._whole or each[-1][:1] in ((), (key,)))
        return self._alike, form, *said


class _PairPlans:
    """The rows that are known of items that one pair of dialects converts."""

    def __init__(self, pair: "Pair") -> None:
        self._pair = pair
        self._contexts: dict[Any, _Context | None] = {}
        self._plans: dict[Any, _PartPlan] = {}

    def context(self, item: _Given) -> _Context | None:
        """Return the context of an item; None if each of its values has to be followed."""
        mask, wire, at, to = item.batch.columns.masks[item.index], item.wire, item.at, item.to
        if wire is not None and (item.target is None or at.startswith(f"{to}/") or to.startswith(f"{at}/")):
            return None
        source = self._pair.source
        settled = source.settle(item.raw) if source.settle is not None else None
        kind = source.kind_of_wire(item.raw if settled is None else settled.wire)
        moves = () if settled is None else tuple(settled.moves.items())
        alike = (kind, wire is None, bool(item.target), at == to, moves)
        if (mask, alike) in self._contexts:
            return self._contexts[mask, alike]
        said = self._pair.said(mask)
        odd = any(each.order < 0 or rule(each.rule).gathers for each in said)
        if len(self._contexts) >= _REMEMBERED:
            self._contexts.clear()
        self._contexts[mask, alike] = None if odd else _Context(alike, said, whole=alike[1])
        return self._contexts[mask, alike]

    def plan(self, context: _Context, key: str, form: _Form) -> _PartPlan:
        """Return the plan for a part, which others share of which the same is said."""
        if len(self._plans) >= _REMEMBERED:
            self._plans.clear()
            self._contexts.clear()
        context.plans[form] = self._plans.setdefault(context.key(key, form), _PartPlan())
        return context.plans[form]


@lru_cache(maxsize=64)
def _plans_of(pair: "Pair", sidecar: bool) -> _PairPlans:
    return _PairPlans(pair)


# ---------------------------------------------------------------- forms


class _Unusual(Exception):
    """A value is of no class that JSON is read as."""


def _form(key: str, value: Any) -> tuple[_Form, Sequence[Any]]:
    """Return the form of a part, and the values in it that hold no others, in document order.

    That of a text, but for types, is its key; see ``_parts``.

    Raises:
        _Unusual: Nothing is known of a value.
    """
    kind = type(value)
    if kind is str and value:  # of a type, which may say what the item is
        return (key, value), (value,)
    if kind in _HOLDERS and value:
        form: list[Any] = [key]
        leaves: list[Any] = []
        _add(value, form, leaves)
        return tuple(form), leaves
    if kind not in _KINDS:
        raise _Unusual
    return (key, kind), (value,)


def _add(value: Any, form: list[Any], leaves: list[Any]) -> None:
    """Add what *value*, which holds others, is like."""
    keyed = type(value) is dict
    form.append(_OBJECT if keyed else _ARRAY)
    for step, inner in value.items() if keyed else zip(itertools.repeat(_ELEMENT), value, strict=False):
        form.append(step)
        kind = type(inner)
        if kind is str and inner:
            leaves.append(inner)
            if step == "type":  # it may say what its object is
                form.append((inner,))
        elif kind in _HOLDERS and inner:
            _add(inner, form, leaves)
        elif kind in _KINDS:
            form.append(kind)
            leaves.append(inner)
        else:
            raise _Unusual
    form.append(_END)


_HOLDERS: Final = frozenset((dict, list))
_KINDS: Final = frozenset((str, int, float, bool, type(None), dict, list))
#: What stands in a form beside keys, which are texts.
_OBJECT, _ARRAY, _ELEMENT, _END = range(4)
