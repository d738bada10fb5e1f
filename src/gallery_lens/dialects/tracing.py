"""From a place on the wire to the model, and from there to where another dialect writes it."""

from typing import Any

from gallery_lens.dialects.rows import Row, Silent, Unstructuring
from gallery_lens.dialects.table import Table, outwards
from gallery_lens.model import Kind
from gallery_lens.places import Place, value_at
from gallery_lens.values import Record, evolve


class Trace(Record):
    """The place in the model of a place on the wire."""

    field: str  #: dotted path of a field, or of the object that holds an undeclared key
    below: Place  #: further steps: into a free object, a list, or undeclared keys
    declared: bool = True


def trace_of(table: Table, place: Place, kind: Kind | None, root: Any = None) -> Trace:
    """Return the trace of the wire *place* of *root*, an item of *kind*; the inverse of ``place``."""
    node, start = table.nodes[kind], 0
    for depth, step in enumerate(place):
        row, child = node.rows.get(str(step)), node.children.get(str(step))
        if row is not None and row.field and (child is None or depth == len(place) - 1):
            below = place[depth + 1 :]
            held = getattr(root, row.field) if root is not None and row.codec.kind and below else None
            if not held or row.codec.table is None or row.codec.kind is None:
                return Trace(row.field, below)
            inner = trace_of(row.codec.table, below, row.codec.kind(held))  # an object of another table
            return evolve(inner, field=".".join(filter(None, (row.field, inner.field))))
        if child is None:
            break
        node, start = child, depth + 1 if child.housed else start
    return Trace(node.home, place[start:], declared=False)


def follow(table: Table, trace: Trace, to: Unstructuring) -> tuple[Place, Row | None] | None:
    """Return the wire place that *trace* is written to, with the row that does it; None for none.

    A row that writes a whole object as one value is the row of everything inside of it.
    """
    if not trace.declared:
        kept = table.keeps_extras(to) and trace.field in table.homes
        return (_steps(table.homes[trace.field]) + trace.below, None) if kept else None
    whole = (*_steps(trace.field), *trace.below)
    inwards = [".".join(map(str, whole[: len(_steps(trace.field)) + 1]))] if trace.below else []
    for field in (*inwards, *outwards(trace.field)):
        row = table.by_field.get(field)
        if row is None or not row.written(to):
            continue
        if row.codec.kind is not None and field != trace.field:
            assert row.codec.table is not None
            inner = evolve(trace, field=trace.field.removeprefix(f"{row.field}."))
            kind = row.codec.kind(getattr(to.root, field))
            led = follow(row.codec.table, inner, evolve(to, kind=kind))
            return led and ((*_steps(row.wire), *led[0]), led[1])
        if row.codec.expands or field not in table.classes or field == trace.field:
            return (_steps(row.wire) + (() if row.codec.expands else whole[len(_steps(field)) :]), row)
    return None


def led_through(table: Table, trace: Trace, wire: Any) -> Trace:
    """Return *trace* with its place in the list of the model, which may have other elements than *wire*'s."""
    row = table.by_field.get(trace.field) if trace.declared and trace.below else None
    given = value_at(wire, _steps(row.wire)) if row is not None else None
    if row is None or not isinstance(given, list):
        return trace
    return evolve(trace, below=row.codec.leads(given, trace.below))


def reaches_into(table: Table, place: Place, kind: Kind | None) -> bool:
    """Return whether *place* is that of an object of an item of *kind* that rows look into."""
    node = table.nodes[kind]
    for depth, step in enumerate(place):
        row = node.rows.get(str(step))
        if row is not None and row.codec.kind is not None and row.codec.table is not None:
            return reaches_into(row.codec.table, place[depth + 1 :], None)
        if str(step) not in node.children:
            return False
        node = node.children[str(step)]
    return True


def implies(table: Table, trace: Trace) -> bool:
    """Return whether what stands at *trace* follows from the rest of an item, or may."""
    row, below = table.by_field.get(trace.field), ".".join(map(str, trace.below))
    inner = row.codec.table if row is not None and row.codec.table is not None else table
    return not trace.declared and any(each.wire == below for each in inner.derived)


def silent_of(table: Table, field: str) -> Silent | None:
    """Return the fate of the dotted *field* where its loss is not reported; None if it has none."""
    around = outwards(field)
    if found := next((loss.silent for loss in table.losses if loss.field in around), None):
        return found
    inner = ((row, row.codec.table) for row in table.by_field.values() if field.startswith(f"{row.field}."))
    silent = (silent_of(held, field[len(row.field) + 1 :]) for row, held in inner if held)
    return next(filter(None, silent), None)


def _steps(wire: str) -> Place:
    return tuple(wire.split(".")) if wire else ()
