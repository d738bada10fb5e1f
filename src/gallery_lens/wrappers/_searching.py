"""Galleries somewhere in a larger document: page data, answers of queries, products; and ways to them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gallery_lens.errors import UsageError
from gallery_lens.late import late
from gallery_lens.places import Place, Step, pointer, steps
from gallery_lens.wrappers._embedded import read_embedded
from gallery_lens.wrappers._envelope import Shape, Slot
from gallery_lens.wrappers._keys import GALLERY_KEYS, LISTS, is_paging

#: How many pointers a message names.
_NAMED: Final = 6
#: Keys of items that hold media of their own.
_PARTS: Final = frozenset(("secondaryMedia",))
#: Keys that a gallery may have as well.
_NAMING: Final = frozenset(("id", "_id", "galleryId", "sortOrder", "createdDate", "updatedDate"))
#: How many characters a text has to have to hold an item.
_LEAST: Final = 40
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
        *("photoMetadata", "videoMetadata", "textMetadata", "metaData", "photoId", "itemId"),
        *("thumbnail", "secondaryMedia"),
    )
)


#: Keys that an item of the component has in its ``metadata``, which answers have as well, about pages.
_DESCRIBING: Final = frozenset(("width", "height", "type", "fileName", "title", "description", "link"))


def shows(value: Any) -> bool:
    """Return whether *value*, a text or an object, may be an item with something to show."""
    if isinstance(value, str):
        return is_address(value)
    if not _SHOWING.isdisjoint(value):
        return True
    described = value.get("metadata")
    return isinstance(described, dict) and not _DESCRIBING.isdisjoint(described)


def found_in(document: Any, place: Place = ()) -> Iterator[Slot]:
    """Yield what of *document* can be taken out of it, in its order.

    Those are galleries, lists of items, single items, texts that hold one of these as JSON, and addresses
    of media under any key.
    """
    shape = _shape(document)
    if shape is not None:
        yield Slot(place, shape, document)
    elif len(place) < _DEPTH and isinstance(document, dict | list):
        inner: Iterable[tuple[Step, Any]] = (
            document.items() if isinstance(document, dict) else enumerate(document)
        )
        for step, value in inner:
            if isinstance(value, dict | list | str) and step not in _PARTS:
                yield from found_in(value, (*place, step))


def _shape(value: Any) -> Shape | None:
    if isinstance(value, str):
        return _shape_of_text(value)
    if isinstance(value, list):
        return Shape.ITEMS if _are_items(value) else None
    if not isinstance(value, dict):
        return None
    if _are_items(value.get("items")) and all(
        key in GALLERY_KEYS or key in _NAMING or is_paging(key) for key in value
    ):
        return Shape.GALLERY
    return Shape.ITEM if _is_item(value) else None


def _shape_of_text(text: str) -> Shape | None:
    """Return the shape of what stands in a text: an address, or JSON that is known as it is."""
    if _ADDRESS.match(text):
        return Shape.ITEM
    if len(text) < _LEAST or text.lstrip()[:1] not in ("{", "[") or not (found := read_embedded(text)):
        return None
    inner = found.document
    for key in ("gallery", "item", *LISTS):
        inner = inner.get(key, inner) if isinstance(inner, dict) else inner
    held = inner[0] if isinstance(inner, list) and inner else inner
    return _shape(inner) or (_shape(held) if isinstance(held, dict) else None)


def _are_items(values: Any) -> bool:
    """Return whether most of a list are items, or addresses of media."""
    if not isinstance(values, list) or not values:
        return False
    count = sum(_is_item(value) if isinstance(value, dict) else is_address(value) for value in values)
    return 2 * count > len(values)


#: The branches of an item, each with keys of which it has one; a branch may be the medium itself.
_BRANCHES: Final = (("image", ("imageInfo", "url", "id")), ("video", ("videoInfo",)), ("text", ("html",)))


def _is_item(value: dict[str, Any]) -> bool:
    """Return whether an object has a medium, or a text, where only an item has it."""
    held = [(value.get(branch), keys) for branch, keys in _BRANCHES]
    if any(isinstance(branch, dict) and any(map(branch.get, keys)) for branch, keys in held):
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
    listed = [slot for slot in found if slot.shape is not Shape.ITEM]
    alone = [slot for slot in found if slot.shape is Shape.ITEM and not isinstance(slot.value, str)]
    alike = _alike(listed + alone or found)
    if not alike:
        return ""
    import shlex  # only a document that is not recognised needs it

    named = ", ".join(
        pointer(places[0]) + (f" and {len(places) - 1} more like it" if len(places) > 1 else "")
        for places in alike[:_NAMED]
    )
    more = f" and at {len(alike) - _NAMED} more places" if len(alike) > _NAMED else ""
    these = "one" if len(alike) > 1 else "them" if len(alike[0]) > 1 else "it"
    # The pointer to the first of them has * where its places differ.
    steps = [step[0] if len(set(step)) == 1 else "*" for step in zip(*alike[0], strict=True)]
    choice = f"take {these} with --at {shlex.quote(pointer(steps))}"
    every = ", or every gallery with --at '*'" if len(listed) > 1 else ""
    return f"media were found at {named}{more}: {choice}{every} (at= in Python)"


def _alike(found: Sequence[Slot]) -> list[list[Place]]:
    """Return places together that differ only in the indexes of lists, or are items of one object."""
    alike: dict[Place, list[Place]] = {}
    for slot in found:
        kind: Place = tuple("*" if isinstance(step, int) else step for step in slot.place)
        alike.setdefault(kind, []).append(slot.place)
    items = {slot.place for slot in found if slot.shape is Shape.ITEM and not isinstance(slot.value, str)}
    siblings: dict[Place, list[Place]] = {}
    for kind, places in alike.items():
        together = (*kind[:-1], "*") if kind and items.issuperset(places) else kind
        siblings.setdefault(together, []).extend(places)
    return list(siblings.values())


def steps_of(at: str) -> tuple[str, ...]:
    """Return the steps of a pointer; that of ``*`` alone is ``*``.

    Raises:
        UsageError: It is not a JSON Pointer.
    """
    named = at.removeprefix("#")
    if named == "*":
        return ("*",)
    if named and not named.startswith("/"):
        raise UsageError(
            f"at (--at) cannot be {at!r}: give a JSON Pointer such as /data/media or /*/json, "
            "or * for every gallery."
        )
    return steps(named)


def places_of(value: Any, steps: Sequence[str], at: Place = ()) -> Iterator[Place]:
    """Yield the places in *value* that *steps* lead to, in document order."""
    if not steps:
        yield at
        return
    step, *rest = steps
    for key, inner in _members(value, step):
        yield from places_of(inner, rest, (*at, key))


def _members(value: Any, step: str) -> Iterator[tuple[Step, Any]]:
    if isinstance(value, dict):
        if step in value:
            yield step, value[step]
        elif step == "*":
            yield from value.items()
    elif isinstance(value, list):
        if step == "*":
            yield from enumerate(value)
        elif step.isascii() and step.isdigit() and int(step) < len(value):
            yield int(step), value[int(step)]
