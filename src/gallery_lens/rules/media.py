"""The pictures and clips of an item, where they stand, and what their addresses say."""

from collections.abc import Iterator

from gallery_lens.media import MediaError, Reference, parse
from gallery_lens.model import Clip, Item, Kind, Picture
from gallery_lens.values import Record


class Address(Record):
    """A media address that an item holds."""

    field: str  #: dotted path in the model, ``"image.picture"``
    kind: Kind  #: of the branch it stands in, ``IMAGE`` or ``VIDEO``
    text: str  #: as given, never empty


def pictures(item: Item) -> Iterator[tuple[str, Picture]]:
    """Yield the pictures of *item*, the hover picture included, with their paths in the model."""
    if item.image and item.image.picture:
        yield "image.picture", item.image.picture
    hover = item.secondary_media.image if item.secondary_media else None
    if hover and hover.picture:
        yield "secondary_media.image.picture", hover.picture


def clips(item: Item) -> Iterator[tuple[str, Clip]]:
    """Yield the clip of *item*, if it has one, with its path in the model."""
    if item.video and item.video.clip:
        yield "video.clip", item.video.clip


def addresses(item: Item) -> Iterator[Address]:
    """Yield what *item*'s media are known by: the text they were read from, or a ``url`` without an id."""
    for field, picture in pictures(item):
        yield from _address(field, Kind.IMAGE, picture)
    for field, clip in clips(item):
        yield from _address(field, Kind.VIDEO, clip)


def _address(field: str, kind: Kind, medium: Picture | Clip) -> Iterator[Address]:
    if medium.address:
        yield Address(field, kind, medium.address)
    elif medium.url and not medium.id:
        yield Address(f"{field}.url", kind, medium.url)


def references(item: Item) -> Iterator[tuple[Address, Reference]]:
    """Yield the addresses of *item* that can be read, with what they say."""
    for address in addresses(item):
        found = read(address.text)
        if found is not None:
            yield address, found


def read(text: str) -> Reference | None:
    """Return the reference of *text*, or None if it cannot be read; other rules report that."""
    try:
        return parse(text)
    except MediaError:
        return None


def refusals(item: Item) -> Iterator[tuple[Address, MediaError]]:
    """Yield the addresses of *item* that cannot be read, with the reason."""
    for address in addresses(item):
        try:
            parse(address.text)
        except MediaError as error:
            yield address, error
