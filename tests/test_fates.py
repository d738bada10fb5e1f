"""The ledger of many items, made of the rows of their parts, is the one made by following each value."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

import usual
from gallery_lens.compiled import PAIRS, SOURCES
from gallery_lens.conversion import taking
from gallery_lens.conversion.conducting import conduct
from gallery_lens.conversion.fates import Fates
from gallery_lens.conversion.ledger import LedgerIndex, ledger
from gallery_lens.conversion.trail import finish
from gallery_lens.options import ConvertOptions

CORPUS = usual.corpus(Path(__file__).parent / "corpus")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "ENOUGH", 0)


def assert_alike(document: Any, source: str, target: str) -> Fates:
    options = ConvertOptions(source=source, target=target)
    together, apart = conduct(document, options), conduct(document, options, together=False)
    expected = [*ledger(apart, finish(apart))]
    fates = Fates(together, finish(together))
    assert expected == [*fates]
    return fates


def _named(item: dict[str, Any], order: int) -> dict[str, Any]:
    """Return *item* with an id and a sort order unlike its neighbours', of whom nothing is told so."""
    ids = {key: f"{order:08}{usual.GUID[8:]}" for key in ("_id", "id", "slug") if item.get(key) == usual.GUID}
    return item | ids | ({"sortOrder": order + 0.5} if isinstance(item.get("sortOrder"), float) else {})


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_lists_are_alike(source: str, target: str) -> None:
    """Whatever is odd about items, and whatever of them were met before."""
    chance = Random(f"{source} {target}")
    items = usual.items(source)
    for _ in range(2):
        some = [usual.changed(chance.choice(items), chance) for _ in range(40)]
        some = [_named(item, order) for order, item in enumerate(some)]
        assert_alike({"name": "Boats", "items": some}, source, target)


@pytest.mark.parametrize("target", ["velo", "rest", "frontend", "component"])
def test_the_corpus_is_alike(target: str) -> None:
    """Of all that stands in it, as lists of whatever is met."""
    chance = Random(target)

    for _ in range(6):
        assert_alike(chance.sample(CORPUS, 40), "auto", target)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda items: {"gallery": json.dumps({"name": "Boats", "items": items})},
        lambda items: {"items": {str(index): item for index, item in enumerate(items)}},
        lambda items: {"galleries": [{"items": items}, {"name": "Boats", "items": items[:3]}]},
        lambda items: [{"items": items, "totalItems": 9}, {"items": items[4:], "totalItems": 9}],
        lambda items: [{"item": item} for item in items],
        lambda items: {"item": items[0] | {"name": "Boats", "": ""}},
        lambda items: items[0],
    ],
)
@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("target", ["velo", "frontend"])
def test_wrappers_are_alike(source: str, target: str, wrap: Callable[[Any], Any]) -> None:
    """Items in JSON text, under number keys, on several pages, and alone."""
    assert_alike(wrap(usual.items(source)), source, target)


def test_texts_for_nothing_are_alike() -> None:
    """They may be read as if they were absent, though other texts at that place are not."""
    (item, *_) = usual.items("velo")
    odd = [usual.put(item, place, word) for place in (("title",), ("_id",)) for word in ("null", "none", " ")]
    links = [usual.put(item, ("link",), {"type": word}) for word in ("none", "None", "EXTERNAL")]

    assert_alike([item, *odd, *links], "velo", "frontend")


def test_other_findings_in_an_item_are_alike() -> None:
    """Findings that compare an item with its neighbours apply to that item alone."""
    items = [copy.deepcopy(item) for item in usual.items("velo")]
    for order, item in enumerate(items):
        item["sortOrder"] = order // 2

    assert_alike(items, "velo", "frontend")


def test_findings_that_are_told_are_no_other() -> None:
    """The ledger is the same once somebody has looked at the findings."""
    document = {"items": usual.items("rest")}
    expected = [*assert_alike(document, "rest", "frontend")]
    run = conduct(document, ConvertOptions(source="rest"))
    out = finish(run)
    run.findings.sorted()

    assert expected == [*Fates(run, out)]


@pytest.mark.parametrize("source", ["velo", "rest"])
def test_values_of_few_items_are_followed(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand items as people have them no more than of some of each kind."""
    chance = Random(source)
    some = (chance.choice(usual.items(source)) for _ in range(1000))
    items = [_named(item, order) | {"sortOrder": order} for order, item in enumerate(some)]
    followed: list[Any] = []
    row = LedgerIndex.row
    monkeypatch.setattr(LedgerIndex, "row", lambda books, *leaf: followed.append(leaf) or row(books, *leaf))
    run = conduct(items, ConvertOptions())
    fates = Fates(run, finish(run))

    assert len(followed) < 500
    assert sum(fates.counts().values()) > 9_000
