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

    def galleries(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Every gallery of a view of several, beside the one expected."""
        return list(zip(self.view, self.expected, strict=True))

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
    """The type as other galleries write it, which is not an edit."""
    item, _ = draw(st.sampled_from(edited.items()))
    item["type"] = "".join(draw(st.sampled_from((each.upper(), each))) for each in item["type"])


def cut(draw: DrawFn, edited: Edited) -> None:
    """A description as a page may cut it, which is not an edit."""
    item, expected = draw(st.sampled_from(edited.items()))
    if len(expected.get("description", "")) > 100 and item.get("description") == expected["description"]:
        item["description"] = expected["description"][:100]


def say_nothing(draw: DrawFn, edited: Edited) -> None:
    """A key that says nothing where there was none, which is not an edit."""
    item, expected = draw(st.sampled_from(edited.items()))
    for key in ("title", "description", "link", "thumbnail"):
        if key not in expected and draw(st.booleans()):
            item[key] = draw(st.sampled_from((None, "", "undefined") if key == "link" else (None, "")))


def readdress(draw: DrawFn, edited: Edited) -> None:
    """Another picture or video, perhaps of the other kind."""
    pair, number = draw(st.sampled_from(edited.items())), next(edited.numbers)
    _address(pair, draw(st.booleans()), number)


def add(draw: DrawFn, edited: Edited) -> None:
    """A new item."""
    item, expected, number = {}, {}, next(edited.numbers)
    _address((item, expected), draw(st.booleans()), number)
    put((item, expected), "title", draw(WORDS | st.none()))
    one, other = draw(st.sampled_from(edited.lists()))
    place = draw(st.integers(0, len(one)))
    one.insert(place, item)
    other.insert(place, expected)


def _address(pair: tuple[dict[str, Any], dict[str, Any]], moving: bool, number: int) -> None:
    put(pair, "type", "video" if moving else "image")
    put(pair, "src", (CLIP if moving else PICTURE).format(number, number, number))
    put(pair, "thumbnail", POSTER.format(number) if moving else None)


def remove(draw: DrawFn, edited: Edited) -> None:
    """One item less."""
    pair = draw(st.sampled_from([pair for pair in edited.lists() if pair[0]]))
    place = draw(st.integers(0, len(pair[0]) - 1))
    for each in pair:
        del each[place]


def unslug(draw: DrawFn, edited: Edited) -> None:
    """A slug that was lost, or that a page made up."""
    item, expected = draw(st.sampled_from(edited.items()))
    put((item, expected), "slug", draw(st.none() | st.just("harbour-view")))


def annotate(draw: DrawFn, edited: Edited) -> None:
    """Something that a page reads and no backend stores, which does not come back."""
    item, _ = draw(st.sampled_from(edited.items()))
    item |= draw(st.sampled_from(({"target": "_blank"}, {"width": 5}, {"xNote": [1]})))


def copy_item(draw: DrawFn, edited: Edited) -> None:
    """An item once more, anywhere, with a slug that belongs to the other one."""
    item, expected = copy.deepcopy(draw(st.sampled_from(edited.items())))
    one, other = draw(st.sampled_from(edited.lists()))
    place = draw(st.integers(0, len(one)))
    one.insert(place, item)
    other.insert(place, expected)


def move_away(draw: DrawFn, edited: Edited) -> None:
    """An item in another gallery, perhaps."""
    old = draw(st.sampled_from([pair for pair in edited.lists() if pair[0]]))
    new = draw(st.sampled_from(edited.lists()))
    place = draw(st.integers(0, len(old[0]) - 1))
    for before, after in zip(old, new, strict=True):
        after.append(before.pop(place))


def rename(draw: DrawFn, edited: Edited) -> None:
    """A gallery with another name, or none."""
    put(draw(st.sampled_from(edited.galleries())), "name", draw(WORDS | st.none()))


def add_gallery(draw: DrawFn, edited: Edited) -> None:
    """A new gallery without items."""
    gallery, place = {"name": draw(WORDS), "items": []}, draw(st.integers(0, len(edited.view)))
    edited.view.insert(place, gallery)
    edited.expected.insert(place, copy.deepcopy(gallery))


def remove_gallery(draw: DrawFn, edited: Edited) -> None:
    """A gallery less."""
    place = draw(st.integers(0, len(edited.view) - 1))
    for each in (edited.view, edited.expected):
        del each[place]


def move_gallery(draw: DrawFn, edited: Edited) -> None:
    """A gallery in another place."""
    places = st.integers(0, len(edited.view) - 1)
    old, new = draw(places), draw(places)
    for each in (edited.view, edited.expected):
        each.insert(new, each.pop(old))


def start_over(draw: DrawFn, edited: Edited) -> None:
    """A new item instead of all those that there are."""
    for one, other in edited.lists():
        del one[:], other[:]
    add(draw, edited)


def leave(draw: DrawFn, edited: Edited) -> None:
    """Nothing, where nothing can be done."""


def move(draw: DrawFn, edited: Edited) -> None:
    """An item in another place."""
    pair = draw(st.sampled_from([pair for pair in edited.lists() if pair[0]]))
    places = st.integers(0, len(pair[0]) - 1)
    old, new = draw(places), draw(places)
    for each in pair:
        each.insert(new, each.pop(old))


Edit = Callable[[DrawFn, Edited], None]
#: What changes the words of an item; the item itself; lists of items; lists of galleries; nothing.
OF_WORDS: tuple[Edit, ...] = (retitle, redescribe, relink, unlink)
OF_ITEMS: tuple[Edit, ...] = (*OF_WORDS, readdress, unslug, annotate)
OF_LISTS: tuple[Edit, ...] = (add, start_over, remove, move, copy_item)
OF_GALLERIES: tuple[Edit, ...] = (add_gallery, move_away, rename, remove_gallery, move_gallery)
NO_EDITS: tuple[Edit, ...] = (recase, cut, say_nothing)
EVERY: tuple[Edit, ...] = (*OF_ITEMS, *OF_LISTS, *OF_GALLERIES, *NO_EDITS)


def possible(edited: Edited) -> set[Edit]:
    """What can be done to a view as it is now."""
    items, galleries = bool(edited.items()), edited.many and bool(edited.view)
    found = {*OF_ITEMS, *NO_EDITS} if items else set()
    found |= {add, start_over} if edited.lists() else set()
    found |= {remove, move, copy_item} if edited.lists() and items else set()
    found |= {add_gallery} if edited.many else set()
    found |= {rename, remove_gallery, move_gallery} if galleries else set()
    return found | ({move_away} if galleries and items else set())


@st.composite
def _edits(draw: DrawFn, view: Any, many: bool, kinds: tuple[Edit, ...]) -> Edited:
    edited = Edited(copy.deepcopy(view), copy.deepcopy(view), many)
    for _ in range(draw(st.integers(0, 4))):
        now = [kind for kind in kinds if kind in possible(edited)]
        draw(st.sampled_from(now or [leave]))(draw, edited)
    return edited


def edits(document: Any, view: Any, kinds: tuple[Edit, ...] = EVERY) -> SearchStrategy[Edited]:
    """Up to four edits, of these *kinds*, of the *view* of *document*; neither is changed."""
    return _edits(view, is_many(document), kinds)


def is_many(document: Any) -> bool:
    """Whether *document* is a list of galleries."""
    return isinstance(document, dict) and ("galleries" in document or "itemsInGalleries" in document)
