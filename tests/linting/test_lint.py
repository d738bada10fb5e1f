"""What lint says: what a conversion says, and where that stands."""

import json
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens.linting import LintResult
from gallery_lens.places import resolve
from gallery_lens.rules import rule
from gallery_lens.source_map import SourceMap
from layouts import laid_out
from update_corpus import CASES

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
PICTURE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/river.jpg#originWidth=1200&originHeight=800"
IMAGE: dict[str, Any] = {"_id": GUID, "type": "IMAGE", "title": "River", "image": {"imageInfo": PICTURE}}
TEXT = {"type": "TEXT", "title": "Weir", "text": {"html": "<p>Weir</p>"}}
BROKEN = {"type": "IMAGE", "title": "Fog", "image": {}}

documents = st.one_of(
    strategies.wrapped(strategies.velo_items(), strategies.velo_galleries()),
    strategies.wrapped(strategies.frontend_items()),
    strategies.near_misses("rest_items"),
)
every_target = pytest.mark.parametrize("target", ["velo", "rest", "frontend", "component"])


def places(result: LintResult) -> list[tuple[str, int | None, int | None]]:
    """Return the code, line and column of every finding."""
    return [(found.code, found.line, found.column) for found in result.diagnostics]


def without_places(result: LintResult) -> tuple[gl.Diagnostic, ...]:
    """Return the findings as if the text had not been seen."""
    return tuple(attrs.evolve(found, file=None, line=None, column=None) for found in result.diagnostics)


class TestFindings:
    """What is found."""

    @every_target
    @given(document=documents)
    def test_it_is_what_a_conversion_finds(self, target: str, document: Any) -> None:
        """The same findings in the same order, and the same counts; what is told besides is not a loss."""
        linted, converted = gl.lint(document, target=target), gl.convert(document, target=target)
        known = [found for found in linted.diagnostics if found in converted.diagnostics]
        besides = [found for found in linted.diagnostics if found not in converted.diagnostics]

        assert list(converted.diagnostics) == known
        # A text that is left out is looked at for what the server objects to, its dates among it.
        assert [] == [found for found in besides if rule(found.code).loses and found.code != "S005"]
        assert (converted.items, converted.converted) == (linted.items, linted.converted)
        assert converted.dialects == linted.dialects
        assert len(converted.rejects) == linted.rejected

    @pytest.mark.parametrize(
        ("target", "told"), [("velo", True), ("rest", True), ("component", True), ("frontend", False)]
    )
    def test_a_page_shows_pictures_from_outside(self, target: str, told: bool) -> None:
        """The server takes none, and stores what the component shows."""
        item = IMAGE | {"image": {"imageInfo": "https://harbour.example/a.jpg"}}

        found = gl.lint({"items": [item]}, target=target).diagnostics

        assert told == ("M107" in {each.code for each in found})

    @pytest.mark.parametrize("target", ["velo", "rest", "frontend", "component"])
    @pytest.mark.parametrize(
        ("item", "code"),
        [
            ({"_id": GUID, "type": "VIDEO", "video": {"videoInfo": "https://harbour.example/a"}}, "M108"),
            (IMAGE | {"_createdDate": "2026-02-30T00:00:00Z"}, "S005"),
        ],
    )
    def test_what_the_server_objects_to_is_said_for_every_target(
        self, item: Any, code: str, target: str
    ) -> None:
        """A gallery that is stored has to be fit for that, wherever it is shown."""
        assert code in {found.code for found in gl.lint({"items": [item]}, target=target).diagnostics}

    @pytest.mark.parametrize("target", ["velo", "rest", "frontend", "component"])
    def test_the_dates_of_a_gallery_are_looked_at(self, target: str) -> None:
        """A gallery is stored as well."""
        gallery = {"_id": GUID, "_createdDate": "2026-02-30T00:00:00Z", "items": [IMAGE]}

        found = gl.lint(gallery, source="velo", target=target).diagnostics

        assert [("S005", "/_createdDate")] == [
            (each.code, each.pointer) for each in found if each.code == "S005"
        ]

    @pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
    def test_the_cases_of_the_corpus(self, case: Path) -> None:
        """Text or not, the findings are those of the case, and each stands where its pointer leads."""
        text = (case / "input.json").read_text("utf-8")

        linted = gl.lint_text(text)

        assert gl.lint(json.loads(text)).diagnostics == without_places(linted)
        for found in linted.diagnostics:
            span = SourceMap(text).at(found.pointer)
            assert span and (found.line, found.column) == SourceMap(text).line_column(span.start)

    def test_the_own_dialect_asks_for_what_is_wrong_in_itself(self) -> None:
        """What only a page loses is not a fault of a gallery that is to stay one."""
        document = [{**IMAGE, "sortOrder": 5}, {**IMAGE, "sortOrder": 5}]

        assert ["duplicate-id", "sort-order-duplicate"] == sorted(
            found.name for found in gl.lint(document, target="velo").diagnostics
        )

    @pytest.mark.parametrize("name", ["duplicate-id", "sort-order-duplicate"])
    @every_target
    def test_what_a_backend_refuses_is_said_to_all(self, target: str, name: str) -> None:
        """Order and identity are looked at, whatever the target."""
        document = [{**IMAGE, "sortOrder": 5}, {**IMAGE, "sortOrder": 5}]

        assert name in [found.name for found in gl.lint(document, target=target).diagnostics]

    def test_options_are_those_of_a_conversion(self) -> None:
        """A text item may be called an error."""
        result = gl.lint([TEXT], "velo", text_items="error")

        assert (1, ["error"]) == (result.rejected, [each.severity for each in result.diagnostics])

    @pytest.mark.parametrize("argument", ["source", "target", "order", "text_items"])
    def test_unknown_words_are_refused(self, argument: str) -> None:
        """With the argument's name and what it takes."""
        with pytest.raises(gl.UsageError, match=f"{argument} cannot be 'pages'"):
            gl.lint([], **{argument: "pages"})

    def test_what_is_only_read_is_no_target(self) -> None:
        """With those that are."""
        with pytest.raises(gl.UsageError, match="only read; choose one of"):
            gl.lint([], target="cms")

    def test_endless_nesting_is_refused(self) -> None:
        """A document from a program may be deeper than any text."""
        deep: list[Any] = []
        for _ in range(100_000):
            deep = [deep]

        with pytest.raises(gl.UsageError, match="nested too deeply"):
            gl.lint({"items": [{**IMAGE, "more": deep}]})

    def test_it_can_raise(self) -> None:
        """For those who would rather have an exception."""
        with pytest.raises(gl.LossError) as caught:
            gl.lint([BROKEN]).raise_for("error")

        assert ["M101"] == [found.code for found in caught.value.diagnostics]

    def test_nothing_is_changed(self) -> None:
        """The document stays as it was given."""
        document = {"items": [{**IMAGE}, {**BROKEN}]}

        gl.lint(document)

        assert {"items": [IMAGE, BROKEN]} == document


class TestReadable:
    """Whether there was anything to look at."""

    @pytest.mark.parametrize(
        "text", ["[]", "[7]", '{"items": [{}]}', json.dumps(BROKEN), '\ufeff{"items": []}']
    )
    def test_items_and_galleries_are(self, text: str) -> None:
        """However many there are, and however bad."""
        assert gl.lint_text(text).readable

    @pytest.mark.parametrize("text", ["", "[", "7", '{"name": []', '{"no": "gallery"}', '"\ud800"'])
    def test_anything_else_is_not(self, text: str) -> None:
        """Text that is not JSON, and JSON that is not a gallery."""
        assert not gl.lint_text(text).readable


class TestPlaces:
    """Lines and columns."""

    @settings(max_examples=max(1_000, settings.default.max_examples))
    @given(document=documents, seed=st.integers())
    def test_a_finding_stands_where_its_value_does(self, document: Any, seed: int) -> None:
        """Whatever the layout, the text at line and column is the value at the pointer."""
        text = laid_out(document, Random(seed))
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

        for found in gl.lint_text(text).diagnostics:
            assert found.line and found.column
            rest = "\n".join([lines[found.line - 1][found.column - 1 :], *lines[found.line :]])
            value, _ = json.JSONDecoder().raw_decode(rest)
            assert json.dumps(resolve(json.loads(text), found.pointer)) == json.dumps(value)

    def test_a_text_may_begin_anywhere(self) -> None:
        """Lines are counted on; columns only where the text begins."""
        text = json.dumps([TEXT, TEXT]).replace(", {", ",\n{")

        result = gl.lint_text(text, "velo", file="a.ndjson", line=7, column=5)

        assert [("L101", 7, 6), ("L101", 8, 1)] == places(result)
        assert {"a.ndjson"} == {found.file for found in result.diagnostics}

    def test_what_is_no_json_has_a_place_too(self) -> None:
        """The place that the message is about."""
        assert [("R001", 5, 1)] == places(gl.lint_text('[\r1,\r\n2,\n\n"'))
        assert [("R001", 9, 15)] == places(gl.lint_text("[1,", line=9, column=12))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
    def test_columns_are_characters_in_any_encoding(self, encoding: str) -> None:
        """Bytes are not counted, and neither is a byte order mark."""
        text = json.dumps([{**TEXT, "title": "Größe 😀"}], ensure_ascii=False)

        result = gl.lint_text(text.encode(encoding))

        assert ("L101", 1, 2) in places(result)

    def test_what_stands_in_a_text_is_placed_at_the_text(self) -> None:
        """Claims hold a gallery as text inside text: there are no lines in it."""
        event = {"data": json.dumps({"entityId": GUID, "createdEvent": {"entity": BROKEN}}), "metadata": {}}

        result = gl.lint_text(json.dumps(event), "rest")

        assert {1} == {found.line for found in result.diagnostics}


class TestDuplicates:
    """Keys that stand twice, which no document can show."""

    def test_a_repeated_key_of_an_item(self) -> None:
        """At the repetition, with the item that it is in, and what is not read."""
        text = '{"items": [{"type": "TEXT", "title": "Weir", "text": {"html": "a", "html": "b"}}]}'

        found = gl.lint_text(text, "velo", "velo").diagnostics[0]

        assert ("duplicate-key", "/items/0/text/html", "a") == (found.name, found.pointer, found.value)
        assert (0, "Weir", 68) == (found.item_index, found.item_title, found.column)
        assert '"html"' in found.message

    @pytest.mark.parametrize(
        ("text", "pointer", "index"),
        [
            ('{"items": [], "items": []}', "/items", None),
            ('{"gallery": {"name": "a", "name": "b", "items": []}}', "/gallery/name", None),
            ('{"extra": 1, "item": {"type": "TEXT"}, "extra": 2}', "/extra", None),
            ('{"type": "TEXT", "text": {"html": "a"}, "type": "TEXT"}', "/type", 0),
        ],
    )
    def test_a_repeated_key_anywhere(self, text: str, pointer: str, index: int | None) -> None:
        """In a gallery, in the wrapper, in a single item."""
        found = [each for each in gl.lint_text(text).diagnostics if each.name == "duplicate-key"]

        assert [(pointer, index)] == [(each.pointer, each.item_index) for each in found]

    def test_one_place_is_named_once(self) -> None:
        """Three of a kind are one finding, at the first repetition."""
        result = gl.lint_text('{"items": [], "name": "a", "name": "b", "name": "c"}', "velo", "velo")

        assert [("R004", 1, 28)] == places(result)
