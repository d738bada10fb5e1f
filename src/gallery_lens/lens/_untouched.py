"""What a page does to items that is no edit: it cuts descriptions, and says nothing in several ways."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

#: How much of a description a page keeps, in characters.
_SHOWN: Final = 100


def plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return *item* without the keys that say nothing to a page: null, empty, or a link to nowhere."""
    said = {key: value for key, value in item.items() if value is not None and value != ""}
    if said.get("link") == "undefined":
        del said["link"]
    return said


def with_whole_description(item: Mapping[str, Any], shown: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return *item*, with the whole description of one of the items *shown* if its own begins that."""
    wholes = (each.get("description") for each in shown)
    said = item.get("description")
    whole = next((each for each in wholes if isinstance(each, str) and said in _beginnings(each)), said)
    return item if whole == said else {**item, "description": whole}


def _beginnings(text: str) -> tuple[str, ...]:
    """What is left of a long *text*, counted in code points and as JavaScript counts."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * _SHOWN]
    cut = (text[:_SHOWN], units.decode("utf-16-le", "surrogatepass"))
    return cut if len(text) > _SHOWN or cut[1] != text else ()
