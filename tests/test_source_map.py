"""Where values stand in a text: held against a parser over random documents in random layouts."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens.places import pointer
from gallery_lens.source_map import Duplicate, SourceMap, Span
from layouts import laid_out, leaves_and_branches, random_document
from strategies import texts

#: Far more levels than Python's stack bears.
DEEP = 10_000


def shown(text: str, pointed: str) -> str | None:
    """Return what stands in *text* at a pointer."""
    span = SourceMap(text).at(pointed)
    return None if span is None else text[span.start : span.end]


def same(one: Any, other: Any) -> bool:
    """Tell whether two documents are equal as JSON, where 1 and 1.0 and true are three things."""
    return json.dumps(one) == json.dumps(other)


class TestSpans:
    """The text at a span is the value at the place."""

    def test_a_thousand_random_documents(self) -> None:
        """Every value of every one is found, and what stands there is it and nothing more."""
        for seed in range(1_000):
            document = random_document(Random(seed))
            places = SourceMap(text := laid_out(document, Random(seed)))

            for place, value in leaves_and_branches(document):
                span = places.span(place)

                assert span is not None
                assert same(value, json.loads(text[span.start : span.end])), (seed, place)
                assert text[span.start : span.end].strip() == text[span.start : span.end]

    @given(st.integers())
    def test_pointers_find_what_places_find(self, seed: int) -> None:
        """A pointer, written by our own hand, is read as it was meant."""
        document = random_document(Random(seed))
        places = SourceMap(laid_out(document, Random(seed)))

        for place, _ in leaves_and_branches(document):
            assert places.span(place) == places.at(pointer(place))

    @given(st.dictionaries(texts(), st.none()), st.booleans())
    def test_the_key_of_a_member_is_known(self, document: dict[str, Any], ascii_only: bool) -> None:
        """The text at the key's offsets is the key, quotes included."""
        places = SourceMap(text := json.dumps(document, ensure_ascii=ascii_only))

        for key in document:
            span = places.span((key,))

            assert span is not None and span.key is not None
            assert key == json.loads(text[slice(*span.key)])

    @pytest.mark.parametrize(
        ("text", "pointed"),
        [
            ("{}", "/a"),
            ("[]", "/0"),
            ("[1]", "/1"),
            ("[1]", "/-1"),
            ("[1]", "/a"),
            ("[1]", "/²"),
            ("1", "/0"),
            ('"0"', "/0"),
            ('{"a": {"b": 1}}', "/a/c/d"),
        ],
    )
    def test_nothing_stands_where_nothing_is(self, text: str, pointed: str) -> None:
        """A place that the document does not have has no span."""
        assert SourceMap(text).at(pointed) is None

    @pytest.mark.parametrize(
        ("text", "pointed", "stands"),
        [
            ("[NaN, -Infinity]", "/1", "-Infinity"),
            ("[1, " + "2" * 5_000 + "]", "/1", "2" * 5_000),
            ('{"a": [' + "3" * 5_000 + '], "b": 1}', "/b", "1"),
            ('{"0": 1}', "/0", "1"),
            ('["\\ud800"]', "/0", '"\\ud800"'),
            (' "alone" ', "", '"alone"'),
            ("\ufeff [1]", "/0", "1"),
        ],
    )
    def test_the_unusual_is_found(self, text: str, pointed: str, stands: str) -> None:
        """Whatever reading takes has a place."""
        assert stands == shown(text, pointed)

    def test_a_place_is_looked_for_but_once(self) -> None:
        """Asking twice gives the same answer."""
        places = SourceMap('{"a": [1, 2]}')

        assert places.at("/a/1") == places.at("/a/1") == Span(10, 11)

    @pytest.mark.parametrize(
        ("opening", "closing", "step"), [("[", "]", 0), ('{"a":', "}", "a")], ids=["arrays", "objects"]
    )
    def test_depth_is_no_matter(self, opening: str, closing: str, step: Any) -> None:
        """Thousands of levels are walked without recursion."""
        text = opening * DEEP + "7" + closing * DEEP

        span = SourceMap(text).span((step,) * DEEP)

        assert span is not None
        assert ("7", len(opening) * DEEP) == (text[span.start : span.end], span.start)


class TestLines:
    """Offsets become what an editor shows."""

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("[1]", (1, 2)),
            ("[\n1]", (2, 1)),
            ("[\r1]", (2, 1)),
            ("[\r\n1]", (2, 1)),
            ("[\n\r1]", (3, 1)),
            ("[\n\n  1]", (3, 3)),
            ("\ufeff[1]", (1, 2)),
            ("\ufeff\n[1]", (2, 2)),
        ],
    )
    def test_lines_end_as_json_has_them(self, text: str, place: tuple[int, int]) -> None:
        """LF, CR and CRLF end a line; the mark before the first is no column."""
        places = SourceMap(text)

        assert place == places.line_column(text.index("1"))

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "😀", "\u0301"])
    def test_other_characters_are_columns(self, character: str) -> None:
        """What ends a line in other languages is an ordinary character here, and each counts one."""
        places = SourceMap(f'["{character}", 1]')

        assert (1, 7) == places.line_column(6)

    def test_the_mark_itself_is_where_the_text_begins(self) -> None:
        """There is no column 0."""
        assert (1, 1) == SourceMap("\ufeff1").line_column(0)

    @given(st.text("a\r\n\u2028"), st.data())
    def test_a_line_and_column_lead_back(self, text: str, data: st.DataObject) -> None:
        """Going to the line and counting the columns comes to the same character."""
        offset = data.draw(st.integers(0, len(text)))

        line, column = SourceMap(text).line_column(offset)

        before = text.replace("\r\n", "\0\n").replace("\r", "\n")
        starts = [0, *(index + 1 for index, each in enumerate(before) if each == "\n")]
        assert offset == starts[line - 1] + column - 1


class TestDuplicates:
    """A key that stands twice hides a value."""

    def test_the_last_wins(self) -> None:
        """The place leads to what readers see, and the duplicate to what they do not."""
        places = SourceMap(text := '{"a": 1, "b": 2, "\\u0061": 3}')

        assert (Duplicate(("a",), (17, 25), Span(6, 7, (1, 4))),) == places.duplicates
        assert "3" == shown(text, "/a")

    def test_each_repetition_hides_one(self) -> None:
        """Three of a kind are two duplicates, in the order of the text."""
        places = SourceMap('{"a": 1, "a": 2, "a": 3}')

        assert [6, 14] == [found.hidden.start for found in places.duplicates]

    def test_they_are_found_at_any_depth(self) -> None:
        """In the order of the text, with the place of each; those inside a hidden value are hidden."""
        places = SourceMap('[{"x": {"y": 1, "y": 2}}, {"z": {"a": 1, "a": 1}, "z": []}, {"q": 0, "q": 0}]')

        assert [(0, "x", "y"), (1, "z"), (2, "q")] == [found.place for found in places.duplicates]

    def test_the_same_key_in_two_objects_is_none(self) -> None:
        """Only one object can contradict itself."""
        assert () == SourceMap('[{"a": 1}, {"a": 1, "b": {"a": 1}}]').duplicates

    def test_texts_are_not_keys(self) -> None:
        """What looks like JSON inside a text is text."""
        assert () == SourceMap(json.dumps(['{"a": 1, "a": 2}', "a", "a"])).duplicates

    def test_depth_is_no_matter(self) -> None:
        """Where the quick look fails, the thorough one does not."""
        text = '{"a":' * DEEP + '{"b": 1, "b": 2}' + "}" * DEEP

        (found,) = SourceMap(text).duplicates

        assert ("b", DEEP + 1) == (found.place[-1], len(found.place))

    @given(st.integers())
    def test_what_no_program_repeats_has_none(self, seed: int) -> None:
        """A document that was written from objects has every key once."""
        assert () == SourceMap(laid_out(random_document(Random(seed)), Random(seed))).duplicates
