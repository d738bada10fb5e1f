"""Compiled conversions give exactly what the interpreter of the tables gives, or leave the item to it."""

import copy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
import usual
from gallery_lens import compiled
from gallery_lens.compiled import MOST, ODD, PAIRS, SAYINGS, TARGETS, Pair, pair, printed_modules
from gallery_lens.compiled.pairs import printer_of
from gallery_lens.conditions import Condition, present
from gallery_lens.conversion import taking
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.conversion.telling import tell
from gallery_lens.dialects import DIALECTS
from gallery_lens.dialects.dialect import aim_of, rules_of
from gallery_lens.dialects.rows import Codec, Loss, Made
from gallery_lens.model import is_bare, kind_of
from gallery_lens.rules import rule

ITEMS = {
    "velo": strategies.velo_items,
    "rest": strategies.rest_items,
    "frontend": strategies.frontend_items,
    "cms": strategies.cms_items,
    "rest-legacy": strategies.rest_legacy_items,
    "component": strategies.component_items,
}


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the interpreter convert all that is compared."""
    monkeypatch.setattr(taking, "ENOUGH", 10**9)


def made(source: str, target: str) -> Pair:
    """A conversion that has met no undeclared keys yet."""
    return Pair(DIALECTS[source], DIALECTS[target])


#: A conversion that meets ever more of them.
known = cache(made)


def converted(pair: Pair, item: Any) -> tuple[Any, tuple[gl.Diagnostic, ...]] | None:
    """What the pair gives and says of *item*, as the interpreter would; None if it leaves it."""
    read = pair.read(item)
    if read is None:
        return None
    (out,), (mask,) = pair.convert([read])
    if mask == ODD:
        return None
    source, target = pair.source.name, pair.target.name
    subject = Subject(raw=item, place=(), dialect=source, target=target, index=0)
    findings = Findings(item)
    tell(pair.said(mask), subject, findings, pair.same)
    value = copy.deepcopy(item) if pair.same else msgspec.to_builtins(out)
    return value, findings.sorted()


def assert_alike(pair: Pair, item: Any) -> bool:
    """Compare both ways; return whether the item was taken."""
    given = copy.deepcopy(item)
    quick = converted(pair, item)
    assert repr(item) == repr(given)  # nothing changes its input, and NaN is not equal to itself
    if quick is None:
        return False
    result = gl.convert(item, pair.source.name, pair.target.name)
    value = result.value[0] if isinstance(result.value, list) else result.value
    assert repr(value) == repr(quick[0])
    assert [each.to_dict() for each in result.diagnostics] == [each.to_dict() for each in quick[1]]
    return True


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_people_have_is_usual(source: str, target: str) -> None:
    """Every item as people have it is taken, in every direction."""
    pair = made(source, target)

    left = [item for item in usual.items(source) if not assert_alike(pair, item)]
    assert not left


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(seed=st.integers())
def test_changed_items_are_alike(source: str, target: str, seed: int) -> None:
    """A small change makes an item unusual, or changes what is given and said as it should."""
    pair, items, chance = known(source, target), usual.items(source), Random(seed)

    for _ in range(20):
        assert_alike(pair, usual.changed(chance.choice(items), chance))


@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(data=st.data())
def test_any_items_are_alike(source: str, target: str, data: st.DataObject) -> None:
    """Items of any make are given and said alike."""
    assert_alike(known(source, target), data.draw(ITEMS[source]()))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_corpus_is_alike(source: str, target: str) -> None:
    """So is every object that stands anywhere in the corpus."""
    pair = made(source, target)

    for item in usual.corpus(Path(__file__).parent / "corpus"):
        assert_alike(pair, item)


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("value", ["x", None, 5, ["x"], {"x": 5}, {}])
def test_undeclared_keys_are_taken(source: str, target: str, value: Any) -> None:
    """A key that nobody declares is no reason to leave an item, whatever it holds."""
    item = {**usual.items(source)[0], "priority": value}

    assert assert_alike(made(source, target), item)


def test_only_so_many_undeclared_keys_are_taken() -> None:
    """Who makes up a new key for every item gets the interpreter, once enough was said of others."""
    pair, item = made("velo", "frontend"), usual.items("velo")[0]

    taken = [assert_alike(pair, {**item, f"key{number}": 1}) for number in range(MOST + SAYINGS + 2)]

    assert [True] * (MOST + SAYINGS) + [False] * 2 == taken
    assert sum(map(len, pair.learned.values())) == MOST


_TELLING_KEYS = ['a"b', "sortorder", "Title", "itemId", "src", "createdDate"]


@pytest.mark.parametrize("key", _TELLING_KEYS)
def test_keys_that_say_more_are_left(key: str) -> None:
    """Those that cannot be named, that look misspelt, or by which dialects are told."""
    item = {**usual.items("velo")[0], key: "x"}

    assert not assert_alike(made("velo", "rest"), item)


@pytest.mark.parametrize("key", [*_TELLING_KEYS, "a`b", "a.b", "a[0]", "", "\0", "a\nb - at `$.title`"])
@pytest.mark.parametrize("way", [(), ("link",), ("image",)])
def test_keys_are_taken_out_where_they_go(key: str, way: tuple[str, ...]) -> None:
    """A page keeps none of them, whatever they are called and wherever they stand."""
    item = copy.deepcopy(next(item for item in usual.items("velo") if "image" in item and "link" in item))
    held = item[way[0]] if way else item
    held[key] = {"x": "y"}

    assert_alike(made("velo", "frontend"), item)


#: What stands where something else is meant.
_WRONG = [
    5,
    "x",
    "null",
    "",
    None,
    [],
    ["x"],
    {},
    {"url": "x"},
    {"id": "a.jpg", "x": 1},  # a medium where the branch around it belongs, say
    {"x": [None]},
    True,
    1e400,
    10**120,  # longer than a description should be, and read as its text
    "1",
    "3 July 2022",
]


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize("wrong", _WRONG, ids=lambda each: repr(each)[:20])
def test_wrong_values_are_alike(source: str, target: str, wrong: Any) -> None:
    """A value that is refused, at any place of an item as people have it, costs no more than itself."""
    pair = known(source, target)
    for item in usual.items(source)[:6]:
        for place in filter(None, usual.places(item)):
            assert_alike(pair, usual.put(item, place, wrong))


_MISTAKES = {
    "title": 5,
    "description": ["Boats"],
    "sort_order": "first",
    "created_date": "3 July 2022",
    "updated_date": "soon",
}


@pytest.mark.parametrize(
    ("source", "target", "field"),
    [(*pair, field) for pair in PAIRS for field in _MISTAKES if field in DIALECTS[pair[0]].item.by_field],
)
def test_what_is_refused_does_not_cost_the_rest(source: str, target: str, field: str) -> None:
    """The usual mistakes are no reason to leave an item to the interpreter."""
    row = DIALECTS[source].item.by_field[field]
    item = {**usual.items(source)[0], row.wire: _MISTAKES[field]}

    assert assert_alike(made(source, target), item)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_rules_are_silent_where_they_say_so(source: str, target: str) -> None:
    """A rule says nothing of an item for which its condition holds, and what it finds it finds exactly."""
    into, aim = DIALECTS[target], aim_of(DIALECTS[source], DIALECTS[target])
    chance = Random(5)
    changed = [usual.changed(item, chance) for item in usual.items(source) for _ in range(5)]
    for raw in (*usual.items(source), *changed):
        try:
            item = DIALECTS[source].structure(raw)
        except ValueError:
            continue
        if is_bare(item):
            continue  # what carries media leaves it
        if into is not DIALECTS[source] and into.drops(kind_of(item)):
            continue
        for each in map(rule, rules_of(DIALECTS[source], into)):
            spots = [*each.check(item, aim)] if each.check else []
            family = item.origin.family if item.origin else None
            elsewhere = (each.aims is not None and aim not in each.aims) or (
                each.families is not None and family not in each.families
            )
            if elsewhere or (each.silent is not None and each.silent.holds(item)):
                assert not spots
            elif each.finds:
                found = [finds.field for finds in each.finds if finds.when.holds(item)]
                assert found == [spot.field for spot in spots]


PICTURE = "https://static.wixstatic.com/media/3f9c21_5d0e8a7b6c4f~mv2.jpg"


@pytest.mark.parametrize(
    ("source", "item"),
    [
        ("rest-legacy", {"dataType": "PHOTO", "mediaUrl": f"{PICTURE}/v1/fill/w_8,h_6/a.jpg"}),
        ("component", {"mediaUrl": PICTURE, "metaData": {"type": "image"}, "secondaryMedia": None}),
        ("component", {"mediaUrl": PICTURE, "metaData": {"focalPoint": ["soon", float("inf")]}}),
        ("component", {"mediaUrl": PICTURE, "metaData": {"focalPoint": [float("inf"), 0.5]}}),
    ],
)
def test_what_was_once_found_by_chance_is_alike(source: str, item: dict[str, Any]) -> None:
    """The order of findings at one place; a hover medium that is null; numbers beside a wrong value."""
    for target in TARGETS:
        assert_alike(made(source, target), item)


@pytest.mark.parametrize("target", TARGETS)
def test_a_word_for_nothing_beside_a_picture_is_left(target: str) -> None:
    """It is no alternative text, and stands beside the address where that goes back to where it came from."""
    item = {"type": "image", "src": "https://a.example/p.jpg", "alt": "undefined"}

    assert_alike(made("frontend", target), item)


def test_what_is_shipped_is_what_is_printed() -> None:
    """``make generate`` writes the modules; nothing else is in their folder."""
    folder = Path(compiled.__file__).parent / "printed"
    written = {path.stem: path.read_text("utf-8") for path in folder.glob("[!_]*.py")}

    assert printed_modules() == written


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_is_shipped_finds_the_same_bits(source: str, target: str) -> None:
    """A conversion that is loaded finds the same as the one that is printed, by the same bits."""
    shipped = made(source, target)
    printer = printer_of(shipped.source, shipped.target)
    printer.print()

    assert [*map(attrs.astuple, printer.bits.found)] == [*map(attrs.astuple, shipped.found)]
    assert (printer.bits.asked, printer.bits.placed) == (shipped.asked, shipped.placed)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_pair_is_compiled(source: str, target: str) -> None:
    """A rule of which nothing is known beforehand would leave all items of a pair to the interpreter."""
    assert pair(source, target) is not None


@pytest.mark.parametrize("target", TARGETS)
def test_every_loss_is_known_beforehand(target: str) -> None:
    """One that is a function alone would make every item unusual that has the field."""
    losses = DIALECTS[target].item.losses

    opaque = [each.field for each in losses if each.known_by is None and not _is_data(each)]
    assert not opaque


def _is_data(loss: Loss) -> bool:
    return loss.find is None and (loss.when is present or isinstance(loss.when, Condition))


@pytest.mark.parametrize("target", TARGETS)
def test_an_item_that_has_to_be_asked_about_is_mended(target: str) -> None:
    """A date that is none is no reason to fail before it is taken out."""
    focal = {"x": 5, "y": 0.5}
    item = {
        "createdDate": "soon",
        "type": "IMAGE",
        "image": {"imageInfo": {"id": "a.jpg"}, "focalPoint": focal},
    }

    assert assert_alike(made("rest", target), item)


def test_conversions_of_a_process_do_not_mix_what_they_have_met() -> None:
    """Each finds by its own bits, though both are loaded from one module."""
    pair, item = made("velo", "component"), {"type": "TEXT", "text": {"html": "x", "css": {"key": 1}}}
    made("velo", "component")

    assert assert_alike(pair, item)


def test_a_style_of_ever_other_keys_is_left_at_last() -> None:
    """The bits of its losses are remembered, but not without end."""
    pair = made("velo", "component")
    items = [{"type": "TEXT", "text": {"html": "x", "css": {f"key{n}": 1}}} for n in range(SAYINGS + 2)]

    assert [True] * SAYINGS + [False] * 2 == [assert_alike(pair, item) for item in items]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_every_field_is_carried_by_what_is_known(source: str, target: str) -> None:
    """A row whose codec has no shape, or writes nobody knows what, would make its items unusual."""
    rows = [row for row in DIALECTS[source].item.rows if row.field and not row.codec.kind]
    assert not [row.field for row in rows if not row.codec.shape]
    known = {
        "address",
        "as-is",
        "date",
        "flat-medium",
        "id",
        "kind",
        "known",
        "link",
        "medium",
        "medium-type",
        "shown",
        "target",
        "thumbnail",
    }
    inside = ("image.picture.", "video.clip.", "secondary_media")
    rows = [row for row in DIALECTS[target].item.rows if row.field and not row.field.startswith(inside)]
    assert not [row.field for row in rows if not _is_known(row.codec, known)]


def _is_known(codec: Codec, known: set[str]) -> bool:
    return codec.writes in known or codec.writes.startswith("medium.") or isinstance(codec.unstructure, Made)


@pytest.mark.parametrize("poster", ["/0", "0/", "%200", "a~mv2.jpg"])
def test_posters_with_blanks_and_slashes_are_left(poster: str) -> None:
    """Many items of a kind get the thumbnail that one alone gets."""
    clip = f"wix:video://v1/v1/a.mp4#posterUri={poster}&posterWidth=1&posterHeight=2"
    item = {"type": "VIDEO", "video": {"videoInfo": clip}}

    (alone,) = gl.convert([item], "velo").value

    assert [alone] * 60 == gl.convert([item] * 60, "velo").value
