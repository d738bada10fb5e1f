"""From the wire to the model, as the rows of a table say."""

from collections.abc import Mapping
from typing import Any

import attrs

from gallery_lens.dialects.normalizing import parted
from gallery_lens.dialects.rows import Fragment, Refused, RefusedItem, Row, Unstructuring
from gallery_lens.dialects.table import Node, Table
from gallery_lens.model import UNSET, Kind
from gallery_lens.places import Place
from gallery_lens.values import Record, fresh


def structure(table: Table, wire: Any, kind: Kind | None = None, **root: Any) -> Any:
    """Read the object *wire* into the model; *kind* picks among rows that share a wire key.

    Raises:
        RefusedItem: something in it is not what the dialect holds.
    """
    reading = _PartialObject(slots={"": root})
    for fragment in table.fragments:
        wire = reading.take(fragment, kind, wire)
    reading.read(table.nodes[kind], wire, ())
    if reading.refusals:
        raise RefusedItem(reading.refusals)
    slots = reading.slots
    for path in table.free & slots.keys():
        owner, _, attribute = path.rpartition(".")
        names = (row.attribute for row in table.rows if row.owner == path)  # in the order of the table
        slots.setdefault(owner, {})[attribute] = {
            name: slots[path][name] for name in names if name in slots[path]
        }
    for path, model in table.classes.items():
        if path and path in slots:
            owner, _, attribute = path.rpartition(".")
            slots.setdefault(owner, {})[attribute] = model(**slots[path])
    found = table.model(**slots[""])
    if not table.derived or not found.extra:
        return found
    # Undeclared keys that say only what follows from the rest are left out.
    to = Unstructuring(root=found, kind=kind, same=False, related=False, underscored=table.underscored)
    extra = found.extra
    for row in table.derived:
        if row.kind is None or row.kind is kind:
            extra = _without(extra, row.wire.split("."), row.codec.unstructure(UNSET, found, to))
    return found if extra is found.extra else attrs.evolve(found, extra=extra)


def refusals_in(table: Table, wire: Any, kind: Kind | None) -> list[Refused]:
    """Return the refusals in *wire*, which may be a part of an object of *kind*."""
    reading = _PartialObject(slots={"": {}})
    reading.read(table.nodes[kind], wire, ())
    return reading.refusals


class _PartialObject(Record):
    """The values read so far from one object on the wire."""

    slots: dict[str, dict[str, Any]]  #: the attributes of every object of the model, by its path
    refusals: list[Refused] = fresh(factory=list)

    def read(self, node: Node, wire: Any, at: Place, row: Row | None = None) -> dict[str, Any]:
        """Take in one object of the wire, which is that of *row*; return its undeclared keys."""
        if not isinstance(wire, dict):
            self.refusals.append(Refused("an object", at, row=row))
            return {}
        unknown: dict[str, Any] = {}
        for key, value in wire.items():
            try:
                self._read_key(node, key, value, at, unknown)
            except Refused as refusal:
                self._refuse(refusal, node, at, key)
            except RefusedItem as refused:
                for each in refused.refusals:
                    self._refuse(each, node, at, key)
        if unknown and node.housed:
            self.slots[node.home]["extra"] = unknown
        return unknown

    def take(self, fragment: Fragment, kind: Kind | None, wire: Any) -> Any:
        """Take in an object whose keys stand among those of *wire*; return *wire* without them."""
        held, rest = parted(wire, fragment.places(kind))
        try:
            if held:
                self.slots.setdefault(fragment.owner, {})[fragment.attribute] = fragment.codec.structure(held)
        except Refused as refusal:
            self.refusals.append(refusal)
        except RefusedItem as refused:
            self.refusals.extend(refused.refusals)
        return rest

    def _refuse(self, refusal: Refused, node: Node, at: Place, key: str) -> None:
        refusal.row = refusal.row or (None if refusal.place else node.rows.get(key))
        self.refusals.append(refusal.below(*at, key))

    def _read_key(self, node: Node, key: str, value: Any, at: Place, unknown: dict[str, Any]) -> None:
        row, child = node.rows.get(key), node.children.get(key)
        if row is not None and (child is None or value is None):
            structured = row.codec.structure(value)
            if not row.field:
                unknown[key] = value
            elif row.codec.expands and structured is not None:
                # What stands beside it says more, in whatever order the keys come.
                self.slots[row.field] = structured | self.slots.get(row.field, {})
            else:
                self.slots.setdefault(row.owner, {})[row.attribute] = structured
        elif child is None or value is None:
            unknown[key] = value
        elif child.housed:
            self.slots.setdefault(child.home, {})
            self.read(child, value, (*at, key), row)
        else:
            # The model has no such object: what is undeclared inside stays beside its declared keys.
            unknown[key] = self.read(child, value, (*at, key), row)


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
