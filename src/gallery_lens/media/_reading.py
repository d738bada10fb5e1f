"""Media texts and web addresses, read with all their oddities."""

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from gallery_lens.late import late
from gallery_lens.media._addresses import BREAKS, ENDS, WEB_SCHEME, web_parts
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

_HEAD: Final = late(
    r"(wix:|(?=image|video))(image|video|vector|audio|document)://v1/", re.IGNORECASE | re.ASCII
)
_MEDIA_SCHEME: Final = late("(?:wix|image|video):", re.IGNORECASE | re.ASCII)
_SCHEME: Final = late("[A-Za-z][A-Za-z0-9+.-]*:")
_PATH_SIZE: Final = late("([0-9]+)_([0-9]+)")


def _read(text: str) -> Reference:
    refuse_surrogates(text)
    address = text.strip(ENDS).translate(BREAKS)
    blank = {Quirk.BLANK} if address != text else set()
    head = _HEAD.match(address)
    if head is None:
        return _read_elsewhere(text, address, blank)
    return _read_media(text, address, head, blank)


def _read_elsewhere(text: str, address: str, quirks: _Quirks) -> Reference:
    if _MEDIA_SCHEME.match(address):
        raise MediaError("malformed", "the part before the id is none that Wix writes")
    if not WEB_SCHEME.match(address):
        raise MediaError("unsupported", _why_unsupported(address))
    if web_parts(address) is None:
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
    kept = text if KEPT[kind].fullmatch(text) else None
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
    from urllib.parse import parse_qsl

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
