"""Diagnostics: severities, JSON shape, shortened values."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_lens import schemas
from gallery_lens.diagnostics import NO_VALUE, VALUE_LIMIT, Diagnostic, Severity, shorten
from gallery_lens.errors import LossError, ReadError, WriteError

FOUND = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The link's text is dropped.",
    pointer="/items/3/link/text",
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=20,
)


class TestSeverity:
    """Three of them, worst first."""

    @pytest.mark.parametrize(
        ("severity", "reached"),
        [(Severity.ERROR, "error warning info"), (Severity.WARNING, "warning info"), (Severity.INFO, "info")],
    )
    def test_reaches_what_is_not_worse(self, severity: Severity, reached: str) -> None:
        """An error reaches every threshold, an info only its own."""
        assert reached.split() == [each.value for each in Severity if severity.reaches(each)]


class TestJsonShape:
    """What programs get."""

    def test_unknown_parts_are_left_out(self) -> None:
        """The five that are always there, and nothing else."""
        expected = {
            "code": "L102",
            "name": "link-text-dropped",
            "severity": "warning",
            "message": "The link's text is dropped.",
            "pointer": "/items/3/link/text",
        }

        assert expected == FOUND.to_dict()
        assert type(FOUND.to_dict()["severity"]) is str

    def test_names_are_those_of_the_schema(self) -> None:
        """Everything that can be known has its place, in the order and spelling of the schema."""
        words = {"code", "name", "severity", "message", "pointer"}
        known = Diagnostic(
            **{name: getattr(FOUND, name) for name in words},
            **dict.fromkeys(("file", "dialect", "target", "gallery_id", "item_id", "item_title"), "x"),
            **dict.fromkeys(("help", "url", "fingerprint"), "x"),
            **dict.fromkeys(("line", "column", "item_index"), 1),
            value=0,
            fixable=True,
        )

        assert list(known.to_dict()) == list(schemas.schema("diagnostic")["properties"])

    @pytest.mark.parametrize("value", [None, False, 0, "", [], {}])
    def test_a_value_that_is_nothing_is_still_a_value(self, value: Any) -> None:
        """Null was lost where the value is null; nothing where there is none."""
        found = Diagnostic(**{name: getattr(FOUND, name) for name in FOUND.to_dict()}, value=value)

        assert value == found.to_dict()["value"]
        assert NO_VALUE is FOUND.value


class TestShortening:
    """Values that fit in a line."""

    @given(values)
    def test_at_most_so_many_characters_of_json(self, value: Any) -> None:
        """What is short enough stays as it is, the rest becomes text."""
        shown = shorten(value)

        assert len(json.dumps(shown, ensure_ascii=False)) <= VALUE_LIMIT
        assert shown == value or (isinstance(shown, str) and shown.endswith("…"))

    def test_text_is_cut_as_text(self) -> None:
        """Its own beginning, without quotation marks; escapes are counted as they are written."""
        assert "x" * 197 + "…" == shorten("x" * 300)
        assert "\n" * 98 + "…" == shorten("\n" * 300)

    def test_objects_are_cut_as_json(self) -> None:
        """The beginning of what they are written as."""
        assert shorten({"key": "x" * 300}).startswith('{"key": "xxx')


class TestErrors:
    """Exceptions are records that can be read aloud."""

    def test_reading(self) -> None:
        """All messages, one after the other."""
        assert "The link's text is dropped.; The link's text is dropped." == str(ReadError([FOUND, FOUND]))

    def test_losses(self) -> None:
        """A count, then one line each; the root is called by a slash."""
        whole = Diagnostic(**{**FOUND.to_dict(), "severity": Severity.INFO, "pointer": ""})

        assert [
            "2 finding(s):",
            "L102 /items/3/link/text: The link's text is dropped.",
            "L102 /: The link's text is dropped.",
        ] == str(LossError([FOUND, whole])).splitlines()

    @pytest.mark.parametrize(("field", "subject"), [("", "a value"), ("image.picture", "image.picture")])
    def test_writing(self, field: str, subject: str) -> None:
        """The field, as soon as it is known."""
        assert f"{subject} cannot be written: it has a slash" == str(WriteError("it has a slash", field))
