"""The media of galleries, with the addresses that their files are downloaded from."""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens import media
from gallery_lens.conversion.run import Run
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects.component_media import best_file, guessed_file
from gallery_lens.model import Item, Picture
from gallery_lens.rules import rule

#: The columns of a list, in their order.
COLUMNS: Final = ("url", "name", "order", "title", "id")
#: The dialect whose items hold download addresses: converting to it finds out what has none.
TARGET: Final = "component"


def media_rows(run: Run) -> Iterator[dict[str, Any]]:
    """Yield a row for every medium of a finished run; one that is shown on hover follows its item's."""
    models = (
        (place, found.model) for each in run.converted for place, found in enumerate(each.reads, start=1)
    )
    for place, item in models:
        if item is None:
            continue
        order = item.sort_order if item.sort_order or item.sort_order == 0 else place
        for url, name, id in _media(item):
            if url:
                parts = media.web_parts(url)
                called = name or (parts.path.rpartition("/")[2] if parts else "")
                yield dict(zip(COLUMNS, (url, called, order, item.title or "", id or ""), strict=True))


def is_about_media(name: str, severity: Severity) -> bool:
    """Return whether a finding of the rule *name* says that a medium, or its address, is not certain."""
    return severity is Severity.ERROR or rule(name).of_address


def _media(item: Item) -> Iterator[tuple[str | None, Any, Any]]:
    """Yield address, name and id of the media that an item shows: its own, then that of a hover."""
    if item.image and item.image.picture:
        yield _of_picture(item.image.picture)
    if item.video and item.video.clip:
        clip = item.video.clip
        url = best_file(clip) or (guessed_file(clip, item.video) if clip.id else clip.url or None)
        yield url, clip.filename, clip.id
    if item.secondary_media and item.secondary_media.image and item.secondary_media.image.picture:
        yield _of_picture(item.secondary_media.image.picture)


def _of_picture(picture: Picture) -> tuple[str | None, Any, Any]:
    url = media.picture_url(picture.id) if picture.id else picture.url or None
    return url, picture.filename, picture.id
