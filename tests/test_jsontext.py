"""Bytes to documents and back."""

import contextlib
import io
import json
import math
import sys
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from gallery_lens.diagnostics import Severity
from gallery_lens.jsontext import (
    MAX_DEPTH,
    Line,
    NotJson,
    codec,
    encode,
    read,
    read_blocks,
    read_lines,
    write,
    write_lines,
)
from gallery_lens.places import pointer

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT
)
DOCUMENTS = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner), max_leaves=20
)


def refusal(data: bytes) -> NotJson:
    """Return why *data* is not JSON."""
    with pytest.raises(NotJson) as caught:
        read(data)
    return caught.value


class TestReading:
    """What is read, and how exactly."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1", 1),
            ("1.0", 1.0),
            ("-0.0", -0.0),
            ("123456789012345678901234567890", 123456789012345678901234567890),
            ('"\\u00e9 é \U0001f600"', "é é \U0001f600"),
            (' {"a": [null, true, {}]}\n', {"a": [None, True, {}]}),
        ],
    )
    def test_value_and_type_are_kept(self, text: str, expected: object) -> None:
        """Numbers keep their type and value, texts their code points."""
        found = read(text.encode()).document

        assert (type(expected), repr(expected)) == (type(found), repr(found))

    def test_plain_text_has_no_notes(self) -> None:
        """There is nothing to say about a plain document."""
        assert () == read(b'{"a": 1}').notes

    def test_literals_that_json_lacks_are_floats(self) -> None:
        """NaN, Infinity and numbers beyond a float are left to whoever looks at the values."""
        nan, *infinite = read(b"[NaN, Infinity, -Infinity, 1e400]").document

        assert math.isnan(nan)
        assert [math.inf, -math.inf, math.inf] == infinite

    @pytest.mark.parametrize("levels", [1, MAX_DEPTH])
    def test_nesting_up_to_the_limit_is_read(self, levels: int) -> None:
        """The limit itself is allowed."""
        assert json.loads("[" * levels + "]" * levels) == read(b"[" * levels + b"]" * levels).document

    def test_brackets_inside_texts_do_not_count(self) -> None:
        """A text full of brackets is no nesting."""
        document = {"smile": ":[" * 5000, "more": [{}] * 5000, "quote": '"['}

        assert document == read(json.dumps(document).encode()).document

    def test_many_brackets_side_by_side_are_no_nesting(self) -> None:
        """A long list is not deep."""
        assert [[]] * 10_000 == read(encode([[]] * 10_000)).document


@pytest.fixture
def without_codec() -> Iterator[None]:
    """Read and write as if the codec were not imported."""
    with without():
        yield


@contextlib.contextmanager
def without() -> Iterator[None]:
    with mock.patch.object(codec, "is_here", return_value=False):
        yield


class TestSmallTexts:
    """Small texts, which are read and written before the codec could be imported."""

    @given(strategies.json_values(), st.sampled_from([None, 2]))
    def test_they_are_written_alike(self, value: Any, indent: int | None) -> None:
        """Byte for byte."""
        usual = encode(value, indent)

        with without():
            assert usual == encode(value, indent)

    @given(st.floats())
    def test_numbers_are_spelled_alike(self, number: float) -> None:
        """With exponents and without."""
        usual = encode([{"a": number}])

        with without():
            assert usual == encode([{"a": number}])

    @given(strategies.json_values().map(encode) | st.binary() | st.floats().map(lambda x: repr(x).encode()))
    def test_they_are_read_alike(self, data: bytes) -> None:
        """The document, its notes, or why there is none."""
        usual = outcome(data)

        with without():
            assert usual == outcome(data)

    @pytest.mark.usefixtures("without_codec")
    def test_large_ones_are_read_with_the_codec(self) -> None:
        """It is imported then."""
        assert ["a" * 40_000] == read(encode(["a" * 40_000])).document


def outcome(data: bytes) -> str:
    """Return what reading gives, or why it cannot."""
    try:
        found = read(data)
    except NotJson as error:
        return repr((error.problem, error.help, error.line, error.column))
    notes = [(note.place, note.problem, note.severity) for note in found.notes]
    return repr((found.document, notes))


class TestEncodings:
    """Texts that are not plain UTF-8."""

    def test_byte_order_mark_is_a_notice(self) -> None:
        """A mark before UTF-8 is skipped and noted."""
        found = read("\ufeff[1]".encode())

        assert [1] == found.document
        assert [Severity.INFO] == [note.severity for note in found.notes]

    @pytest.mark.parametrize(
        "encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le"]
    )
    def test_other_encodings_are_a_warning(self, encoding: str) -> None:
        """UTF-16 and UTF-32 are read with or without a mark, as PowerShell writes them."""
        found = read('{"name": "Übersee"}'.encode(encoding))

        assert {"name": "Übersee"} == found.document
        assert [Severity.WARNING] == [note.severity for note in found.notes]
        assert encoding[:6].upper() in found.notes[0].problem

    @pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"])
    def test_text_behind_the_first_quote_may_be_of_any_script(self, encoding: str) -> None:
        """Without a mark the zeros of the first character tell."""
        assert "Šibenik" == read('"Šibenik"'.encode(encoding)).document

    def test_lone_surrogates_are_kept_and_placed(self) -> None:
        """Half a pair stays as it is; the note names the place of each, keys included."""
        found = read(b'{"a/b": ["ok", "\\ud83d!"], "\\udc00": 1}')

        assert {"a/b": ["ok", "\ud83d!"], "\udc00": 1} == found.document
        assert ["/a~1b/1", "/\udc00"] == [pointer(note.place) for note in found.notes]
        assert ["\ud83d!", "\udc00"] == [note.value for note in found.notes]

    @pytest.mark.parametrize(
        ("data", "byte", "place"),
        [
            (b'{\n "title": "caf\xe9"}', "0xE9 at offset 16", (2, 15)),
            ('"é'.encode() + b"\xff", "0xFF at offset 3", (1, 3)),
            (b"\xff\xfe[\x00\x00", "0x00 at offset 4", (1, 2)),
            (b'"\xed\xa0\x80"', "0xED at offset 1", (1, 2)),
        ],
    )
    def test_bytes_that_are_no_text_are_placed(self, data: bytes, byte: str, place: tuple[int, int]) -> None:
        """The first bad byte is named with its offset, line and column in characters."""
        error = refusal(data)

        assert byte in error.problem
        assert place == (error.line, error.column)


class TestRefusals:
    """Texts that are not JSON."""

    @pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_empty_input_says_so(self, data: bytes) -> None:
        """Nothing and blanks are empty; there is no place to name."""
        error = refusal(data)

        assert ("it is empty", None, None) == (error.problem, error.line, error.column)

    @pytest.mark.parametrize(
        ("text", "place", "words"),
        [
            ('{"items": [{"title": "A"', (1, 25), "it ends where a comma or a closing bracket"),
            ('{"items": ', (1, 10), "it ends where a value"),
            ('{"a"', (1, 5), "it ends where a colon"),
            ("{", (1, 2), "it ends where a key"),
            ('[\n  "abc', (2, 3), "inside the quotes"),
            ("[1,]", (1, 3), "comma stands before"),
            ('{"a": [1],\n }', (1, 10), "comma stands before"),
            ("[1 2]", (1, 4), 'but "2" stands there'),
            ("[1,,2]", (1, 4), 'but "," stands there'),
            ('{"a" 1}', (1, 6), "a colon was expected"),
            ("{a: 1}", (1, 2), 'but "a" stands there'),
            ('["a\nb"]', (1, 4), "control character"),
            ('["\\x"]', (1, 3), "escapes nothing"),
            ('["\\u12"]', (1, 4), "four hexadecimal digits"),
            ('{"a":1}\n{"a":2}', (2, 1), "further text follows"),
            ("nul", (1, 1), 'but "nul" stands there'),
        ],
    )
    def test_what_is_wrong_is_said_with_its_place(
        self, text: str, place: tuple[int, int], words: str
    ) -> None:
        """Line, column and what stands there."""
        error = refusal(text.encode())

        assert place == (error.line, error.column)
        assert words in error.problem
        assert str(error) == error.problem

    @pytest.mark.parametrize(
        ("text", "help"),
        [
            ("{'a': 1}", "double quotes"),
            ("[1, // two\n2]", "no comments"),
            ("[1 # two\n]", "no comments"),
            ("<!doctype html>", "error page"),
            ("[undefined]", "undefined"),
            ("[object Object]", "JSON.stringify"),
            ("{}\n{}", "--input-format ndjson"),
            ("[None]", "json.dumps"),
            ('["a', "cut off"),
        ],
    )
    def test_likely_mistakes_get_their_advice(self, text: str, help: str) -> None:
        """What people write instead of JSON is recognised."""
        assert help in refusal(text.encode()).help

    @pytest.mark.parametrize(
        "data",
        [
            b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
            b"[" * 10_000 + b"]" * 10_000,
            b"[" * 1_000_000,
            b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        ],
    )
    def test_deep_nesting_is_refused_at_its_place(self, data: bytes) -> None:
        """The first bracket too many is named; nothing overflows."""
        error = refusal(data)

        assert str(MAX_DEPTH) in error.problem
        assert data[: (error.column or 0) - 1].count(data[:1]) == MAX_DEPTH

    @pytest.mark.parametrize("first", ["[", '{"a":'])
    def test_levels_of_both_kinds_are_counted(self, first: str) -> None:
        """Arrays in objects, and objects in arrays, are a level each."""
        document: Any = 1
        for level in range(MAX_DEPTH + 1):
            document = [document] if (level % 2 == 0) is (first == "[") else {"a": document}

        assert "levels" in refusal(encode(document)).problem

    def test_nesting_hidden_by_texts_is_still_refused(self) -> None:
        """Brackets in texts cannot make up for real ones, beyond what the stack can bear."""
        levels = 5_000

        assert "levels" in refusal(b'["]",' * levels + b"1" + b',"["]' * levels).problem

    def test_numbers_longer_than_python_reads_are_refused(self) -> None:
        """The number is named, not a text of as many digits before it."""
        digits = b"1" * (sys.get_int_max_str_digits() + 1)
        data = b'{"a": "' + digits + b'", "b": ' + digits + b"}"

        error = refusal(data)

        assert "digits" in error.problem
        assert data.index(digits, 10 + len(digits)) + 1 == error.column

    @given(st.binary(max_size=40) | st.text('[]{}",:01eEnult\\- ', max_size=40).map(str.encode))
    def test_any_bytes_are_read_or_refused(self, data: bytes) -> None:
        """No bytes raise anything else."""
        refused = None
        try:
            read(data)
        except NotJson as error:
            refused = error

        assert refused is None or (refused.problem and refused.help)


class TestWriting:
    """Documents to bytes."""

    @given(DOCUMENTS, st.sampled_from([None, 0, 2]))
    def test_what_was_written_is_read_again(self, document: object, indent: int | None) -> None:
        """Reading gives the same document, lone surrogates and big integers included."""
        data = write(document, indent)

        assert repr(document) == repr(read(data).document)
        assert data.endswith(b"\n")

    @pytest.mark.parametrize(
        ("value", "expected"), [(math.nan, b"null"), ([math.inf, -math.inf], b"[null,null]")]
    )
    def test_what_json_lacks_becomes_null(self, value: object, expected: bytes) -> None:
        """NaN and the infinities are never written."""
        assert expected == encode(value)

    def test_lone_surrogate_is_escaped(self) -> None:
        """The bytes are UTF-8 all the same, and the rest of the document is as ever."""
        expected = '["é\\ud800",null,1.0,18446744073709551617,("x",)]'.replace("(", "[").replace(",)", "]")

        assert expected.encode() == encode(["é\ud800", math.nan, 1.0, 2**64 + 1, ("x",)])

    @pytest.mark.parametrize("text", ["plain", "\ud800"])
    def test_indentation_is_the_same_with_and_without_care(self, text: str) -> None:
        """Both ways of writing lay out alike."""
        document = {"a": [1, {"b": {}}], "c": [], "d": text}

        assert json.dumps(document, indent=2) == encode(document, 2).decode()


class TestLines:
    """NDJSON."""

    def test_lines_are_numbered_and_blank_ones_skipped(self) -> None:
        """Blank lines count; line ends of either kind are cut off; U+2028 ends nothing."""
        stream = io.BytesIO('1\r\n\n  \n"a\u2028b"\n{}'.encode())

        assert [Line(1, b"1"), Line(4, '"a\u2028b"'.encode()), Line(5, b"{}")] == list(read_lines(stream))

    def test_nothing_has_no_lines(self) -> None:
        """An empty stream is no error."""
        assert [] == list(read_lines(io.BytesIO(b"")))

    @given(data=st.text("a \n\r").map(str.encode), looks=st.booleans())
    def test_a_block_counts_line_feeds(self, data: bytes, looks: bool) -> None:
        """Before and after somebody has looked at its lines."""
        (block,) = read_blocks([data])
        if looks:
            assert data == b"\n".join(block.texts)
        assert data.count(b"\n") == block.feeds

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_the_first_line_tells_the_encoding(self, encoding: str) -> None:
        """A stream of another encoding is recoded as it comes; Ċ holds the byte of a line feed."""
        stream = io.BytesIO('"é"\n"Ċ"\n'.encode(encoding))

        first, second = read_lines(stream)

        assert ('"é"'.encode(), '"Ċ"'.encode()) == (first.data, second.data)
        assert (1, 0) == (len(first.notes), len(second.notes))

    def test_a_stream_that_breaks_off_in_a_character_is_refused(self) -> None:
        """Lines before the break are given."""
        lines = read_lines(io.BytesIO('"a"\n"b'.encode("utf-16") + b"\x00"))

        assert b'"a"' == next(lines).data
        with pytest.raises(NotJson, match="UTF-16LE"):
            next(lines)

    @given(st.lists(DOCUMENTS | st.just(float("nan"))))
    def test_lines_are_written_as_their_values_are(self, values: list[object]) -> None:
        """Together they come out as one by one, whatever JSON lacks."""
        assert b"".join(map(write, values)) == write_lines(values)
