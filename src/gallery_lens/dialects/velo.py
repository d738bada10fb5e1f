"""``velo``: what ``wix-pro-gallery-backend`` and the JavaScript SDK give and take.

Source: the public Velo reference and the SDK's types. Ids and dates carry an underscore, media
are ``wix:`` texts.
"""

from typing import Any, Final

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
from gallery_lens.dialects._codecs import not_finite_losses
from gallery_lens.dialects._marks import is_page_item
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.media_losses import clip_losses, picture_losses
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.media_text import clip_text, picture_text
from gallery_lens.dialects.rows import Row
from gallery_lens.dialects.table import Table
from gallery_lens.model import Family, Gallery, Item

_PICTURE = picture_text(flat=False)

ITEM: Final = Table(
    model=Item,
    family=Family.BACKEND,
    underscored=True,
    rows=item_rows(
        "_",
        picture=(Row("image.picture", "image.imageInfo", _PICTURE),),
        clip=(Row("video.clip", "video.videoInfo", clip_text(flat=False)),),
        hover=(Row("secondary_media.image.picture", "secondaryMedia.image.imageInfo", _PICTURE),),
    ),
    losses=(
        *DATE_LOSSES,
        *PAGE_LOSSES,
        *picture_losses("image.picture"),
        *picture_losses("secondary_media.image.picture"),
        *clip_losses(flat=False),
        *not_finite_losses(
            "sort_order",
            *(
                f"{at}image.{field}"
                for at in ("", "secondary_media.")
                for field in (
                    "focal_point.x",
                    "focal_point.y",
                    "unsharp_mask.amount",
                    "unsharp_mask.radius",
                    "unsharp_mask.threshold",
                )
            ),
        ),
    ),
)

GALLERY: Final = Table(
    model=Gallery,
    family=Family.BACKEND,
    underscored=True,
    rows=gallery_rows("_"),
    losses=(*DATE_LOSSES[:1], *not_finite_losses("sort_order")),
)


def matches(wire: dict[str, Any]) -> bool:
    """Ids or dates with an underscore, or a medium as text."""
    underscored = "_id" in wire or "_createdDate" in wire or "_updatedDate" in wire
    return (underscored and not is_page_item(wire)) or any(
        isinstance(medium, str) for medium in media_of(wire)
    )


VELO: Final = Dialect(
    name="velo",
    schemas=("velo-item", "velo-gallery"),
    matches=matches,
    may_match=looks_backend,
    item=ITEM,
    gallery=GALLERY,
    refuse=refuse_contradiction,
    settle_gallery=settle_gallery,
    untyped=UNTYPED,
    reads=(*READS, *MEDIA_READS),
    writes=WRITES,
)
