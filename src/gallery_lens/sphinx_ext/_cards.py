"""Items of a page, drawn as cards; nothing is fetched, and no address is made into a link."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from docutils import nodes

from gallery_lens.reporters.visible import visible


def cards(value: Any) -> nodes.Node:
    """Return a card for every item in *value*: an item, a list of items, or of galleries with items."""
    return nodes.container("", *map(_card, _items(value)), classes=["gallery-lens-cards"])


def _items(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _items(each)
    elif isinstance(value, dict) and "items" in value:
        yield from _items(value["items"])
    elif value is not None:
        yield value


def _card(item: dict[str, Any]) -> nodes.Node:
    kind = "video" if str(item.get("type")).lower() == "video" else "image"
    told = [
        _line(f"gallery-lens-{key}", item[key]) for key in ("title", "description", "link") if item.get(key)
    ]
    media = _line("gallery-lens-media", _name(item.get("src") or ""))
    return nodes.container("", media, *told, classes=["gallery-lens-card", f"gallery-lens-{kind}"])


def _line(kind: str, text: str) -> nodes.Node:
    return nodes.paragraph("", visible(text), classes=[kind], support_smartquotes=False)


def _name(address: str) -> str:
    """The name of the file that an address leads to."""
    return unquote(address.partition("#")[0].rstrip("/").rpartition("/")[2])
