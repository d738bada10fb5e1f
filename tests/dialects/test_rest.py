"""Dialect ``rest``: plain ids and dates, media as objects."""

from typing import Any

import pytest

import gallery_lens as gl
from gallery_lens.dialects import detect
from gallery_lens.model import Clip, Picture, Poster, Resolution

VELO_PICTURE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/old%20river.jpg#originWidth=1200&originHeight=800"
CDN = "https://static.wixstatic.com/media"


def read(**wire: Any) -> gl.Item:
    """Read an item of the dialect."""
    return gl.converter("rest").structure(wire, gl.Item)


def to_rest(text: str, branch: str = "image", key: str = "imageInfo") -> Any:
    """Return the REST media object that a media text becomes."""
    return gl.to_rest({"_id": "x", branch: {key: text}}, "velo")[branch].get(key)


def test_ids_and_dates_are_plain() -> None:
    """With an underscore they mean nothing here."""
    item = read(id="a", createdDate="2024-05-01T08:30:00Z", _id="b")

    assert ("a", "2024-05-01T08:30:00Z", {"_id": "b"}) == (item.id, item.created_date, item.extra)


def test_a_picture_is_an_object() -> None:
    """Null and absent, undeclared keys and all."""
    info = {
        "id": "a.jpg",
        "url": None,
        "width": 4,
        "height": 3,
        "filename": "b.jpg",
        "altText": "c",
        "new": 1,
    }

    expected = Picture(
        id="a.jpg", url=None, width=4, height=3, filename="b.jpg", alt_text="c", extra={"new": 1}
    )
    assert expected == read(image={"imageInfo": info}).image.picture


def test_a_clip_is_an_object() -> None:
    """With all its encodings and posters."""
    clip = read(
        video={
            "videoInfo": {
                "id": "a",
                "resolutions": [{"url": "https://x.example/a", "height": 480, "width": 854, "new": 1}],
                "posters": [{"id": "p.jpg", "height": 3, "width": 4, "sizeInBytes": None}, {}],
            }
        }
    ).video.clip

    assert clip == Clip(
        id="a",
        resolutions=(Resolution(url="https://x.example/a", height=480, width=854, extra={"new": 1}),),
        posters=(Poster(id="p.jpg", height=3, width=4, extra={"sizeInBytes": None}), Poster()),
    )


@pytest.mark.parametrize(
    ("text", "info"),
    [
        (
            VELO_PICTURE,
            {
                "id": "4d2a9c_0f1e~mv2.jpg",
                "url": f"{CDN}/4d2a9c_0f1e~mv2.jpg",
                "height": 800,
                "width": 1200,
                "filename": "old river.jpg",
            },
        ),
        ("wix:image://v1/a.jpg", {"id": "a.jpg", "url": f"{CDN}/a.jpg", "height": 0, "width": 0}),
        (
            "image://v1/a.jpg/4_3/b.jpg",
            {"id": "a.jpg", "url": f"{CDN}/a.jpg", "height": 3, "width": 4, "filename": "b.jpg"},
        ),
        ("https://river.example/a.jpg", {"url": "https://river.example/a.jpg"}),
        ("", None),
    ],
)
def test_a_picture_is_made_of_its_text(text: str, info: dict[str, Any] | None) -> None:
    """Id, name, size, and the plain address of the file."""
    assert info == to_rest(text)


@pytest.mark.parametrize(
    ("text", "info"),
    [
        ("wix:video://v1/a/b.mp4", {"id": "a", "filename": "b.mp4"}),
        (
            "wix:video://v1/a#posterUri=p.jpg&posterWidth=4&posterHeight=3",
            {"id": "a", "posters": [{"id": "p.jpg", "url": f"{CDN}/p.jpg", "height": 3, "width": 4}]},
        ),
        ("https://vimeo.com/76979871", {"url": "https://vimeo.com/76979871"}),
    ],
)
def test_a_clip_is_made_of_its_text(text: str, info: dict[str, Any]) -> None:
    """What the text holds, and nothing that would have to be guessed."""
    assert info == to_rest(text, "video", "videoInfo")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-03-30T15:23:22Z", "2021-03-30T15:23:22.000Z"),
        ("2021-03-30T15:23:22.5Z", "2021-03-30T15:23:22.500Z"),
        ("2021-03-30T15:23:22.1239Z", "2021-03-30T15:23:22.123Z"),
        ("2021-03-30T17:23:22+02:00", "2021-03-30T15:23:22.000Z"),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_written_as_javascript_prints_them(date: str | None, expected: str | None) -> None:
    """In UTC, to the millisecond; an empty date is none."""
    item = {"_createdDate": date, "image": {"imageInfo": VELO_PICTURE}}

    assert expected == gl.to_rest(item, "velo").get("createdDate")


@pytest.mark.parametrize("date", ["2024-02-30T00:00:00Z", "2021-12-30T23:59:60Z"])
def test_days_that_do_not_exist_are_no_dates(date: str) -> None:
    """The date is left out, where JavaScript would make another day of it."""
    result = gl.convert(
        {"_id": "x", "_createdDate": date, "image": {"imageInfo": VELO_PICTURE}}, target="rest"
    )

    assert "createdDate" not in result.value
    assert ("date-invalid", "warning") in [(found.name, found.severity) for found in result.diagnostics]


def test_days_of_galleries_that_do_not_exist_are_left_out() -> None:
    """And nothing else for them."""
    result = gl.convert({"_id": "x", "_createdDate": "2024-02-30T00:00:00Z", "items": []}, target="rest")

    assert {"id": "x", "items": []} == result.value
    assert ["warning"] == [found.severity for found in result.diagnostics]


@pytest.mark.parametrize(
    ("info", "place", "words"),
    [
        (5, "", "Expected an object, found 5"),
        ({"posters": {}}, "/posters", "Expected an array, or null"),
        ({"posters": [5]}, "/posters/0", "Expected an object"),
        ({"posters": [{"width": "wide"}]}, "/posters/0/width", "Expected an integer of at least 0"),
        ({"resolutions": [{}] * 101}, "/resolutions", "Expected an array of at most 100 elements"),
        ({"resolutions": [{"format": 5}]}, "/resolutions/0/format", "Expected a string, or null"),
    ],
)
def test_what_a_clip_cannot_hold_is_refused(info: Any, place: str, words: str) -> None:
    """Places go into lists."""
    result = gl.convert({"type": "VIDEO", "video": {"videoInfo": info}}, "rest", "velo")

    [found] = [each for each in result.diagnostics if each.name == "off-schema"]
    assert f"/video/videoInfo{place}" == found.pointer
    assert found.message.startswith(words)


def test_everything_that_is_wrong_with_a_list_is_said() -> None:
    """The faults after the first one have their places and words too."""
    posters = [{"width": "wide"}, {"height": 3}, {"height": -1, "id": 5}]

    result = gl.convert({"video": {"videoInfo": {"posters": posters}}}, "rest", "velo")

    at = "/video/videoInfo/posters"
    found = {each.pointer for each in result.diagnostics if each.name == "off-schema"}
    assert {f"{at}/0/width", f"{at}/2/height", f"{at}/2/id"} == found


@pytest.mark.parametrize(
    ("wire", "names"),
    [
        ({"id": "x", "type": "IMAGE"}, ("rest",)),
        ({"createdDate": None}, ("rest",)),
        ({"image": {"imageInfo": {}}}, ("rest",)),
        ({"_id": "x", "image": {"imageInfo": {}}}, ("rest", "velo")),
        ({"type": "TEXT"}, ("rest", "velo")),
        ({"name": "Rivers"}, ("rest", "velo")),
    ],
)
def test_signs(wire: dict[str, Any], names: tuple[str, ...]) -> None:
    """A plain id or date, or a medium that is an object; what could be Velo is no sign."""
    assert names == detect(wire)
