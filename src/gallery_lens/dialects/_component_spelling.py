"""The spellings of a component's item: most can be written in several ways, of which one is ours."""

import json
from typing import Any, Final

from gallery_lens.diagnostics import Place
from gallery_lens.dialects._lifting import lift
from gallery_lens.dialects._marks import ADDRESS
from gallery_lens.dialects._rows import RefusedItem
from gallery_lens.dialects._settling import Settled, Settling, at
from gallery_lens.dialects._table import Table
from gallery_lens.model import Kind

#: What the component calls the kinds, its short words included; it knows one more, which we do not.
KINDS: Final = {
    **dict.fromkeys(("image", "i"), Kind.IMAGE),
    **dict.fromkeys(("video", "v"), Kind.VIDEO),
    **dict.fromkeys(("text", "html", "h"), Kind.TEXT),
}
NO_KIND: Final = "3d"


def kind_of_wire(wire: dict[str, Any]) -> Kind | None:
    """Return the kind of a settled item: an image if it names none; None for one that Wix does not have."""
    named = at(wire, ("metaData", "type"), "image")
    if named == NO_KIND:
        return None
    return KINDS.get(named, Kind.IMAGE) if isinstance(named, str) else Kind.IMAGE


def _parsed(text: str) -> dict[str, Any] | None:
    """Return the object that a JSON text holds, or None if it holds none."""
    try:
        held = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def settle(wire: dict[str, Any], item: Table) -> Settled:
    """Give an item the keys that we write, as the component chooses among those it reads.

    *item* is the table of those keys, which says whether a JSON text can be read as metadata.
    """
    found = Settling(wire)
    _settle_metadata(found, item)
    found.prefer(("itemId",), ("photoId",), ("id",))
    kind = kind_of_wire(found.wire)
    _settle_address(found, kind)
    if kind is Kind.TEXT:
        found.choose(("html",), (("html",), ("text",), ("metaData", "html")))
        colours = ("metaData", "textStyle", "backgroundColor"), ("metaData", "backgroundColor")
        found.choose(("metaData", "backgroundColor"), colours)
    for name in ("width", "height"):
        size = at(found.wire, ("metaData", name))
        if isinstance(size, str) and size.isascii() and size.isdigit() and len(size) <= 15:
            found.respell(("metaData", name), int(size))
            found.put(("metaData", name), int(size), ("metaData", name))
    for name in ("poster", "customPoster"):
        _settle_address_alone(found, ("metaData", name))
    if kind is Kind.VIDEO:
        _settle_poster(found)
    if isinstance(wire.get("secondaryMedia"), dict):
        found.settle_inside(("secondaryMedia",), lambda inner: settle(inner, item))
    return found.settled


def _settle_metadata(found: Settling, item: Table) -> None:
    """Let the metadata be an object; what of their JSON text is not read stands inside, under no name."""
    found.prefer(("metaData",), ("metadata",))
    text = found.wire.get("metaData")
    if not isinstance(text, str):
        return
    read = _parsed(text) or {}
    # The component does not look for them there.
    sizes = {name: read.pop(name) for name in ("width", "height") if name in read}
    if read and _is_understood(read, item):
        found.respell(("metaData",), read)
        found.put(("metaData",), read | ({"": sizes} if sizes else {}), ("metaData",))
    else:
        if read:
            found.respell(("metaData",), None)
        found.put(("metaData", ""), text, ("metaData",))


def metadata_of(text: str) -> dict[str, Any] | None:
    """Return the metadata that the component reads from the JSON *text* of an object."""
    read = _parsed(text)
    return None if read is None else {key: read[key] for key in read if key not in ("width", "height")}


def _is_understood(metadata: dict[str, Any], item: Table) -> bool:
    try:
        lift(item, settle({"metaData": metadata}, item).wire)
    except RefusedItem:
        return False
    return True


def _settle_address(found: Settling, kind: Kind | None) -> None:
    page = (("metaData", "videoUrl"),) if kind is Kind.VIDEO else ()
    first = page if at(found.wire, ("metaData", "isExternal")) is True else ()
    named = (("file_url",), (ADDRESS,), ("url",), ("src",))
    found.choose((ADDRESS,), (*first, *named, *page))


def _settle_address_alone(found: Settling, place: Place) -> None:
    """Let a poster that is given by its address be an object."""
    text = at(found.wire, place)
    if isinstance(text, str):
        found.put((*place, "url"), text, place) if text else found.remove(place)


def _settle_poster(found: Settling) -> None:
    """Let a poster that stands alone be a list of one."""
    place = ("metaData", "poster")
    found.prefer(place, ("metaData", "customPoster"))
    poster = at(found.wire, place)
    if isinstance(poster, dict) and poster.get("url") and not at(found.wire, ("metaData", "posters")):
        found.put(("metaData", "posters"), [poster], place, spot=("metaData", "posters", 0))
        found.remove(place)
