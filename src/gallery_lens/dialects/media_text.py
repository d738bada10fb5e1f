"""Pictures and clips as one media text: how the JavaScript side and ``$w`` write them.

The text that a picture or clip was read from is written again as long as it still says what the
model says; otherwise a new one is built in the strict grammar.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from gallery_lens import media
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects.rows import Codec, Unstructuring
from gallery_lens.errors import WriteError
from gallery_lens.media import MediaError, MediaKind, PosterReference, Quirk, Reference
from gallery_lens.model import UNSET, Clip, Picture, Poster, Video

#: The word that the official SDK writes for a name that is missing.
UNDEFINED: Final = "undefined"
#: The rules that look at a media text that was read.
READS: Final = (
    "unsupported-media",
    "malformed-uri",
    "type-mismatch",
    "legacy-uri",
    "filename-missing",
    "dimensions-missing",
    "video-search-page",
    "poster-dropped",
)
_PICTURE: Final = dict.fromkeys(("id", "url", "width", "height", "filename", "watermark"), UNSET)
_CLIP: Final = dict.fromkeys(("id", "url", "filename", "posters"), UNSET)


def picture_text(*, flat: bool) -> Codec:
    """Make the codec of a picture as text.

    *flat* is for items whose other keys speak of the picture too: null is then kept inside of it,
    and an empty name keeps its slash, which the official SDK leaves out.
    """

    def unstructure(picture: Any, owner: Any, to: Unstructuring) -> Any:
        if picture is None or picture.address is None:
            return None if to.same else UNSET
        says = _says(picture) if to.same else stays(picture, flat)
        return _text(picture, says, flat, lambda: _build_picture(picture, flat))

    return Codec(
        _structure(picture_of, flat),
        unstructure,
        shape=TEXT.shape,
        writes=_writes(flat),
        expands=True,
    )


def clip_text(*, flat: bool) -> Codec:
    """Make the codec of a clip as text; a thumbnail beside it becomes its poster if it has none."""

    def unstructure(clip: Any, video: Video, to: Unstructuring) -> Any:
        if clip is None or clip.address is None:
            return None if to.same else UNSET
        adds_poster = not to.same and not clip.posters and poster_of(video) is not None
        says = _says(clip) if to.same else stays(clip, flat) and not adds_poster
        return _text(clip, says, flat, lambda: _build_clip(clip, video, flat))

    return Codec(
        _structure(clip_of, flat),
        unstructure,
        shape=TEXT.shape,
        writes=_writes(flat),
        expands=True,
    )


def _writes(flat: bool) -> str:
    return "flat-medium" if flat else "medium"


def _structure(read: Callable[[str], dict[str, Any]], flat: bool) -> Callable[[Any], Any]:
    def structure(text: Any) -> Any:
        if TEXT.structure(text) is None:
            return {"address": None} if flat else None
        return {"address": text} | read(text)

    return structure


def picture_of(text: str) -> dict[str, Any]:
    """Return the attributes of the ``Picture`` that *text* speaks of; none if it is not a picture."""
    match _parsed(text):
        case Reference(kind=MediaKind.IMAGE) as found:
            known = _known(id=found.id, filename=found.name, watermark=found.watermark)
            if found.quirks & {Quirk.BARE, Quirk.CDN}:
                return known | _known(width=found.width or None, height=found.height or None)
            return known | {"width": found.width or 0, "height": found.height or 0}
        case Reference(kind=MediaKind.WEB, url=url) as found:
            return {"url": url} | _known(width=found.width, height=found.height)
        case Reference(quirks=quirks) if Quirk.CDN in quirks:
            return {"url": text}  # the file of a video: an address that is not a picture's, but is not lost
    return {}


def sized_address(address: Any, picture: Any) -> str | None:
    """Return *address*, that of a picture outside of Wix, with the picture's size; None if that cannot be."""
    if not picture or picture.id or not isinstance(address, str):
        return None
    sizes = {"width": picture.width, "height": picture.height}
    size = f"#originWidth={picture.width}&originHeight={picture.height}"
    text = address if "#" in address else address + size
    return text if all(sizes.values()) and sizes.items() <= picture_of(text).items() else None


def clip_of(text: str) -> dict[str, Any]:
    """Return the attributes of the ``Clip`` that *text* speaks of; none if it is not a video."""
    match _parsed(text):
        case Reference(kind=MediaKind.VIDEO, poster=poster) as found:
            posters = None
            if poster:
                held = Poster(id=poster.id, width=poster.width, height=poster.height, address=text)
                posters = (held,)
            return _known(id=found.id, filename=found.name, posters=posters, url=found.url)
        case Reference(kind=MediaKind.IMAGE, id=id, quirks=quirks) if Quirk.BARE in quirks:
            return {"id": id}
        case Reference(kind=MediaKind.WEB, url=url):
            return {"url": url}
        case Reference(quirks=quirks) if Quirk.CDN in quirks:
            return {"url": text}  # the file of a picture: an address that is not a video's, but is not lost
    return {}


def _parsed(text: str) -> Reference | None:
    try:
        return media.parse(text)
    except MediaError:
        return None  # a rule says so


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _says(held: Picture | Clip) -> bool:
    """Return whether the address that *held* was read from still says what it holds."""
    if not isinstance(held.address, str):
        return False
    is_clip = isinstance(held, Clip)
    values = (getattr(held, name) for name in (_CLIP if is_clip else _PICTURE))
    return tuple(UNSET if value is None else value for value in values) == _said(held.address, is_clip)


@lru_cache(maxsize=512)  # many ask in turn what one address says
def _said(address: str, is_clip: bool) -> tuple[Any, ...]:
    said = _CLIP | clip_of(address) if is_clip else _PICTURE | picture_of(address)
    return tuple(said.values())


def _text(held: Picture | Clip, says: bool, flat: bool, build: Callable[[], str]) -> Any:
    if says:
        return held.address
    if held.id and not (flat and is_unsized_file(held)):
        return build()
    if held.id:
        return _tidied(str(held.address))
    return (_tidied(held.url) if flat and held.url else held.url) or UNSET


def stays(held: Picture | Clip, flat: bool) -> bool:
    """Return whether the address that *held* was read from is written to another dialect as it is."""
    return _says(held) and _is_tidy(str(held.address), flat)


def is_unsized_file(held: Picture | Clip) -> bool:
    """Return whether *held* is known by nothing but its address at Wix, which any page can show."""
    found = _parsed(held.address) if isinstance(held.address, str) else None
    return (
        found is not None and Quirk.CDN in found.quirks and not (found.width or found.height) and _says(held)
    )


@lru_cache(maxsize=256)
def _is_tidy(address: str, flat: bool) -> bool:
    """Return whether a page, or the backend, knows the medium by *address*; the backend is less strict."""
    found = _parsed(address)
    if found is None or found.quirks & {Quirk.BARE, Quirk.NESTED}:
        return False
    if not flat:
        return Quirk.CDN not in found.quirks
    if Quirk.CDN in found.quirks and (found.width or found.height):
        return False
    # A page takes what stands between the third and the fourth slash for the id.
    whole = Quirk.NO_SLASH not in found.quirks and address == address.strip()
    return whole and address.startswith(_BEGINNINGS)


_BEGINNINGS: Final = ("wix:image:", "wix:video:", "image://", "video://", "https://", "http://")


def _tidied(url: str) -> str:
    """Return the web address *url* as pages know it: no blanks around it, two slashes after the scheme."""
    if url.strip().startswith("//"):
        return f"https:{url.strip()}"
    scheme, _, rest = url.strip().partition(":")
    if scheme.lower() not in ("http", "https"):
        return f"https://{url.strip()}"
    return f"{scheme}://{rest.lstrip('/')}"


def name_of(picture: Picture) -> str | None:
    """Return the text in place of the file name: the file name, or the alternative text."""
    if _says(picture):
        return picture.filename or None
    return next((name for name in (picture.filename, picture.alt_text) if name and name != UNDEFINED), None)


def is_built(held: Picture | Clip) -> bool:
    """Return whether *held* becomes a new ``wix:`` text, rather than the one it was read from."""
    return bool(held.id) and not _says(held)


def _built(reference: Reference, slash: bool) -> str:
    try:
        return media.build(reference, slash=slash)
    except MediaError as error:
        raise WriteError(error.detail) from error


def _build_picture(picture: Picture, slash: bool) -> str:
    sized = bool(picture.width or picture.height)
    reference = Reference(
        kind=MediaKind.IMAGE,
        id=picture.id or None,
        name=name_of(picture),
        width=int(picture.width or 0) if sized else None,
        height=int(picture.height or 0) if sized else None,
        watermark=picture.watermark or None,
    )
    return _built(reference, slash)


def _build_clip(clip: Clip, video: Video, slash: bool) -> str:
    reference = Reference(
        kind=MediaKind.VIDEO, id=clip.id or None, name=clip_name(clip), poster=poster_of(video)
    )
    return _built(reference, slash)


def clip_name(clip: Clip) -> str | None:
    """Return the file name of *clip* for a text."""
    return clip.filename if clip.filename and clip.filename != UNDEFINED else None


def ignored_parts(address: str) -> tuple[str, ...]:
    """Return the parts of *address* that say something nobody has a place for."""
    found = _parsed(address)
    return () if found is None else found.ignored


def shown_beside(clip: Clip) -> Poster | None:
    """Return the poster that a page shows as the thumbnail of a clip outside of Wix."""
    return next((each for each in clip.posters or () if not clip.id and address_of(each)), None)


def address_of(poster: Poster) -> str | None:
    """Return where a page finds *poster*, or None."""
    named = _reference(poster) if poster.id or media.bare_id(poster.url or "") else None
    if named is not None:
        return media.picture_url(named.id.strip(" /"))
    url = poster.url or ""
    return url if media.web_parts(url) and not media.video_host(url) else None


def chosen(clip: Clip) -> int:
    """Return the index of the poster that a text keeps: the second if there are two, as the SDK does."""
    return 1 if len(clip.posters or ()) > 1 else 0


def poster_of(video: Video) -> PosterReference | None:
    """Return the poster that a text can name: one of the clip's, else the thumbnail beside it."""
    clip = video.clip
    if not clip or not clip.id:
        return None
    if clip.posters:
        return _reference(clip.posters[chosen(clip)])
    return thumbnail_reference(video.thumbnail) if video.thumbnail else None


def poster_beside(video: Video) -> PosterReference | None:
    """Return the poster that an object can name, beside a clip outside of Wix too."""
    if video.clip and not video.clip.id and video.thumbnail:
        return thumbnail_reference(video.thumbnail)
    return poster_of(video)


def _reference(poster: Poster) -> PosterReference | None:
    url = poster.url or ""
    # Of an address that is not at Wix, the last part.
    named = poster.id or media.cdn_id(url) or media.bare_id(url) or url.rpartition("/")[2] * ("/" in url)
    if not named or named in media.NO_IDS:
        return None
    return PosterReference(id=named, width=int(poster.width or 0), height=int(poster.height or 0))


def thumbnail_reference(text: str) -> PosterReference | None:
    """Return the Wix picture that a thumbnail's address names, if it is one."""
    found = _parsed(text)
    if found is not None and found.kind is MediaKind.IMAGE and found.id:
        return PosterReference(id=found.id, width=found.width or 0, height=found.height or 0)
    return None
