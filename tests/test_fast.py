"""The quick way for lines gives exactly what the usual way gives, or leaves the line to it."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery_lens as gl
import strategies
from gallery_lens import jsontext, media
from gallery_lens.conversion._items import item_checks
from gallery_lens.dialects import DIALECTS
from gallery_lens.fast import Lane, _rows
from gallery_lens.fast import _undeclared as _undeclared_keys
from gallery_lens.fast._losses import FOUND, SORT_ORDER, TAGS
from gallery_lens.reporters.jsonl import REPORTER

GUID = "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11"
ITEMS = {"velo": strategies.velo_items, "rest": strategies.rest_items}


class Lined:
    """What the quick way said of one line."""

    def __init__(self, line: bytes, source: str) -> None:
        rows: list[bytes] = []
        lane = Lane(source, lambda dialect, codes: True, ("items.ndjson", rows.append))
        (self.run,) = lane.convert(jsontext.Block(7, line))
        self.report = b"".join(rows)
        self.tallies = tuple(lane.tallies())

    @property
    def refused(self) -> bool:
        """Whether the line was left to the usual way."""
        return isinstance(self.run, jsontext.Line)


def usual_report(result: gl.Result) -> bytes:
    """The rows that the reporter writes for the same line."""
    placed = (attrs.evolve(each, file="items.ndjson", line=7) for each in result.diagnostics)
    return b"".join(map(REPORTER.row, placed))


def assert_alike(line: bytes, source: str) -> None:
    """Compare both ways, unless the quick one left the line to the other."""
    quick = Lined(line, source)
    if quick.refused:
        assert quick.tallies == ()
        return
    usual = gl.convert_text(line, source, "frontend")
    assert jsontext.write_lines(quick.run) == jsontext.write(usual.value)
    assert quick.report == usual_report(usual)
    (tally,) = quick.tallies
    assert (tally.dialect,) == usual.dialects
    assert (tally.items, int(tally.converted), tally.lossless) == (
        usual.items,
        usual.converted,
        usual.lossless,
    )
    assert sorted(tally.codes) == sorted((each.severity, each.code) for each in usual.diagnostics)


# ---------------------------------------------------------------- items that are usual, or nearly


def _some(**optional: Any) -> strategies.Objects:
    return st.fixed_dictionaries({}, optional=optional)


_WORDS = st.text("abc é%😀", min_size=1, max_size=5) | st.sampled_from(
    ("", "x" * 101, "é" * 210, "undefined")
)
_NAMES = st.sampled_from(("river.jpg", "Beach Huts.jpg", "Größe 😀.png", "a%2Fb.jpg", "_.jpg"))
_FILE = _NAMES.map(media.encode_component)
_PICTURE = "wix:image://v1/3f9c21_5d0e~mv2.jpg/{}#originWidth=800&originHeight=600"
_CLIP = "wix:video://v1/3f9c21_5d0e/{}#posterUri=3f9c21_5d0ef000.jpg&posterWidth=800&posterHeight=600"
_IDS = st.sampled_from(("3f9c21_5d0e~mv2.jpg", "a5474e9d.png", "q-1_2"))
_HTML = st.sampled_from(
    (
        '<p style="color:red">Go</p>',
        "<p>Go<br></p>",
        "<p onclick=x>Go</p>",
        "<img src=x>",
        "<script>",
        "a < b",
    )
)
_COUNTS = st.integers(0, 4000)
_NUMBERS = strategies.numbers()
_DATES = st.sampled_from(("2022-07-03T12:05:15.000Z", "2022-07-03T12:05:15Z", "2021-02-30T10:00:00.5Z"))


def _common() -> dict[str, Any]:
    urls = st.sampled_from(("/page", "https://a.example", "Java\tscript:1", "mailto:a@b.example")) | _WORDS
    types = st.sampled_from(("web", "EXTERNAL", "UNDEFINED", "INTERNAL", "", None))
    link = {"text": _WORDS, "target": _WORDS | st.sampled_from(("_blank", "_self")), "type": types}
    return {
        "sortOrder": _NUMBERS,
        "title": _WORDS,
        "description": _WORDS,
        "link": st.fixed_dictionaries({"url": urls}, optional=link),
        "tags": _some(values=st.lists(_WORDS | st.just("_fileOrigin_uploaded"), max_size=2)),
    }


def _pictured(info: strategies.Values) -> strategies.Objects:
    settings = {
        "type": st.sampled_from(("WIX_MEDIA", None)),
        "focalPoint": _some(y=st.floats(0, 1), x=_NUMBERS) | st.just({"x": 0.5, "y": 0.5}),
        "exif": _some(Artist=_WORDS, ISO=_NUMBERS),
        "quality": st.integers(30, 100),
        "unsharpMasking": _some(radius=st.just(0.5), amount=st.just(0)),
    }
    return st.fixed_dictionaries({"imageInfo": info}, optional=settings)


def _filmed(info: strategies.Values) -> strategies.Objects:
    lengths = {"type": st.just("WIX_MEDIA"), "durationInMillis": _COUNTS, "duration": _COUNTS | st.just(0.5)}
    return st.fixed_dictionaries({"videoInfo": info}, optional=lengths)


def _objects() -> tuple[strategies.Objects, strategies.Objects]:
    """Pictures and clips of REST."""
    sized = {"id": _IDS, "filename": _NAMES, "width": _COUNTS, "height": _COUNTS}
    url = _IDS.map("https://static.wixstatic.com/media/".__add__)
    pictures = st.fixed_dictionaries(sized, optional={"url": url, "altText": _NAMES | _WORDS})
    posters = st.fixed_dictionaries(
        {key: sized[key] for key in ("id", "width", "height")}, optional={"url": url}
    )
    encodings = _some(url=_WORDS, height=_COUNTS, format=_WORDS, quality=_WORDS, filename=_WORDS)
    more = {"resolutions": st.lists(encodings, max_size=2), "url": url}
    clip = {"id": _IDS, "filename": _NAMES, "posters": st.lists(posters, max_size=5)}
    return pictures, st.fixed_dictionaries(clip, optional=more)


def usual_items(dialect: str) -> strategies.Objects:
    """Items of which the quick way takes many."""
    under = "_" if dialect == "velo" else ""
    texts = (
        _FILE.map(_PICTURE.format) | strategies.strict_images(),
        _FILE.map(_CLIP.format) | strategies.strict_videos(),
    )
    pictures, clips = texts if dialect == "velo" else _objects()
    html = _some(html=_WORDS | _HTML, css=_some(width=_COUNTS), editorHtml=_WORDS | _HTML)
    branches = {
        "IMAGE": ("image", _pictured(pictures)),
        "VIDEO": ("video", _filmed(clips)),
        "TEXT": ("text", html),
    }
    fields = _common() | {f"{under}createdDate": _DATES, f"{under}updatedDate": _DATES}
    ids = st.just(GUID) | strategies.ids()
    return st.one_of(
        st.fixed_dictionaries({f"{under}id": ids, "type": st.just(kind), key: branch}, optional=fields)
        for kind, (key, branch) in branches.items()
    )


@st.composite
def _spliced(draw: st.DrawFn, dialect: str) -> Any:
    """A usual item with one value of an unusual one, at any depth."""
    item, other = draw(usual_items(dialect)), draw(ITEMS[dialect]())
    into, from_ = item, other
    while key := draw(st.sampled_from([None, *from_])):
        deeper = isinstance(from_[key], dict) and isinstance(into.get(key), dict) and draw(st.booleans())
        if not deeper:
            into[key] = from_[key]
            break
        into, from_ = into[key], from_[key]
    return item


@st.composite
def _turned(draw: st.DrawFn, value: Any) -> Any:
    """The same value with the keys of its objects in another order."""
    if not isinstance(value, dict):
        return value
    keys = draw(st.permutations(list(value)))
    return {key: draw(_turned(value[key])) for key in keys}


@st.composite
def _doubled(draw: st.DrawFn, item: dict[str, Any]) -> bytes:
    """The line of *item* with one of its keys twice; the second counts."""
    key = draw(st.sampled_from(list(item)))
    first = draw(st.sampled_from((item[key], None, {}, 5, "first")))
    return written({key: first})[:-1] + b"," + written(item)[1:]


_HOLDERS = (
    ("link",),
    ("tags",),
    ("image",),
    ("image", "imageInfo"),
    ("video",),
    ("video", "videoInfo"),
    ("text",),
)
_KNOWN_ELSEWHERE = (
    *("id", "_id", "createdDate", "_createdDate", "src", "slug", "thumbnail", "alt", "settings", "name"),
    *("dataType", "mediaUrl", "photoMetadata", "metaData", "metadata", "itemId", "photoId", "orderIndex"),
    *("items", "item", "gallery", "galleries", "data", "entity", "createdEvent", "galleryId", "totalItems"),
    *("fileName", "isSecure", "width", "height", "html", "sortorder", "Title", "wixLinkData", "quality"),
    *("altText", "url", "posters", "duration", "x", "values", "__proto__"),
)
_VALUES = (
    st.sampled_from(
        (None, True, 5, 1.5, 10**20, "x", 'Say "x"', "", {}, [], {"a": {}}, {"entityId": "x"}, [[]])
    )
    | _WORDS
    | st.lists(_WORDS | st.integers(), max_size=3)
    | st.dictionaries(_WORDS, _WORDS | st.none(), max_size=2)
)


@st.composite
def _undeclared(draw: st.DrawFn, dialect: str) -> Any:
    """A usual item with keys in it that nobody declares, or somebody else does."""
    item = draw(usual_items(dialect))
    for _ in range(draw(st.integers(1, 3))):
        holders = [place for place in _HOLDERS if isinstance(_held(item, place), dict)]
        holder = _held(item, draw(st.sampled_from([(), *holders])))
        key = draw(st.sampled_from(_KNOWN_ELSEWHERE) | st.sampled_from(("priority", "é", 'a"b', "a/b~c")))
        at = draw(st.integers(0, len(holder)))
        pairs = [*holder.items()]
        holder.clear()
        holder.update([*pairs[:at], (key, draw(_VALUES)), *pairs[at:]])
    return item


def _held(item: dict[str, Any], place: tuple[str, ...]) -> Any:
    held: Any = item
    for step in place:
        held = held.get(step) if isinstance(held, dict) else None
    return held


def written(item: Any) -> bytes:
    """Write *item* as one line; halves of surrogate pairs become bytes that are no UTF-8."""
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")


def lines(dialect: str) -> strategies.SearchStrategy[bytes]:
    """Lines of every kind."""
    usual = usual_items(dialect)
    unusual = (
        usual.flatmap(_turned),
        _spliced(dialect),
        _undeclared(dialect),
        strategies.near_misses(f"{dialect}_items", usual),
        ITEMS[dialect](),
    )
    return st.one_of(usual.map(written), *(each.map(written) for each in unusual), usual.flatmap(_doubled))


@pytest.mark.parametrize("dialect", ITEMS)
@given(data=st.data())
def test_the_quick_way_says_what_the_usual_way_says(dialect: str, data: st.DataObject) -> None:
    """Value, report and counts of a line are the same both ways, byte for byte."""
    line = data.draw(lines(dialect))

    assert_alike(line, data.draw(st.sampled_from(("auto", dialect))))


class Poured:
    """What the quick way said of many lines, poured into it in blocks."""

    def __init__(self, *blocks: bytes) -> None:
        rows: list[bytes] = []
        lane = Lane("auto", lambda dialect, codes: True, ("items.ndjson", rows.append))
        self.values: list[Any] = []
        number = 1
        for data in blocks:
            for run in lane.convert(jsontext.Block(number, data)):
                self.values += [run] if isinstance(run, jsontext.Line) else run
            number += data.count(b"\n")
        self.report = b"".join(rows)
        self.tallies = {(each.dialect, each.codes, each.items, each.converted) for each in lane.tallies()}


@given(st.lists(st.sampled_from(tuple(ITEMS)).flatmap(lines) | st.sampled_from((b"", b" \r", b"{"))))
def test_a_line_is_converted_alike_whatever_stands_beside_it(drawn: list[bytes]) -> None:
    """Lines in one block have the values, rows and counts that each has in a block of its own."""
    ended = [line + b"\n" for line in drawn]

    together, apart = Poured(b"".join(ended)), Poured(*ended)

    assert apart.values == together.values
    assert apart.report == together.report
    assert apart.tallies == together.tallies


@pytest.mark.parametrize("dialect", ITEMS)
@given(data=st.data())
def test_keys_that_nobody_declares_are_dropped_as_usual(dialect: str, data: st.DataObject) -> None:
    """They are reported each at its place, or the line is left."""
    line = written(data.draw(_undeclared(dialect)))

    assert_alike(line, data.draw(st.sampled_from(("auto", dialect))))


def test_long_reports_are_written_in_pieces() -> None:
    """What many lines give is not held in memory until the last of them."""
    line, rows = written(_velo(**_IMAGE)), list[bytes]()
    lane = Lane("auto", lambda dialect, codes: True, ("items.ndjson", rows.append))

    (views,) = lane.convert(jsontext.Block(1, b"\n".join([line] * 50)))

    each = len(Lined(line, "auto").report.splitlines())
    assert 50 == len(views)
    assert len(rows) > 1
    assert 50 * each == len(b"".join(rows).splitlines())


# ---------------------------------------------------------------- what is taken

_INFO = {"id": "a~mv2.jpg", "filename": "a.jpg", "width": 8, "height": 6}
_POSTER = {"id": "p.jpg", "width": 8, "height": 6}
_VIDEO = {"id": "v_1", "filename": "a b.mp4", "posters": [_POSTER], "resolutions": [{"quality": "480p"}]}
_SETTINGS = {
    "focalPoint": {"x": 0.1, "y": 0.5},
    "exif": {"ISO": "100"},
    "quality": 90,
    "unsharpMasking": {"radius": 1},
}
_LENGTHS = {"durationInMillis": 5, "duration": 5}
_COMMON = {
    "sortOrder": 1,
    "description": "x" * 101,
    "link": {"url": "/a", "text": "Go", "target": "_self", "type": "INTERNAL"},
    "tags": {"values": ["slate"]},
}
_SHARED = ["L102", "L103", "L103", "L104", "L120", "L121", "L121", "L123"]
_DATE = "2022-07-03T12:05:15.000Z"


def _velo(**more: Any) -> dict[str, Any]:
    return {"_id": GUID, "_createdDate": _DATE, "_updatedDate": _DATE, **_COMMON, **more}


def _rest(**more: Any) -> dict[str, Any]:
    return {"id": "no-guid", "createdDate": _DATE, "updatedDate": _DATE, **_COMMON, **more}


def _picture(**more: Any) -> dict[str, Any]:
    return {"type": "IMAGE", "image": {"imageInfo": _INFO | more, **_SETTINGS}}


def _clip(**more: Any) -> dict[str, Any]:
    return {"type": "VIDEO", "video": {"videoInfo": _VIDEO | more, **_LENGTHS}}


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        (
            _velo(type="IMAGE", image={"imageInfo": _PICTURE.format("a.jpg"), **_SETTINGS}),
            [*_SHARED, "L117", "L118", "L119", "L119"],
        ),
        (
            _velo(
                type="VIDEO", video={"videoInfo": _CLIP.format("a.mp4"), "durationInMillis": 5, "duration": 5}
            ),
            [*_SHARED, "L116", "L116"],
        ),
        (_velo(type="TEXT", text={"html": "<p>Go</p>"}), ["L101"]),
        (_velo(type="TEXT"), ["L101"]),
        (
            _rest(**_picture(altText="A boat", url="https://a.example")),
            [*_SHARED, "I101", "L106", "L109", "L117", "L118", "L119", "L119"],
        ),
        (_rest(**_clip(url="https://a.example")), [*_SHARED, "I101", "L114", "L114", "L116", "L116"]),
        (
            _rest(**_clip(posters=[_POSTER] * 4)),
            [*_SHARED, "I101", "L112", "L112", "L112", "L114", "L116", "L116"],
        ),
        (_rest(type="TEXT", text={"html": "<p>Go</p>"}), ["L101"]),
    ],
)
def test_usual_items_are_taken(item: dict[str, Any], codes: list[str]) -> None:
    """The quick way takes what is usual, with all that is found in it."""
    line = written(item)

    (tally,) = Lined(line, "auto").tallies
    assert sorted(codes) == sorted(code for _, code in tally.codes)
    assert_alike(line, "auto")


@pytest.mark.parametrize(
    "words", ["é" * 300, 'x"' * 150, "x" * 197 + "é", "x" * 199, 'Say "ahoy"', "a\\b", "\x7f\u2028"]
)
def test_values_are_shown_as_usual(words: str) -> None:
    """Long values are cut, and quotes in quotes escaped twice, by both ways alike."""
    link = {"url": "/a", "text": words}
    line = written(_velo(**_IMAGE) | {"title": words, "link": link, "tags": {"values": [words]}})

    assert not Lined(line, "auto").refused
    assert_alike(line, "auto")


def test_orders_are_not_remembered_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items whose keys come in ever new orders cost no memory, and are reported in their own."""
    monkeypatch.setattr(_rows, "_ORDERS", 1)
    rows, item = _rows.Rows("velo", "items.ndjson", FOUND["velo"]), _velo(type="TEXT")

    written_rows = [
        b"".join(rows.write(7, [written(each)], [SORT_ORDER | TAGS]))
        for each in (item, dict(reversed(item.items())))
    ]

    assert [["L123", "L120"], ["L120", "L123"]] == [
        [json.loads(row)["code"] for row in each.splitlines()] for each in written_rows
    ]


def test_a_line_is_left_alone_while_examples_are_wanted() -> None:
    """Whoever still shows findings one by one gets them from the usual way."""
    lane, line = Lane("auto", lambda dialect, codes: not codes), written(_velo(type="TEXT"))

    assert [jsontext.Line(1, line)] == list(lane.convert(jsontext.Block(1, line + b"\n")))
    assert () == tuple(lane.tallies())


@pytest.mark.parametrize(
    ("item", "place", "expected"),
    [
        ("velo", "priority", "/priority"),
        ("velo", "image.owner", "/image/owner"),
        ("velo", "link.anchor", "/link/anchor"),
        ("rest", "tags.count", "/tags/count"),
        ("rest", "image.imageInfo.isSecured", "/image/imageInfo/isSecured"),
    ],
)
@pytest.mark.parametrize("value", [None, {"x": None}, [], "x", 5, ["x"], {"x": 5}])
def test_undeclared_keys_are_taken(item: str, place: str, expected: str, value: Any) -> None:
    """A key that nobody declares is no reason to leave an item, whatever it holds."""
    usual = _velo(**_IMAGE) if item == "velo" else _rest(**_picture())
    line = written(_changed(usual, place, value))

    quick = Lined(line, "auto")
    told = {row["pointer"] for row in map(json.loads, quick.report.splitlines())}
    assert not quick.refused
    assert (expected in told) is (value not in (None, {"x": None}, []))
    assert_alike(line, "auto")


def test_a_key_that_needs_escapes_keeps_no_other_from_being_taken() -> None:
    """It has no slot itself, which is nobody else's trouble."""
    lines = [written({**_velo(**_IMAGE), key: 1}) for key in ('a"b', "priority")]

    poured = Poured(*lines)

    assert [True, False] == [isinstance(value, jsontext.Line) for value in poured.values]


@pytest.mark.parametrize("most", ["MOST", "_ASKED"])
def test_only_so_many_undeclared_keys_are_taken(most: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who makes up a new key for every item gets the usual way."""
    monkeypatch.setattr(_undeclared_keys, most, 2)
    lines = [written({**_velo(**_IMAGE), f"key{index}": 1}) for index in range(4)]

    poured = Poured(*lines)

    assert [False, False, True, True] == [isinstance(value, jsontext.Line) for value in poured.values]


def _changed(item: dict[str, Any], place: str, value: Any) -> dict[str, Any]:
    """A copy of *item* with *value* at a dotted place."""
    key, _, rest = place.partition(".")
    return item | {key: _changed(item[key], rest, value) if rest else value}


_IMAGE = {"type": "IMAGE", "image": {"imageInfo": _PICTURE.format("a.jpg")}}
_FILM = {"type": "VIDEO", "video": {"videoInfo": _CLIP.format("a.mp4")}}


@pytest.mark.parametrize(
    ("item", "place", "value"),
    [
        *((_velo(**_IMAGE), place, value) for place, value in (
            ("image", None), ("video", {}), ("text", {}), ("image.imageInfo", "https://a.example"),
            ("image.imageInfo", None), ("_id", ""), ("_createdDate", "2022-07-03"), ("_updatedDate", ""),
            ("link.url", "undefined"), ("link.url", None), ("link.url", "javascript:1"),
            ("title", 5), ("type", None),
            ("secondaryMedia", {}), ("sortOrder", "1"),
        )),
        *((_velo(**_FILM), place, value) for place, value in (
            ("video", None), ("image", {}), ("text", {}), ("video.videoInfo", None),
            ("video.videoInfo", "wix:video://v1/a"), ("video.type", "YOUTUBE"),
        )),
        *((_velo(type="TEXT", text={}), place, value) for place, value in (
            ("image", {}), ("video", {}), ("_id", None), ("_createdDate", "today"), ("type", None),
            ("text.html", "<p onclick=x>"), ("text.editorHtml", "<script>"), ("text.html", 5),
        )),
        *((_rest(**_picture()), place, value) for place, value in (
            ("image", None), ("image.imageInfo", None), ("image.imageInfo.id", "a b"),
            ("image.imageInfo.width", 0), ("image.imageInfo.filename", ""), ("video", {}), ("text", {}),
        )),
        *((_rest(**_clip()), place, value) for place, value in (
            ("video", None), ("video.videoInfo", None), ("video.videoInfo.id", "a/b"), ("image", {}),
            ("video.videoInfo.posters", []), ("video.videoInfo.posters", [_POSTER] * 5),
            ("video.videoInfo.posters", [{"id": "p.jpg"}]), ("text", {}),
            ("video.videoInfo.posters", [_POSTER | {"altText": "A boat"}]),
            ("video.videoInfo.posters", [_POSTER | {"url": "https://a.example"}]),
        )),
        (_changed(_rest(**_clip()), "video.videoInfo.resolutions", []), "video.videoInfo.url", "https://a.example"),
    ],
)  # fmt: skip
def test_unusual_items_are_left(item: dict[str, Any], place: str, value: Any) -> None:
    """What the quick way is not certain of goes the usual way."""
    assert not Lined(written(item), "auto").refused

    assert Lined(written(_changed(item, place, value)), "auto").refused


@pytest.mark.parametrize(
    "name", ["Beach Huts.jpg", "Größe.jpg", "漢字.jpg", "😀.jpg", "a'(b)!.jpg", "\x7f%.jpg"]
)
def test_names_of_any_script_are_taken(name: str) -> None:
    """Names are read as ``encodeURIComponent`` spells them, and written so."""
    text = written(
        _velo(**_changed(_IMAGE, "image.imageInfo", _PICTURE.format(media.encode_component(name))))
    )
    built = written(_rest(**_picture(filename=name)))

    for line in (text, built):
        assert not Lined(line, "auto").refused
        assert_alike(line, "auto")


@pytest.mark.parametrize(
    "spelled", ["%E0%A4%A", "%C0%80", "%ED%A0%80", "%F5%80%80%80", "%c3%a9", "%", "é", ""]
)
def test_names_that_are_spelled_otherwise_are_left(spelled: str) -> None:
    """What is no UTF-8, or is spelled as nobody spells it, is looked at with care."""
    line = written(_velo(**_changed(_IMAGE, "image.imageInfo", _PICTURE.format(spelled))))

    assert Lined(line, "auto").refused


@pytest.mark.parametrize("html", ["<p>Go</p>", '<a href="/b">Go</a>', "a < b", "<!-- <script> -->"])
def test_texts_that_run_nothing_are_taken(html: str) -> None:
    """Markup is looked at, and nothing is said of it if there is no code in it."""
    line = written(_velo(type="TEXT", text={"html": html}))

    assert not Lined(line, "auto").refused
    assert_alike(line, "auto")


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({"focalPoint": {"x": 0.5, "y": 0.5}}, []),
        ({"focalPoint": {}}, []),
        ({"focalPoint": {"x": 1e-7, "y": None}}, ["L117"]),
        ({"focalPoint": {"x": 0, "y": 0.00012}}, ["L117"]),
        ({"focalPoint": {"x": 0.5}}, ["L117"]),
        ({"exif": {}, "quality": None, "unsharpMasking": {}}, []),
        ({"unsharpMasking": {"threshold": 0}}, ["L119"]),
    ],
)
def test_settings_that_say_nothing_are_no_loss(settings: dict[str, Any], codes: list[str]) -> None:
    """A focal point in the middle is what a page does anyway; empty objects hold nothing."""
    item = {"_id": GUID, "type": "IMAGE", "image": {"imageInfo": _PICTURE.format("a.jpg"), **settings}}

    (tally,) = Lined(written(item), "auto").tallies

    assert codes == [code for _, code in tally.codes]
    assert_alike(written(item), "auto")


#: What the quick way finds, and what it leaves to the usual way or knows not to be there.
_FOUND = {each.rule for found in FOUND.values() for each in found}
_LEFT = {
    *(
        "media-missing",
        "unsupported-media",
        "malformed-uri",
        "date-invalid",
        "legacy-uri",
        "filename-missing",
    ),
    *("dimensions-missing", "sort-order-text", "type-mismatch", "type-inferred", "link-url-missing"),
    *("misspelt-key", "focal-point-outside", "video-search-page", "unsafe-link", "unsafe-html"),
    *("alt-text-as-filename", "external-image-details-dropped", "external-video-details-dropped"),
    *(
        "poster-dropped",
        "address-part-dropped",
        "thumbnail-dropped",
        "unknown-field-dropped",
        "secondary-media-dropped",
    ),
}


@pytest.mark.parametrize("dialect", ITEMS)
def test_every_rule_is_thought_of(dialect: str) -> None:
    """A rule that comes to this conversion has to come to the quick way, too: found there, or left."""
    source, target = DIALECTS[dialect], DIALECTS["frontend"]

    looking = {name for name, _ in item_checks(source, target)}
    losing = {loss.rule for loss in target.item.losses}
    assert looking | losing <= _FOUND | _LEFT
