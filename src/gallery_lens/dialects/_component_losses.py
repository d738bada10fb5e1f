"""Losses that the component's tables do not carry, and the rules that report them."""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.conditions import call, present
from gallery_lens.diagnostics import Place
from gallery_lens.dialects._codecs import is_not_finite, is_number, not_finite_losses
from gallery_lens.dialects._component_codecs import CSS, is_point, millis
from gallery_lens.dialects.component_media import CLIP_LOSSES, picture_losses
from gallery_lens.dialects.media_losses import parts_dropped, tells_more
from gallery_lens.dialects.noise import leads, link_target_tells, link_type_tells
from gallery_lens.dialects.rows import Loss, Unstructuring, holds_anything
from gallery_lens.model import FocalPoint, Image, Kind, Link, SecondaryMedia, Text, Video
from gallery_lens.order import numeric


def _is_no_number(order: Any, owner: Any, to: Unstructuring) -> bool:
    """Return whether a sort order is the text of a number that no computer holds."""
    return numeric(order) is None and not is_not_finite(order)


def _leads_nowhere(word: Any, link: Link, to: Unstructuring) -> bool:
    return bool(word) and not leads(link.url)


def _target_leads_nowhere(target: Any, link: Link, to: Unstructuring) -> bool:
    return link_target_tells(target) and not leads(link.url)


def _is_no_point(point: FocalPoint, image: Image, to: Unstructuring) -> bool:
    return present(point) and not is_point(point)


def _lost_css(css: Any, text: Text, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    for key, value in css.items():
        if holds_anything(value) and not (key in CSS and CSS[key](value)):
            yield "", value, (key,)


def _loses_duration(older: Any, video: Video, to: Unstructuring) -> bool:
    newer = video.duration_in_millis
    return millis(older) != newer if is_number(newer) else millis(older) is None


def _renames_duration(older: Any, video: Video, to: Unstructuring) -> bool:
    return not is_number(video.duration_in_millis) and millis(older) is not None


def _stands_beside_picture(text: Text, media: SecondaryMedia, to: Unstructuring) -> bool:
    return present(text) and to.kind is Kind.IMAGE


#: Of a picture or text, an item's or a hover item's.
_SHOWN: Final = (
    *picture_losses("image.picture"),
    Loss("image.type", "unknown-field-dropped", lambda kind, image, to: tells_more(kind, image.picture)),
    Loss("image.focal_point", "focal-point-dropped", _is_no_point),
    *not_finite_losses(*(f"image.unsharp_mask.{field}" for field in ("amount", "radius", "threshold"))),
    Loss("text.css", "text-style-dropped", find=_lost_css),
    Loss("text.editor_font_id", "unknown-field-dropped"),
)
_ORDER: Final = (
    *not_finite_losses("sort_order"),
    Loss("sort_order", "sort-order-dropped", _is_no_number),
)

SECONDARY_LOSSES: Final = (
    Loss("text", "secondary-media-dropped", _stands_beside_picture),
    parts_dropped("image.picture"),
    *_SHOWN,
)
ITEM_LOSSES: Final = (
    Loss("created_date", "dates-dropped"),
    Loss("updated_date", "dates-dropped"),
    *_ORDER,
    Loss("link.text", "link-text-dropped", _leads_nowhere),
    Loss("link.target", "link-details-dropped", _target_leads_nowhere),
    Loss("link.type", "link-details-dropped", call(link_type_tells, "link.type")),
    Loss("link.rel", "link-details-dropped"),
    Loss("link.data", "link-details-dropped"),
    parts_dropped("image.picture"),
    parts_dropped("video.clip"),
    *_SHOWN,
    *CLIP_LOSSES,
    Loss("video.type", "unknown-field-dropped", lambda kind, video, to: tells_more(kind, video.clip)),
    Loss("video.duration", "duration-renamed", _renames_duration),
    Loss("video.duration", "duration-dropped", _loses_duration),
)
GALLERY_LOSSES: Final = (Loss("created_date", "dates-dropped"), *_ORDER)
