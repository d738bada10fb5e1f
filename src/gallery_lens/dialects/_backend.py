"""The rows that the backend dialects share: one structure, other names for ids and dates."""

from typing import Any, Final

from gallery_lens import media
from gallery_lens.conditions import call, has
from gallery_lens.dialects._codecs import (
    DATE,
    DURATION,
    FREE,
    MILLISECONDS,
    OBJECT,
    SORT_ORDER,
    STYLE,
    TEXT,
    TEXT_OR_TEXTS,
    TEXTS,
    WORDS,
    below_milliseconds,
    choice,
    ratio,
    whole,
)
from gallery_lens.dialects._marks import is_foreign
from gallery_lens.dialects._mending import as_branch, as_link, as_tags, as_type, unsupported
from gallery_lens.dialects.dialect import Untyped
from gallery_lens.dialects.media_losses import thumbnail_dropped
from gallery_lens.dialects.noise import leads, link_type_tells, target_lost
from gallery_lens.dialects.normalizing import Normalized, Normalizer
from gallery_lens.dialects.rows import Codec, Loss, Refused, RefusedItem, Row, Takes, Unstructuring
from gallery_lens.model import UNSET, Item, Kind, Video, branches, kind_of_branches
from gallery_lens.rules.guid import is_guid
from gallery_lens.values import evolve


def _video_type(value: Any, video: Video, to: Unstructuring) -> Any:
    """A page has no such field: it follows from the clip."""
    if to.related or value is not UNSET or not video.clip:
        return value
    return "WIX_MEDIA" if video.clip.id else media.video_host(video.clip.url or "") or UNSET


#: A page's slug becomes an id only if it is a GUID.
ID: Final = evolve(
    TEXT,
    unstructure=lambda id, owner, to: id if to.related or (id and is_guid(id)) else UNSET,
    shape=("id",),
    writes="id",
)
#: Pages write an empty text, or a word like undefined, for no link.
LINK_URL: Final = evolve(
    TEXT,
    unstructure=lambda url, link, to: url if to.related or leads(url) else UNSET,
    writes="link",
)
#: A page's target is that of its link, if there is one.
LINK_TARGET: Final = evolve(
    TEXT,
    unstructure=lambda word, link, to: word if to.related or (word and leads(link.url)) else UNSET,
    writes="target",
)
LINK_OBJECT: Final = evolve(OBJECT, mend=as_link)
_TYPES: Final = choice("UNDEFINED", *Kind, nullable=False)
TYPE: Final = Codec(
    _TYPES.structure,
    lambda word, item, to: word if to.related or to.kind is None else to.kind.value,
    shape=_TYPES.shape,
    writes="kind",
    how="spelling",
    derives=True,
    mend=as_type,
    tell=unsupported(f"UNDEFINED, {', '.join(Kind)}"),
)
IMAGE_TYPE: Final = choice("UNDEFINED", "WIX_MEDIA", "EXTERNAL")
_VIDEO_TYPES: Final = choice("UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO")
VIDEO_TYPE: Final = Codec(
    _VIDEO_TYPES.structure, _video_type, shape=_VIDEO_TYPES.shape, writes="medium-type", derives=True
)


def image_rows(at: str, wire: str, *, picture: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of the image branch at the model path *at*, with its *picture* rows."""
    return (
        Row(at, wire, evolve(OBJECT, mend=as_branch("imageInfo", *(row.wire for row in picture)))),
        *picture,
        Row(f"{at}.type", f"{wire}.type", IMAGE_TYPE),
        Row(f"{at}.focal_point", f"{wire}.focalPoint", OBJECT),
        Row(f"{at}.focal_point.x", f"{wire}.focalPoint.x", ratio()),
        Row(f"{at}.focal_point.y", f"{wire}.focalPoint.y", ratio()),
        Row(f"{at}.exif", f"{wire}.exif", FREE),
        Row(f"{at}.quality", f"{wire}.quality", whole(30, 100)),
        Row(f"{at}.unsharp_mask", f"{wire}.unsharpMasking", OBJECT),
        Row(f"{at}.unsharp_mask.amount", f"{wire}.unsharpMasking.amount", ratio(0, 5)),
        Row(f"{at}.unsharp_mask.radius", f"{wire}.unsharpMasking.radius", ratio(0)),
        Row(f"{at}.unsharp_mask.threshold", f"{wire}.unsharpMasking.threshold", ratio(0, 1)),
    )


def video_rows(*, clip: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of the video branch, with its *clip* rows."""
    return (
        Row("video", "video", evolve(OBJECT, mend=as_branch("videoInfo", *(row.wire for row in clip)))),
        Row("video.type", "video.type", VIDEO_TYPE),
        *clip,
        Row("video.duration_in_millis", "video.durationInMillis", MILLISECONDS),
        Row("video.duration", "video.duration", DURATION),
    )


def text_rows(at: str, wire: str) -> tuple[Row, ...]:
    """The rows of the text branch at the model path *at*."""
    return (
        Row(at, wire, OBJECT),
        Row(f"{at}.html", f"{wire}.html", TEXT),
        Row(f"{at}.css", f"{wire}.css", STYLE),
        Row(f"{at}.editor_html", f"{wire}.editorHtml", TEXT),
        Row(f"{at}.editor_font_id", f"{wire}.editorFontId", TEXT),
    )


LINK_ROWS: Final = (
    Row("link", "link", LINK_OBJECT),
    Row("link.text", "link.text", TEXT),
    Row("link.url", "link.url", LINK_URL),
    # The API's types have lost these: what a backend stored is kept, but none is made up for it.
    Row("link.target", "link.target", LINK_TARGET),
    Row("link.type", "link.type", TEXT, takes=Takes.FAMILY),
    Row("link.rel", "link.rel", TEXT_OR_TEXTS, takes=Takes.FAMILY),
    Row("link.data", "link.wixLinkData", FREE, takes=Takes.FAMILY),
)


def item_rows(
    under: str,
    *,
    picture: tuple[Row, ...],
    clip: tuple[Row, ...],
    hover: tuple[Row, ...],
) -> tuple[Row, ...]:
    """All rows of an item; *under* is what stands before id and dates, *hover* the second picture's."""
    return (
        Row("id", f"{under}id", ID),
        Row("created_date", f"{under}createdDate", DATE),
        Row("updated_date", f"{under}updatedDate", DATE),
        Row("sort_order", "sortOrder", SORT_ORDER),
        Row("title", "title", WORDS),
        Row("description", "description", WORDS),
        *LINK_ROWS,
        Row("type", "type", TYPE),
        *image_rows("image", "image", picture=picture),
        *video_rows(clip=clip),
        *text_rows("text", "text"),
        Row("tags", "tags", evolve(OBJECT, mend=as_tags)),
        Row("tags.values", "tags.values", TEXTS),
        Row("secondary_media", "secondaryMedia", OBJECT),
        *image_rows("secondary_media.image", "secondaryMedia.image", picture=hover),
        *text_rows("secondary_media.text", "secondaryMedia.text"),
    )


def gallery_rows(under: str) -> tuple[Row, ...]:
    """All rows of a gallery but its items, which are read one by one."""
    return (
        Row("id", f"{under}id", ID),
        Row("created_date", f"{under}createdDate", DATE),
        Row("name", "name", TEXT),
        Row("sort_order", "sortOrder", SORT_ORDER),
        Row("total_items", "totalItems", whole()),
    )


def settle_gallery(wire: dict[str, Any]) -> Normalized | None:
    """Let the total be that which older answers and page data have under another name."""
    if "totalItemsCount" not in wire:
        return None
    found = Normalizer(wire)
    found.prefer(("totalItems",), ("totalItemsCount",))
    return found.settled


#: The rules that look at what was read from a backend, and at what is about to be written to one.
READS: Final = (
    "sort-order-text",
    "id-not-guid",
    "link-url-missing",
    "duplicate-id",
    "sort-order-duplicate",
    "sort-order-mixed-units",
    "sort-order-unsorted",
    "sort-order-descending",
    "sort-order-exhausted",
    "items-incomplete",
    "full-page",
    "focal-point-outside",
    "misspelt-key",
    "date-invalid",
    "unsafe-link",
    "unsafe-html",
)
WRITES: Final = (
    "media-missing",
    "slug-not-guid",
    "external-image",
    "unknown-video-host",
    "type-inferred",
)

DATE_LOSSES: Final = (
    Loss("created_date", "date-precision-lost", below_milliseconds, known_by="shape"),
    Loss("updated_date", "date-precision-lost", below_milliseconds, known_by="shape"),
)


#: What a page or the component knows and the API has no place for.
PAGE_LOSSES: Final = (
    # Of another vocabulary than the API's.
    Loss("link.type", "link-details-dropped", call(link_type_tells, "link.type"), strangers=True),
    Loss("link.data", "link-details-dropped", has("link.data"), strangers=True),
    Loss("link.target", "link-details-dropped", call(target_lost, "link.target", "link.url"), strangers=True),
    Loss("video.thumbnail", "thumbnail-dropped", thumbnail_dropped, known_by="media"),
)


_A: Final = {Kind.IMAGE: "an image", Kind.VIDEO: "a video", Kind.TEXT: "a text"}


def contradiction(item: Item, kind: Kind, key: str, of: str = "") -> Refused:
    """Return the refusal of a branch under *key* that makes *item* one of another *kind*, *of* its words."""
    others = [f"{_A[other]}{of}" for other in branches(item) if other is not kind]
    named = item.type not in (UNSET, "UNDEFINED")
    because = f"its type is {item.type}" if named else f"also {' and '.join(others)}"
    facts = {"contradiction": f"it holds {_A[kind]}{of}, but {because}"}
    return Refused(f"no {key} branch", (key,), told=("type-mismatch", facts))


#: An item that names no type is of the kind of its only branch.
UNTYPED: Final = Untyped(("image", "video", "text"), kind_of_branches)


def refuse_contradiction(item: Item) -> None:
    """Raise ``RefusedItem`` if the branches of *item* contradict its type, or each other."""
    held = branches(item)
    allowed = held[:1] if item.type in (UNSET, "UNDEFINED") else (Kind(str(item.type)),)
    if wrong := [kind for kind in held if kind not in allowed]:
        raise RefusedItem([contradiction(item, kind, kind.lower()) for kind in wrong])


_BRANCHES: Final = (("image", "imageInfo"), ("video", "videoInfo"))


def media_of(wire: dict[str, Any]) -> list[Any]:
    """Return the media values of a wire item, of any type; for recognition."""
    found = []
    for branch, key in _BRANCHES:
        held = wire.get(branch)
        if isinstance(held, dict) and held.get(key) is not None:
            found.append(held[key])
    return found


def looks_backend(wire: dict[str, Any]) -> bool:
    """Return whether *wire* has a key that only backend items or galleries have, and none of others."""
    if is_foreign(wire):
        return False
    return not _KEYS.isdisjoint(wire) or wire.get("type") in ("UNDEFINED", *Kind)


_KEYS: Final = frozenset(
    ("image", "video", "text", "tags", "secondaryMedia", "sortOrder", "totalItems", "items", "name")
)
