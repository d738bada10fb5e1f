"""Hypothesis strategies for every document that we read: valid ones, and near misses.

The schemas say what is valid; ``test_strategies.py`` holds the two together. Keys that no dialect
declares begin with ``x``, so that they never collide with one that any dialect does.
"""

import copy
import json
import operator
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar
from urllib.parse import quote

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from declared import properties

T = TypeVar("T")
Texts: TypeAlias = SearchStrategy[str]
Values: TypeAlias = SearchStrategy[Any]
Objects: TypeAlias = SearchStrategy[dict[str, Any]]
#: Steps from the root of a document to a value, ``*`` being the last element of an array.
Place: TypeAlias = Sequence[str]

#: What an item of a backend holds one of.
BRANCHES: Final = ("image", "video", "text")


def _named(make: Callable[[], SearchStrategy[T]]) -> Callable[[], SearchStrategy[T]]:
    """Make the strategy once, and let it print as its name: the whole of it may take megabytes."""
    made = cache(make)

    def draw_made(draw: DrawFn) -> T:
        return draw(made())

    draw_made.__name__, draw_made.__doc__ = make.__name__, make.__doc__
    return cache(st.composite(draw_made))


@st.composite
def _shared(draw: DrawFn, *shares: tuple[int, SearchStrategy[T]]) -> T:
    """Draw from one of several strategies, each as often as its share says."""
    # one_of cannot do this: it counts a strategy that is given twice once.
    choices = [strategy for share, strategy in shares for _ in range(share)]
    return draw(choices[draw(st.integers(0, len(choices) - 1))])


# ---------------------------------------------------------------- text

#: Beyond the basic plane, combining, direction-changing, line ends of other languages, control
#: characters, and whatever means something in JSON, JavaScript, HTML, pointers or addresses.
ODD_CHARACTERS: Final = "😀𝒳e\u0301ßİı\u202e\ufeff\u2028\u2029\x00\x1b\x7f\x85\t\n\r \"'\\/~#?%&+<>{}١"
_WORDS: Final = (
    "", "Juniper", "Two words", "line\nbreak", "Größe 😀", "<b>bold</b>", "undefined", "null", "0",
)  # fmt: skip
_LONG: Final = ("Slate harbour, evening light. " * 4, "é" * 100, "😀" * 101)


@_named
def texts() -> Texts:
    """Any text without lone surrogates; most of it short."""
    return (
        st.sampled_from(_WORDS)
        | st.text(ODD_CHARACTERS, max_size=4)
        | st.text(st.characters(codec="utf-8"), max_size=6)
    )


@_named
def surrogate_text() -> Texts:
    """Text with a lone surrogate: a Python string that no UTF-8 can hold."""
    halves = st.sampled_from(("\ud800", "\udbff", "\udc00", "\udfff"))
    return st.tuples(texts(), halves, texts()).map("".join)


@_named
def _unknown_keys() -> Texts:
    # Never "x" alone, which focal points declare.
    seen = ("xId", "x-y", "x.y", "x/y", "x~y", "x y", "x\u2028", "x😀", "x\x00")
    return st.sampled_from(seen) | texts().map("x_".__add__)


# ---------------------------------------------------------------- numbers

_NUMBERS: Final = (
    0, 1, -1, 1.0, -0.0, 0.5, 5, 420, 420.0, 0.1, 1644317968.985, 1611056409.2088726, 1657439075188,
    -2100000000000, 2**53 + 1, 2**64, 10**30, -(10**30), 1e16, 1e21, 1e308, -1e308, 5e-324, 2.225e-308,
)  # fmt: skip
_NUMERIC_TEXTS: Final = (
    "0", "-0", "420", "007", "+1", "-1", ".5", "1.50", "1e3", "1E+3", "1.644317968985E9", "1098567432145",
    "9007199254740993", "9" * 40, "1e400", "-1e-400",
)  # fmt: skip
#: What the REST API writes where JSON has no number.
NOT_FINITE_TEXTS: Final = ("NaN", "Infinity", "-Infinity")


@_named
def numbers() -> SearchStrategy[int | float]:
    """Finite JSON numbers: big and small, whole numbers as integers and as floats."""
    return st.sampled_from(_NUMBERS) | st.integers() | st.floats(allow_nan=False, allow_infinity=False)


@_named
def non_finite_numbers() -> SearchStrategy[float]:
    """NaN and the infinities as numbers, which JSON itself cannot hold."""
    return st.sampled_from((float("nan"), float("inf"), float("-inf")))


@_named
def sort_orders() -> Values:
    """What ``sortOrder`` may hold."""
    numeric, not_finite = st.sampled_from(_NUMERIC_TEXTS), st.sampled_from(NOT_FINITE_TEXTS)
    return _shared((4, numbers()), (2, numeric), (1, not_finite), (1, st.none()))


def _counts(low: int, high: int | None = None, *more: int | float) -> Values:
    """Integers within a range, *more* among them, or null."""
    seen, any_other = st.sampled_from((low, float(low), *more)), st.integers(low, high or low + 10_000)
    return _shared((2, seen), (1, any_other), (1, st.none()))


def _sizes() -> Values:
    return _counts(0, None, 1, 1920, 1080.0, 2**53 + 1, 10**30, 1e308)


def _ratios(low: float = -1e308, high: float = 1e308) -> Values:
    """Numbers within a range, the three texts, or null."""
    inside = [number for number in _NUMBERS if low <= number <= high]
    numbers = st.sampled_from(inside) | st.floats(low, high)
    return _shared((3, numbers), (1, st.sampled_from(NOT_FINITE_TEXTS)), (1, st.none()))


# ---------------------------------------------------------------- dates

_DAYS: Final = ("2021-02-08", "2022-07-03", "2024-02-29", "1969-12-31", "0001-01-01", "9999-12-31")
_NO_DAYS: Final = ("2021-02-30", "2023-02-29", "2021-04-31", "0000-12-31")
_TIMES: Final = ("13:44:37", "00:00:00", "23:59:59", "23:59:60")
_FRACTIONS: Final = ("", ".0", ".000", ".985", ".5594840", ".559484", ".123456789", ".9996")
_ZONES: Final = ("Z", "Z", "+02:00", "-11:30", "+00:00", "-00:00", "+23:59")


@_named
def dates() -> Values:
    """Dates of the right form, some of them on days that no calendar has; empty text and null."""
    days = st.sampled_from((*_DAYS, *_DAYS, *_NO_DAYS))
    parts = (days, st.just("T"), *map(st.sampled_from, (_TIMES, _FRACTIONS, _ZONES)))
    return st.tuples(*parts).map("".join) | st.sampled_from(("2022-07-03T12:05:15.000Z", "", None))


# ---------------------------------------------------------------- ids and addresses

_GUIDS: Final = (
    "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11",
    "0B9E2C44-77F1-4E0A-8C55-D2A9E6310F42",
    "e1d7f0a3-5b6c-4d8e-a9f0-112233445566",
)
_MEDIA_IDS: Final = (
    "3f9c21_5d0e8a7b6c4f~mv2.jpg",
    "nsplsh_4b7a6f_d_2977_3951_s_4_2.jpg",
    "a5474e9d.png",
    "68d3...cad2.jpg",
    "q-1_2.webp",
)
_NAMES: Final = (
    "flowers.jpg", "Beach Huts.jpg", "100% Größe.png", "a/b#c?d.jpg", "_.jpg", "river", "😀.png", "+&=",
)  # fmt: skip
_ODD_SPELLINGS: Final = ("Red Bike", "a+b.jpg", "%7E.jpg", "caf%c3%a9.jpg", "é.jpg", "a&b=c")
_WEB: Final = (
    "https://static.wixstatic.com/media/3f9c21_5d0e8a7b6c4f~mv2.jpg",
    "https://static.wixstatic.com/media/a5474e9d.png/v1/fill/w_800,h_600/file.png",
    "https://gallery.example/a%20b.jpg?x=1#y",
    "http://gallery.example",
    "HTTPS://Gallery.Example/A.jpg",
    "https://www.youtube.com/watch?v=Ab3_-9",
    "https://www.youtube.com/results?search_query=slate+harbour",
    "https://youtu.be/Ab3_-9",
    "https://vimeo.com/71336599",
    "https://player.vimeo.com/video/71336599",
    "https://youtube.com.evil.example/watch?v=Ab3_-9",
)
_FOREIGN: Final = (
    "wix:vector://v1/3f9c21.svg/",
    "wix:vector://v1/3f9c21.svg/leaf.svg",
    "wix:document://v1/ugd/3f9c21.pdf/menu.pdf",
    "wix:audio://v1/3f9c21.mp3/song.mp3#duration=1000",
    "wix:image://v1/",
    "wix:image://v1//a.jpg#originWidth=1&originHeight=1",
    "wix:image://v2/a.jpg/b.jpg",
    "wix:image:",
    "wix:video://v1/",
    "javascript:alert(1)",
    "data:image/png;base64,AA==",
    "ftp://gallery.example/a.jpg",
    "https://",
    "undefined",
    " ",
    "",
)
_LINKS: Final = (
    "https://gallery.example/a?b=c#d", "/page", "#anchor", "mailto:a@gallery.example", "javascript:alert(1)",
    "", "undefined",
)  # fmt: skip


@_named
def ids() -> Values:
    """Ids of items and galleries: GUIDs as a rule, and few of them, so that some meet twice."""
    odd = st.sampled_from(("229265c7-45ve", "video-1", "")) | texts()
    return _shared((4, st.sampled_from(_GUIDS)), (1, odd), (1, st.none()))


@_named
def media_ids() -> Texts:
    """Ids of the Media Manager, without anything that a media text could not hold."""
    return st.sampled_from(_MEDIA_IDS) | st.text("abcXYZ019_~.-", min_size=1, max_size=12)


@_named
def _spelled_names() -> Texts:
    """Names of files as media texts spell them, percent-encoded as a rule."""
    named = st.sampled_from(_NAMES) | texts().filter(bool)
    return named.map(lambda name: quote(name, safe="-_.!~*'()")) | st.sampled_from(_ODD_SPELLINGS)


@_named
def _digits() -> Texts:
    seen = st.sampled_from(("0", "1", "800", "0800", "1920", "9007199254740993"))
    return seen | st.integers(0, 10_000).map(str)


_STRICT_IMAGES: Final = (
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}&watermark=wm_1",
    "wix:image://v1/{id}/#originWidth={w}&originHeight={h}&watermark=M%C3%A4rz",
)
_LOOSE_IMAGES: Final = (
    "wix:image://v1/{id}#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}/#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/Beach Huts/#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}",
    "wix:image://v1/{id}/{name}#",
    "wix:image://v1/{id}/",
    "wix:image://v1/{id}",
    "image://v1/{id}/{w}_{h}/{name}",
    "image://v1/{id}/{w}_{h}/",
    "image://v1/{id}/{name}",
    "wix:image://v1/{id}/{name}#originHeight={h}&originWidth={w}",
    "wix:image://v1/{id}/{name}#originWidth={w}",
    "wix:image://v1/{id}/{name}#originWidth=&originHeight=",
    "wix:image://v1/{id}/{name}#originWidth=1e3&originHeight=0x10",
    "wix:image://v1/{id}/{name}#originWidth=-3&originHeight=wide",
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}&watermark=",
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}&other=1",
    "wix:image://v1/{id}/{name}?originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}/more/parts#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/100%.jpg/#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/%E0%A4%A/#originWidth={w}&originHeight={h}",
    "WIX:Image://v1/{id}/{name}#originWidth={w}&originHeight={h}",
    " wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}\n",
    "wix:image://v1/undefined/{name}#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/undefined#originWidth={w}&originHeight={h}",
    "wix:image://v1/{id}/{name}#originWidth={w}&originHeight={h}#more",
    "wix:image://v1/media/{id}/{name}#originWidth={w}&originHeight={h}",
    "wix:image://v1/https://static.wixstatic.com/media/3f9c21_5d0e8a7b6c4f~mv2.jpg",
    "https://static.wixstatic.com/media/3f9c21_5d0e8a7b6c4f~mv2.jpg?originWidth={w}&originHeight={h}",
    "a5474e9d.png",
    "/media/a_b.jpg",
    "//static.wixstatic.com/media/a5474e9d.png",
)
_STRICT_VIDEOS: Final = (
    *("wix:video://v1/{id}/{name}#posterUri={poster}&posterWidth={w}&posterHeight={h}",) * 4,
    "wix:video://v1/{id}/{name}#posterUri={poster} &posterWidth={w}&posterHeight={h}",
)
_LOOSE_VIDEOS: Final = (
    "wix:video://v1/{id}/{name}/#posterUri={poster}&posterWidth={w}&posterHeight={h}",
    "wix:video://v1/{id}/{name}",
    "wix:video://v1/{id}/{name}#",
    "wix:video://v1/{id}/",
    "wix:video://v1/{id}",
    "wix:video://v1/{id}#posterUri={poster}&posterWidth={w}&posterHeight={h}",
    "wix:video://v1/{id}/{name}#posterUri=/{poster}&posterWidth={w}&posterHeight={h}",
    "wix:video://v1/{id}/{name}#posterUri={poster}",
    "wix:video://v1/{id}/{name}#posterUri={poster}&posterWidth=wide&posterHeight=1.5",
    "wix:video://v1/{id}/{name}#posterWidth={w}&posterHeight={h}&posterUri={poster}",
    "wix:video://v1/{id}/{name}?posterUri={poster}",
    "wix:video://v1/video/{id}/{name}",
    "video://v1/{id}/{name}",
    "video://v1/{id}/{name}#posterUri={poster}&posterWidth={w}&posterHeight={h}",
    "wix:video://v1/{id}/100%.mp4/",
    "Wix:VIDEO://v1/{id}/{name}",
    "\twix:video://v1/{id}/{name} ",
    "wix:video://v1/undefined/{name}",
    "wix:video://v1/{id}/1080p/mp4/file.mp4",
    "wix:video://v1/{id}/{name}#posterUri=undefined",
    "https://video.wixstatic.com/video/3f9c21_5d0e8a7b6c4f/720p/mp4/file.mp4",
)


@st.composite
def _filled(draw: DrawFn, templates: tuple[str, ...]) -> str:
    return draw(st.sampled_from(templates)).format(
        id=draw(media_ids()),
        name=draw(_spelled_names()),
        w=draw(_digits()),
        h=draw(_digits()),
        poster=draw(media_ids()),
    )


@_named
def strict_images() -> Texts:
    """Media texts of pictures in the strict grammar."""
    return _filled(_STRICT_IMAGES)


@_named
def loose_images() -> Texts:
    """Media texts of pictures as they occur, each of them off the strict grammar; a few have bad escapes."""
    return _filled(_LOOSE_IMAGES)


@_named
def strict_videos() -> Texts:
    """Media texts of videos in the strict grammar."""
    return _filled(_STRICT_VIDEOS)


@_named
def loose_videos() -> Texts:
    """Media texts of videos as they occur, each of them off the strict grammar; a few have bad escapes."""
    return _filled(_LOOSE_VIDEOS)


@_named
def web_addresses() -> Texts:
    """Addresses on the web: pictures, videos at Wix's, YouTube's and Vimeo's, and look-alikes."""
    return st.sampled_from(_WEB)


@_named
def foreign_addresses() -> Texts:
    """What stands for a medium and is neither a picture's nor a video's text nor on the web."""
    return st.sampled_from(_FOREIGN) | texts()


@_named
def image_addresses() -> Values:
    """What ``imageInfo`` and a picture's ``src`` may hold, the usual most often."""
    seldom = [(1, strategy()) for strategy in (web_addresses, foreign_addresses, strict_videos)]
    return _shared((4, strict_images()), (2, loose_images()), *seldom, (1, st.none()))


@_named
def video_addresses() -> Values:
    """What ``videoInfo`` and a video's ``src`` may hold, the usual most often."""
    seldom = [(1, strategy()) for strategy in (foreign_addresses, strict_images)]
    return _shared((4, strict_videos()), (2, loose_videos()), (2, web_addresses()), *seldom, (1, st.none()))


# ---------------------------------------------------------------- objects


@_named
def leaves() -> Values:
    """JSON values that hold no others."""
    return st.sampled_from((None, True, False, 0, 1, 1.0, -0.0, "", 10**30, 1e308)) | texts()


@_named
def json_values() -> Values:
    """Any JSON value, with undeclared keys only; two levels deep at most."""
    return leaves() | st.lists(leaves(), max_size=2) | st.dictionaries(_unknown_keys(), leaves(), max_size=2)


@_named
def free_objects() -> Objects:
    """An object whose keys nobody declares, such as ``exif`` and ``css``."""
    seen = ({}, {"backgroundColor": "rgba(0, 0, 0, 0.7)"}, {"Artist": "Juniper", "ISO": "100"})
    return st.sampled_from(seen).map(copy.copy) | st.dictionaries(_unknown_keys(), json_values(), max_size=2)


@_named
def _surplus() -> Objects:
    """Undeclared keys for an object that has others; as a rule none."""
    some = st.dictionaries(_unknown_keys(), json_values(), min_size=1, max_size=2)
    return _shared((3, st.builds(dict)), (1, some))


def _record(optional: Mapping[str, Values], required: Mapping[str, Values] | None = None) -> Objects:
    """An object with half of the *optional* keys, and with undeclared ones now and then."""
    return _with_surplus(st.fixed_dictionaries(dict(required or {}), optional=dict(optional)))


def _rich(optional: Mapping[str, Values]) -> Objects:
    """An object with most of the *optional* keys, so that what lies deep is met often enough."""
    return _with_surplus(_most_of(dict(optional)))


@st.composite
def _most_of(draw: DrawFn, optional: dict[str, Values]) -> dict[str, Any]:
    four = st.integers(0, 3)
    return {key: draw(strategy) for key, strategy in optional.items() if draw(four)}


@st.composite
def _few_of(draw: DrawFn, most: int, optional: dict[str, Values]) -> dict[str, Any]:
    keys = draw(st.lists(st.sampled_from(list(optional)), max_size=most, unique=True))
    return {key: draw(optional[key]) for key in keys}


def _few(most: int, optional: Mapping[str, Values]) -> Objects:
    """An object with at most so many of the *optional* keys: whole ones are too big to be drawn often."""
    return _with_surplus(_few_of(most, dict(optional)))


def _with_surplus(records: Objects) -> Objects:
    return st.builds(operator.or_, records, _surplus())


def _mostly(objects: Values) -> Values:
    """What *objects* gives, or null now and then."""
    return _shared((5, objects), (1, st.none()))


def _nullable(strategy: Values) -> Values:
    return _shared((3, strategy), (1, st.none()))


@_named
def _links() -> Values:
    urls = _nullable(st.sampled_from(_LINKS) | texts())
    free = {
        "text": _nullable(texts()),
        "url": urls,
        "target": _nullable(st.sampled_from(("_blank", "_self", "_top", "")) | texts()),
        "type": _nullable(st.sampled_from(("UNDEFINED", "EXTERNAL", "INTERNAL")) | texts()),
        "rel": _nullable(st.sampled_from(("nofollow", "sponsored")) | st.lists(texts(), max_size=2)),
        "wixLinkData": _mostly(free_objects()),
    }
    plain = st.fixed_dictionaries({"url": urls}, optional={"text": texts()})
    return _shared((3, _rich(free)), (1, plain), (1, st.none()))


@_named
def _tags() -> Values:
    words = st.sampled_from(("slate", "harbour", "_fileOrigin_uploaded")) | texts()
    return _mostly(_rich({"values": _mostly(st.lists(words, max_size=3))}))


@_named
def _texts_branch() -> Objects:
    htmls = st.sampled_from(('<p style="text-align:center">Slate</p>', "<script>alert(1)</script>", ""))
    return _rich(
        {
            "html": _nullable(htmls | texts()),
            "css": _mostly(free_objects()),
            "editorHtml": _nullable(texts()),
            "editorFontId": _nullable(texts()),
        }
    )


def _image_settings() -> dict[str, Values]:
    points, centre = _rich({"x": _ratios(), "y": _ratios()}), st.builds(dict, x=st.just(0.5), y=st.just(0.5))
    masks = {"amount": _ratios(0, 5), "radius": _ratios(0), "threshold": _ratios(0, 1)}
    return {
        "focalPoint": _shared((3, points), (1, centre), (1, st.none())),
        "exif": _mostly(free_objects()),
        "quality": _counts(30, 100, 100, 100.0),
        "unsharpMasking": _mostly(_rich(masks)),
        "type": _nullable(st.sampled_from(("UNDEFINED", "WIX_MEDIA", "EXTERNAL"))),
    }


def _images_branch(pictures: Values) -> Objects:
    plain = st.fixed_dictionaries({"imageInfo": pictures})
    return _shared((3, _rich({"imageInfo": pictures} | _image_settings())), (1, plain))


def _video_settings() -> dict[str, Values]:
    return {
        "type": _nullable(st.sampled_from(("UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"))),
        "durationInMillis": _counts(0, None, 20000, 20000.0, 10**30),
        "duration": _nullable(st.sampled_from((0, 0.5, 5000, 5000.0, "20000", "0", "007", "9" * 40))),
    }


def _videos_branch(clips: Values) -> Objects:
    plain = st.fixed_dictionaries({"videoInfo": clips})
    return _shared((3, _rich({"videoInfo": clips} | _video_settings())), (1, plain))


# ---------------------------------------------------------------- backend items and galleries


def _item_fields(under: str, images: Objects) -> dict[str, Values]:
    """The keys that items of every kind have; *under* is what stands before id and dates."""
    hover = {"image": _mostly(images), "text": _mostly(_texts_branch())}
    return {
        f"{under}id": ids(),
        f"{under}createdDate": dates(),
        f"{under}updatedDate": dates(),
        "sortOrder": sort_orders(),
        "title": _nullable(texts()),
        "description": _nullable(texts() | st.sampled_from(_LONG)),
        "link": _links(),
        "tags": _tags(),
        "secondaryMedia": _mostly(_rich(hover)),
    }


def _backend_items(under: str, images: Objects, videos: Objects) -> Objects:
    """Items of every kind, with the branch of their type; or of no type, with one branch or none."""
    fields = _item_fields(under, images)
    branches = dict(zip(BRANCHES, (images, videos, _texts_branch()), strict=True))
    typed = [
        (share, _of_type({"type": st.just(key.upper())}, fields, key, strategy))
        for key, branch in branches.items()
        for share, strategy in ((4, branch), (1, st.none()))
    ]
    loose = fields | {"type": st.just("UNDEFINED")}
    untyped = [(1, _of_type({}, loose, key, branch)) for key, branch in branches.items()]
    return _shared(*typed, *untyped, (1, _record(loose | dict.fromkeys(branches, st.none()))))


def _of_type(types: dict[str, Values], fields: dict[str, Values], key: str, branch: Values) -> Objects:
    others = {branch: st.none() for branch in BRANCHES if branch != key}
    return _record(fields | others, types | {key: branch})


def _backend_galleries(under: str, items: Objects) -> Objects:
    return _record(
        {
            f"{under}id": ids(),
            f"{under}createdDate": dates(),
            "name": _nullable(texts()),
            "totalItems": _counts(0, None, 1, 2, 50, 10**30),
            "sortOrder": sort_orders(),
            "items": _mostly(st.lists(items, max_size=3)),
        }
    )


def _is_item(value: dict[str, Any]) -> bool:
    """Return whether an object has a key of an item: one that has none is not taken for an item."""
    return any(not key.startswith("x") and key != "itemId" for key in value)


@_named
def velo_items() -> Objects:
    """Items that ``velo-item`` takes."""
    items = _backend_items("_", _images_branch(image_addresses()), _videos_branch(video_addresses()))
    return items.filter(_is_item)


@_named
def velo_galleries() -> Objects:
    """Galleries that ``velo-gallery`` takes."""
    return _backend_galleries("_", velo_items())


@_named
def _pictures() -> Objects:
    """Picture objects: any, and those that a media text can hold whole."""
    free = {
        "id": _nullable(media_ids() | texts()),
        "url": _nullable(web_addresses() | foreign_addresses()),
        "altText": _nullable(texts()),
        "filename": _nullable(st.sampled_from(_NAMES) | texts()),
        "width": _sizes(),
        "height": _sizes(),
        "urlExpirationDate": json_values(),
        "sizeInBytes": json_values(),
    }
    sizes = st.integers(0, 9999)
    return _rich(free) | st.builds(_usual_picture, media_ids(), st.sampled_from(_NAMES), sizes, sizes)


def _usual_picture(id: str, name: str, width: int, height: int) -> dict[str, Any]:
    url = f"https://static.wixstatic.com/media/{id}"
    return {"id": id, "url": url, "height": height, "width": width, "filename": name}


@_named
def _clips() -> Objects:
    """Video objects: any, and those that a media text can hold whole."""
    resolution = {
        "url": _nullable(web_addresses() | texts()),
        "format": _nullable(st.sampled_from(("mp4", "Youtube", ""))),
        "quality": _nullable(st.sampled_from(("480p", "1080p", ""))),
        "filename": _nullable(texts()),
        "width": _sizes(),
        "height": _sizes(),
    }
    some, full = st.lists(_rich(resolution), max_size=2), st.builds(lambda: [{} for _ in range(100)])
    free = {
        "id": _nullable(st.sampled_from((*_MEDIA_IDS, "")) | texts()),
        "url": _nullable(web_addresses() | foreign_addresses()),
        "filename": _nullable(st.sampled_from(_NAMES) | texts()),
        "resolutions": _shared((4, some), (1, full), (1, st.none())),
        "posters": _mostly(st.lists(_pictures(), max_size=3)),
    }
    outside = st.fixed_dictionaries({"url": web_addresses()}, optional={"id": st.just("")})
    plain = st.fixed_dictionaries({"id": media_ids()}, optional={"filename": free["filename"]})
    return _shared((3, _rich(free)), (1, outside), (1, plain))


@_named
def rest_items() -> Objects:
    """Items that ``rest-item`` takes."""
    items = _backend_items("", _images_branch(_mostly(_pictures())), _videos_branch(_mostly(_clips())))
    return items.filter(_is_item)


@_named
def rest_galleries() -> Objects:
    """Galleries that ``rest-gallery`` takes."""
    return _backend_galleries("", rest_items())


# ---------------------------------------------------------------- older REST items and galleries

_CDN_PICTURES: Final = "https://static.wixstatic.com/media/{}"
_CDN_CLIPS: Final = "https://video.wixstatic.com/video/{}/1080p/mp4/file.mp4"


@_named
def _cdn_pictures() -> Texts:
    """Addresses of pictures at Wix, a few of them cropped; bare ids now and then."""
    plain = media_ids().map(_CDN_PICTURES.format)
    cropped = media_ids().map("https://static.wixstatic.com/media/{}/v1/fill/w_800,h_600/file.jpg".format)
    return _shared((4, plain), (1, cropped), (1, st.sampled_from(_MEDIA_IDS)))


@_named
def _cdn_clips() -> Texts:
    """Addresses of mp4 files at Wix."""
    ids = st.sampled_from(("3f9c21_5d0e8a7b6c4f", "4d2a9c_f0e1d2c3"))
    return st.sampled_from(("480p", "720p", "1080p")).flatmap(
        lambda quality: ids.map(lambda id: f"https://video.wixstatic.com/video/{id}/{quality}/mp4/file.mp4")
    )


def _addresses(usual: Values) -> Values:
    """What ``mediaUrl`` may hold, the usual most often."""
    return _shared((6, usual), (1, web_addresses()), (1, foreign_addresses()), (1, st.none()))


def _sized() -> dict[str, Values]:
    return {"width": _sizes(), "height": _sizes()}


@_named
def _legacy_videos() -> Objects:
    poster = {
        "id": _nullable(media_ids()),
        "url": _nullable(_cdn_pictures() | web_addresses() | texts()),
        "default": _nullable(st.booleans()),
        "focalPoint": _mostly(free_objects()),
    }
    urls = st.dictionaries(st.sampled_from(("mp4", "webm", "hls")), web_addresses() | texts(), max_size=3)
    resolution = {
        "videoMode": _nullable(st.sampled_from(("480p", "1080p", ""))),
        "urls": _mostly(urls),
        **{key: _nullable(texts()) for key in ("url", "format", "quality", "filename")},
    }
    sources = ("Undefined", "Youtube", "Vimeo", "Custom", "YOUTUBE")
    return _rich(
        {
            **_video_settings(),
            **_sized(),
            "source": _nullable(st.sampled_from(sources)),
            "externalId": _nullable(st.sampled_from(("Ab3_-9", "71336599", "")) | texts()),
            "posters": _mostly(st.lists(_record(poster | _sized()), max_size=3)),
            "resolutions": _mostly(st.lists(_record(resolution | _sized()), max_size=2)),
        }
    )


def _legacy_fields() -> dict[str, Values]:
    words = st.lists(st.sampled_from(("slate", "_unsplash")) | texts(), max_size=3)
    links = st.tuples(_links(), _nullable(st.sampled_from(_LINKS))).map(_with_calculated)
    return {
        "id": ids(),
        "createdDate": dates(),
        "updatedDate": dates(),
        "sortOrder": sort_orders(),
        "orderIndex": sort_orders(),
        "title": _nullable(texts()),
        "description": _nullable(texts() | st.sampled_from(_LONG)),
        "fileName": _nullable(st.sampled_from(_NAMES) | texts()),
        "name": _nullable(st.sampled_from(_NAMES) | texts()),
        "alt": _nullable(texts()),
        "link": links,
        "tags": _shared((2, words), (2, _rich({"tags": _mostly(words)})), (1, st.none())),
        "mediaOwner": _nullable(st.sampled_from(("Undefined", "Wix", "DeviantArt", "Custom"))),
        "isSecure": _nullable(st.booleans()),
    }


def _with_calculated(pair: tuple[Any, Any]) -> Any:
    link, url = pair
    return link if link is None else link | {"calculatedUrl": url}


@_named
def rest_legacy_items() -> Objects:
    """Items that ``rest-legacy-item`` takes."""
    pictures, clips = _addresses(_cdn_pictures()), _addresses(_cdn_clips())
    photos = _rich(_image_settings() | _sized())
    texts_branch = st.tuples(_texts_branch(), _mostly(free_objects())).map(
        lambda pair: pair[0] | {"style": pair[1]}
    )
    kinds: list[tuple[tuple[str, ...], str, Values, Values]] = [
        (("PHOTO", "Photo", "IMAGE"), "photoMetadata", photos, pictures),
        (("VIDEO", "Video"), "videoMetadata", _legacy_videos(), clips),
        (("TEXT", "Text"), "textMetadata", texts_branch, st.none() | pictures),
    ]
    typed = [
        (4, _of_kind({"dataType": st.sampled_from(words)}, key, branch, address))
        for words, key, branch, address in kinds
    ]
    unnamed = {"dataType": st.sampled_from(("UNDEFINED", "Undefined"))}
    loose = [(1, _of_kind({}, key, branch, address, unnamed)) for _, key, branch, address in kinds]
    bare = _record(_legacy_fields() | unnamed | {"mediaUrl": pictures | clips})
    return _shared(*typed, *loose, (1, bare.filter(_is_item)))


def _of_kind(
    types: dict[str, Values],
    key: str,
    branch: Values,
    address: Values,
    loose: dict[str, Values] | None = None,
) -> Objects:
    """Items with metadata under *key*, null as often as not under the other keys."""
    others = dict.fromkeys({"photoMetadata", "videoMetadata", "textMetadata"} - {key}, st.none())
    held = types | {key: _shared((5, branch), (1, st.none())), "mediaUrl": address}
    return _record(_legacy_fields() | others | (loose or {}), held)


@_named
def rest_legacy_galleries() -> Objects:
    """Galleries that ``rest-legacy-gallery`` takes."""
    counts = _counts(0, None, 1, 2, 50, 10**30)
    return _record(
        {
            "id": ids(),
            "createdDate": dates(),
            "created": dates(),
            "name": _nullable(texts()),
            "totalItems": counts,
            "totalItemsCount": counts,
            "sortOrder": sort_orders(),
            "orderIndex": sort_orders(),
            "state": _nullable(st.sampled_from(("SAVED", "PUBLISHED"))),
            "compId": _nullable(texts()),
            "items": _mostly(st.lists(rest_legacy_items(), max_size=3)),
        }
    )


# ---------------------------------------------------------------- frontend items


@_named
def frontend_items() -> Objects:
    """Items that ``frontend-item`` takes: pictures, videos, and those that do not say what they are."""
    images = st.sampled_from(("image", "Image", "IMAGE", "iMaGe"))
    videos = st.sampled_from(("video", "Video", "VIDEO"))
    fields = _frontend_fields()
    return (
        _record(fields, {"type": images, "src": image_addresses()})
        | _record(fields, {"type": videos, "src": video_addresses()})
        | _record(fields, {"src": image_addresses() | video_addresses()})
        | _record(fields | {"type": images | videos, "src": image_addresses()}).filter(_is_item)
    )


def _frontend_fields() -> dict[str, Values]:
    points = _rich({"x": _nullable(numbers()), "y": _nullable(numbers())})
    settings = _rich({"focalPoint": _mostly(points), "width": json_values(), "height": json_values()})
    return {
        "slug": ids() | media_ids(),
        "title": _nullable(texts()),
        "description": _nullable(texts() | st.sampled_from(_LONG)),
        "link": _nullable(st.sampled_from(_LINKS) | texts()),
        "thumbnail": st.one_of(strict_images(), web_addresses(), foreign_addresses(), st.none()),
        "alt": _nullable(texts()),
        "target": _nullable(st.sampled_from(("_blank", "_self", "")) | texts()),
        "width": _nullable(numbers()),
        "height": _nullable(numbers()),
        "settings": _mostly(settings),
    }


@_named
def cms_items() -> Objects:
    """Items that ``cms-item`` takes."""
    points = _rich({"x": _nullable(numbers()), "y": _nullable(numbers())})
    size = {key: _nullable(numbers() | st.sampled_from((800, 1920))) for key in ("width", "height")}
    known = ("title", "description", "link", "thumbnail", "alt")
    fields = {key: strategy for key, strategy in _frontend_fields().items() if key in known} | {
        "slug": _nullable(media_ids() | st.sampled_from(_GUIDS)),
        "id": _nullable(media_ids()),
        "fileName": _nullable(st.sampled_from(_NAMES) | texts()),
        "settings": _mostly(_rich({"focalPoint": _mostly(points), **size})),
    }
    images, videos = st.sampled_from(("image", "Image")), st.sampled_from(("video", "Video"))
    return (
        _record(fields, {"type": images, "src": image_addresses()})
        | _record(fields, {"type": videos, "src": video_addresses()})
        | _record(fields, {"src": image_addresses() | video_addresses()})
        | _record(fields | {"type": images | videos, "src": image_addresses()}).filter(_is_item)
    )


@_named
def cms_lists() -> SearchStrategy[list[dict[str, Any]]]:
    """Arrays that ``cms-items`` takes."""
    return st.lists(cms_items(), max_size=4)


@_named
def frontend_lists() -> SearchStrategy[list[dict[str, Any]]]:
    """Arrays that ``frontend-items`` takes."""
    return st.lists(frontend_items(), max_size=4)


# ---------------------------------------------------------------- items of the component


def _component_link() -> Values:
    """Where items of the component lead."""
    urls = _nullable(st.sampled_from(_LINKS) | texts())
    free = {key: _nullable(texts()) for key in ("text", "title")} | {
        "url": urls,
        "target": _nullable(st.sampled_from(("_blank", "_self", "")) | texts()),
        "targetBlank": _nullable(st.booleans()),
        "type": _nullable(st.sampled_from(("web", "wix"))),
        "data": _mostly(free_objects()),
    }
    plain = st.fixed_dictionaries({"url": urls}, optional={"target": st.just("_blank")})
    return _shared((3, _rich(free)), (1, plain), (1, st.none()))


def _component_poster() -> dict[str, Values]:
    return _sized() | {"url": _nullable(_cdn_pictures() | web_addresses() | texts())}


def _sharpening() -> Objects:
    def amounts(low: float, high: float) -> Values:
        return _nullable(st.sampled_from((low, high, 0.5)) | st.floats(low, high))

    mask = {"usm_a": amounts(0, 5), "usm_r": amounts(0, 1e308), "usm_t": amounts(0, 1)}
    large = {
        "quality": _counts(30, 100, 100, 100.0),
        "overrideQuality": _nullable(st.booleans()),
        "usm": _mostly(_rich(mask)),
        "overrideUsm": _nullable(st.booleans()),
    }
    return _rich({"L": _mostly(_rich(large))})


def _size_class(quality: dict[str, Any]) -> tuple[Any, ...]:
    """What an encoding of a video is told apart by; its formats stand together."""
    return tuple(quality.get(key) for key in ("quality", "width", "height"))


def _metadata(kinds: Sequence[str], sizes: Values, spellings: bool = True) -> Objects:
    """Metadata with half of what any kind has; *spellings* are keys that others can stand for."""
    words = st.sampled_from(("slate", "_paid")) | texts()
    formats = st.lists(st.sampled_from(("mp4", "webm")), max_size=2, unique=True)
    quality = {"quality": _nullable(st.sampled_from(("480p", "1080p"))), "formats": _mostly(formats)}
    poster = _shared((4, _rich(_component_poster())), (1, st.none()), (1, _cdn_pictures() | texts()))
    centre = st.just([0.5, 0.5]).map(copy.copy)
    points = st.lists(numbers(), min_size=2, max_size=2)
    fields = {key: _nullable(texts()) for key in ("title", "description", "alt", "html", "editorHtml")} | {
        "width": sizes,
        "height": sizes,
        "fileName": _nullable(st.sampled_from(_NAMES) | texts()),
        "focalPoint": _shared((3, points), (1, centre), (1, st.none())),
        "link": _component_link(),
        "exif": _mostly(free_objects()),
        "tags": _mostly(st.lists(words, max_size=3)),
        "sharpParams": _mostly(_sharpening()),
        "duration": _counts(0, None, 20000, 20000.0),
        "qualities": _mostly(st.lists(_record(quality | _sized()), max_size=2, unique_by=_size_class)),
        "posters": _mostly(st.lists(_record(_component_poster()), max_size=3)),
        "backgroundColor": _nullable(st.sampled_from(("pink", "rgba(0, 0, 0, 0.7)")) | texts()),
    }
    if spellings:
        fields |= {key: json_values() for key in ("name", "size", "lastModified", "sourceName")} | {
            "videoUrl": _nullable(web_addresses() | texts()),
            "isExternal": _nullable(st.booleans()),
            "poster": poster,
            "customPoster": poster,
            "textStyle": _mostly(_rich({"backgroundColor": _nullable(st.sampled_from(("pink", "")))})),
        }
    return st.builds(operator.or_, _few(8, fields), st.builds(dict, type=st.sampled_from(kinds)))


_COMPONENT_KINDS: Final = (
    (("image", "image", "i"), "pictures"),
    (("video", "video", "v"), "clips"),
    (("text", "text", "html", "h"), "none"),
    (("3d",), "pictures"),
)


@_named
def _component_sizes() -> Values:
    return _shared((4, _sizes()), (1, st.sampled_from(("0", "100", "0800"))))


def _component_item(kinds: Sequence[str], addresses: str) -> dict[str, Values]:
    """The keys of an item of these *kinds*, in every spelling."""
    media = {"pictures": _addresses(_cdn_pictures()), "clips": _addresses(_cdn_clips()), "none": st.none()}
    metadata = _metadata(kinds, _component_sizes())
    texts_of_json = metadata.map(json.dumps) | st.sampled_from(("{", "[]", "", '{"title": 5}'))
    spelled = _shared((5, metadata), (1, texts_of_json), (1, st.none()))
    named = dict.fromkeys(("itemId", "photoId", "id"), ids())
    return {
        **named,
        **dict.fromkeys(("file_url", "mediaUrl", "url", "src"), media[addresses]),
        **dict.fromkeys(("html", "text"), _nullable(texts())),
        "orderIndex": _nullable(numbers()),
        "directLink": _mostly(free_objects()),
        "directShareLink": _nullable(web_addresses()),
        "isVideoPlaceholder": _nullable(st.booleans()),
        "metaData": spelled,
        "metadata": spelled,
    }


@_named
def component_items() -> Objects:
    """Items that ``component-item`` takes, in every spelling."""
    fields = [_component_item(*kinds) for kinds in _COMPONENT_KINDS]
    metadata = [_few(2, {key: each[key] for key in ("metaData", "metadata")}) for each in fields]
    pairs = zip(fields, metadata, strict=True)
    hover = st.one_of(*(st.builds(operator.or_, _few(3, each), inner) for each, inner in pairs))
    items = [_few(8, each | {"secondaryMedia": _mostly(hover)}) for each in fields]
    shown = [st.builds(operator.or_, *pair) for pair in zip(items, metadata, strict=True)]
    return _shared(*zip((4, 4, 4, 1), shown, strict=True)).filter(_is_item)


@_named
def plain_component_items() -> Objects:
    """Items of the component as we spell them, without what other spellings leave over."""
    media = {"pictures": _addresses(_cdn_pictures()), "clips": _addresses(_cdn_clips()), "none": st.none()}

    def item(kinds: Sequence[str], addresses: str) -> dict[str, Values]:
        return {
            "itemId": ids(),
            "mediaUrl": media[addresses],
            "html": _nullable(texts()),
            "orderIndex": _nullable(numbers()),
            "metaData": _mostly(_metadata(kinds[:1], _sizes(), spellings=False)),
        }

    fields = [item(*kinds) for kinds in _COMPONENT_KINDS]
    hover = _record(fields[0]) | _record(fields[2])
    items = st.one_of(*(_record(each | {"secondaryMedia": _nullable(hover)}) for each in fields))
    return items.filter(_is_item)


@_named
def component_galleries() -> Objects:
    """Galleries that ``component-gallery`` takes."""
    return _record(
        {
            "id": ids(),
            "name": _nullable(texts()),
            "totalItems": _counts(0, None, 1, 2, 50, 10**30),
            "orderIndex": _nullable(numbers()),
            "items": _mostly(st.lists(component_items(), max_size=3)),
        }
    )


# ---------------------------------------------------------------- wrappers


def wrapped(items: Objects, galleries: Objects | None = None) -> Values:
    """Everything that *items* and *galleries* may come in, events left out.

    Args:
        items: What ``{"item"}``, ``{"items"}`` and lists hold, and single documents are.
        galleries: What ``{"gallery"}`` and ``{"galleries"}`` hold, and single documents are; without
            them, galleries are made of items and undeclared keys alone.
    """
    lists = st.lists(items, max_size=3)
    whole = _record({}, {"items": lists}) if galleries is None else galleries
    single = whole.map(lambda gallery: {"items": []} | gallery)
    in_galleries = _record({"galleryId": ids()}, {"items": lists})
    return st.one_of(
        items,
        lists,
        single,
        _record({}, {"items": lists}),
        _record({}, {"item": items}),
        _record({}, {"gallery": whole}),
        _record({"totalGalleries": st.integers(0, 20)}, {"galleries": st.lists(whole, max_size=2)}),
        _record({}, {"itemsInGalleries": st.lists(in_galleries, max_size=2)}),
    )


# ---------------------------------------------------------------- near misses

#: Values that fit nowhere, or nearly: without parts, texts, and with parts.
_MISFITS: Final[tuple[tuple[Any, ...], ...]] = (
    (
        None, True, False, 0, 1, -1, 1.0, 1.5, -0.5, 5.0001, 29, 30.0, 101, 10**30, 1e308,
        float("nan"), float("inf"), float("-inf"),
    ),
    (
        "", " ", "0", "1", "-1", "1.", "+", ".", "1\n", " 1", "1_000", "0x10", "1,5", "١", "1e",
        "NaN", "nan", "NaN\n", "+Infinity",
        "IMAGE", "image", "Video", "image\n", "ımage", "TEXT", "text", "PHOTO", "UNDEFINED",
        "2021-02-08", "2021-02-08T13:44:37", "2021-02-08t13:44:37z", "2021-02-08T13:44:37Z\n",
        "2021-13-08T13:44:37Z", "2021-02-08T24:00:00Z", "2021-02-08T13:44:61Z", "2021-02-08T13:44:37.Z",
        "٢021-02-08T13:44:37Z", "Mon Feb 08 2021 13:44:37",
    ),
    (
        [], [None], [0], [""], [{}], [[]], ["a", None], {}, {"x": None}, {"x": True, "y": "0.5"},
        {"values": "a"}, {"width": -1}, {"amount": 6}, {"html": 0}, {"imageInfo": []}, {"videoInfo": []},
        {"items": {}}, {"focalPoint": []},
    ),
)  # fmt: skip
_VALID: Final[dict[str, tuple[str, Callable[[], Values]]]] = {
    "velo_items": ("velo-item", velo_items),
    "velo_galleries": ("velo-gallery", velo_galleries),
    "rest_items": ("rest-item", rest_items),
    "rest_galleries": ("rest-gallery", rest_galleries),
    "rest_legacy_items": ("rest-legacy-item", rest_legacy_items),
    "rest_legacy_galleries": ("rest-legacy-gallery", rest_legacy_galleries),
    "frontend_items": ("frontend-item", frontend_items),
    "frontend_lists": ("frontend-items", frontend_lists),
    "cms_items": ("cms-item", cms_items),
    "component_items": ("component-item", component_items),
    "component_galleries": ("component-gallery", component_galleries),
    "cms_lists": ("cms-items", cms_lists),
}


#: The types of older REST items, by the key of the metadata that goes with them.
_METADATA: Final = {"photoMetadata": "PHOTO", "videoMetadata": "VIDEO", "textMetadata": "TEXT"}


@cache
def near_misses(
    strategy_name: str, documents: Values | None = None, paths: frozenset[str] | None = None
) -> Values:
    """Documents of a valid strategy, by its name, in which one declared value is another one.

    Its type is wrong, it is null, just out of range, not quite one of the allowed ones, or a branch
    too many. Some are valid all the same: the schemas say which. Instead of the strategy's own,
    other *documents* may be given, and the *paths* of the values meant if not all are.
    """
    schema, valid = _VALID[strategy_name]
    declared = [(path, said) for path, said in properties(schema).items() if paths is None or path in paths]
    aims = [(tuple(path.split("/")[1:]), _edges(said)) for path, said in declared]
    return _near_misses(valid() if documents is None else documents, aims)


@st.composite
def _near_misses(draw: DrawFn, valid: Values, aims: list[tuple[Place, Sequence[Any]]]) -> Any:
    # What is drawn last is the least varied, so the document is.
    place, edges = draw(st.sampled_from(aims))
    misfits = draw(st.sampled_from((*_MISFITS, *[edges] * 2) if edges else _MISFITS))
    aim = place, copy.deepcopy(draw(st.sampled_from(misfits)))
    settles = draw(st.booleans())
    return _put(draw(valid), aim, settles)


def _edges(said: list[dict[str, Any]]) -> list[Any]:
    """Values around the ends of ranges, and words that are nearly allowed."""
    ends = [schema[key] for schema in said for key in ("minimum", "maximum") if key in schema]
    words = [word for schema in said for word in schema.get("enum", ()) if word]
    most = [schema["maxItems"] for schema in said if "maxItems" in schema]
    return [
        *(end + step for end in ends for step in (-1, -0.001, -0.0, 0, 0.001, 1)),
        *(form for word in words for form in (word, word.lower(), f"{word}\n", f" {word}", [word])),
        *([{}] * (size + step) for size in most for step in (0, 1)),
    ]


def _put(value: Any, aim: tuple[Place, Any], settles: bool) -> Any:
    """Copy *value* with another value at a place, with whatever has to be around it.

    An item then gets the type of the branch on the way, and loses its others, if *settles*.
    """
    place, new = aim
    if not place:
        return new
    step, *rest = place
    if step == "*":
        *others, last = value if isinstance(value, list) and value else [None]
        return [*others, _put(last, (rest, new), settles)]
    held = value if isinstance(value, dict) else {}
    if settles and step in BRANCHES:
        others = {key: inner for key, inner in held.items() if key == step or key not in BRANCHES}
        held = others | {"type": step.upper()}
    if settles and step in _METADATA:
        others = {key: inner for key, inner in held.items() if key == step or key not in _METADATA}
        held = others | {"dataType": _METADATA[step]}
    return held | {step: _put(held.get(step), (rest, new), settles and step != "secondaryMedia")}
