"""What the quick way reads: the usual shapes of items, narrower than the schemas and never wider.

An undeclared key, text where a number is usual, a hover medium, any object inside EXIF data or CSS:
msgspec refuses them all while it reads, and the item goes the usual way; keys that it meets get a slot,
as ``_undeclared`` tells. Null and absent are one.
"""

from typing import Annotated, Final, Literal, NamedTuple, TypeAlias

from msgspec import Meta, Struct

from gallery_lens.diagnostics import Place

Number: TypeAlias = int | float
Scalar: TypeAlias = str | int | float | bool | None
Free: TypeAlias = dict[str, Scalar]
#: What may stand under a key that nobody declares.
Value: TypeAlias = Scalar | list[Scalar] | Free
Whole: TypeAlias = Annotated[int, Meta(ge=0)]
Fraction: TypeAlias = Annotated[float, Meta(ge=0, le=1)]


class Shape(Struct, rename="camel", forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An object on the wire."""


class Link(Shape):
    """Where a click leads."""

    url: str | None = None
    text: str | None = None
    target: str | None = None
    type: str | None = None


class Point(Shape):
    """A focal point."""

    x: Fraction | None = None
    y: Fraction | None = None


class Mask(Shape):
    """How a picture is sharpened."""

    amount: Annotated[float, Meta(ge=0, le=5)] | None = None
    radius: Annotated[float, Meta(ge=0)] | None = None
    threshold: Fraction | None = None


class Text(Shape):
    """The text branch."""

    html: str | None = None
    css: Free | None = None
    editor_html: str | None = None
    editor_font_id: str | None = None


class Tags(Shape):
    """The words that an item is filed under."""

    values: list[str] | None = None


class Image(Shape):
    """The image branch, but for the picture."""

    type: Literal["WIX_MEDIA"] | None = None
    focal_point: Point | None = None
    exif: Free | None = None
    quality: Annotated[int, Meta(ge=30, le=100)] | None = None
    unsharp_masking: Mask | None = None


class Video(Shape):
    """The video branch, but for the clip."""

    type: Literal["WIX_MEDIA"] | None = None
    duration_in_millis: Whole | None = None
    duration: Annotated[float, Meta(ge=0)] | None = None


class _Item(Shape):
    sort_order: Number | None = None
    title: str | None = None
    description: str | None = None
    link: Link | None = None
    type: Literal["IMAGE", "VIDEO", "TEXT"] | None = None
    text: Text | None = None
    tags: Tags | None = None
    secondary_media: None = None


# ---------------------------------------------------------------- velo


class VeloImage(Image):
    """A picture as text."""

    image_info: str | None = None


class VeloVideo(Video):
    """A video as text."""

    video_info: str | None = None


class VeloItem(_Item, rename={"id": "_id", "created": "_createdDate", "updated": "_updatedDate"}):
    """An item of ``velo``."""

    id: str | None = None
    created: str | None = None
    updated: str | None = None
    image: VeloImage | None = None
    video: VeloVideo | None = None


# ---------------------------------------------------------------- rest


class Picture(Shape):
    """A picture as object, or a poster."""

    id: str | None = None
    url: str | None = None
    height: Whole | None = None
    width: Whole | None = None
    filename: str | None = None
    alt_text: str | None = None


class Resolution(Shape):
    """One encoding of a video."""

    url: str | None = None
    height: Whole | None = None
    width: Whole | None = None
    format: str | None = None
    quality: str | None = None
    filename: str | None = None


class Clip(Shape):
    """A video as object."""

    id: str | None = None
    url: str | None = None
    filename: str | None = None
    resolutions: Annotated[list[Resolution], Meta(max_length=100)] | None = None
    posters: list[Picture] | None = None


class RestImage(Image):
    """A picture as object."""

    image_info: Picture | None = None


class RestVideo(Video):
    """A video as object."""

    video_info: Clip | None = None


class RestItem(_Item, rename={"created": "createdDate", "updated": "updatedDate"}):
    """An item of ``rest``."""

    id: str | None = None
    created: str | None = None
    updated: str | None = None
    image: RestImage | None = None
    video: RestVideo | None = None


class Object(NamedTuple):
    """An object in an item that may have keys nobody declares."""

    shape: type[Struct]
    attributes: tuple[str, ...]  #: the way to it


#: By dialect and place.
OBJECTS: Final[dict[str, dict[Place, Object]]] = {
    "velo": {
        (): Object(VeloItem, ()),
        ("link",): Object(Link, ("link",)),
        ("tags",): Object(Tags, ("tags",)),
        ("image",): Object(VeloImage, ("image",)),
        ("video",): Object(VeloVideo, ("video",)),
    },
    "rest": {
        (): Object(RestItem, ()),
        ("link",): Object(Link, ("link",)),
        ("tags",): Object(Tags, ("tags",)),
        ("image",): Object(RestImage, ("image",)),
        ("image", "imageInfo"): Object(Picture, ("image", "image_info")),
        ("video",): Object(RestVideo, ("video",)),
        ("video", "videoInfo"): Object(Clip, ("video", "video_info")),
    },
}


# ---------------------------------------------------------------- frontend


class View(Struct, rename="camel", omit_defaults=True, gc=False):
    """An item of a page, with its keys in the order in which they are written."""

    type: str
    slug: str | None = None
    src: str = ""
    title: str | None = None
    description: str | None = None
    link: str | None = None
    thumbnail: str | None = None
