"""How usual pictures and clips become plain addresses with sizes and names beside them, and what is lost.

As in ``carrying``, what a function here does not know for certain it leaves, by None.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from msgspec import UNSET

from gallery_lens import media
from gallery_lens.compiled.bits import OUTSIDE
from gallery_lens.compiled.carrying import (
    CDN,
    CLIP,
    ID,
    NAMELESS,
    PAGE,
    PICTURE,
    WEB_PICTURE,
    Carrier,
    Made,
    Task,
    at_address,
    clip_at_address,
    decoded,
    is_named,
    names_poster,
    reader,
    tell_more,
)
from gallery_lens.compiled.shapes import shape_of_element
from gallery_lens.dialects.component_media import POSTER, QUALITY, guessed_quality
from gallery_lens.media import MediaKind


class AddressedPicture(NamedTuple):
    """A picture by its address, and what stands beside it."""

    value: Any
    found: int  #: bits
    says: str | None  #: what the branch's type is for such a medium
    width: Any = UNSET
    height: Any = UNSET
    name: Any = UNSET
    alt: Any = UNSET


class AddressedClip(NamedTuple):
    """A clip by its address, and what stands beside it."""

    value: Any
    found: int  #: bits
    says: str | None  #: what the branch's type is for such a medium
    page: Any = UNSET  #: the address at YouTube or Vimeo
    external: Any = UNSET
    width: Any = UNSET
    height: Any = UNSET
    name: Any = UNSET
    qualities: Any = UNSET
    posters: Any = UNSET
    poster: Any = UNSET  #: the address of the one that is shown


#: Their types by what they carry.
CARRIED: Final = {"picture": AddressedPicture, "clip": AddressedClip}
_PosterOut: Final = shape_of_element(POSTER).type
_QualityOut: Final = shape_of_element(QUALITY).type
#: How many posters and how many encodings a clip has at most.
_MOST: Final = 8
#: How the addresses of all files of clips begin.
_FILES: Final = media.video_url("", "").partition("//mp4")[0]
_INSIDE: Final = (UNSET, None, "mp4")


def picture(task: Task) -> Carrier:
    """Return the carrier of pictures."""
    if task.details:
        return at_address(task, _picture_of_parts(task))
    return _picture_of_parts(task) if task.parts else _picture_of_text(task)


def clip(task: Task) -> Carrier:
    """Return the carrier of clips, each given with the thumbnail beside it."""
    if task.details:
        return clip_at_address(task, _clip_of_parts(task))
    return _clip_of_parts(task) if task.parts else _clip_of_text(task)


def _known(value: Any) -> Any:
    return UNSET if value is None else value


def _of_text(task: Task) -> list[int]:
    """Return the bits of what is found in texts, of pictures and clips that may stand at one place."""
    if not task.parts:
        task.bit_of_form()  # it comes first
    rules = ("filename-missing", "video-quality-guessed", "dimensions-missing", "watermark-dropped")
    return [task.bit(rule) for rule in rules]


# ---------------------------------------------------------------- pictures


def _picture_of_text(task: Task) -> Carrier:
    nameless, _, unsized, watermark = _of_text(task)
    read = reader(task, MediaKind.IMAGE)

    def carry(text: Any, given_alt: Any) -> Made | None:
        alt = given_alt or UNSET
        if match := PICTURE(text):
            id, name, width, height, mark = match.groups()
            bits = watermark if mark else 0
            return CDN + id, bits, "WIX_MEDIA", int(width), int(height), decoded(name), alt
        if match := NAMELESS(text):
            id, width, height = match.groups()
            return CDN + id, nameless, "WIX_MEDIA", int(width), int(height), UNSET, alt
        if WEB_PICTURE(text):
            return AddressedPicture(text, OUTSIDE | unsized, "EXTERNAL", alt=alt)
        found = read(text)
        return None if found is None else _of_reference(*found, alt)

    def _of_reference(held: Any, bits: int, alt: Any) -> Made | None:
        if held.kind is MediaKind.WEB:
            return AddressedPicture(held.url, bits | unsized, "EXTERNAL", alt=alt)
        if not ID(str(held.id)):
            return None
        bits |= watermark if held.watermark else 0
        sizes = (held.width or 0, held.height or 0)
        return AddressedPicture(f"{CDN}{held.id}", bits, "WIX_MEDIA", *sizes, held.name or UNSET, alt)

    return carry


def _picture_of_parts(task: Task) -> Carrier:
    read = reader(task, MediaKind.IMAGE)
    url_dropped = task.bit("image-url-dropped", "url")  # in front of what is said of sizes
    _of_text(task) if task.details else ()
    unsized = task.bit("dimensions-missing")

    def carry(info: Any, beside: Any) -> Made | None:
        id, url, width, height = info.id, info.url, info.width, info.height
        if not is_named(info):
            return None
        bits = 0 if width and height else unsized
        parts = (_known(width), _known(height), info.filename or UNSET, info.altText or UNSET)
        if id:
            bits |= url_dropped if url and url != CDN + id else 0
            return (CDN + id, bits, "WIX_MEDIA", *parts) if ID(id) else None
        found = read(url) if url else None
        if found is None or found[0].kind is not MediaKind.WEB:
            return None
        return AddressedPicture(url, bits | found[1], "EXTERNAL", *parts)

    return carry


# ---------------------------------------------------------------- clips


def _clip_of_text(task: Task) -> Carrier:
    _, guessed, unsized, _ = _of_text(task)
    read = reader(task, MediaKind.VIDEO)

    def carry(text: Any, thumbnail: Any) -> Made | None:
        if match := CLIP(text):
            id, name, poster, given_width, given_height = match.groups()
            if thumbnail and not names_poster(thumbnail, poster):
                return None
            width, height, address = int(given_width), int(given_height), CDN + poster
            file, sizes = media.video_url(id, guessed_quality(height)), (UNSET, UNSET, width, height)
            posters = [_PosterOut(address, width, height)]
            return file, guessed, "WIX_MEDIA", *sizes, decoded(name), UNSET, posters, address
        if (page := PAGE(text)) and not thumbnail:
            return AddressedClip(text, OUTSIDE | unsized, page.lastgroup, text, True)
        if thumbnail or (found := read(text)) is None:
            return None
        held, bits = found
        if held.kind is MediaKind.WEB:
            host = media.video_host(text)
            page_of = (held.url, True) if host else ()
            return AddressedClip(held.url, bits | unsized, host, *page_of)
        return _of_reference(held, bits)

    def _of_reference(held: Any, bits: int) -> Made | None:
        if not ID(held.id) or bits & unsized:
            return None  # a poster without a size
        name, poster, bits = held.name or UNSET, held.poster, bits | guessed
        file = media.video_url(held.id, guessed_quality(poster.height if poster else 0))
        if not poster:
            return AddressedClip(file, bits | unsized, "WIX_MEDIA", name=name)
        sizes, address = (poster.width, poster.height), CDN + poster.id
        posters = [_PosterOut(address, *sizes)]
        beside = (UNSET, UNSET, *sizes, name, UNSET, posters, address)
        return AddressedClip(file, bits, "WIX_MEDIA", *beside) if ID(poster.id) else None

    return carry


def _clip_of_parts(task: Task) -> Carrier:
    read = reader(task, MediaKind.VIDEO)
    _of_text(task) if task.details else ()
    guessed, unsized = task.bit("video-quality-guessed"), task.bit("dimensions-missing")
    url_dropped = task.bit("unknown-field-dropped", "url")
    told = task.bit("external-video-details-dropped", "resolutions")
    posters_of, qualities_of = _posters(task), _qualities(task)

    def carry(info: Any, thumbnail: Any) -> Made | None:
        id, url, encodings = info.id, info.url, info.resolutions
        shown = posters_of(info.posters)
        if shown is None or not is_named(info):
            return None
        bits, posters, poster = shown
        width, height = (poster.width, poster.height) if poster else (UNSET, UNSET)
        tall = height
        if not (width and height):
            bits |= unsized
            width, height = _largest(encodings) or (width, height)
        address = poster.url if poster else UNSET
        beside = (width or UNSET, height or UNSET, info.filename or UNSET)
        if id:
            file, made = _best_file(id, url, encodings), qualities_of(id, encodings)
            if made is None or not ID(id):
                return None
            bits |= made[0] | (url_dropped if url and file != url else 0)
            if file is None:
                bits |= guessed
                file = media.video_url(id, guessed_quality(tall or 0))
            return file, bits, "WIX_MEDIA", UNSET, UNSET, *beside, made[1], posters, address
        if known := PAGE(url or ""):
            bits, host = bits | OUTSIDE, known.lastgroup
        else:
            found = read(url) if url else None
            if found is None or found[0].kind is not MediaKind.WEB:
                return None
            bits, host = bits | found[1], media.video_host(url)
        bits |= told if encodings and tell_more(encodings, url) else 0
        page, external = (url, True) if host else (UNSET, UNSET)
        return AddressedClip(url, bits, host, page, external, *beside, UNSET, posters, address)

    return carry


def _largest(encodings: Any) -> tuple[Any, Any] | None:
    sized = [(each.width, each.height) for each in encodings or () if each.width and each.height]
    return max(sized, key=lambda each: each[1], default=None)


def _best_file(id: str, url: Any, encodings: Any) -> str | None:
    """Return the address among those given that names the clip's *id*; the tallest mp4 after its own."""
    if url and _is_file(url, id):
        return str(url)
    several = encodings and len(encodings) > 1
    ordered = sorted(encodings, key=lambda each: -(each.height or 0)) if several else encodings or ()
    for each in ordered:
        if each.url and each.format in _INSIDE and _is_file(each.url, id):
            return str(each.url)
    return None


def _is_file(url: str, id: str) -> bool:
    return url.startswith(f"{_FILES}{id}/") or media.video_cdn_id(url) == id


def _qualities(task: Task) -> Callable[[str, Any], tuple[int, Any] | None]:
    """Return the function that makes encodings of those of a clip, with the bits of what is lost of them."""
    dropped = [task.bit("resolutions-dropped", "resolutions", index) for index in range(_MOST)]

    def made(id: str, encodings: Any) -> tuple[int, Any] | None:
        if not encodings:
            return 0, _known(encodings)
        if len(encodings) > _MOST:
            return None
        bits = 0
        groups: list[tuple[tuple[Any, ...], list[Any]]] = []
        for index, each in enumerate(encodings):
            url, quality, format = each.url, each.quality, each.format
            if url == "null":
                return None
            plain = format in ("mp4", UNSET) and url == media.video_url(id, str(quality))
            if (url and not plain) or each.filename:
                if bits and task.details:
                    return None  # it is told twice of the same place
                bits |= dropped[index]
            size = (quality, each.width, each.height)
            if groups and groups[-1][0] == size:
                groups[-1][1].append(format)
            else:
                groups.append((size, [format]))
        return bits, [each for size, formats in groups for each in _together(size, formats)]

    return made


def _together(size: tuple[Any, ...], formats: list[Any]) -> list[Any]:
    """Return encodings of one size as one if their formats tell them apart."""
    quality, width, height = size if None not in size else map(_known, size)
    told = {each for each in formats if each}
    if len(told) == len(formats):
        return [_QualityOut(quality, width, height, formats)]
    return [_QualityOut(quality, width, height, [each] if each else UNSET) for each in formats]


def _posters(task: Task) -> Callable[[Any], tuple[int, Any, Any] | None]:
    """Return the function that makes posters, with the bits of what is lost, and the one that is shown."""
    rules = {
        "altText": "alt-text-dropped",
        "url": "image-url-dropped",
        "filename": "unknown-field-dropped",
    }
    lost = [
        {key: task.bit(rule, "posters", index, key) for key, rule in rules.items()} for index in range(_MOST)
    ]

    def made(posters: Any) -> tuple[int, Any, Any] | None:
        if not posters:
            return 0, _known(posters), None
        if len(posters) > _MOST:
            return None
        bits, outs = 0, []
        for index, each in enumerate(posters):
            id, url = each.id, each.url
            if url == "null" or not (ID(id) if id else url):
                return None
            address = CDN + id if id else url
            if url and url != address:
                bits |= lost[index]["url"]
            if each.altText:
                bits |= lost[index]["altText"]
            if each.filename:
                bits |= lost[index]["filename"]
            width, height = each.width, each.height
            outs.append(
                _PosterOut(address, UNSET if width is None else width, UNSET if height is None else height)
            )
        return bits, outs, outs[int(len(outs) > 1)]

    return made


__all__ = ["CARRIED", "AddressedClip", "AddressedPicture", "clip", "picture"]
