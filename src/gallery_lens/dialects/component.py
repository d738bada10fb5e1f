"""``component``: the items of the open-source ``pro-gallery`` React component.

Source: the component's documentation and code. An address, an id, and metadata that say the rest;
most of it can be spelled in several ways, of which one is written.
"""

from typing import Any, Final

from gallery_lens.dialects._codecs import (
    BOOLEAN,
    FREE,
    MILLISECONDS,
    NAMING,
    NUMBER,
    OBJECT,
    SIZE,
    TEXT,
    TEXTS,
    whole,
)
from gallery_lens.dialects._component_codecs import (
    AMOUNT,
    CSS_SIZE,
    CSS_TEXT,
    DERIVED_TYPE,
    DURATION,
    HAS_QUALITY,
    HTML,
    IS_EXTERNAL,
    IS_SHARPENED,
    ORDER,
    PAGE,
    POINT,
    POSTER_HEIGHT,
    POSTER_URL,
    POSTER_WIDTH,
    QUALITY,
    RADIUS,
    SHOWN,
    SHOWN_WORDS,
    THRESHOLD,
    TYPE,
    URL,
    WITH_URL,
    of_medium,
)
from gallery_lens.dialects._component_losses import GALLERY_LOSSES, ITEM_LOSSES, SECONDARY_LOSSES
from gallery_lens.dialects._component_spelling import (
    ALIASES,
    MADE_OF,
    SET_ASIDE,
    kind_of_wire,
    settle,
)
from gallery_lens.dialects._marks import ADDRESS, is_component, is_legacy
from gallery_lens.dialects._marks import COMPONENT as COMPONENT_KEYS
from gallery_lens.dialects._unstructuring import unstructure
from gallery_lens.dialects.addresses import clip_at, picture_at
from gallery_lens.dialects.component_media import (
    KNOWN_SIZE,
    POSTERS,
    QUALITIES,
    clip_address,
    picture_address,
    said,
)
from gallery_lens.dialects.component_values import kind_at
from gallery_lens.dialects.dialect import Dialect, Untyped
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.rows import Codec, Refused, RefusedItem, Row, Takes, Unstructuring, absent
from gallery_lens.dialects.structuring import structure
from gallery_lens.dialects.table import Table
from gallery_lens.model import UNSET, Family, Gallery, Item, Kind, SecondaryMedia
from gallery_lens.values import evolve

# ---------------------------------------------------------------- codecs that need a table


def _checked_metadata(value: Any) -> Any:
    """Check metadata that others took the place of; a text may hold anything."""
    if isinstance(value, dict):
        try:
            structure(ITEM, settle({"metaData": value}, ITEM).wire)
        except RefusedItem as refused:
            raise RefusedItem([each.at(each.place[1:]) for each in refused.refusals]) from None
    elif value is not None and not isinstance(value, str):
        raise Refused("an object, its JSON text, or null")
    return value


def _structure_secondary(value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Refused("an object, or null")
    return structure(SECONDARY, value, kind_of_wire(value))


def _unstructure_secondary(value: Any, owner: Any, to: Unstructuring) -> Any:
    kind = _secondary_kind(value) if value else None
    return UNSET if kind is None else unstructure(SECONDARY, value, evolve(to, kind=kind))


def _secondary_kind(media: SecondaryMedia) -> Kind | None:
    if media.image:
        return Kind.IMAGE
    return Kind.TEXT if media.text else None


# ---------------------------------------------------------------- rows

PICTURE_ADDRESS: Final = Codec(
    picture_at, picture_address, shape=("address",), expands=True, writes="address"
)
CLIP_ADDRESS: Final = Codec(clip_at, clip_address, shape=("address",), expands=True, writes="address")
_SHARP: Final = "metaData.sharpParams.L"

#: What is checked in items of every kind, and read in some: a kind's own rows come after these.
_CHECKED: Final = tuple(
    Row("", wire, codec)
    for wire, codec in (
        *((key, NAMING) for key in ("mediaUrl", "file_url", "url", "src", "photoId", "id")),
        *((key, TEXT) for key in ("html", "text")),
        ("metadata", Codec(_checked_metadata, shape=("like", "metaData"), mend=absent)),
        ("directLink", FREE),
        ("directShareLink", TEXT),
        ("isVideoPlaceholder", BOOLEAN),
        *((f"metaData.{key}", TEXT) for key in ("alt", "fileName", "html", "editorHtml")),
        ("metaData.videoUrl", NAMING),
        *((f"metaData.{key}backgroundColor", TEXT) for key in ("", "textStyle.")),
        *((f"metaData.{key}", SIZE) for key in ("width", "height")),
        ("metaData.focalPoint", Codec(POINT.structure, shape=POINT.shape, mend=absent)),
        ("metaData.exif", FREE),
        ("metaData.isExternal", BOOLEAN),
        ("metaData.duration", MILLISECONDS),
        ("metaData.qualities", QUALITIES),
        ("metaData.posters", POSTERS),
        *((f"metaData.{poster}.url", NAMING) for poster in ("poster", "customPoster")),
        *((f"metaData.{poster}.width", SIZE) for poster in ("poster", "customPoster")),
        *((f"metaData.{poster}.height", SIZE) for poster in ("poster", "customPoster")),
        (f"{_SHARP}.quality", QUALITY),
        (f"{_SHARP}.overrideQuality", BOOLEAN),
        (f"{_SHARP}.usm.usm_a", AMOUNT),
        (f"{_SHARP}.usm.usm_r", RADIUS),
        (f"{_SHARP}.usm.usm_t", THRESHOLD),
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
        ("image.picture", "mediaUrl", PICTURE_ADDRESS),
        ("image.picture.width", "metaData.width", of_medium(KNOWN_SIZE, "width")),
        ("image.picture.height", "metaData.height", of_medium(KNOWN_SIZE, "height")),
        ("image.picture.filename", "metaData.fileName", of_medium(SHOWN, "name")),
        ("image.picture.alt_text", "metaData.alt", of_medium(SHOWN, "alt")),
        ("image.focal_point", "metaData.focalPoint", POINT),
        ("image.exif", "metaData.exif", said(FREE)),
        ("image.quality", f"{_SHARP}.quality", QUALITY),
        ("", f"{_SHARP}.overrideQuality", HAS_QUALITY),
        ("image.unsharp_mask", f"{_SHARP}.usm", said(OBJECT)),
        ("image.unsharp_mask.amount", f"{_SHARP}.usm.usm_a", AMOUNT),
        ("image.unsharp_mask.radius", f"{_SHARP}.usm.usm_r", RADIUS),
        ("image.unsharp_mask.threshold", f"{_SHARP}.usm.usm_t", THRESHOLD),
        ("", f"{_SHARP}.overrideUsm", IS_SHARPENED),
    )
)
_TEXT: Final = tuple(
    Row(field, wire, codec, kind=Kind.TEXT)
    for field, wire, codec in (
        ("text.html", "html", SHOWN),
        ("", "metaData.html", HTML),
        ("text.editor_html", "metaData.editorHtml", SHOWN),
        ("text.css.backgroundColor", "metaData.backgroundColor", CSS_TEXT),
        ("text.css.width", "metaData.width", CSS_SIZE),
        ("text.css.height", "metaData.height", CSS_SIZE),
    )
)
_VIDEO: Final = tuple(
    Row(field, wire, codec, kind=Kind.VIDEO)
    for field, wire, codec in (
        ("video.clip", "mediaUrl", CLIP_ADDRESS),
        ("", "metaData.videoUrl", PAGE),
        ("", "metaData.isExternal", IS_EXTERNAL),
        ("", "metaData.width", POSTER_WIDTH),
        ("", "metaData.height", POSTER_HEIGHT),
        ("video.clip.filename", "metaData.fileName", of_medium(SHOWN, "name")),
        ("video.clip.resolutions", "metaData.qualities", of_medium(QUALITIES, "qualities")),
        ("video.duration_in_millis", "metaData.duration", DURATION),
        ("video.clip.posters", "metaData.posters", of_medium(POSTERS, "posters")),
        ("video.thumbnail", "metaData.poster.url", POSTER_URL),
        ("", "metaData.poster.width", POSTER_WIDTH),
        ("", "metaData.poster.height", POSTER_HEIGHT),
    )
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
        Row("", "metaData.type", DERIVED_TYPE),
        *_IMAGE,
        *_TEXT,
    ),
    losses=SECONDARY_LOSSES,
)

ITEM: Final = Table(
    model=Item,
    family=Family.COMPONENT,
    rows=(
        Row("id", "itemId", evolve(SHOWN, shape=NAMING.shape)),
        *_CHECKED,
        Row("type", "metaData.type", TYPE),
        *_IMAGE,
        *_VIDEO,
        *_TEXT,
        Row("title", "metaData.title", SHOWN_WORDS),
        Row("description", "metaData.description", SHOWN_WORDS),
        Row("tags.values", "metaData.tags", said(TEXTS)),
        Row("link", "metaData.link", said(OBJECT)),
        Row("link.url", "metaData.link.url", URL),
        Row("link.text", "metaData.link.text", WITH_URL),
        Row("link.target", "metaData.link.target", WITH_URL),
        # Another vocabulary than the backend's.
        Row("link.type", "metaData.link.type", TEXT, takes=Takes.FAMILY),
        Row("link.data", "metaData.link.data", FREE, takes=Takes.FAMILY),
        *_LINK_CHECKED,
        Row("sort_order", "orderIndex", ORDER),
        Row(
            "secondary_media",
            "secondaryMedia",
            Codec(
                _structure_secondary,
                _unstructure_secondary,
                table=SECONDARY,
                kind=_secondary_kind,
                mend=absent,
            ),
        ),
    ),
    losses=ITEM_LOSSES,
)

GALLERY: Final = Table(
    model=Gallery,
    family=Family.COMPONENT,
    rows=(
        Row("id", "id", SHOWN),
        Row("name", "name", SHOWN),
        Row("total_items", "totalItems", said(whole())),
        Row("sort_order", "orderIndex", ORDER),
    ),
    losses=GALLERY_LOSSES,
)


# ---------------------------------------------------------------- recognition


def matches(wire: dict[str, Any]) -> bool:
    """An id, an address or metadata under the component's names."""
    return is_component(wire)


def may_match(wire: dict[str, Any]) -> bool:
    """An address or an order, by names that older items have as well."""
    return not is_legacy(wire) and any(key in wire for key in (ADDRESS, "orderIndex"))


COMPONENT: Final = Dialect(
    name="component",
    schemas=("component-item", "component-gallery"),
    matches=matches,
    may_match=may_match,
    item=ITEM,
    gallery=GALLERY,
    kind_of_wire=kind_of_wire,
    aliases=ALIASES,
    made_of=MADE_OF,
    set_aside=SET_ASIDE,
    untyped=Untyped((ADDRESS, "file_url", "url", "src"), kind_at),
    told_by=tuple((key,) for key in sorted(COMPONENT_KEYS)),
    settle=lambda wire: settle(wire, ITEM),
    reads=(
        *MEDIA_READS,
        "link-url-missing",
        "duplicate-id",
        "items-incomplete",
        "sort-order-duplicate",
        "sort-order-mixed-units",
        "sort-order-unsorted",
        "sort-order-descending",
        "sort-order-exhausted",
        "focal-point-outside",
        "unsafe-link",
        "unsafe-html",
    ),
    writes=("media-missing", "type-inferred"),
)
