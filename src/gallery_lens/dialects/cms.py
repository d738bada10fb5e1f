"""``cms``: entries of CMS media gallery fields, and the media of Stores products; only read.

Source: public code that holds dumps of both. The items of a page, with the media id as slug or id,
and a file name beside the address that holds it too.
"""

from typing import Any, Final

from gallery_lens.dialects._codecs import NAMING, NUMBER, OBJECT, TEXT
from gallery_lens.dialects._marks import is_cms, is_foreign
from gallery_lens.dialects._mending import as_point
from gallery_lens.dialects._page import LINK, SHOWN, SHOWN_WORDS, TYPE, UNTYPED, kind_of_wire
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.media_text import READS as MEDIA_READS
from gallery_lens.dialects.media_text import clip_text, picture_text
from gallery_lens.dialects.normalizing import Alias, Normalized, Normalizer
from gallery_lens.dialects.rows import Codec, Row, Unstructuring
from gallery_lens.dialects.table import Table
from gallery_lens.model import UNSET, Clip, Family, Gallery, Item, Kind, Picture
from gallery_lens.values import evolve


def _medium(item: Item) -> Picture | Clip | None:
    if item.image:
        return item.image.picture or None
    return (item.video.clip or None) if item.video else None


def _filename(value: Any, item: Item, to: Unstructuring) -> Any:
    """The name that the address holds as well."""
    medium = _medium(item)
    return medium.filename if medium else UNSET


def _size(name: str) -> Codec:
    """Make a codec for a size of the picture, which the address holds as well."""

    def unstructure(value: Any, item: Item, to: Unstructuring) -> Any:
        medium = _medium(item)
        return getattr(medium, name) if isinstance(medium, Picture) else UNSET

    return evolve(NUMBER, unstructure=unstructure, derives=True, writes=f"medium.{name}")


POINT: Final = evolve(OBJECT, mend=as_point)


ITEM: Final = Table(
    model=Item,
    family=Family.PAGE,
    rows=(
        Row("type", "type", TYPE),
        Row("id", "slug", evolve(SHOWN, shape=NAMING.shape)),
        Row(
            "",
            "id",
            evolve(NAMING, unstructure=lambda value, item, to: item.id, writes="id", derives=True),
        ),
        Row("image.picture", "src", picture_text(flat=True), kind=Kind.IMAGE),
        Row("video.clip", "src", clip_text(flat=True), kind=Kind.VIDEO),
        Row("", "fileName", evolve(TEXT, unstructure=_filename, writes="medium.filename", derives=True)),
        Row("title", "title", SHOWN_WORDS),
        Row("description", "description", SHOWN_WORDS),
        Row("link.url", "link", LINK),
        Row("", "thumbnail", NAMING),
        Row("video.thumbnail", "thumbnail", NAMING, kind=Kind.VIDEO),
        # Known, but a video has no place for them in the model.
        Row("", "alt", TEXT),
        Row("image.picture.alt_text", "alt", TEXT, kind=Kind.IMAGE),
        Row("", "settings.width", _size("width")),
        Row("", "settings.height", _size("height")),
        Row("", "settings.focalPoint", POINT, kind=Kind.VIDEO),
        Row("", "settings.focalPoint.x", NUMBER, kind=Kind.VIDEO),
        Row("", "settings.focalPoint.y", NUMBER, kind=Kind.VIDEO),
        Row("image.focal_point", "settings.focalPoint", POINT, kind=Kind.IMAGE),
        Row("image.focal_point.x", "settings.focalPoint.x", NUMBER, kind=Kind.IMAGE),
        Row("image.focal_point.y", "settings.focalPoint.y", NUMBER, kind=Kind.IMAGE),
    ),
)

GALLERY: Final = Table(model=Gallery, family=Family.PAGE, rows=())


#: The id of a Stores medium is its slug, if it has no other.
ALIASES: Final = (Alias(("slug",), (("id",),)),)


def settle(wire: dict[str, Any]) -> Normalized:
    """Give an item the keys of a CMS field."""
    found = Normalizer(wire)
    found.follow(ALIASES)
    return found.settled


def matches(wire: dict[str, Any]) -> bool:
    """An address beside an id or a file name, or a slug that is a media id."""
    return is_cms(wire) and not is_foreign(wire)


def may_match(wire: dict[str, Any]) -> bool:
    """Without those it is any page's item."""
    return False


CMS: Final = Dialect(
    name="cms",
    schemas=("cms-item", "cms-items"),
    matches=matches,
    may_match=may_match,
    item=ITEM,
    gallery=GALLERY,
    kind_of_wire=kind_of_wire,
    aliases=ALIASES,
    untyped=UNTYPED,
    told_by=(("src", "fileName"), ("src", "id")),
    settle=settle,
    writable=False,
    reads=(
        *MEDIA_READS,
        "link-url-missing",
        "duplicate-id",
        "items-incomplete",
        "focal-point-outside",
        "unsafe-link",
    ),
)
