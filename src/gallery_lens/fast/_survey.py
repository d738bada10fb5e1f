"""What the quick way knows of an item at a glance, for those who compare many items."""

from collections.abc import Callable
from typing import Any

import msgspec

from gallery_lens.fast._converting import READERS, Answer
from gallery_lens.model import Item
from gallery_lens.words import SourceName


def surveyor(source: SourceName) -> Callable[[Any], tuple[str, Item] | None]:
    """Return what tells the dialect of an item in JSON, and the item with no more than id and sort order.

    It answers None for all that is not certain to be read, without a word, as an item of *source*, which
    is the name of a dialect or ``auto``.
    """
    readers: list[tuple[str, Callable[[Any], Any], Callable[..., list[Answer]]]] = [
        (name, msgspec.json.Decoder(shape).decode, convert)
        for name, (shape, convert) in READERS.items()
        if source in ("auto", name)
    ]

    def seen(text: Any) -> tuple[str, Item] | None:
        for name, decode, convert in readers:
            try:
                item = decode(text)
            except ValueError:
                continue
            if convert([item]) != [None]:
                return name, Item(id=item.id, sort_order=item.sort_order)
        return None

    return seen
