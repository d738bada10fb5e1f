"""The viewer's form of a page's items: what it carries that the documented form loses, there and back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from accounts import unaccounted
from gallery_lens import schemas
from gallery_lens.conversion.ledger import Fate

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a9"
PICTURE = "wix:image://v1/a.jpg/a.jpg#originWidth=8&originHeight=6"
CSS = {"backgroundColor": "#fff", "width": 300, "height": 200, "padding": "4px"}
TEXT = {
    "_id": f"{GUID}0",
    "type": "TEXT",
    "sortOrder": 1,
    "title": "Words",
    "link": {"url": "/walks", "target": "_self"},
    "text": {"html": "<p>Low tide</p>", "css": CSS, "editorHtml": "<p>Low <b>tide</b></p>"},
}
POINTED = {
    "_id": f"{GUID}1",
    "type": "IMAGE",
    "sortOrder": 2,
    "link": {"url": "/boats", "target": "_blank"},
    "image": {"imageInfo": PICTURE, "focalPoint": {"x": 0.2, "y": 0.7}},
}
PLAIN = {"_id": f"{GUID}2", "type": "IMAGE", "sortOrder": 3, "image": {"imageInfo": PICTURE}}
GALLERY = [TEXT, POINTED, PLAIN]
BACKENDS = {"velo": strategies.velo_items(), "rest": strategies.rest_items()}
OUTSIDE = {"url": "https://quay.example/a.jpg", "width": 8, "height": 6}

every_backend = pytest.mark.parametrize("source", BACKENDS)


def viewed(document: Any, source: str = "velo", **options: Any) -> gl.Result:
    """Convert to the viewer's form."""
    return gl.convert(document, source, profile="viewer", **options)


def told(result: gl.Result) -> list[tuple[str, str]]:
    """Return the codes of what was found, with their places."""
    return [(found.code, found.pointer) for found in result.diagnostics]


class TestWritten:
    """What a page gets."""

    def test_a_text(self) -> None:
        """With its style, the colour of its box under the viewer's name as well, and no address."""
        (item,) = viewed([TEXT]).value

        assert {
            "type": "text",
            "slug": TEXT["_id"],
            "src": "",
            "title": "Words",
            "link": "/walks",
            "target": "_self",
            "html": "<p>Low tide</p>",
            "editorHtml": "<p>Low <b>tide</b></p>",
            "style": {"fillColor": "#fff", **CSS},
            "width": 300,
            "height": 200,
        } == item

    def test_a_picture_off_centre(self) -> None:
        """The point is a pair; the centre goes without saying."""
        off, centred = viewed([POINTED, PLAIN | {"image": POINTED["image"] | {"focalPoint": CENTRE}}]).value

        assert {"focalPoint": [0.2, 0.7]} == off["settings"]
        assert "settings" not in centred

    def test_alternative_text(self) -> None:
        """It has a place of its own."""
        info = {"id": "a.jpg", "filename": "a.jpg", "width": 8, "height": 6, "altText": "Boats"}
        result = viewed([{"type": "IMAGE", "image": {"imageInfo": info}}], "rest")

        assert "Boats" == result.value[0]["alt"]
        assert ["S010"] == [code for code, _ in told(result)]

    @pytest.mark.parametrize(
        ("info", "src", "lost"),
        [
            (OUTSIDE, "https://quay.example/a.jpg#originWidth=8&originHeight=6", []),
            (
                OUTSIDE | {"url": "https://quay.example/a.jpg#top"},
                "https://quay.example/a.jpg#top",
                ["L110", "L110"],
            ),
            (OUTSIDE | {"width": 0}, "https://quay.example/a.jpg", ["L110"]),
        ],
    )
    def test_a_picture_from_outside(self, info: dict[str, Any], src: str, lost: list[str]) -> None:
        """Its size stands in the fragment, if there is room for it."""
        result = viewed([{"image": {"imageInfo": info}}], "rest")

        assert src == result.value[0]["src"]
        assert lost == [code for code, _ in told(result) if code == "L110"]

    @pytest.mark.parametrize("text", [{}, {"css": CSS}, None])
    def test_a_text_without_words_is_left_out(self, text: Any) -> None:
        """There is nothing to show."""
        result = viewed([TEXT | {"text": text}])

        assert ([], ["L101"]) == (result.value, [code for code, _ in told(result)])

    def test_a_target_of_no_link_is_lost(self) -> None:
        """A page has no link without an address."""
        result = viewed([PLAIN | {"link": {"target": "_self"}}])

        assert "target" not in result.value[0]
        assert ("L103", "/0/link/target") in told(result)

    def test_each_use_is_told_once(self) -> None:
        """With the names of the fields; what is documented is not."""
        result = viewed(GALLERY)

        assert [("S010", "/0"), ("S010", "/1")] == told(result)
        assert "type, html, editorHtml, style, width, height, target" in result.diagnostics[0].message
        assert result.lossless

    def test_a_page_gets_its_own_back(self) -> None:
        """Whatever form that is in, and nothing is told."""
        view = viewed(GALLERY).value

        assert (view, []) == ((again := gl.convert(view, "frontend", profile="viewer")).value, told(again))

    @every_backend
    @given(data=st.data())
    def test_the_schema_describes_it(self, source: str, data: st.DataObject) -> None:
        """Nothing else is ever written."""
        result = viewed(data.draw(st.lists(BACKENDS[source], max_size=3)), source)
        valid = schemas.validator("frontend-viewer-item")

        assert [] == [error.message for item in result.value for error in valid.iter_errors(item)]

    @every_backend
    @given(data=st.data())
    def test_the_ledger_is_true(self, source: str, data: st.DataObject) -> None:
        """And a result lossless exactly when nothing is dropped in it."""
        document = data.draw(st.lists(BACKENDS[source], max_size=3))
        result = viewed(document, source)

        assert unaccounted(document, result) == []
        assert result.lossless is all(row.fate is not Fate.DROPPED for row in result.ledger)

    @pytest.mark.parametrize("target", ["velo", "rest", "component"])
    def test_only_a_page_has_it(self, target: str) -> None:
        """For others the profile makes no sense."""
        with pytest.raises(gl.UsageError, match="profile viewer is a form of frontend items"):
            gl.convert(GALLERY, "velo", target, profile="viewer")


CENTRE = {"x": 0.5, "y": 0.5}


class TestBack:
    """What a backend gets from such a page."""

    def test_without_a_sidecar(self) -> None:
        """Texts, points and links are as they were; the sort orders count the places."""
        back = gl.convert(viewed(GALLERY).value, target="velo")

        assert GALLERY == back.value
        assert [] == told(back)

    @every_backend
    @given(data=st.data())
    def test_what_the_form_carries_comes_back(self, source: str, data: st.DataObject) -> None:
        """HTML, style, focal points and targets, wherever they are not said to be lost."""
        item = data.draw(BACKENDS[source])
        there = viewed([item], source)
        if not there.value:
            return
        (back,) = gl.convert(there.value, "frontend", source).value
        lost = {found.pointer for found in there.diagnostics if found.code.startswith("L")}

        for path in (
            ("text", "html"),
            ("text", "editorHtml"),
            ("link", "target"),
            ("image", "focalPoint", "x"),
        ):
            given, got = _at(item, path), _at(back, path)
            if given and not any(each and f"/0/{'/'.join(path)}".startswith(each) for each in lost):
                # The middle of a picture, and a new tab for a link that leads nowhere, need not be written.
                assert given == got or (path[-1], given) in (("x", 0.5), ("target", "_blank"))

    def test_restore_gives_back_what_went_in(self) -> None:
        """Nothing was edited."""
        result = viewed({"name": "Quay", "items": GALLERY})

        restored = gl.restore(result.value, result.sidecar)

        assert ({"name": "Quay", "items": GALLERY}, ()) == (restored.value, restored.diagnostics)

    def test_restore_takes_edits_of_all_fields(self) -> None:
        """The words of a text, the point of a picture, the window of a link."""
        result = viewed(GALLERY)
        text, pointed, _ = view = result.value
        text["html"] = "<p>High tide</p>"
        pointed["settings"]["focalPoint"] = [0.1, 0.9]
        pointed["target"] = "_self"

        restored = gl.restore(view, result.sidecar, profile="viewer")

        first, second, third = restored.value
        assert TEXT | {"text": TEXT["text"] | {"html": "<p>High tide</p>"}} == first
        assert {"x": 0.1, "y": 0.9} == second["image"]["focalPoint"]
        assert {"url": "/boats", "target": "_self"} == second["link"]
        assert PLAIN == third

    def test_a_text_moves_like_any_item(self) -> None:
        """It is shown, so its place counts."""
        result = viewed(GALLERY)

        restored = gl.restore([*result.value[1:], result.value[0]], result.sidecar)

        orders = [item["sortOrder"] for item in restored.value]
        assert [POINTED["_id"], PLAIN["_id"], TEXT["_id"]] == [item["_id"] for item in restored.value]
        assert sorted(orders) == orders

    @given(st.lists(strategies.velo_items(), max_size=3))
    def test_untouched_views_restore(self, items: list[Any]) -> None:
        """Whatever the items are."""
        result = viewed(items)

        assert items == gl.restore(result.value, result.sidecar).value

    @pytest.mark.parametrize("profile", ["documented", "viewer"])
    def test_a_view_in_the_other_form_is_refused(self, profile: str) -> None:
        """If somebody says which form it is in."""
        other = {"documented": "viewer", "viewer": "documented"}[profile]
        result = gl.convert(GALLERY, "velo", profile=profile)

        with pytest.raises(gl.UsageError, match=f"in the form {profile}"):
            gl.restore(result.value, result.sidecar, profile=other)

    def test_the_component_shows_the_texts(self) -> None:
        """It draws what the viewer does."""
        text, *_ = gl.convert(viewed(GALLERY).value, "frontend", "component").value

        assert ("text", "<p>Low tide</p>") == (text["metaData"]["type"], text["metaData"]["html"])


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


class TestLint:
    """The preflight for such a page."""

    def test_it_says_what_a_conversion_says(self) -> None:
        """And no text is a warning."""
        found = gl.lint(GALLERY, "velo", profile="viewer").diagnostics

        assert [("S010", "info"), ("S010", "info")] == [(each.code, each.severity) for each in found]
