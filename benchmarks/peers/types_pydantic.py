"""``pydantic``: strict models that hold all that the schema says of a generated item."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from plain import Losses, code_of, compact, run

Date = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]"
        r":(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]))?$"
    ),
]
Order = (
    float
    | Annotated[
        str, StringConstraints(pattern=r"^[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$")
    ]
)
Size = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """Strict, and open to further keys."""

    model_config = ConfigDict(strict=True, extra="ignore")


class Link(Model):
    text: str | None = None
    url: str | None = None
    target: str | None = None
    type: str | None = None


class Tags(Model):
    values: list[str] | None = None


class Point(Model):
    x: float | None = None
    y: float | None = None


class Mask(Model):
    amount: float | None = None
    radius: float | None = None
    threshold: float | None = None


class Picture(Model):
    id: str | None = None
    url: str | None = None
    filename: str | None = None
    altText: str | None = None
    width: Size | None = None
    height: Size | None = None


class Resolution(Picture):
    format: str | None = None
    quality: str | None = None


class Clip(Model):
    id: str | None = None
    url: str | None = None
    filename: str | None = None
    resolutions: Annotated[list[Resolution], Field(max_length=100)] | None = None
    posters: list[Picture] | None = None


class Image(Model):
    type: Literal["UNDEFINED", "WIX_MEDIA", "EXTERNAL"] | None = None
    imageInfo: str | Picture | None = None
    focalPoint: Point | None = None
    exif: dict[str, Any] | None = None
    quality: Size | None = None
    unsharpMasking: Mask | None = None


class Video(Model):
    type: Literal["UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"] | None = None
    videoInfo: str | Clip | None = None
    durationInMillis: Size | None = None


class Text(Model):
    html: str | None = None
    css: dict[str, Any] | None = None
    editorHtml: str | None = None


class Item(Model):
    velo_id: str | None = Field(None, alias="_id")
    velo_created: Date | None = Field(None, alias="_createdDate")
    velo_updated: Date | None = Field(None, alias="_updatedDate")
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


def read(line: bytes) -> Any:
    """Read one line into the model, and hand it over as a dictionary; or the places that are refused."""
    try:
        return Item.model_validate_json(line).model_dump(by_alias=True, exclude_unset=True)
    except ValidationError as error:
        steps = (each["loc"] for each in error.errors(include_url=False, include_input=False))
        return list(dict.fromkeys(f"/{place[0]}" for place in steps))


def refuse(item: Any) -> Losses:
    """The places that the model refuses."""
    return [(code_of(pointer), pointer) for pointer in item] if isinstance(item, list) else []


run(read, compact, refuse)
