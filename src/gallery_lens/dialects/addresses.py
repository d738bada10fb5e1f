"""Media given by an address that names a file on Wix's servers: what they are in the model."""

from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects.media_text import clip_of, picture_of
from gallery_lens.media import MediaError, MediaKind, Quirk, Reference
from gallery_lens.model import Kind, Poster

#: What names a file at Wix without saying how it is shown.
_FILES: Final = frozenset((Quirk.BARE, Quirk.CDN))


def picture_at(text: Any) -> dict[str, Any] | None:
    """Return the attributes of the ``Picture`` at the address *text*, which is kept as given.

    The id is the last part of an address at Wix, or a media id that stands there alone.
    """
    if TEXT.structure(text) is None:
        return {"url": None}
    found, known = _file(text), picture_of(text)
    if found is None or "id" not in known:
        return {"address": text} | known
    return known | ({"url": text} if Quirk.CDN in found.quirks else {})


def clip_at(text: Any) -> dict[str, Any] | None:
    """Return the attributes of the ``Clip`` at the address *text*, as ``picture_at`` does."""
    if TEXT.structure(text) is None:
        return {"url": None}
    if id := media.cdn_id(text):
        return {"id": id, "url": text}
    return {"address": text} | clip_of(text) if _file(text) is None else clip_of(text)


def _file(text: str) -> Reference | None:
    """Return the reference of *text* if it is the id or address of a file at Wix."""
    try:
        found = media.parse(text)
    except MediaError:
        return None
    return found if found.quirks & _FILES else None


def is_clip(text: Any) -> bool:
    """Return whether the address *text* is that of a video, as far as an address can say."""
    if not isinstance(text, str):
        return False
    return bool(media.video_cdn_id(text) or media.video_host(text) or clip_of(text).get("id"))


def named_poster(poster: Poster) -> Poster:
    """Return *poster* with the id that its address names, if it has none."""
    url = poster.url or ""
    id = None if poster.id else media.cdn_id(url) or media.bare_id(url)
    return attrs.evolve(poster, id=id) if id else poster


def kind_of_source(src: Any) -> Kind:
    """Return the kind of what is at the address *src*, an image as a rule."""
    try:
        kind = media.parse(src).kind if isinstance(src, str) else MediaKind.IMAGE
    except MediaError:
        return Kind.IMAGE
    shows_video = media.video_host(str(src)) if kind is MediaKind.WEB else kind is MediaKind.VIDEO
    return Kind.VIDEO if shows_video else Kind.IMAGE
