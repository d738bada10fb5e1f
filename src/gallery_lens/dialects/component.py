"""``component``: the items of the open-source ``pro-gallery`` React component.

Source: the component's documentation and code. An address, an id, and metadata that say the rest;
most of it can be spelled in several ways, of which one is written.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Place
from gallery_lens.dialects._addresses import clip_at, picture_at
from gallery_lens.dialects._codecs import (
    BOOLEAN,
    FREE,
    MILLISECONDS,
    NUMBER,
    OBJECT,
    SIZE,
    TEXT,
    TEXTS,
    checked,
    is_integer,
    is_not_finite,
    is_number,
    not_finite_losses,
    whole,
    within,
)
from gallery_lens.dialects._component_media import (
    CLIP_LOSSES,
    KNOWN_SIZE,
    POSTERS,
    QUALITIES,
    clip_address,
    page_of,
    picture_address,
    picture_losses,
    poster_address,
    said,
    shown_poster,
)
from gallery_lens.dialects._dialect import Dialect
from gallery_lens.dialects._marks import ADDRESS, is_component, is_legacy
from gallery_lens.dialects._media_losses import tells_more
from gallery_lens.dialects._media_text import READS as MEDIA_READS
from gallery_lens.dialects._rows import (
    Codec,
    Loss,
    Lowering,
    Refused,
    RefusedItem,
    Row,
    Takes,
    holds_anything,
    present,
)
from gallery_lens.dialects._settling import Settled, Settling, at
from gallery_lens.dialects._table import Table
from gallery_lens.model import (
    UNSET,
    Family,
    FocalPoint,
    Gallery,
    Item,
    Kind,
    Link,
    SecondaryMedia,
    Text,
    Video,
)
from gallery_lens.order import numeric

#: What the component calls the kinds, its short words included; it knows one more, which we do not.
_KINDS: Final = {
    **dict.fromkeys(("image", "i"), Kind.IMAGE),
    **dict.fromkeys(("video", "v"), Kind.VIDEO),
    **dict.fromkeys(("text", "html", "h"), Kind.TEXT),
}
_NO_KIND: Final = "3d"


# ---------------------------------------------------------------- codecs


def _lift_type(value: Any) -> str:
    if not isinstance(value, str) or value not in (*_KINDS, _NO_KIND):
        raise Refused(f"one of {', '.join((*_KINDS, _NO_KIND))}")
    return _KINDS[value].lower() if value in _KINDS else value


def _type(value: Any, owner: Any, to: Lowering) -> Any:
    return value if to.kind is None else to.kind.lower()


def _order(value: Any, owner: Any, to: Lowering) -> Any:
    number = numeric(value)
    return value if to.same else UNSET if number is None else number


def _url(value: Any, owner: Any, to: Lowering) -> Any:
    return value if to.same or _leads(value) else UNSET


def _leads(url: Any) -> bool:
    return bool(url) and url != "undefined"


def _with_url(value: Any, link: Link, to: Lowering) -> Any:
    """A link that leads nowhere is left out, and so is what belongs to it."""
    return value if to.same or (value and _leads(link.url)) else UNSET


def _point(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise Refused("an array of two numbers, or null")
    for index, number in enumerate(value):
        if not is_number(number):
            raise Refused("a number", (index,))
    return {"x": value[0], "y": value[1]}


def _lower_point(value: Any, owner: Any, to: Lowering) -> Any:
    return [value.x, value.y] if value and _is_point(value) else UNSET


def _is_point(point: FocalPoint) -> bool:
    return all(is_number(number) and not is_not_finite(number) for number in (point.x, point.y))


def _bounded(low: float, high: float | None, expected: str) -> Codec:
    def lower(value: Any, owner: Any, to: Lowering) -> Any:
        return UNSET if value is None or is_not_finite(value) else value

    return checked(expected, lambda value: is_number(value) and within(value, low, high), lower)


def _duration(value: Any, video: Video, to: Lowering) -> Any:
    """Milliseconds; the older field serves where the newer one says nothing."""
    held = video.duration_in_millis if is_number(value) else _millis(video.duration)
    return UNSET if held is None or held is UNSET else held


def _millis(duration: Any) -> Any:
    """Return the older duration as a number of milliseconds, or None if it is no whole one."""
    if isinstance(duration, str):
        return numeric(duration)
    return duration if is_number(duration) and is_integer(duration) else None


def _css_text(value: Any, owner: Any, to: Lowering) -> Any:
    return value if _is_text(value) else UNSET


def _css_size(value: Any, owner: Any, to: Lowering) -> Any:
    return value if _is_size(value) else UNSET


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_size(value: Any) -> bool:
    return is_integer(value) and value > 0


_CSS: Final = {"backgroundColor": _is_text, "width": _is_size, "height": _is_size}


def _lost_css(css: Any, text: Text, to: Lowering) -> Iterator[tuple[str, Any, Place]]:
    for key, value in css.items():
        if holds_anything(value) and not (key in _CSS and _CSS[key](value)):
            yield "", value, (key,)


def _derived(codec: Codec, lower: Any) -> Codec:
    """Make a codec for a key that follows from the rest of the item."""
    return Codec(codec.lift, lambda value, item, to: _or_unset(lower(item)), derives=True)


def _or_unset(value: Any) -> Any:
    return value or UNSET


def _html(item: Item | SecondaryMedia) -> Any:
    return item.text.html if item.text else None


def _quality(item: Item | SecondaryMedia) -> bool:
    return bool(item.image and item.image.quality)


def _sharpened(item: Item | SecondaryMedia) -> bool:
    mask = item.image.unsharp_mask if item.image else None
    amounts = (mask.amount, mask.radius, mask.threshold) if mask else ()
    return any(is_number(each) and not is_not_finite(each) for each in amounts)


def _page(item: Item) -> str | None:
    return page_of((item.video.clip or None) if item.video else None)


def _external(item: Item) -> bool:
    return _page(item) is not None


def _poster_size(name: str) -> Any:
    def of(item: Item) -> Any:
        poster = shown_poster(item.video)
        return getattr(poster, name) if poster else None

    return of


def _poster_url(value: Any, video: Video, to: Lowering) -> Any:
    poster = shown_poster(video)
    return value if to.same else (poster_address(poster) if poster else None) or UNSET


def _checked_metadata(value: Any) -> Any:
    """Check metadata that others took the place of; a text may hold anything."""
    if isinstance(value, dict):
        try:
            ITEM.lift(settle({"metaData": value}).wire)
        except RefusedItem as refused:
            first = refused.refusals[0]
            raise Refused(first.expected, first.place[1:]) from None
    elif value is not None and not isinstance(value, str):
        raise Refused("an object, its JSON text, or null")
    return value


def _lift_secondary(value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Refused("an object, or null")
    try:
        return SECONDARY.lift(value, kind_of_wire(value))
    except RefusedItem as refused:
        first = refused.refusals[0]
        raise Refused(first.expected, first.place) from None


def _lower_secondary(value: Any, owner: Any, to: Lowering) -> Any:
    kind = _secondary_kind(value) if value else None
    return UNSET if kind is None else SECONDARY.lower(value, attrs.evolve(to, kind=kind))


def _secondary_kind(media: SecondaryMedia) -> Kind | None:
    if media.image:
        return Kind.IMAGE
    return Kind.TEXT if media.text else None


# ---------------------------------------------------------------- rows

_SHOWN: Final = said(TEXT)
_QUALITY: Final = said(whole(30, 100))
_AMOUNT: Final = _bounded(0, 5, "a number of at least 0 and at most 5, or null")
_RADIUS: Final = _bounded(0, None, "a number of at least 0, or null")
_THRESHOLD: Final = _bounded(0, 1, "a number of at least 0 and at most 1, or null")
_SHARP: Final = "metaData.sharpParams.L"

#: What is checked in items of every kind, and read in some: a kind's own rows come after these.
_CHECKED: Final = tuple(
    Row("", wire, codec)
    for wire, codec in (
        *((key, TEXT) for key in ("mediaUrl", "file_url", "url", "src", "html", "text", "photoId", "id")),
        ("metadata", Codec(_checked_metadata)),
        ("directLink", FREE),
        ("directShareLink", TEXT),
        ("isVideoPlaceholder", BOOLEAN),
        *((f"metaData.{key}", TEXT) for key in ("alt", "fileName", "html", "editorHtml", "videoUrl")),
        *((f"metaData.{key}backgroundColor", TEXT) for key in ("", "textStyle.")),
        *((f"metaData.{key}", SIZE) for key in ("width", "height")),
        ("metaData.focalPoint", Codec(_point)),
        ("metaData.exif", FREE),
        ("metaData.isExternal", BOOLEAN),
        ("metaData.duration", MILLISECONDS),
        ("metaData.qualities", QUALITIES),
        ("metaData.posters", POSTERS),
        *((f"metaData.{poster}.url", TEXT) for poster in ("poster", "customPoster")),
        *((f"metaData.{poster}.width", SIZE) for poster in ("poster", "customPoster")),
        *((f"metaData.{poster}.height", SIZE) for poster in ("poster", "customPoster")),
        (f"{_SHARP}.quality", _QUALITY),
        (f"{_SHARP}.overrideQuality", BOOLEAN),
        (f"{_SHARP}.usm.usm_a", _AMOUNT),
        (f"{_SHARP}.usm.usm_r", _RADIUS),
        (f"{_SHARP}.usm.usm_t", _THRESHOLD),
        (f"{_SHARP}.overrideUsm", BOOLEAN),
    )
)
_LINK_CHECKED: Final = (
    Row("", "metaData.link.title", TEXT),
    Row("", "metaData.link.targetBlank", BOOLEAN),
)

#: A picture, of an item or of what is shown while the pointer rests on it.
_IMAGE: Final = tuple(
    Row(field, wire, codec, kind=Kind.IMAGE)
    for field, wire, codec in (
        ("image.picture", "mediaUrl", Codec(picture_at, picture_address, expands=True)),
        ("image.picture.width", "metaData.width", KNOWN_SIZE),
        ("image.picture.height", "metaData.height", KNOWN_SIZE),
        ("image.picture.filename", "metaData.fileName", _SHOWN),
        ("image.picture.alt_text", "metaData.alt", _SHOWN),
        ("image.focal_point", "metaData.focalPoint", Codec(_point, _lower_point, expands=True)),
        ("image.exif", "metaData.exif", said(FREE)),
        ("image.quality", f"{_SHARP}.quality", _QUALITY),
        ("", f"{_SHARP}.overrideQuality", _derived(BOOLEAN, _quality)),
        ("image.unsharp_mask", f"{_SHARP}.usm", said(OBJECT)),
        ("image.unsharp_mask.amount", f"{_SHARP}.usm.usm_a", _AMOUNT),
        ("image.unsharp_mask.radius", f"{_SHARP}.usm.usm_r", _RADIUS),
        ("image.unsharp_mask.threshold", f"{_SHARP}.usm.usm_t", _THRESHOLD),
        ("", f"{_SHARP}.overrideUsm", _derived(BOOLEAN, _sharpened)),
    )
)
_TEXT: Final = tuple(
    Row(field, wire, codec, kind=Kind.TEXT)
    for field, wire, codec in (
        ("text.html", "html", _SHOWN),
        ("", "metaData.html", _derived(TEXT, _html)),
        ("text.editor_html", "metaData.editorHtml", _SHOWN),
        ("text.css.backgroundColor", "metaData.backgroundColor", Codec(TEXT.lift, _css_text)),
        ("text.css.width", "metaData.width", Codec(SIZE.lift, _css_size)),
        ("text.css.height", "metaData.height", Codec(SIZE.lift, _css_size)),
    )
)
_VIDEO: Final = tuple(
    Row(field, wire, codec, kind=Kind.VIDEO)
    for field, wire, codec in (
        ("video.clip", "mediaUrl", Codec(clip_at, clip_address, expands=True)),
        ("", "metaData.videoUrl", _derived(TEXT, _page)),
        ("", "metaData.isExternal", _derived(BOOLEAN, _external)),
        ("", "metaData.width", _derived(SIZE, _poster_size("width"))),
        ("", "metaData.height", _derived(SIZE, _poster_size("height"))),
        ("video.clip.filename", "metaData.fileName", _SHOWN),
        ("video.clip.resolutions", "metaData.qualities", QUALITIES),
        ("video.duration_in_millis", "metaData.duration", Codec(MILLISECONDS.lift, _duration, derives=True)),
        ("video.clip.posters", "metaData.posters", POSTERS),
        ("video.thumbnail", "metaData.poster.url", Codec(TEXT.lift, _poster_url, derives=True)),
        ("", "metaData.poster.width", _derived(SIZE, _poster_size("width"))),
        ("", "metaData.poster.height", _derived(SIZE, _poster_size("height"))),
    )
)


def _shown_losses(at: str) -> tuple[Loss, ...]:
    """The losses of a picture or text, those of a hover item at the model path *at*."""
    return (
        *picture_losses(f"{at}image.picture"),
        Loss(f"{at}image.type", "unknown-field-dropped", tells_more),
        Loss(
            f"{at}image.focal_point",
            "focal-point-dropped",
            lambda point, image, to: present(point) and not _is_point(point),
        ),
        *not_finite_losses(
            *(f"{at}image.unsharp_mask.{field}" for field in ("amount", "radius", "threshold"))
        ),
        Loss(f"{at}text.css", "text-style-dropped", find=_lost_css),
        Loss(f"{at}text.editor_font_id", "unknown-field-dropped"),
    )


_ORDER_LOSSES: Final = (
    *not_finite_losses("sort_order"),
    # Text of a number that no computer holds.
    Loss(
        "sort_order",
        "sort-order-dropped",
        lambda order, owner, to: numeric(order) is None and not is_not_finite(order),
    ),
)

SECONDARY: Final = Table(
    model=SecondaryMedia,
    family=Family.COMPONENT,
    rows=(
        Row("", "itemId", TEXT),
        Row("", "orderIndex", NUMBER),
        *(Row("", f"metaData.{key}", TEXT) for key in ("title", "description")),
        Row("", "metaData.tags", TEXTS),
        *(Row("", f"metaData.link.{key}", TEXT) for key in ("url", "text", "target", "type")),
        Row("", "metaData.link.data", FREE),
        *_LINK_CHECKED,
        *_CHECKED,
        Row(
            "",
            "metaData.type",
            Codec(_lift_type, lambda value, item, to: _type(UNSET, item, to), derives=True),
        ),
        *_IMAGE,
        *_TEXT,
    ),
    losses=(
        Loss(
            "text", "secondary-media-dropped", lambda text, item, to: present(text) and to.kind is Kind.IMAGE
        ),
        *_shown_losses(""),
    ),
)

ITEM: Final = Table(
    model=Item,
    family=Family.COMPONENT,
    rows=(
        Row("id", "itemId", _SHOWN),
        *_CHECKED,
        Row("type", "metaData.type", Codec(_lift_type, _type, how="spelling", derives=True)),
        *_IMAGE,
        *_VIDEO,
        *_TEXT,
        Row("title", "metaData.title", _SHOWN),
        Row("description", "metaData.description", _SHOWN),
        Row("tags.values", "metaData.tags", said(TEXTS)),
        Row("link", "metaData.link", said(OBJECT)),
        Row("link.url", "metaData.link.url", Codec(TEXT.lift, _url)),
        Row("link.text", "metaData.link.text", Codec(TEXT.lift, _with_url)),
        Row("link.target", "metaData.link.target", Codec(TEXT.lift, _with_url)),
        # Another vocabulary than the backend's.
        Row("link.type", "metaData.link.type", TEXT, takes=Takes.FAMILY),
        Row("link.data", "metaData.link.data", FREE, takes=Takes.FAMILY),
        *_LINK_CHECKED,
        Row("sort_order", "orderIndex", Codec(NUMBER.lift, _order, how="number")),
        Row(
            "secondary_media",
            "secondaryMedia",
            Codec(_lift_secondary, _lower_secondary, table=SECONDARY, kind=_secondary_kind),
        ),
    ),
    losses=(
        Loss("created_date", "dates-dropped"),
        Loss("updated_date", "dates-dropped"),
        *_ORDER_LOSSES,
        Loss("link.text", "link-text-dropped", lambda text, link, to: bool(text) and not _leads(link.url)),
        Loss(
            "link.target", "link-details-dropped", lambda word, link, to: bool(word) and not _leads(link.url)
        ),
        Loss("link.type", "link-details-dropped"),
        Loss("link.data", "link-details-dropped"),
        *_shown_losses(""),
        *CLIP_LOSSES,
        Loss("video.type", "unknown-field-dropped", tells_more),
        Loss(
            "video.duration",
            "duration-renamed",
            lambda older, video, to: not is_number(video.duration_in_millis) and _millis(older) is not None,
        ),
        Loss("video.duration", "duration-dropped", lambda older, video, to: _loses_duration(older, video)),
    ),
)


def _loses_duration(older: Any, video: Video) -> bool:
    newer = video.duration_in_millis
    return _millis(older) != newer if is_number(newer) else _millis(older) is None


GALLERY: Final = Table(
    model=Gallery,
    family=Family.COMPONENT,
    rows=(
        Row("id", "id", _SHOWN),
        Row("name", "name", _SHOWN),
        Row("total_items", "totalItems", said(whole())),
        Row("sort_order", "orderIndex", Codec(NUMBER.lift, _order, how="number")),
    ),
    losses=(Loss("created_date", "dates-dropped"), *_ORDER_LOSSES),
)


# ---------------------------------------------------------------- spellings


def kind_of_wire(wire: dict[str, Any]) -> Kind | None:
    """Return the kind of a settled item: an image if it names none; None for one that Wix does not have."""
    named = at(wire, ("metaData", "type"), "image")
    if named == _NO_KIND:
        return None
    return _KINDS.get(named, Kind.IMAGE) if isinstance(named, str) else Kind.IMAGE


def _parsed(text: str) -> dict[str, Any] | None:
    """Return the object that a JSON text holds, or None if it holds none."""
    try:
        held = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def settle(wire: dict[str, Any]) -> Settled:
    """Give an item the keys that we write, as the component chooses among those it reads."""
    found = Settling(wire)
    _settle_metadata(found)
    found.prefer(("itemId",), ("photoId",), ("id",))
    kind = kind_of_wire(found.wire)
    _settle_address(found, kind)
    if kind is Kind.TEXT:
        found.choose(("html",), (("html",), ("text",), ("metaData", "html")))
        colours = ("metaData", "textStyle", "backgroundColor"), ("metaData", "backgroundColor")
        found.choose(("metaData", "backgroundColor"), colours)
    for name in ("width", "height"):
        size = at(found.wire, ("metaData", name))
        if isinstance(size, str) and size.isascii() and size.isdigit() and len(size) <= 15:
            found.put(("metaData", name), int(size), ("metaData", name))
    for name in ("poster", "customPoster"):
        _settle_address_alone(found, ("metaData", name))
    if kind is Kind.VIDEO:
        _settle_poster(found)
    if isinstance(wire.get("secondaryMedia"), dict):
        found.settle_inside(("secondaryMedia",), settle)
    return found.settled


def _settle_metadata(found: Settling) -> None:
    """Let the metadata be an object; what of their JSON text is not read stands inside, under no name."""
    found.prefer(("metaData",), ("metadata",))
    text = found.wire.get("metaData")
    if not isinstance(text, str):
        return
    read = _parsed(text) or {}
    # The component does not look for them there.
    sizes = {name: read.pop(name) for name in ("width", "height") if name in read}
    if read and _is_understood(read):
        found.put(("metaData",), read | ({"": sizes} if sizes else {}), ("metaData",))
    else:
        found.put(("metaData", ""), text, ("metaData",))


def _is_understood(metadata: dict[str, Any]) -> bool:
    try:
        ITEM.lift(settle({"metaData": metadata}).wire)
    except RefusedItem:
        return False
    return True


def _settle_address(found: Settling, kind: Kind | None) -> None:
    page = (("metaData", "videoUrl"),) if kind is Kind.VIDEO else ()
    first = page if at(found.wire, ("metaData", "isExternal")) is True else ()
    named = (("file_url",), (ADDRESS,), ("url",), ("src",))
    found.choose((ADDRESS,), (*first, *named, *page))


def _settle_address_alone(found: Settling, place: Place) -> None:
    """Let a poster that is given by its address be an object."""
    text = at(found.wire, place)
    if isinstance(text, str):
        found.put((*place, "url"), text, place) if text else found.remove(place)


def _settle_poster(found: Settling) -> None:
    """Let a poster that stands alone be a list of one."""
    place = ("metaData", "poster")
    found.prefer(place, ("metaData", "customPoster"))
    poster = at(found.wire, place)
    if isinstance(poster, dict) and poster.get("url") and not at(found.wire, ("metaData", "posters")):
        found.put(("metaData", "posters"), [poster], place, spot=("metaData", "posters", 0))
        found.remove(place)


# ---------------------------------------------------------------- recognition


def signs(wire: dict[str, Any]) -> bool:
    """An id, an address or metadata under the component's names."""
    return is_component(wire)


def hints(wire: dict[str, Any]) -> bool:
    """An address or an order, by names that older items have as well."""
    return not is_legacy(wire) and any(key in wire for key in (ADDRESS, "orderIndex"))


COMPONENT: Final = Dialect(
    name="component",
    schemas=("component-item", "component-gallery"),
    signs=signs,
    hints=hints,
    item=ITEM,
    gallery=GALLERY,
    kind_of_wire=kind_of_wire,
    settle=settle,
    reads=(
        *MEDIA_READS,
        "link-url-missing",
        "duplicate-id",
        "sort-order-duplicate",
        "sort-order-mixed-units",
        "sort-order-unsorted",
        "sort-order-exhausted",
        "focal-point-outside",
        "unsafe-link",
        "unsafe-html",
    ),
    writes=("media-missing", "type-inferred"),
)
