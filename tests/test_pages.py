"""Pages of a gallery, put together: ``gl.merge``."""

import copy
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl

GALLERY = {"_id": "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90", "name": "Rivers"}
PICTURE = "wix:image://v1/11062b_river~mv2.jpg/river.jpg#originWidth=800&originHeight=600"


def item(number: int, **held: Any) -> dict[str, Any]:
    """Return an item whose id and sort order follow from *number*."""
    return {
        "_id": f"0a1b2c3d-4e5f-4071-8293-{number:012d}",
        "sortOrder": number,
        "image": {"imageInfo": PICTURE},
        **held,
    }


def codes(result: gl.Result) -> list[tuple[str, str]]:
    """Return what was found, and where."""
    return [(found.name, found.pointer) for found in result.diagnostics]


@st.composite
def cut(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Draw the items of a gallery, and overlapping pages of it in any order."""
    items = [item(number) for number in range(draw(st.integers(0, 12)))]
    size = draw(st.integers(1, 5))
    overlap = draw(st.integers(0, size - 1))
    starts = range(0, max(len(items), 1), size - overlap)
    pages = [
        {"items": items[start : start + size], "paging": {"offset": start, "limit": size}} for start in starts
    ]
    random.Random(draw(st.integers())).shuffle(pages)
    pages[0] |= draw(st.sampled_from([{}, {**GALLERY, "totalItems": len(items)}]))
    return items, pages


class TestItems:
    """Items are joined by id."""

    @given(cut())
    def test_pages_give_back_the_gallery(
        self, drawn: tuple[list[dict[str, Any]], list[dict[str, Any]]]
    ) -> None:
        """However it was cut, with overlaps, in any order; nothing is reported, and no page is changed."""
        items, pages = drawn
        before = copy.deepcopy(pages)

        result = gl.merge(pages)

        assert items == result.value["items"]
        assert [] == [name for name, _ in codes(result) if name != "full-page"]
        assert before == pages

    @given(cut(), st.data())
    def test_the_order_of_the_pages_does_not_count(
        self, drawn: tuple[list[dict[str, Any]], list[dict[str, Any]]], data: st.DataObject
    ) -> None:
        """The same bytes, though titles differ from page to page and some items have neither id nor order."""
        pages = json.loads(json.dumps(drawn[1]))
        for page in pages:
            for each in page["items"]:
                each["title"] = data.draw(st.sampled_from("ab"))
                for key in data.draw(st.sets(st.sampled_from(("_id", "sortOrder")))):
                    del each[key]
        other = data.draw(st.permutations(pages))

        assert json.dumps(gl.merge(pages).value) == json.dumps(gl.merge(other).value)

    def test_the_later_version_is_kept(self) -> None:
        """By its date, whatever its zone; the other one is named."""
        old = item(1, title="Old", _updatedDate="2024-05-01T10:00:00+02:00")
        new = item(1, title="New", _updatedDate="2024-05-01T09:00:00Z")

        result = gl.merge([[old], [new]])

        assert ["New"] == [each["title"] for each in result.value["items"]]
        assert [("page-conflict", "/0/0")] == codes(result)
        assert not result.lossless

    def test_without_dates_the_smaller_text_is_kept(self) -> None:
        """So that the order of the pages does not count."""
        result = gl.merge([[item(1, title="b")], [item(1, title="a")]])

        assert ["a"] == [each["title"] for each in result.value["items"]]

    def test_guids_are_compared_without_regard_to_case(self) -> None:
        """As everywhere."""
        upper = item(1) | {"_id": item(1)["_id"].upper()}

        assert 1 == gl.merge([[item(1)], [upper]]).items

    def test_items_without_an_id_are_never_joined(self) -> None:
        """Equal ones may be two."""
        nameless = {"image": {"imageInfo": PICTURE}}

        assert [nameless, nameless] == gl.merge([[nameless], [nameless]]).value["items"]

    def test_rest_and_older_rest_pages(self) -> None:
        """They have other names for ids and sort orders."""
        rest = [{"id": "b", "sortOrder": 2, "image": {"imageInfo": {"id": "b.jpg"}}}]
        older = [{"id": "a", "orderIndex": 2, "dataType": "Photo", "mediaUrl": "a.jpg"}]

        assert ["b"] == [each["id"] for each in gl.merge([rest, rest]).value["items"]]
        assert 1 == gl.merge([older, older]).items


class TestGallery:
    """What the pages say about the gallery."""

    def test_fields_are_kept(self) -> None:
        """Those of every page, in any wrapper; paging is about the page."""
        pages = [{"gallery": {**GALLERY, "items": [item(1)]}}, {"items": [item(2)], "paging": {"limit": 1}}]

        assert {**GALLERY, "items": [item(1), item(2)]} == gl.merge(pages).value

    def test_a_total_that_is_not_reached_is_reported(self) -> None:
        """With the numbers of what is missing, if the pages tell."""
        pages = [
            {**GALLERY, "totalItems": 7, "items": [item(1), item(2)], "paging": {"offset": 0}},
            {"items": [item(4), item(5)], "paging": {"offset": 3}},
        ]

        result = gl.merge(pages)

        assert [("items-incomplete", "/0/totalItems")] == codes(result)
        assert "Of 7 items only 4 are here; missing are number 3, 6 to 7." == result.diagnostics[0].message
        assert 7 == result.value["totalItems"]

    def test_gaps_are_reported_without_a_total(self) -> None:
        """The offsets alone tell."""
        pages = [{"items": [item(1)], "offset": 0}, {"items": [item(9)], "offset": 8}]

        assert (
            "Of 9 items only 2 are here; missing are number 2 to 8." == gl.merge(pages).diagnostics[0].message
        )

    def test_the_greater_total_counts(self) -> None:
        """An item may have been added while the pages were read; no total is below what is here."""
        pages = [
            {**GALLERY, "totalItems": 1, "items": [item(1)]},
            {**GALLERY, "totalItems": 2, "items": [item(2)]},
        ]

        assert 2 == gl.merge(pages).value["totalItems"]
        assert 2 == gl.merge([{"totalItems": 1, "items": [item(1), item(2)]}]).value["totalItems"]

    def test_full_pages_without_a_total_are_probably_not_all(self) -> None:
        """As a single page would be."""
        pages = [{"items": [item(number) for number in range(at, at + 50)]} for at in (0, 50)]

        assert ["full-page"] == [name for name, _ in codes(gl.merge(pages))]
        assert [] == codes(gl.merge([*pages, {"items": [item(100)]}]))

    def test_fields_that_differ_are_reported(self) -> None:
        """The name was changed while the pages were read."""
        result = gl.merge([{**GALLERY, "items": []}, {**GALLERY, "name": "Lakes", "items": []}])

        assert "Lakes" == result.value["name"]
        assert [("page-conflict", "/0/name")] == codes(result)


class TestLists:
    """Pages of listGalleries."""

    def test_galleries_are_joined_and_completed(self) -> None:
        """By their ids; a page of one of them alone adds its items."""
        other = {"_id": "c2d81f37-6a0b-4e92-b1f4-7d3e5a9c0b18", "name": "Lakes"}
        pages = [
            {"galleries": [{**other, "items": []}], "totalGalleries": 2},
            {"galleries": [{**GALLERY, "items": [item(1)]}, {**other, "items": []}], "totalGalleries": 2},
            {**GALLERY, "items": [item(2)]},
        ]

        result = gl.merge(pages)

        assert 2 == result.value["totalGalleries"]
        assert [[item(1), item(2)], []] == [each["items"] for each in result.value["galleries"]]
        assert [] == codes(result)

    def test_galleries_are_counted(self) -> None:
        """Against the total."""
        result = gl.merge([{"galleries": [{**GALLERY, "items": []}], "totalGalleries": 3}])

        assert [("items-incomplete", "/0/totalGalleries")] == codes(result)

    def test_by_date_of_creation(self) -> None:
        """As the server lists them."""
        made = [
            {"id": name, "createdDate": f"2024-0{month}-01T00:00:00Z", "items": []}
            for name, month in ("a3", "b1")
        ]

        assert ["b", "a"] == [each["id"] for each in gl.merge([{"galleries": made}]).value["galleries"]]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([], "no page"),
        ([{"title": "River"}], "page 1 is not a page"),
        ([[], "text"], "page 2 is not a page"),
        ([{**GALLERY, "items": []}, {"_id": "b", "items": []}], "different galleries"),
        ([{"items": [{"type": "image", "src": "https://a.example/b.jpg", "slug": "a"}]}], "dialect frontend"),
        ([[item(1)], [{"id": "a", "image": {"imageInfo": {"id": "a.jpg"}}}]], "two dialects"),
        ([{"galleries": []}, {"items": [item(1)]}], "does not name its gallery"),
    ],
)
def test_what_cannot_be_merged(pages: Any, words: str) -> None:
    """One sentence says why."""
    with pytest.raises(gl.UsageError, match=words):
        gl.merge(pages)
