"""Documents taken apart and put together again."""

import copy
from typing import Any

import pytest

from gallery_lens.wrappers import Shape, unwrap

ITEM = {"type": "IMAGE", "image": {}}
GALLERY = {"name": "Rivers", "items": [ITEM]}

#: Every wrapper, with the places of what it holds and whether it is a list of galleries.
WRAPPERS: list[tuple[Any, list[tuple[Any, Shape]], bool]] = [
    (ITEM, [((), Shape.ITEM)], False),
    ({"item": ITEM, "revision": 3}, [(("item",), Shape.ITEM)], False),
    ([ITEM, None], [((), Shape.ITEMS)], False),
    ({"items": [ITEM], "count": 1}, [((), Shape.GALLERY)], False),
    (GALLERY, [((), Shape.GALLERY)], False),
    ({"gallery": GALLERY, "etag": "x"}, [(("gallery",), Shape.GALLERY)], False),
    (
        {"galleries": [GALLERY, None], "totalGalleries": 2},
        [(("galleries", 0), Shape.GALLERY), (("galleries", 1), Shape.GALLERY)],
        True,
    ),
    ({"itemsInGalleries": [GALLERY]}, [(("itemsInGalleries", 0), Shape.GALLERY)], True),
    ({"galleries": []}, [], True),
]

every_wrapper = pytest.mark.parametrize(("document", "slots", "many"), WRAPPERS)


@every_wrapper
def test_what_a_wrapper_holds(document: Any, slots: list[Any], many: bool) -> None:
    """Items, lists and galleries are found where they stand."""
    envelope = unwrap(document)

    assert (slots, many) == ([(slot.place, slot.shape) for slot in envelope.slots], envelope.many)


@every_wrapper
def test_filling_in_the_same_changes_nothing(document: Any, slots: list[Any], many: bool) -> None:
    """What was taken apart can be put together."""
    envelope = unwrap(document)

    assert document == envelope.fill({slot.place: slot.value for slot in envelope.slots})


@every_wrapper
def test_filling_in_leaves_the_document_alone(document: Any, slots: list[Any], many: bool) -> None:
    """The filled document is another one."""
    before = copy.deepcopy(document)

    unwrap(document).fill({place: "new" for place, _ in slots})

    assert before == document


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (ITEM, "new"),
        ({"item": ITEM, "revision": 3}, {"item": "new", "revision": 3}),
        ({"gallery": GALLERY, "etag": "x"}, {"gallery": "new", "etag": "x"}),
        (
            {"galleries": [GALLERY, GALLERY], "totalGalleries": 9},
            {"galleries": ["new"] * 2, "totalGalleries": 9},
        ),
    ],
)
def test_other_content_takes_the_place(document: Any, expected: Any) -> None:
    """Whatever lies beside the content is kept, in its order."""
    envelope = unwrap(document)

    filled = envelope.fill({slot.place: "new" for slot in envelope.slots})

    assert expected == filled
    assert not isinstance(expected, dict) or list(expected) == list(filled)


def test_what_has_no_content_leaves_a_list() -> None:
    """A gallery that cannot be read leaves no gap."""
    envelope = unwrap({"galleries": [1, 2, 3]})

    assert {"galleries": ["a", "c"]} == envelope.fill({("galleries", 0): "a", ("galleries", 2): "c"})


def test_a_document_without_content_is_nothing() -> None:
    """An item that has no counterpart leaves null."""
    assert unwrap(ITEM).fill({}) is None


@pytest.mark.parametrize(
    ("document", "shape"),
    [
        ({"name": "Rivers"}, Shape.GALLERY),
        ({"totalItems": 3, "_id": "x"}, Shape.GALLERY),
        ({"name": "Rivers", "title": "River"}, Shape.ITEM),
        ({"items": None, "title": "River"}, Shape.GALLERY),
        ({"title": "River"}, Shape.ITEM),
        ({}, Shape.ITEM),
        ({"gallery": None}, Shape.ITEM),
        ({"item": "river"}, Shape.ITEM),
        ({"galleries": {}}, Shape.ITEM),
        ("river", Shape.ITEM),
        (None, Shape.ITEM),
    ],
)
def test_without_a_known_wrapper_the_document_speaks_for_itself(document: Any, shape: Shape) -> None:
    """It is a gallery if it has a gallery's keys and none of an item's, else an item."""
    [slot] = unwrap(document).slots

    assert ((), shape, document) == (slot.place, slot.shape, slot.value)


def test_the_outer_wrapper_wins() -> None:
    """An answer that holds several galleries is one, whatever else stands beside them."""
    document = {"galleries": [GALLERY], "gallery": GALLERY, "item": ITEM, "items": [ITEM]}

    assert [("galleries", 0)] == [slot.place for slot in unwrap(document).slots]
