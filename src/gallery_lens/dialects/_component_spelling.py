"""The spellings of a component's item: most can be written in several ways, of which one is ours."""

import json
from typing import Any, Final

from gallery_lens.dialects._marks import ADDRESS
from gallery_lens.dialects.component_values import is_film, listed_poster
from gallery_lens.dialects.normalizing import Alias, Making, Normalized, Normalizer
from gallery_lens.dialects.rows import RefusedItem
from gallery_lens.dialects.structuring import structure
from gallery_lens.dialects.table import Table
from gallery_lens.model import Kind
from gallery_lens.places import Place, value_at

#: What the component calls the kinds, its short words included; it knows one more, which we do not.
KINDS: Final = {
    **dict.fromkeys(("image", "i"), Kind.IMAGE),
    **dict.fromkeys(("video", "v"), Kind.VIDEO),
    **dict.fromkeys(("text", "html", "h"), Kind.TEXT),
}
NO_KIND: Final = "3d"
_SHARP: Final = ("metaData", "sharpParams", "L")
#: What is off where its switch says false, by the switch.
_SWITCHED: Final = {"overrideQuality": "quality", "overrideUsm": "usm"}
_PAGE: Final = ("metaData", "videoUrl")
_FIRST: Final = (("file_url",),)
#: The places of values that are given under several keys.
ALIASES: Final = (
    Alias(("metaData",), (("metadata",),)),
    Alias(("itemId",), (("photoId",), ("id",))),
    Alias(
        (ADDRESS,),
        (("url",), ("src",)),
        before=(_PAGE, *_FIRST),
        kind=Kind.VIDEO,
        where=("metaData", "isExternal"),
    ),
    Alias((ADDRESS,), (("url",), ("src",), _PAGE), before=_FIRST, kind=Kind.VIDEO),
    Alias((ADDRESS,), (("url",), ("src",)), before=_FIRST),
    Alias(("html",), (("text",), ("metaData", "html")), kind=Kind.TEXT),
    Alias(
        ("metaData", "backgroundColor"),
        before=(("metaData", "textStyle", "backgroundColor"),),
        kind=Kind.TEXT,
    ),
    Alias(("metaData", "poster"), (("metaData", "customPoster"),), kind=Kind.VIDEO),
)
#: A poster that stands alone is a list of one.
MADE_OF: Final = (
    Making(
        ("metaData", "posters"),
        ("metaData", "poster"),
        listed_poster,
        spot=("metaData", "posters", 0),
        kind=Kind.VIDEO,
    ),
)
#: A size of 0, or a switch that is off, says of another value that it says nothing.
SET_ASIDE: Final = (
    (("metaData", "width"), 0),
    (("metaData", "height"), 0),
    *(((*_SHARP, switch), False) for switch in _SWITCHED),
)


def kind_of_wire(wire: dict[str, Any]) -> Kind | None:
    """Return the kind of a settled item; None for one that Wix does not have.

    One that names none is what its address says, an image as a rule.
    """
    named = value_at(wire, ("metaData", "type"))
    if named == NO_KIND:
        return None
    if named in (None, "") and is_film(wire.get(ADDRESS)):
        return Kind.VIDEO
    return KINDS.get(named, Kind.IMAGE) if isinstance(named, str) else Kind.IMAGE


def metadata_of(text: str) -> dict[str, Any] | None:
    """Return the object that a JSON text holds, or None if it holds none."""
    try:
        held = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def settle(wire: dict[str, Any], item: Table) -> Normalized:
    """Give an item the keys that we write, as the component chooses among those it reads.

    *item* is the table of those keys, which says whether a JSON text can be read as metadata.
    """
    found = Normalizer(wire)
    _settle_metadata(found, item)
    kind = kind_of_wire(found.wire)
    found.follow(ALIASES[1:-1], kind)
    for name in ("width", "height"):
        size = value_at(found.wire, ("metaData", name))
        if isinstance(size, str) and size.isascii() and size.isdigit() and len(size) <= 15:
            found.respell(("metaData", name), int(size))
            found.put(("metaData", name), int(size), ("metaData", name))
        if value_at(found.wire, ("metaData", name)) == 0:  # it stands for a size that is not known
            _set_aside(found, ("metaData", name), f"no {name}")
    for name in ("poster", "customPoster"):
        _settle_address_alone(found, ("metaData", name))
    if kind is Kind.VIDEO:
        _settle_poster(found)
    for switch, key in _SWITCHED.items():
        if value_at(found.wire, (*_SHARP, switch)) is False:
            _set_aside(found, (*_SHARP, key), f"{switch} {key}")
    if isinstance(wire.get("secondaryMedia"), dict):
        found.settle_inside(("secondaryMedia",), lambda inner: settle(inner, item))
    return found.settled


def _set_aside(found: Normalizer, place: Place, key: str) -> None:
    """Let what stands at *place*, and says nothing, stand there under a *key* that nobody declares."""
    value = value_at(found.wire, place)
    if value is not None:
        found.put((*place[:-1], key), value, place)
        found.remove(place)


def _settle_metadata(found: Normalizer, item: Table) -> None:
    """Let the metadata be an object; what of their JSON text is not read stands inside, under no name."""
    found.follow(ALIASES[:1])
    text = found.wire.get("metaData")
    if not isinstance(text, str):
        return
    read = metadata_of(text)
    if read and _is_understood(read, item):
        found.respell(("metaData",), read)
        found.put(("metaData",), read, ("metaData",))
    else:
        if read:
            found.respell(("metaData",), None)
        found.put(("metaData", ""), text, ("metaData",))


def _is_understood(metadata: dict[str, Any], item: Table) -> bool:
    try:
        structure(item, settle({"metaData": metadata}, item).wire)
    except RefusedItem:
        return False
    return True


def _settle_address_alone(found: Normalizer, place: Place) -> None:
    """Let a poster that is given by its address be an object."""
    text = value_at(found.wire, place)
    if isinstance(text, str):
        found.put((*place, "url"), text, place) if text else found.remove(place)


def _settle_poster(found: Normalizer) -> None:
    """Let a poster that stands alone be a list of one."""
    place = ("metaData", "poster")
    found.follow(ALIASES[-1:], Kind.VIDEO)
    poster = value_at(found.wire, place)
    if isinstance(poster, dict) and poster.get("url") and not value_at(found.wire, ("metaData", "posters")):
        found.put(("metaData", "posters"), [poster], place, spot=("metaData", "posters", 0))
        found.remove(place)
