"""Changes made in texts of any layout: what is touched, and what is not."""

import json
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gallery_lens.fixes import Change, Edit, Fix, apply, changed, edits
from gallery_lens.places import Place
from gallery_lens.source_map import SourceMap
from layouts import laid_out, leaves_and_branches, random_document, random_text


def fix_of(*changes: Change) -> Fix:
    """Changes as a fix."""
    return Fix(codes=(), fingerprints=(), title="", safe=True, pointer="", changes=changes)


def edited(text: str, *changes: Change) -> str:
    """The text after the changes."""
    return apply(text, edits(fix_of(*changes), SourceMap(text), text))


def replace(value: Any, *place: str | int) -> Change:
    """A change of one value."""
    return Change(place, "replace", value)


def remove(*place: str | int) -> Change:
    """A removal."""
    return Change(place, "remove")


def add(value: Any, *place: str | int) -> Change:
    """A new member."""
    return Change(place, "add", value)


LINES = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}'
COMMA_FIRST = '{ "a": 1\n, "b": 2\n, "c": 3\n}'

REPLACED = [
    ('{"a": "5"}', [replace(5, "a")], '{"a": 5}'),
    ('{"a" :\t"5" }', [replace(5, "a")], '{"a" :\t5 }'),
    ('["1",  "2"]', [replace(1, 0), replace(2, 1)], "[1,  2]"),
    ('"1"', [replace(1)], "1"),
    (' "1"\n', [replace([1, {"a": 2}])], ' [1,{"a":2}]\n'),
    ('\ufeff{"a": "1"}\r\n', [replace(1, "a")], '\ufeff{"a": 1}\r\n'),
    ('{"\\u0061": "1", "b": "\\/é"}', [replace(1, "a")], '{"\\u0061": 1, "b": "\\/é"}'),
    ('{"a": 12345678901234567890123, "b": 1e5}', [replace(1, "b")], '{"a": 12345678901234567890123, "b": 1}'),
    ('{"a": 1, "a": 2}', [replace(3, "a")], '{"a": 1, "a": 3}'),
    ('{"a": 1}', [replace(12345678901234567890123, "a")], '{"a": 12345678901234567890123}'),
    ('{"a": 1}', [replace(1611056409.2088726, "a")], '{"a": 1611056409.2088726}'),
    ('{"a": 1}', [replace("é", "a")], '{"a": "\\u00e9"}'),
    ('{"ä": 1}', [replace("é", "ä")], '{"ä": "é"}'),
    ('{"ä": 1}', [replace("é\ud800", "ä")], '{"ä": "\\u00e9\\ud800"}'),
    ('{\n  "a": 1\n}', [replace({"x": [1]}, "a")], '{\n  "a": {\n    "x": [\n      1\n    ]\n  }\n}'),
    ('{\r\n\t"a": 1\r\n}', [replace({"x": 1}, "a")], '{\r\n\t"a": {\r\n\t\t"x": 1\r\n\t}\r\n}'),
    ("[\n1\n]", [replace([2], 0)], "[\n[\n  2\n]\n]"),
    ('{\n  "a": 1}', [replace({}, "a")], '{\n  "a": {}}'),
    ('{\n  "a": 1, "b": 2\n}', [replace([1], "b")], '{\n  "a": 1, "b": [1]\n}'),
]

REMOVED = [
    (LINES, [remove("a")], '{\n  "b": 2,\n  "c": 3\n}'),
    (LINES, [remove("b")], '{\n  "a": 1,\n  "c": 3\n}'),
    (LINES, [remove("c")], '{\n  "a": 1,\n  "b": 2\n}'),
    (LINES, [remove("a"), remove("b")], '{\n  "c": 3\n}'),
    (LINES, [remove("c"), remove("b")], '{\n  "a": 1\n}'),
    (LINES, [remove("a"), remove("c")], '{\n  "b": 2\n}'),
    (LINES, [remove("a"), remove("b"), remove("c")], "{}"),
    (COMMA_FIRST, [remove("a")], '{ "b": 2\n, "c": 3\n}'),
    (COMMA_FIRST, [remove("b")], '{ "a": 1\n, "c": 3\n}'),
    (COMMA_FIRST, [remove("c")], '{ "a": 1\n, "b": 2\n}'),
    ('{ "a": 1 }', [remove("a")], "{}"),
    ('{"a": 1,"b": 2}', [remove("a")], '{"b": 2}'),
    ('[{"a": {"x": 1}}]', [remove(0, "a")], "[{}]"),
    ("[1, 2, 3]", [remove(0)], "[2, 3]"),
    ("[1, 2, 3]", [remove(1)], "[1, 3]"),
    ("[1, 2, 3]", [remove(2)], "[1, 2]"),
    ("[1, 2, 3]", [remove(0), remove(2)], "[2]"),
    ("[\n  1\n]", [remove(0)], "[]"),
    ('{"a": 1, "b": 2, "a": 3}', [remove("a")], '{"b": 2}'),
    ('{"a": 1, "a": 2, "a": 3}', [remove("a")], "{}"),
    ('[{"a": 1}, {"a": 2}]', [remove(0, "a"), remove(1, "a")], "[{}, {}]"),
]

ADDED = [
    ('{"a": 1}', [add(2, "b")], '{"a": 1, "b": 2}'),
    ('{"a":1}', [add(2, "b")], '{"a":1,"b":2}'),
    ('{"a":1, "b":2}', [add(3, "c")], '{"a":1, "b":2, "c":3}'),
    ('{ "a": 1 }', [add(2, "b")], '{ "a": 1, "b": 2 }'),
    (LINES, [add(4, "d")], '{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n  "d": 4\n}'),
    ('{\r\n\t"a" : 1\r\n}', [add(2, "b")], '{\r\n\t"a" : 1,\r\n\t"b" : 2\r\n}'),
    (COMMA_FIRST, [add(4, "d")], '{ "a": 1\n, "b": 2\n, "c": 3\n, "d": 4\n}'),
    ("{}", [add(1, "a")], '{"a":1}'),
    ('{"x": {}}', [add(1, "x", "a"), add(2, "x", "b")], '{"x": {"a": 1, "b": 2}}'),
    ('{"a": 1}', [add(2, "b"), add(3, "c")], '{"a": 1, "b": 2, "c": 3}'),
    ('{"a": 1}', [add(2, "\n\u00e9")], '{"a": 1, "\\n\\u00e9": 2}'),
    ('{\n "a": 1\n}', [add({"x": 1}, "b")], '{\n "a": 1,\n "b": {\n  "x": 1\n }\n}'),
    ('{"a": [1, {"x": "}"}]}', [add(2, "b")], '{"a": [1, {"x": "}"}], "b": 2}'),
]

TOGETHER = [
    (LINES, [remove("c"), add(4, "d")], '{\n  "a": 1,\n  "b": 2,\n  "d": 4\n}'),
    (LINES, [remove("a"), add(4, "d")], '{\n  "b": 2,\n  "c": 3,\n  "d": 4\n}'),
    ('{\n  "a": 1\n}', [remove("a"), add(4, "d"), add(5, "e")], '{\n  "d": 4,\n  "e": 5\n}'),
    (LINES, [remove("b"), replace(7, "a"), replace(9, "c")], '{\n  "a": 7,\n  "c": 9\n}'),
]


@pytest.mark.parametrize(("text", "changes", "expected"), [*REPLACED, *REMOVED, *ADDED, *TOGETHER])
def test_a_change_fits_into_the_layout(text: str, changes: list[Change], expected: str) -> None:
    """As somebody would have made it by hand."""
    assert expected == edited(text, *changes)


@pytest.mark.parametrize(
    "change",
    [
        replace(1, "b"),
        replace(1, "a", 0),
        remove("b"),
        remove("a", "x"),
        remove(0),
        add(1, "b", "c"),
        add(1, "a", "c"),
    ],
)
def test_nothing_is_edited_where_nothing_stands(change: Change) -> None:
    """A fix of another document is not made, nor half of it."""
    text = '{"a": 1}'

    assert () == edits(fix_of(replace(2, "a"), change), SourceMap(text), text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Edit(0, 2, ""), Edit(2, 4, ""), False),
        (Edit(0, 3, ""), Edit(2, 4, ""), True),
        (Edit(0, 4, ""), Edit(1, 2, ""), True),
        (Edit(2, 2, "x"), Edit(2, 2, "y"), True),
        (Edit(2, 2, "x"), Edit(2, 4, ""), True),
        (Edit(2, 2, "x"), Edit(0, 2, ""), True),
        (Edit(2, 2, "x"), Edit(3, 4, ""), False),
    ],
)
def test_edits_that_touch(one: Edit, other: Edit, expected: bool) -> None:
    """Where both come to the same place, it matters which is first; it does not where parts only adjoin."""
    assert one.touches(other) is other.touches(one) is expected


# ---------------------------------------------------------------- laws


def random_changes(document: Any, random: Random) -> list[Change]:
    """A few changes of which none lies inside of another."""
    places = leaves_and_branches(document)
    random.shuffle(places)
    found: list[Change] = []
    for place, value in places[: random.choice((1, 2, 5, 20))]:
        change = _random_change(place, value, random)
        if not any(_around(one.place, other) for one, other in _pairs(found, change)):
            found.append(change)
    return found


def _random_change(place: Place, value: Any, random: Random) -> Change:
    if isinstance(value, dict) and random.random() < 0.6:
        key = next(key for key in iter(lambda: random_text(random) + "new", None) if key not in value)
        return Change((*place, key), "add", random_document(random, 1))
    if place and random.random() < 0.6:
        return Change(place, "remove")
    return Change(place, "replace", random_document(random, 1))


def _pairs(found: list[Change], change: Change) -> list[tuple[Change, Place]]:
    return [pair for each in found for pair in ((each, change.place), (change, each.place))]


def _around(one: Place, other: Place) -> bool:
    return other[: len(one)] == one


def layout(document: Any, random: Random) -> str:
    """The document in a layout that somebody might choose, or in any that JSON allows."""
    if random.random() < 0.5:
        return laid_out(document, random)
    text = json.dumps(
        document, indent=random.choice((None, 0, 1, 2, "\t")), ensure_ascii=random.random() < 0.5
    )
    return text.replace("\n", random.choice(("\n", "\r\n")))


SEEDS = st.integers(0, 2**64)


@given(SEEDS)
@example(0)
def test_the_text_says_what_the_document_would(seed: int) -> None:
    """Editing the text and changing the document is the same."""
    random = Random(seed)
    document = random_document(random)
    changes = random_changes(document, random)

    text = edited(layout(document, random), *changes)

    assert json.dumps(changed(document, changes)) == json.dumps(json.loads(text.removeprefix("\ufeff")))


@given(SEEDS)
def test_nothing_but_commas_and_blanks_goes_with_what_is_changed(seed: int) -> None:
    """Outside of the changed values and members the text is the same, byte for byte."""
    random = Random(seed)
    document = random_document(random)
    changes = random_changes(document, random)
    text = layout(document, random)
    meant = {offset for change in changes for offset in _offsets(SourceMap(text), change)}

    found = edits(fix_of(*changes), SourceMap(text), text)

    gone = {offset for edit in found for offset in range(edit.start, edit.end)}
    assert {text[offset] for offset in gone - meant} <= set(", \t\r\n")


def _offsets(places: SourceMap, change: Change) -> range:
    span = places.span(change.place)
    if span is None:
        return range(0)
    return range(span.key[0] if span.key and change.op == "remove" else span.start, span.end)


@given(SEEDS)
def test_no_edit_touches_another_save_at_its_end(seed: int) -> None:
    """They come in order, and can be made one after the other."""
    random = Random(seed)
    document = random_document(random)
    text = layout(document, random)

    found = edits(fix_of(*random_changes(document, random)), SourceMap(text), text)

    assert all(one.end <= other.start for one, other in pairwise(found))


@given(SEEDS)
def test_changing_a_document_leaves_it_alone(seed: int) -> None:
    """The one that was given is as it was."""
    random = Random(seed)
    document = random_document(random)
    before = json.dumps(document)

    changed(document, random_changes(document, random))

    assert before == json.dumps(document)


@pytest.mark.parametrize("change", [replace(1, "b"), remove("b"), add(1, "b", "c")])
def test_a_document_without_the_place_cannot_be_changed(change: Change) -> None:
    """It is not the one that the change was meant for."""
    with pytest.raises(LookupError):
        changed({"a": 1}, [change])
