"""The codecs that only the component's tables need, and what its losses ask of the same values."""

from typing import Any, Final

from gallery_lens.dialects._codecs import (
    BOOLEAN,
    MILLISECONDS,
    NAMING,
    NUMBER,
    SIZE,
    TEXT,
    WORDS,
    checked,
    is_not_finite,
    is_number,
    whole,
    within,
)
from gallery_lens.dialects._component_spelling import KINDS, NO_KIND
from gallery_lens.dialects._mending import as_number, as_type, unsupported
from gallery_lens.dialects.component_media import largest, page_of, poster_address, said, shown_poster
from gallery_lens.dialects.component_values import (
    are_finite,
    known_millis,
    pair_of,
    quality_switch,
    sharpening_switch,
    shown_size,
    shown_text,
)
from gallery_lens.dialects.noise import leads
from gallery_lens.dialects.rows import Codec, Made, Refused, Row, Unstructuring
from gallery_lens.model import UNSET, FocalPoint, Item, Link, Video
from gallery_lens.order import numeric
from gallery_lens.values import evolve


def derived(codec: Codec, unstructure: Any, writes: str = "") -> Codec:
    """Make a codec for a key that follows from the rest of the item."""
    return evolve(codec, unstructure=unstructure, writes=writes, derives=True)


def of_medium(codec: Codec, part: str) -> Codec:
    """Make a codec for what is found out together with the address of a medium."""
    return evolve(codec, writes=f"medium.{part}")


# ---------------------------------------------------------------- items


def _structure_type(value: Any) -> str:
    if not isinstance(value, str) or value not in (*KINDS, NO_KIND):
        raise Refused(f"one of {', '.join((*KINDS, NO_KIND))}")
    return KINDS[value].lower() if value in KINDS else value


def _type(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if to.kind is None else to.kind.lower()


def _kind_alone(value: Any, owner: Any, to: Unstructuring) -> Any:
    return _type(UNSET, owner, to)


def _order(value: Any, owner: Any, to: Unstructuring) -> Any:
    number = numeric(value)
    return value if to.same else UNSET if number is None else number


SHOWN: Final = said(TEXT)
SHOWN_WORDS: Final = said(WORDS)
TYPE: Final = Codec(
    _structure_type,
    _type,
    shape=("choice", *KINDS),
    writes="kind",
    how="spelling",
    derives=True,
    mend=as_type,
    tell=unsupported(", ".join((*KINDS, NO_KIND))),
)
DERIVED_TYPE: Final = Codec(_structure_type, _kind_alone, derives=True)
ORDER: Final = evolve(NUMBER, unstructure=_order, how="number", writes="known")


# ---------------------------------------------------------------- links


def _url(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if to.same or leads(value) else UNSET


def _with_url(value: Any, link: Link, to: Unstructuring) -> Any:
    """A link that leads nowhere is left out, and so is what belongs to it."""
    return value if to.same or (value and leads(link.url)) else UNSET


URL: Final = evolve(TEXT, unstructure=_url, writes="link")
WITH_URL: Final = evolve(TEXT, unstructure=_with_url, writes="target")


# ---------------------------------------------------------------- pictures


#: What stands in a pair of numbers.
_NUMBER: Final = Row("", "", NUMBER)


def _structure_point(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise Refused("an array of two numbers, or null")
    for index, number in enumerate(value):
        if not is_number(number):
            raise Refused("a number", (index,), row=_NUMBER)
    return {"x": value[0], "y": value[1]}


def is_point(point: FocalPoint) -> bool:
    """Return whether *point* is one in numbers that JSON has."""
    return are_finite(point.x, point.y)


def _bounded(low: float, high: float | None, expected: str) -> Codec:
    def unstructure(value: Any, owner: Any, to: Unstructuring) -> Any:
        return UNSET if value is None or is_not_finite(value) else value

    return checked(
        expected,
        lambda value: is_number(value) and within(value, low, high),
        unstructure,
        shape=("number", low, high),
        writes="known",
        mend=as_number,
    )


POINT: Final = Codec(
    _structure_point,
    Made(pair_of, "focal_point.x", "focal_point.y"),
    shape=("pair", "x", "y"),
    expands=True,
    part="pair of numbers",
)
QUALITY: Final = said(whole(30, 100))
AMOUNT: Final = _bounded(0, 5, "a number of at least 0 and at most 5, or null")
RADIUS: Final = _bounded(0, None, "a number of at least 0, or null")
THRESHOLD: Final = _bounded(0, 1, "a number of at least 0 and at most 1, or null")
_MASK: Final = "image.unsharp_mask"
HAS_QUALITY: Final = derived(BOOLEAN, Made(quality_switch, "image.quality"))
IS_SHARPENED: Final = derived(
    BOOLEAN, Made(sharpening_switch, f"{_MASK}.amount", f"{_MASK}.radius", f"{_MASK}.threshold")
)


# ---------------------------------------------------------------- texts


#: The keys of a text's style that are carried, and what is written for their values.
CSS: Final = {"backgroundColor": shown_text, "width": shown_size, "height": shown_size}


HTML: Final = derived(TEXT, Made(shown_text, "text.html"))
CSS_TEXT: Final = evolve(TEXT, unstructure=Made(shown_text, ""))
CSS_SIZE: Final = evolve(SIZE, unstructure=Made(shown_size, ""))


# ---------------------------------------------------------------- videos


def _page(value: Any, item: Item, to: Unstructuring) -> Any:
    return page_of((item.video.clip or None) if item.video else None) or UNSET


def _is_external(value: Any, item: Item, to: Unstructuring) -> Any:
    return _page(value, item, to) is not UNSET or UNSET


def _poster_size(name: str) -> Any:
    def of(value: Any, item: Item, to: Unstructuring) -> Any:
        poster = shown_poster(item.video)
        sized = poster and poster.width and poster.height
        held = poster if sized else largest(item.video) or poster
        return (getattr(held, name) if held else None) or UNSET

    return of


def _poster_url(value: Any, video: Video, to: Unstructuring) -> Any:
    poster = shown_poster(video)
    return value if to.same else (poster_address(poster) if poster else None) or UNSET


DURATION: Final = derived(MILLISECONDS, Made(known_millis, "duration_in_millis", "duration"))
PAGE: Final = derived(TEXT, _page, "medium.page")
IS_EXTERNAL: Final = derived(BOOLEAN, _is_external, "medium.external")
POSTER_URL: Final = derived(NAMING, _poster_url, "medium.poster")
POSTER_WIDTH: Final = derived(SIZE, _poster_size("width"), "medium.width")
POSTER_HEIGHT: Final = derived(SIZE, _poster_size("height"), "medium.height")
