"""From the model to the wire, as the rows of a table say."""

from collections.abc import Mapping
from typing import Any

from gallery_lens.conditions import fields_of
from gallery_lens.dialects.rows import Row, Unstructuring
from gallery_lens.dialects.spelling import respell
from gallery_lens.dialects.table import Table
from gallery_lens.errors import WriteError
from gallery_lens.model import UNSET, objects


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
