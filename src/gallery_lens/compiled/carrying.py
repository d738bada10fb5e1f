"""How usual pictures and clips are carried from one form to another, and what is found in them.

A form is a text (``wix:image://v1/…`` or a web address), as a page or as the backend's JavaScript side
writes it, or an object of parts. What a function here does not know for certain it leaves, by None.
"""

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any, Final, NamedTuple, TypeAlias

import attrs
from msgspec import UNSET, Struct

from gallery_lens import media
from gallery_lens.compiled.bits import OUTSIDE, Bits
from gallery_lens.dialects.addresses import clip_at, picture_at
from gallery_lens.dialects.component_media import page_of
from gallery_lens.dialects.media_text import clip_of, picture_of, thumbnail_reference
from gallery_lens.media import MediaError, MediaKind, Quirk, Reference
from gallery_lens.model import Clip
from gallery_lens.rules import rule
from gallery_lens.rules.video_pages import names_no_video


class Carried(NamedTuple):
    """A medium in another form."""

    value: Any
    found: int  #: bits
    says: str | None  #: what the branch's type is for such a medium
    poster: Any = UNSET  #: the address of a clip's poster


#: The values of one, or of those of ``_addressing``: plain tuples where most items are carried, since these
#: are made eight times as fast.
Made: TypeAlias = tuple[Any, ...]
#: Carries a medium, which is not empty, given with what stands beside a clip (a thumbnail).
Carrier: TypeAlias = Callable[[Any, Any], Made | None]


@attrs.frozen(kw_only=True)
class Task:
    """A medium to be carried: from where, to where."""

    at: tuple[str, ...]  #: its place on the wire it comes from
    parts: bool  #: whether it comes as an object
    into: "type[Struct] | None"  #: the type of the object that it becomes; None for a text
    poster: "type[Struct] | None"  #: the same for a poster
    encoding: "type[Struct] | None" = None  #: the same for an encoding
    flat: bool  #: whether a text it becomes is a page's
    to_backend: bool
    same: bool  #: whether it goes back to where it came from: it stays as it is, then
    #: the places of what stands beside the address that it comes as, and says more of it, by their names
    details: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alt: tuple[str, ...] = ()  #: the place of the alternative text that stands beside a picture
    formats: bool = False  #: whether an encoding that it comes with lists formats
    bits: Bits

    @property
    def is_text(self) -> bool:
        """Return whether the medium is a media text in source and target."""
        return not self.parts and self.into is None

    def bit(self, rule: str, *below: str | int) -> int:
        """Return the bit of *rule* at a place below the medium."""
        if not (self.details and below):
            return self.bits.bit(rule, (*self.at, *below))
        place = dict(self.details).get(str(below[0]), self.at)
        # What stands in an encoding is told of all of them, which may be given otherwise.
        return self.bits.bit(rule, place if below[0] == "resolutions" else (*place, *below[1:]))

    def bit_of_form(self) -> int:
        """Return the bit that says how the medium's address departs from today's form."""
        return self.bits.bit("legacy-uri", self.at, rule("legacy-uri").partly[0].facts)


#: Their types by what they carry.
CARRIED: Final = {"picture": Carried, "clip": Carried}


def carriers(*, addressed: bool) -> ModuleType:
    """Return the module that makes carriers of media, those that give plain addresses if *addressed*."""
    return import_module("gallery_lens.compiled._addressing" if addressed else __name__)


#: An id, but none of the words that code writes for nothing.
_WORD: Final = r"(?!(?:undefined|null|None|NaN)(?![A-Za-z0-9_.~-]))[A-Za-z0-9_.~-]+"
_TAIL: Final = "%[89AB][0-9A-F]"
#: A part of a name as ``encodeURIComponent`` spells it; longer ones by the ranges of UTF-8.
_SPELLED: Final = (
    r"[A-Za-z0-9_.!~*'()-]++|%(?:[0-7][0-9A-F]"
    rf"|(?:C[2-9A-F]|D[0-9A-F]){_TAIL}"
    rf"|(?:E0%[AB][0-9A-F]|E[1-9A-CEF]{_TAIL}|ED%[89][0-9A-F]){_TAIL}"
    rf"|(?:F0%[9AB][0-9A-F]|F[123]{_TAIL}|F4%8[0-9A-F]){_TAIL}{_TAIL})"
)
_SIZE: Final = "[1-9][0-9]{0,14}"
#: Narrower than what may be read: any other text is looked at with care.
PICTURE: Final = re.compile(
    rf"wix:image://v1/({_WORD})/(?!undefined#)((?:{_SPELLED})+)#originWidth=({_SIZE})&originHeight=({_SIZE})"
    rf"(&watermark={_WORD})?"
).fullmatch
#: Those without a name.
NAMELESS: Final = re.compile(
    rf"wix:image://v1/({_WORD})/#originWidth=({_SIZE})&originHeight=({_SIZE})"
).fullmatch
#: Most pictures, of which nothing is to be said and that stay as they are: narrower still, and quicker.
USUAL_PICTURE: Final = re.compile(
    r"wix:image://v1/(?!undefined|null|None|NaN)[A-Za-z0-9_.~-]++/(?!undefined#)"
    r"[A-Za-z0-9_.!~*'()-]*+(?:%[2-7][0-9A-F][A-Za-z0-9_.!~*'()-]*+)*+(?<!/)"
    rf"#originWidth={_SIZE}&originHeight={_SIZE}(?:&watermark=(?!undefined|null|None|NaN)[A-Za-z0-9_.~-]++)?"
).fullmatch
CLIP: Final = re.compile(
    rf"wix:video://v1/({_WORD})/(?!undefined#)((?:{_SPELLED})+)"
    rf"#posterUri=({_WORD})&posterWidth=({_SIZE})&posterHeight=({_SIZE})"
).fullmatch
ID: Final = re.compile(_WORD).fullmatch
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9_.!~*'() -]+").fullmatch
CDN: Final = media.picture_url("")
#: How a web address begins that a page knows at once.
_TIDY: Final = re.compile(r"https?://[^/\s]").match
#: Pages of videos as the two services give them to be shared, each named by its service.
PAGE: Final = re.compile(
    r"https://(?:(?P<YOUTUBE>(?:www\.)?youtube\.com/(?:watch\?v=|embed/)[A-Za-z0-9_-]{11}|youtu\.be/[A-Za-z0-9_-]{11})"
    r"|(?P<VIMEO>vimeo\.com/[0-9]{6,12}|player\.vimeo\.com/video/[0-9]{6,12}))"
).fullmatch
#: Pictures of the web that say nothing but where they are.
WEB_PICTURE: Final = re.compile(
    r"https://(?![^/]*(?:wixstatic|youtu|vimeo))[a-z0-9]++(?:[.-][a-z0-9]++)*+(?:/[A-Za-z0-9_.~-]++)*+"
).fullmatch
#: The oddities of which rules have nothing to say but that something is missing.
_HARMLESS: Final = frozenset(
    (Quirk.NO_NAME, Quirk.NO_SLASH, Quirk.NO_SIZE, Quirk.NO_POSTER, Quirk.NAME_ENCODING)
)
#: Those of older addresses, of which no more is to be said than that.
_OLDER: Final = frozenset((Quirk.LEGACY_SCHEME, Quirk.SLASH, Quirk.BLANK))
#: Addresses without control characters that no blanks stand around.
_BOUNDED: Final = re.compile(r"[!-~][^\x00-\x1f]*[!-~]").fullmatch
#: How many posters a clip has at most.
_MOST: Final = 4


def spelled(name: str) -> str | None:
    """Return *name* as texts spell it; None if none can."""
    if _PLAIN_NAME(name):
        return name.replace(" ", "%20")
    try:
        return media.encode_component(name)
    except MediaError:
        return None


def decoded(name: str) -> str:
    """Decode the *name* in an address; most names have no escapes but those of blanks."""
    word = name.replace("%20", " ")
    return media.decode_component(name) if "%" in word else word


class PictureParts(NamedTuple):
    """A picture by its address, with what stands beside it, as one of parts."""

    id: Any
    url: Any
    width: Any = UNSET
    height: Any = UNSET
    filename: Any = UNSET
    altText: Any = UNSET  # noqa: N815 - as on the wire


class ClipParts(NamedTuple):
    """A clip by its address, with what stands beside it, as one of parts."""

    id: Any
    url: Any
    filename: Any = UNSET
    resolutions: Any = UNSET
    posters: Any = UNSET


#: What may stand beside an address, in that order: the names in parts, with the fields of the model.
DETAILS: Final = {
    "picture": {"width": "width", "height": "height", "filename": "filename", "altText": "alt_text"},
    "clip": {"filename": "filename", "resolutions": "resolutions", "posters": "posters"},
}


def picture(task: Task) -> Carrier:
    """Return what carries pictures."""
    if task.details and task.same:
        return at_address(task, _unchanged(task, MediaKind.IMAGE))
    if task.details:
        return at_address(task, _parts_to_parts(task) if task.into else _parts_to_text(task))
    if not task.parts:
        return _text_to_parts(task) if task.into else _without_alt(task, _text_to_text(task))
    return _unchanged(task, MediaKind.IMAGE) if task.same else _parts_to_text(task)


def clip(task: Task) -> Carrier:
    """Return what carries clips."""
    if task.details and task.same:
        return clip_at_address(task, _unchanged(task, MediaKind.VIDEO))
    if task.details:
        return clip_at_address(task, _clip_parts_to_parts(task) if task.into else _clip_parts_to_text(task))
    if not task.parts:
        return _clip_text_to_parts(task) if task.into else _clip_text_to_text(task)
    return _unchanged(task, MediaKind.VIDEO) if task.same else _clip_parts_to_text(task)


def _unchanged(task: Task, kind: MediaKind) -> Carrier:
    """Return what looks at parts that stay as they are: only an address without an id says anything."""
    read = reader(task, kind)

    def carry(info: Any, beside: Any) -> Made | None:
        if info.id:
            return (info, 0, "WIX_MEDIA", UNSET) if ID(info.id) and is_named(info) else None
        found = read(info.url) if info.url else None
        outside = found is not None and found[0].kind is MediaKind.WEB
        return Carried(info, found[1], None) if found is not None and outside else None

    return carry


def _with(made: Made, bits: int) -> Made:
    """Return a medium of which more *bits* are found."""
    value, found, *others = made
    return value, found | bits, *others


# ---------------------------------------------------------------- addresses with parts beside them


def at_address(task: Task, carry: Carrier) -> Carrier:
    """Make a carrier for pictures given by address of *carry*, the carrier for pictures given as parts."""
    outside = task.bit("external-image") if task.to_backend else 0

    def carry_address(text: Any, beside: Any) -> Made | None:
        if text.startswith(CDN) and ID(id := text[len(CDN) :]):
            return carry(PictureParts(id, text, *beside), None)
        if WEB_PICTURE(text):
            made = carry(PictureParts(UNSET, text, *beside), None)
            return made if made is None or not outside else _with(made, outside)
        known = picture_at(text) or {}
        if "address" in known or not known.keys() <= _BY_ADDRESS:
            return None
        return carry(PictureParts(known.get("id", UNSET), known.get("url", UNSET), *beside), None)

    return carry_address


def clip_at_address(task: Task, carry: Carrier) -> Carrier:
    """Make a carrier for clips given by address of *carry*, the carrier for clips given as parts."""
    encodings_of, posters_of = (
        (_by_format, _addressed_posters) if task.formats else (_encodings, _named_posters)
    )
    shows = "thumbnail" not in dict(task.details) or not task.to_backend
    dropped = 0 if shows else task.bit("thumbnail-dropped", "thumbnail")

    def carry_address(text: Any, beside: Any) -> Made | None:
        filename, resolutions, posters, thumbnail = beside
        named = posters_of(posters) if posters else posters
        encodings = encodings_of(resolutions) if resolutions else resolutions
        address = _clip_address(text)
        if address is None or (posters and named is None) or (resolutions and encodings is None):
            return None
        made = carry(ClipParts(*address, filename, encodings, named), None)
        if not thumbnail or made is None:
            return made
        if address[0]:
            return made if named and _kept(named).id == thumbnail.removeprefix(CDN) else None
        return _with(made, dropped)

    return carry_address


def _clip_address(text: str) -> tuple[Any, Any] | None:
    """Return the id and the address that the address of a clip says; None if it says more."""
    if PAGE(text):
        return UNSET, text
    if match := CLIP_FILE(text):
        return match[1], text
    known = clip_at(text) or {}
    if not known.keys() - {"address"} <= _BY_ADDRESS or ("address" in known and "id" in known):
        return None
    return known.get("id", UNSET), known.get("url", UNSET)


def _kept(posters: Any) -> Any:
    """Return the one of several posters that is kept where there is a place for one."""
    return posters[int(len(posters) > 1)]


#: What nothing but an address says of a medium.
_BY_ADDRESS: Final = frozenset(("id", "url"))
#: Files of clips.
CLIP_FILE: Final = re.compile(
    rf"https://video\.wixstatic\.com/video/({_WORD})/[0-9]+p/mp4/file\.mp4"
).fullmatch


def _encodings(resolutions: Any) -> Any:
    """Return encodings as they are; None if one of them gives several addresses, or no quality of its own."""
    return None if any(each.urls or each.videoMode for each in resolutions) else resolutions


def _by_format(resolutions: Any) -> Any:
    """Return encodings that list formats as one for each of them."""
    return [
        _Encoding(UNSET, each.height, each.width, format, each.quality)
        for each in resolutions
        for format in each.formats or (UNSET,)
    ]


class _Encoding(NamedTuple):
    url: Any
    height: Any
    width: Any
    format: Any
    quality: Any
    filename: Any = UNSET


def _addressed_posters(posters: Any) -> Any:
    """Return *posters*, which are known by their addresses alone, with the ids that these name."""
    return [_NamedPoster(_id_at(each.url), each.url, each.width, each.height) for each in posters]


def _id_at(url: Any) -> Any:
    if url and url.startswith(CDN) and ID(id := url[len(CDN) :]):
        return id
    return (media.cdn_id(url) or media.bare_id(url) or UNSET) if url else UNSET


def _named_posters(posters: Any) -> Any:
    """Return *posters* with the ids that their addresses name; None if one says more than where it is."""
    named = []
    for each in posters:
        if each.default is not UNSET or each.focalPoint is not UNSET:
            return None
        url = each.url or ""
        id = each.id or media.cdn_id(url) or media.bare_id(url) or each.id
        named.append(_NamedPoster(id, each.url, each.width, each.height))
    return named


class _NamedPoster(NamedTuple):
    id: Any
    url: Any
    width: Any
    height: Any
    filename: Any = UNSET
    altText: Any = UNSET  # noqa: N815 - as on the wire


def _parts_to_parts(task: Task) -> Carrier:
    read, make = reader(task, MediaKind.IMAGE), _maker(task.into)

    def carry(info: Any, beside: Any) -> Made | None:
        id, url, width, height, name, alt = info
        if not is_named(info):
            return None
        made = make(id, url, height, width, name, alt)
        if id:
            return Carried(made, 0, "WIX_MEDIA") if ID(id) else None
        found = read(url) if url else None
        outside = found is not None and found[0].kind is MediaKind.WEB
        return Carried(made, found[1], "EXTERNAL") if found is not None and outside else None

    return carry


def _clip_parts_to_parts(task: Task) -> Carrier:
    read, make, make_poster = reader(task, MediaKind.VIDEO), _maker(task.into), _maker(task.poster)
    make_encoding = _maker(task.encoding)

    def carry(info: Any, beside: Any) -> Made | None:
        id, url, name, encodings, posters = info
        if not is_named(info):
            return None
        if posters:
            posters = [make_poster(each.id, each.url, each.height, each.width) for each in posters]
        if encodings:
            encodings = [
                make_encoding(each.url, each.height, each.width, each.format, each.quality, each.filename)
                for each in encodings
            ]
        made = make(id, url, name, encodings, posters)
        if id:
            return Carried(made, 0, "WIX_MEDIA") if ID(id) else None
        found = read(url) if url else None
        if found is None or found[0].kind is not MediaKind.WEB:
            return None
        return Carried(made, found[1], media.video_host(url))

    return carry


# ---------------------------------------------------------------- pictures


def _text_to_text(task: Task) -> Carrier:
    read = reader(task, MediaKind.IMAGE)

    def carry(text: Any, beside: Any) -> Made | None:
        if not text:
            return None
        if PICTURE(text):
            return text, 0, "WIX_MEDIA", UNSET
        if (found := read(text)) is None:
            return None
        reference, bits = found
        if reference.kind is MediaKind.WEB:
            return Carried(text, bits, "EXTERNAL") if _TIDY(text) or not task.flat else None
        whole = _with_slash(reference) if task.flat and Quirk.NO_SLASH in reference.quirks else text
        return None if whole is None else Carried(whole, bits, "WIX_MEDIA")

    return carry


def _without_alt(task: Task, carry: Carrier) -> Carrier:
    """Return *carry* for pictures beside which stands alternative text, which only a name may say as well."""
    if not task.alt:
        return carry
    dropped = task.bits.bit("alt-text-dropped", task.alt)

    def carry_alone(text: Any, alt: Any) -> Made | None:
        made = carry(text, None)
        if made is None or not alt:
            return made
        _, _, says, _ = made
        return made if says == "WIX_MEDIA" and told_by_picture(text)[0] == alt else _with(made, dropped)

    return carry_alone


def told_by_picture(text: str) -> tuple[Any, Any, Any]:
    """Return the name and the size that the *text* of a picture says, UNSET for what it does not."""
    if match := PICTURE(text):
        _, name, width, height, _ = match.groups()
        return decoded(name), int(width), int(height)
    known = picture_of(text)
    return known.get("filename", UNSET), known.get("width", UNSET), known.get("height", UNSET)


def told_by_clip(text: str) -> tuple[Any, Any, Any]:
    """Return the name that the *text* of a clip says, as ``told_by_picture`` does."""
    name = decoded(match[2]) if (match := CLIP(text)) else clip_of(text).get("filename", UNSET)
    return name, UNSET, UNSET


def told_at_address(text: str, beside: Any) -> tuple[Any, Any, Any, Any]:
    """Return the page of a clip, whether it has one, and its size, by its address and what is *beside* it."""
    _, encodings, posters, thumbnail = beside
    page = text if PAGE(text) else page_of(Clip(**(clip_at(text) or {}))) or UNSET
    poster = _shown(_addressed_posters(posters), thumbnail) if posters else None
    if not (poster and poster.width and poster.height):
        sized = (each for each in encodings or () if each.width and each.height)
        poster = max(sized, key=lambda each: each.height, default=poster)
    sizes = (poster.width or UNSET, poster.height or UNSET) if poster else (UNSET, UNSET)
    return page, page is not UNSET or UNSET, *sizes


def _shown(posters: list[Any], thumbnail: Any) -> Any:
    """Return the first of *posters* that is the *thumbnail*, or else the one that a text keeps."""
    addressed = ((CDN + each.id if each.id else each.url or None, each) for each in posters)
    if thumbnail:
        return next((each for address, each in addressed if address == thumbnail), None)
    kept = [*addressed][int(len(posters) > 1) :]
    return next((each for address, each in kept if address), None)


def _with_slash(held: Reference) -> str | None:
    """Return the text of a picture without a name as pages need it; None if it says more than its size."""
    if held.watermark or not ID(str(held.id)):
        return None
    sized = held.width or held.height
    size = f"#originWidth={held.width or 0}&originHeight={held.height or 0}" if sized else ""
    return f"wix:image://v1/{held.id}/{size}"


def _text_to_parts(task: Task) -> Carrier:
    read, make = reader(task, MediaKind.IMAGE), _maker(task.into)
    watermark = task.bit("watermark-dropped")

    def carry(text: Any, alt: Any) -> Made | None:
        if not text:
            return None
        alt = UNSET if alt is None and not task.alt else alt
        if match := PICTURE(text):
            id, name, width, height, mark = match.groups()
            name = decoded(name)
            made = make(id, CDN + id, int(height), int(width), name, alt)
            return made, watermark if mark else 0, "WIX_MEDIA", UNSET
        if (found := read(text)) is None:
            return None
        held, bits = found
        if held.kind is MediaKind.WEB:
            return Carried(make(UNSET, held.url, UNSET, UNSET, UNSET, alt), bits, "EXTERNAL")
        bits |= watermark if held.watermark else 0
        id, name = str(held.id), held.name or UNSET
        return Carried(make(id, CDN + id, held.height or 0, held.width or 0, name, alt), bits, "WIX_MEDIA")

    return carry


def is_named(info: Any) -> bool:
    """Return whether no name of a medium, nor its address, is a word that code writes for none."""
    return info.url != "null" and "undefined" not in (info.filename, getattr(info, "altText", None))


def _parts_to_text(task: Task) -> Carrier:
    bit = task.bit
    alt_dropped, alt_named = bit("alt-text-dropped", "altText"), bit("alt-text-as-filename", "altText")
    nameless, unsized = bit("filename-missing"), bit("dimensions-missing")
    url_dropped = bit("image-url-dropped", "url")
    outside, slash = _outside_picture(task), "/" if task.flat else ""

    def carry(info: Any, beside: Any) -> Made | None:
        id, url, width, height = info.id, info.url, info.width, info.height
        name, alt = info.filename, info.altText
        if url == "null" or name == "undefined" or alt == "undefined":  # it is not named
            return None
        if not id:
            return outside(info)
        if name and _PLAIN_NAME(name):  # most are
            word = name.replace(" ", "%20")
        else:
            word = spelled(name or alt) if name or alt else ""
        if word is None or not ID(id):
            return None
        bits = 0 if word else nameless
        if alt and alt != name:
            bits = alt_dropped if name else alt_named
        if url and url != CDN + id and url != id:
            bits |= url_dropped
        if not (width and height):
            bits |= unsized
        tail = f"/{word}" if word else slash
        if width or height:
            tail += f"#originWidth={width or 0}&originHeight={height or 0}"
        return f"wix:image://v1/{id}{tail}", bits, "WIX_MEDIA", UNSET

    return carry


def _outside_picture(task: Task) -> Callable[[Any], Made | None]:
    """Return what carries a picture outside of Wix, of which only the address is kept."""
    read = reader(task, MediaKind.IMAGE)
    details = [task.bit("external-image-details-dropped", key) for key in ("width", "height", "filename")]
    by_address = task.details  # then alternative text stands beside it
    details.append(
        task.bit("alt-text-dropped" if by_address else "external-image-details-dropped", "altText")
    )

    def carry(info: Any) -> Made | None:
        url = info.url
        found = read(url) if url else None
        if found is None or found[0].kind is not MediaKind.WEB or not _TIDY(url):
            return None
        values = (info.width, info.height, info.filename or None, info.altText or None)
        bits = found[1]
        for value, missed in zip(values, details, strict=True):
            if value is not None and value is not UNSET:
                bits |= missed
        return Carried(url, bits, "EXTERNAL")

    return carry


# ---------------------------------------------------------------- clips


def _clip_text_to_text(task: Task) -> Carrier:
    read = reader(task, MediaKind.VIDEO)

    def carry(text: Any, thumbnail: Any) -> Made | None:
        if match := CLIP(text):
            known = not thumbnail or names_poster(thumbnail, match[3])
            return (text, 0, "WIX_MEDIA", CDN + match[3]) if known else None
        if (page := PAGE(text)) and not thumbnail:
            return Carried(text, OUTSIDE, page.lastgroup)
        if thumbnail or (found := read(text)) is None:
            return None
        held, bits = found
        if (task.flat and Quirk.NO_SLASH in held.quirks) or (held.poster and _is_framed(held.poster.id)):
            return None
        if held.kind is not MediaKind.WEB:
            return Carried(text, bits, "WIX_MEDIA", CDN + held.poster.id if held.poster else UNSET)
        return Carried(text, bits, media.video_host(text)) if _TIDY(text) or not task.flat else None

    return carry


def _is_framed(id: str) -> bool:
    """Return whether blanks or slashes stand around an id: they are no part of an address."""
    return id != id.strip(" /")


def _clip_text_to_parts(task: Task) -> Carrier:
    read, make, make_poster = reader(task, MediaKind.VIDEO), _maker(task.into), _maker(task.poster)

    def carry(text: Any, thumbnail: Any) -> Made | None:
        if match := CLIP(text):
            id, name, poster, width, height = match.groups()
            if thumbnail and not names_poster(thumbnail, poster):
                return None
            name = decoded(name)
            made = make_poster(poster, CDN + poster, int(height), int(width))
            return make(id, UNSET, name, UNSET, [made]), 0, "WIX_MEDIA", CDN + poster
        if (page := PAGE(text)) and not thumbnail:
            return Carried(make(UNSET, text), OUTSIDE, page.lastgroup)
        if thumbnail or (found := read(text)) is None:
            return None
        held, bits = found
        if held.kind is MediaKind.WEB:
            return Carried(make(UNSET, held.url), bits, media.video_host(text))
        posters: Any = UNSET
        if held.poster:
            id = held.poster.id
            posters = [make_poster(id, CDN + id, held.poster.height, held.poster.width)]
        return Carried(make(held.id, UNSET, held.name or UNSET, UNSET, posters), bits, "WIX_MEDIA")

    return carry


def _clip_parts_to_text(task: Task) -> Carrier:
    bit = task.bit
    nameless = bit("filename-missing")
    url_dropped, url_unknown = bit("resolutions-dropped", "url"), bit("unknown-field-dropped", "url")
    resolutions_dropped = bit("resolutions-dropped", "resolutions")
    outside, chosen_of, slash = _outside_clip(task), _posters(task), "/" if task.flat else ""

    def carry(info: Any, thumbnail: Any) -> Made | None:
        id, url, name = info.id, info.url, info.filename
        if not is_named(info):
            return None
        if not id:
            return outside(info)
        word = spelled(name) if name else ""
        kept = chosen_of(info.posters) if ID(id) and word is not None else None
        if kept is None:
            return None
        bits, fragment, address = kept
        if not name:
            bits |= nameless
        if url and url != id:
            bits |= url_dropped if info.resolutions else url_unknown
        if info.resolutions:
            bits |= resolutions_dropped
        tail = f"/{word}" if word else slash
        return f"wix:video://v1/{id}{tail}{fragment}", bits, "WIX_MEDIA", address

    return carry


def _outside_clip(task: Task) -> Callable[[Any], Made | None]:
    """Return what carries a clip outside of Wix, of which only the address is kept."""
    read = reader(task, MediaKind.VIDEO)
    details = [
        task.bit("external-video-details-dropped", key) for key in ("posters", "resolutions", "filename")
    ]
    shown = _shown_beside(task)

    def carry(info: Any) -> Made | None:
        url, resolutions = info.url, info.resolutions
        if page := PAGE(url or ""):
            outside, host = OUTSIDE, page.lastgroup
        else:
            found = read(url) if url else None
            if found is None or found[0].kind is not MediaKind.WEB or not _TIDY(url):
                return None
            outside, host = found[1], media.video_host(url)
        beside = shown(info.posters) if task.flat and info.posters else (0, UNSET)
        if beside is None:
            return None
        bits, thumbnail = outside | beside[0], beside[1]
        told = resolutions and tell_more(resolutions, url)
        posters = info.posters if thumbnail is UNSET else None
        for value, missed in zip((posters, told, info.filename), details, strict=True):
            if value:
                bits |= missed
        return Carried(url, bits, host, thumbnail)

    return carry


def _shown_beside(task: Task) -> Callable[[Any], tuple[int, Any] | None]:
    """Return what says which poster a page shows beside a clip outside of Wix, and what is lost of all."""
    rule, names = "external-video-details-dropped", ("width", "height", "filename", "altText")
    whole = [task.bit(rule, "posters", index) for index in range(_MOST)]
    parts = [[task.bit(rule, "posters", index, name) for name in names] for index in range(_MOST)]

    def shown(posters: Any) -> tuple[int, Any] | None:
        if len(posters) > _MOST or any(each.id or _is_bare(each.url) for each in posters):
            return None
        index = next((index for index, each in enumerate(posters) if _is_picture(each.url)), None)
        if index is None:
            return 0, UNSET
        bits = sum(bit for other, bit in enumerate(whole[: len(posters)]) if other != index)
        chosen = posters[index]
        values = (chosen.width, chosen.height, chosen.filename or None, chosen.altText or None)
        for value, missed in zip(values, parts[index], strict=True):
            if value is not None and value is not UNSET:
                bits |= missed
        return bits, chosen.url

    return shown


def _is_bare(url: Any) -> bool:
    """Return whether an address is nothing but an id."""
    return bool(url) and not _TIDY(url) and media.bare_id(url) is not None


def _is_picture(url: Any) -> bool:
    """Return whether a page can show the picture at *url*, which is not the page of a video."""
    if url and WEB_PICTURE(url):
        return True
    return bool(url) and media.web_parts(url) is not None and media.video_host(url) is None


def _posters(task: Task) -> Callable[[Any], tuple[int, str, Any] | None]:
    """Return what names in a text the poster that it keeps: bits, fragment and address."""
    extra = [task.bit("extra-posters-dropped", "posters", index) for index in range(_MOST)]
    kept = [_Poster(task, index) for index in (0, 1)]

    def chosen(posters: Any) -> tuple[int, str, Any] | None:
        if not posters:
            return 0, "", UNSET
        count, place = len(posters), int(len(posters) > 1)
        built = kept[place].build(posters[place]) if count <= _MOST else None
        if built is None:
            return None
        bits, fragment, address = built
        for index in range(count):
            if index != place:
                bits |= extra[index]
        return bits, fragment, address

    return chosen


def tell_more(resolutions: Any, url: str) -> bool:
    """Return whether the encodings of a clip elsewhere say more than its address does."""
    return any(
        each.width or each.height or each.url != url or each.quality or each.filename for each in resolutions
    )


class _Poster:
    """What a text says of the poster that it keeps, and what is lost of it."""

    def __init__(self, task: Task, index: int) -> None:
        self._alt = task.bit("alt-text-dropped", "posters", index, "altText")
        self._url = task.bit("image-url-dropped", "posters", index, "url")
        self._name = task.bit("unknown-field-dropped", "posters", index, "filename")
        self._sizes = task.bit("dimensions-missing", "posters", index)

    def build(self, poster: Any) -> tuple[int, str, str] | None:
        id, width, height = poster.id, poster.width or 0, poster.height or 0
        if not (id and ID(id)) or poster.url == "null":
            return None
        bits = 0
        if poster.url and poster.url not in (CDN + id, id):
            bits = self._url
        if poster.altText:
            bits |= self._alt
        if poster.filename:
            bits |= self._name
        if not (width and height):
            bits |= self._sizes
        return bits, f"#posterUri={id}&posterWidth={width}&posterHeight={height}", CDN + id


def names_poster(thumbnail: str, poster: str) -> bool:
    """Return whether the address *thumbnail* is that of the picture *poster*."""
    named = thumbnail_reference(thumbnail)
    return named is not None and named.id == poster


# ---------------------------------------------------------------- texts that are not the usual ones


def reader(task: Task, kind: MediaKind) -> Callable[[str], tuple[Reference, int] | None]:
    """Return a function that reads an address, with the bits of what it lacks; None if it is unusual."""
    older, nameless, unsized, outside = 0, 0, 0, OUTSIDE
    if not task.parts:  # of parts only an address outside is read
        older = task.bit_of_form()
        nameless, unsized = task.bit("filename-missing"), task.bit("dimensions-missing")
        outside |= task.bit("external-image") if task.to_backend and kind is MediaKind.IMAGE else 0

    def read(text: str) -> tuple[Reference, int] | None:
        try:
            held = media.parse(text)
        except MediaError:
            return None
        if held.kind is MediaKind.WEB:
            if held.quirks or held.width or held.height or (kind is MediaKind.VIDEO and not _plays(text)):
                return None
            return held, outside
        if held.kind is not kind or not held.id:
            return None
        odd = held.quirks - _HARMLESS
        if odd and (odd - _OLDER or not older or not _is_clear(text, held)):
            return None
        sized: Any = held if kind is MediaKind.IMAGE else held.poster
        bits = (older if odd else 0) | (nameless if Quirk.NO_NAME in held.quirks else 0)
        return held, bits | (0 if sized is None or (sized.width and sized.height) else unsized)

    def _plays(text: str) -> bool:
        host = media.video_host(text)
        return names_no_video(text) is None and not (task.to_backend and host is None)

    return read


def _is_clear(text: str, held: Reference) -> bool:
    """Return whether an older address says no more than one in today's form, and begins and ends with it."""
    ids = (held.id, held.poster.id) if held.poster else (held.id,)
    return _BOUNDED(text) is not None and all(ID(str(id)) is not None for id in ids)


def _maker(into: "type[Struct] | None") -> Callable[..., Any]:
    """Return what makes objects of a type from the values of its first keys."""
    assert into is not None
    return into


__all__ = [
    "CARRIED",
    "CDN",
    "CLIP",
    "ID",
    "NAMELESS",
    "PAGE",
    "PICTURE",
    "WEB_PICTURE",
    "Carried",
    "Carrier",
    "Made",
    "Task",
    "carriers",
    "clip",
    "decoded",
    "is_named",
    "names_poster",
    "picture",
    "reader",
    "spelled",
    "tell_more",
]
