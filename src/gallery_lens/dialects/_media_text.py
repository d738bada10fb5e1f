"""Pictures and clips as one media text: how the JavaScript side and ``$w`` write them.

The text that a picture or clip was read from is written again as long as it still says what the
model says; otherwise a new one is built in the strict grammar.
"""

import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from gallery_lens import media
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects._rows import Codec, Lowering
from gallery_lens.errors import WriteError
from gallery_lens.media import MediaError, MediaKind, PosterReference, Reference
from gallery_lens.model import UNSET, Clip, Picture, Poster, Video

#: The rules that look at a media text that was read.
READS: Final = (
    "unsupported-media",
    "malformed-uri",
    "type-mismatch",
    "legacy-uri",
    "filename-missing",
    "dimensions-missing",
    "video-search-page",
)
_PICTURE: Final = dict.fromkeys(("id", "url", "width", "height", "filename", "watermark"), UNSET)
_CLIP: Final = dict.fromkeys(("id", "url", "filename", "posters"), UNSET)
_of_picture: Final = operator.attrgetter(*_PICTURE)
_of_clip: Final = operator.attrgetter(*_CLIP)


def picture_text(*, flat: bool) -> Codec:
    """Make the codec of a picture as text.

    *flat* is for items whose other keys speak of the picture too: null is then kept inside of it,
    and an empty name keeps its slash, which the official SDK leaves out.
    """

    def lower(picture: Any, owner: Any, to: Lowering) -> Any:
        if picture is None or picture.address is None:
            return None if to.same else UNSET
        says = _says(picture) and (to.same or _is_tidy(picture.address, flat))
        return _text(picture, says, flat, lambda: _build_picture(picture, flat))

    return Codec(
        _lift(picture_of, flat),
        lower,
        shape=TEXT.shape,
        writes=_writes(flat),
        expands=True,
    )


def clip_text(*, flat: bool) -> Codec:
    """Make the codec of a clip as text; a thumbnail beside it becomes its poster if it has none."""

    def lower(clip: Any, video: Video, to: Lowering) -> Any:
        if clip is None or clip.address is None:
            return None if to.same else UNSET
        adds_poster = not to.same and not clip.posters and poster_of(video) is not None
        says = _says(clip) and not adds_poster and (to.same or _is_tidy(clip.address, flat))
        return _text(clip, says, flat, lambda: _build_clip(clip, video, flat))

    return Codec(
        _lift(clip_of, flat),
        lower,
        shape=TEXT.shape,
        writes=_writes(flat),
        expands=True,
    )


def _writes(flat: bool) -> str:
    return "flat-medium" if flat else "medium"


def _lift(read: Callable[[str], dict[str, Any]], flat: bool) -> Callable[[Any], Any]:
    def lift(text: Any) -> Any:
        if TEXT.lift(text) is None:
            return {"address": None} if flat else None
        return {"address": text} | read(text)

    return lift


def picture_of(text: str) -> dict[str, Any]:
    """Return the attributes of the ``Picture`` that *text* speaks of; none if it is no picture."""
    match _parsed(text):
        case Reference(kind=MediaKind.IMAGE) as found:
            sizes = {"width": found.width or 0, "height": found.height or 0}
            return _known(id=found.id, filename=found.name, watermark=found.watermark) | sizes
        case Reference(kind=MediaKind.WEB, url=url):
            return {"url": url}
    return {}


def clip_of(text: str) -> dict[str, Any]:
    """Return the attributes of the ``Clip`` that *text* speaks of; none if it is no video."""
    match _parsed(text):
        case Reference(kind=MediaKind.VIDEO, poster=poster) as found:
            posters = (_poster(poster, text),) if poster else None
            return _known(id=found.id, filename=found.name, posters=posters)
        case Reference(kind=MediaKind.WEB, url=url):
            return {"url": url}
    return {}


def _poster(named: PosterReference, text: str) -> Poster:
    return Poster(id=named.id, width=named.width, height=named.height, address=text)


def _parsed(text: str) -> Reference | None:
    try:
        return media.parse(text)
    except MediaError:
        return None  # a rule says so


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _says(held: Picture | Clip) -> bool:
    """Tell whether the address that *held* was read from still says what it holds."""
    if not isinstance(held.address, str):
        return False
    if isinstance(held, Clip):
        return _of_clip(held) == _in_clip(held.address)
    return _of_picture(held) == _in_picture(held.address)


# Many ask in turn what one address says.


@lru_cache(maxsize=256)
def _in_picture(address: str) -> tuple[Any, ...]:
    return tuple((_PICTURE | picture_of(address)).values())


@lru_cache(maxsize=256)
def _in_clip(address: str) -> tuple[Any, ...]:
    return tuple((_CLIP | clip_of(address)).values())


def _text(held: Picture | Clip, says: bool, flat: bool, build: Callable[[], str]) -> Any:
    if says:
        return held.address
    if held.id:
        return build()
    return (_tidied(held.url) if flat and held.url else held.url) or UNSET


def _is_tidy(address: Any, flat: bool) -> bool:
    """Tell whether a page knows *address* by its beginning; the backend is not so particular."""
    return not flat or str(address).startswith(
        ("wix:image:", "wix:video:", "image://", "video://", "https://", "http://")
    )


def _tidied(url: str) -> str:
    """Return the web address *url* as pages know it: no blanks around it, two slashes after the scheme."""
    scheme, _, rest = url.strip().partition(":")
    return f"{scheme}://{rest.lstrip('/')}" if rest else url


def name_of(picture: Picture) -> str | None:
    """Return what stands for the file name in the text: the file name, else the alternative text."""
    if _says(picture):
        return picture.filename or None
    return picture.filename or picture.alt_text or None


def is_built(held: Picture | Clip) -> bool:
    """Tell whether *held* becomes a new ``wix:`` text, rather than the one it was read from."""
    return bool(held.id) and not _says(held)


def _built(reference: Reference, slash: bool) -> str:
    try:
        return media.build(reference, slash=slash)
    except MediaError as error:
        raise WriteError(error.detail) from error


def _build_picture(picture: Picture, slash: bool) -> str:
    sized = is_size(picture.width) or is_size(picture.height)
    reference = Reference(
        kind=MediaKind.IMAGE,
        id=picture.id or None,
        name=name_of(picture),
        width=int(picture.width or 0) if sized else None,
        height=int(picture.height or 0) if sized else None,
        watermark=picture.watermark or None,
    )
    return _built(reference, slash)


def is_size(value: Any) -> bool:
    """Tell whether *value* is there at all; 0 counts, it is how an unknown size is written."""
    return value is not None and value is not UNSET


def _build_clip(clip: Clip, video: Video, slash: bool) -> str:
    reference = Reference(
        kind=MediaKind.VIDEO, id=clip.id or None, name=clip.filename or None, poster=poster_of(video)
    )
    return _built(reference, slash)


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


def _reference(poster: Poster) -> PosterReference | None:
    named = poster.id or (poster.url or "").rpartition("/")[2] * ("/" in (poster.url or ""))
    if not named:
        return None
    return PosterReference(id=named, width=int(poster.width or 0), height=int(poster.height or 0))


def thumbnail_reference(text: str) -> PosterReference | None:
    """Return the Wix picture that a thumbnail's address names, if it is one."""
    found = _parsed(text)
    if found is not None and found.kind is MediaKind.IMAGE and found.id:
        return PosterReference(id=found.id, width=found.width or 0, height=found.height or 0)
    named = media.cdn_id(text)
    return PosterReference(id=named) if named else None
