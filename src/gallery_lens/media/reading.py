"""Media texts and web addresses, read with all their oddities."""

import functools
import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from gallery_lens.late import late
from gallery_lens.media._addresses import (
    BREAKS,
    ENDS,
    NO_IDS,
    WEB_SCHEME,
    bare_id,
    cdn_id,
    video_cdn_id,
    web_parts,
)
from gallery_lens.media._escapes import decode_component, encode_component, refuse_surrogates
from gallery_lens.media._numbers import BLANKS, whole_number
from gallery_lens.media._reference import MediaError, MediaKind, PosterReference, Quirk, Reference
from gallery_lens.media._strict import KEPT

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
    return read_any(text)


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
    if id in NO_IDS or spelled == _UNDEFINED or (spelled and "%" in spelled and not _decodes(spelled)):
        return read_any(text)
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
    if (
        id in NO_IDS
        or poster in NO_IDS
        or spelled == _UNDEFINED
        or ("%" in spelled and not _decodes(spelled))
    ):
        return read_any(text)
    name, quirks = _usual_name(spelled)
    return Reference(
        kind=MediaKind.VIDEO,
        id=id,
        name=name,
        poster=PosterReference(id=poster, width=int(width), height=int(height)),
        quirks=quirks,
        _text=text,
    )


def _decodes(spelled: str) -> bool:
    try:
        return decode_component(spelled) != _UNDEFINED
    except MediaError:
        return False


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

_HEAD: Final = late(
    r"(wix:|(?=image|video))(image|video|vector|audio|document)://v1/", re.IGNORECASE | re.ASCII
)
_MEDIA_SCHEME: Final = late("(?:wix|image|video):", re.IGNORECASE | re.ASCII)
_SCHEME: Final = late("[A-Za-z][A-Za-z0-9+.-]*:")
_PATH_SIZE: Final = late("([0-9]+)_([0-9]+)")
#: How an encoding of a video is called: ``1080p``, ``hd``.
_QUALITY: Final = late("[0-9]{3,4}p|hd|sd|storyboard")
_AT_WIX: Final = late(r"(?:static|video)\.wixstatic\.com/", re.IGNORECASE | re.ASCII)
#: An address at Wix up to the id.
_NESTED: Final = late(
    r"(?:https?:)?/*(?:static\.wixstatic\.com/media|video\.wixstatic\.com/video)/(?=[^/])",
    re.IGNORECASE | re.ASCII,
)


def read_any(text: str) -> Reference:
    """Read a text in any form, as ``parse`` does; the usual forms take longer here."""
    refuse_surrogates(text)
    address = text.strip(ENDS + BLANKS).translate(BREAKS)
    blank = {Quirk.BLANK} if address != text else set()
    head = _HEAD.match(address)
    if head is not None:
        return _read_media(text, address, head, blank)
    if _MEDIA_SCHEME.match(address):
        raise MediaError("malformed", "the part before the id is none that Wix writes")
    if address in NO_IDS:
        raise MediaError("malformed", f"the word {address} is no id")
    if _AT_WIX.match(address):
        address = f"https://{address}"
    if WEB_SCHEME.match(address):
        return _read_web(text, address, blank)
    if id := bare_id(address):
        _refuse_no_id(id)
        odd = frozenset((*blank, Quirk.BARE, Quirk.NO_SIZE))
        return Reference(kind=MediaKind.IMAGE, id=id, width=0, height=0, quirks=odd)
    if scheme := _SCHEME.match(address):
        raise MediaError("unsupported", f"the scheme {scheme[0]} is not supported")
    raise MediaError("unsupported", "the text has no scheme" if address else "the text is empty")


def _read_web(text: str, address: str, quirks: _Quirks) -> Reference:
    """Read an address on the web; a picture says its size in the fragment, one at Wix in the query too."""
    parts = web_parts(address)
    if parts is None:
        raise MediaError("malformed", "the address names no host")
    picture, clip = cdn_id(address), video_cdn_id(address)
    said = _sizes(parts.fragment) or (_sizes(parts.query) if picture else {})
    sizes = {key: _number(said[key], set(), Quirk.NO_SIZE, Quirk.BAD_SIZE) or 0 for key in said}
    values: dict[str, Any] = {"width": sizes.get(_WIDTH), "height": sizes.get(_HEIGHT), "url": text}
    if id := picture or clip:
        _refuse_no_id(id)
        kind = MediaKind.IMAGE if picture else MediaKind.VIDEO
        tail = parts.path.partition("/v1/")[2] if picture else ""
        ignored = (*([f"v1/{tail}"] if tail else []), *_unknown(parts.query), *_unknown(parts.fragment))
        return Reference(kind=kind, id=id, ignored=ignored, quirks=frozenset((*quirks, Quirk.CDN)), **values)
    return Reference(kind=MediaKind.WEB, quirks=frozenset(quirks), **values)


def _sizes(query: str) -> dict[str, str]:
    pairs = _pairs(query)
    named = {_OLDER.get(key, key): value for key, value in reversed(pairs)}
    return {key: named[key] for key in (_WIDTH, _HEIGHT) if key in named}


def _unknown(query: str) -> tuple[str, ...]:
    """The parts of a query that are no sizes, and say something."""
    return tuple(
        f"{key}={value}" for key, value in _pairs(query) if _OLDER.get(key, key) not in _SIZES and value
    )


def _pairs(query: str) -> list[tuple[str, str]]:
    from urllib.parse import parse_qsl

    return parse_qsl(query, keep_blank_values=True) if query else []


def _refuse_no_id(id: str) -> None:
    if id.strip() in NO_IDS:
        raise MediaError("malformed", f"the word {id.strip()} is no id")


def _read_media(text: str, address: str, head: re.Match[str], quirks: _Quirks) -> Reference:
    kind = MediaKind(head[2].lower())
    before, fragment, ignored = _split_fragment(kind, address[head.end() :], quirks)
    path, _, query = before.partition("?")
    parts, sizes = _split_path(kind, head, path, quirks)
    id, name, further = _read_path(kind, parts, quirks)
    if "#" in id:  # which may stand in a name alone
        raise MediaError("malformed", "the id holds '#'")
    said, unknown = _read_fragment(kind, fragment, quirks)
    fields = sizes | said
    if query:
        fields = _sizes(query) | fields
        ignored += _unknown(query)
    named = fields.get(_FILE_NAME)
    if name is None and named:
        name = named
    elif named and named != name:
        ignored += (f"{_FILE_NAME}={named}",)
    values = _values(kind, fields, quirks)
    odd = {Quirk.SCHEME_CASE: not head[0].islower(), Quirk.QUERY: bool(query), Quirk.BLANK: " " in address}
    quirks.update(quirk for quirk, holds in odd.items() if holds)
    kept = text if KEPT[kind].fullmatch(text) else None
    return Reference(
        kind=kind,
        id=id,
        name=name,
        quirks=frozenset(quirks),
        ignored=(*further, *ignored, *unknown),
        _text=kept,
        **values,
    )


def _split_fragment(kind: MediaKind, rest: str, quirks: _Quirks) -> tuple[str, str, tuple[str, ...]]:
    """Split *rest* where its fragment begins: a ``#`` may stand in a name, and a second fragment behind."""
    if rest.count("#") < 2:
        before, mark, fragment = rest.partition("#")
        return before, mark + fragment, ()
    parts = rest.split("#")
    keys = tuple(f"{key}=" for key in (*_KEYS[kind], *_OLDER, _FILE_NAME))
    known = [index for index, part in enumerate(parts) if index and any(key in part for key in keys)]
    if not known:
        return parts[0], "#" + "#".join(parts[1:]), ()
    last = known[-1]
    if last > 1:
        quirks.add(Quirk.NAME_ENCODING)
    ignored = tuple(filter(None, parts[last + 1 :]))
    if ignored or parts[last + 1 :]:
        quirks.add(Quirk.EXTRA_FRAGMENT)
    return "#".join(parts[:last]), "#" + parts[last], ignored


def _split_path(
    kind: MediaKind, head: re.Match[str], path: str, quirks: _Quirks
) -> tuple[list[str], dict[str, str]]:
    """Return the parts of *path*, and the sizes that stand among them.

    Where an address at Wix stands for the id, or ``media/`` before it, that goes.
    """
    parts, first = path.split("/"), "video" if kind is MediaKind.VIDEO else "media"
    if found := _NESTED.match(path):
        quirks.add(Quirk.NESTED)
        id, _, rest = path[found.end() :].partition("/")
        parts = [id, *rest.split("/")] if rest and not rest.startswith("v1/") else [id]
    elif len(parts) > 1 and parts[1] and parts[0] == first:
        quirks.add(Quirk.NESTED)
        parts = parts[1:]
    if not head[1]:
        quirks.add(Quirk.LEGACY_SCHEME)
    # ``image://v1/ID/W_H/[NAME]``: the size is told from a name by the slash after it.
    size = _PATH_SIZE.fullmatch(parts[1]) if len(parts) > 2 and kind is MediaKind.IMAGE else None
    if size is None:
        return parts, {}
    if head[1]:
        quirks.add(Quirk.EXTRA_PATH)
    return [parts[0], *parts[2:]], {_WIDTH: size[1], _HEIGHT: size[2]}


def _read_path(kind: MediaKind, parts: list[str], quirks: _Quirks) -> tuple[str, str | None, tuple[str, ...]]:
    """Return the id, the name, and further parts that say something."""
    if kind is MediaKind.DOCUMENT and len(parts) > 2 and parts[0] == "ugd" and parts[1]:
        parts = ["/".join(parts[:2]), *parts[2:]]
    id, *names = parts
    if not id:
        raise MediaError("malformed", "the id is empty")
    _refuse_no_id(id)
    if id.lower() in ("http:", "https:"):
        raise MediaError("malformed", "an address of another host stands where the id belongs")
    if kind is MediaKind.VIDEO and len(names) > 1 and _QUALITY.fullmatch(names[0]):
        quirks.add(Quirk.EXTRA_PATH)
        names = names[-1:]  # ``…/1080p/mp4/file.mp4``: an encoding of the file
    further = names[1:]
    odd = {
        Quirk.NO_SLASH: not names and kind in (MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.VECTOR),
        Quirk.SLASH: further and not further[-1],
        Quirk.EXTRA_PATH: any(further),
    }
    quirks.update(quirk for quirk, holds in odd.items() if holds)
    spelled = names[0] if names else ""
    name = _read_name(spelled, quirks)
    bad = (spelled,) if Quirk.BAD_NAME in quirks else ()
    return id, name, (*bad, *filter(None, further))


def _read_name(spelled: str, quirks: _Quirks) -> str | None:
    if not spelled:
        quirks.add(Quirk.NO_NAME)
        return None
    try:
        name = decode_component(spelled)
    except MediaError:
        quirks.add(Quirk.BAD_NAME)
        return None
    if name == _UNDEFINED:
        quirks.add(Quirk.UNDEFINED_NAME)
        return None
    if encode_component(name) != spelled.replace(" ", "%20"):
        quirks.add(Quirk.NAME_ENCODING)
    return name


_UNDEFINED: Final = "undefined"
_WIDTH, _HEIGHT, _FILE_NAME = "originWidth", "originHeight", "origFileName"
_SIZES: Final = (_WIDTH, _HEIGHT)
#: Older names of keys.
_OLDER: Final = {"originalWidth": _WIDTH, "originalHeight": _HEIGHT}
_KEYS: Final[Mapping[MediaKind, tuple[str, ...]]] = {
    MediaKind.IMAGE: ("originWidth", "originHeight", "watermark"),
    MediaKind.VIDEO: ("posterUri", "posterWidth", "posterHeight"),
    MediaKind.AUDIO: ("duration",),
    MediaKind.VECTOR: (),
    MediaKind.DOCUMENT: (),
}


def _read_fragment(kind: MediaKind, fragment: str, quirks: _Quirks) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of a fragment, and the parts under keys that mean nothing."""
    # Read as a browser reads a query: the first of equal keys counts, and nothing is refused.
    spelled = fragment[1:]
    pairs = _pairs(spelled.removeprefix("?"))
    fields = {_OLDER.get(key, key): value for key, value in reversed(pairs)}
    known = [key for key in _KEYS[kind] if key in fields]
    as_written = "&".join(f"{key}={value}" for key, value in pairs)
    # What has no keys has no ``#`` either.
    if [key for key, _ in pairs] != known or as_written != spelled or (fragment and not _KEYS[kind]):
        quirks.add(Quirk.EXTRA_FRAGMENT)
    meant = (*_KEYS[kind], *_OLDER, _FILE_NAME)
    return fields, tuple(f"{key}={value}" if value else key for key, value in pairs if key not in meant)


def _values(kind: MediaKind, fields: Mapping[str, str], quirks: _Quirks) -> dict[str, Any]:
    """Return the attributes of a reference of *kind* that stand in *fields*."""
    if kind is MediaKind.IMAGE:
        if fields.get("watermark") == "":
            quirks.add(Quirk.EXTRA_FRAGMENT)
        return {
            "width": _number(fields.get("originWidth"), quirks, Quirk.NO_SIZE, Quirk.BAD_SIZE) or 0,
            "height": _number(fields.get("originHeight"), quirks, Quirk.NO_SIZE, Quirk.BAD_SIZE) or 0,
            "watermark": fields.get("watermark") or None,
        }
    if kind is MediaKind.VIDEO:
        id = fields.get("posterUri")
        if not id or id.strip() in NO_IDS:
            quirks.add(Quirk.BAD_POSTER if id else Quirk.NO_POSTER)
            return {}
        width, height = (
            _number(fields.get(key), quirks, Quirk.POSTER_SIZE, Quirk.POSTER_SIZE) or 0
            for key in ("posterWidth", "posterHeight")
        )
        return {"poster": PosterReference(id=id, width=width, height=height)}
    if kind is MediaKind.AUDIO:
        return {"duration": _number(fields.get("duration"), quirks, Quirk.DURATION, Quirk.DURATION)}
    return {}


def _number(text: str | None, quirks: _Quirks, absent: Quirk, bad: Quirk) -> int | None:
    trimmed = (text or "").strip(BLANKS)
    if not trimmed:
        quirks.add(absent)
        return None
    number = whole_number(trimmed)
    if number is None:
        quirks.add(bad)
    elif not (trimmed == text and trimmed.isdecimal()):
        quirks.add(Quirk.NUMBER_SPELLING)
    return number
