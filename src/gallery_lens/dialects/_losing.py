"""Values that a conversion drops or changes, by the losses of a table, and those it need not report."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gallery_lens.dialects.rows import Lost, Silent, Unstructuring, holds_anything
from gallery_lens.dialects.spelling import renamed_keys
from gallery_lens.dialects.table import Table
from gallery_lens.model import UNSET, objects
from gallery_lens.places import Place
from gallery_lens.values import evolve


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
