"""What is proposed for what was found, rule by rule, and what never changes by it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
from flawed import flawed
from gallery_lens import media
from gallery_lens.conversion.run import Run
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.fixes import FIXABLE, Change, Fix, changed, propose
from gallery_lens.media import MediaError
from gallery_lens.model import Item, declared_kind, kind_of
from gallery_lens.options import ConvertOptions
from gallery_lens.order import displayed
from gallery_lens.rules import all_rules
from gallery_lens.rules.base import Example, Rule

PICTURE = "wix:image://v1/ab.jpg/n.jpg#originWidth=4&originHeight=3"
FILM = "wix:video://v1/ab/n.mp4#posterUri=p.jpg&posterWidth=4&posterHeight=3"


def item(**fields: Any) -> dict[str, Any]:
    """A Velo item with a picture."""
    return {"type": "IMAGE", "image": {"imageInfo": PICTURE}, **fields}


def sorted_by(*orders: Any) -> list[dict[str, Any]]:
    """Velo items with these sort orders."""
    return [item(sortOrder=order) for order in orders]


def found(document: Any, source: str = "auto", target: str = "frontend") -> tuple[Diagnostic, ...]:
    """What a conversion says."""
    return gl.convert(document, source, target).diagnostics


def fixes_of(document: Any, *codes: str, source: str = "auto", target: str = "frontend") -> tuple[Fix, ...]:
    """What is proposed for the findings of some codes, or of all."""
    said = [each for each in found(document, source, target) if not codes or each.code in codes]
    return propose(document, said, source=source)


def changes_of(document: Any, *codes: str, **how: str) -> list[Change]:
    """All changes proposed."""
    return [change for fix in fixes_of(document, *codes, **how) for change in fix.changes]


# ---------------------------------------------------------------- every rule


def _examples() -> Iterator[Any]:
    for each in all_rules():
        for number, example in enumerate(each.bad if each.fixable else (), start=1):
            yield pytest.param(each, example, id=f"{each.code}-{number}")


def test_the_flags_of_the_rules_are_true() -> None:
    """A rule is called fixable where there is something to settle its findings with."""
    assert {each.name for each in all_rules() if each.fixable} == FIXABLE


@pytest.mark.parametrize(("each", "example"), [*_examples()])
def test_a_bad_example_is_mended(each: Rule, example: Example) -> None:
    """Its finding is gone afterwards, and none has come."""
    (fix,) = propose(
        example.document, found(example.document, example.source, example.target), source=example.source
    )

    mended = changed(example.document, fix.changes)
    assert (each.code,) == fix.codes
    assert () == found(mended, example.source, example.target)


@pytest.mark.parametrize(
    "each", [each for each in all_rules() if not each.fixable], ids=lambda each: each.code
)
def test_other_rules_are_left_to_people(each: Rule) -> None:
    """Nothing is proposed for their examples."""
    plain = [example for example in each.bad if not example.options]

    assert all(() == fixes_of(one.document, source=one.source, target=one.target) for one in plain)


# ---------------------------------------------------------------- rule by rule


@pytest.mark.parametrize(
    ("text", "number"),
    [("420", 420), ("+07", 7), (".5", 0.5), ("1.644317968985E9", 1644317968.985), ("9" * 30, int("9" * 30))],
)
def test_numeric_text_becomes_its_number(text: str, number: float) -> None:
    """Not a digit is lost."""
    (change,) = changes_of(item(sortOrder=text))

    assert Change(("sortOrder",), "replace", number) == change
    assert type(number) is type(change.value)


def test_text_in_a_list_stays_what_it_was_otherwise() -> None:
    """Each of them is a fix of its own."""
    assert [1, 3] == [fix.changes[0].value for fix in fixes_of(sorted_by("1", 2, "3"), "O102")]


SORTED: list[tuple[list[Any], tuple[str, ...], dict[int, Any]]] = [
    ([5, 5, 5], (), {1: 6, 2: 7}),
    ([5, 5, "7"], (), {1: 6, 2: 7}),
    ([5, 5, "7"], ("O101",), {1: 6}),
    ([5, None, 5, "NaN"], (), {2: 6}),
    ([10**400, 5, 5], (), {2: 6}),
    ([1, 1.000000000000001, 2], (), {1: 1.5}),
    ([1644317968, 1644317969, 1657439075188], (), {2: 1657439075.188}),
    ([1644317968, 1657439075188], (), {0: 1644317968000}),
    ([1644317968, 1644317968000], (), {0: 1644317968000, 1: 1644317969000}),
    ([1, "1644317968.5", 1657439075188], ("O103",), {1: 1644317968500}),
]


@pytest.mark.parametrize(("orders", "codes", "expected"), SORTED)
def test_sort_orders_are_put_right_together(
    orders: list[Any], codes: tuple[str, ...], expected: dict[int, Any]
) -> None:
    """With as few changes as can be; what has no place in the order is skipped."""
    assert expected == {
        int(change.place[0]): change.value for change in changes_of(sorted_by(*orders), *codes, target="rest")
    }


def test_one_fix_settles_all_that_collides() -> None:
    """It names what it settles."""
    (fix,) = fixes_of(sorted_by(5, 5, "5", 5.000000000000001), target="rest")

    assert ("O101", "O102", "O105") == fix.codes
    assert 4 == len(fix.fingerprints)


def test_galleries_of_a_list_are_put_right_as_items_are() -> None:
    """They are shown in the order of their values, too."""
    document = {"galleries": [{"name": name, "sortOrder": 5, "items": []} for name in "ab"]}

    assert [Change(("galleries", 1, "sortOrder"), "replace", 6)] == changes_of(
        document, "O101", target="rest"
    )


@pytest.mark.parametrize(
    ("orders", "safe"),
    [((1644317968, 1657439075188), True), ((1657439076, 1657439075188), False)],
)
def test_one_unit_for_all_is_safe_where_the_order_shown_stays(orders: tuple[int, ...], safe: bool) -> None:
    """Otherwise items move to where their times belong."""
    (fix,) = fixes_of(sorted_by(*orders), "O103", target="rest")

    assert safe is fix.safe


TYPED: list[tuple[str, str, Any, list[Change]]] = [
    ("velo", "frontend", {"video": {"videoInfo": FILM}}, [Change(("type",), "add", "VIDEO")]),
    ("velo", "frontend", {"type": "UNDEFINED", "text": {"html": "a"}}, []),
    (
        "rest",
        "component",
        {"type": "UNDEFINED", "text": {"html": "a"}},
        [Change(("type",), "replace", "TEXT")],
    ),
    ("frontend", "velo", {"src": FILM}, [Change(("type",), "add", "video")]),
    (
        "component",
        "velo",
        {"itemId": "a", "mediaUrl": "ab.jpg", "metaData": {}},
        [Change(("metaData", "type"), "add", "image")],
    ),
    ("component", "velo", {"itemId": "a", "mediaUrl": "ab.jpg"}, []),
    ("component", "velo", {"itemId": "a", "mediaUrl": "ab.jpg", "metaData": None}, []),
    ("rest-legacy", "frontend", {"id": "a", "mediaUrl": "ab.jpg", "photoMetadata": {}}, []),
    ("cms", "velo", {"src": PICTURE, "slug": "ab.jpg"}, []),
]


@pytest.mark.parametrize(("source", "target", "document", "expected"), TYPED)
def test_the_type_is_that_of_the_branch(
    source: str, target: str, document: Any, expected: list[Change]
) -> None:
    """In the spelling of the dialect, where that is one of those that are written."""
    assert expected == changes_of(document, "S004", source=source, target=target)


@pytest.mark.parametrize(("src", "safe"), [(PICTURE, True), (FILM, False)])
def test_a_film_on_a_page_shows_only_once_it_is_called_one(src: str, safe: bool) -> None:
    """Which is meant, surely, but is no longer the same page."""
    (fix,) = fixes_of({"src": src}, "S004", source="frontend", target="velo")

    assert safe is fix.safe


ADDRESSES = [
    ("image://v1/ab.jpg/4_3/n.jpg", "wix:image://v1/ab.jpg/n.jpg#originWidth=4&originHeight=3"),
    ("image://v1/ab.jpg/n.jpg", "wix:image://v1/ab.jpg/n.jpg"),
    (
        "wix:image://v1/ab.jpg/n.jpg/#originWidth=4",
        "wix:image://v1/ab.jpg/n.jpg#originWidth=4&originHeight=0",
    ),
    ("wix:image://v1/ab.jpg/a b.jpg#originHeight=3&originWidth=4", None),
    (PICTURE.replace("n.jpg", "a b.jpg"), PICTURE.replace("n.jpg", "a%20b.jpg")),
    (PICTURE.replace("n.jpg", "n.jpg/more"), PICTURE),
    (PICTURE + "&more=1", PICTURE),
    (PICTURE.replace("ab.jpg", "a b.jpg"), None),
    (" https://pictures.example/a.jpg", None),
]
ADDRESSES[3] = (ADDRESSES[3][0], PICTURE.replace("n.jpg", "a%20b.jpg"))


@pytest.mark.parametrize(("loose", "strict"), ADDRESSES)
def test_an_address_is_written_in_today_s_form(loose: str, strict: str | None) -> None:
    """Unless it would say something else, or be as loose as before."""
    place = ("image", "imageInfo")

    expected = [] if strict is None else [Change(place, "replace", strict)]
    assert expected == changes_of({"type": "IMAGE", "image": {"imageInfo": loose}}, "M104", target="rest")


LINKS: list[tuple[Any, bool]] = [
    ({}, True),
    ({"url": "", "text": None, "wixLinkData": {}}, True),
    ({"url": "undefined"}, True),
    ({"url": None, "text": "More"}, False),
    ({"target": "_blank"}, False),
]


@pytest.mark.parametrize(("link", "goes"), LINKS)
def test_a_link_goes_if_there_is_nothing_in_it(link: Any, goes: bool) -> None:
    """What says something else stays, for somebody to look at."""
    assert [Change(("link",), "remove")] * goes == changes_of(item(link=link), "L105", target="rest")


def test_a_link_of_the_component_goes_as_a_whole() -> None:
    """Wherever the dialect keeps it."""
    document = {"itemId": "a", "mediaUrl": "ab.jpg", "metaData": {"type": "image", "link": {"url": ""}}}

    assert [Change(("metaData", "link"), "remove")] == changes_of(document, "L105", target="velo")


def test_an_unsafe_link_is_removed_only_if_asked_for() -> None:
    """Once, however much of it is unsafe, because it may be a link that people use."""
    link = {"url": "javascript:a()", "wixLinkData": {"external": {"url": "data:,a"}}}

    (fix,) = fixes_of(item(link=link), "X101", target="rest")

    assert (("X101",), False) == (fix.codes, fix.safe)
    assert (Change(("link",), "remove"),) == fix.changes
    assert 2 == len(fix.fingerprints)


# ---------------------------------------------------------------- where nothing is fixed


def test_what_stands_in_text_is_not_fixed() -> None:
    """The claims of a webhook are what was signed."""
    body = json.dumps({"item": item(sortOrder="420", link={})})
    event = {"id": "e", "slug": "gallery_item_created", "entityId": "g", "actionEvent": {"body": body}}
    data = {"eventType": "wix.pro_gallery.v2.gallery", "data": json.dumps(event)}
    document = {"data": json.dumps(data), "iat": 1639654876}

    assert {"O102", "L105"} <= {each.code for each in found(document, target="rest")}
    assert () == fixes_of(document, target="rest")


@pytest.mark.parametrize("items", [[{"link": {}}], [{"link": {"url": "data:,"}}], {"link": {}}])
def test_findings_in_what_cannot_be_read_are_passed_over(items: Any) -> None:
    """As when the dialect is told to those who find, and not to those who fix."""
    document = {"items": items, "name": "a"} if isinstance(items, list) else items
    said = [each for each in found(document, "velo", "rest") if each.name in FIXABLE]

    assert said
    assert () == propose(document, said)


def test_nothing_found_is_nothing_proposed() -> None:
    """Not even a look at the document."""
    assert () == propose(object(), [])


def test_fixes_come_in_document_order() -> None:
    """Whatever the order of the findings."""
    document = [item(link={}), {"image": {"imageInfo": PICTURE}}, item(sortOrder="3")]

    forwards = propose(document, found(document))
    backwards = propose(document, found(document)[::-1])

    assert [("L105",), ("S004",), ("O102",)] == [fix.codes for fix in forwards]
    assert forwards == backwards


# ---------------------------------------------------------------- laws

BACKENDS = flawed("velo", "rest")


def as_shown(document: Any, source: str) -> Any:
    """What a page shows of a document, with media by what their addresses say."""
    return _said(gl.convert(document, source, "frontend", order="sort-order").value)


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    try:
        return media.parse(value) if isinstance(value, str) else value
    except MediaError:
        return value


@given(BACKENDS)
def test_after_a_safe_fix_a_page_shows_the_same(case: tuple[str, Any]) -> None:
    """The same items in the same order, with the same pictures and words and links."""
    source, document = case
    for fix in (each for each in fixes_of(document, source=source) if each.safe):
        assert as_shown(document, source) == as_shown(changed(document, fix.changes), source)


@given(BACKENDS)
def test_a_fix_settles_what_it_says_and_brings_nothing(case: tuple[str, Any]) -> None:
    """Of the findings with its fingerprints none is left; there are fewer than before, and no new ones."""
    source, document = case
    before = found(document, source, "rest")
    for fix in propose(document, before, source=source):
        after = found(changed(document, fix.changes), source, "rest")

        assert len(after) < len(before)
        assert {each.code for each in after} <= {each.code for each in before}


@given(flawed("velo", "rest", "frontend", "component"))
def test_a_type_that_is_written_says_what_was_read(case: tuple[str, Any]) -> None:
    """Whatever the dialect, the item is read as the same kind, now because it says so."""
    source, document = case
    target = "velo" if source in ("frontend", "component") else "frontend"
    kinds = [kind_of(each) for each in read_items(document, source)]

    changes = changes_of(document, "S004", source=source, target=target)

    read = read_items(changed(document, changes), source)
    assert kinds == [kind_of(each) for each in read]
    assert len(changes) <= sum(declared_kind(each) is not None for each in read)


def read_items(document: Any, source: str) -> list[Item]:
    """All items of a document, as they are read."""
    run = Run(document, ConvertOptions(source=source, target="velo"))
    return [each.model or Item() for each in run.reads]


@given(st.lists(st.integers(0, 3) | st.integers(0, 3).map(str) | st.none(), max_size=8))
def test_no_sort_order_collides_afterwards(orders: list[Any]) -> None:
    """In any order of the list, and shown as before."""
    document: Any = sorted_by(*orders)
    for fix in fixes_of(document, target="rest"):
        document = changed(document, fix.changes)

    assert not {"O101", "O102", "O105"} & {each.code for each in found(document, target="rest")}
    assert displayed(orders) == displayed([each["sortOrder"] for each in document])
