"""Values that a conversion drops or changes, by the losses of a table, and those it need not report."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from gallery_lens.diagnostics import Place
from gallery_lens.dialects.rows import Loss, Lost, Row, Silent, Unstructuring, holds_anything
from gallery_lens.dialects.spelling import renamed_keys
from gallery_lens.dialects.table import Table
from gallery_lens.model import UNSET, objects


def lost(table: Table, root: Any, to: Unstructuring) -> Iterator[Lost]:
    """Yield what ``unstructure`` leaves out or changes, field by field in the order of the table."""
    there = objects(root)
    for path, losses in table.losses_by_owner:
        if (owner := there.get(path)) is not None:
            yield from _told(owner, losses, to)
    yield from _inside(table, there, to)
    yield from _extras(table, there, to)
    if to.respells:
        yield from _respelled(table, there, to)


# ---------------------------------------------------------------- fields


def _told(owner: Any, losses: Iterable[Loss], to: Unstructuring) -> Iterator[Lost]:
    for loss in losses:
        value = getattr(owner, loss.attribute)
        if value is None or value is UNSET or (to.placed and loss.silent is Silent.PLACED):
            continue
        if loss.find is not None:
            yield from _found(loss, loss.find(value, owner, to))
        elif not (loss.strangers and to.related) and loss.when(value, owner, to):
            yield Lost(loss.rule, loss.field, value)


def _found(loss: Loss, losses: Iterator[tuple[str, Any, Place]]) -> Iterator[Lost]:
    for suffix, value, below in losses:
        yield Lost(loss.rule, f"{loss.field}.{suffix}" if suffix else loss.field, value, below)


def _inside(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    """Yield what is lost of those objects that have a table of their own."""
    for row in table.nested:
        value = getattr(there[row.owner], row.attribute) if row.owner in there else None
        if value and row.written(to):
            yield from _of(row, value, to)


def _of(row: Row, value: Any, to: Unstructuring) -> Iterator[Lost]:
    """Yield the losses of the table of *row* for an object or the elements of a list, with longer fields."""
    assert row.codec.table is not None
    elements = enumerate(value) if isinstance(value, tuple) else [("", value)]
    for index, element in elements:
        inner = attrs.evolve(to, kind=row.codec.kind(element)) if row.codec.kind else to
        for each in lost(row.codec.table, element, inner):
            steps = (row.field, str(index), each.field)
            yield attrs.evolve(each, field=".".join(filter(None, steps)))


# ---------------------------------------------------------------- undeclared keys


def _extras(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    for path, held in there.items():
        if held.extra and path not in table.spoken_for:
            for key, value in held.extra.items():
                if not _is_kept(table, path, key, to):
                    yield from _extra(path, key, value, to)


def _is_kept(table: Table, path: str, key: str, to: Unstructuring) -> bool:
    kept = table.keeps_extras(to) and path in table.homes
    return kept and key not in table.declared[to.kind][path] | to.own


def _extra(path: str, key: str, value: Any, to: Unstructuring) -> Iterator[Lost]:
    for below, inner in _apart(value, (key,), () if path else _shared_in(to.root)):
        if holds_anything(inner):
            yield Lost("unknown-field-dropped", path, inner, below)


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


# ---------------------------------------------------------------- keys in another spelling


def _respelled(table: Table, there: dict[str, Any], to: Unstructuring) -> Iterator[Lost]:
    for path, held in there.items():
        for field, value in _carried(table, path, held, to):
            for below, old in renamed_keys(value, to):
                yield Lost("nested-key-renamed", field, old, below)


def _carried(table: Table, path: str, held: Any, to: Unstructuring) -> Iterator[tuple[str, Any]]:
    """Yield the free objects that *held* carries over: its undeclared keys, and its free fields."""
    if table.keeps_extras(to) and path in table.homes:
        yield path, held.extra
    for row in table.by_owner.get(path, ()):
        value = getattr(held, row.attribute)
        if value and not isinstance(value, str) and isinstance(value, Mapping):
            yield row.field, value
