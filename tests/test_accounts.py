"""The checks of a ledger: they notice one that is not true."""

from types import SimpleNamespace
from typing import Any

import attrs
import pytest

import gallery_lens as gl
from accounts import unaccounted
from gallery_lens.conversion.ledger import Fate, LedgerRow

ITEM = {"id": "5", "title": "River", "image": {"imageInfo": {"id": "a.jpg", "width": 4, "height": 3}}}
EVENT = {"actionEvent": '{"bodyAsJson": {"item": {"id": "5", "title": "River"}}}', "entityId": "g"}


def retold(result: gl.Result, *rows: LedgerRow) -> Any:
    """The same result with another ledger."""
    return SimpleNamespace(
        value=result.value, ledger=rows, diagnostics=result.diagnostics, rejects=result.rejects
    )


@pytest.mark.parametrize("document", [ITEM, [ITEM], EVENT])
@pytest.mark.parametrize("target", ["velo", "frontend", "component"])
def test_a_true_ledger_passes(document: object, target: str) -> None:
    """Rows of what stands in a JSON text point to the text, and are looked for in it."""
    assert [] == unaccounted(document, gl.convert(document, "rest", target))


@pytest.mark.parametrize(
    ("index", "values", "told"),
    [
        (0, {"fate": Fate.KEPT}, "/id: not kept"),
        (0, {"to": "/title"}, "/id: not moved"),
        (0, {"to": "/nowhere"}, "/id: not moved"),
        (0, {"fate": Fate.DROPPED, "code": "L120"}, "/id: not dropped"),
        (1, {"fate": Fate.TRANSFORMED, "to": "/nowhere"}, "/title: not transformed"),
        (1, {"pointer": "/id"}, "/title: has no row of its own"),
    ],
)
def test_a_false_row_is_noticed(index: int, values: dict[str, object], told: str) -> None:
    """Whatever it claims."""
    result = gl.convert(ITEM, "rest", "velo")
    rows = list(result.ledger)
    rows[index] = attrs.evolve(rows[index], **values)

    assert [told] == unaccounted(ITEM, retold(result, *rows))


def test_rows_in_another_order_are_noticed() -> None:
    """They are those of the document, in its order."""
    result = gl.convert(ITEM, "rest", "velo")

    assert ["the rows are in another order"] == unaccounted(ITEM, retold(result, *result.ledger[::-1]))


def test_a_value_that_is_not_in_a_json_text_is_noticed() -> None:
    """Its row may say no more than that it is kept there."""
    result = gl.convert(EVENT, "rest", "velo")
    other = attrs.evolve(result, value=EVENT | {"actionEvent": EVENT["actionEvent"].replace("River", "Sea")})

    assert ["/actionEvent/bodyAsJson/item/title: not kept"] == [
        each for each in unaccounted(EVENT, other) if "title" in each
    ]


def test_rows_are_compared_one_by_one() -> None:
    """A row too many is one too many."""
    result = gl.convert(ITEM, "rest", "velo")
    extra = LedgerRow("/id", Fate.MOVED, "/_id")

    assert unaccounted(ITEM, retold(result, *result.ledger, extra))
