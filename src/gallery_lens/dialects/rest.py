"""``rest``: items and galleries of the REST API, version 2, as they travel.

Source: the public REST reference and a recorded answer. Media are objects with ids, addresses,
sizes and encodings.
"""

from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.dialects._backend import (
    DATE_LOSSES,
    PAGE_LOSSES,
    READS,
    UNTYPED,
    WRITES,
    gallery_rows,
    item_rows,
    looks_backend,
    media_of,
    refuse_contradiction,
    settle_gallery,
)
from gallery_lens.dialects._codecs import OBJECT, SIZE, TEXT, list_of
from gallery_lens.dialects._marks import is_foreign, is_page_item
from gallery_lens.dialects._mending import as_medium
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.media_losses import parts_dropped
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.media_text import clip_of, picture_of, poster_beside
from gallery_lens.dialects.rows import Codec, Loss, Row, Unstructuring
from gallery_lens.dialects.table import Table
from gallery_lens.model import UNSET, Clip, Family, Gallery, Item, Poster, Resolution, Video
from gallery_lens.values import evolve


def _posters(value: Any, clip: Clip, to: Unstructuring) -> Any:
    """A thumbnail beside a clip without posters becomes its poster."""
    video = to.root.video if isinstance(to.root, Item) else None
    named = poster_beside(video) if isinstance(video, Video) and not value and not to.same else None
    if named is not None and video:
        value = (Poster(id=named.id, width=named.width, height=named.height, address=video.thumbnail),)
    return value if value is UNSET else _POSTERS.unstructure(value, clip, to)


def _medium(value: Any, owner: Any, to: Unstructuring) -> Any:
    """A medium that was null or empty text elsewhere is left out, as the official SDK does."""
    if to.same:
        return None if value is None else {}
    if value is None or (isinstance(value.address, str) and not (value.id or value.url)):
        return UNSET  # an address that says nothing, or none that can be read
    return {}


MEDIUM: Final = evolve(OBJECT, unstructure=_medium, writes="medium", mend=as_medium)
#: A picture that was read from a text, which has no plain address, gets the one on Wix's servers.
ADDRESS: Final = Codec(
    TEXT.structure,
    lambda url, picture, to: (
        media.picture_url(picture.id)
        if url is UNSET and picture.id and picture.address and not to.same
        else url
    ),
    shape=TEXT.shape,
    derives=True,
)
_FILE = (("filename", "filename", TEXT), ("alt_text", "altText", TEXT))
_SIZES = (("height", "height", SIZE), ("width", "width", SIZE))

POSTER: Final = Table(
    model=Poster,
    family=Family.BACKEND,
    rows=tuple(Row(*row) for row in (("id", "id", TEXT), ("url", "url", ADDRESS), *_SIZES, *_FILE)),
)
RESOLUTION: Final = Table(
    model=Resolution,
    family=Family.BACKEND,
    rows=tuple(
        Row(*row)
        for row in (
            ("url", "url", TEXT),
            *_SIZES,
            ("format", "format", TEXT),
            ("quality", "quality", TEXT),
            ("filename", "filename", TEXT),
        )
    ),
)
_POSTERS = list_of(POSTER)


def _picture(at: str, wire: str) -> tuple[Row, ...]:
    return (
        Row(at, wire, MEDIUM),
        Row(f"{at}.id", f"{wire}.id", TEXT),
        Row(f"{at}.url", f"{wire}.url", ADDRESS),
        *(Row(f"{at}.{field}", f"{wire}.{key}", codec) for field, key, codec in (*_SIZES, *_FILE)),
    )


_CLIP = (
    Row("video.clip", "video.videoInfo", MEDIUM),
    Row("video.clip.id", "video.videoInfo.id", TEXT),
    Row("video.clip.url", "video.videoInfo.url", TEXT),
    Row("video.clip.filename", "video.videoInfo.filename", TEXT),
    Row("video.clip.resolutions", "video.videoInfo.resolutions", list_of(RESOLUTION, most=100)),
    Row(
        "video.clip.posters",
        "video.videoInfo.posters",
        Codec(_POSTERS.structure, _posters, shape=_POSTERS.shape, derives=True, table=POSTER),
    ),
)

ITEM: Final = Table(
    model=Item,
    family=Family.BACKEND,
    rows=item_rows(
        "",
        picture=_picture("image.picture", "image.imageInfo"),
        clip=_CLIP,
        hover=_picture("secondary_media.image.picture", "secondaryMedia.image.imageInfo"),
    ),
    losses=(
        *DATE_LOSSES,
        *PAGE_LOSSES,
        parts_dropped("image.picture"),
        parts_dropped("secondary_media.image.picture"),
        parts_dropped("video.clip"),
        Loss("image.picture.watermark", "watermark-dropped", known_by="media"),
        Loss("secondary_media.image.picture.watermark", "watermark-dropped", known_by="media"),
    ),
)

GALLERY: Final = Table(model=Gallery, family=Family.BACKEND, rows=gallery_rows(""), losses=DATE_LOSSES[:1])


def matches(wire: dict[str, Any]) -> bool:
    """Dates without an underscore, a backend item's ``id``, or a medium as object."""
    named = "createdDate" in wire or "updatedDate" in wire
    named = named or ("id" in wire and "_id" not in wire and looks_backend(wire))
    if named and not (is_foreign(wire) or is_page_item(wire)):
        return True
    return any(isinstance(medium, dict) for medium in media_of(wire))


def refine(item: Item) -> Item:
    """Take the ids of media from their addresses, where they say them, and sizes from those of pictures."""
    image, video = _with_named_picture(item.image), item.video
    if video and video.clip and not video.clip.id and video.clip.url:
        known = clip_of(video.clip.url)
        if "id" in known:
            held = ("filename", "posters")
            more = {name: known[name] for name in held if name in known and not getattr(video.clip, name)}
            named = {"id": known["id"], "url": known.get("url", UNSET), "address": video.clip.url}
            clip = attrs.evolve(video.clip, **named, **more)
            video = attrs.evolve(video, clip=clip)
    hover = item.secondary_media
    if hover and (second := _with_named_picture(hover.image)) is not hover.image:
        hover = attrs.evolve(hover, image=second)
    if image is item.image and video is item.video and hover is item.secondary_media:
        return item
    return attrs.evolve(item, image=image, video=video, secondary_media=hover)


def _with_named_picture(image: Any) -> Any:
    picture = image.picture if image else None
    if not picture or picture.id or not picture.url:
        return image
    known = picture_of(picture.url)
    sizes = {
        name: known[name] for name in ("width", "height") if name in known and not getattr(picture, name)
    }
    named = {"id": known["id"], "url": UNSET, "address": picture.url} if "id" in known else {}
    also = ("filename", "watermark") if named and not picture.filename else ()
    named |= {name: known[name] for name in also if name in known}
    return attrs.evolve(image, picture=attrs.evolve(picture, **sizes, **named)) if sizes or named else image


def may_match(wire: dict[str, Any]) -> bool:
    """A key of a backend, or an id and nothing else."""
    return looks_backend(wire) or wire.keys() == {"id"}


REST: Final = Dialect(
    name="rest",
    schemas=("rest-item", "rest-gallery"),
    matches=matches,
    may_match=may_match,
    item=ITEM,
    gallery=GALLERY,
    refuse=refuse_contradiction,
    refine=refine,
    settle_gallery=settle_gallery,
    untyped=UNTYPED,
    reads=(*READS, *MEDIA_READS),
    writes=WRITES,
)
