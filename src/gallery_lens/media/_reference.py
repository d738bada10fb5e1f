"""The content of a media text, as a frozen value."""

import enum
from typing import Literal

import attrs

from gallery_lens.values import Record, Value


class MediaKind(enum.StrEnum):
    """The kind of a medium."""

    IMAGE = "image"
    VIDEO = "video"
    VECTOR = "vector"
    AUDIO = "audio"
    DOCUMENT = "document"
    WEB = "web"  #: any http(s) address


class Quirk(enum.StrEnum):
    """A way in which a text departs from the strict grammar, or stays within it oddly."""

    SCHEME_CASE = "scheme-case"  #: capitals in the part before the id
    LEGACY_SCHEME = "legacy-scheme"  #: ``image://v1/…`` or ``video://v1/…``, without ``wix:``
    SLASH = "slash"  #: a slash after the last part of the path: ``…/name/#…``
    BLANK = "blank"  #: a blank that is not percent-encoded, around the text or inside
    NO_SLASH = "no-slash"  #: neither a name nor the slash that stands before it
    NO_NAME = "no-name"  #: no name, with or without its slash
    NO_SIZE = "no-size"  #: an image's width or height is absent or empty; read as 0
    BAD_SIZE = "bad-size"  #: an image's width or height is not a whole number from 0 up; read as 0
    NO_POSTER = "no-poster"  #: a video without a poster; Wix writes those too
    POSTER_SIZE = "poster-size"  #: a poster's width or height is absent, empty or bad; read as 0
    DURATION = "duration"  #: an audio file's duration is absent, empty or bad; read as None
    NUMBER_SPELLING = "number-spelling"  #: a number that is not all digits: ``1e3``, ``0x10``
    EXTRA_PATH = "extra-path"  #: further parts of the path, which are ignored
    QUERY = "query"  #: a ``?…`` part, which is ignored
    EXTRA_FRAGMENT = "extra-fragment"  #: unknown keys, another order, or escapes after ``#``
    NAME_ENCODING = "name-encoding"  #: a name spelled otherwise than ``encode_component`` does
    BAD_NAME = "bad-name"  #: a name with a bad escape, which cannot be read; read as none
    UNDEFINED_NAME = (
        "undefined-name"  #: the word ``undefined`` as a name, the official SDK's mistake; read as none
    )
    BAD_POSTER = "bad-poster"  #: a word such as ``undefined`` as a poster's id; read as no poster
    BARE = "bare"  #: a media id alone, or after ``media/``; whether of a picture or a video is not said
    CDN = "cdn"  #: an http(s) address of a file at Wix
    NESTED = "nested"  #: an address at Wix, or ``media/``, where the id alone belongs


class MediaError(ValueError):
    """A text that is not a media text, or a reference that has none.

    Attributes:
        reason: ``"malformed"`` for media text that cannot be read (a bad escape, no id) or written,
            ``"unsupported"`` for what is neither media text nor an http(s) address.
        detail: a short clause for people, such as ``the escape %E0%A4 is not UTF-8``.
    """

    def __init__(self, reason: Literal["malformed", "unsupported"], detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return self.detail


class PosterReference(Value, Record, kw_only=True):
    """The still picture that a video's text names."""

    id: str  #: decoded; blanks and slashes around it are kept
    width: int = 0  #: in pixels; 0 is unknown
    height: int = 0  #: in pixels; 0 is unknown


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reference(Value):
    """The content of a media text."""

    kind: MediaKind
    id: str | None = None  #: as written, never decoded; None for web addresses only
    name: str | None = None  #: decoded, never empty; None when there is none
    width: int | None = None  #: images: in pixels, 0 is unknown; None leaves both sizes unwritten
    height: int | None = None  #: images: in pixels, 0 is unknown; None leaves both sizes unwritten
    watermark: str | None = None  #: images: decoded, never empty
    poster: PosterReference | None = None  #: videos
    duration: int | None = None  #: audio files: in milliseconds
    url: str | None = None  #: web addresses, those of files at Wix too: the text as given
    #: The parts of the text that say something nobody has a place for, as written.
    ignored: tuple[str, ...] = attrs.field(default=(), eq=False)
    quirks: frozenset[Quirk] = attrs.field(default=frozenset(), eq=False)
    #: The strict or deprecated text this was read from. Written again while it still says the same,
    #: because a name, say, may be spelled in many ways.
    _text: str | None = attrs.field(default=None, eq=False, repr=False, alias="_text")
