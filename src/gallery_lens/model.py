"""The neutral model: what a gallery holds, whatever dialect it was written in.

Frozen values that know no wire. Every attribute may be ``UNSET`` (the source said nothing) or
``None`` (the source said null), so that the dialect it came from can be written back unchanged;
both are false. ``extra`` holds the keys that the source's dialect does not declare.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal, TypeAlias, TypeVar

import attrs

from gallery_lens.values import Value


class Unset(enum.Enum):
    """The type of ``UNSET``: the source said nothing."""

    UNSET = "unset"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET

T = TypeVar("T")
#: A value, null, or nothing at all.
Maybe: TypeAlias = T | Unset | None
#: A number as given: an int, a float (NaN and infinities included), or numeric text.
Number: TypeAlias = int | float | str
#: The characters of a description that the ``$w.Gallery`` reference promises to show.
DESCRIPTION_LIMIT: Final = 100
#: Undeclared keys and their JSON values, as the source spells them.
Extra: TypeAlias = Mapping[str, Any]


class Kind(enum.StrEnum):
    """The kind of an item. Also the value of ``Item.type`` in upper case."""

    IMAGE = "IMAGE"
    VIDEO = "VIDEO"
    TEXT = "TEXT"


class Family(enum.StrEnum):
    """For whom an item was written; undeclared keys travel only within one family."""

    BACKEND = "backend"  #: what the Pro Gallery's server stores
    PAGE = "page"  #: what a gallery on a page shows
    COMPONENT = "component"  #: what the open-source gallery component lays out


def _extra() -> Any:
    return attrs.field(factory=dict)


def _part(of: type) -> Any:
    # Named in the metadata, so that tables can walk the model without resolving annotations.
    return attrs.field(default=UNSET, metadata={"part": of})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Origin(Value):
    """The dialect that an item or gallery was read from; ``None`` on one made by hand."""

    dialect: str  #: the dialect's name, ``"velo"``
    family: Family
    #: Whether ids and dates inside free objects are spelled ``_id``, ``_createdDate``, ``_updatedDate``.
    underscored: bool = False
    #: Keys that mean something to this dialect alone: undeclared elsewhere, they travel nowhere.
    own: frozenset[str] = frozenset()
    #: Ways to the objects that the model has none for: what is undeclared in them is told key by key.
    shared: frozenset[tuple[str, ...]] = frozenset()
    #: Where values were found, by where the dialect has its place for them, if that is elsewhere.
    moves: Mapping[tuple[str | int, ...], tuple[str | int, ...]] = attrs.field(
        factory=dict, eq=False, repr=False
    )
    #: The object as read, in a dialect that spells one thing in several ways; written back unchanged.
    given: Any = attrs.field(default=None, eq=False, repr=False)
    #: Places of JSON texts and numeric texts that were read, with what they hold; None for one that was not.
    respelled: tuple[tuple[tuple[str | int, ...], Any], ...] = attrs.field(default=(), eq=False, repr=False)
    #: What was mended or taken out before it could be read, if anything was.
    patch: Any = attrs.field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        return f"<{self.dialect}>"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(Value):
    """The target of a click on the item."""

    url: Maybe[str] = UNSET  #: absolute, or relative to the site (``/page``)
    text: Maybe[str] = UNSET  #: the words shown for the link
    target: Maybe[str] = UNSET  #: ``_blank``, ``_self``, ``_top`` …
    type: Maybe[str] = UNSET  #: ``UNDEFINED``, ``EXTERNAL`` or ``INTERNAL``
    rel: Maybe[str | tuple[str, ...]] = UNSET  #: ``nofollow``, ``noopener``, ``noreferrer`` or ``sponsored``
    data: Maybe[Mapping[str, Any]] = UNSET  #: Wix link data, a free object
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FocalPoint(Value):
    """The spot that stays visible when a picture is cropped, as fractions of its size (0 to 1)."""

    x: Maybe[Number] = UNSET  #: from the left
    y: Maybe[Number] = UNSET  #: from the top
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnsharpMask(Value):
    """How a picture is sharpened."""

    amount: Maybe[Number] = UNSET  #: 0 to 5
    radius: Maybe[Number] = UNSET  #: in pixels
    threshold: Maybe[Number] = UNSET  #: 0 to 1
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture(Value):
    """A still picture: a file of the Media Manager (``id``) or one elsewhere (``url`` alone)."""

    id: Maybe[str] = UNSET  #: Media Manager id, ``11062b_…~mv2.jpg``
    url: Maybe[str] = UNSET
    width: Maybe[int] = UNSET  #: of the original, in pixels; 0 is unknown
    height: Maybe[int] = UNSET  #: of the original, in pixels; 0 is unknown
    filename: Maybe[str] = UNSET  #: decoded
    alt_text: Maybe[str] = UNSET
    watermark: Maybe[str] = UNSET
    address: Maybe[str] = UNSET  #: the media text it was read from, as given
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Poster(Picture):
    """The still picture shown before a video plays."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Resolution(Value):
    """One encoding of a video."""

    url: Maybe[str] = UNSET
    width: Maybe[int] = UNSET  #: in pixels
    height: Maybe[int] = UNSET  #: in pixels
    format: Maybe[str] = UNSET  #: ``mp4``, ``Youtube`` …
    quality: Maybe[str] = UNSET  #: ``1080p`` …
    filename: Maybe[str] = UNSET
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Clip(Value):
    """A moving picture: a file of the Media Manager (``id``) or a page elsewhere (``url`` alone)."""

    id: Maybe[str] = UNSET
    url: Maybe[str] = UNSET
    filename: Maybe[str] = UNSET  #: decoded
    resolutions: Maybe[tuple[Resolution, ...]] = UNSET  #: at most 100
    posters: Maybe[tuple[Poster, ...]] = UNSET
    address: Maybe[str] = UNSET  #: the media text it was read from, as given
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Image(Value):
    """The image branch of an item: the picture and how it is shown."""

    picture: Maybe[Picture] = _part(Picture)
    focal_point: Maybe[FocalPoint] = _part(FocalPoint)
    exif: Maybe[Mapping[str, Any]] = UNSET  #: free key-value pairs
    quality: Maybe[int] = UNSET  #: 30 to 100
    unsharp_mask: Maybe[UnsharpMask] = _part(UnsharpMask)
    type: Maybe[str] = UNSET  #: ``UNDEFINED``, ``WIX_MEDIA`` or ``EXTERNAL``
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Video(Value):
    """The video branch of an item."""

    clip: Maybe[Clip] = _part(Clip)
    type: Maybe[str] = UNSET  #: ``UNDEFINED``, ``WIX_MEDIA``, ``YOUTUBE`` or ``VIMEO``
    duration_in_millis: Maybe[int] = UNSET
    duration: Maybe[int | float | str] = UNSET  #: the older field: milliseconds, as a number or as text
    thumbnail: Maybe[str] = UNSET  #: an address of a still picture, given beside the clip
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Text(Value):
    """The text branch of an item."""

    html: Maybe[str] = UNSET
    css: Maybe[Mapping[str, Any]] = UNSET  #: free key-value pairs
    editor_html: Maybe[str] = UNSET  #: internal to Wix
    editor_font_id: Maybe[str] = UNSET  #: internal to Wix
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SecondaryMedia(Value):
    """The medium shown on hover: a picture or a text."""

    image: Maybe[Image] = _part(Image)
    text: Maybe[Text] = _part(Text)
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tags(Value):
    """Words that the item is filed under."""

    values: Maybe[tuple[str, ...]] = UNSET
    extra: Extra = _extra()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Item(Value):
    """One item of a gallery; at most one of ``image``, ``video`` and ``text`` should be set."""

    id: Maybe[str] = UNSET  #: a GUID, as a rule
    type: Maybe[str] = UNSET  #: as given: ``IMAGE``, ``Image``, ``UNDEFINED`` …
    sort_order: Maybe[Number] = UNSET  #: items are shown in ascending order; the unit is not fixed
    title: Maybe[str] = UNSET
    description: Maybe[str] = UNSET
    link: Maybe[Link] = _part(Link)
    image: Maybe[Image] = _part(Image)
    video: Maybe[Video] = _part(Video)
    text: Maybe[Text] = _part(Text)
    tags: Maybe[Tags] = _part(Tags)
    created_date: Maybe[str] = UNSET  #: RFC 3339 text, as given
    updated_date: Maybe[str] = UNSET  #: RFC 3339 text, as given
    secondary_media: Maybe[SecondaryMedia] = _part(SecondaryMedia)
    extra: Extra = _extra()
    origin: Origin | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gallery(Value):
    """A gallery, or a bare list of items (then nothing but ``items`` is set)."""

    id: Maybe[str] = UNSET  #: a GUID, as a rule
    name: Maybe[str] = UNSET
    total_items: Maybe[int] = UNSET  #: of the whole gallery, not of the page that was read
    sort_order: Maybe[Number] = UNSET  #: position among galleries
    created_date: Maybe[str] = UNSET  #: RFC 3339 text, as given
    items: Maybe[tuple[Item, ...]] = UNSET
    extra: Extra = _extra()
    origin: Origin | None = None


def branches(item: Item) -> tuple[Kind, ...]:
    """Return the kinds whose branch *item* holds, in the order image, video, text."""
    held = ((Kind.IMAGE, item.image), (Kind.VIDEO, item.video), (Kind.TEXT, item.text))
    return tuple(kind for kind, branch in held if branch is not None and branch is not UNSET)


def kind_of_branches(image: Any, video: Any, text: Any) -> Kind | None:
    """Return the kind of the only branch that is there, as an object that is true, or None."""
    held = [kind for kind, branch in zip(Kind, (image, video, text), strict=True) if branch]
    return held[0] if len(held) == 1 else None


def declared_kind(item: Item) -> Kind | None:
    """Return the kind that ``Item.type`` names in any case, or None for none or ``UNDEFINED``."""
    return _KINDS.get(item.type.upper()) if item.type else None


_KINDS: Final[Mapping[str, Kind]] = Kind.__members__


def kind_of(item: Item) -> Kind | None:
    """Return the kind of *item*: the declared one, else that of its only branch, else None."""
    held = branches(item)
    return declared_kind(item) or (held[0] if len(held) == 1 else None)


def is_bare(item: Item) -> bool:
    """Return whether *item* has nothing to show: no picture, video or text of its kind."""
    match kind_of(item):
        case Kind.IMAGE:
            return not (item.image and _is_named(item.image.picture or None))
        case Kind.VIDEO:
            return not (item.video and _is_named(item.video.clip or None))
        case Kind.TEXT:
            return not (item.text and item.text.html)
    return not branches(item)


def _is_named(medium: Picture | Clip | None) -> bool:
    return medium is not None and bool(medium.id or medium.url or medium.address)


def parts(model: type) -> dict[str, type]:
    """Return the class of every object that *model* can hold, by dotted path, outer ones first."""
    found: dict[str, type] = {}
    for field in attrs.fields(model):
        if part := field.metadata.get("part"):
            found[field.name] = part
            found |= {f"{field.name}.{path}": inner for path, inner in parts(part).items()}
    return found


def objects(root: Any) -> dict[str, Any]:
    """Return *root* and every object that it holds by dotted path, outer ones first; ``""`` is the root."""
    found = {"": root}
    model: Any = type(root)
    for path, owner, attribute in _ways(model):
        if owner in found and (value := getattr(found[owner], attribute)):
            found[path] = value
    return found


@cache
def _ways(model: type) -> tuple[tuple[str, str, str], ...]:
    """Path, owner and attribute of every object that *model* can hold, outer ones first."""
    return tuple((path, *path.rpartition(".")[::2]) for path in parts(model))
