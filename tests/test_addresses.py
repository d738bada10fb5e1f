"""Every spelling of a media address that is known from documents, public code and page data, converted."""

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies

ID: Final = "4d2a9c_0f1e2d3c4b5a69788796a5b4c3d2e1f0~mv2.jpg"
CLIP: Final = "4d2a9c_f0e1d2c3b4a5968778695a4b3c2d1e0f"
POSTER: Final = f"{CLIP}f000.jpg"
SIZE: Final = "#originWidth=40&originHeight=30"
AT_WIX: Final = f"https://static.wixstatic.com/media/{ID}"
WIX: Final = f"wix:image://v1/{ID}"
#: What a page gets: the text as it is, or one that is built of the id (a name) and the size.
SAME, BUILT, NO_SIZE = "same", f"{WIX}/{SIZE}", f"{WIX}/"

#: (text, file name, width, height, page's source, codes towards rest); 0 is a size that is not known
PICTURES: Final = [
    (f"{WIX}/n.jpg{SIZE}", "n.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a%20b.jpg{SIZE}", "a b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a b.jpg{SIZE}", "a b.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/a%2Fb.jpg{SIZE}", "a/b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a%23b.jpg{SIZE}", "a#b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a%3Fb.jpg{SIZE}", "a?b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a+b.jpg{SIZE}", "a+b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/a&b=c.jpg{SIZE}", "a&b=c.jpg", 40, 30, SAME, ""),
    (f"{WIX}/%D7%A9.jpg{SIZE}", "ש.jpg", 40, 30, SAME, ""),
    (f"{WIX}/ש.jpg{SIZE}", "ש.jpg", 40, 30, SAME, ""),
    (f"{WIX}/e%CC%81.jpg{SIZE}", "e\u0301.jpg", 40, 30, SAME, ""),
    (f"{WIX}/IMG_0001(1).JPG{SIZE}", "IMG_0001(1).JPG", 40, 30, SAME, ""),
    (f"{WIX}/river{SIZE}", "river", 40, 30, SAME, ""),
    (f"{WIX}/_.jpg{SIZE}", "_.jpg", 40, 30, SAME, ""),
    (f"{WIX}/null{SIZE}", "null", 40, 30, SAME, ""),
    (f"{WIX}/undefined{SIZE}", None, 40, 30, SAME, "M105"),
    (f"{WIX}/100% cotton.jpg{SIZE}", None, 40, 30, SAME, "L131 M104"),
    (f"{WIX}/100%25%20cotton.jpg{SIZE}", "100% cotton.jpg", 40, 30, SAME, ""),
    (f"{WIX}/%E9.jpg{SIZE}", None, 40, 30, SAME, "L131"),
    (f"{WIX}/%{SIZE}", None, 40, 30, SAME, "L131"),
    (f"{WIX}/a#b.jpg{SIZE}", "a#b.jpg", 40, 30, SAME, ""),
    (f"{WIX}/n.jpg{SIZE}#more", "n.jpg", 40, 30, SAME, "L131 M104"),
    (f"{WIX}/{SIZE}", None, 40, 30, SAME, "M105"),
    (f"{WIX}{SIZE}", None, 40, 30, BUILT, "M105"),
    (f"{WIX}//{SIZE}", None, 40, 30, SAME, "M104 M105"),
    (f"{WIX}/n.jpg/{SIZE}", "n.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/n.jpg/more{SIZE}", "n.jpg", 40, 30, SAME, "L131 M104"),
    (f"{WIX}/n.jpg?v=1{SIZE}", "n.jpg", 40, 30, SAME, "L131 M104"),
    (f"{WIX}/n.jpg?originWidth=40&originHeight=30", "n.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/n.jpg{SIZE}&token=5a1c", "n.jpg", 40, 30, SAME, "L131 M104"),
    (f"{WIX}/n.jpg{SIZE}&watermark=w", "n.jpg", 40, 30, SAME, "L108"),
    (f"{WIX}/n.jpg#originHeight=30&originWidth=40", "n.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/n.jpg#originalWidth=40&originalHeight=30", "n.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/40_30/n.jpg", "n.jpg", 40, 30, SAME, "M104"),
    (f"{WIX}/n.jpg", "n.jpg", 0, 0, SAME, "M106"),
    (f"{WIX}/", None, 0, 0, SAME, "M105 M106"),
    (WIX, None, 0, 0, NO_SIZE, "M105 M106"),
    (f"{WIX}/n.jpg#originWidth=0&originHeight=0", "n.jpg", 0, 0, SAME, "M106"),
    (f"{WIX}/n.jpg#originWidth=undefined&originHeight=undefined", "n.jpg", 0, 0, SAME, "M106"),
    (f"{WIX}/n.jpg#originWidth=NaN&originHeight=NaN", "n.jpg", 0, 0, SAME, "M106"),
    (f" {WIX}/n.jpg{SIZE}\n", "n.jpg", 40, 30, f"{WIX}/n.jpg{SIZE}", "M104"),
    (f"wix:image://v1/media/{ID}/n.jpg{SIZE}", "n.jpg", 40, 30, f"{WIX}/n.jpg{SIZE}", "M104"),
    (f"wix:image://v1/{AT_WIX}{SIZE}", None, 40, 30, BUILT, "M104 M105"),
    (f"wix:image://v1/{AT_WIX}/v1/fill/w_9,h_9/n.jpg{SIZE}", None, 40, 30, BUILT, "M104 M105"),
    (f"image://v1/{ID}/40_30/n.jpg", "n.jpg", 40, 30, SAME, "M104"),
    (f"image://v1/{ID}/40_30/", None, 40, 30, SAME, "M104 M105"),
    (f"image://v1/{ID}/n.jpg", "n.jpg", 0, 0, SAME, "M104 M106"),
    (f"image://v1/{ID}/n.jpg{SIZE}", "n.jpg", 40, 30, SAME, "M104"),
    (f"image://v1/{ID}{SIZE}", None, 40, 30, BUILT, "M104 M105"),
    (AT_WIX, None, None, None, SAME, "M106"),
    (AT_WIX.replace("https", "http"), None, None, None, SAME, "M106"),
    (AT_WIX.removeprefix("https:"), None, None, None, AT_WIX, "M106"),
    (AT_WIX.removeprefix("https://"), None, None, None, AT_WIX, "M106"),
    (f" {AT_WIX} ", None, None, None, AT_WIX, "M106"),
    (f"{AT_WIX}?originWidth=40&originHeight=30", None, 40, 30, BUILT, ""),
    (f"{AT_WIX}{SIZE}", None, 40, 30, BUILT, ""),
    (f"{AT_WIX}/v1/fill/w_9,h_9,al_c/n.webp", None, None, None, SAME, "L131 M106"),
    (f"{AT_WIX}/v1/fit/w_9,h_9/n.webp?originWidth=40&originHeight=30", None, 40, 30, BUILT, "L131"),
    (f"{AT_WIX}?token=5a1c", None, None, None, SAME, "L131 M106"),
    (ID, None, None, None, NO_SIZE, "M106"),
    (f"media/{ID}", None, None, None, NO_SIZE, "M106"),
    (f"/media/{ID}", None, None, None, NO_SIZE, "M106"),
    (f"\t{ID}\n", None, None, None, NO_SIZE, "M106"),
]
FILM: Final = f"wix:video://v1/{CLIP}"
STILL: Final = f"#posterUri={POSTER}&posterWidth=40&posterHeight=30"
MP4: Final = f"https://video.wixstatic.com/video/{CLIP}/720p/mp4/file.mp4"

#: (text, file name, whether there is a poster, page's source, codes towards rest)
CLIPS: Final = [
    (f"{FILM}/n.mp4{STILL}", "n.mp4", True, SAME, ""),
    (f"{FILM}/n.mp4/{STILL}", "n.mp4", True, SAME, "M104"),
    (f"{FILM}/{STILL}", None, True, SAME, "M105"),
    (f"{FILM}{STILL}", None, True, f"{FILM}/{STILL}", "M105"),
    (f"{FILM}/n.mp4", "n.mp4", False, SAME, ""),
    (FILM, None, False, f"{FILM}/", "M105"),
    (f"{FILM}/n.mp4#posterUri=undefined&posterWidth=0&posterHeight=0", "n.mp4", False, SAME, "L113"),
    (f"{FILM}/n.mp4#posterUri=", "n.mp4", False, SAME, ""),
    (f"{FILM}/1080p/mp4/file.mp4", "file.mp4", False, SAME, "M104"),
    (f"{FILM}/#origFileName=n.mp4", "n.mp4", False, SAME, "M104 M105"),
    (f"{FILM}/100%.mp4{STILL}", None, True, SAME, "L131"),
    (f"wix:video://v1/video/{CLIP}/n.mp4", "n.mp4", False, f"{FILM}/n.mp4", "M104"),
    (f"video://v1/{CLIP}/n.mp4", "n.mp4", False, SAME, "M104"),
    (MP4, None, False, SAME, ""),
    (MP4.replace("https", "http"), None, False, SAME, ""),
    (f"https://video.wixstatic.com/video/{CLIP}", None, False, SAME, ""),
    (CLIP, None, False, f"{FILM}/", ""),
]
REFUSED: Final = [
    *(f"wix:image://v1/{word}/n.jpg{SIZE}" for word in ("undefined", "null", "None", "NaN", "")),
    *("undefined", "null", "None", "NaN", "river", "https://", "data:image/png;base64,AA"),
    f"wix:image://v1/https://a.example/n.jpg{SIZE}",
    "https://static.wixstatic.com/media/undefined",
    "wix:vector://v1/a.svg/n.svg",
]


def item(kind: str, text: Any) -> dict[str, Any]:
    """Return an item of the backend whose medium is a text."""
    key = "imageInfo" if kind == "image" else "videoInfo"
    return {"type": kind.upper(), kind: {key: text}}


def codes(result: gl.Result) -> str:
    """Return the codes of what was found, sorted."""
    return " ".join(sorted({each.code for each in result.diagnostics}))


@pytest.mark.parametrize(("text", "name", "width", "height", "src", "found"), PICTURES)
def test_a_picture_is_found_by_any_address(
    text: str, name: str | None, width: int | None, height: int | None, src: str, found: str
) -> None:
    """Its id, name and size for the API; for a page an address that the viewer takes apart as is meant."""
    rest = gl.convert(item("image", text), "velo", "rest")
    page = gl.convert(item("image", text), "velo", "frontend")
    back = gl.convert({"type": "image", "src": text}, "frontend", "rest")

    info = rest.value["image"]["imageInfo"]
    known = {"filename": name, "height": height, "width": width}
    expected = {key: value for key, value in known.items() if value is not None}
    assert {"id": ID, "url": AT_WIX} | expected == info
    assert found == codes(rest)
    assert (text if src == SAME else src) == page.value["src"]
    assert info == back.value["image"]["imageInfo"]


@pytest.mark.parametrize(("text", "name", "poster", "src", "found"), CLIPS)
def test_a_video_is_found_by_any_address(
    text: str, name: str | None, poster: bool, src: str, found: str
) -> None:
    """Its id, name and poster."""
    rest = gl.convert(item("video", text), "velo", "rest")
    page = gl.convert(item("video", text), "velo", "frontend")

    info = rest.value["video"]["videoInfo"]
    assert (CLIP, name, poster) == (info["id"], info.get("filename"), "posters" in info)
    assert found == codes(rest)
    assert (text if src == SAME else src) == page.value["src"]


@pytest.mark.parametrize("text", REFUSED)
def test_what_names_no_medium_is_refused(text: str) -> None:
    """Whatever it looks like."""
    result = gl.convert(item("image", text), "velo", "rest")

    assert (None, 1) == (result.value, len(result.rejects))
    assert codes(result) in ("M102", "M103")


@pytest.mark.parametrize(
    ("poster", "kept"),
    [
        ({"id": POSTER}, True),
        ({"url": POSTER}, True),
        ({"url": f"/media/{POSTER}"}, True),
        ({"url": f"https://static.wixstatic.com/media/{POSTER}"}, True),
        ({"id": POSTER, "url": POSTER}, True),
        ({"id": "undefined"}, False),
        ({"id": "null"}, False),
        ({}, False),
    ],
)
def test_a_poster_is_found_by_its_id(poster: dict[str, Any], kept: bool) -> None:
    """Wherever that stands."""
    sized = {"width": 40, "height": 30, **poster}
    wire = {"type": "VIDEO", "video": {"videoInfo": {"id": CLIP, "filename": "n.mp4", "posters": [sized]}}}

    result = gl.convert(wire, "rest", "frontend")

    assert (f"{FILM}/n.mp4{STILL}" if kept else f"{FILM}/n.mp4") == result.value["src"]
    assert ("L113" in codes(result)) is not kept


@pytest.mark.parametrize(
    "thumbnail",
    [
        POSTER,
        f"media/{POSTER}",
        f"https://static.wixstatic.com/media/{POSTER}",
        f"//static.wixstatic.com/media/{POSTER}/v1/fill/w_9,h_9/n.jpg",
        f"wix:image://v1/{POSTER}/n.jpg{SIZE}",
    ],
)
def test_a_thumbnail_that_is_the_poster_is_no_other(thumbnail: str) -> None:
    """In any spelling; nothing is said."""
    wire = {"type": "video", "src": f"{FILM}/n.mp4{STILL}", "thumbnail": thumbnail}

    assert "" == codes(gl.convert(wire, "frontend", "rest"))


@pytest.mark.parametrize(
    ("poster", "thumbnail"),
    [
        ({"id": POSTER}, f"https://static.wixstatic.com/media/{POSTER}"),
        ({"url": POSTER}, f"https://static.wixstatic.com/media/{POSTER}"),
        ({"url": "https://i.ytimg.com/vi/x/0.jpg"}, "https://i.ytimg.com/vi/x/0.jpg"),
        ({"url": "https://www.youtube.com/watch?v=x"}, None),
    ],
)
def test_a_page_shows_the_poster_of_an_outside_video(poster: dict[str, Any], thumbnail: str | None) -> None:
    """Unless that is the page of the video."""
    info = {"id": "", "url": "https://www.youtube.com/watch?v=x", "posters": [poster]}

    page = gl.convert({"type": "VIDEO", "video": {"videoInfo": info}}, "rest", "frontend")

    assert thumbnail == page.value.get("thumbnail")
    assert ("L111" in codes(page)) is (thumbnail is None)


def test_a_video_without_poster_has_the_size_of_its_encoding() -> None:
    """Where the target wants one."""
    encodings = [{"width": 640, "height": 360}, {"width": 1280, "height": 720}]
    wire = {"type": "VIDEO", "video": {"videoInfo": {"id": CLIP, "url": MP4, "resolutions": encodings}}}

    metadata = gl.convert(wire, "rest", "component").value["metaData"]

    assert (1280, 720) == (metadata["width"], metadata["height"])


@pytest.mark.parametrize(
    ("info", "kept"),
    [
        ({"url": AT_WIX}, {"id": ID}),
        ({"url": f"{AT_WIX}?originWidth=40&originHeight=30"}, {"id": ID, "width": 40, "height": 30}),
        ({"url": ID}, {"id": ID}),
        ({"id": "", "url": f"media/{ID}", "width": 4, "height": 3}, {"id": ID, "width": 4, "height": 3}),
        ({"id": ID, "url": ID, "width": 4, "height": 3}, {"id": ID, "width": 4, "height": 3}),
    ],
)
def test_an_object_without_id_has_that_of_its_address(info: dict[str, Any], kept: dict[str, Any]) -> None:
    """Read as the same picture; given back to its own dialect as it was."""
    wire = {"type": "IMAGE", "image": {"imageInfo": info}}
    sized = SIZE.replace("40", "4").replace("30", "3") if kept.get("width") == 4 else SIZE

    velo = gl.convert(wire, "rest", "velo").value["image"]["imageInfo"]

    assert (WIX + (sized if "width" in kept else "")) == velo
    assert wire == gl.convert(wire, "rest", "rest").value
    assert ID == gl.convert(wire, "rest", "component").value["mediaUrl"].rpartition("/")[2]


@given(strategies.rest_items())
def test_a_page_gets_the_same_by_way_of_velo(wire: dict[str, Any]) -> None:
    """REST to a page, and REST to Velo to a page, give one address."""
    straight = gl.convert(wire, "rest", "frontend").value
    velo = gl.convert(wire, "rest", "velo").value
    if straight is None or velo is None:
        return
    around = gl.convert(velo, "velo", "frontend").value

    assert straight.get("src") == (around or {}).get("src")


@given(st.sampled_from([row[0] for row in PICTURES]))
def test_the_source_keeps_its_own_spelling(text: str) -> None:
    """When an edited view is put back."""
    gallery = [item("image", text) | {"_id": "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90", "title": "Old"}]
    result = gl.convert(gallery, "velo")

    view = [result.value[0] | {"title": "New"}]

    assert [gallery[0] | {"title": "New"}] == gl.restore(view, result.sidecar).value
