"""Edits that somebody could make to a view: a Hypothesis strategy, and what is expected of each."""

import copy
import itertools
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import strategies

PICTURE = "wix:image://v1/new_{}~mv2.jpg/new%20{}.jpg#originWidth=640&originHeight=480"
CLIP = "wix:video://v1/new_{}/new%20{}.mp4#posterUri=new_{}f000.jpg&posterWidth=640&posterHeight=480"
POSTER = "https://static.wixstatic.com/media/new_{}f000.jpg"
LINKS = st.sampled_from(("https://harbour.example/new", "/new", "#new"))
WORDS = strategies.texts().filter(bool)


@attrs.define
class Edited:
    """An edited view, and the view that converting the restored document is to give."""

    view: Any
    expected: Any
    many: bool = False  #: whether it is a list of galleries
    numbers: Any = attrs.field(factory=itertools.count)

    def lists(self) -> list[tuple[list[Any], list[Any]]]:
        """Every list of items of the view, beside the one expected."""
        if self.many:
            return [
                (one["items"], other["items"]) for one, other in zip(self.view, self.expected, strict=True)
            ]
        return [(self.view, self.expected)] if isinstance(self.view, list) else []

    def items(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Every item of the view, beside the one expected."""
        if isinstance(self.view, dict):
            return [(self.view, self.expected)]
        return [pair for one, other in self.lists() for pair in zip(one, other, strict=True)]


def put(pair: tuple[dict[str, Any], dict[str, Any]], key: str, value: Any) -> None:
    """Write *value* into both items; None takes the key away."""
    for item in pair:
        item.pop(key, None)
        if value is not None:
            item[key] = value


def retitle(draw: DrawFn, edited: Edited) -> None:
    """Another title, or none."""
    put(draw(st.sampled_from(edited.items())), "title", draw(WORDS | st.none()))


def redescribe(draw: DrawFn, edited: Edited) -> None:
    """Another description, or none."""
    put(draw(st.sampled_from(edited.items())), "description", draw(WORDS | st.none()))


def relink(draw: DrawFn, edited: Edited) -> None:
    """A link to somewhere else."""
    put(draw(st.sampled_from(edited.items())), "link", draw(LINKS))


def unlink(draw: DrawFn, edited: Edited) -> None:
    """No link, in one of the ways in which a page says so."""
    item, expected = draw(st.sampled_from(edited.items()))
    put((item, expected), "link", None)
    put((item, {}), "link", draw(st.sampled_from((None, "", "undefined"))))


def recase(draw: DrawFn, edited: Edited) -> None:
    """The type as other galleries write it, which is no edit."""
    item, _ = draw(st.sampled_from(edited.items()))
    item["type"] = draw(st.sampled_from((item["type"].upper(), item["type"].title())))


def cut(draw: DrawFn, edited: Edited) -> None:
    """A description as a page may cut it, which is no edit."""
    item, expected = draw(st.sampled_from(edited.items()))
    if len(expected.get("description", "")) > 100 and item.get("description") == expected["description"]:
        item["description"] = expected["description"][:100]


def readdress(draw: DrawFn, edited: Edited) -> None:
    """Another picture or video, perhaps of the other kind."""
    pair, number = draw(st.sampled_from(edited.items())), next(edited.numbers)
    _address(pair, draw(st.booleans()), number)


def add(draw: DrawFn, edited: Edited) -> None:
    """A new item."""
    item, expected, number = {}, {}, next(edited.numbers)
    _address((item, expected), draw(st.booleans()), number)
    put((item, expected), "title", draw(WORDS | st.none()))
    if lists := edited.lists():
        one, other = draw(st.sampled_from(lists))
        place = draw(st.integers(0, len(one)))
        one.insert(place, item)
        other.insert(place, expected)


def _address(pair: tuple[dict[str, Any], dict[str, Any]], moving: bool, number: int) -> None:
    put(pair, "type", "video" if moving else "image")
    put(pair, "src", (CLIP if moving else PICTURE).format(number, number, number))
    put(pair, "thumbnail", POSTER.format(number) if moving else None)


def remove(draw: DrawFn, edited: Edited) -> None:
    """One item less."""
    if lists := [pair for pair in edited.lists() if pair[0]]:
        pair = draw(st.sampled_from(lists))
        place = draw(st.integers(0, len(pair[0]) - 1))
        for each in pair:
            del each[place]


def move(draw: DrawFn, edited: Edited) -> None:
    """An item in another place."""
    if lists := [pair for pair in edited.lists() if pair[0]]:
        pair = draw(st.sampled_from(lists))
        places = st.integers(0, len(pair[0]) - 1)
        old, new = draw(places), draw(places)
        for each in pair:
            each.insert(new, each.pop(old))


Edit = Callable[[DrawFn, Edited], None]
#: Edits of single items, and of lists.
OF_ITEMS: tuple[Edit, ...] = (retitle, redescribe, relink, unlink, recase, cut, readdress)
OF_LISTS: tuple[Edit, ...] = (add, remove, move)


@st.composite
def _edits(draw: DrawFn, view: Any, many: bool) -> Edited:
    edited = Edited(copy.deepcopy(view), copy.deepcopy(view), many)
    for _ in range(draw(st.integers(0, 4))):
        there = edited.items()
        draw(st.sampled_from(OF_ITEMS + OF_LISTS if there else (add,)))(draw, edited)
    return edited


def edits(document: Any, view: Any) -> SearchStrategy[Edited]:
    """Up to four edits of the *view* of *document*; neither is changed."""
    return _edits(view, is_many(document))


def is_many(document: Any) -> bool:
    """Whether *document* is a list of galleries."""
    return isinstance(document, dict) and ("galleries" in document or "itemsInGalleries" in document)
