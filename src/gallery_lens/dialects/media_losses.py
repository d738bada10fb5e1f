"""Losses of pictures and clips that become one media text, for all dialects that write one."""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens import media
from gallery_lens.conditions import present
from gallery_lens.dialects.media_text import (
    address_of,
    chosen,
    clip_name,
    ignored_parts,
    is_built,
    is_unsized_file,
    name_of,
    picture_of,
    poster_beside,
    poster_of,
    shown_beside,
    stays,
    thumbnail_reference,
)
from gallery_lens.dialects.noise import resolutions_tell
from gallery_lens.dialects.rows import Loss, Unstructuring, holds_anything
from gallery_lens.model import Clip, Picture, Poster, Video
from gallery_lens.places import Place
from gallery_lens.values import evolve


def parts_dropped(at: str, *, flat: bool | None = None) -> Loss:
    """The loss of what the address of the medium at *at* says and nobody has a place for.

    Where the address becomes another text, *flat* says whether that is a page's: it may stay as it is.
    """

    def dropped(address: Any, medium: Picture | Clip, to: Unstructuring) -> bool:
        if not medium.id or not isinstance(address, str) or not ignored_parts(address):
            return False
        return flat is None or not (stays(medium, flat) or (flat and is_unsized_file(medium)))

    return Loss(f"{at}.address", "address-part-dropped", dropped, known_by="media")


def picture_losses(at: str, *, flat: bool = False) -> tuple[Loss, ...]:
    """The losses of the picture at the model path *at* when it becomes a text, of a page if it is *flat*."""
    return (
        parts_dropped(at, flat=flat),
        *(evolve(loss, field=f"{at}{loss.field}", known_by="media") for loss in _PICTURE_LOSSES),
    )


def _outside_picture_details(
    picture: Picture, owner: Any, to: Unstructuring
) -> Iterator[tuple[str, Any, Place]]:
    # Alternative text beside a text that was read has a finding of its own.
    said = picture_of(str(picture.address or picture.url or ""))
    sizes = tuple(name for name in ("width", "height") if getattr(picture, name) != said.get(name))
    return _details(picture, (*sizes, "filename") + (() if picture.address else ("alt_text",)))


#: Of a picture that becomes a text, by the path below it.
_PICTURE_LOSSES: Final = (
    Loss(
        ".alt_text",
        "alt-text-dropped",
        lambda alt, picture, to: (
            present(alt) and (alt != name_of(picture) if picture.id else bool(picture.address))
        ),
    ),
    Loss(
        ".alt_text",
        "alt-text-as-filename",
        lambda alt, picture, to: present(alt) and is_built(picture) and not picture.filename,
    ),
    Loss("", "filename-missing", lambda picture, owner, to: is_built(picture) and name_of(picture) is None),
    Loss(
        "",
        "dimensions-missing",
        lambda picture, owner, to: is_built(picture) and not (picture.width and picture.height),
    ),
    Loss(
        ".url",
        "image-url-dropped",
        lambda url, picture, to: (
            bool(url) and is_built(picture) and url not in (media.picture_url(picture.id), picture.id)
        ),
    ),
    Loss("", "external-image-details-dropped", find=_outside_picture_details),
)


def _details(medium: Picture | Clip, names: tuple[str, ...]) -> Iterator[tuple[str, Any, Place]]:
    """Yield the known details of a medium outside of Wix besides its address."""
    for name in names:
        if not medium.id and present(getattr(medium, name)):
            yield name, getattr(medium, name), ()


def _outside_clip_details(clip: Clip, thumbnail: bool) -> Iterator[tuple[str, Any, Place]]:
    told = resolutions_tell(clip.resolutions or (), clip)
    shown = shown_beside(clip) if thumbnail else None
    for index, poster in enumerate(clip.posters or ()) if shown is not None and not clip.id else ():
        if poster is not shown:
            yield f"posters.{index}", poster, ()
            continue
        for name in ("width", "height", "filename", "alt_text"):
            if present(getattr(poster, name)):
                yield f"posters.{index}.{name}", getattr(poster, name), ()
        if poster.url and poster.url != address_of(poster) and not media.bare_id(poster.url):
            yield f"posters.{index}.url", poster.url, ()
        for key, value in poster.extra.items():
            if holds_anything(value):
                yield f"posters.{index}", value, (key,)
    posters = [] if shown is not None else ["posters"]
    yield from _details(clip, (*posters, *(["resolutions"] if told else []), "filename"))


def clip_losses(*, flat: bool) -> tuple[Loss, ...]:
    """The losses of a clip when it becomes a text; a page (*flat*) shows a poster beside an outside one."""
    outside = Loss(
        "video.clip",
        "external-video-details-dropped",
        find=lambda clip, video, to: _outside_clip_details(clip, flat),
        known_by="media",
    )
    return (parts_dropped("video.clip", flat=flat), *_CLIP_LOSSES, outside)


_CLIP_LOSSES = tuple(
    evolve(loss, known_by="media")
    for loss in (
        Loss(
            "video.clip", "filename-missing", lambda clip, video, to: is_built(clip) and not clip_name(clip)
        ),
        Loss(
            "video.clip.url",
            "resolutions-dropped",
            lambda url, clip, to: _lost_url(clip) and bool(clip.resolutions),
        ),
        Loss(
            "video.clip.url",
            "unknown-field-dropped",
            lambda url, clip, to: _lost_url(clip) and not clip.resolutions,
        ),
        Loss(
            "video.clip.resolutions",
            "resolutions-dropped",
            lambda held, clip, to: present(held) and bool(clip.id),
        ),
        Loss(
            "video.clip.posters",
            "extra-posters-dropped",
            find=lambda held, clip, to: (
                (str(index), poster, ())
                for index, poster in enumerate(held)
                if clip.id and index != chosen(clip)
            ),
        ),
        Loss(
            "video.clip.posters",
            "poster-dropped",
            find=lambda held, clip, to: (
                (index, poster, ())
                for index, poster in _kept(clip)
                if present(poster) and poster_of(Video(clip=clip)) is None
            ),
        ),
        Loss("video.clip.posters", "dimensions-missing", find=lambda held, clip, to: _poster_sizes(clip)),
        Loss(
            "video.clip.posters",
            "alt-text-dropped",
            find=lambda held, clip, to: _poster_text(clip, "alt_text"),
        ),
        Loss("video.clip.posters", "image-url-dropped", find=lambda held, clip, to: _poster_url(clip)),
        Loss("video.clip.posters", "unknown-field-dropped", find=lambda held, clip, to: _poster_rest(clip)),
    )
)


def _lost_url(clip: Clip) -> bool:
    return bool(clip.id and clip.url) and clip.url not in (clip.address, clip.id)


def _kept(clip: Clip) -> Iterator[tuple[str, Poster]]:
    """The poster that goes into the text, with its index as text."""
    if clip.id and clip.posters:
        yield str(chosen(clip)), clip.posters[chosen(clip)]


def _poster_sizes(clip: Clip) -> Iterator[tuple[str, Any, Place]]:
    for index, _ in _kept(clip):
        named = poster_of(Video(clip=clip))
        if named is not None and is_built(clip) and not (named.width and named.height):
            yield index, {"width": named.width, "height": named.height}, ()


def _poster_text(clip: Clip, name: str) -> Iterator[tuple[str, Any, Place]]:
    for index, poster in _kept(clip):
        if present(getattr(poster, name)):
            yield f"{index}.{name}", getattr(poster, name), ()


def _poster_url(clip: Clip) -> Iterator[tuple[str, Any, Place]]:
    for index, poster in _kept(clip):
        named = poster_of(Video(clip=clip))
        if named is not None and poster.url and poster.url not in (media.picture_url(named.id), named.id):
            yield f"{index}.url", poster.url, ()


def _poster_rest(clip: Clip) -> Iterator[tuple[str, Any, Place]]:
    yield from _poster_text(clip, "filename")
    for index, poster in _kept(clip):
        for key, value in poster.extra.items():
            if holds_anything(value):
                yield index, value, (key,)


def thumbnail_dropped(thumbnail: Any, video: Video, to: Unstructuring) -> bool:
    """Return whether a backend has no place for *thumbnail*: no Wix picture, or another poster is there."""
    if not thumbnail:
        return False
    named = thumbnail_reference(thumbnail)
    kept = poster_of(video) if to.underscored or (video.clip and video.clip.posters) else poster_beside(video)
    return named is None or kept is None or named.id != kept.id


def tells_more(kind: Any, medium: Any) -> bool:
    """Return whether a branch's type says more than the address of its medium does."""
    if not kind or not medium:
        return bool(kind)
    outside = "EXTERNAL" if isinstance(medium, Picture) else media.video_host(medium.url or "")
    return bool(kind != ("WIX_MEDIA" if medium.id else outside))
