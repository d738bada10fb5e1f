"""Media text (``wix:image://v1/…`` and its relatives) to frozen references, and back.

The strict grammar, of which everything else read here is a departure (a ``Quirk``)::

    image     wix:image://v1/ID/[NAME]#originWidth=W&originHeight=H[&watermark=TEXT]
    video     wix:video://v1/ID/NAME#posterUri=ID&posterWidth=W&posterHeight=H
    vector    wix:vector://v1/ID/[NAME]
    audio     wix:audio://v1/ID/NAME#duration=MILLISECONDS
    document  wix:document://v1/[ugd/]ID/NAME

An id, a name or a text is one or more characters without ``/``, nor any that would end it (``?``
and ``#`` in the path, ``&`` and ``#`` after it). Two deprecated forms are written back as they
were read: ``image://v1/ID/W_H/[NAME]``, and the video form with a slash before ``#``.
"""

import enum
import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

import attrs

from gallery_lens.late import late
from gallery_lens.values import Value


class MediaKind(enum.StrEnum):
    """What a media text points at."""

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
    NO_SLASH = "no-slash"  #: neither a name nor the slash that stands before it (images, vectors)
    NO_NAME = "no-name"  #: no name, with or without its slash
    NO_SIZE = "no-size"  #: an image's width or height is absent or empty; read as 0
    BAD_SIZE = "bad-size"  #: an image's width or height is no whole number from 0 up; read as 0
    NO_POSTER = "no-poster"  #: a video without a poster; Wix writes those too
    POSTER_SIZE = "poster-size"  #: a poster's width or height is absent, empty or bad; read as 0
    DURATION = "duration"  #: an audio file's duration is absent, empty or bad; read as None
    NUMBER_SPELLING = "number-spelling"  #: a number that is not all digits: ``1e3``, ``0x10``
    EXTRA_PATH = "extra-path"  #: further parts of the path, which are ignored
    QUERY = "query"  #: a ``?…`` part, which is ignored
    EXTRA_FRAGMENT = "extra-fragment"  #: unknown keys, another order, or escapes after ``#``
    NAME_ENCODING = "name-encoding"  #: a name spelled otherwise than ``encode_component`` does


class MediaError(ValueError):
    """A text that is no media text, or a reference that has none.

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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PosterReference(Value):
    """The still picture that a video's text names."""

    id: str  #: decoded; blanks and slashes around it are kept
    width: int = 0  #: in pixels; 0 is unknown
    height: int = 0  #: in pixels; 0 is unknown


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reference(Value):
    """What a media text says."""

    kind: MediaKind
    id: str | None = None  #: as written, never decoded; None for web addresses only
    name: str | None = None  #: decoded, never empty; None when there is none
    width: int | None = None  #: images: in pixels, 0 is unknown; None leaves both sizes unwritten
    height: int | None = None  #: images: in pixels, 0 is unknown; None leaves both sizes unwritten
    watermark: str | None = None  #: images: decoded, never empty
    poster: PosterReference | None = None  #: videos
    duration: int | None = None  #: audio files: in milliseconds
    url: str | None = None  #: web addresses: the text as given
    quirks: frozenset[Quirk] = attrs.field(default=frozenset(), eq=False)
    #: The strict or deprecated text this was read from. Written again while it still says the same,
    #: because a name, say, may be spelled in many ways.
    _text: str | None = attrs.field(default=None, eq=False, repr=False, alias="_text")


_Quirks: TypeAlias = set[Quirk]


# Many ask in turn what one address says; a gallery has some thousands.
@functools.lru_cache(maxsize=16_384)
def parse(text: str) -> Reference:
    """Read a media text or an http(s) address.

    The text may depart from the strict grammar: it is taken apart as browsers take an address apart,
    parts that mean nothing are ignored, and what was odd about it is told in ``Reference.quirks``.

    Raises:
        MediaError: The text is neither, or its name, id or host cannot be read.
    """
    if match := _USUAL_IMAGE.fullmatch(text):
        return _usual_image(text, match)
    if match := _USUAL_VIDEO.fullmatch(text):
        return _usual_video(text, match)
    return _read(text)


# The usual forms
#
# Nearly all texts met are one of these two, and are read several times faster here. Sizes stop at 15
# digits, where JavaScript's numbers are still exact.

_WORD: Final = r"[A-Za-z0-9_.~-]+"
_NAME: Final = r"[A-Za-z0-9_.!~*'()%-]"
_SIZE: Final = "[0-9]{1,15}"
_USUAL_IMAGE: Final = late(
    rf"wix:image://v1/({_WORD})(?:/({_NAME}*))?#originWidth=({_SIZE})&originHeight=({_SIZE})"
)
_USUAL_VIDEO: Final = late(
    rf"wix:video://v1/({_WORD})/({_NAME}+)#posterUri=({_WORD})&posterWidth=({_SIZE})&posterHeight=({_SIZE})"
)

_NONE: Final[frozenset[Quirk]] = frozenset()
_EMPTY_NAME: Final = frozenset({Quirk.NO_NAME})
_NO_SLASH: Final = frozenset({Quirk.NO_NAME, Quirk.NO_SLASH})
_ODD_NAME: Final = frozenset({Quirk.NAME_ENCODING})


def _usual_image(text: str, match: re.Match[str]) -> Reference:
    id, spelled, width, height = match.groups()
    name, quirks = _usual_name(spelled)
    kept = None if spelled is None else text
    return Reference(
        kind=MediaKind.IMAGE,
        id=id,
        name=name,
        width=int(width),
        height=int(height),
        quirks=quirks,
        _text=kept,
    )


def _usual_video(text: str, match: re.Match[str]) -> Reference:
    id, spelled, poster, width, height = match.groups()
    name, quirks = _usual_name(spelled)
    return Reference(
        kind=MediaKind.VIDEO,
        id=id,
        name=name,
        poster=PosterReference(id=poster, width=int(width), height=int(height)),
        quirks=quirks,
        _text=text,
    )


def _usual_name(spelled: str | None) -> tuple[str | None, frozenset[Quirk]]:
    if not spelled:
        return None, _NO_SLASH if spelled is None else _EMPTY_NAME
    if "%" not in spelled:
        return spelled, _NONE
    name = decode_component(spelled)
    # Blanks are all that most names need escapes for.
    usual = name.replace(" ", "%20") == spelled or encode_component(name) == spelled
    return name, _NONE if usual else _ODD_NAME


# Any form

#: What a browser takes off both ends of an address: C0 controls and the blank.
_ENDS: Final = "".join(map(chr, range(0x21)))
_BREAKS: Final = str.maketrans("", "", "\t\n\r")
_SURROGATE: Final = late("[\ud800-\udfff]")
_HEAD: Final = late(
    r"(wix:|(?=image|video))(image|video|vector|audio|document)://v1/", re.IGNORECASE | re.ASCII
)
_MEDIA_SCHEME: Final = late("(?:wix|image|video):", re.IGNORECASE | re.ASCII)
_WEB_SCHEME: Final = late(r"https?:[/\\]*", re.IGNORECASE | re.ASCII)
_SCHEME: Final = late("[A-Za-z][A-Za-z0-9+.-]*:")
_PATH_SIZE: Final = late("([0-9]+)_([0-9]+)")


def _read(text: str) -> Reference:
    _refuse_surrogates(text)
    address = text.strip(_ENDS).translate(_BREAKS)
    blank = {Quirk.BLANK} if address != text else set()
    head = _HEAD.match(address)
    if head is None:
        return _read_elsewhere(text, address, blank)
    return _read_media(text, address, head, blank)


def _read_elsewhere(text: str, address: str, quirks: _Quirks) -> Reference:
    if _MEDIA_SCHEME.match(address):
        raise MediaError("malformed", "the part before the id is none that Wix writes")
    if not _WEB_SCHEME.match(address):
        raise MediaError("unsupported", _why_unsupported(address))
    if _split(address) is None:
        raise MediaError("malformed", "the address names no host")
    return Reference(kind=MediaKind.WEB, url=text, quirks=frozenset(quirks))


def _why_unsupported(address: str) -> str:
    if not address:
        return "the text is empty"
    scheme = _SCHEME.match(address)
    return f"the scheme {scheme[0]} is not supported" if scheme else "the text has no scheme"


def _read_media(text: str, address: str, head: re.Match[str], quirks: _Quirks) -> Reference:
    kind = MediaKind(head[2].lower())
    before, mark, fragment = address[head.end() :].partition("#")
    path, query, _ = before.partition("?")
    parts, sizes = _read_size_in_path(head, path.split("/"), quirks)
    id, name = _read_path(kind, parts, quirks)
    fields = sizes | _read_fragment(kind, mark + fragment, quirks)
    values = _VALUES[kind](fields, quirks)
    odd = {Quirk.SCHEME_CASE: not head[0].islower(), Quirk.QUERY: query, Quirk.BLANK: " " in address}
    quirks.update(quirk for quirk, holds in odd.items() if holds)
    kept = text if _KEPT[kind].fullmatch(text) else None
    return Reference(kind=kind, id=id, name=name, quirks=frozenset(quirks), _text=kept, **values)


def _read_size_in_path(
    head: re.Match[str], parts: list[str], quirks: _Quirks
) -> tuple[list[str], dict[str, str]]:
    # ``image://v1/ID/W_H/[NAME]``: the size is told from a name by the slash after it.
    if head[1]:
        return parts, {}
    quirks.add(Quirk.LEGACY_SCHEME)
    size = _PATH_SIZE.fullmatch(parts[1]) if len(parts) > 2 else None
    if size is None or head[2].lower() != MediaKind.IMAGE:
        return parts, {}
    return [parts[0], *parts[2:]], {"originWidth": size[1], "originHeight": size[2]}


def _read_path(kind: MediaKind, parts: list[str], quirks: _Quirks) -> tuple[str, str | None]:
    if kind is MediaKind.DOCUMENT and len(parts) > 2 and parts[0] == "ugd" and parts[1]:
        parts = ["/".join(parts[:2]), *parts[2:]]
    id, *names = parts
    if not id:
        raise MediaError("malformed", "the id is empty")
    further = names[1:]
    odd = {
        Quirk.NO_SLASH: not names and kind in (MediaKind.IMAGE, MediaKind.VECTOR),
        Quirk.SLASH: further and not further[-1],
        Quirk.EXTRA_PATH: any(further),
    }
    quirks.update(quirk for quirk, holds in odd.items() if holds)
    return id, _read_name(names[0] if names else "", quirks)


def _read_name(spelled: str, quirks: _Quirks) -> str | None:
    if not spelled:
        quirks.add(Quirk.NO_NAME)
        return None
    name = decode_component(spelled)
    if encode_component(name) != spelled.replace(" ", "%20"):
        quirks.add(Quirk.NAME_ENCODING)
    return name


_KEYS: Final[Mapping[MediaKind, tuple[str, ...]]] = {
    MediaKind.IMAGE: ("originWidth", "originHeight", "watermark"),
    MediaKind.VIDEO: ("posterUri", "posterWidth", "posterHeight"),
    MediaKind.AUDIO: ("duration",),
    MediaKind.VECTOR: (),
    MediaKind.DOCUMENT: (),
}


def _read_fragment(kind: MediaKind, fragment: str, quirks: _Quirks) -> dict[str, str]:
    # Read as a browser reads a query: the first of equal keys counts, and nothing is refused.
    spelled = fragment[1:]
    pairs = parse_qsl(spelled.removeprefix("?"), keep_blank_values=True)
    fields = dict(reversed(pairs))
    known = [key for key in _KEYS[kind] if key in fields]
    as_written = "&".join(f"{key}={value}" for key, value in pairs)
    # What has no keys has no ``#`` either.
    if [key for key, _ in pairs] != known or as_written != spelled or (fragment and not _KEYS[kind]):
        quirks.add(Quirk.EXTRA_FRAGMENT)
    return fields


def _image_values(fields: Mapping[str, str], quirks: _Quirks) -> dict[str, Any]:
    if fields.get("watermark") == "":
        quirks.add(Quirk.EXTRA_FRAGMENT)
    return {
        "width": _number(fields.get("originWidth"), quirks, Quirk.NO_SIZE, Quirk.BAD_SIZE) or 0,
        "height": _number(fields.get("originHeight"), quirks, Quirk.NO_SIZE, Quirk.BAD_SIZE) or 0,
        "watermark": fields.get("watermark") or None,
    }


def _video_values(fields: Mapping[str, str], quirks: _Quirks) -> dict[str, Any]:
    id = fields.get("posterUri")
    if not id:
        quirks.add(Quirk.NO_POSTER)
        return {}
    width, height = (
        _number(fields.get(key), quirks, Quirk.POSTER_SIZE, Quirk.POSTER_SIZE) or 0
        for key in ("posterWidth", "posterHeight")
    )
    return {"poster": PosterReference(id=id, width=width, height=height)}


def _audio_values(fields: Mapping[str, str], quirks: _Quirks) -> dict[str, Any]:
    return {"duration": _number(fields.get("duration"), quirks, Quirk.DURATION, Quirk.DURATION)}


def _no_values(fields: Mapping[str, str], quirks: _Quirks) -> dict[str, Any]:
    return {}


_VALUES: Final[Mapping[MediaKind, Callable[[Mapping[str, str], _Quirks], dict[str, Any]]]] = {
    MediaKind.IMAGE: _image_values,
    MediaKind.VIDEO: _video_values,
    MediaKind.AUDIO: _audio_values,
    MediaKind.VECTOR: _no_values,
    MediaKind.DOCUMENT: _no_values,
}

# Numbers, as JavaScript's ``Number`` reads them

_JS_BLANKS: Final = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_RADIX: Final = late("0(?:[xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)")
_DECIMAL: Final = late(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_INFINITE: Final = 2**1024


def _number(text: str | None, quirks: _Quirks, absent: Quirk, bad: Quirk) -> int | None:
    trimmed = (text or "").strip(_JS_BLANKS)
    if not trimmed:
        quirks.add(absent)
        return None
    number = _whole_number(trimmed)
    if number is None:
        quirks.add(bad)
    elif not (trimmed == text and trimmed.isdecimal()):
        quirks.add(Quirk.NUMBER_SPELLING)
    return number


def _whole_number(text: str) -> int | None:
    if _RADIX.fullmatch(text):
        number = int(text, 0)
        return number if number < _INFINITE else None
    if not _DECIMAL.fullmatch(text):
        return None
    rounded = float(text)
    if rounded < 0 or not rounded.is_integer():
        return None
    # Without its zeros, text of a finite number is short enough for int().
    return int(text.lstrip("0") or "0") if text.isdecimal() else int(rounded)


# Writing


def build(reference: Reference, *, slash: bool = True) -> str:
    """Write *reference* in the strict grammar.

    A reference that was read from a strict or deprecated text, and still says the same, gives that
    text. What the grammar demands and the reference does not hold (a video's name or poster, sizes)
    is left out.

    Args:
        reference: What to write; by hand, or read by ``parse``.
        slash: Whether the slash before the name stays when there is no name.

    Raises:
        MediaError: The reference has no id (or address), or holds what no text can.
    """
    kept = reference._text
    if kept is not None and (slash or reference.name) and parse(kept) == reference:
        return kept
    if reference.kind is MediaKind.WEB:
        text = _held(reference.url, "address")
    else:
        text = f"wix:{reference.kind}://v1/{_path(reference, slash)}{_fragment(reference)}"
    return _refuse_surrogates(text)


#: What would end an id in the path, or be taken out of it.
_NOT_IN_ID: Final = late(r"[/?#\t\n\r]")
#: What would be read as something else after ``#``.
_NOT_IN_FRAGMENT: Final = late("[\0-\x1f&+]|%(?=[0-9A-Fa-f]{2})")


def _path(reference: Reference, slash: bool) -> str:
    id = _held(reference.id, "id")
    plain = id.removeprefix("ugd/") if reference.kind is MediaKind.DOCUMENT else id
    if found := _NOT_IN_ID.search(_held(plain, "id")):
        raise MediaError("malformed", f"the id holds {found[0]!r}")
    if reference.name:
        return f"{id}/{encode_component(reference.name)}"
    return f"{id}/" if slash else id


def _held(text: str | None, what: str) -> str:
    if not text:
        raise MediaError("malformed", f"the {what} is empty")
    return text


def _fragment(reference: Reference) -> str:
    fields = _FIELDS[reference.kind](reference)
    return "#" + "&".join(f"{key}={value}" for key, value in fields.items()) if fields else ""


def _image_fields(reference: Reference) -> dict[str, object]:
    fields: dict[str, object] = {}
    if reference.width is not None and reference.height is not None:
        fields |= {"originWidth": reference.width, "originHeight": reference.height}
    if reference.watermark:
        watermark = _escape(reference.watermark)
        # A blank at the end of a text would be taken for one around it.
        fields["watermark"] = f"{watermark[:-1]}%20" if watermark.endswith(" ") else watermark
    return fields


def _video_fields(reference: Reference) -> dict[str, object]:
    poster = reference.poster
    if poster is None:
        return {}
    id = _escape(_held(poster.id, "poster's id"))
    return {"posterUri": id, "posterWidth": poster.width, "posterHeight": poster.height}


def _audio_fields(reference: Reference) -> dict[str, object]:
    return {} if reference.duration is None else {"duration": reference.duration}


def _no_fields(reference: Reference) -> dict[str, object]:
    return {}


_FIELDS: Final[Mapping[MediaKind, Callable[[Reference], dict[str, object]]]] = {
    MediaKind.IMAGE: _image_fields,
    MediaKind.VIDEO: _video_fields,
    MediaKind.AUDIO: _audio_fields,
    MediaKind.VECTOR: _no_fields,
    MediaKind.DOCUMENT: _no_fields,
}


def _escape(text: str) -> str:
    return _NOT_IN_FRAGMENT.sub(lambda found: f"%{ord(found[0]):02X}", text)


def _refuse_surrogates(text: str) -> str:
    if not text.isascii() and (found := _SURROGATE.search(text)):
        raise MediaError("malformed", f"U+{ord(found[0]):04X} is half a character")
    return text


# The strict grammar

_PART: Final = r"[^/?#\t\n\r]+"
_TEXT: Final = r"[^/&#\t\n\r]+"
_POSTER: Final = f"#posterUri={_TEXT}&posterWidth=[0-9]+&posterHeight=[0-9]+"


def _pattern(grammar: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{grammar})(?<![\0-\x20])")


_STRICT: Final[Mapping[MediaKind, re.Pattern[str]]] = {
    MediaKind.IMAGE: _pattern(
        f"wix:image://v1/{_PART}/(?:{_PART})?#originWidth=[0-9]+&originHeight=[0-9]+(?:&watermark={_TEXT})?"
    ),
    MediaKind.VIDEO: _pattern(f"wix:video://v1/{_PART}/{_PART}{_POSTER}"),
    MediaKind.VECTOR: _pattern(f"wix:vector://v1/{_PART}/(?:{_PART})?"),
    MediaKind.AUDIO: _pattern(f"wix:audio://v1/{_PART}/{_PART}#duration=[0-9]+"),
    MediaKind.DOCUMENT: _pattern(f"wix:document://v1/(?:ugd/)?{_PART}/{_PART}"),
}
#: The strict and the deprecated texts, which are written back as they are.
_KEPT: Final[Mapping[MediaKind, re.Pattern[str]]] = {
    **_STRICT,
    MediaKind.IMAGE: _pattern(
        f"{_STRICT[MediaKind.IMAGE].pattern}|image://v1/{_PART}/[0-9]+_[0-9]+/(?:{_PART})?"
    ),
    MediaKind.VIDEO: _pattern(f"wix:video://v1/{_PART}/{_PART}/?{_POSTER}"),
}


def is_strict(text: str) -> bool:
    """Tell whether *text* follows the strict grammar, the deprecated forms not included.

    The grammar knows nothing of escapes: a strict text may still be refused by ``parse``.
    """
    return any(pattern.fullmatch(text) for pattern in _STRICT.values())


# Percent-encoding

_ESCAPES: Final = late("((?:%[0-9A-Fa-f]{2})+)|%")


def encode_component(text: str) -> str:
    """Percent-encode *text* as JavaScript's ``encodeURIComponent`` does.

    Raises:
        MediaError: The text holds a lone surrogate.
    """
    return quote(_refuse_surrogates(text), safe="-_.!~*'()")


def decode_component(text: str) -> str:
    """Undo percent-encoding as JavaScript's ``decodeURIComponent`` does; ``+`` stays ``+``.

    Raises:
        MediaError: An escape lacks its two hexadecimal digits, or escapes are not UTF-8.
    """
    return _ESCAPES.sub(_decode_escapes, text) if "%" in text else text


def _decode_escapes(match: re.Match[str]) -> str:
    escapes = match[1]
    if escapes is None:
        found = match.string[match.start() : match.start() + 3]
        raise MediaError("malformed", f"{found!r} is not an escape")
    try:
        return bytes.fromhex(escapes.replace("%", "")).decode()
    except UnicodeDecodeError as error:
        bad = escapes[3 * error.start : 3 * error.end]
        raise MediaError("malformed", f"the escape {bad} is not UTF-8") from None


# Addresses

_CDN_HOST: Final = "static.wixstatic.com"
_CDN_PATH: Final = late(r"/media/([^/]+)(?:/v1/.*)?")
_VIDEO_HOST: Final = "video.wixstatic.com"
_VIDEO_PATH: Final = late(r"/video/([^/]+)(?:/.*)?")
_HOSTS: Final[Mapping[str, str]] = {
    "youtube.com": "YOUTUBE",
    "youtu.be": "YOUTUBE",
    "youtube-nocookie.com": "YOUTUBE",
    "vimeo.com": "VIMEO",
}
_NOT_IN_HOST: Final = late(r"[\s<>^|]")


def picture_url(id: str) -> str:
    """Return the address of the picture *id* as it was uploaded."""
    return f"https://{_CDN_HOST}/media/{id}"


def vector_url(id: str) -> str:
    """Return the address of the vector picture *id*."""
    return f"https://{_CDN_HOST}/shapes/{id}"


def video_url(id: str, quality: str) -> str:
    """Return the address of the mp4 file of the video *id*, *quality* being ``1080p`` and the like."""
    return f"https://{_VIDEO_HOST}/video/{id}/{quality}/mp4/file.mp4"


def cdn_id(url: str) -> str | None:
    """Return the media id in the address of a Wix picture, as written there, or None for others.

    A tail that crops or scales (``/v1/…``) is ignored, as are ``?…`` and ``#…``.
    """
    parts = _split(url)
    if parts is None or parts.hostname != _CDN_HOST:
        return None
    found = _CDN_PATH.fullmatch(parts.path)
    return found[1] if found else None


def video_cdn_id(url: str) -> str | None:
    """Return the media id in the address of an mp4 file of Wix, as written there, or None for others."""
    parts = _split(url)
    if parts is None or parts.hostname != _VIDEO_HOST:
        return None
    found = _VIDEO_PATH.fullmatch(parts.path)
    return found[1] if found else None


def video_host(url: str) -> str | None:
    """Return ``"YOUTUBE"`` or ``"VIMEO"`` for an http(s) address at their hosts, else None."""
    parts = _split(url)
    labels = (parts.hostname or "").removesuffix(".").split(".") if parts else []
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return next((_HOSTS[domain] for domain in domains if domain in _HOSTS), None)


def web_parts(url: str) -> SplitResult | None:
    """Take an http(s) address apart as browsers do, or return None for others; the scheme is left out."""
    return _split(url)


def _split(url: str) -> SplitResult | None:
    # As browsers do: backslashes are slashes, so that none can hide the host.
    address = url.strip(_ENDS).translate(_BREAKS)
    scheme = _WEB_SCHEME.match(address)
    if scheme is None:
        return None
    try:
        parts = urlsplit(f"//{address[scheme.end() :]}".replace("\\", "/"))
        host = parts.hostname
    except ValueError:
        return None
    return parts if host and not _NOT_IN_HOST.search(host) else None
