"""Documents with faults that can be mended: a Hypothesis strategy."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import strategies

ORDERS = st.one_of(
    st.integers(0, 3),
    st.integers(0, 3).map(str),
    st.sampled_from((1644317968.985, 1644317969, 1657439075188, "1657439075188", 1.0000000000000002, None)),
)
ADDRESSES = st.sampled_from(("link", "", "undefined", "/walks", "javascript:a()", " DATA:,a", None))
FURTHER = st.sampled_from(({}, {}, {"text": None}, {"text": "More"}, {"target": "_blank"}))
PATHS = st.sampled_from(
    ("image://v1/ab.jpg/4_3/n.jpg", "wix:image://v1/ab.jpg/a b.jpg#originWidth=4&originHeight=3")
)

Item = dict[str, Any]
Flaw = Callable[[DrawFn, Item], None]


def untype(draw: DrawFn, item: Item) -> None:
    """No type where the dialect has it."""
    item.pop("type", None)


def undefine(draw: DrawFn, item: Item) -> None:
    """A type that says nothing."""
    item["type"] = "UNDEFINED"


def sort(draw: DrawFn, item: Item) -> None:
    """A sort order that others may have, too."""
    item["sortOrder"] = draw(ORDERS)


def relink(draw: DrawFn, item: Item) -> None:
    """A link of a backend."""
    item["link"] = {"url": draw(ADDRESSES)} | draw(FURTHER)


def unlink(draw: DrawFn, item: Item) -> None:
    """A link of a backend without an address."""
    item["link"] = draw(FURTHER)


def retarget(draw: DrawFn, item: Item) -> None:
    """A link of a page."""
    item["link"] = draw(ADDRESSES)


def loosen(draw: DrawFn, item: Item) -> None:
    """An older address of a picture."""
    item |= {"type": "IMAGE", "image": {"imageInfo": draw(PATHS)}}
    for other in ("video", "text"):
        item.pop(other, None)


def readdress(draw: DrawFn, item: Item) -> None:
    """An older address of a picture, on a page."""
    item |= {"type": "image", "src": draw(PATHS)}


def of_component(draw: DrawFn, item: Item) -> None:
    """Neither a type nor a link to anywhere, in what describes an item of the component."""
    if isinstance(item.get("metaData"), dict):
        item["metaData"] = {**item["metaData"], "link": {"url": draw(ADDRESSES)} | draw(FURTHER)}
        item["metaData"].pop("type", None)


FLAWS: dict[str, tuple[Flaw, ...]] = {
    "velo": (untype, undefine, sort, sort, relink, unlink, loosen),
    "rest": (untype, undefine, sort, sort, relink, unlink),
    "frontend": (untype, retarget, readdress),
    "component": (of_component,),
}


@st.composite
def _flawed_items(draw: DrawFn, dialect: str) -> Item:
    item: Item = dict(draw(getattr(strategies, f"{dialect}_items")()))
    for flaw in draw(st.lists(st.sampled_from(FLAWS[dialect]), min_size=1, max_size=3)):
        flaw(draw, item)
    return item


def flawed(*dialects: str) -> SearchStrategy[tuple[str, Any]]:
    """A dialect and a document in it, in any wrapper, of items most of which have faults."""
    return st.one_of(
        *(st.tuples(st.just(name), strategies.wrapped(_flawed_items(name))) for name in dialects)
    )
