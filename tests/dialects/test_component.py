"""Dialect ``component``: items of the open-source React component, in all their spellings."""

import json
from typing import Any

import pytest

import gallery_lens as gl
from gallery_lens.dialects import detect

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
CDN = "https://static.wixstatic.com/media"
PICTURE = f"{CDN}/4d2a9c_0f1e~mv2.jpg"
FILES = "https://video.wixstatic.com/video/4d2a9c_f0e1"
CLIP = f"{FILES}/1080p/mp4/file.mp4"
WHOLE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/river.jpg#originWidth=1200&originHeight=800"


def read(**wire: Any) -> gl.Item:
    """Read an item of the dialect."""
    return gl.converter("component").structure(wire, gl.Item)


def film(*resolutions: dict[str, Any], id: str = "4d2a9c_f0e1", **known: Any) -> dict[str, Any]:
    """Return what the component gets for a video of REST."""
    clip = {"id": id, "resolutions": list(resolutions), **known}
    result = gl.convert({"video": {"videoInfo": clip}}, "rest", "component").value
    assert isinstance(result, dict)
    return result


def encoding(quality: str | None, form: str | None = "mp4", **known: Any) -> dict[str, Any]:
    """Return one encoding of a video as REST describes it."""
    return {"quality": quality, "width": 854, "height": 480, "format": form} | known


def names(result: gl.Result) -> list[tuple[str, str]]:
    """Return names and places of all findings but that the type was inferred."""
    found = [(each.name, each.pointer) for each in result.diagnostics]
    return [each for each in found if each[0] != "type-inferred"]


class TestPictures:
    """Addresses, sizes and settings."""

    def test_a_picture_is_taken_apart(self) -> None:
        """The component knows no media text: it gets the address, the size and the name."""
        item = gl.convert({"type": "IMAGE", "image": {"imageInfo": WHOLE}}, "velo", "component").value

        size = {"width": 1200, "height": 800, "fileName": "river.jpg"}
        assert {"mediaUrl": PICTURE, "metaData": {"type": "image", **size}} == item

    def test_settings_are_where_the_component_looks(self) -> None:
        """The middle as an array; quality and sharpness with the words that switch them on."""
        mask = {"amount": 0.6, "radius": 1.5, "threshold": 0.05}
        image = {
            "imageInfo": WHOLE,
            "focalPoint": {"x": 0.1, "y": 0.2},
            "quality": 85,
            "unsharpMasking": mask,
        }
        metadata = gl.convert({"image": image}, "velo", "component").value["metaData"]

        sharp = {"quality": 85, "overrideQuality": True}
        usm = {"usm": {"usm_a": 0.6, "usm_r": 1.5, "usm_t": 0.05}, "overrideUsm": True}
        assert ([0.1, 0.2], {"L": sharp | usm}) == (metadata["focalPoint"], metadata["sharpParams"])

    @pytest.mark.parametrize("mask", [None, {}, {"amount": None}, {"amount": "NaN"}, {"mask": "soft"}])
    def test_nothing_is_switched_on_for_nothing(self, mask: dict[str, Any] | None) -> None:
        """Without quality and sharpness there are no such words."""
        image = {"imageInfo": WHOLE, "unsharpMasking": mask}
        metadata = gl.convert({"image": image}, "velo", "component").value["metaData"]

        assert "sharpParams" not in metadata

    def test_a_size_that_is_missing_is_reported(self) -> None:
        """The component would show the picture as a square."""
        result = gl.convert({"image": {"imageInfo": {"id": "a.jpg", "width": 4}}}, "rest", "component")

        assert [("dimensions-missing", "/image/imageInfo")] == names(result)
        assert "height" not in result.value["metaData"]

    @pytest.mark.parametrize(
        ("wire", "address"),
        [
            ({"file_url": "https://a.example", "mediaUrl": "https://b.example"}, "https://a.example"),
            ({"mediaUrl": "https://b.example", "url": "https://c.example"}, "https://b.example"),
            ({"url": "https://c.example", "src": "https://d.example"}, "https://c.example"),
            ({"src": "https://d.example"}, "https://d.example"),
            ({"file_url": "", "url": "https://c.example"}, "https://c.example"),
        ],
    )
    def test_one_address_of_several_wins(self, wire: dict[str, Any], address: str) -> None:
        """In the component's own order."""
        image = read(**wire, metaData={"type": "image"}).image

        assert address == (image.picture.url or image.picture.address)

    def test_a_bare_id_is_an_id(self) -> None:
        """Old items have nothing else."""
        assert "a1b2.jpg" == read(url="a1b2.jpg", metadata={"width": 4, "height": 3}).image.picture.id

    @pytest.mark.parametrize("size", ["800", "0800", 800])
    def test_a_size_may_be_text(self, size: object) -> None:
        """The component reads digits as well."""
        assert 800 == read(mediaUrl=PICTURE, metaData={"width": size}).image.picture.width


class TestVideos:
    """Files, encodings and posters."""

    @pytest.mark.parametrize(
        ("known", "resolutions", "address"),
        [
            ({"url": CLIP}, [encoding("480p", url=f"{FILES}/480p/mp4/file.mp4")], CLIP),
            (
                {},
                [
                    encoding("480p", url=f"{FILES}/480p/mp4/file.mp4"),
                    encoding("720p", url=f"{FILES}/720p/mp4/file.mp4", height=720),
                ],
                f"{FILES}/720p/mp4/file.mp4",
            ),
            (
                {"url": "https://video.wixstatic.com/video/other/1080p/mp4/file.mp4"},
                [],
                f"{FILES}/480p/mp4/file.mp4",
            ),
            (
                {},
                [encoding("720p", "webm", url=f"{FILES}/720p/webm/file.webm", height=720)],
                f"{FILES}/480p/mp4/file.mp4",
            ),
        ],
    )
    def test_the_best_file_that_is_known_is_shown(
        self, known: dict[str, Any], resolutions: list[dict[str, Any]], address: str
    ) -> None:
        """The video's own address, else its tallest mp4, else one that is made of the id."""
        assert address == film(*resolutions, **known)["mediaUrl"]

    @pytest.mark.parametrize(
        ("height", "quality"),
        [
            (2160, "1080p"),
            (1080, "1080p"),
            (1079, "720p"),
            (720, "720p"),
            (500, "480p"),
            (479, "360p"),
            (9, "480p"),
        ],
    )
    def test_a_guessed_file_is_no_taller_than_the_poster(self, height: int, quality: str) -> None:
        """It is said that it was guessed, for the file may not be there."""
        text = f"wix:video://v1/4d2a9c_f0e1/river.mp4#posterUri=p.jpg&posterWidth=640&posterHeight={height}"
        result = gl.convert({"video": {"videoInfo": text}}, "velo", "component")

        assert f"{FILES}/{quality}/mp4/file.mp4" == result.value["mediaUrl"]
        assert [("video-quality-guessed", "/video/videoInfo")] == names(result)

    def test_a_guessed_file_of_a_video_without_poster(self) -> None:
        """Nearly every video has one of 480 lines; the missing size is reported, too."""
        result = gl.convert({"video": {"videoInfo": "wix:video://v1/4d2a9c_f0e1/r.mp4"}}, "velo", "component")

        assert f"{FILES}/480p/mp4/file.mp4" == result.value["mediaUrl"]
        assert {"video-quality-guessed", "dimensions-missing"} == {name for name, _ in names(result)}

    @pytest.mark.parametrize(
        "page", ["https://www.youtube.com/watch?v=rivers12345", "https://vimeo.com/76979871"]
    )
    def test_pages_elsewhere_are_external(self, page: str) -> None:
        """The component plays them with another player."""
        item = gl.convert({"video": {"videoInfo": page}}, "velo", "component").value

        assert (page, page, True) == (
            item["mediaUrl"],
            item["metaData"]["videoUrl"],
            item["metaData"]["isExternal"],
        )

    @pytest.mark.parametrize(
        ("resolutions", "grouped"),
        [
            (
                [encoding("480p"), encoding("480p", "webm")],
                [{"quality": "480p", "width": 854, "height": 480, "formats": ["mp4", "webm"]}],
            ),
            (
                [encoding("480p"), encoding("720p"), encoding("480p", "webm")],
                [
                    {"quality": "480p", "width": 854, "height": 480, "formats": ["mp4"]},
                    {"quality": "720p", "width": 854, "height": 480, "formats": ["mp4"]},
                    {"quality": "480p", "width": 854, "height": 480, "formats": ["webm"]},
                ],
            ),
            (
                [encoding("480p"), encoding("480p")],
                [{"quality": "480p", "width": 854, "height": 480, "formats": ["mp4"]}] * 2,
            ),
            ([encoding("480p", None)], [{"quality": "480p", "width": 854, "height": 480}]),
            ([encoding(None, width=None)], [{"height": 480, "formats": ["mp4"]}]),
        ],
    )
    def test_encodings_of_one_size_stand_together(
        self, resolutions: list[dict[str, Any]], grouped: list[dict[str, Any]]
    ) -> None:
        """Neighbours whose formats tell them apart; nothing is reordered, and null is left out."""
        assert grouped == film(*resolutions)["metaData"]["qualities"]

    def test_formats_become_encodings(self) -> None:
        """One for each, and without formats one all the same."""
        qualities = [{"quality": "480p", "formats": ["mp4", "webm"]}, {"quality": "720p"}]
        item = gl.to_rest(
            {"mediaUrl": CLIP, "metaData": {"type": "video", "qualities": qualities}}, "component"
        )

        assert [
            {"quality": "480p", "format": "mp4"},
            {"quality": "480p", "format": "webm"},
            {"quality": "720p"},
        ] == item["video"]["videoInfo"]["resolutions"]

    @pytest.mark.parametrize(
        ("posters", "shown"),
        [
            ([], None),
            (["a.jpg"], "a.jpg"),
            (["a.jpg", "b.jpg"], "b.jpg"),
            (["a.jpg", "b.jpg", "c.jpg"], "b.jpg"),
        ],
    )
    def test_one_poster_is_named_to_be_shown(self, posters: list[str], shown: str | None) -> None:
        """The one that a media text keeps, as an object with its size; the component would take the last."""
        known = [{"id": id, "width": 640, "height": 360} for id in posters]
        metadata = film(posters=known)["metaData"]

        expected = None if shown is None else {"url": f"{CDN}/{shown}", "width": 640, "height": 360}
        assert expected == metadata.get("poster")
        assert [f"{CDN}/{id}" for id in posters] == [each["url"] for each in metadata.get("posters", [])]
        assert (shown and (640, 360)) == (shown and (metadata["width"], metadata["height"]))

    def test_a_thumbnail_is_the_poster_to_show(self) -> None:
        """As on a page, where it wins over the address's own."""
        item = {"type": "video", "src": "wix:video://v1/4d2a9c_f0e1/r.mp4", "thumbnail": f"{CDN}/t.jpg"}
        metadata = gl.convert(item, "frontend", "component").value["metaData"]

        assert {"url": f"{CDN}/t.jpg"} == metadata["poster"]

    @pytest.mark.parametrize(
        ("metadata", "ids"),
        [
            ({"poster": {"url": f"{CDN}/p.jpg"}}, ["p.jpg"]),
            ({"poster": f"{CDN}/p.jpg"}, ["p.jpg"]),
            ({"customPoster": {"url": f"{CDN}/c.jpg"}}, ["c.jpg"]),
            ({"poster": {"url": f"{CDN}/p.jpg"}, "customPoster": {"url": f"{CDN}/c.jpg"}}, ["p.jpg"]),
            ({"poster": "", "customPoster": f"{CDN}/c.jpg"}, ["c.jpg"]),
            ({"posters": [{"url": f"{CDN}/a.jpg"}, {"url": f"{CDN}/b.jpg"}]}, ["a.jpg", "b.jpg"]),
        ],
    )
    def test_a_poster_may_stand_alone(self, metadata: dict[str, Any], ids: list[str]) -> None:
        """As an object or as an address, under two names, of which ``poster`` wins."""
        clip = read(mediaUrl=CLIP, metaData={"type": "video", **metadata}).video.clip

        assert ids == [poster.id for poster in clip.posters]


class TestKinds:
    """An item that does not say what it is is what its address says."""

    @pytest.mark.parametrize(
        "address",
        [
            "https://video.wixstatic.com/video/4d2a9c_f0e1/720p/mp4/file.mp4",
            "https://river.example/boats.MP4?download=1",
            "https://river.example/boats.webm",
            "https://www.youtube.com/watch?v=dbg3gfheBBc",
        ],
    )
    @pytest.mark.parametrize("metadata", [{}, {"metaData": {}}, {"metaData": {"type": ""}}])
    def test_a_film_is_a_video(self, address: str, metadata: dict[str, Any]) -> None:
        result = gl.convert({"itemId": GUID, "mediaUrl": address, **metadata}, "component", "rest")

        assert "VIDEO" == result.value["type"]
        assert "type-inferred" in {found.name for found in result.diagnostics}

    @pytest.mark.parametrize(
        "address", [PICTURE, "https://river.example/mp4", "https://river.example/a.mp4.jpg"]
    )
    def test_anything_else_is_a_picture(self, address: str) -> None:
        assert "IMAGE" == gl.convert({"mediaUrl": address, "metaData": {}}, "component", "rest").value["type"]


class TestWhatSaysNothing:
    """Values that do not hold are left out, and told."""

    @pytest.mark.parametrize(
        ("switch", "key", "field"),
        [("overrideUsm", "usm", "unsharpMasking"), ("overrideQuality", "quality", "quality")],
    )
    def test_what_is_switched_off(self, switch: str, key: str, field: str) -> None:
        large = {"quality": 85, "usm": {"usm_a": 0.6, "usm_r": 1.5, "usm_t": 0.05}}
        item = {
            "itemId": GUID,
            "mediaUrl": PICTURE,
            "metaData": {"sharpParams": {"L": {**large, switch: False}}},
        }
        result = gl.convert(item, "component", "rest")

        assert {"quality", "unsharpMasking"} - {field} == result.value["image"].keys() & {
            "quality",
            "unsharpMasking",
        }
        assert ("unknown-field-dropped", f"/metaData/sharpParams/L/{key}") in names(result)
        assert not result.lossless
        assert item == gl.convert(item, "component", "component").value

    @pytest.mark.parametrize("size", [0, "0", -5, 5.5, "5.5", "wide", True])
    def test_a_size_that_is_none(self, size: object) -> None:
        """It is missing, which is said once."""
        item = {
            "itemId": GUID,
            "mediaUrl": PICTURE,
            "metaData": {"type": "image", "width": size, "height": 8},
        }
        result = gl.convert(item, "component", "rest")

        assert {"id", "url", "height"} == result.value["image"]["imageInfo"].keys()
        assert not result.lossless
        assert 1 == sum(
            pointer == "/metaData/width" and name != "value-respelled" for name, pointer in names(result)
        )
        assert item == gl.convert(item, "component", "component").value


class TestTexts:
    """Words in a box."""

    def test_a_text_stands_at_both_places(self) -> None:
        """The style that the component knows goes along, the rest is reported."""
        css = {"backgroundColor": "pink", "width": 300, "height": 200, "padding": "4px"}
        result = gl.convert({"type": "TEXT", "text": {"html": "<p>Hi</p>", "css": css}}, "velo", "component")

        style = {"backgroundColor": "pink", "width": 300, "height": 200}
        assert {
            "html": "<p>Hi</p>",
            "metaData": {"type": "text", "html": "<p>Hi</p>", **style},
        } == result.value
        assert [("text-style-dropped", "/text/css/padding")] == names(result)

    @pytest.mark.parametrize(
        ("wire", "html"),
        [
            ({"html": "<p>a</p>", "text": "<p>b</p>"}, "<p>a</p>"),
            ({"text": "<p>b</p>"}, "<p>b</p>"),
            ({"metadata": {"type": "text", "html": "<p>c</p>"}}, "<p>c</p>"),
            ({"html": "<p>a</p>", "metadata": {"type": "text", "html": "<p>c</p>"}}, "<p>a</p>"),
        ],
    )
    def test_one_text_of_several_wins(self, wire: dict[str, Any], html: str) -> None:
        """In the component's own order."""
        assert html == read(**{"metadata": {"type": "text"}} | wire).text.html

    @pytest.mark.parametrize("word", ["text", "html", "h"])
    def test_short_words_for_kinds(self, word: str) -> None:
        """The component has several."""
        assert read(html="<p>a</p>", metaData={"type": word}).text

    @pytest.mark.parametrize("word", ["TEXT", "Video", "photo", 5])
    def test_other_words_are_refused(self, word: object) -> None:
        """Case counts: the component would show a picture."""
        [found] = gl.convert(
            {"mediaUrl": PICTURE, "metaData": {"type": word}}, "component", "velo"
        ).diagnostics

        assert ("/metaData/type", "error") == (found.pointer, found.severity)


class TestMetadata:
    """An object, or the text of one."""

    def test_text_of_an_object_is_read(self) -> None:
        """All of it, sizes included."""
        metadata = {"type": "image", "title": "River", "width": 1200, "height": 800}
        item = read(mediaUrl=PICTURE, metaData=json.dumps(metadata))

        assert ("River", 1200) == (item.title, item.image.picture.width)

    def test_text_is_given_back_as_it_was(self) -> None:
        """To the letter."""
        item = {"itemId": GUID, "mediaUrl": PICTURE, "metaData": '{ "title":"River" , "width": 5}'}

        assert item == gl.convert(item, "component", "component").value

    @pytest.mark.parametrize("text", ["{", "[]", "5", "", '{"focalPoint": [NaN, 0]}'])
    def test_text_that_is_no_metadata_says_nothing(self, text: str) -> None:
        """The item is read without it, and what is left over is reported."""
        result = gl.convert({"itemId": GUID, "mediaUrl": PICTURE, "metaData": text}, "component", "rest")

        assert "4d2a9c_0f1e~mv2.jpg" == result.value["image"]["imageInfo"]["id"]
        assert ("unknown-field-dropped", "/metaData") in names(result)

    def test_of_two_names_one_wins(self) -> None:
        """``metaData``; what the other one says is reported."""
        wire = {"mediaUrl": PICTURE, "metaData": {"title": "River"}, "metadata": {"title": "Sea"}}
        result = gl.convert(wire, "component", "rest")

        assert "River" == result.value["title"]
        assert [("unknown-field-dropped", "/metadata")] == [
            each for each in names(result) if "meta" in each[1]
        ]


class TestLinks:
    """Where an item leads."""

    @pytest.mark.parametrize("url", ["", None, "undefined"])
    def test_a_link_to_nowhere_is_left_out(self, url: str | None) -> None:
        """The component would make it a button that does nothing."""
        link = {"url": url, "text": "Walks", "target": "_self"}
        result = gl.convert({"image": {"imageInfo": WHOLE}, "link": link}, "velo", "component")

        assert not result.value["metaData"].get("link")
        assert {"link-url-missing", "link-text-dropped", "link-details-dropped"} == {
            n for n, _ in names(result)
        }

    def test_words_and_window_go_along(self) -> None:
        """The kind of link does not: the component calls it otherwise."""
        link = {"url": "/walks", "text": "Walks", "target": "_self", "type": "INTERNAL"}
        result = gl.convert({"image": {"imageInfo": WHOLE}, "link": link}, "velo", "component")

        assert {"url": "/walks", "text": "Walks", "target": "_self"} == result.value["metaData"]["link"]
        assert [("link-details-dropped", "/link/type")] == names(result)


class TestIdentity:
    """Ids and order."""

    @pytest.mark.parametrize(
        ("wire", "id"),
        [
            ({"itemId": "a", "photoId": "b", "id": "c"}, "a"),
            ({"photoId": "b", "id": "c"}, "b"),
            ({"id": "c"}, "c"),
            ({"itemId": "", "id": "c"}, "c"),
        ],
    )
    def test_one_id_of_several_wins(self, wire: dict[str, Any], id: str) -> None:
        """In the component's own order."""
        assert id == read(**wire, mediaUrl=PICTURE, metaData={"type": "image"}).id

    @pytest.mark.parametrize(
        ("order", "index"),
        [(5, 5), ("420", 420), (1644317968.985, 1644317968.985), ("NaN", None), (None, None)],
    )
    def test_sort_orders_are_numbers(self, order: object, index: float | None) -> None:
        """Numeric text becomes the number it is; what is none is left out."""
        item = gl.convert({"image": {"imageInfo": WHOLE}, "sortOrder": order}, "velo", "component").value

        assert index == item.get("orderIndex")

    def test_what_is_shown_under_the_pointer_is_an_item(self) -> None:
        """Of a picture or of a text; where there are both, the picture."""
        hover = {"image": {"imageInfo": WHOLE}, "text": {"html": "<p>Hi</p>"}}
        result = gl.convert({"image": {"imageInfo": WHOLE}, "secondaryMedia": hover}, "velo", "component")

        assert (PICTURE, "image") == (
            result.value["secondaryMedia"]["mediaUrl"],
            result.value["secondaryMedia"]["metaData"]["type"],
        )
        assert [("secondary-media-dropped", "/secondaryMedia/text")] == names(result)


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ({"itemId": "a", "mediaUrl": PICTURE}, True),
        ({"mediaUrl": PICTURE, "metaData": {}}, True),
        ({"photoId": "a", "url": "b.jpg", "metadata": {"width": 4}}, True),
        ({"src": PICTURE, "type": "image"}, False),
        ({"_id": "a", "image": {"imageInfo": WHOLE}}, False),
    ],
)
def test_signs(wire: dict[str, Any], expected: bool) -> None:
    """An id, an address or metadata under the component's names."""
    assert expected == ("component" in detect(wire))
