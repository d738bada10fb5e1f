"""From the model to the wire, as the rows of a table say, and what the losses of a table say of it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gallery_lens.conditions import fields_of
from gallery_lens.dialects.rows import Lost, Row, Silent, Unstructuring, holds_anything
from gallery_lens.dialects.spelling import renamed_keys, respell
from gallery_lens.dialects.table import Table
from gallery_lens.errors import WriteError
from gallery_lens.model import UNSET, objects
from gallery_lens.places import Place
from gallery_lens.values import evolve


def unstructure(table: Table, root: Any, to: Unstructuring) -> dict[str, Any]:
    """Write *root*, an object of the table's model, as a wire object.

    Raises:
        WriteError: the dialect has no form for something in it.
    """
    held = objects(root)
    wires: dict[str, dict[str, Any]] = {"": {}}
    for row in table.writing(to):
        owner = _owner(table, row, held)
        if owner is not None:
            _write(row, owner, to, wires)
    for fragment in table.fragments:
        owner = held.get(fragment.owner)
        value = getattr(owner, fragment.attribute) if owner is not None else None
        keys = fragment.codec.unstructure(value, owner, to) if value else {}
        if not isinstance(keys, dict):
            problem = "its keys stand among those of the item, and the hook gave no object"
            raise WriteError(problem, fragment.field)
        _merge(wires[""], keys)
    if table.keeps_extras(to):
        _write_extras(table, held, to, wires)
    return wires[""]


def _owner(table: Table, row: Row, there: dict[str, Any]) -> Any:
    """The object that holds the field of *row*, the root for a row without one; None if it is missing."""
    if row.owner not in table.free:
        return there.get(row.owner)
    owner, _, attribute = row.owner.rpartition(".")
    held = getattr(there[owner], attribute) if owner in there else None
    return held if isinstance(held, Mapping) else None


def _write(row: Row, owner: Any, to: Unstructuring, wires: dict[str, dict[str, Any]]) -> None:
    kind: Any = type(owner)
    value: Any = UNSET
    if row.field:
        is_model = bool(fields_of(kind))  # else a free object
        value = getattr(owner, row.attribute) if is_model else owner.get(row.attribute, UNSET)
    if value is UNSET and not row.codec.derives:
        return
    try:
        unstructured = row.codec.unstructure(value, owner, to)
    except WriteError as error:
        raise WriteError(error.problem, row.field) from error
    if unstructured is UNSET:
        return
    parent, key = row.parted
    _wire(wires, parent)[key] = unstructured
    if isinstance(unstructured, dict):
        wires[row.wire] = unstructured


def _write_extras(
    table: Table, there: dict[str, Any], to: Unstructuring, wires: dict[str, dict[str, Any]]
) -> None:
    for path, held in there.items():
        if held.extra and path in table.homes:
            wire = _wire(wires, table.homes[path])
            for key, value in respell(held.extra, to).items():
                if isinstance(value, dict) and isinstance(wire.get(key), dict):
                    _merge(wire[key], value)
                elif key not in table.declared[to.kind][path] | to.own:
                    wire[key] = value


def _merge(into: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Put what *other* holds into an object that was just made, at every depth."""
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _wire(wires: dict[str, dict[str, Any]], path: str) -> dict[str, Any]:
    """Return the wire object at *path*, made with those around it where it is not there yet."""
    if path not in wires:
        parent, _, key = path.rpartition(".")
        wires[path] = _wire(wires, parent).setdefault(key, {})
    return wires[path]


def lost(table: Table, root: Any, to: Unstructuring) -> Iterator[Lost]:
    """Yield what ``unstructure`` leaves out or changes, field by field in the order of the table."""
    there = objects(root)
    for path, losses in table.losses_by_owner:
        owner = there.get(path)
        for loss in losses if owner is not None else ():
            value = getattr(owner, loss.attribute)
            if value is None or value is UNSET or (to.placed and loss.silent is Silent.PLACED):
                continue
            if loss.find is not None:
                for suffix, found, below in loss.find(value, owner, to):
                    field = f"{loss.field}.{suffix}" if suffix else loss.field
                    yield Lost(loss.rule, field, found, below)
            elif not (loss.strangers and to.related) and loss.when(value, owner, to):
                yield Lost(loss.rule, loss.field, value)
    yield from _inside(table, there, to)
    yield from _extras(table, there, to)
    if to.respells:
        yield from _respelled(table, there, to)


# ---------------------------------------------------------------- fields


def _inside(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    """Yield what is lost of those objects that have a table of their own."""
    for row in table.nested:
        value = getattr(there[row.owner], row.attribute) if row.owner in there else None
        if not value or not row.written(to) or row.codec.table is None:
            continue
        for index, element in enumerate(value) if isinstance(value, tuple) else [("", value)]:
            inner = evolve(to, kind=row.codec.kind(element)) if row.codec.kind else to
            for each in lost(row.codec.table, element, inner):
                steps = (row.field, str(index), each.field)
                yield evolve(each, field=".".join(filter(None, steps)))


# ---------------------------------------------------------------- undeclared keys


def _extras(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    origin = getattr(to.root, "origin", None)
    shared = origin.shared if origin else ()
    for path, held in there.items():
        if not held.extra or path in table.spoken_for:
            continue
        keeps = table.keeps_extras(to) and path in table.homes
        taken = table.declared[to.kind][path] | to.own if keeps else frozenset()
        dropped = [key for key in held.extra if not keeps or key in taken]
        around = () if path else shared
        for below, inner in (part for key in dropped for part in _apart(held.extra[key], (key,), around)):
            if holds_anything(inner):
                yield Lost("unknown-field-dropped", path, inner, below)


def _apart(value: Any, at: Place, shared: Collection[Place]) -> Iterator[tuple[Place, Any]]:
    """Yield *value* with its place, or what it holds if it is one of the *shared* objects."""
    if at not in shared or not isinstance(value, Mapping):
        yield at, value
        return
    for key, inner in value.items():
        yield from _apart(inner, (*at, key), shared)


# ---------------------------------------------------------------- keys in another spelling


def _respelled(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    for path, held in there.items():
        keeps = table.keeps_extras(to) and path in table.homes
        free = [(path, held.extra)] if keeps else []
        free += [(row.field, getattr(held, row.attribute)) for row in table.by_owner.get(path, ())]
        for field, value in free:
            for below, old in renamed_keys(value, to) if isinstance(value, Mapping) else ():
                yield Lost("nested-key-renamed", field, old, below)
