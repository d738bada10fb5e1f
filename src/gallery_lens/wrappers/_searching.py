"""Galleries somewhere in a larger document: page data, answers of queries, products."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from gallery_lens.diagnostics import Place, Step, pointer
from gallery_lens.late import late
from gallery_lens.wrappers._envelope import Shape, Slot
from gallery_lens.wrappers._keys import GALLERY_KEYS, is_paging

#: How many pointers a message names.
_NAMED: Final = 6
#: Keys of items that hold media of their own.
_PARTS: Final = frozenset(("secondaryMedia",))
#: How deep galleries are looked for.
_DEPTH: Final = 40

_ADDRESS: Final = late(
    r"\s*(?:(?:wix:)?(?:image|video|audio|vector|document)://v1/|(?:https?:)?//(?:static|video)\.wixstatic\.com/)"
)
_FILE: Final = late(
    r"(?:media/|/media/)?(?:[0-9a-f]{6}_[0-9a-f]{32}[^/\s]*|[^/\s]+~mv2[^/\s]*\.[A-Za-z0-9]+)"
)


def is_address(value: Any) -> bool:
    """Return whether *value* is a text that can be nothing but the address or id of a medium."""
    return isinstance(value, str) and bool(_ADDRESS.match(value) or _FILE.fullmatch(value.strip()))


#: Keys of which an item has at least one that shows something.
_SHOWING: Final = frozenset(
    (
        *("image", "video", "text", "src", "html", "mediaUrl", "file_url", "dataType"),
        *("photoMetadata", "videoMetadata", "textMetadata", "metaData", "photoId"),
    )
)


def shows(value: Any) -> bool:
    """Return whether *value*, a text or an object, may be an item with something to show."""
    return is_address(value) if isinstance(value, str) else not _SHOWING.isdisjoint(value)


def found_in(document: Any, place: Place = ()) -> Iterator[Slot]:
    """Yield the galleries, lists of items and single items of *document*, in its order."""
    shape = _shape(document)
    if shape is not None:
        yield Slot(place, shape, document)
    elif len(place) < _DEPTH and isinstance(document, dict | list):
        inner: Iterable[tuple[Step, Any]] = (
            document.items() if isinstance(document, dict) else enumerate(document)
        )
        for step, value in inner:
            if isinstance(value, dict | list) and step not in _PARTS:
                yield from found_in(value, (*place, step))


def _shape(value: Any) -> Shape | None:
    if isinstance(value, list):
        return Shape.ITEMS if _are_items(value) else None
    if not isinstance(value, dict):
        return None
    if _are_items(value.get("items")) and all(map(_beside_items, value)):
        return Shape.GALLERY
    return Shape.ITEM if _is_item(value) else None


def _beside_items(key: str) -> bool:
    known = ("id", "_id", "galleryId", "sortOrder", "createdDate", "updatedDate")
    return key in GALLERY_KEYS or key in known or is_paging(key)


def _are_items(values: Any) -> bool:
    """Return whether most of a list are items, or addresses of media."""
    if not isinstance(values, list) or not values:
        return False
    count = sum(_is_item(value) if isinstance(value, dict) else is_address(value) for value in values)
    return 2 * count > len(values)


def _is_item(value: dict[str, Any]) -> bool:
    """Return whether an object has a medium, or a text, where only an item has it."""
    branches = (
        (value.get("image"), "imageInfo"),
        (value.get("video"), "videoInfo"),
        (value.get("text"), "html"),
    )
    if any(isinstance(branch, dict) and branch.get(key) for branch, key in branches):
        return True
    src, url = value.get("src"), value.get("mediaUrl")
    words = not {"type", "slug", "title", "description"}.isdisjoint(value)
    if is_address(src) or (isinstance(src, str) and src.startswith("http") and words and "slug" in value):
        return words or "id" in value or "_id" in value or len(value) == 1
    if isinstance(url, str):
        return any(key in value for key in ("metaData", "metadata", "dataType", "photoMetadata", "itemId"))
    return str(value.get("type")).lower() == "text" and isinstance(value.get("html"), str)


def offers(document: Any, *, galleries: bool = False) -> str:
    """Return a clause that says where media stand in *document*, and how to take them; empty if none does.

    With *galleries*, media that stand alone do not count.
    """
    found = [slot for slot in found_in(document) if not (galleries and slot.shape is Shape.ITEM)]
    alike = _alike([slot.place for slot in found])
    if not alike:
        return ""
    import shlex  # only a document that is not recognised needs it

    named = ", ".join(_named(places) for places in alike[:_NAMED])
    more = f" and at {len(alike) - _NAMED} more places" if len(alike) > _NAMED else ""
    these = "them" if len(alike) == 1 and len(found) > 1 else "one" if len(alike) > 1 else "it"
    choice = f"take {these} with --at {shlex.quote(_pattern(alike[0]))}"
    several = len(found) > 1 and any(slot.shape is not Shape.ITEM for slot in found)
    every = ", or every gallery with --at '*'" if several else ""
    return f"media were found at {named}{more}: {choice}{every} (at= in Python)"


def _alike(places: list[Place]) -> list[list[Place]]:
    """Return *places* together with those that differ from them only in the indexes of lists."""
    alike: dict[Place, list[Place]] = {}
    for place in places:
        alike.setdefault(tuple("*" if isinstance(step, int) else step for step in place), []).append(place)
    return list(alike.values())


def _named(places: list[Place]) -> str:
    others = f" and {len(places) - 1} more like it" if len(places) > 1 else ""
    return pointer(places[0]) + others


def _pattern(places: list[Place]) -> str:
    """Return the pointer to *places*, with ``*`` where they differ."""
    return pointer([step[0] if len(set(step)) == 1 else "*" for step in zip(*places, strict=True)])
