"""Keys that stand more than once in an object: noticed wherever text is read, and reported as lost."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from command import PICTURE, Run
from gallery_lens import jsontext
from gallery_lens.jsontext.duplicates import Repeats, repeats

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
ITEM = f'{{"_id":"{GUID}","type":"IMAGE","title":"Crane","image":{{"imageInfo":"{PICTURE}"}}%s}}'
#: Members that repeat a key of the item, and the value that nobody reads.
REPEATED = [
    (',"title":"Fog"', "Crane"),
    (',"title":null', "Crane"),
    (', "title" : "Fog"', "Crane"),
    (',"t\\u0069tle":"Fog"', "Crane"),
    (',"link":{"url":"/a","url":"/b"}', "/a"),
    (',"link":{"url":null,"url":"/b"}', None),
    (',"colour":{"a":[{"b":1,"b":2}]}', 1),
    (',"\\u0022:":1,"colour":":","colour":2', ":"),
]


class Spelled:
    """Writes JSON with keys that may repeat, blanks and escapes."""

    @staticmethod
    @st.composite
    def texts(draw: st.DrawFn) -> str:
        """Any object, as pairs."""
        return Spelled.write(draw, draw(strategies.json_values()))

    @staticmethod
    def write(draw: st.DrawFn, value: Any) -> str:
        """Spell *value*, with members repeated now and then."""
        if isinstance(value, list):
            return "[" + ",".join(Spelled.write(draw, each) for each in value) + "]"
        if not isinstance(value, dict):
            return json.dumps(value, ensure_ascii=draw(st.booleans()))
        members = [*value.items()]
        if members and draw(st.integers(0, 3)) == 0:
            members.append((draw(st.sampled_from(members))[0], draw(strategies.leaves())))
        colon = draw(st.sampled_from((":", ": ", " : ", "\t:")))
        return "{" + ",".join(f"{json.dumps(k)}{colon}{Spelled.write(draw, v)}" for k, v in members) + "}"


@given(text=Spelled.texts())
def test_the_cheap_test_is_never_wrong(text: str) -> None:
    """It says no more and no less than a look at every pair."""
    try:
        data = text.encode()
        document = json.loads(text)
    except (UnicodeEncodeError, ValueError):
        return

    assert Repeats(text).found is repeats(data, document)


@pytest.mark.parametrize("target", ["velo", "rest", "frontend", "component"])
@pytest.mark.parametrize(("more", "value"), REPEATED, ids=str)
def test_what_is_not_read_is_lost(more: str, value: Any, target: str) -> None:
    """In every conversion, with the value that was dropped; lint says it, too."""
    text = ITEM % more

    result = gl.convert_text(text, "velo", target)
    found = [each for each in result.diagnostics if each.name == "duplicate-key"]
    linted = [each for each in gl.lint_text(text, "velo", target).diagnostics if each.name == "duplicate-key"]

    assert [value] == [each.value for each in found]
    assert not result.lossless
    assert [each.fingerprint for each in found] == [each.fingerprint for each in linted]
    assert [each.message for each in found] == [each.message for each in linted]


def test_nothing_is_said_without_reason() -> None:
    """Texts with colons and quotes, keys that stand in several objects."""
    text = ITEM % ',"text":null,"description":"\\":","link":{"url":"/a","text":":\\" : \\"","x":{"url":1}}'

    assert () == jsontext.read(text.encode()).notes
    assert json.loads(text) == jsontext.read(text.encode()).document


@pytest.mark.parametrize("more", [more for more, _ in REPEATED])
@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_every_way_of_the_command_reports_them(run: Run, tmp_path: Any, more: str, form: str) -> None:
    """One document, a large one whose items pass one by one, and lines that go the quick way."""
    repeated = ITEM % more
    plain = [ITEM % f',"description":"{number}"' for number in range(40)]
    items = [*plain, repeated, *plain]
    for count in (1, 20):
        given = tmp_path / f"in.{form}"
        every = items * count
        given.write_text("\n".join(every) if form == "ndjson" else f"[{','.join(every)}]", encoding="utf-8")
        report = tmp_path / "report.jsonl"

        run("convert", given, "--from", "velo", "--report", report, "--report-format", "jsonl", "-o", "-")

        rows = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
        found = [row for row in rows if row["name"] == "duplicate-key"]
        assert count == len(found)
        if form == "ndjson":
            assert [41 + 81 * each for each in range(count)] == [row["line"] for row in found]


def test_a_key_of_the_wrapper_is_noticed_in_a_large_document(run: Run, tmp_path: Any) -> None:
    """What stands around the items is not an item."""
    given = tmp_path / "in.json"
    items = ",".join([ITEM % ""] * 2000)
    given.write_text(f'{{"name":"Harbour","name":"Quay","items":[{items}]}}', encoding="utf-8")

    ran = run("convert", given, "-o", "-")

    assert "duplicate-key" in ran.err.decode() if isinstance(ran.err, bytes) else "duplicate-key" in ran.err


NAN = float("nan")


class TestNonFinite:
    """Numbers that JSON does not have never reach a value."""

    @pytest.mark.parametrize("target", ["velo", "rest", "component"])
    @pytest.mark.parametrize(
        ("document", "pointer"),
        [
            ({"name": "a", "sortOrder": NAN, "items": []}, "/sortOrder"),
            ({"name": "a", "x": {"y": [NAN]}, "items": []}, "/x/y/0"),
            ({"galleries": [{"name": "a", "items": []}], "paging": {"n": NAN}}, "/paging/n"),
            ({"galleries": [{"name": "a", "x": -NAN, "items": []}]}, "/galleries/0/x"),
            ({"item": {"type": "TEXT", "text": {"html": "a"}}, "x": float("inf")}, "/x"),
        ],
        ids=str,
    )
    def test_those_around_the_items_are_null(self, document: Any, pointer: str, target: str) -> None:
        """And reported; the texts for them are for rest alone."""
        result = gl.convert(document, target=target)

        json.dumps(result.value, allow_nan=False)
        assert pointer in [each.pointer for each in result.diagnostics if each.name == "non-finite-number"]
        assert not result.lossless
        assert target == "rest" or "NaN" not in json.dumps(result.value)
