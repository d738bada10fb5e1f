"""``rest-legacy``: items and galleries of the REST API before today's form; only read.

Source: the REST reference of July 2021 (version 1) and of October 2021 (early version 2), and
examples that today's reference still prints. Each item has one address for its medium, and an
object of metadata for its kind.
"""

from typing import Any, Final

import attrs

from gallery_lens.dialects._backend import (
    LINK_ROWS,
    READS,
    VIDEO_TYPE,
    contradiction,
    gallery_rows,
    image_rows,
    text_rows,
)
from gallery_lens.dialects._codecs import (
    BOOLEAN,
    DATE,
    DURATION,
    FREE,
    MILLISECONDS,
    NAMING,
    OBJECT,
    SIZE,
    SORT_ORDER,
    STYLE,
    TEXT,
    TEXTS,
    WORDS,
    checked,
    list_of,
    whole,
)
from gallery_lens.dialects._marks import ADDRESS, is_component, is_legacy
from gallery_lens.dialects._mending import as_type, unsupported
from gallery_lens.dialects.addresses import clip_at, is_clip, named_poster, picture_at
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.normalizing import Alias, Making, Normalized, Normalizer
from gallery_lens.dialects.rows import Codec, Refused, RefusedItem, Row, Takes
from gallery_lens.dialects.table import Table
from gallery_lens.model import Family, Gallery, Item, Kind, Poster, Resolution, branches
from gallery_lens.places import Place, value_at

_KINDS: Final = {"PHOTO": "IMAGE", "UNDEFINED": "UNDEFINED"} | {kind.value: kind.value for kind in Kind}
_METADATA: Final = {
    Kind.IMAGE: "photoMetadata",
    Kind.VIDEO: "videoMetadata",
    Kind.TEXT: "textMetadata",
}
#: The words of version 1 for where a video is kept; Custom says nothing that today's words do.
_SOURCES: Final = ("UNDEFINED", "YOUTUBE", "VIMEO")
_PAGES: Final = {"YOUTUBE": "https://www.youtube.com/watch?v=", "VIMEO": "https://vimeo.com/"}


def _spellings(*words: str) -> tuple[str, ...]:
    return tuple(spelling for word in words for spelling in (word, word.title(), word.lower()))


def video_type(source: Any) -> str | None:
    """Return the type of a video whose source is one of today's types, too."""
    word = source.upper() if isinstance(source, str) and source.isascii() else None
    return word if word in _SOURCES else None


def _word(expected: str, *words: str) -> Any:
    """Make a lift that takes one of *words* in any case, or null."""

    def structure(value: Any) -> Any:
        if value is None or (isinstance(value, str) and value.isascii() and value.upper() in words):
            return value
        raise Refused(expected)

    return structure


def _type(value: Any) -> str:
    if not isinstance(value, str) or not value.isascii() or value.upper() not in _KINDS:
        raise Refused("PHOTO, IMAGE, VIDEO, TEXT or UNDEFINED, in any case")
    return _KINDS[value.upper()]


def _urls(value: Any) -> Any:
    for key, inner in FREE.structure(value).items() if value is not None else ():
        if not isinstance(inner, str):
            raise Refused("a string", (key,))
    return value


def _posters(value: Any) -> Any:
    structured = _POSTERS.structure(value)
    return None if structured is None else tuple(map(named_poster, structured))


def _resolutions(value: Any) -> Any:
    """Read encodings; one that lists an address for each format becomes one for each."""
    structured = _RESOLUTIONS.structure(value)
    return None if structured is None else tuple(one for each in structured for one in _by_format(each))


def _by_format(resolution: Resolution) -> list[Resolution]:
    rest = dict(resolution.extra)
    urls = rest.pop("urls", None) or {}
    if not resolution.quality:
        resolution = attrs.evolve(resolution, quality=rest.pop("videoMode", resolution.quality))
    if not urls:
        return [attrs.evolve(resolution, extra=rest)]
    return [attrs.evolve(resolution, format=key, url=url, extra=rest) for key, url in urls.items()]


def _split(wires: list[Any]) -> list[Any]:
    """Give each address an element of its own."""
    return [one for wire in wires for one in _each_address(wire)]


def _each_address(wire: Any) -> list[Any]:
    urls = wire.get("urls") if isinstance(wire, dict) else None
    if not urls or not isinstance(urls, dict):
        return [wire]
    return [{**wire, "urls": {name: url}} for name, url in urls.items()]


def _in_split(wires: list[Any], below: Place) -> Place:
    """Return where the value at *below* stands among the elements that each have one address."""
    index, *steps = below
    if not isinstance(index, int) or not steps:
        return below
    first = sum(len(_each_address(wire)) for wire in wires[:index])
    match steps:
        case ["urls", name]:
            return (first + [*wires[index]["urls"]].index(name), "url")
        case ["videoMode"] if not wires[index].get("quality"):
            return (first, "quality")
    return (first, *steps)


def _known(wire: str, codec: Codec) -> Row:
    """A key that nothing else has a place for."""
    return Row("", wire, codec, takes=Takes.SAME)


TYPE: Final = Codec(
    _type,
    shape=("choice", *_spellings("PHOTO", *Kind)),
    how="spelling",
    mend=as_type,
    tell=unsupported("PHOTO, IMAGE, VIDEO, TEXT and UNDEFINED, in any case"),
)
_SIZES: Final = (Row("width", "width", SIZE), Row("height", "height", SIZE))
POSTER: Final = Table(
    model=Poster,
    family=Family.BACKEND,
    rows=(
        Row("id", "id", NAMING),
        Row("url", "url", NAMING),
        *_SIZES,
        _known("default", BOOLEAN),
        _known("focalPoint", FREE),
    ),
)
RESOLUTION: Final = Table(
    model=Resolution,
    family=Family.BACKEND,
    rows=(
        Row("url", "url", NAMING),
        *_SIZES,
        Row("format", "format", TEXT),
        Row("quality", "quality", TEXT),
        Row("filename", "filename", TEXT),
        _known("videoMode", TEXT),
        _known("urls", Codec(_urls)),
    ),
)
_POSTERS: Final = list_of(POSTER)
_RESOLUTIONS: Final = list_of(RESOLUTION)

ITEM: Final = Table(
    model=Item,
    family=Family.BACKEND,
    rows=(
        Row("id", "id", NAMING),
        Row("created_date", "createdDate", DATE),
        Row("updated_date", "updatedDate", DATE),
        Row("sort_order", "sortOrder", SORT_ORDER),
        _known("orderIndex", SORT_ORDER),
        Row("title", "title", WORDS),
        Row("description", "description", WORDS),
        *LINK_ROWS,
        _known("link.calculatedUrl", TEXT),
        Row("type", "dataType", TYPE),
        # The medium, by the kind of item; texts have none.
        _known("mediaUrl", NAMING),
        _known("fileName", TEXT),
        _known("alt", TEXT),
        _known("name", TEXT),
        *image_rows(
            "image",
            "photoMetadata",
            picture=(
                Row(
                    "image.picture",
                    "mediaUrl",
                    Codec(picture_at, shape=("address",), expands=True),
                    kind=Kind.IMAGE,
                ),
                Row("image.picture.filename", "fileName", TEXT, kind=Kind.IMAGE),
                Row("image.picture.alt_text", "alt", TEXT, kind=Kind.IMAGE),
                Row("image.picture.width", "photoMetadata.width", SIZE),
                Row("image.picture.height", "photoMetadata.height", SIZE),
            ),
        ),
        Row("video", "videoMetadata", OBJECT),
        Row("video.type", "videoMetadata.type", VIDEO_TYPE),
        _known(
            "videoMetadata.source",
            Codec(
                _word("Undefined, Youtube, Vimeo or Custom", *_SOURCES, "CUSTOM"),
                shape=("choice", *_spellings(*_SOURCES, "CUSTOM")),
            ),
        ),
        Row("video.clip", "mediaUrl", Codec(clip_at, shape=("address",), expands=True), kind=Kind.VIDEO),
        Row("video.clip.filename", "fileName", TEXT, kind=Kind.VIDEO),
        Row(
            "video.clip.resolutions",
            "videoMetadata.resolutions",
            Codec(_resolutions, shape=("list", None, RESOLUTION), split=_split, leads=_in_split),
        ),
        Row(
            "video.clip.posters", "videoMetadata.posters", Codec(_posters, shape=_POSTERS.shape, table=POSTER)
        ),
        Row("video.duration_in_millis", "videoMetadata.durationInMillis", MILLISECONDS),
        Row("video.duration", "videoMetadata.duration", DURATION),
        _known("videoMetadata.externalId", TEXT),
        _known("videoMetadata.width", SIZE),
        _known("videoMetadata.height", SIZE),
        *text_rows("text", "textMetadata"),
        _known("textMetadata.style", STYLE),
        Row(
            "tags",
            "tags",
            checked(
                "an array of strings, an object, or null", lambda value: False, shape=("wrapped", "tags")
            ),
        ),
        Row("tags.values", "tags.tags", TEXTS),
        _known("mediaOwner", TEXT),
        _known("isSecure", BOOLEAN),
    ),
)

GALLERY: Final = Table(
    model=Gallery,
    family=Family.BACKEND,
    rows=(
        *gallery_rows(""),
        _known("orderIndex", SORT_ORDER),
        _known("totalItemsCount", whole()),
        _known("created", DATE),
        _known("state", TEXT),
        _known("compId", TEXT),
    ),
)


def kind_of_wire(wire: dict[str, Any]) -> Kind | None:
    """Return the kind of an item: the one it names, else that of its metadata, else of its address."""
    named = wire.get("dataType")
    word = _KINDS.get(named.upper()) if isinstance(named, str) and named.isascii() else None
    if word in tuple(Kind):
        return Kind(word)
    held = (kind for kind, key in _METADATA.items() if isinstance(wire.get(key), dict))
    by_address = (Kind.VIDEO if is_clip(wire[ADDRESS]) else Kind.IMAGE) if wire.get(ADDRESS) else None
    return next(held, by_address)


#: The keys of early version 2, each with that of version 1.
ALIASES: Final = (
    Alias(("sortOrder",), (("orderIndex",),)),
    Alias(("fileName",), (("name",),)),
    Alias(("link", "url"), (("link", "calculatedUrl"),)),
    Alias(("textMetadata", "css"), (("textMetadata", "style"),)),
)


def settle(wire: dict[str, Any]) -> Normalized:
    """Give an item the keys of early version 2, and a type and address from what version 1 says."""
    found = Normalizer(wire)
    found.follow(ALIASES)
    source = value_at(found.wire, ("videoMetadata", "source"))
    word = video_type(source)
    if word is not None and value_at(found.wire, ("videoMetadata", "type")) is None:
        found.remove(("videoMetadata", "source"))
        found.put(("videoMetadata", "type"), word, ("videoMetadata", "source"))
    external = value_at(found.wire, ("videoMetadata", "externalId"))
    if word in _PAGES and isinstance(external, str) and external and not found.wire.get(ADDRESS):
        found.remove(("videoMetadata", "externalId"))
        found.put((ADDRESS,), _PAGES[str(word)] + external, ("videoMetadata", "externalId"))
    tags = wire.get("tags")
    if tags == {}:
        found.remove(("tags",))
    elif isinstance(tags, list):
        found.put(("tags", "tags"), tags, ("tags",))
    return found.settled


def settle_gallery(wire: dict[str, Any]) -> Normalized:
    """Give a gallery the keys of early version 2."""
    found = Normalizer(wire)
    found.prefer(("sortOrder",), ("orderIndex",))
    found.prefer(("totalItems",), ("totalItemsCount",))
    found.prefer(("createdDate",), ("created",))
    return found.settled


def refuse_contradiction(item: Item) -> None:
    """Raise ``RefusedItem`` if the metadata of *item* contradict its type, or each other."""
    held = branches(item)
    allowed = held[:1] if not item.type or item.type == "UNDEFINED" else (Kind(str(item.type)),)
    if wrong := [kind for kind in held if kind not in allowed]:
        raise RefusedItem([contradiction(item, kind, _METADATA[kind], "'s metadata") for kind in wrong])


def matches(wire: dict[str, Any]) -> bool:
    """A type or metadata under their older names, or an address beside the keys of a backend item."""
    return is_legacy(wire)


def may_match(wire: dict[str, Any]) -> bool:
    """An address, or an order under its older name."""
    return not is_component(wire) and any(key in wire for key in (ADDRESS, "orderIndex"))


REST_LEGACY: Final = Dialect(
    name="rest-legacy",
    schemas=("rest-legacy-item", "rest-legacy-gallery"),
    matches=matches,
    may_match=may_match,
    item=ITEM,
    gallery=GALLERY,
    kind_of_wire=kind_of_wire,
    refuse=refuse_contradiction,
    aliases=ALIASES,
    made_of=(Making(("videoMetadata", "type"), ("videoMetadata", "source"), video_type),),
    told_by=(("dataType",), ("photoMetadata",), ("videoMetadata",), ("textMetadata",)),
    settle=settle,
    settle_gallery=settle_gallery,
    writable=False,
    reads=(*READS, *MEDIA_READS),
)
