"""The galleries to choose from, each with its first picture."""

from typing import Any

import attrs

from gallery_lens.api import to_frontend
from gallery_lens.planning.side import Side, dialect_of, sides
from gallery_lens.values import Value
from gallery_lens.words import SourceName


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cover(Value):
    """A gallery to choose."""

    gallery_id: str | None
    name: str | None
    src: str | None  #: the media address of its first picture, None if it has none
    items: int  #: how many there are in the document


def covers(document: Any, source: SourceName = "auto") -> tuple[Cover, ...]:
    """Return the galleries of *document* with the first picture that each shows.

    Args:
        document: an answer of ``listGalleries``, or a gallery.
        source: its dialect, or ``auto``.

    Raises:
        UsageError: It holds no gallery.
    """
    dialect = dialect_of(document, source)
    found, _ = sides(document, "The document", dialect, as_velo=False)
    return tuple(
        Cover(gallery_id=side.id, name=side.gallery_name, src=_first(side, dialect), items=len(side.entries))
        for side in found
    )


def _first(side: Side, dialect: SourceName) -> str | None:
    """Return the media address of the first picture that a gallery shows; None without one."""
    for entry in side.shown(descending=side.descends):
        if entry.content and "image" in entry.content:
            view = to_frontend([entry.raw], dialect)
            src: str | None = view[0].get("src") if view else None
            if src:
                return src
    return None
