"""Items as people have them, and small changes of them: what compiled conversions are held to."""

import copy
import json
import re
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import unquote

GUID: Final = "6a5a4d2e-2a54-4c1b-9d8e-3f1f0c9b7a11"
_DATE: Final = "2022-07-03T12:05:15.000Z"
_CDN: Final = "https://static.wixstatic.com/media/"
_WEB: Final = "https://www.youtube.com/watch?v=dbg3gfheBBc"
_SIZE: Final = {"width": 8, "height": 6}
_FILE: Final = {"id": "3f9c21_5d0e~mv2.jpg", "url": f"{_CDN}3f9c21_5d0e~mv2.jpg", **_SIZE}
_POSTERS: Final = [{"id": f"p{n}.jpg", "url": f"{_CDN}p{n}.jpg", **_SIZE, "filename": "p"} for n in range(3)]
_ENCODING: Final = {"url": _WEB, "height": 0, "width": 0, "format": "Youtube"}
_TEXT: Final = {
    "html": "<p>Boats</p>",
    "css": {"backgroundColor": "red", "width": 300, "lines": ["a", {"b": 0.5}]},
    "editorHtml": "<p>Boats</p>",
    "editorFontId": "x",
}
_SETTINGS: Final = {
    "type": "WIX_MEDIA",
    "focalPoint": {"x": 0.1, "y": 0.5},
    "exif": {"ISO": "100", "more": {"a": [1]}},
    "quality": 90,
    "unsharpMasking": {"amount": 0.5, "radius": 1.2, "threshold": 0.1},
}
_COMMON: Final = {
    "sortOrder": 1657000000.985,
    "title": "Größe 😀",
    "description": "Boats " * 20,
    "link": {"url": "/boats", "text": "Boats", "target": "_blank", "type": "EXTERNAL"},
    "tags": {"values": ["boats", "_fileOrigin_uploaded"]},
}


def _media(dialect: str) -> list[tuple[str, Any]]:
    """The media of items by branch."""
    if dialect == "rest":
        clip = {"id": "v_1", "filename": "a b.mp4", "url": f"{_CDN}x", "resolutions": [{"quality": "480p"}]}
        return [
            ("image", _FILE | {"filename": "Größe 1.jpg", "altText": "A boat"}),
            ("image", _FILE),
            ("image", {"url": "https://a.example/p.jpg", **_SIZE}),
            ("video", clip | {"posters": _POSTERS}),
            ("video", {"id": "v_1"}),
            ("video", {"url": _WEB, "resolutions": [_ENCODING], "posters": [{"url": _WEB, **_SIZE}]}),
        ]
    size = "#originWidth=8&originHeight=6"
    poster = "#posterUri=p.jpg&posterWidth=8&posterHeight=6"
    return [
        ("image", f"wix:image://v1/3f9c21_5d0e~mv2.jpg/Gr%C3%B6%C3%9Fe%201.jpg{size}"),
        ("image", f"wix:image://v1/3f9c21_5d0e~mv2.jpg/a.jpg{size}&watermark=a_b-wm"),
        ("image", f"wix:image://v1/3f9c21_5d0e~mv2.jpg/{size}"),
        ("image", "https://a.example/p.jpg"),
        ("image", "image://v1/3f9c21_5d0e~mv2.jpg/8_6/a b.jpg"),
        ("image", f"wix:image://v1/3f9c21_5d0e~mv2.jpg/a.jpg/{size}"),
        ("image", f"wix:image://v1/3f9c21_5d0e~mv2.jpg/a b.jpg{size}"),
        ("video", f"wix:video://v1/3f9c21_5d0e/a%20b.mp4{poster}"),
        ("video", f"video://v1/3f9c21_5d0e/a b.mp4/{poster}"),
        ("video", "wix:video://v1/3f9c21_5d0e/a.mp4"),
        ("video", _WEB),
    ]


def _backend(dialect: str) -> list[dict[str, Any]]:
    under = "_" if dialect == "velo" else ""
    rich = {f"{under}id": GUID, f"{under}createdDate": _DATE, f"{under}updatedDate": _DATE, **_COMMON}
    poor = {
        f"{under}id": GUID,
        f"{under}createdDate": "2022-07-03T12:05:15Z",
        f"{under}updatedDate": "2022-07-03T12:05:15.5Z",
        "title": None,
        "description": "",
        "tags": {},
        "link": {"url": "https://a.example"},
    }
    items = []
    for branch, info in _media(dialect):
        more = _SETTINGS if branch == "image" else {"durationInMillis": 5, "duration": 5}
        items.append({**rich, "type": branch.upper(), branch: {f"{branch}Info": info, **more}})
        items.append({**poor, "type": branch.upper(), branch: {f"{branch}Info": info}})
    texts = [{**rich, "type": "TEXT", "text": _TEXT}, {**poor, "type": "TEXT", "text": {"html": "Go"}}]
    untyped = [{key: value for key, value in item.items() if key != "type"} for item in items[::3]]
    return [*items, *texts, *untyped]


def _page() -> list[dict[str, Any]]:
    rich = {"slug": GUID, "title": "Boats", "description": "Boats", "link": "/boats"}
    return [
        item
        for kind, src in _media("frontend")
        for item in (
            {**rich, "type": kind, "src": src},
            {"type": kind, "slug": "boats", "src": src},
            {"src": src},
        )
    ]


def _cms() -> list[dict[str, Any]]:
    """Entries of a CMS field, and the media of Stores products."""
    items = []
    for kind, src in _media("frontend"):
        entry = as_cms({"title": "Boats", "description": "", "type": kind, "src": src})
        id = entry["slug"]
        items += [entry, {**entry, "settings": {}, "alt": "A boat"}]
        items.append({"type": kind.title(), "src": src, "id": id, "title": "", "description": "Boats"})
        items.append({"type": kind, "src": src, "id": id, "title": "Boats", "link": "undefined"})
    point, clip = (
        {"focalPoint": {"x": 0.1, "y": 0.5}},
        next(each for each in items if each["type"] == "video"),
    )
    thumbnails = [f"{_CDN}p.jpg", "wix:image://v1/p.jpg/p.jpg#originWidth=8&originHeight=6"]
    shown = [{**clip, "thumbnail": thumbnail} for thumbnail in thumbnails]
    return [*items, *shown, items[0] | {"settings": point}, items[0] | {"fileName": "other.jpg"}]


def as_cms(item: dict[str, Any]) -> dict[str, Any]:
    """Return the *item* of a page as a field of the CMS keeps it."""
    src, inside = item["src"], item["src"].startswith("wix:")
    name = src.partition("#")[0].rpartition("/")[2] if inside else ""
    sized = re.search("originWidth=([0-9]+)&originHeight=([0-9]+)", src)
    settings = {"width": int(sized[1]), "height": int(sized[2])} if sized else {}
    slug = src.split("/")[3] if inside else "3f9c21_5d0e~mv2.jpg"
    return item | {"slug": slug, "alt": "", "fileName": unquote(name), "settings": settings}


def _legacy() -> list[dict[str, Any]]:
    """Items of early version 2, and of version 1."""
    items = [as_legacy(item) for item in _backend("rest") if "type" in item]
    photo = next(each for each in items if each.get("photoMetadata"))
    bare = {"dataType": "PHOTO", "mediaUrl": "3f9c21_5d0e8a7b6c4f~mv2.jpg", "tags": {}, "fileName": "a.jpg"}
    return [
        *items,
        *map(_as_first, items),
        bare,
        {**photo, "photoMetadata": {}, "link": {"calculatedUrl": "/x"}},
    ]


def as_legacy(item: dict[str, Any]) -> dict[str, Any]:
    """Return the *item* of the REST API as early version 2 of it has it."""
    kind = item["type"]
    branch = dict(item[kind.lower()])
    rest = {key: value for key, value in item.items() if key not in ("type", "tags", kind.lower())}
    held = {"PHOTO" if kind == "IMAGE" else kind: branch}
    medium = branch.pop(f"{kind.lower()}Info", {})
    sizes = {key: medium[key] for key in ("width", "height") if key in medium}
    names = {new: medium[key] for new, key in (("fileName", "filename"), ("alt", "altText")) if key in medium}
    more = {key: medium[key] for key in ("resolutions", "posters") if key in medium}
    more |= {"posters": [_plain_poster(each) for each in more["posters"]]} if "posters" in more else {}
    address = medium.get("url") or ""
    if kind == "VIDEO" and "id" in medium:
        address = f"https://video.wixstatic.com/video/{medium['id']}/480p/mp4/file.mp4"
    ((word, branch),) = held.items()
    tags = {"tags": {"tags": item["tags"]["values"]} if item.get("tags") else {}}
    name = {"IMAGE": "photoMetadata", "VIDEO": "videoMetadata", "TEXT": "textMetadata"}[kind]
    media = {"mediaUrl": address} if address else {}
    return {**rest, **media, **names, **tags, "dataType": word, name: {**branch, **sizes, **more}}


def _plain_poster(poster: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in poster.items() if key != "filename"}


def _as_first(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item of early version 2 as version 1 has it."""
    new = {"sortOrder": "orderIndex", "fileName": "name"}
    first = {new.get(key, key): value for key, value in item.items() if key not in ("alt", "id")}
    text, video = first.get("textMetadata", {}), first.get("videoMetadata", {})
    if "css" in text:
        first["textMetadata"] = {"style" if key == "css" else key: value for key, value in text.items()}
    if "youtube" in first.get("mediaUrl", ""):
        first["videoMetadata"] = {**video, "source": "Youtube"}
    words = {"dataType": first["dataType"].title(), "mediaOwner": "Undefined", "isSecure": False}
    return {**first, **words, "tags": first["tags"].get("tags", [])}


def _component() -> list[dict[str, Any]]:
    """Items of the component as it documents them, as Wix's servers give them, and as they are written."""
    link = {"url": "https://a.example", "text": "Boats", "target": "_blank", "type": "web"}
    sharp = {"L": {"quality": 90, "overrideQuality": True, "usm": {"usm_a": 0.5, "usm_r": 1.2, "usm_t": 0.1}}}
    sized, said = {"width": 800, "height": 600}, {"title": "Größe 😀", "description": "Boats " * 20}
    rich = {**said, "fileName": "Größe 1.jpg", "alt": "A boat", "tags": ["boats"], "link": link}
    wix, web, bare = (
        f"{_CDN}{_FILE['id']}",
        "https://a.example/p.jpg",
        "3f9c21_5d0e8a7b6c4f5d0e8a7b6c4f5d0e8a7b.jpg",
    )
    settings = {"focalPoint": [0.1, 0.5], "exif": {"ISO": "100"}, "sharpParams": sharp}
    clip = "https://video.wixstatic.com/video/3f9c21_5d0e/720p/mp4/file.mp4"
    posters = [{"url": f"{_CDN}p{number}.jpg", **sized} for number in range(3)]
    encodings = [{"quality": "720p", "width": 1280, "height": 720, "formats": ["mp4", "webm"]}]
    page = {"videoUrl": _WEB, "isExternal": True}
    named = {"itemId": GUID, "orderIndex": 1657000000.985}
    html = "<p>Boats</p>"
    held: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"mediaUrl": wix}, {"type": "image", **sized, **rich, **settings}),
        (
            {"mediaUrl": wix},
            {"type": "image", **sized, "title": "", "link": {"target": "_blank", "type": "none"}},
        ),
        ({"mediaUrl": web}, {"type": "image", **sized, "title": "Boats", "focalPoint": [0, 0]}),
        ({"mediaUrl": bare}, {"type": "image", "fileName": "a.jpg", **sized}),
        ({"mediaUrl": wix}, {**sized, "lastModified": 1445857821, "name": "Boats", "description": "Boats"}),
        ({"mediaUrl": clip}, {"type": "video", **sized, "fileName": "a b.mp4", "duration": 14914, **said}),
        ({"mediaUrl": clip}, {"type": "video", **sized, "poster": posters[0], "duration": 16766}),
        (
            {"mediaUrl": clip},
            {"type": "video", **sized, "qualities": encodings, "posters": posters, "poster": posters[1]},
        ),
        ({"mediaUrl": _WEB}, {"type": "video", **page, "title": "Boats"}),
        (
            {"html": html},
            {"type": "text", "html": html, "backgroundColor": "pink", **sized, "title": "Boats"},
        ),
        ({"html": html}, {"type": "text", **sized, "textStyle": {"backgroundColor": "red"}}),
    ]
    items = [{**named, **outer, "metaData": metadata} for outer, metadata in held]
    renamed = {"mediaUrl": "url", "metaData": "metadata", "itemId": "photoId"}
    return [*items, *({renamed.get(key, key): value for key, value in item.items()} for item in items)]


_MAKERS: Final = {"frontend": _page, "cms": _cms, "rest-legacy": _legacy, "component": _component}


def items(dialect: str) -> list[dict[str, Any]]:
    """Return items of *dialect* as people have them: nothing about them is unusual."""
    made = _MAKERS[dialect]() if dialect in _MAKERS else _backend(dialect)
    return [json.loads(json.dumps(item)) for item in made]


def corpus(root: Path) -> list[Any]:
    """Return every object that stands in the documents below *root*, at any depth."""
    found: list[Any] = []
    for path in sorted(root.rglob("*.json")):
        try:
            found += _objects(json.loads(path.read_bytes()))
        except ValueError:
            continue
    return found


def _objects(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) else []
    return own + [each for one in inner for each in _objects(one)]


_VALUES: Final[tuple[Any, ...]] = (
    None, "", 0, 1, 5, -1, 0.5, 1.5, 101, True, 10**20, 1e30, "x", "12", "é" * 120, "x" * 101, [], {}, ["a"],
    {"a": 1}, {"a": {}}, {"a": None}, {"id": 1}, [None], "undefined", "javascript:1",
    "https://a.example/p.jpg",
    " https://a.example/x", "HTTP://a.example/x", "https:a.example", "//x", f"{_CDN}p.jpg", "IMAGE", "VIDEO",
    "TEXT", "UNDEFINED", "video", "image", "Image", "WIX_MEDIA", "EXTERNAL", "YOUTUBE", "INTERNAL",
    "web", "_self",
    "2024-02-30T10:00:00.000Z", "2024-03-30T10:00:00Z", "2024-03-30T10:00:00.123456Z",
    "0000-01-01T00:00:00.000Z",
    "wix:image://v1/a~mv2.jpg/a%20b.jpg#originWidth=1&originHeight=2", "wix:image://v1/a~mv2.jpg/x",
    "wix:image://v1/a~mv2.jpg/#originWidth=1&originHeight=2", "image://v1/a/8_6/x.jpg",
    "wix:image://v1/a/n.jpg#originWidth=0&originHeight=2", "wix:video://v1/a/n.mp4",
    "wix:video://v1/a/n.mp4#posterUri=p.jpg&posterWidth=3&posterHeight=0", "https://youtu.be/abcdefghijk",
    "https://youtube.com/", "https://vimeo.com/123456", "<p>x</p>", "<script>", GUID.upper(),
    "a.jpg", "p.jpg",
    "_tag", "\ud800", "null", float("nan"), float("inf"), "NaN",
)  # fmt: skip
_KEYS: Final = (
    "owner", "isSecured", "Title", "id", "_id", "slug", "src", "createdDate", "_createdDate",
    "itemId", "mediaUrl",
    "metaData", "text", "url", "name", "items", 'key with "', "weird~/", "alt", "settings",
    "dataType", "type",
    "extra1", "extra2", "sortorder", "rel", "extra", "kind",
    "fileName", "orderIndex", "html", "thumbnail", "width",
)  # fmt: skip


def changed(item: Any, chance: Random) -> Any:
    """Return a copy of *item* with one to three small changes."""
    item = copy.deepcopy(item)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _change(item, chance)
    return item


def put(item: Any, place: tuple[Any, ...], value: Any) -> Any:
    """Return *item* with *value* at *place*."""
    other = copy.deepcopy(item)
    held = other
    for step in place[:-1]:
        held = held[step]
    held[place[-1]] = value
    return other


def _change(item: Any, chance: Random) -> None:
    place = chance.choice(list(places(item)))
    held, holder = item, item
    for step in place:
        holder, held = held, held[step]
    what = chance.random()
    if isinstance(held, dict) and (what < 0.2 or not place):
        held[chance.choice(_KEYS)] = copy.deepcopy(chance.choice(_VALUES))
    elif isinstance(held, dict) and what < 0.3:
        pairs = list(held.items())
        chance.shuffle(pairs)
        held.clear()
        held.update(pairs)
    elif place and what < 0.45:
        del holder[place[-1]]
    elif place:
        holder[place[-1]] = copy.deepcopy(chance.choice(_VALUES))


def places(value: Any, at: tuple[Any, ...] = ()) -> Any:
    """Yield the places of *value* and of all that it holds."""
    yield at
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*at, step))
