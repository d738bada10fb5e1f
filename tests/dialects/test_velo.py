"""Dialect ``velo``: ids and dates with an underscore, media as text."""

from typing import Any

import pytest

import gallery_lens as gl
from gallery_lens.dialects import detect
from gallery_lens.model import FocalPoint, Image, Picture, UnsharpMask

PICTURE = "wix:image://v1/4d2a9c_0f1e~mv2.jpg/old%20river.jpg#originWidth=1200&originHeight=800"
CLIP = "wix:video://v1/4d2a9c_f0e1/river.mp4#posterUri=4d2a9c_f0e1f000.jpg&posterWidth=1280&posterHeight=720"


def read(**wire: Any) -> gl.Item:
    """Read an item of the dialect."""
    return gl.converter("velo").structure(wire, gl.Item)


def to_velo(info: dict[str, Any], branch: str = "image", key: str = "imageInfo") -> Any:
    """Return the text that a REST media object becomes."""
    return gl.to_velo({"id": "x", branch: {key: info}}, "rest")[branch].get(key)


def test_ids_and_dates_carry_an_underscore() -> None:
    """Without it they mean nothing here."""
    item = read(_id="a", _createdDate="2024-05-01T08:30:00Z", _updatedDate="", id="b")

    assert ("a", "2024-05-01T08:30:00Z", "") == (item.id, item.created_date, item.updated_date)
    assert {"id": "b"} == item.extra


def test_a_picture_is_read_from_its_text() -> None:
    """Id, name and size, and the text itself to be written again."""
    expected = Picture(
        id="4d2a9c_0f1e~mv2.jpg", filename="old river.jpg", width=1200, height=800, address=PICTURE
    )

    assert Image(picture=expected) == read(image={"imageInfo": PICTURE}).image


def test_a_clip_is_read_from_its_text() -> None:
    """With the one poster that the text has room for."""
    clip = read(video={"videoInfo": CLIP}).video.clip

    [poster] = clip.posters
    assert ("4d2a9c_f0e1", "river.mp4", CLIP) == (clip.id, clip.filename, clip.address)
    assert ("4d2a9c_f0e1f000.jpg", 1280, 720) == (poster.id, poster.width, poster.height)


@pytest.mark.parametrize("text", ["https://river.example/a", "//river.example/a", "wix:vector://v1/a.svg/a"])
def test_other_addresses_are_kept(text: str) -> None:
    """What is no Wix medium has an address at most; the text stays what it is."""
    picture = read(image={"imageInfo": text}).image.picture

    assert (gl.UNSET, text) == (picture.id, picture.address)


def test_how_a_picture_is_shown() -> None:
    """Everything that may stand beside the address."""
    image = read(
        image={
            "focalPoint": {"x": 0.25, "y": 1},
            "unsharpMasking": {"amount": 0.6, "radius": 1.5, "threshold": 0},
            "quality": 90,
            "exif": {"Artist": "Ada"},
            "type": "WIX_MEDIA",
        }
    ).image

    assert FocalPoint(x=0.25, y=1) == image.focal_point
    assert UnsharpMask(amount=0.6, radius=1.5, threshold=0) == image.unsharp_mask
    assert (90, {"Artist": "Ada"}, "WIX_MEDIA") == (image.quality, image.exif, image.type)


CDN = "https://static.wixstatic.com/media/"


@pytest.mark.parametrize(
    ("info", "text"),
    [
        ({"id": "a.jpg", "width": 4, "height": 3}, "wix:image://v1/a.jpg#originWidth=4&originHeight=3"),
        (
            {"id": "a.jpg", "filename": "b c.jpg", "altText": "d", "width": 4, "height": 3},
            "wix:image://v1/a.jpg/b%20c.jpg#originWidth=4&originHeight=3",
        ),
        (
            {"id": "a.jpg", "altText": "d/e", "width": 4.0, "height": 0},
            "wix:image://v1/a.jpg/d%2Fe#originWidth=4&originHeight=0",
        ),
        ({"id": "a.jpg", "filename": "b.jpg"}, "wix:image://v1/a.jpg/b.jpg"),
        # An address says all that there is: null beside it says no more.
        ({"url": f"{CDN}a_b~mv2.jpg", "altText": "d"}, "wix:image://v1/a_b~mv2.jpg"),
        ({"url": f"{CDN}a_b~mv2.jpg", "altText": "d", "width": None}, "wix:image://v1/a_b~mv2.jpg"),
        ({"url": "https://river.example/a.jpg", "width": 4}, "https://river.example/a.jpg"),
        ({}, None),
    ],
)
def test_a_picture_is_written_as_text(info: dict[str, Any], text: str | None) -> None:
    """As the official SDK writes it, except that nothing becomes the word undefined."""
    assert text == to_velo(info)


@pytest.mark.parametrize(
    ("info", "text"),
    [
        ({"id": "a"}, "wix:video://v1/a"),
        ({"id": "a", "filename": "b.mp4", "posters": []}, "wix:video://v1/a/b.mp4"),
        (
            {"id": "a", "filename": "b.mp4", "posters": [{"id": "p.jpg"}]},
            "wix:video://v1/a/b.mp4#posterUri=p.jpg&posterWidth=0&posterHeight=0",
        ),
        (
            {"id": "a", "filename": "b.mp4", "posters": [{"id": "p"}, {"id": "q", "width": 4, "height": 3}]},
            "wix:video://v1/a/b.mp4#posterUri=q&posterWidth=4&posterHeight=3",
        ),
        ({"id": "", "url": "https://vimeo.com/76979871"}, "https://vimeo.com/76979871"),
    ],
)
def test_a_clip_is_written_as_text(info: dict[str, Any], text: str) -> None:
    """With the second of several posters, as the official SDK does."""
    assert text == to_velo(info, "video", "videoInfo")


@pytest.mark.parametrize(
    ("wire", "place", "words"),
    [
        ({"title": [5]}, "/title", "Expected a string, or null, found [5]."),
        ({"tags": "river"}, "/tags", 'Expected an object, found "river".'),
        (
            {"tags": {"values": "river"}},
            "/tags/values",
            'Expected an array of strings, or null, found "river".',
        ),
        ({"sortOrder": "first"}, "/sortOrder", "Expected a number or numeric text, or null, found"),
        ({"sortOrder": True}, "/sortOrder", "Expected a number or numeric text, or null, found true."),
        ({"image": {"quality": 29}}, "/image/quality", "Expected an integer of at least 30 and at most 100"),
        ({"image": {"quality": 90.5}}, "/image/quality", "Expected an integer of at least 30"),
        ({"image": {"exif": "none"}}, "/image/exif", "Expected an object, or null"),
        (
            {"image": {"unsharpMasking": {"radius": -1}}},
            "/image/unsharpMasking/radius",
            "Expected a number of at least 0",
        ),
        ({"image": {"focalPoint": {"x": "left"}}}, "/image/focalPoint/x", "Expected a number, found"),
        ({"image": {"imageInfo": {"of": 5}}}, "/image/imageInfo", "Expected a string, or null, found {"),
        ({"video": {"type": "MP4"}}, "/video/type", "Expected one of UNDEFINED, WIX_MEDIA, YOUTUBE, VIMEO"),
        ({"video": {"duration": "20 s"}}, "/video/duration", "Expected milliseconds, as a number or as text"),
        ({"video": {"durationInMillis": -1}}, "/video/durationInMillis", "Expected an integer of at least 0"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(wire: dict[str, Any], place: str, words: str) -> None:
    """With the place, and in words that say what belongs there."""
    [found] = [each for each in gl.convert(wire, "velo", "velo").diagnostics if each.code[0] == "S"]

    assert ("off-schema", place) == (found.name, found.pointer)
    assert found.message.startswith(words)


def test_everything_that_is_wrong_is_said() -> None:
    """Also in a list, where the first fault would be enough to refuse it."""
    item = {"title": [5], "tags": {"values": [1, "river", 2]}}

    result = gl.convert(item, "velo", "velo")

    found = {each.pointer for each in result.diagnostics if each.name == "off-schema"}
    assert {"/title", "/tags/values/0", "/tags/values/2"} == found
    assert item == result.value
    assert {"Expected a string, found 2.", "Expected a string, found 1."} < {
        each.message for each in result.diagnostics
    }


@pytest.mark.parametrize(
    ("wire", "words"),
    [
        ({"type": "IMAGE", "video": {}}, "it holds a video, but its type is IMAGE"),
        ({"image": {}, "text": {}}, "it holds a text, but also an image"),
        ({"type": "UNDEFINED", "video": {}, "text": {}}, "it holds a text, but also a video"),
    ],
)
def test_branches_exclude_each_other(wire: dict[str, Any], words: str) -> None:
    """The branch that should not be there is named, with the reason."""
    [found] = gl.convert(wire, "velo", "rest").diagnostics

    assert "type-mismatch" == found.name
    assert words in found.message


@pytest.mark.parametrize(
    "wire",
    [{"_id": "x"}, {"_createdDate": ""}, {"image": {"imageInfo": ""}}, {"video": {"videoInfo": "x"}}],
)
def test_signs(wire: dict[str, Any]) -> None:
    """An underscore, or a medium that is text."""
    assert ("velo",) == detect(wire)


def test_a_total_under_its_older_name_stays_as_it_is() -> None:
    """It is read as the total, and written back under the name that it has."""
    gallery = {"name": "Rivers", "totalItemsCount": 1, "items": [{"type": "TEXT", "text": {"html": "Hi"}}]}

    assert gallery == gl.convert(gallery, "velo", "velo").value
    assert 1 == gl.convert(gallery, "velo", "rest").value["totalItems"]
