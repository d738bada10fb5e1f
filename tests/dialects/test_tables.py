"""Every field of the model has a fate in every dialect, written once."""

import attrs
import pytest

from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.table import Table
from gallery_lens.model import parts
from gallery_lens.rules import RULES

TABLES = {
    f"{name}-{what}": getattr(dialect, what)
    for name, dialect in DIALECTS.items()
    for what in ("item", "gallery")
}
WRITTEN = [name for name in TABLES if DIALECTS[name.rpartition("-")[0]].writable]
BOOKKEEPING = {"extra", "origin", "items", "address"}


def fields(model: type) -> list[str]:
    """The dotted paths of all values that *model* can hold."""
    owners = {"": model} | parts(model)
    return [
        f"{path}.{field.name}".removeprefix(".")
        for path, owner in owners.items()
        for field in attrs.fields(owner)
        if "part" not in field.metadata and field.name not in BOOKKEEPING
    ]


def around(field: str) -> list[str]:
    """The field and every object around it."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(1, len(steps) + 1)]


def has_fate(table: Table, field: str) -> bool:
    carried = {row.field for row in table.rows if row.codec.expands or row.codec.table}
    spoken_for = {loss.field for loss in table.losses}
    return field in table.by_field or any(each in carried | spoken_for for each in around(field))


@pytest.mark.parametrize("name", WRITTEN)
def test_every_field_is_carried_or_lost(name: str) -> None:
    """A field that a table neither carries nor calls lost would vanish unseen."""
    table = TABLES[name]

    forgotten = [field for field in fields(table.model) if not has_fate(table, field)]

    assert forgotten == []


@pytest.mark.parametrize("name", TABLES)
def test_a_field_has_one_row(name: str) -> None:
    """Two rows for one field would be two fates."""
    carried = [row.field for row in TABLES[name].rows if row.field]

    assert sorted(set(carried)) == sorted(carried)


@pytest.mark.parametrize("name", TABLES)
def test_losses_name_rules(name: str) -> None:
    """Every loss is reported by a rule that exists."""
    assert {loss.rule for loss in TABLES[name].losses} <= set(RULES)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=list(DIALECTS))
def test_dialects_name_rules_that_look(dialect: object) -> None:
    """The rules that a dialect asks to look exist."""
    assert {*dialect.reads, *dialect.writes} <= set(RULES)  # type: ignore[attr-defined]
