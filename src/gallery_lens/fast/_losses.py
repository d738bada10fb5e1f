"""What the quick way may find in one item: a bit for each rule and place, in no special order."""

from typing import Final

import attrs

from gallery_lens.diagnostics import Place


@attrs.frozen
class Found:
    """A rule, and the place in the item that it speaks of."""

    rule: str
    place: Place


_ALIKE: Final = (
    Found("text-item-dropped", ()),
    Found("sort-order-dropped", ("sortOrder",)),
    Found("description-truncated", ("description",)),
    Found("link-text-dropped", ("link", "text")),
    Found("link-details-dropped", ("link", "target")),
    Found("link-details-dropped", ("link", "type")),
    Found("focal-point-dropped", ("image", "focalPoint")),
    Found("exif-dropped", ("image", "exif")),
    Found("image-settings-dropped", ("image", "quality")),
    Found("image-settings-dropped", ("image", "unsharpMasking")),
    Found("duration-dropped", ("video", "durationInMillis")),
    Found("duration-dropped", ("video", "duration")),
    Found("tags-dropped", ("tags", "values")),
)


def _dated(under: str) -> tuple[Found, ...]:
    dates = (Found("dates-dropped", (f"{under}{name}Date",)) for name in ("created", "updated"))
    return (*_ALIKE, Found("id-not-guid", (f"{under}id",)), *dates)


_CLIP: Final = ("video", "videoInfo")

#: By dialect; the bit of each is that of its index.
FOUND: Final[dict[str, tuple[Found, ...]]] = {
    "velo": _dated("_"),
    "rest": (
        *_dated(""),
        Found("alt-text-dropped", ("image", "imageInfo", "altText")),
        Found("image-url-dropped", ("image", "imageInfo", "url")),
        Found("resolutions-dropped", (*_CLIP, "resolutions")),
        Found("resolutions-dropped", (*_CLIP, "url")),
        *(Found("extra-posters-dropped", (*_CLIP, "posters", index)) for index in (0, 2, 3)),
    ),
}

(
    TEXT_ITEM,
    SORT_ORDER,
    DESCRIPTION,
    LINK_TEXT,
    LINK_TARGET,
    LINK_TYPE,
    FOCAL_POINT,
    EXIF,
    QUALITY,
    UNSHARP_MASK,
    MILLISECONDS,
    DURATION,
    TAGS,
    ID,
    CREATED,
    UPDATED,
    ALT_TEXT,
    PICTURE_URL,
    RESOLUTIONS,
    CLIP_URL,
    *POSTERS,
) = (1 << bit for bit in range(len(FOUND["rest"])))
