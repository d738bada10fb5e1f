"""What the benchmark measures is usual, and no direction is much dearer than another: counted, not timed."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest

import gallery_lens as gl
import usual
from checkout import ROOT
from gallery_lens.compiled import ODD, PAIRS, TARGETS, Pair, pair
from gallery_lens.dialects import DIALECTS
from work import work

sys.path.insert(0, str(ROOT / "benchmarks"))
import curves
import wide

#: How many items are converted.
COUNT = 400
#: The most that a direction may take, in shares of what the quickest takes.
DEAREST = 3
#: The most that an item may take in which something is mended, in usual items.
MENDED = 20


@cache
def items(source: str) -> list[dict[str, Any]]:
    """Items as the benchmark makes them; those of others are what these become, spelled as theirs are."""
    if source in ("velo", "rest"):
        return [*wide.items(source, COUNT)]
    if source == "cms":
        return [*map(usual.as_cms, items("frontend"))]
    if source == "rest-legacy":
        return [*map(usual.as_legacy, items("rest"))]
    shown: list[dict[str, Any]] = gl.convert(items("velo"), "velo", source).value  # type: ignore[call-overload]
    return shown


def made(source: str, target: str) -> Pair:
    """A conversion that has met nothing yet."""
    return Pair(DIALECTS[source], DIALECTS[target])


def left(pair: Pair, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that *pair* leaves to the interpreter."""
    read = {index: item for index, item in enumerate(pair.read_all(given)) if item is not None}
    _, masks = pair.convert([*read.values()])
    taken = {index for index, mask in zip(read, masks, strict=True) if mask != ODD}
    return [item for index, item in enumerate(given) if index not in taken]


@pytest.mark.parametrize("source", ["velo", "rest"])
def test_ordinary_items_have_no_warnings(source: str) -> None:
    """A page shows them as they are; what is dropped is bookkeeping."""
    found = gl.lint([*wide.ordinary(source, COUNT)], source)

    assert COUNT == found.items
    assert {"info"} == {severity for severity, _ in found.counts}


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_items_of_the_benchmark_are_usual(source: str, target: str) -> None:
    """99 of a hundred, in every direction."""
    given = items(source)

    assert len(left(made(source, target), given)) <= len(given) // 100


@pytest.mark.parametrize("source", ["velo", "rest"])
@pytest.mark.parametrize("target", TARGETS)
def test_keys_that_nobody_declares_are_usual(source: str, target: str) -> None:
    """Once they were met."""
    given = [*wide.items(source, COUNT, undeclared=True)]
    known = made(source, target)
    left(known, given)

    assert len(left(known, given)) <= len(given) // 100


@pytest.mark.parametrize("source", ["velo", "rest"])
@pytest.mark.parametrize("target", TARGETS)
def test_mistakes_are_mended(source: str, target: str) -> None:
    """Only items of a kind that there is not are left."""
    given = [*wide.items(source, COUNT, odd=1.0)]

    assert {"AUDIO"} == {str(item["type"]) for item in left(made(source, target), given)}


def _works() -> Iterator[tuple[tuple[str, str], float]]:
    for source, target in PAIRS:
        if source != target:
            yield (source, target), _price(made(source, target), items(source))


def _price(pair: Pair, given: list[dict[str, Any]]) -> float:
    """How much work an item is, read and converted, once the pair has met such items."""

    def run() -> None:
        left(pair, given)

    run()
    return work(run) / len(given)


def test_no_direction_is_much_dearer_than_another() -> None:
    """Work is counted, which is the same on any machine."""
    works = dict(_works())

    assert max(works.values()) <= DEAREST * min(works.values()), works


@pytest.mark.parametrize("source", ["velo", "rest"])
def test_a_mended_item_is_not_much_dearer_than_a_usual_one(source: str) -> None:
    """Its values are looked at one by one, but only those that are refused."""
    known, usual = made(source, "frontend"), items(source)
    odd = [item for item in wide.items(source, COUNT, odd=1.0) if item["type"] != "AUDIO"]

    assert _price(known, odd) <= MENDED * _price(known, usual)


def test_pairs_are_kept() -> None:
    """A process compiles each direction once."""
    assert pair("velo", "rest") is pair("velo", "rest")


def test_curves_stand_on_their_scales() -> None:
    flat, steep = [(10.0, 35.0), (1000.0, 35.0)], [(10.0, 35.0), (100.0, 350.0)]
    chart = curves.Chart("Peak memory", "MiB", {"lines": flat, "a document": steep})

    drawing = ElementTree.fromstring(curves.draw([chart, chart]))

    paths = [each.get("d", "") for each in drawing.iter() if "curve" in each.get("class", "")]
    (left, low), (right, level) = _ends(paths[0])
    (start, beginning), (middle, high) = _ends(paths[1])
    assert len(paths) == 4
    assert low == level == beginning > high
    assert left == start < middle < right <= curves.WIDTH
    assert middle - left == pytest.approx((right - left) / 2, abs=0.1)
    assert {"10 MiB", "100 MiB", "1,000 MiB", "10 MB", "1 GB"} <= {each.text for each in drawing.iter()}


def _ends(path: str) -> list[tuple[float, ...]]:
    """Return the first and the last point of a path."""
    points = [tuple(map(float, point.split())) for point in re.split("[ML]", path)[1:]]
    return [points[0], points[-1]]
