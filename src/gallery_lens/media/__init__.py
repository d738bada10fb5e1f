"""Media text (``wix:image://v1/…`` and its relatives) to frozen references, and back.

The strict grammar, of which everything else read here is a departure (a ``Quirk``)::

    image     wix:image://v1/ID/[NAME]#originWidth=W&originHeight=H[&watermark=TEXT]
    video     wix:video://v1/ID/NAME#posterUri=ID&posterWidth=W&posterHeight=H
    vector    wix:vector://v1/ID/[NAME]
    audio     wix:audio://v1/ID/NAME#duration=MILLISECONDS
    document  wix:document://v1/[ugd/]ID/NAME

An id, a name or a text is one or more characters without ``/``, nor any that would end it (``?``
and ``#`` in the path, ``&`` and ``#`` after it). Two deprecated forms are written back as they
were read: ``image://v1/ID/W_H/[NAME]``, and the video form with a slash before ``#``.
"""

from gallery_lens.media._addresses import (
    NO_IDS,
    NOT_IN_ID,
    bare_id,
    cdn_id,
    picture_url,
    vector_url,
    video_cdn_id,
    video_host,
    video_url,
    web_parts,
)
from gallery_lens.media._escapes import decode_component, encode_component
from gallery_lens.media._reference import MediaError, MediaKind, PosterReference, Quirk, Reference
from gallery_lens.media._strict import is_strict
from gallery_lens.media._writing import build
from gallery_lens.media.reading import parse

__all__ = [
    "NOT_IN_ID",
    "NO_IDS",
    "MediaError",
    "MediaKind",
    "PosterReference",
    "Quirk",
    "Reference",
    "bare_id",
    "build",
    "cdn_id",
    "decode_component",
    "encode_component",
    "is_strict",
    "parse",
    "picture_url",
    "vector_url",
    "video_cdn_id",
    "video_host",
    "video_url",
    "web_parts",
]
