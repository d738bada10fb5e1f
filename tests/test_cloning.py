"""Galleries for another site: ``gl.clone`` and ``gl.remap``."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given

import gallery_lens as gl
import strategies
from gallery_lens.cloning.media_map import media_map, read_media_map

OLD, NEW = "11062b_0f1e~mv2.jpg", "22173c_1a2b~mv2.jpg"
FILM, POSTER = "11062b_f0e1", "11062b_f0e1f000.jpg"
VELO = {
    "_id": "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90",
    "_createdDate": "2024-05-01T10:00:00Z",
    "name": "Rivers",
    "sortOrder": 3,
    "items": [
        {
            "_id": "a",
            "_createdDate": "2024-05-01T10:00:00Z",
            "_updatedDate": "2024-05-01T10:00:00Z",
            "sortOrder": 1,
            "type": "IMAGE",
            "title": OLD,
            "image": {"imageInfo": f"wix:image://v1/{OLD}/{OLD}#originWidth=8&originHeight=6"},
            "xFuture": {"id": 1},
        },
        {
            "_id": "b",
            "sortOrder": 2,
            "type": "VIDEO",
            "video": {
                "videoInfo": f"wix:video://v1/{FILM}/b.mp4#posterUri={POSTER}&posterWidth=8&posterHeight=6"
            },
        },
    ],
}
REST = {
    "id": "r",
    "createdDate": "2024-05-01T10:00:00Z",
    "items": [
        {
            "id": "a",
            "sortOrder": 5,
            "type": "IMAGE",
            "image": {
                "imageInfo": {
                    "id": OLD,
                    "url": f"https://static.wixstatic.com/media/{OLD}/v1/fit/w_9,h_9/{OLD}",
                    "width": 8,
                    "height": 6,
                    "filename": OLD,
                }
            },
        },
        {
            "id": "b",
            "type": "VIDEO",
            "video": {
                "type": "YOUTUBE",
                "videoInfo": {
                    "id": "",
                    "url": "https://www.youtube.com/watch?v=abcdefghijk",
                    "posters": [{"id": "abcdefghijk.jpg", "url": "https://i.ytimg.com/vi/a/0.jpg"}],
                },
            },
        },
        {
            "id": "c",
            "type": "TEXT",
            "text": {"html": f'<img src="https://static.wixstatic.com/media/{OLD}">'},
        },
    ],
}


class TestClone:
    """The body that creates a copy."""

    @pytest.mark.parametrize("wrapped", [VELO, {"gallery": VELO}])
    def test_everything_else_is_kept(self, wrapped: Any) -> None:
        """Types and undeclared keys too; ids, sort orders and dates are gone, and nothing is changed."""
        before = copy.deepcopy(wrapped)

        first, second = gl.clone(wrapped).value["gallery"]["items"]

        assert {"type", "title", "image", "xFuture"} == set(first)
        assert {"type", "video"} == set(second)
        assert {"gallery"} == set(gl.clone(wrapped).value)
        assert {"name", "items"} == set(gl.clone(wrapped).value["gallery"])
        assert before == wrapped

    def test_rest(self) -> None:
        """A gallery stays in its dialect."""
        body = gl.clone(REST).value["gallery"]

        assert {"items"} == set(body)
        assert REST["items"][0]["image"] == body["items"][0]["image"]  # type: ignore[index]

    def test_other_dialects_become_rest(self) -> None:
        """That is what a call takes."""
        view = [
            {"type": "image", "slug": "a", "src": f"wix:image://v1/{OLD}/a.jpg#originWidth=8&originHeight=6"}
        ]

        assert OLD == gl.clone(view).value["gallery"]["items"][0]["image"]["imageInfo"]["id"]

    @pytest.mark.parametrize(
        ("orders", "expected"),
        [([3, 1, 2], "bca"), ([3, 2, 1], "abc"), ([1, 1, 0], "abc"), ([1, None, 0], "abc")],
    )
    def test_the_copy_shows_the_same_order(self, orders: list[Any], expected: str) -> None:
        """By sort order, in the direction of the list; as listed where that says nothing."""
        picture = VELO["items"][0]["image"]  # type: ignore[index]
        items = [
            {"title": title, "sortOrder": order, "image": picture}
            for title, order in zip("abc", orders, strict=True)
        ]

        copied = gl.clone({"items": items}).value["gallery"]["items"]

        assert expected == "".join(each["title"] for each in copied)

    @pytest.mark.parametrize("document", [{"galleries": [VELO, REST]}, {"galleries": []}])
    def test_one_gallery_at_a_time(self, document: Any) -> None:
        """A body is for one."""
        with pytest.raises(gl.UsageError, match="one gallery"):
            gl.clone(document)


class TestRemap:
    """New media ids."""

    def test_velo(self) -> None:
        """In ids, names and posters; words for visitors stay."""
        result = gl.remap(VELO, {OLD: NEW, FILM: "22173c_a9b8", POSTER: "22173c_a9b8f001.jpg"})

        first, second = result.value["items"]
        assert f"wix:image://v1/{NEW}/{NEW}#originWidth=8&originHeight=6" == first["image"]["imageInfo"]
        assert (
            "wix:video://v1/22173c_a9b8/b.mp4#posterUri=22173c_a9b8f001.jpg" in second["video"]["videoInfo"]
        )
        assert OLD == first["title"]
        assert ("a", VELO["_id"]) == (first["_id"], result.value["_id"])
        assert () == result.diagnostics

    def test_rest(self) -> None:
        """In addresses and HTML too; videos from elsewhere need nothing."""
        result = gl.remap(REST, {OLD: NEW})

        assert OLD not in json.dumps(result.value)
        assert () == result.diagnostics

    def test_ids_can_be_left_out(self) -> None:
        """Those of galleries and items, not those of media."""
        result = gl.remap({"galleries": [REST]}, {OLD: NEW}, strip_ids=True)

        (gallery,) = result.value["galleries"]
        assert "id" not in gallery
        assert not any("id" in item for item in gallery["items"])
        assert NEW == gallery["items"][0]["image"]["imageInfo"]["id"]

    def test_what_has_no_new_id_is_an_error(self) -> None:
        """A poster of its own, too; it stays as it is."""
        result = gl.remap(VELO, {OLD: NEW, FILM: "22173c_a9b8"})

        (found,) = result.diagnostics
        assert ("media-unmapped", "error", "/items/1/video/videoInfo") == (
            found.name,
            found.severity,
            found.pointer,
        )
        assert f"posterUri={POSTER}" in result.value["items"][1]["video"]["videoInfo"]

    def test_a_second_time_nothing_is_left_to_do(self) -> None:
        """New ids are known."""
        maps = {OLD: NEW, FILM: "22173c_a9b8", POSTER: "22173c_a9b8f001.jpg"}
        once = gl.remap(VELO, maps)

        assert (once.value, ()) == (gl.remap(once.value, maps).value, gl.remap(once.value, maps).diagnostics)

    def test_ids_are_swapped_at_once(self) -> None:
        """A new id may be another's old one."""
        views = [
            {"type": "image", "src": f"wix:image://v1/{name}/#originWidth=8&originHeight=6"} for name in "ab"
        ]

        result = gl.remap(views, {"a": "b", "b": "a"})

        assert [views[1], views[0]] == result.value

    def test_escaped_ids(self) -> None:
        """An address may write them so."""
        view = [{"src": "https://static.wixstatic.com/media/11062b_0f1e%7Emv2.jpg"}]

        assert [{"src": f"https://static.wixstatic.com/media/{NEW}"}] == gl.remap(view, {OLD: NEW}).value

    @pytest.mark.parametrize(
        ("url", "domains", "severity"),
        [
            ("https://www.old.example/walks", ("old.example",), "warning"),
            ("https://other.example/", ("old.example",), None),
            ("https://other.example/", (), "info"),
            ("https://me.wixsite.com/rivers", (), "warning"),
            ("/walks", (), None),
            ("mailto:a@old.example", (), None),
        ],
    )
    def test_links(self, url: str, domains: tuple[str, ...], severity: str | None) -> None:
        """Those to the old site, as far as that is known."""
        view = [{"link": url, "src": f"wix:image://v1/{OLD}/"}]

        found = gl.remap(view, {OLD: NEW}, old_domains=domains).diagnostics

        assert [severity] * (severity is not None) == [each.severity for each in found]

    @given(strategies.velo_galleries() | strategies.rest_galleries() | strategies.frontend_lists())
    def test_an_empty_map_changes_nothing(self, document: Any) -> None:
        """Whatever the document is."""
        try:
            assert document == gl.remap(document, {}).value
        except gl.UsageError:
            assert not gl.convert(document).items


class TestMaps:
    """What a map may look like."""

    @pytest.mark.parametrize(
        "text",
        [
            '{"a1.jpg": "b1.jpg"}',
            '{"a1.jpg": {"targetUri": "b1.jpg", "targetId": "b1.jpg"}}',
            '{"wix:image://v1/a1.jpg/x#originWidth=1&originHeight=2": {"targetUri": "wix:image://v1/b1.jpg/x"}}',
            '{"https://static.wixstatic.com/media/a1.jpg": "/media/b1.jpg"}',
            "a1.jpg,b1.jpg\n",
            "\ufeffold;new\r\n\r\na1.jpg;b1.jpg\r\n",
            "old\ttargetUri\ttargetId\na1.jpg\tb1.jpg\tb1.jpg",
            'old,new\n"a1.jpg","b1.jpg"\na1.jpg,b1.jpg\n',
        ],
    )
    def test_a_map(self, text: str) -> None:
        """JSON or CSV, ids or addresses."""
        assert {"a1.jpg": "b1.jpg"} == media_map(read_media_map(text.encode()))

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('{"a1": "b1", "a1": "c1"}', "two targets"),
            ("a1,b1\na1,c1", "two targets"),
            ('{"a1": {"targetUri": "b1", "targetId": "c1"}}', "two targets"),
            ('{"a1": {}}', "no targetUri"),
            ('["a1"]', "is not a map"),
            ("{", "is not JSON"),
            ("just words", "is not a map"),
            ('{"a1": 5}', "not a media id"),
            ('{"a1": "https://b.example/b1.jpg"}', "not a media id"),
            ('{"": "b1"}', "not a media id"),
        ],
    )
    def test_what_is_no_map(self, text: str, words: str) -> None:
        """One sentence says why."""
        with pytest.raises(gl.UsageError, match=words):
            media_map(read_media_map(text.encode()))

    @pytest.mark.parametrize("given", [None, 5, "a,b", [1], [("a", "b", "c")]])
    def test_what_is_no_map_in_python(self, given: Any) -> None:
        """Likewise."""
        with pytest.raises(gl.UsageError, match="not a map"):
            gl.remap([], given)


class TestAt:
    """A gallery inside of a larger document."""

    def test_clone(self) -> None:
        """It is taken out; pointers lead into the whole."""
        whole = {"data": {"galleries": [VELO, {**VELO, "totalItems": 60}]}}

        result = gl.clone(whole, at="/data/galleries/1")

        assert "Rivers" == result.value["gallery"]["name"]
        assert ["/data/galleries/1/totalItems"] == [each.pointer for each in result.diagnostics]

    def test_remap(self) -> None:
        """It is put back; everything else stays."""
        result = gl.remap({"a": [VELO], "b": OLD}, {OLD: NEW}, at="/a/0")

        assert (OLD, "Rivers") == (result.value["b"], result.value["a"][0]["name"])
        assert NEW in result.value["a"][0]["items"][0]["image"]["imageInfo"]
        assert ["/a/0/items/1/video/videoInfo"] == [each.pointer for each in result.diagnostics]

    def test_merge(self) -> None:
        """In each page."""
        pages = [
            {"body": {"items": VELO["items"][:1], "totalItems": 3}},
            {"body": {"items": VELO["items"][1:]}},
        ]  # type: ignore[index]

        result = gl.merge(pages, at="/body")

        assert 2 == len(result.value["items"])
        assert ["/0/body/totalItems"] == [each.pointer for each in result.diagnostics]

    def test_plan(self) -> None:
        """In CURRENT."""
        plan = gl.plan({"a": {"b": VELO}}, {**VELO, "items": VELO["items"][:1]}, at="/a/b")  # type: ignore[index]

        assert ["DELETE"] == [each["method"] for each in plan.to_rest()]
        assert ["/a/b/items/1"] == [each.pointer for each in plan.losses]

    def test_nothing_stands_there(self) -> None:
        """One sentence says so."""
        with pytest.raises(gl.UsageError, match="nothing at /a"):
            gl.clone(VELO, at="/a")
