"""``frontend``: the items of ``$w.Gallery``, as a page writes and reads them.

Source: the public ``$w`` reference, and what the Pro Gallery on a page is known to take. Flat
items, one text for the medium; no text items, no link text.
"""

from typing import Any, Final

from gallery_lens import media
from gallery_lens.conditions import among, call, has
from gallery_lens.dialects._codecs import NAMING, NUMBER, OBJECT, STYLE, TEXT, is_number
from gallery_lens.dialects._marks import is_cms, is_foreign, is_media_id
from gallery_lens.dialects._mending import as_page_type, as_point, is_text_type
from gallery_lens.dialects._page import LINK, SHOWN, SHOWN_WORDS, TYPE, UNTYPED
from gallery_lens.dialects._page import kind_of_wire as kind_of_medium
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.media_losses import clip_losses, picture_losses, tells_more
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.media_text import address_of, clip_text, picture_text, poster_of, shown_beside
from gallery_lens.dialects.noise import link_target_tells, link_type_tells, tags_tell
from gallery_lens.dialects.normalizing import Normalized
from gallery_lens.dialects.rows import Codec, Loss, Row, Silent, Takes, Unstructuring
from gallery_lens.dialects.table import Table
from gallery_lens.late import late
from gallery_lens.model import UNSET, Family, Gallery, Item, Kind, Video
from gallery_lens.values import evolve


def _thumbnail(value: Any, video: Video, to: Unstructuring) -> Any:
    """The poster of the clip, as an address that any page can show."""
    if to.same or (value and shows_thumbnail(value)):
        return value
    if (poster := poster_of(video)) is not None:
        return media.picture_url(poster.id.strip(" /"))
    beside = shown_beside(video.clip) if video.clip else None
    return (address_of(beside) if beside else None) or UNSET


_THUMBNAIL = Codec(TEXT.structure, _thumbnail, shape=TEXT.shape, writes="thumbnail", derives=True)
#: The viewer writes it as a pair of numbers.
POINT: Final = evolve(OBJECT, mend=as_point)


def _structure_style(value: Any) -> Any:
    """Read the viewer's name for the colour of the box as nothing new beside the usual one."""
    css = STYLE.structure(value)
    if not css or "fillColor" not in css or css["fillColor"] != css.get("backgroundColor"):
        return css
    return {key: held for key, held in css.items() if key != "fillColor"}


#: How the box of a text looks.
STYLED: Final = evolve(STYLE, structure=_structure_style)


#: A text has the address of no medium.
NO_ADDRESS: Final = Codec(TEXT.structure, lambda value, item, to: UNSET if to.same else "", derives=True)


def _css_size(name: str) -> Codec:
    """Make the codec of a size of a text's box, which its style says as well."""

    def unstructure(value: Any, item: Item, to: Unstructuring) -> Any:
        css = item.text.css if item.text else None
        size = css.get(name) if css else None
        return size if is_number(size) and not to.same else UNSET

    return Codec(NUMBER.structure, unstructure, derives=True)


_PICTURE = picture_text(flat=True)
_CLIP = clip_text(flat=True)


#: How the address of a picture begins that a page shows.
_SHOWN: Final = late("(?:wix:)?image://v1/[^/#?]|[Hh][Tt][Tt][Pp][Ss]?://")


def shows_thumbnail(thumbnail: str) -> bool:
    """Return whether a page shows the picture at the address *thumbnail*."""
    return _SHOWN.match(thumbnail) is not None


_CENTRED: Final = among("image.focal_point.x", 0.5) & among("image.focal_point.y", 0.5)


ITEM: Final = Table(
    model=Item,
    family=Family.PAGE,
    closed=True,
    rows=(
        Row("type", "type", evolve(TYPE, mend=as_page_type)),
        Row("id", "slug", evolve(SHOWN, shape=NAMING.shape)),
        Row("image.picture", "src", _PICTURE, kind=Kind.IMAGE),
        Row("video.clip", "src", _CLIP, kind=Kind.VIDEO),
        Row("", "src", NO_ADDRESS, kind=Kind.TEXT),
        Row("title", "title", SHOWN_WORDS),
        Row("description", "description", SHOWN_WORDS),
        Row("link.url", "link", LINK),
        Row("video.thumbnail", "thumbnail", _THUMBNAIL, kind=Kind.VIDEO),
        # Older or undocumented: written back to a page, never made up for one.
        Row("link.target", "target", TEXT, takes=Takes.SAME),
        Row("image.picture.alt_text", "alt", TEXT, takes=Takes.SAME, kind=Kind.IMAGE),
        Row("image.focal_point", "settings.focalPoint", POINT, takes=Takes.SAME, kind=Kind.IMAGE),
        Row("image.focal_point.x", "settings.focalPoint.x", NUMBER, takes=Takes.SAME, kind=Kind.IMAGE),
        Row("image.focal_point.y", "settings.focalPoint.y", NUMBER, takes=Takes.SAME, kind=Kind.IMAGE),
        # Text items, which the viewer shows and no document describes.
        Row("text.html", "html", TEXT, takes=Takes.SAME, kind=Kind.TEXT),
        Row("text.css", "style", STYLED, takes=Takes.SAME, kind=Kind.TEXT),
        Row("text.editor_html", "editorHtml", TEXT, takes=Takes.SAME, kind=Kind.TEXT),
        # Known, but a video has no place for them in the model; no item has one for its size.
        Row("", "alt", TEXT, kind=Kind.VIDEO),
        Row("", "thumbnail", NAMING, kind=Kind.IMAGE),
        Row("", "settings.focalPoint", POINT, kind=Kind.VIDEO),
        Row("", "settings.focalPoint.x", NUMBER, kind=Kind.VIDEO),
        Row("", "settings.focalPoint.y", NUMBER, kind=Kind.VIDEO),
        Row("", "width", NUMBER),
        Row("", "height", NUMBER),
        Row("", "width", _css_size("width"), kind=Kind.TEXT),
        Row("", "height", _css_size("height"), kind=Kind.TEXT),
    ),
    losses=(
        Loss("text", "text-item-dropped"),
        Loss("created_date", "dates-dropped"),
        Loss("updated_date", "dates-dropped"),
        Loss("sort_order", "sort-order-dropped", silent=Silent.PLACED),
        Loss("link.text", "link-text-dropped"),
        Loss("link.target", "link-details-dropped", call(link_target_tells, "link.target")),
        Loss("link.type", "link-details-dropped", call(link_type_tells, "link.type")),
        Loss("link.rel", "link-details-dropped"),
        Loss("link.data", "link-details-dropped"),
        *picture_losses("image.picture", flat=True),
        Loss("image.type", "unknown-field-dropped", call(tells_more, "image.type", "image.picture")),
        Loss("image.focal_point", "focal-point-dropped", has("image.focal_point") & ~_CENTRED),
        Loss("image.exif", "exif-dropped"),
        Loss("image.quality", "image-settings-dropped"),
        Loss("image.unsharp_mask", "image-settings-dropped"),
        *clip_losses(flat=True),
        Loss("video.type", "unknown-field-dropped", call(tells_more, "video.type", "video.clip")),
        Loss(
            "video.thumbnail",
            "thumbnail-dropped",
            lambda text, video, to: bool(text) and not shows_thumbnail(text),
            known_by="media",
        ),
        Loss("video.duration_in_millis", "duration-dropped"),
        Loss("video.duration", "duration-dropped"),
        Loss(
            "tags.values",
            "tags-dropped",
            has("tags.values") & call(tags_tell, "tags.values"),
            silent=Silent.IGNORED,
        ),
        Loss("secondary_media", "secondary-media-dropped"),
    ),
)

GALLERY: Final = Table(
    model=Gallery,
    family=Family.PAGE,
    closed=True,
    # Those of the lists that are written for several galleries; a page itself has no place for them.
    rows=(
        Row("id", "galleryId", TEXT, takes=Takes.SAME),
        Row("name", "name", TEXT, takes=Takes.SAME),
        Row("total_items", "totalItems", NUMBER, takes=Takes.SAME),
    ),
    losses=(
        Loss("id", "gallery-fields-dropped"),
        Loss("created_date", "gallery-fields-dropped"),
        Loss("name", "gallery-fields-dropped"),
        Loss("sort_order", "gallery-fields-dropped", silent=Silent.PLACED),
        Loss("total_items", "gallery-fields-dropped", lambda total, held, to: total != len(held.items or ())),
    ),
)


def kind_of_wire(wire: dict[str, Any]) -> Kind:
    """Return the kind of an item: a text if it says so and has one, else what ``_page`` tells."""
    if is_text_type(wire.get("type")) and ("html" in wire or "editorHtml" in wire):
        return Kind.TEXT
    return kind_of_medium(wire)


def settle(wire: dict[str, Any]) -> Normalized | None:
    """Remember a text as it was given: some of its keys say what others do."""
    return Normalized(wire, {}) if "html" in wire or "editorHtml" in wire else None


def matches(wire: dict[str, Any]) -> bool:
    """An address or a slug at the top, or a poster beside them."""
    return any(key in wire for key in ("src", "slug", "thumbnail")) and not (is_foreign(wire) or is_cms(wire))


def may_match(wire: dict[str, Any]) -> bool:
    """A type in the page's spelling, or a link that is a text."""
    return wire.get("type") in ("image", "video", "text", "Image", "Video", "Text") or isinstance(
        wire.get("link"), str
    )


FRONTEND: Final = Dialect(
    name="frontend",
    schemas=("frontend-item", "frontend-items"),
    matches=matches,
    may_match=may_match,
    item=ITEM,
    gallery=GALLERY,
    kind_of_wire=kind_of_wire,
    untyped=UNTYPED,
    told_by=(("src",),),
    untold_by=("slug", is_media_id),
    settle=settle,
    reads=(
        *MEDIA_READS,
        "link-url-missing",
        "duplicate-id",
        "items-incomplete",
        "focal-point-outside",
        "unsafe-link",
    ),
    writes=("media-missing", "type-inferred", "description-truncated"),
)
