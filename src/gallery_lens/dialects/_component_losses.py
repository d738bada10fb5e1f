"""Losses that the component's tables do not carry, and the rules that report them."""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.conditions import call, has, present
from gallery_lens.dialects._codecs import is_not_finite, not_finite_losses
from gallery_lens.dialects._component_codecs import CSS
from gallery_lens.dialects.component_media import CLIP_LOSSES, picture_losses
from gallery_lens.dialects.component_values import are_finite, loses_duration, renames_duration
from gallery_lens.dialects.media_losses import parts_dropped, tells_more
from gallery_lens.dialects.noise import leads, link_type_tells, target_lost
from gallery_lens.dialects.rows import Loss, Unstructuring, holds_anything
from gallery_lens.model import Kind, SecondaryMedia, Text
from gallery_lens.order import numeric
from gallery_lens.places import Place


def _is_no_number(order: Any, owner: Any, to: Unstructuring) -> bool:
    """Return whether a sort order is the text of a number that no computer holds."""
    return numeric(order) is None and not is_not_finite(order)


def _lost_css(css: Any, text: Text, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    for key, value in css.items():
        if holds_anything(value) and (key not in CSS or CSS[key](value) is None):
            yield "", value, (key,)


def _stands_beside_picture(text: Text, media: SecondaryMedia, to: Unstructuring) -> bool:
    return present(text) and to.kind is Kind.IMAGE


def _shown(at: str) -> tuple[Loss, ...]:
    """The losses of a picture or text, those of the object *at* a path in the item."""
    point, mask = f"{at}image.focal_point", "image.unsharp_mask"
    unfit = has(point) & ~call(are_finite, f"{point}.x", f"{point}.y")
    return (
        *picture_losses("image.picture"),
        Loss(
            "image.type", "unknown-field-dropped", call(tells_more, f"{at}image.type", f"{at}image.picture")
        ),
        Loss("image.focal_point", "focal-point-dropped", unfit),
        *not_finite_losses(*(f"{mask}.{field}" for field in ("amount", "radius", "threshold"))),
        Loss("text.css", "text-style-dropped", find=_lost_css, known_by="value"),
        Loss("text.editor_font_id", "unknown-field-dropped"),
    )


_ORDER: Final = (
    *not_finite_losses("sort_order"),
    Loss("sort_order", "sort-order-dropped", _is_no_number, known_by="shape"),
)
_DURATIONS: Final = ("video.duration", "video.duration_in_millis")

SECONDARY_LOSSES: Final = (
    Loss("text", "secondary-media-dropped", _stands_beside_picture),
    parts_dropped("image.picture"),
    *_shown("secondary_media."),
)
ITEM_LOSSES: Final = (
    Loss("created_date", "dates-dropped"),
    Loss("updated_date", "dates-dropped"),
    *_ORDER,
    Loss("link.text", "link-text-dropped", has("link.text") & ~call(leads, "link.url")),
    Loss("link.target", "link-details-dropped", call(target_lost, "link.target", "link.url")),
    Loss("link.type", "link-details-dropped", call(link_type_tells, "link.type")),
    Loss("link.rel", "link-details-dropped"),
    Loss("link.data", "link-details-dropped"),
    parts_dropped("image.picture"),
    parts_dropped("video.clip"),
    *_shown(""),
    *CLIP_LOSSES,
    Loss("video.type", "unknown-field-dropped", call(tells_more, "video.type", "video.clip")),
    Loss("video.duration", "duration-renamed", call(renames_duration, *_DURATIONS)),
    Loss("video.duration", "duration-dropped", has("video.duration") & call(loses_duration, *_DURATIONS)),
)
GALLERY_LOSSES: Final = (Loss("created_date", "dates-dropped"), *_ORDER)
