"""Pictures, clips and posters as the open-source component takes them: plain addresses and sizes."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.conditions import present
from gallery_lens.dialects._codecs import NAMING, SIZE, TEXT, TEXTS, list_of
from gallery_lens.dialects.addresses import named_poster
from gallery_lens.dialects.media_text import chosen, picture_of, thumbnail_reference
from gallery_lens.dialects.noise import resolutions_tell
from gallery_lens.dialects.rows import Codec, Loss, Row, Unstructuring
from gallery_lens.dialects.table import Table
from gallery_lens.errors import WriteError
from gallery_lens.model import UNSET, Clip, Family, Picture, Poster, Resolution, Video
from gallery_lens.places import Place
from gallery_lens.values import evolve


def said(codec: Codec) -> Codec:
    """Make a codec that leaves null and empty text out where *codec* would write them."""

    def unstructure(value: Any, owner: Any, to: Unstructuring) -> Any:
        return UNSET if value in (None, "") and not to.same else codec.unstructure(value, owner, to)

    return evolve(codec, unstructure=unstructure, writes="shown" if codec.shape == TEXT.shape else "known")


KNOWN_SIZE: Final = said(SIZE)


# ---------------------------------------------------------------- addresses


def picture_address(picture: Any, owner: Any, to: Unstructuring) -> Any:
    """The address of a picture: at Wix's servers if it has an id there."""
    if not picture:
        return UNSET
    if picture.id and not (to.same and picture.url):
        return _named(picture.id, media.picture_url(picture.id), media.cdn_id)
    return picture.url or picture.address or UNSET


def _named(id: str, address: str, read: Any) -> str:
    if read(address) != id:
        raise WriteError(f"the id {id!r} cannot stand in an address")
    return address


def clip_address(clip: Any, owner: Any, to: Unstructuring) -> Any:
    """The address of a video: the best mp4 that is known to be of this id, else one made of the id."""
    if not clip:
        return UNSET
    if not clip.id:
        return clip.url or clip.address or UNSET
    return best_file(clip) or _named(clip.id, guessed_file(clip, owner), media.video_cdn_id)


def best_file(clip: Clip) -> str | None:
    """Return the address among those given that names the clip's id; the tallest mp4 after its own."""
    encodings = sorted(clip.resolutions or (), key=lambda each: -(each.height or 0))
    addresses = (clip.url, *(each.url for each in encodings if each.format in ("mp4", UNSET, None)))
    return next((url for url in addresses if url and media.video_cdn_id(url) == clip.id), None)


#: The heights that Wix encodes videos in, best first.
_HEIGHTS: Final = (1080, 720, 480, 360)


def guessed_file(clip: Clip, video: Video) -> str:
    """Return the address of an mp4 that very likely exists: no taller than the poster shows the video.

    Where nothing is known of its size it is 480p, which nearly every video has.
    """
    poster = shown_poster(video)
    return media.video_url(str(clip.id), guessed_quality((poster.height or 0) if poster else 0))


def guessed_quality(tall: int) -> str:
    """Return the quality that a video very likely has whose poster is *tall*; 0 is not known."""
    fitting = (height for height in _HEIGHTS if height <= tall)
    return f"{next(fitting, 480)}p"


def page_of(clip: Clip | None) -> str | None:
    """Return the address of a clip at YouTube or Vimeo, or None for others."""
    url = (clip.url or None) if clip and not clip.id else None
    return url if url and media.video_host(url) else None


# ---------------------------------------------------------------- posters


def poster_address(poster: Poster) -> str | None:
    """Return where a poster can be fetched, or None."""
    address = media.picture_url(poster.id) if poster.id else None
    if address and media.cdn_id(address) == poster.id:
        return address
    return poster.url or None


def shown_poster(video: Any) -> Poster | None:
    """Return the poster to show before a video plays, if it has one with an address.

    The component shows the last of several posters, the official SDK keeps the second, viewers of
    pages the first. Here it is the one that a media text keeps, so that a gallery looks alike
    whichever way an item takes; it is named on its own, or the component would choose.
    """
    if not video:
        return None
    thumbnail = _thumbnail(video.thumbnail or "")
    if thumbnail:
        # A thumbnail wins on a page, too. If it is one of the posters, its size is known.
        alike = (each for each in _posters(video) if poster_address(each) == poster_address(thumbnail))
        return next(alike, thumbnail)
    named = (
        [each for each in _posters(video)[chosen(video.clip) :] if poster_address(each)] if video.clip else []
    )
    return named[0] if named else None


def largest(video: Any) -> Resolution | None:
    """Return the largest encoding of a video that tells its size, which is then that of the video."""
    clip = video.clip if video else None
    sized = [each for each in (clip.resolutions or ()) if each.width and each.height] if clip else []
    return max(sized, key=lambda each: each.height or 0, default=None)


def _thumbnail(text: str) -> Poster | None:
    """The picture that a thumbnail is, if it is a picture of Wix or on the web."""
    found = thumbnail_reference(text)
    if found is not None:
        return Poster(id=found.id, width=found.width, height=found.height)
    return Poster(url=text) if picture_of(text).get("url") else None


def _posters(video: Video) -> tuple[Poster, ...]:
    return (video.clip.posters or ()) if video.clip else ()


def _poster_address(value: Any, poster: Poster, to: Unstructuring) -> Any:
    return value if to.same else poster_address(poster) or UNSET


POSTER: Final = Table(
    model=Poster,
    family=Family.COMPONENT,
    rows=(
        Row("url", "url", Codec(TEXT.structure, _poster_address, shape=NAMING.shape, derives=True)),
        Row("width", "width", KNOWN_SIZE),
        Row("height", "height", KNOWN_SIZE),
    ),
    losses=(
        Loss("alt_text", "alt-text-dropped"),
        Loss("filename", "unknown-field-dropped"),
        Loss(
            "id",
            "poster-dropped",
            lambda id, poster, to: bool(id) and (media.cdn_id(poster_address(poster) or "") != poster.id),
        ),
        Loss("url", "image-url-dropped", lambda url, poster, to: bool(url) and poster_address(poster) != url),
    ),
)
_POSTER_LIST: Final = list_of(POSTER)


def _structure_posters(value: Any) -> Any:
    structured = _POSTER_LIST.structure(value)
    return None if structured is None else tuple(map(named_poster, structured))


POSTERS: Final = said(
    Codec(_structure_posters, _POSTER_LIST.unstructure, shape=_POSTER_LIST.shape, table=POSTER)
)


# ---------------------------------------------------------------- encodings

QUALITY: Final = Table(
    model=Resolution,
    family=Family.COMPONENT,
    rows=(
        Row("quality", "quality", TEXT),
        Row("width", "width", SIZE),
        Row("height", "height", SIZE),
        Row("", "formats", TEXTS),
    ),
)
_QUALITY_LIST: Final = list_of(QUALITY)


def _structure_qualities(value: Any) -> Any:
    structured = _QUALITY_LIST.structure(value)
    return None if structured is None else tuple(one for each in structured for one in _by_format(each))


def _by_format(quality: Resolution) -> list[Resolution]:
    extra = {key: value for key, value in quality.extra.items() if key != "formats"}
    formats = quality.extra.get("formats") or (UNSET,)
    return [attrs.evolve(quality, format=name, extra=extra) for name in formats]


def _unstructure_qualities(value: Any, clip: Clip, to: Unstructuring) -> Any:
    """Write the encodings of a Wix video, those of one size together; a page elsewhere has none."""
    if value is None or not clip.id:
        return UNSET
    groups = ((dict(size), _together(list(alike))) for size, alike in groupby(value, _size_of))
    return [_quality(size, alike) for size, parts in groups for alike in parts]


def _together(alike: list[Resolution]) -> list[list[Resolution]]:
    """Keep encodings of one size together if their formats tell them apart."""
    formats = {each.format for each in alike if each.format}
    return [alike] if len(formats) == len(alike) else [[each] for each in alike]


def _size_of(resolution: Resolution) -> tuple[tuple[str, Any], ...]:
    return tuple((name, getattr(resolution, name)) for name in ("quality", "width", "height"))


def _quality(size: dict[str, Any], alike: list[Resolution]) -> dict[str, Any]:
    formats = [each.format for each in alike if each.format]
    known = {name: value for name, value in size.items() if value not in (UNSET, None)}
    return known | ({"formats": formats} if formats else {})


def _split(wires: list[Any]) -> list[Any]:
    """Give each format an element of its own."""
    return [one for wire in wires for one in _each_format(wire)]


def _each_format(wire: Any) -> list[Any]:
    formats = wire.get("formats") if isinstance(wire, dict) else None
    if not formats or not isinstance(formats, list):
        return [wire]
    return [{**wire, "formats": [name]} for name in formats]


QUALITIES: Final = Codec(
    _structure_qualities, _unstructure_qualities, shape=(*_QUALITY_LIST.shape, QUALITY), split=_split
)


# ---------------------------------------------------------------- losses


def picture_losses(at: str) -> tuple[Loss, ...]:
    """The losses of the picture at the model path *at*."""
    return (
        Loss(f"{at}.watermark", "watermark-dropped", known_by="media"),
        Loss(f"{at}.url", "image-url-dropped", _url_dropped, known_by="media"),
        Loss(
            at,
            "dimensions-missing",
            lambda picture, owner, to: not (picture.width and picture.height),
            known_by="media",
        ),
    )


def _url_dropped(url: Any, picture: Picture, to: Unstructuring) -> bool:
    return bool(url and picture.id) and url != media.picture_url(str(picture.id))


def _unsized(clip: Clip, video: Video, to: Unstructuring) -> bool:
    poster = shown_poster(video)
    return not (poster and poster.width and poster.height)


def _guessed(clip: Clip, video: Video, to: Unstructuring) -> bool:
    return bool(clip.id) and best_file(clip) is None


def _other_url(url: Any, clip: Clip, to: Unstructuring) -> bool:
    return bool(url and clip.id) and best_file(clip) != url


def _lost_encodings(value: Any, clip: Clip, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    """Yield the parts of an encoding that the component lacks: an odd address, a name, further keys."""
    for index, each in enumerate(value if clip.id else ()):
        plain = each.format in ("mp4", UNSET) and each.url == media.video_url(str(clip.id), str(each.quality))
        if (each.url and not plain) or each.filename or each.extra:
            yield str(index), each, ()


def _addressless(posters: Any, clip: Clip, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    for index, poster in enumerate(posters):
        if present(poster) and poster_address(poster) is None:
            yield str(index), poster, ()


CLIP_LOSSES: Final = tuple(
    evolve(loss, known_by="media")
    for loss in (
        Loss("video.clip", "video-quality-guessed", _guessed),
        Loss("video.clip", "dimensions-missing", _unsized),
        Loss("video.clip.url", "unknown-field-dropped", _other_url),
        Loss(
            "video.clip.resolutions",
            "external-video-details-dropped",
            lambda held, clip, to: not clip.id and resolutions_tell(held, clip),
        ),
        Loss("video.clip.resolutions", "resolutions-dropped", find=_lost_encodings),
        Loss("video.clip.posters", "poster-dropped", find=_addressless),
        Loss(
            "video.thumbnail",
            "thumbnail-dropped",
            lambda text, video, to: bool(text) and _thumbnail(text) is None,
        ),
    )
)
