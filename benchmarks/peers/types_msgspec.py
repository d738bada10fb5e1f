"""``msgspec``: types that hold all that the schema says of a generated item; texts checked by patterns."""

import re
import sys
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from plain import Losses, code_of, run

Date = Annotated[
    str,
    Meta(
        pattern=r"^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]"
        r":(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]))?\Z"
    ),
]
Order = float | Annotated[str, Meta(pattern=r"^[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")]
Size = Annotated[int, Meta(ge=0)]


class Link(Struct):
    text: str | None = None
    url: str | None = None
    target: str | None = None
    type: str | None = None


class Tags(Struct):
    values: list[str] | None = None


class Point(Struct):
    x: float | None = None
    y: float | None = None


class Mask(Struct):
    amount: float | None = None
    radius: float | None = None
    threshold: float | None = None


class Picture(Struct):
    id: str | None = None
    url: str | None = None
    filename: str | None = None
    altText: str | None = None
    width: Size | None = None
    height: Size | None = None


class Resolution(Picture):
    format: str | None = None
    quality: str | None = None


class Clip(Struct):
    id: str | None = None
    url: str | None = None
    filename: str | None = None
    resolutions: Annotated[list[Resolution], Meta(max_length=100)] | None = None
    posters: list[Picture] | None = None


class Image(Struct):
    type: Literal["UNDEFINED", "WIX_MEDIA", "EXTERNAL"] | None = None
    imageInfo: str | Picture | None = None
    focalPoint: Point | None = None
    exif: dict[str, Any] | None = None
    quality: Size | None = None
    unsharpMasking: Mask | None = None


class Video(Struct):
    type: Literal["UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"] | None = None
    videoInfo: str | Clip | None = None
    durationInMillis: Size | None = None


class Text(Struct):
    html: str | None = None
    css: dict[str, Any] | None = None
    editorHtml: str | None = None


class Item(Struct, omit_defaults=True):
    _id: str | None = None
    _createdDate: Date | None = None
    _updatedDate: Date | None = None
    id: str | None = None
    createdDate: Date | None = None
    updatedDate: Date | None = None
    sortOrder: Order | None = None
    title: str | None = None
    description: str | None = None
    link: Link | None = None
    type: Literal["UNDEFINED", "IMAGE", "VIDEO", "TEXT"] = "UNDEFINED"
    image: Image | None = None
    video: Video | None = None
    text: Text | None = None
    tags: Tags | None = None


decode = msgspec.json.Decoder(Item).decode
plain = msgspec.json.Decoder().decode
_AT = re.compile(r"\$\.(\S+)`")


def read(line: bytes) -> Any:
    """Check one line by the types, then hand over what they hold."""
    try:
        decode(line)
    except msgspec.ValidationError as error:
        found = _AT.search(str(error))
        return "/" + found[1].replace(".", "/") if found else ""
    return plain(line)


def refuse(item: Any) -> Losses:
    """The place that the types refuse."""
    return [(code_of(item), item)] if isinstance(item, str) else []


if __name__ == "__main__" and sys.argv:
    run(read, msgspec.json.Encoder().encode, refuse)
