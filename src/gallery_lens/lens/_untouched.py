"""Changes that a page makes by itself, which are no edits: cut texts, respelled names, empty values."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from gallery_lens.media import MediaError, Reference, parse
from gallery_lens.model import DESCRIPTION_LIMIT

#: The window that a link opens in which names none.
_USUAL: Final = "_blank"


def plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return *item* without the keys that say nothing to a page: null, empty, or a link to nowhere."""
    said = {key: value for key, value in item.items() if value is not None and value != ""}
    if said.get("link") == "undefined":
        del said["link"]
    return said


def with_whole_description(item: Mapping[str, Any], shown: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return *item*, with the whole description of one of the items *shown* if its own begins that."""
    said = item.get("description")
    for each in shown:
        whole = each.get("description")
        if not isinstance(whole, str):
            continue
        # A page cuts a long text after so many code points, or UTF-16 units.
        units = whole.encode("utf-16-le", "surrogatepass")[: 2 * DESCRIPTION_LIMIT]
        cut = (whole[:DESCRIPTION_LIMIT], units.decode("utf-16-le", "surrogatepass"))
        if said in cut and (len(whole) > DESCRIPTION_LIMIT or cut[1] != whole):
            return item if whole == said else {**item, "description": whole}
    return item


def as_shown(item: Mapping[str, Any], shown: Mapping[str, Any], link_target: Any = None) -> dict[str, Any]:
    """Return *item* with the words of *shown* wherever a live gallery only respells them.

    Such are file names in lower case with hyphens, slugs in another case, ``settings`` without
    content, and the window of a link that was not changed.

    Args:
        item: the item of the edited view, without keys that hold nothing.
        shown: the item as the view had it.
        link_target: the window in which the source opens the item's link.
    """
    found = dict(item)
    if not found.get("settings", True):
        del found["settings"]
    if found.get("link") == shown.get("link"):
        # The window stays as it was shown, if at all, where it says the same.
        window = shown.get("target")
        if window is None and found.get("target") in (_USUAL, link_target):
            found.pop("target", None)
        elif window == _USUAL:
            found.setdefault("target", window)
    if "src" in found and "src" in shown and same_medium_respelled(found["src"], shown["src"]):
        found["src"] = shown["src"]
    slug, known = found.get("slug"), shown.get("slug")
    if isinstance(slug, str) and isinstance(known, str) and slug.lower() == known.lower():
        found["slug"] = known
    return found


def same_medium_respelled(one: Any, other: Any) -> bool:
    """Return whether two media texts differ in nothing but how the first one spells the file's name."""
    first, second = reference(one), reference(other)
    if first is None or second is None or first.id is None:
        return False
    nameless: list[Reference] = [attrs.evolve(each, name=None) for each in (first, second)]
    same_name: bool = _plain_name(first.name) in (_plain_name(second.name), _NAMELESS)
    return bool(same_name and nameless[0] == nameless[1])


def same_medium(one: Any, other: Any) -> bool:
    """Return whether two media texts name the same file of the Media Manager, or the same address."""
    first, second = reference(one), reference(other)
    if first is None or second is None:
        return bool(one == other)
    return (first.kind, first.id, first.url) == (second.kind, second.id, second.url)


def reference(text: Any) -> Reference | None:
    """Return the reference of a media text, or None for any other text."""
    try:
        return parse(text) if isinstance(text, str) else None
    except MediaError:
        return None


#: The viewer's name for a file whose own name has no letter or digit in it, or that has none.
_NAMELESS: Final = "_"


def _plain_name(name: str | None) -> str:
    """Return the letters and digits of *name* in lower case, joined by hyphens, without its suffix."""
    stem = (name or "").lower().rpartition(".")
    words = "-".join(re.findall(r"[^\W_]+", stem[0] or stem[2]))
    return words or _NAMELESS
