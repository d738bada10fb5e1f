"""Media given by an address that names a file on Wix's servers: what they are in the model."""

from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects._media_text import clip_of, picture_of
from gallery_lens.late import late
from gallery_lens.model import Poster

#: A media id by itself, or below ``media/``; a name with a dot or an underscore, and no scheme.
_BARE: Final = late(r"(?:/?media/)?((?=[^/]*[._])[A-Za-z0-9_.~-]+)")


def picture_at(text: Any) -> dict[str, Any] | None:
    """Return the attributes of the ``Picture`` at the address *text*, which is kept as given.

    The id is the last part of an address at Wix, or a media id that stands there alone.
    """
    if TEXT.lift(text) is None:
        return {"url": None}
    return _held(text, media.cdn_id(text)) or {"address": text} | picture_of(text)


def clip_at(text: Any) -> dict[str, Any] | None:
    """Return the attributes of the ``Clip`` at the address *text*, as ``picture_at`` does."""
    if TEXT.lift(text) is None:
        return {"url": None}
    id = media.video_cdn_id(text) or media.cdn_id(text)
    return _held(text, id) or {"address": text} | clip_of(text)


def _held(text: str, id: str | None) -> dict[str, Any] | None:
    if id:
        return {"id": id, "url": text}
    bare = _BARE.fullmatch(text)
    return {"id": bare[1]} if bare else None


def is_clip(text: Any) -> bool:
    """Tell whether the address *text* is that of a video, as far as an address can say."""
    if not isinstance(text, str):
        return False
    return bool(media.video_cdn_id(text) or media.video_host(text) or clip_of(text).get("id"))


def named_poster(poster: Poster) -> Poster:
    """Return *poster* with the id that its address names, if it has none."""
    id = media.cdn_id(poster.url) if poster.url and not poster.id else None
    return attrs.evolve(poster, id=id) if id else poster
