"""Places: pointers there and back, values at them, and their order."""

import copy
from collections import UserList
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.places import (
    Place,
    Positions,
    place_of,
    pointer,
    position,
    replaced,
    resolve,
    steps,
    value_at,
)

keys = st.text(alphabet="ab/~01 é", max_size=3)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


class TestPointers:
    """RFC 6901, there and back."""

    @pytest.mark.parametrize(
        ("place", "text"),
        [((), ""), (("",), "/"), (("a/b", 0, "m~n"), "/a~1b/0/m~0n"), (("~1",), "/~01")],
    )
    def test_examples_of_the_specification(self, place: Place, text: str) -> None:
        """A tilde and a slash are escaped, the root is empty."""
        assert text == pointer(place)

    @given(st.lists(keys))
    def test_what_was_written_is_found(self, names: list[str]) -> None:
        """Any key can be pointed at."""
        document: Any = "here"
        for key in reversed(names):
            document = {"other": 0, key: [0, document]}
        place = [step for key in names for step in (key, 1)]

        assert "here" == resolve(document, pointer(place))

    @given(values)
    def test_every_place_is_found_by_its_pointer(self, document: Any) -> None:
        """Keys as texts, indices as numbers, and the value that stands there."""
        for place in _places(document, ()):
            assert place == place_of(document, pointer(place))
            assert value_at(document, place) == resolve(document, pointer(place))
            assert tuple(map(str, place)) == steps(pointer(place))

    @pytest.mark.parametrize("text", ["/b", "/a/2", "/a/-1", "/a/x", "/a/0/b"])
    def test_what_is_not_there_is_not_found(self, text: str) -> None:
        """Neither a missing key, nor an index too many, nor anything inside a number."""
        with pytest.raises(LookupError):
            resolve({"a": [0, 1]}, text)


class TestPositions:
    """Document order as numbers."""

    def test_keys_of_a_large_object_are_numbered_once(self) -> None:
        """They are not searched again for each place."""

        class Walked(dict[str, Any]):
            walks = 0

            def __iter__(self) -> Iterator[str]:
                self.walks += 1
                return super().__iter__()

        document = {"large": Walked({f"{number}": number for number in range(1000)})}
        positions = Positions(document)

        assert [(0, number) for number in range(1000)] == [
            positions.of(("large", f"{n}")) for n in range(1000)
        ]
        assert document["large"].walks == 1

    @given(values)
    def test_positions_sort_as_the_document_reads(self, document: Any) -> None:
        """Positions ascend in document order, and a value comes after what holds it."""
        places = list(_places(document, ()))

        assert places == sorted(places, key=lambda place: position(document, place))

    @pytest.mark.parametrize("place", [("c",), ("a", 5), ("a", "x"), ("b", "x", 1)])
    def test_places_that_are_not_there_have_one_too(self, place: Place) -> None:
        """A missing key comes after all that are there."""
        assert isinstance(position({"a": [1], "b": 2}, place), tuple)
        assert position({"a": 1}, ("a",)) < position({"a": 1}, ("b",))

    def test_items_that_are_read_late_have_their_order(self) -> None:
        """They stand in a sequence that is no list."""
        items = UserList([{"b": 1, "a": 2}])

        assert position(items, (0, "b")) < position(items, (0, "a"))


def _places(value: Any, at: Place) -> Any:
    yield at
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(inner, (*at, step))


class TestReplacing:
    """A value put in the place of another one."""

    @given(values)
    def test_nothing_but_the_place_changes(self, document: Any) -> None:
        """The document given stays as it was, and each place can be set."""
        before = copy.deepcopy(document)
        for place in _places(document, ()):
            after = replaced(document, place, "new")

            assert "new" == value_at(after, place)
            assert before == document
            assert before == replaced(after, place, value_at(document, place))
