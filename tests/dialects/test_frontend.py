"""Dialect ``frontend``: flat items of a gallery on a page."""

from typing import Any

import pytest

import gallery_lens as gl
from gallery_lens.dialects import detect
from gallery_lens.model import FocalPoint

GUID = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
PICTURE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/river.jpg#originWidth=1200&originHeight=800"
SILENT = "wix:video://v1/4d2a9c_f0e1/river.mp4"
CLIP = f"{SILENT}#posterUri=4d2a9c_f0e1f000.jpg&posterWidth=1280&posterHeight=720"
CDN = "https://static.wixstatic.com/media"


def read(**wire: Any) -> gl.Item:
    """Read an item of the dialect."""
    return gl.converter("frontend").structure(wire, gl.Item)


def view(**wire: Any) -> dict[str, Any]:
    """Return what a page gets for a Velo item."""
    return gl.to_frontend({"image": {"imageInfo": PICTURE}, **wire}, "velo")


def names(result: gl.Result) -> list[str]:
    """Return the names of all findings."""
    return [found.name for found in result.diagnostics]


@pytest.mark.parametrize(
    ("wire", "kind"),
    [
        ({"src": PICTURE}, "image"),
        ({"src": CLIP}, "video"),
        ({"src": "https://youtu.be/rivers12345"}, "video"),
        ({"src": "https://vimeo.com/76979871"}, "video"),
        ({"src": "https://river.example/river.mp4"}, "image"),
        ({"type": "VIDEO", "src": "https://river.example/river.mp4"}, "video"),
        ({"type": "Image", "src": PICTURE}, "image"),
        ({"src": "wix:image://v1/a.jpg/100%.jpg"}, "image"),
        ({"src": "wix:video://v1/a/100%.mp4"}, "video"),
        ({"src": "https://video.wixstatic.com/video/a/720p/mp4/file.mp4"}, "video"),
        ({"src": None}, "image"),
        ({"title": "River"}, None),
    ],
)
def test_the_type_or_else_the_address_says_the_kind(wire: dict[str, Any], kind: str | None) -> None:
    """Any case will do; an address that says nothing is taken for a picture's."""
    item = read(**wire)

    assert [kind == "image", kind == "video"] == [bool(item.image), bool(item.video)]


def test_what_pages_have_in_other_words() -> None:
    """Slug, link, alt, target and settings are the id, the link and the picture's own."""
    item = read(
        slug="river",
        src=PICTURE,
        link="/walks",
        target="_self",
        alt="A river",
        settings={"focalPoint": {"x": 0.1, "y": 0.2}},
    )

    assert ("river", "/walks", "_self") == (item.id, item.link.url, item.link.target)
    assert ("A river", FocalPoint(x=0.1, y=0.2)) == (item.image.picture.alt_text, item.image.focal_point)


@pytest.mark.parametrize("key", ["title", "description", "slug", "link", "thumbnail"])
@pytest.mark.parametrize("nothing", [None, ""])
def test_null_and_empty_become_absent(key: str, nothing: str | None) -> None:
    """To a page they are one."""
    wires = {"slug": {"_id": nothing}, "link": {"link": {"url": nothing}}, "thumbnail": {}}

    assert {"type": "image", "src": PICTURE} == view(**wires.get(key, {key: nothing}))


def test_only_known_keys_are_written() -> None:
    """In this order, whatever the backend holds."""
    item = {
        "_id": GUID,
        "type": "VIDEO",
        "video": {"videoInfo": CLIP, "durationInMillis": 5},
        "title": "River",
        "description": "It flows",
        "link": {"url": "/walks", "target": "_blank"},
        "tags": {"values": ["river"]},
        "colour": "blue",
    }

    expected = ["type", "slug", "src", "title", "description", "link", "thumbnail"]
    assert expected == list(gl.to_frontend(item))


@pytest.mark.parametrize(
    ("text", "thumbnail"),
    [
        (CLIP, f"{CDN}/4d2a9c_f0e1f000.jpg"),
        (f"{SILENT}#posterUri=/p.jpg", f"{CDN}/p.jpg"),
        (SILENT, None),
        ("https://vimeo.com/76979871", None),
    ],
)
def test_the_thumbnail_is_the_poster(text: str, thumbnail: str | None) -> None:
    """As an address that any page can show."""
    item = {"type": "VIDEO", "video": {"videoInfo": text}}

    assert thumbnail == gl.to_frontend(item).get("thumbnail")


@pytest.mark.parametrize(
    ("src", "thumbnail", "poster"),
    [
        (CLIP, None, "4d2a9c_f0e1f000.jpg"),
        (CLIP, "", "4d2a9c_f0e1f000.jpg"),
        (CLIP, f"{CDN}/4d2a9c_f0e1f000.jpg", "4d2a9c_f0e1f000.jpg"),
        (CLIP, f"{CDN}/other.jpg", "4d2a9c_f0e1f000.jpg"),
        (SILENT, f"{CDN}/other.jpg", "other.jpg"),
        (SILENT, PICTURE, "4d2a9c_0f1e~mv2.jpg"),
        (SILENT, "https://river.example/p.jpg", None),
        (SILENT, None, None),
    ],
)
def test_a_thumbnail_becomes_the_poster_of_a_clip_without_one(
    src: str, thumbnail: str | None, poster: str | None
) -> None:
    """Unless it is no Wix picture; what is lost is reported."""
    item = {"type": "video", "src": src, "thumbnail": thumbnail}

    result = gl.convert(item, "frontend", "rest")

    [found] = result.value["video"]["videoInfo"].get("posters") or [{"id": None}]
    assert poster == found["id"]
    assert ("thumbnail-dropped" in names(result)) is bool(thumbnail and str(poster) not in thumbnail)


def test_what_is_said_by_address_and_by_loss_is_said_once() -> None:
    """A clip without name that gets a poster is written anew, and still has no name."""
    item = {"type": "video", "src": "wix:video://v1/4d2a9c_f0e1", "thumbnail": f"{CDN}/p.jpg"}

    assert 1 == names(gl.convert(item, "frontend", "velo")).count("filename-missing")


@pytest.mark.parametrize(
    ("link", "expected"),
    [("/walks", {"url": "/walks"}), ("undefined", None), ("", None), (None, None)],
)
def test_links_become_objects(link: str | None, expected: dict[str, str] | None) -> None:
    """Where they lead somewhere."""
    assert expected == gl.to_velo({"src": PICTURE, "link": link}, "frontend").get("link")


@pytest.mark.parametrize(
    ("slug", "kept"), [(GUID, True), (GUID.upper(), True), ("river", False), ("", False), (None, False)]
)
def test_slugs_become_ids_if_they_are_guids(slug: str | None, kept: bool) -> None:
    """Others are titles or media ids, and reported; an empty one is none."""
    result = gl.convert({"src": PICTURE, "slug": slug}, "frontend", "velo")

    assert kept == ("_id" in result.value)
    assert (slug == "river") == ("slug-not-guid" in names(result))


def test_places_become_sort_orders() -> None:
    """1, 2, 3 in a list; an item that stands alone has no place."""
    items = gl.to_velo([{"src": PICTURE}, {"src": None}, {"src": CLIP}], "frontend")

    assert [1, 2] == [item["sortOrder"] for item in items]
    assert "sortOrder" not in gl.to_velo({"src": PICTURE}, "frontend")


@pytest.mark.parametrize(
    ("src", "expected"),
    [
        (CLIP, "WIX_MEDIA"),
        ("https://www.youtube.com/watch?v=rivers12345", "YOUTUBE"),
        ("https://player.vimeo.com/video/76979871", "VIMEO"),
        ("https://river.example/river.mp4", None),
    ],
)
def test_the_host_says_the_type_of_a_video(src: str, expected: str | None) -> None:
    """The page has no such field."""
    video = gl.to_velo({"type": "video", "src": src}, "frontend")["video"]

    assert expected == video.get("type")


@pytest.mark.parametrize(
    ("image", "dropped"),
    [
        ({"type": "WIX_MEDIA"}, []),
        ({"type": "EXTERNAL"}, ["unknown-field-dropped"]),
        ({"type": "EXTERNAL", "imageInfo": "https://river.example/a.jpg"}, []),
        ({"type": "WIX_MEDIA", "imageInfo": "https://river.example/a.jpg"}, ["unknown-field-dropped"]),
        ({"focalPoint": {"x": 0.5, "y": 0.5}}, []),
        ({"focalPoint": {"x": 0.5}}, ["focal-point-dropped"]),
        ({"focalPoint": {}}, []),
    ],
)
def test_what_follows_from_the_rest_is_no_loss(image: dict[str, Any], dropped: list[str]) -> None:
    """The middle of the picture, and a type that the address says as well."""
    result = gl.convert({"type": "IMAGE", "image": {"imageInfo": PICTURE, **image}}, "velo")

    assert dropped == names(result)


@pytest.mark.parametrize(
    ("wire", "place"),
    [
        ({"src": 5}, "/src"),
        ({"src": PICTURE, "title": [5]}, "/title"),
        ({"src": PICTURE, "link": 5}, "/link"),
        ({"src": PICTURE, "settings": {"focalPoint": {"x": "left"}}}, "/settings/focalPoint/x"),
        ({"src": CLIP, "settings": {"focalPoint": {"x": "left"}}}, "/settings/focalPoint/x"),
        ({"src": PICTURE, "settings": 5}, "/settings"),
        ({"src": PICTURE, "width": "wide"}, "/width"),
        ({"src": CLIP, "alt": 5}, "/alt"),
        ({"src": PICTURE, "thumbnail": 5}, "/thumbnail"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(wire: dict[str, Any], place: str) -> None:
    """Also where a page would overlook it."""
    result = gl.convert(wire, "frontend", "velo")

    found = [(each.name, each.pointer) for each in result.diagnostics if each.name == "off-schema"]
    assert [("off-schema", place)] == found


@pytest.mark.parametrize("type_", ["text", 5, "images"])
def test_other_types_are_refused(type_: Any) -> None:
    """There are two of them, and a third for items that have a text."""
    [found] = gl.convert({"type": type_, "src": PICTURE}, "frontend", "velo").diagnostics

    assert "unsupported-type" == found.name
    assert "image and video" in found.message


@pytest.mark.parametrize("type_", ["", None])
def test_a_type_that_says_nothing_is_inferred(type_: Any) -> None:
    """From the address."""
    [found] = gl.convert({"type": type_, "src": CLIP}, "frontend", "velo").diagnostics

    assert ("type-inferred", "info") == (found.name, found.severity)


@pytest.mark.parametrize("type_", ["text", "TEXT"])
def test_text_items_of_the_viewer_are_texts(type_: str) -> None:
    """To a backend; another page gets them as they are."""
    wire = {"type": type_, "html": "<p>Weir</p>", "style": {"fillColor": "#fff"}, "src": ""}

    [text] = gl.to_velo([wire], "frontend")

    assert {"html": "<p>Weir</p>", "css": {"fillColor": "#fff"}} == text["text"]
    assert "TEXT" == text["type"]
    assert [wire] == gl.to_frontend([wire], "frontend")


@pytest.mark.parametrize(
    ("link", "read"),
    [
        (
            {"url": "/walks", "text": "Walks", "target": "_self"},
            {"url": "/walks", "text": "Walks", "target": "_self"},
        ),
        ({"url": "/walks"}, {"url": "/walks"}),
        ({"type": "none", "target": "_blank"}, None),
        ({}, None),
    ],
)
def test_links_of_the_viewer_are_links(link: Any, read: Any) -> None:
    """Their words too, which a text has no place for."""
    result = gl.convert({"type": "image", "src": PICTURE, "link": link}, "frontend", "velo")

    assert read == result.value.get("link")
    assert link == gl.convert({"type": "image", "src": PICTURE, "link": link}, "frontend").value["link"]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ({"src": PICTURE}, True),
        ({"slug": "river"}, True),
        ({"thumbnail": None}, True),
        ({"type": "image"}, True),
        ({"type": "Video", "title": "River"}, True),
        ({"title": "River", "link": "/walks"}, True),
        ({"title": "River"}, False),
        ({"title": "River", "link": {}}, False),
    ],
)
def test_signs(wire: dict[str, Any], expected: bool) -> None:
    """An address or a slug at the top, a type in small letters, a link that is text."""
    assert expected == ("frontend" in detect(wire))
