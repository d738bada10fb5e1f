"""A document whose items are converted together gives what it gives with all items one by one."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import usual
from gallery_lens import api
from gallery_lens.compiled import PAIRS, SOURCES, TARGETS
from gallery_lens.conversion import taking
from gallery_lens.conversion.batch import Taken, is_in_order
from gallery_lens.conversion.conducting import conduct
from gallery_lens.conversion.fates import Fates
from gallery_lens.conversion.items import Read
from gallery_lens.conversion.ledger import ledger
from gallery_lens.conversion.output import output
from gallery_lens.conversion.run import Run
from gallery_lens.conversion.trail import Trail
from gallery_lens.dialects import DIALECTS, detect
from gallery_lens.jsontext import inert, write
from gallery_lens.model import Gallery, Item
from gallery_lens.options import ConvertOptions
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "ENOUGH", 0)


def said(run: Run) -> list[dict[str, Any]]:
    return [each.to_dict() for each in run.findings.sorted()]


def assert_alike(document: Any, source: str, target: str) -> Run:
    """Convert *document* both ways and compare all that anybody can see."""
    options = ConvertOptions(source=source, target=target)
    given = repr(document)
    together, apart = conduct(document, options), Run(document, options)
    for each in together.reads:
        assert source != "auto" or not isinstance(each, Taken) or (each.dialect.name,) == detect(each.raw)
    apart.convert()
    assert repr(document) == given
    counts = together.findings.counted()
    one, other = output(together), output(apart)
    assert repr(one.value) == repr(other.value)
    assert together.dialects == apart.dialects
    assert [each.refused for each in together.reads] == [each.refused for each in apart.reads]
    assert counts == apart.findings.counted()
    for sidecar in (False, True):
        fates, rows = Fates(together, one, sidecar=sidecar), [*ledger(apart, other, sidecar=sidecar)]
        assert rows == [*fates]
        assert Counter(row.fate for row in rows) == fates.counts()
        lines = [inert(write({"input": 'a"b', **row.to_dict()})) for row in rows]
        assert b"".join(lines) == b"".join(fates.lines('a"b'))
    assert said(together) == said(apart)
    return together


def taken(run: Run) -> int:
    return sum(isinstance(each, Taken) for each in run.reads)


def documents(items: list[Any], dialect: str, chance: Random) -> Any:
    """Some items in one of the wrappers that galleries come in."""
    some = [chance.choice(items) for _ in range(chance.randint(1, 6))]
    some = [usual.changed(item, chance) if chance.random() < 0.3 else copy.deepcopy(item) for item in some]
    gallery = {"name": "Boats", "totalItems": len(some), "items": some, "sortOrder": 5}
    wrapped = [some, gallery, {"gallery": gallery}, {"galleries": [gallery, {"items": some[:1]}]}, some[0]]
    return chance.choice(wrapped)


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(seed=st.integers())
def test_documents_are_alike(source: str, target: str, seed: int) -> None:
    """Whatever wrapper the items come in, and whatever they are read as."""
    chance = Random(seed)
    document = documents(usual.items(source), source, chance)

    assert_alike(document, chance.choice((source, "auto")), target)


@given(seed=st.integers())
def test_mixed_documents_are_alike(seed: int) -> None:
    """Items of several dialects in one list are each read as what they are."""
    chance = Random(seed)
    items = [item for name in SOURCES for item in usual.items(name)]

    assert_alike(documents(items, "auto", chance), "auto", chance.choice(TARGETS))


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("asked", ["auto", None])
def test_what_people_have_is_taken(source: str, target: str, asked: str | None) -> None:
    """Every item as people have it is converted together with the others."""
    items = usual.items(source)

    assert len(items) == taken(assert_alike({"items": items}, asked or source, target))


def seen(result: gl.Result) -> str:
    """All that anybody can see of a result; as text, for a NaN is not equal to another."""
    return repr(
        [
            result.value,
            result.items,
            result.converted,
            result.dialects,
            result.rejects,
            result.lossless,
            result.counts,
            result.diagnostics,
            result.ledger,
            result.sidecar,
        ]
    )


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(seed=st.integers())
def test_an_item_alone_is_alike(source: str, target: str, seed: int) -> None:
    """One that needs no run gives what a run gives."""
    chance = Random(seed)
    given = chance.choice(usual.items(source))
    item = usual.changed(given, chance) if chance.random() < 0.7 else copy.deepcopy(given)
    options = ConvertOptions(source=chance.choice((source, "auto")), target=target)
    run = conduct(item, options)
    out = output(run)

    assert seen(api.result_of(run, out, Trail(item, options, (run, out), guarded=True))) == seen(
        api.convert_as(item, options, guarded=True)
    )


def test_an_item_alone_needs_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does what people ask of its result."""
    monkeypatch.setattr(Run, "__init__", None)
    for item in usual.items("velo"):
        result = gl.convert(item)
        assert result.converted == (result.value is not None)
        assert len(result.diagnostics) == sum(result.counts.values())


def test_what_is_compiled_is_known_without_importing_it() -> None:
    """A conversion is made only of pairs that there are."""
    assert (SOURCES, TARGETS) == (taking.FROM, taking.TO)


@pytest.mark.parametrize("source", SOURCES)
def test_a_text_is_first_read_as_what_its_keys_say(source: str) -> None:
    """Other conversions are neither made nor tried."""
    conversions = taking.Conversions("auto", "velo")
    text = json.dumps({"name": "Boats", "items": usual.items(source)}).encode()
    conversions.expect(memoryview(text))

    assert next(iter(conversions)).source.name == source


@pytest.mark.parametrize("source", SOURCES)
def test_keys_that_tell_a_dialect_tell_it_whatever_stands_beside(source: str) -> None:
    """So that nobody needs to look at all of an item that was taken."""
    known = {row.wire.partition(".")[0]: "x" for row in DIALECTS[source].item.rows}
    for keys in DIALECTS[source].told_by:
        assert detect(dict.fromkeys(keys, "x")) == detect(known) == (source,)


def test_an_item_of_a_page_whose_slug_is_a_medium_is_one_of_the_cms() -> None:
    """Its other keys do not tell the format."""
    item = {"type": "image", "src": "https://a.example/p.jpg", "slug": "3f9c21_5d0e~mv2.jpg"}
    items = [item, {**item, "slug": usual.GUID}]

    assert [gl.convert([each]).dialects for each in items] == [("cms",), ("frontend",)]


def test_what_is_taken_can_be_nothing_else() -> None:
    """So that a gallery may be told by what was taken of its items."""
    for name in SOURCES:
        for item in usual.items(name):
            assert gl.convert(item).dialects == detect(item)


def test_linting_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server would object to is told of items that were taken, too."""
    web = {"type": "VIDEO", "video": {"videoInfo": "https://a.example/b.mp4", "type": "UNDEFINED"}}
    document = [*usual.items("velo"), web]

    together = {name: gl.lint(document, "velo", name) for name in TARGETS}
    monkeypatch.setattr(taking, "ENOUGH", 10**9)
    apart = {name: gl.lint(document, "velo", name) for name in TARGETS}

    assert together == apart


@given(st.lists(st.none() | st.integers(-5, 2**53) | st.floats(allow_nan=False, allow_infinity=False)))
def test_order_is_fine_only_where_no_rule_objects(orders: list[Any]) -> None:
    """Where ids and sort orders are found to be in order, no rule of a gallery has anything to say."""
    items = [Item(id=str(index), sort_order=order) for index, order in enumerate(orders)]
    reads = [Read(subject=None, dialect=DIALECTS["velo"], model=item) for item in items]  # type: ignore[arg-type]

    if is_in_order(reads):
        for name in ("duplicate-id", "sort-order-duplicate", "sort-order-mixed-units", "sort-order-unsorted",
                     "sort-order-descending", "sort-order-exhausted"):  # fmt: skip
            check = rule(name).check_gallery
            assert check is not None
            assert not [*check(Gallery(items=tuple(items)), Aim.PAGE)]


def test_usual_orders_are_fine() -> None:
    """Sort orders as Wix writes them, a second apart, give no work."""
    item = Item(id="a")
    reads = [
        Read(subject=None, dialect=None, model=attrs.evolve(item, id=str(n), sort_order=1657000000.985 + n))  # type: ignore[arg-type]
        for n in range(50)
    ]

    assert is_in_order(reads)


#: What a value may be that is not the usual one, but is read all the same, or refused in its place.
_ODD: Final = (
    *(
        None,
        "",
        "null",
        "undefined",
        "none",
        "#",
        " ",
        [],
        {},
        "5",
        5,
        -1,
        True,
        0.5,
        ["a"],
        {"type": "none"},
    ),
    *("2021-02-31", "2021-02-31T00:00:00Z", "2016-12-31T23:59:60Z", "Mon Feb 08 2021", "a.jpg"),
    "wix:image://v1/a.jpg#originWidth=1&originHeight=2",
    "wix:image://v1/a.jpg/100%.jpg#originWidth=1&originHeight=2",
    "wix:image://v1/a.jpg/undefined#originWidth=1&originHeight=2",
    "wix:image://v1/undefined/a.jpg#originWidth=1&originHeight=2",
    *("https://static.wixstatic.com/media/a.jpg", "//pictures.example/a.jpg"),
)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", SOURCES)
@given(data=st.data())
def test_odd_values_are_read_alike(source: str, target: str, data: st.DataObject) -> None:
    """Whatever stands in the place of a usual value: taken only where the other way says the same."""
    item = copy.deepcopy(data.draw(st.sampled_from(usual.items(source))))
    place = data.draw(st.sampled_from([*_places(item)]))
    holder = item
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = data.draw(st.sampled_from(_ODD))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking, "ENOUGH", 0)
        taken = gl.convert([item], source, target)
        patch.setattr(taking, "ENOUGH", 10**9)
        read = gl.convert([item], source, target)

    assert (read.value, read.diagnostics) == (taken.value, taken.diagnostics)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("source", ["velo", "rest"])
def test_a_link_to_nowhere_is_none(source: str, target: str) -> None:
    """No rule that is asked about its item says that its address is missing."""
    item = usual.items(source)[0] | {"link": {"type": "none", "target": "_self"}}
    found = assert_alike([item], source, target).findings.sorted()

    assert not [each for each in found if each.pointer.startswith("/0/link")]


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of everything inside *value*."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*at, step)
        yield from _places(inner, (*at, step))
