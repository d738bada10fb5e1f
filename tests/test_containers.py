"""What galleries come in when people save, copy or log them: each is read as it is meant, and comes back."""

import copy
import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens.conversion.ledger import Fate
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.lens.together import ascending_pages
from gallery_lens.places import resolve
from gallery_lens.wrappers import put_back, taken

SAMPLES = Path(__file__).parent / "corpus" / "samples"
PICTURE = "wix:image://v1/a41c07_11111111111111111111111111111111~mv2.jpg/a.jpg#originWidth=4&originHeight=3"


def item(number: int, **more: Any) -> dict[str, Any]:
    """Return an item of the backend."""
    id = f"00000000-0000-4000-8000-00000000000{number}"
    medium = {"type": "IMAGE", "title": f"T{number}", "image": {"imageInfo": PICTURE}}
    return {"_id": id, "sortOrder": number, **medium, **more}


def shown(number: int) -> dict[str, Any]:
    """Return what a page gets of it."""
    return {
        "type": "image",
        "slug": f"00000000-0000-4000-8000-00000000000{number}",
        "src": PICTURE,
        "title": f"T{number}",
    }


def gallery(id: str, *numbers: int, **more: Any) -> dict[str, Any]:
    """Return a gallery of the backend."""
    return {"_id": id, "name": f"N{id}", "items": list(map(item, numbers)), **more}


def listed(id: str, *numbers: int) -> dict[str, Any]:
    """Return what a page gets of it in a list."""
    return {"galleryId": id, "name": f"N{id}", "items": list(map(shown, numbers))}


def event(number: int) -> dict[str, Any]:
    """Return an event about an item."""
    return {"data": {"item": item(number)}, "metadata": {"entityId": "g"}}


def piece(value: Any, before: str = "") -> dict[str, Any]:
    """Return a piece of an answer that a tool gave."""
    return {"type": "text", "text": before + json.dumps(value)}


#: Documents, and what a page gets of them.
READ: dict[str, tuple[Any, Any]] = {
    "galleries": ([gallery("g", 1), gallery("h", 2)], [listed("g", 1), listed("h", 2)]),
    "galleries without items": (
        [{"_id": "g", "name": "Ng", "totalItems": 2}],
        [{"galleryId": "g", "name": "Ng", "items": []}],
    ),
    "answers of getGallery": (
        [{"gallery": gallery("g", 1)}, {"gallery": gallery("h", 2)}],
        [listed("g", 1), listed("h", 2)],
    ),
    "pages of galleries": (
        [{"galleries": [gallery("g", 1)], "totalGalleries": 2}, {"galleries": [gallery("h", 2)]}],
        [listed("g", 1), listed("h", 2)],
    ),
    "pages": (
        [{"items": [item(1), item(2)], "paging": {"offset": 0}}, {"items": [item(3)], "totalItems": 3}],
        [shown(1), shown(2), shown(3)],
    ),
    "pages of one gallery": ([gallery("g", 1, 2), gallery("g", 3)], [shown(1), shown(2), shown(3)]),
    "the same page twice": ([{"items": [item(1)]}] * 2, [shown(1)] * 2),
    "items with a wrapper each": ([{"item": item(1)}, {"item": item(2)}], [shown(1), shown(2)]),
    "events": (
        [
            event(1),
            {"entity": gallery("g", 2), "metadata": {"entityId": "g"}},
            {"metadata": {"entityId": "g"}},
        ],
        [shown(1), [shown(2)], {"deleted": "gallery", "galleryId": "g"}],
    ),
    "items with number keys": ({"items": {"0": item(1), "1": item(2)}}, [shown(1), shown(2)]),
    "a list with number keys": ({"0": item(1), "1": item(2)}, [shown(1), shown(2)]),
    "hidden keys of the SDK": ({"items": [item(1)], "_items": [item(1)], "_limit": 50}, [shown(1)]),
    "page metadata": ({"items": [item(1)], "pagingMetadataV2": {"count": 1, "total": 1}}, [shown(1)]),
    "a tool's answer": ([piece({"items": [item(1)]}, "Done: ")], [shown(1)]),
    "a tool's answer, whole": ({"content": [piece([item(1), item(2)])]}, [shown(1), shown(2)]),
    "a piece of a tool's answer": (piece({"gallery": gallery("g", 1)}), [shown(1)]),
    "several pieces": ([piece([item(1)]), {"type": "text", "text": "Done."}, piece([item(2)])], None),
    "written twice": (json.dumps({"items": [item(1)]}), [shown(1)]),
}
BACKENDS = ("velo", "rest")

every_document = pytest.mark.parametrize("name", READ)


@every_document
def test_a_page_gets_what_is_meant(name: str) -> None:
    """Every item that is there, in the arrangement that the wrapper has."""
    document, expected = READ[name]
    before = copy.deepcopy(document)
    wanted = [[shown(1)], [shown(2)]] if expected is None else expected

    result = gl.convert_text(json.dumps(document)) if isinstance(document, str) else gl.convert(document)

    assert wanted == result.value
    assert before == document
    assert [] == [each.message for each in result.diagnostics if each.severity == "error"]


@every_document
def test_its_own_dialect_gets_it_back(name: str) -> None:
    """Nothing changes, not even the texts that were read on the way; number keys become a list."""
    document, _ = READ[name]
    spelled = json.dumps(document)
    listed = {
        "items with number keys": {"items": [item(1), item(2)]},
        "a list with number keys": [item(1), item(2)],
    }

    assert listed.get(name, document) == gl.convert_text(spelled, target="velo").value


@every_document
def test_a_view_is_restored(name: str) -> None:
    """The document comes back as it was, number keys and texts included."""
    document, _ = READ[name]
    result = gl.convert_text(json.dumps(document))
    assert result.sidecar

    restored = gl.restore(result.value, json.loads(json.dumps(result.sidecar)))

    assert json.dumps(document) == json.dumps(restored.value)
    assert () == restored.diagnostics


@every_document
@pytest.mark.parametrize("target", ["frontend", *BACKENDS, "component"])
def test_every_value_has_its_fate(name: str, target: str) -> None:
    """Nothing is dropped without a code, and what is kept or moved stands where the row says."""
    document, _ = READ[name]
    result = gl.convert_text(json.dumps(document), target=target)

    rows = [row for row in result.ledger if row.fate is Fate.DROPPED and row.code is None]
    assert [] == rows
    assert result.ledger


@every_document
def test_an_edit_goes_back_to_its_place(name: str) -> None:
    """A new title of the first item is all that changes."""
    document, _ = READ[name]
    result = gl.convert_text(json.dumps(document))
    view = copy.deepcopy(result.value)
    if not (edited := _first_item(view)):
        return
    edited["title"] = "edited"

    restored = gl.restore(view, result.sidecar)

    assert view == gl.convert_text(json.dumps(restored.value)).value
    plain = json.dumps(document).replace('\\"', "")
    if "T1" in plain and plain == json.dumps(document):
        assert plain.replace("T1", "edited", 1) == json.dumps(restored.value)


def _first_item(view: Any) -> dict[str, Any] | None:
    if isinstance(view, list):
        return next(filter(None, map(_first_item, view)), None)
    return _first_item(view["items"]) if "items" in view else view if "src" in view else None


class TestPages:
    """Pages of one gallery are one array on a page."""

    PAGES = ({"items": [item(1), item(2)], "totalItems": 4}, {"items": [item(3), item(4)], "totalItems": 4})

    def edited(self, *numbers: int, new: int | None = None) -> gl.Result:
        """Return what comes of the pages if the view shows these items, and a new one before them."""
        result = gl.convert(list(self.PAGES))
        view = [shown(number) for number in numbers]
        view[:0] = [{"type": "image", "src": PICTURE, "title": "new"}] if new else []
        return gl.restore(view, result.sidecar)

    def titles(self, result: gl.Result) -> list[list[str]]:
        """Return the titles of each page."""
        return [[each["title"] for each in page["items"]] for page in result.value]

    def test_an_item_stays_on_its_page(self) -> None:
        """Totals go along with what is left in all."""
        result = self.edited(1, 3, 4)

        assert [["T1"], ["T3", "T4"]] == self.titles(result)
        assert [3, 3] == [page["totalItems"] for page in result.value]

    def test_a_new_item_stands_where_the_view_has_it(self) -> None:
        """It joins the page of what stands around it."""
        assert [["new", "T1", "T2"], ["T3", "T4"]] == self.titles(self.edited(1, 2, 3, 4, new=1))

    def test_a_moved_item_changes_its_page(self) -> None:
        """The pages together have the order of the view."""
        titles = self.titles(self.edited(4, 1, 2, 3))

        assert ["T4", "T1", "T2", "T3"] == [title for page in titles for title in page]
        assert ["T3"] == titles[1]

    @given(st.lists(st.none() | st.integers(0, 4)))
    def test_pages_ascend(self, numbers: list[int | None]) -> None:
        """Whatever was moved, an array cut into pages keeps its order, and most items stay on their page."""
        pages = ascending_pages(numbers)

        assert sorted(pages) == pages
        known = [number for number in numbers if number is not None]
        if known == sorted(known):
            assert all(number in (None, page) for number, page in zip(numbers, pages, strict=True))

    def test_they_are_looked_at_together(self) -> None:
        """A total that all pages together reach is no finding; an id on two pages is one."""
        told = {each.name for each in gl.convert(list(self.PAGES), target="rest").diagnostics}
        twice = gl.convert([{"items": [item(1)]}, {"items": [item(1)]}], target="rest").diagnostics

        assert not told
        assert ["duplicate-id", "sort-order-duplicate"] == sorted(each.name for each in twice)

    def test_what_is_missing_is_told_once(self) -> None:
        """Of 5 items 3 are on the pages."""
        pages = [{"items": [item(1), item(2)], "totalItems": 5}, {"items": [item(3)], "totalItems": 5}]
        (found,) = gl.convert(pages, target="rest").diagnostics

        assert ("items-incomplete", "Of 5 items only 3 are here.") == (found.name, found.message)

    def test_items_from_a_page_are_numbered_through(self) -> None:
        """Sort orders go on from page to page."""
        pages = [{"items": [shown(1), shown(2)]}, {"items": [shown(3)]}]
        value = gl.to_velo(pages)

        assert [1, 2, 3] == [each["sortOrder"] for page in value for each in page["items"]]


class TestEvents:
    """A list of events is a list of what each is about."""

    def test_where_nothing_is_left_is_null(self) -> None:
        """So that what stands where can be told."""
        events = [event(1), {"data": {"item": {"_id": "x", "type": "VIDEO"}}, "metadata": {"entityId": "g"}}]

        assert [shown(1), None] == gl.to_frontend(events)

    def test_null_is_kept_and_nothing_else_is(self) -> None:
        """What stood where the page shows null stays; null where an item was is no removal."""
        result = gl.convert([event(1), event(2)])

        restored = gl.restore([None, shown(2)], result.sidecar)

        assert [event(1), event(2)] == restored.value
        assert [("not-an-item", "/0")] == [(each.name, each.pointer) for each in restored.diagnostics]

    def test_a_view_of_another_length_is_refused(self) -> None:
        """Events are told apart by their places."""
        result = gl.convert([event(1), event(2)])

        with pytest.raises(SidecarError, match="2 element"):
            gl.restore([shown(1)], result.sidecar)

    def test_they_are_no_gallery(self) -> None:
        """Nobody can say what a gallery of events would be."""
        with pytest.raises(UsageError, match="list of events"):
            gl.convert([event(1)], target="velo", as_gallery=True)


class TestWrappedItems:
    """Items that have a wrapper each move with it."""

    DOCUMENT = ({"item": item(1), "revision": 1}, {"item": item(2), "revision": 2})

    def test_the_wrapper_goes_along(self) -> None:
        """In the order of the view; a new item gets a bare wrapper, one that is gone takes its own along."""
        result = gl.convert(list(self.DOCUMENT))

        view = [shown(2), {"type": "image", "src": PICTURE.replace("1111", "2222"), "title": "new"}]
        restored = gl.restore(view, result.sidecar).value

        assert [2, None] == [each.get("revision") for each in restored]
        assert ["T2", "new"] == [each["item"]["title"] for each in restored]


class TestAnswers:
    """Answers that hold ids and no items."""

    @pytest.mark.parametrize("document", [{"galleryId": "x"}, {"itemId": "x"}, {"itemIds": ["x"]}])
    @pytest.mark.parametrize("target", ["frontend", "rest"])
    def test_they_are_named_for_what_they_are(self, document: Any, target: str) -> None:
        """An info says so, and nothing is converted; a backend gets them back."""
        result = gl.convert(document, target=target)

        assert [("no-items-in-answer", "info", "")] == [
            (each.name, each.severity, each.pointer) for each in result.diagnostics
        ]
        assert (document if target == "rest" else None, 0) == (result.value, result.items)
        assert {"dropped"} == {row.fate for row in result.ledger} or target == "rest"

    def test_they_are_restored(self) -> None:
        """Null gives them back, and nothing else does."""
        result = gl.convert({"galleryId": "x"})

        assert {"galleryId": "x"} == gl.restore(None, result.sidecar).value
        with pytest.raises(SidecarError, match="holds no item"):
            gl.restore([], result.sidecar)

    def test_they_stand_in_lists_too(self) -> None:
        """One info each."""
        result = gl.convert([{"galleryId": "x"}, {"itemIds": ["y"]}])

        assert ([None, None], ["/0", "/1"]) == (result.value, [each.pointer for each in result.diagnostics])


class TestNoItems:
    """What is not an item is told in every direction."""

    @pytest.mark.parametrize("target", ["frontend", "velo", "rest"])
    @pytest.mark.parametrize("source", ["auto", "velo"])
    @pytest.mark.parametrize("stranger", [{}, {"colour": "red"}, {"items": [item(2)]}, "river", 5])
    def test_none_of_an_items_keys(self, source: str, target: str, stranger: Any) -> None:
        """It is an error at its place, and costs nothing else."""
        result = gl.convert([item(1), stranger], source, target)

        assert [("not-an-item", "/1")] == [
            (each.name, each.pointer) for each in result.diagnostics if each.severity == "error"
        ]
        assert (1, [stranger]) == (result.converted, [each.item for each in result.rejects])

    def test_a_gallery_among_items_names_its_pointer(self) -> None:
        """The next try takes it."""
        (found,) = gl.convert([item(1), gallery("g", 2)], target="rest").diagnostics

        assert "take it with --at /1" in found.message


class TestAddresses:
    """Plain lists of media addresses."""

    VIDEO = "wix:video://v1/a41c07_99999999999999999999999999999999/clip.mp4"

    def test_they_are_items(self) -> None:
        """Each shows its medium."""
        value = gl.convert([PICTURE, self.VIDEO]).value

        assert [{"type": "image", "src": PICTURE}, {"type": "video", "src": self.VIDEO}] == value

    def test_a_backend_stores_them(self) -> None:
        """In their order."""
        value = gl.to_velo([PICTURE, self.VIDEO])

        assert [(1, "IMAGE"), (2, "VIDEO")] == [(each["sortOrder"], each["type"]) for each in value]

    def test_among_items_they_change_no_wrapper(self) -> None:
        """A gallery that holds one is still a gallery of the backend."""
        assert [shown(1), {"type": "image", "src": PICTURE}] == gl.to_frontend({"items": [item(1), PICTURE]})

    def test_a_single_text_is_not_what_convert_takes(self) -> None:
        """The message names the function for JSON text."""
        with pytest.raises(UsageError, match="convert_text"):
            gl.convert(json.dumps([item(1)]))


def test_a_record_beside_the_address_does_not_matter() -> None:
    """An id with an address and no branch is a page's item, whatever the case of its type."""
    for type in ("image", "IMAGE", "Image"):
        assert ("frontend",) == gl.convert([{"_id": "x", "src": PICTURE, "type": type}]).dialects
        assert ("cms",) == gl.convert([{"id": "x", "src": PICTURE, "type": type}]).dialects


@pytest.mark.parametrize("count", [50, 100])
def test_full_pages(count: int) -> None:
    """As many items as a call returns, unless a total says that it is all."""
    items = [{"type": "IMAGE", "image": {"imageInfo": PICTURE}}] * count

    assert ["full-page"] == [each.name for each in gl.convert(items, "velo", "rest").diagnostics]
    assert () == gl.convert({"items": items, "totalItemsCount": count}, "velo", "rest").diagnostics


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"items": [item(1)], "totalItemsCount": 14}, "/totalItemsCount"),
        ({"items": [item(1)], "metadata": {"total": 14}}, "/metadata/total"),
        ({"items": [shown(1)], "totalItems": 14}, "/totalItems"),
        ({"items": [{"itemId": "i", "mediaUrl": "a.jpg"}], "totalItemsCount": 14}, "/totalItemsCount"),
    ],
)
def test_totals_by_any_name(document: Any, place: str) -> None:
    """A total that is greater than the number of items is told, whatever it is called."""
    found = gl.convert(document, target="rest").diagnostics

    assert [place] == [each.pointer for each in found if each.name == "items-incomplete"]


def component(number: int) -> dict[str, Any]:
    """Return an item as page data have it."""
    medium = "a41c07_11111111111111111111111111111111~mv2.jpg"
    sizes = {"type": "image", "width": 4, "height": 3, "fileName": "a.jpg"}
    return {"itemId": f"i{number}", "mediaUrl": medium, "orderIndex": number, "metaData": sizes}


PAGE = {
    "props": {
        "comp-abc": {"skin": "x"},
        "comp-abc_galleryData": {"items": [component(1)], "totalItemsCount": 1},
        "wixSDKItems": [shown(1), shown(2)],
        "texts": ["a", "b"],
    }
}
ROWS = {"items": [{"_id": "r1", "title": "A", "shots": [shown(1)]}, {"_id": "r2", "shots": [shown(2)]}]}
PRODUCT = {"product": {"id": "p", "name": "Shirt", "media": {"mainMedia": {}, "items": [
    {"id": "a.jpg", "src": PICTURE, "type": "Image"}
]}}}  # fmt: skip
WRAPPED = [{"json": item(1), "pairedItem": 0}, {"json": item(2), "pairedItem": 1}]


class TestAt:
    """Galleries in larger documents."""

    @pytest.mark.parametrize(
        ("document", "pointers"),
        [
            (PAGE, ["/props/comp-abc_galleryData", "/props/wixSDKItems"]),
            (ROWS, ["/items/0/shots and 1 more like it", "'/items/*/shots'"]),
            ({"dataItems": [{"data": {"media": [shown(1)]}}]}, ["/dataItems/0/data/media"]),
            (PRODUCT, ["/product/media/items"]),
            (WRAPPED, ["/0/json", "'/*/json'"]),
            ([{"_id": "r", "title": "A", "shots": [shown(1)]}], ["/0/shots"]),
        ],
    )
    def test_the_message_names_the_pointers(self, document: Any, pointers: list[str]) -> None:
        """What is not recognised at the top says where galleries are, so that the next try works."""
        (found,) = gl.convert(document).diagnostics

        assert ("not-an-item", "") == (found.name, found.pointer)
        assert [each for each in pointers if each not in found.message] == []

    def test_a_page_gets_it_alone(self) -> None:
        """Findings and the ledger have the pointers of the whole document, and speak of nothing else."""
        page = copy.deepcopy(PAGE)
        page["props"]["comp-abc_galleryData"]["requestId"] = "r"
        result = gl.convert(page, at="/props/comp-abc_galleryData")

        assert ["i1"] == [each["slug"] for each in result.value]
        assert {True} == {row.pointer.startswith("/props/comp-abc_galleryData/") for row in result.ledger}
        assert {True} == {
            each.pointer.startswith("/props/comp-abc_galleryData/") for each in result.diagnostics
        }

    def test_a_page_gets_its_own_alone(self) -> None:
        """Items of a page are given as they are, without what they stand in."""
        assert [shown(1), shown(2)] == gl.convert(PAGE, at="/props/wixSDKItems").value

    def test_a_backend_gets_the_whole(self) -> None:
        """With the gallery replaced, and the rest as it was."""
        document = {"data": {"media": [item(1)], "title": "x"}, "n": 5}
        expected = {"data": {"media": gl.to_rest([item(1)]), "title": "x"}, "n": 5}

        assert expected == gl.convert(document, target="rest", at="/data/media").value

    def test_every_gallery(self) -> None:
        """A page gets a list that says where each stood."""
        result = gl.convert(PAGE | {"galleries2": [gallery("g", 3)]}, at="*")

        assert ["/props/comp-abc_galleryData", "/props/wixSDKItems", "/galleries2/0"] == [
            each["pointer"] for each in result.value
        ]
        assert {"galleryId": "g", "name": "Ng"}.items() <= result.value[2].items()
        assert [1, 2, 1] == [len(each["items"]) for each in result.value]

    def test_patterns_join_items(self) -> None:
        """What names single items gives one list of them."""
        assert [shown(1), shown(2)] == gl.convert(WRAPPED, at="/*/json").value

    def test_patterns_list_galleries(self) -> None:
        """What names several galleries gives one entry each."""
        value = gl.convert(ROWS, at="/items/*/shots").value

        assert [("/items/0/shots", [shown(1)]), ("/items/1/shots", [shown(2)])] == [
            (each["pointer"], each["items"]) for each in value
        ]

    @pytest.mark.parametrize("at", ["/nothing", "/props/5", "*"])
    def test_where_nothing_is(self, at: str) -> None:
        """That is said of the whole document, with the pointers that there are."""
        document = {"props": {"n": [shown(1)] if at != "*" else []}}
        (found,) = gl.convert(document, at=at).diagnostics

        assert ("not-an-item", "") == (found.name, found.pointer)
        assert at == "*" or "media were found at /props/n" in found.message

    def test_it_counts_as_one_item(self) -> None:
        """As whatever else is not a gallery does."""
        result = gl.convert({"x": 1}, at="/json")

        assert (1, 0, 1) == (result.items, result.converted, len(result.rejects))

    def test_a_gallery_that_is_none_counts_as_one_item(self) -> None:
        """What is rejected was met."""
        document = {"createdEvent": {"entity": 0}}
        result, linted = gl.convert(document), gl.lint(document)

        assert (1, 0, 1) == (result.items, result.converted, len(result.rejects))
        assert (1, 0, 1) == (linted.items, linted.converted, linted.rejected)

    def test_what_is_no_pointer(self) -> None:
        """A wrong argument."""
        with pytest.raises(UsageError, match="JSON Pointer"):
            gl.convert(PAGE, at="props")

    @pytest.mark.parametrize(
        ("document", "at"),
        [
            ({"data": {"media": [item(1), item(2)]}, "n": 1}, "/data/media"),
            ({"a": gallery("g", 1), "b": [gallery("h", 2)], "n": 1}, "*"),
            (WRAPPED, "/*/json"),
            ({"a/b": {"~": {"gallery": gallery("g", 1)}}}, "/a~1b/~0"),
        ],
    )
    def test_a_view_is_restored_into_the_whole(self, document: Any, at: str) -> None:
        """With edits, and with nothing else changed."""
        result = gl.convert(document, at=at)
        view = copy.deepcopy(result.value)
        edited = _first_item(view)
        assert edited
        edited["title"] = "edited"

        restored = gl.restore(view, json.loads(json.dumps(result.sidecar)))

        assert json.dumps(document).replace("T1", "edited", 1) == json.dumps(restored.value)
        assert json.dumps(document) == json.dumps(gl.restore(result.value, result.sidecar).value)

    def test_lint_looks_there(self) -> None:
        """Its findings have the pointers of the whole document, and lines in it."""
        text = json.dumps({"data": {"media": [item(1, colour="red")]}}, indent=1)
        found = gl.lint_text(text, at="/data/media").diagnostics

        assert "/data/media/0/colour" in [each.pointer for each in found]
        assert all(each.line and each.line > 3 for each in found)

    @given(st.data())
    def test_taking_out_is_converting_what_stands_there(self, data: st.DataObject) -> None:
        """Whatever stands around it."""
        document = data.draw(strategies.wrapped(strategies.velo_items(), strategies.velo_galleries()))
        whole = {"x/y": [1, {"z": document}]}

        result, alone = gl.convert(whole, "velo", at="/x~1y/1/z"), gl.convert(document, "velo")

        assert json.dumps(alone.value) == json.dumps(result.value)
        assert [f"/x~1y/1/z{each.pointer}" for each in alone.diagnostics] == [
            each.pointer for each in result.diagnostics
        ]
        assert [f"/x~1y/1/z{row.pointer}" for row in alone.ledger] == [row.pointer for row in result.ledger]


STATIC = "https://static.wixstatic.com/media/a41c07_11111111111111111111111111111111~mv2.jpg"
#: What services and tools give, by name: the document, what the message says to take, how many items that is.
ELSEWHERE: dict[str, tuple[Any, str, int]] = {
    "page data": ({"warmup": {"app": {"comp-k1_galleryData": {"items": [component(1)]}, "n": {}}}},
                  "/warmup/app/comp-k1_galleryData", 1),
    "page data as text": ({"comp": {"data": json.dumps({"items": [component(1)]})}}, "/comp/data", 1),
    "CMS query": ({"items": [{"_id": "r", "_owner": "o", "shots": [shown(1), shown(2)]}], "totalCount": 1},
                  "/items/0/shots", 2),
    "CMS row": ({"_id": "r", "title": "Row", "shots": [shown(1)]}, "/shots", 1),
    "CMS rows": ([{"_id": "r", "shots": [shown(1)]}, {"_id": "s", "shots": [shown(2)]}], "/*/shots", 2),
    "CMS rows with a medium each": ([{"_id": "r", "photo": PICTURE}, {"_id": "s", "photo": PICTURE}],
                                    "/*/photo", 2),
    "CMS field as text": ({"_id": "r", "shots": json.dumps([shown(1)])}, "/shots", 1),
    "data items": ({"dataItems": [{"id": "r", "data": {"media": [shown(1)]}}]}, "/dataItems/0/data/media", 1),
    "product of Velo": ({"_id": "p", "name": "Shirt", "mainMedia": PICTURE, "mediaItems": [
        {"id": "a.jpg", "src": PICTURE, "type": "Image"}]}, "/mediaItems", 1),
    "products": ({"products": [{"id": "p", "media": {"mainMedia": {"image": {"url": STATIC}}, "items": [
        {"id": "a.jpg", "mediaType": "image", "image": {"url": STATIC, "width": 4, "height": 3}}]}}],
        "metadata": {"items": 1}}, "/products/0/media/items", 1),
    "hidden items of the SDK": ({"_items": [item(1)], "_totalCount": 1}, "/_items", 1),
    "answer with headers": ({"status": 200, "data": {"items": [item(1)]}}, "/data", 1),
    "answer in an envelope": ({"data": {"gallery": gallery("g", 1)}}, "/data/gallery", 1),
    "settled promises": ([{"status": "fulfilled", "value": {"items": [item(number)]}} for number in (1, 2)],
                         "/*/value", 2),
    "results of a bulk call": ({"results": [{"itemMetadata": {}, "item": item(1)}]}, "/results/0/item", 1),
    "items by id": ({"x": item(1), "y": item(2)}, "/*", 2),
    "items by id in a gallery": ({"_id": "g", "items": {"x": item(1), "y": item(2)}}, "/items/*", 2),
    "items by number from 1": ({"items": {"1": item(1), "2": item(2)}}, "/items/*", 2),
    "entries": ([["x", item(1)], ["y", item(2)]], "/*/1", 2),
    "lists in a list": ([[item(1)], [item(2)]], "/*", 2),
    "n8n": (WRAPPED, "/*/json", 2),
    "n8n, one answer": ([{"json": {"items": [item(1)]}}], "/0/json", 1),
    "message of a tool": ({"role": "tool", "content": json.dumps({"items": [item(1)]})}, "/content", 1),
    "recorded traffic": ({"log": {"entries": [{"response": {"text": json.dumps({"items": [item(1)]})}}]}},
                         "/log/entries/0/response/text", 1),
    "rows with addresses": ([{"url": STATIC, "n": 1}, {"url": STATIC, "n": 2}], "/*/url", 2),
}  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("target", ["frontend", "rest"])
def test_the_next_try_works(name: str, target: str) -> None:
    """What the message says to take gives all that is meant, and comes back from its view."""
    document, at, count = ELSEWHERE[name]
    (found,) = gl.convert(document, target=target).diagnostics

    result = gl.convert(document, target=target, at=at)

    assert f"--at {at} " in found.message or f"--at '{at}'" in found.message
    assert (count, count, ()) == (result.converted, result.items, result.rejects)
    assert [] == [row for row in result.ledger if row.fate is Fate.DROPPED and row.code is None]
    if result.sidecar:
        assert document == gl.restore(result.value, result.sidecar).value


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_whatever_shows_something_is_recognised(path: Path) -> None:
    """No sample is taken for a larger document that only holds media somewhere."""
    document = json.loads(path.read_text("utf-8"))
    told = [each.pointer for each in gl.convert(document).diagnostics if each.name == "not-an-item"]

    assert "" not in told


def test_an_answer_in_words() -> None:
    """It is no text item, and the message says what to save."""
    (found,) = gl.convert([{"type": "text", "text": "There is no such gallery."}], target="rest").diagnostics

    assert ("not-an-item", "") == (found.name, found.pointer)
    assert "answer in words" in found.message


def test_a_token_is_named() -> None:
    """A webhook's token is not JSON, and the help says where that is."""
    (found,) = gl.convert_text("eyJhbGciOiJSUzI1NiJ9.eyJkYXRhIjoie30ifQ.c2ln").diagnostics

    assert found.help
    assert "decode its middle part" in found.help


class TestWholeGalleries:
    """Commands that work on whole galleries take them out of larger documents, too."""

    DOCUMENT: ClassVar[dict[str, Any]] = {"data": {"gallery": gallery("g", 1, 2)}, "n": 5}
    AT = "/data/gallery"

    def test_clone(self) -> None:
        """The body is that of the gallery; findings have the pointers of the whole."""
        document = {"data": gallery("g", 1, 2) | {"items": [item(1, image={}), item(2)]}}
        alone, found = gl.clone(document["data"]), gl.clone(document, at="/data")

        assert alone.value == found.value
        assert [f"/data{each.pointer}" for each in alone.diagnostics] == [
            each.pointer for each in found.diagnostics
        ]
        assert found.diagnostics

    def test_remap(self) -> None:
        """The document comes back with the gallery changed in it."""
        old, new = PICTURE.split("/")[3], "b52d18_22222222222222222222222222222222~mv2.jpg"
        value = gl.remap(self.DOCUMENT, {old: new}, at=self.AT).value

        assert json.dumps(self.DOCUMENT).replace(old, new) == json.dumps(value)

    def test_merge(self) -> None:
        """Pointers begin with the index of the document."""
        pages = [{"data": {"items": [item(1)], "totalItems": 5}}, {"data": {"items": [item(2)]}}]
        result = gl.merge(pages, at="/data")

        assert [1, 2] == [each["sortOrder"] for each in result.value["items"]]
        assert ["/0/data/totalItems"] == [each.pointer for each in result.diagnostics]

    def test_plan(self) -> None:
        """The calls are those for the gallery."""
        desired = gallery("g", 2)

        alone = gl.plan(self.DOCUMENT["data"]["gallery"], desired).to_dict()
        whole = gl.plan(self.DOCUMENT, desired, at=self.AT).to_dict()
        assert alone["calls"] == whole["calls"]
        assert [self.AT + each["pointer"] for each in alone["losses"]] == [
            each["pointer"] for each in whole["losses"]
        ]

    @pytest.mark.parametrize("call", [gl.clone, lambda *a, **k: gl.remap(*a, {}, **k)])
    def test_what_is_not_there(self, call: Any) -> None:
        """The message names the pointers that there are; without one, it does so as well."""
        with pytest.raises(UsageError, match="/data/gallery"):
            call(self.DOCUMENT, at="/nothing")
        with pytest.raises(UsageError, match="/data/gallery"):
            call(self.DOCUMENT)


class TestTaking:
    """One value of a document, for commands that work on whole galleries."""

    def test_it_is_put_back(self) -> None:
        """Without changing the document that was given."""
        document = {"a": [{"b": 1}, 2]}

        assert {"b": 1} == taken(document, "/a/0")
        assert {"a": [5, 2]} == put_back(document, "/a/0", 5)
        assert {"a": [{"b": 1}, 2]} == document

    def test_without_a_pointer_it_is_the_document(self) -> None:
        """None says that nothing is to be taken out."""
        assert ([1], [2]) == (taken([1], None), put_back([1], None, [2]))
        assert [1] == taken([1], "")

    @pytest.mark.parametrize("at", ["/a/5", "/b", "*", "/a/*", "a"])
    def test_what_names_no_single_place_is_refused(self, at: str) -> None:
        """With a sentence that names the pointers that there are."""
        with pytest.raises(UsageError, match="at"):
            taken({"a": [1]}, at)


@pytest.mark.parametrize("target", BACKENDS)
def test_findings_in_a_list_with_number_keys(target: str) -> None:
    """Their pointers are those of the document as given, and their lines are found."""
    text = json.dumps({"items": {"0": item(1), "1": item(1)}}, indent=1)
    (found, _) = gl.lint_text(text, target=target).diagnostics

    assert found.pointer == "/items/1/_id"
    assert resolve(json.loads(text), found.pointer)
    assert found.line and found.line > 10
