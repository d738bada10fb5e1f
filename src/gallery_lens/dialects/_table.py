"""A dialect's table: where each field of the model lives on the wire, or why it cannot be there.

A ``Row`` carries a field, a ``Loss`` names the rule that reports what is not carried. ``lift`` and
``lower`` read the rows, ``losses`` reads the rest; whoever else wants to know a field's fate
(ledger, loss matrix, generated code) reads the same table.
"""

import itertools
import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from gallery_lens.diagnostics import Place
from gallery_lens.dialects._rows import (
    Loss,
    Lost,
    Lowering,
    Refused,
    RefusedItem,
    Row,
    Takes,
    fields_of,
    holds_anything,
    present,
)
from gallery_lens.dialects._spelling import renamed_keys, respell
from gallery_lens.errors import WriteError
from gallery_lens.model import UNSET, Family, Gallery, Item, Kind, kind_of, objects, parts


@attrs.frozen(eq=False, repr=False)
class _Node:
    """One object on the wire: its keys, and the object of the model that it belongs to."""

    home: str
    housed: bool  #: whether it is the whole of that object, so that undeclared keys go there
    rows: dict[str, Row] = attrs.field(factory=dict)
    children: dict[str, "_Node"] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Table:
    """The fate of every field of *model* in one dialect."""

    model: type
    family: Family
    underscored: bool = False
    closed: bool = False  #: undeclared keys are written only where the dialect gets its own back
    rows: tuple[Row, ...]
    losses: tuple[Loss, ...] = ()

    @cached_property
    def classes(self) -> dict[str, type]:
        """The class of every object of the model by path, innermost first, the root last."""
        outer_first = {"": self.model} | parts(self.model)
        return dict(reversed(outer_first.items()))

    @cached_property
    def by_field(self) -> dict[str, Row]:
        """The rows by the field they carry."""
        return {row.field: row for row in self.rows if row.field}

    @cached_property
    def nodes(self) -> dict[Kind | None, _Node]:
        return {kind: self._plant(kind) for kind in (None, *Kind)}

    def _plant(self, kind: Kind | None) -> _Node:
        root = _Node("", True)
        for row in self.rows:
            if row.kind is None or row.kind is kind:
                self._hang(root, row)
        return root

    def _hang(self, root: _Node, row: Row) -> None:
        *path, key = row.wire.split(".")
        node = root
        for step in path:
            node = node.children.setdefault(step, _Node(node.home, False))
        node.rows[key] = row
        if row.field in self.classes and not (row.codec.expands or row.codec.table or not row.field):
            node.children[key] = _Node(row.field, True)

    @cached_property
    def own(self) -> frozenset[str]:
        """The keys without a field that do not travel, those of elements of lists included."""
        inner = (row.codec.table.own for row in self.rows if row.codec.table is not None)
        outer = (
            row.wire.rpartition(".")[2] for row in self.rows if not row.field and row.takes is Takes.SAME
        )
        return frozenset(outer).union(*inner)

    @cached_property
    def shared(self) -> frozenset[tuple[str, ...]]:
        """The ways to objects on the wire that belong to the root, for want of one in the model."""
        return frozenset(way for node in self.nodes.values() for way in _shared(node, ()))

    @cached_property
    def _free(self) -> frozenset[str]:
        """The free objects that rows reach into."""
        return frozenset(row.owner for row in self.rows if row.owner and row.owner not in self.classes)

    @cached_property
    def derived(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.field and row.codec.derives)

    # ---------------------------------------------------------------- wire to model

    def lift(self, wire: Any, kind: Kind | None = None, **root: Any) -> Any:
        """Read the object *wire* into the model; *kind* picks among rows that share a wire key.

        Raises:
            RefusedItem: something in it is not what the dialect holds.
        """
        slots: dict[str, dict[str, Any]] = {"": dict(root)}
        refusals: list[Refused] = []
        self._read(self.nodes[kind], wire, slots, refusals, ())
        if refusals:
            raise RefusedItem(refusals)
        return self._without_derived(self._assemble(slots), kind)

    def _read(
        self, node: _Node, wire: Any, slots: dict[str, dict[str, Any]], refusals: list[Refused], at: Place
    ) -> dict[str, Any]:
        """Fill *slots* from one wire object; return its undeclared keys."""
        if not isinstance(wire, dict):
            refusals.append(Refused("an object", at))
            return {}
        unknown: dict[str, Any] = {}
        for key, value in wire.items():
            try:
                self._read_key(node, key, value, slots, refusals, at, unknown)
            except Refused as refusal:
                refusals.append(Refused(refusal.expected, (*at, key, *refusal.place)))
        if unknown and node.housed:
            slots[node.home]["extra"] = unknown
        return unknown

    def _read_key(
        self,
        node: _Node,
        key: str,
        value: Any,
        slots: dict[str, dict[str, Any]],
        refusals: list[Refused],
        at: Place,
        unknown: dict[str, Any],
    ) -> None:
        row, child = node.rows.get(key), node.children.get(key)
        if row is not None and (child is None or value is None):
            self._put(row, value, slots) if row.field else unknown.update({key: row.codec.lift(value)})
        elif child is None or value is None:
            unknown[key] = value
        elif child.housed:
            slots.setdefault(child.home, {})
            self._read(child, value, slots, refusals, (*at, key))
        else:
            # The model has no such object: what is undeclared inside stays beside its declared keys.
            unknown[key] = self._read(child, value, slots, refusals, (*at, key))

    @staticmethod
    def _put(row: Row, value: Any, slots: dict[str, dict[str, Any]]) -> None:
        lifted = row.codec.lift(value)
        if row.codec.expands and lifted is not None:
            # What stands beside it says more, in whatever order the keys come.
            slots[row.field] = lifted | slots.get(row.field, {})
        else:
            slots.setdefault(row.owner, {})[row.attribute] = lifted

    def _assemble(self, slots: dict[str, dict[str, Any]]) -> Any:
        for path in self._free & slots.keys():
            owner, _, attribute = path.rpartition(".")
            slots.setdefault(owner, {})[attribute] = slots[path]
        for path, model in self.classes.items():
            if path and path in slots:
                owner, _, attribute = path.rpartition(".")
                slots.setdefault(owner, {})[attribute] = model(**slots[path])
        return self.model(**slots[""])

    def _without_derived(self, root: Any, kind: Kind | None) -> Any:
        """Take out the undeclared keys of *root* that say only what follows from the rest of it."""
        if not self.derived or not root.extra:
            return root
        to = Lowering(root=root, kind=kind, same=False, related=False, underscored=self.underscored)
        extra = root.extra
        for row in self.derived:
            if row.kind is None or row.kind is kind:
                extra = _without(extra, row.wire.split("."), row.codec.lower(UNSET, root, to))
        return root if extra is root.extra else attrs.evolve(root, extra=extra)

    # ---------------------------------------------------------------- model to wire

    def lowering(self, root: Any, dialect: str) -> Lowering:
        """Describe the conversion of *root* into this table's dialect."""
        origin = root.origin
        return Lowering(
            root=root,
            kind=kind_of(root) if isinstance(root, Item) else None,
            same=origin is not None and origin.dialect == dialect,
            related=origin is None or origin.family is self.family or self._takes_wrapper(root),
            underscored=self.underscored,
        )

    def _takes_wrapper(self, root: Any) -> bool:
        """A gallery's own keys are those of a wrapper, which only a page has none of."""
        return isinstance(root, Gallery) and self.family is not Family.PAGE

    def lower(self, root: Any, to: Lowering) -> dict[str, Any]:
        """Write *root*, an object of the table's model, as a wire object.

        Raises:
            WriteError: the dialect has no form for something in it.
        """
        held = objects(root)
        wires: dict[str, dict[str, Any]] = {"": {}}
        for row in self._writing(to):
            owner = self._owner(row, held)
            if owner is not None:
                self._write(row, owner, to, wires)
        if self.keeps_extras(to):
            self._write_extras(held, to, wires)
        return wires[""]

    def _writing(self, to: Lowering) -> tuple[Row, ...]:
        """The rows that write anything in this conversion; there are few kinds of conversions."""
        traits = (to.kind, to.same, to.related)
        if traits not in self._rows_by_traits:
            self._rows_by_traits[traits] = tuple(row for row in self.rows if row.written(to))
        return self._rows_by_traits[traits]

    @cached_property
    def _rows_by_traits(self) -> dict[tuple[Kind | None, bool, bool], tuple[Row, ...]]:
        return {}

    def _owner(self, row: Row, there: dict[str, Any]) -> Any:
        """The object that holds the field of *row*, the root for a row without one; None if it is missing."""
        if row.owner not in self._free:
            return there.get(row.owner)
        owner, _, attribute = row.owner.rpartition(".")
        held = getattr(there[owner], attribute) if owner in there else None
        return held if isinstance(held, Mapping) else None

    def keeps_extras(self, to: Lowering) -> bool:
        return to.same or (to.related and (not self.closed or to.root.origin is None))

    @staticmethod
    def _write(row: Row, owner: Any, to: Lowering, wires: dict[str, dict[str, Any]]) -> None:
        value = _value(row, owner)
        if value is UNSET and not row.codec.derives:
            return
        try:
            lowered = row.codec.lower(value, owner, to)
        except WriteError as error:
            raise WriteError(error.problem, row.field) from error
        if lowered is UNSET:
            return
        parent, key = row.parted
        _wire(wires, parent)[key] = lowered
        if isinstance(lowered, dict):
            wires[row.wire] = lowered

    def _write_extras(self, there: dict[str, Any], to: Lowering, wires: dict[str, dict[str, Any]]) -> None:
        for path, held in there.items():
            if held.extra and path in self.homes:
                wire = _wire(wires, self.homes[path])
                for key, value in respell(held.extra, to).items():
                    if isinstance(value, dict) and isinstance(wire.get(key), dict):
                        _merge(wire[key], value)
                    elif key not in self._declared[to.kind][path] | to.own:
                        wire[key] = value

    @cached_property
    def homes(self) -> dict[str, str]:
        """The wire path of every object of the model that has a wire object to itself."""
        rows = self.by_field.items()
        whole = {field: row.wire for field, row in rows if not row.codec.expands and not row.codec.table}
        return {"": ""} | {path: whole[path] for path in self.classes if path in whole}

    @cached_property
    def _declared(self) -> dict[Kind | None, dict[str, set[str]]]:
        """The keys that rows own in the wire object of every object that has one, by kind of item."""
        return {kind: self._declared_in(kind) for kind in (None, *Kind)}

    def _declared_in(self, kind: Kind | None) -> dict[str, set[str]]:
        rows = [row for row in self.by_field.values() if row.kind is None or row.kind is kind]
        wires = [row.wire.rpartition(".") for row in rows]
        return {path: {key for at, _, key in wires if at == home} for path, home in self.homes.items()}

    # ---------------------------------------------------------------- what is not carried

    def lost(self, root: Any, to: Lowering) -> Iterator[Lost]:
        """Yield what ``lower`` leaves out or changes, field by field in the order of the table."""
        held = objects(root)
        for path, losses in self._losses_by_owner:
            if (owner := held.get(path)) is not None:
                yield from _lost_in(owner, losses, to)
        yield from self._lost_inside(held, to)
        yield from self._lost_extras(held, to)
        if to.respells:
            yield from self._respelled(held, to)

    @cached_property
    def _losses_by_owner(self) -> tuple[tuple[str, tuple[Loss, ...]], ...]:
        """The losses that follow each other with the path of the object that holds their fields."""
        grouped = itertools.groupby(self.losses, operator.attrgetter("owner"))
        return tuple((path, tuple(losses)) for path, losses in grouped)

    def _lost_inside(self, there: dict[str, Any], to: Lowering) -> Iterator[Lost]:
        """Yield what is lost of there that have a table of their own."""
        for row in self._nested:
            value = getattr(there[row.owner], row.attribute) if row.owner in there else None
            if value and row.written(to):
                yield from _lost_of(row, value, to)

    @cached_property
    def _nested(self) -> tuple[Row, ...]:
        return tuple(row for row in self.by_field.values() if row.codec.table is not None)

    def _lost_extras(self, there: dict[str, Any], to: Lowering) -> Iterator[Lost]:
        for path, held in there.items():
            if not held.extra or self._covered(path) or self._has_own_table(path):
                continue
            kept = self.keeps_extras(to) and path in self.homes
            for key, value in held.extra.items():
                if kept and key not in self._declared[to.kind][path] | to.own:
                    continue
                known = key in to.own and value is None  # where there was nothing to say
                for below, inner in _apart(value, (key,), () if path else _shared_in(to.root)):
                    if holds_anything(inner) and not known:
                        yield Lost("unknown-field-dropped", path, inner, below)

    def _has_own_table(self, path: str) -> bool:
        """Tell whether the object at *path* is, or lies in, one that a row's own table writes."""
        rows = (self.by_field.get(field) for field in outwards(path))
        return any(row is not None and row.codec.table is not None for row in rows)

    def _covered(self, path: str) -> bool:
        """Tell whether a loss speaks for the whole object at *path*, or for one around it."""
        steps = path.split(".")
        return any(".".join(steps[: end + 1]) in self._whole for end in range(len(steps)))

    @cached_property
    def _whole(self) -> set[str]:
        return {loss.field for loss in self.losses if loss.when is present and loss.find is None}

    def _respelled(self, there: dict[str, Any], to: Lowering) -> Iterator[Lost]:
        for path, held in there.items():
            for field, value, at in self._carried(path, held, to):
                for below, old in renamed_keys(value, to):
                    yield Lost("nested-key-renamed", field, old, (*at, *below))

    def _carried(self, path: str, held: Any, to: Lowering) -> Iterator[tuple[str, Any, Place]]:
        """Yield the free objects that *held* carries over: its undeclared keys, and its free fields."""
        if self.keeps_extras(to) and path in self.homes:
            yield path, held.extra, ()
        for row in self._rows_of.get(path, ()):
            value = getattr(held, row.attribute)
            if value and not isinstance(value, str) and isinstance(value, Mapping):
                yield row.field, value, ()

    @cached_property
    def _rows_of(self) -> dict[str, list[Row]]:
        """The rows by the path of the object that holds their field."""
        found: dict[str, list[Row]] = {}
        for row in self.by_field.values():
            found.setdefault(row.owner, []).append(row)
        return found

    # ---------------------------------------------------------------- places

    def place(self, field: str) -> Place:
        """Return the steps on the wire to the dotted *field*, or to the nearest thing that holds it."""
        if (row := self.by_field.get(field)) is not None:
            return row.steps
        steps = field.split(".") if field else []
        for end in range(len(steps), 0, -1):
            row = self.by_field.get(".".join(steps[:end]))
            if row is not None:
                return (*row.steps, *_element(row, steps[end:]))
        return ()


def outwards(field: str) -> list[str]:
    """The dotted *field* and every object around it, innermost first."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(len(steps), 0, -1)]


def _element(row: Row, steps: list[str]) -> Place:
    """Follow the steps into a list: an index, then a field of the element."""
    if row.codec.table is None or not steps:
        return ()
    if not steps[0].isdigit():
        return row.codec.table.place(".".join(steps))
    return (int(steps[0]), *row.codec.table.place(".".join(steps[1:])))


def _value(row: Row, owner: Any) -> Any:
    if not row.field:
        return UNSET
    kind: Any = type(owner)
    is_model = bool(fields_of(kind))  # else a free object
    return getattr(owner, row.attribute) if is_model else owner.get(row.attribute, UNSET)


def _lost_of(row: Row, value: Any, to: Lowering) -> Iterator[Lost]:
    """What the table of *row* says of an object, or of the elements of a list, with longer fields."""
    assert row.codec.table is not None
    elements = enumerate(value) if isinstance(value, tuple) else [("", value)]
    for index, element in elements:
        inner = attrs.evolve(to, kind=row.codec.kind(element)) if row.codec.kind else to
        for lost in row.codec.table.lost(element, inner):
            steps = (row.field, str(index), lost.field)
            yield attrs.evolve(lost, field=".".join(filter(None, steps)))


def _shared(node: _Node, at: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, child in node.children.items():
        if not child.housed and child.home == "":
            yield (*at, key)
            yield from _shared(child, (*at, key))


def _shared_in(root: Any) -> Collection[Place]:
    origin = getattr(root, "origin", None)
    return origin.shared if origin else ()


def _apart(value: Any, at: Place, shared: Collection[Place]) -> Iterator[tuple[Place, Any]]:
    """Yield *value* with its place, or what it holds if it is one of the *shared* objects."""
    if at not in shared or not isinstance(value, Mapping):
        yield at, value
        return
    for key, inner in value.items():
        yield from _apart(inner, (*at, key), shared)


def _merge(into: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Put what *other* holds into an object that was just made, at every depth."""
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _without(held: Mapping[str, Any], steps: list[str], value: Any) -> Mapping[str, Any]:
    """Return *held* without what stands at *steps*, if that is *value*."""
    key, *rest = steps
    if key not in held:
        return held
    if rest:
        inner = held[key]
        less = _without(inner, rest, value) if isinstance(inner, Mapping) else inner
        return held if less is inner else {**held, key: less}
    if type(held[key]) is not type(value) or held[key] != value:
        return held
    return {other: kept for other, kept in held.items() if other != key}


def _lost_in(owner: Any, losses: Iterable[Loss], to: Lowering) -> Iterator[Lost]:
    for loss in losses:
        value = getattr(owner, loss.attribute)
        if value is None or value is UNSET:
            continue
        if loss.find is not None:
            yield from _found(loss, loss.find(value, owner, to))
        elif loss.when(value, owner, to):
            yield Lost(loss.rule, loss.field, value)


def _found(loss: Loss, losses: Iterator[tuple[str, Any, Place]]) -> Iterator[Lost]:
    for suffix, lost, below in losses:
        yield Lost(loss.rule, f"{loss.field}.{suffix}" if suffix else loss.field, lost, below)


def _wire(wires: dict[str, dict[str, Any]], path: str) -> dict[str, Any]:
    """Return the wire object at *path*, made with those around it where it is not there yet."""
    if path not in wires:
        parent, _, key = path.rpartition(".")
        wires[path] = _wire(wires, parent).setdefault(key, {})
    return wires[path]
