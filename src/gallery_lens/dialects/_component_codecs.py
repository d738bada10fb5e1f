"""The codecs that only the component's tables need, and what its losses ask of the same values."""

from typing import Any, Final

import attrs

from gallery_lens.dialects._codecs import (
    BOOLEAN,
    MILLISECONDS,
    NUMBER,
    SIZE,
    TEXT,
    WORDS,
    checked,
    is_integer,
    is_not_finite,
    is_number,
    whole,
    within,
)
from gallery_lens.dialects._component_spelling import KINDS, NO_KIND
from gallery_lens.dialects._mending import as_number, as_type, unsupported
from gallery_lens.dialects.component_media import largest, page_of, poster_address, said, shown_poster
from gallery_lens.dialects.noise import leads
from gallery_lens.dialects.rows import Codec, Refused, Row, Unstructuring
from gallery_lens.model import UNSET, FocalPoint, Item, Link, SecondaryMedia, Video
from gallery_lens.order import numeric


def derived(codec: Codec, unstructure: Any) -> Codec:
    """Make a codec for a key that follows from the rest of the item."""
    return attrs.evolve(
        codec, unstructure=lambda value, item, to: unstructure(item) or UNSET, derives=True, shape=()
    )


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
    how="spelling",
    derives=True,
    mend=as_type,
    tell=unsupported(", ".join((*KINDS, NO_KIND))),
)
DERIVED_TYPE: Final = Codec(_structure_type, _kind_alone, derives=True)
ORDER: Final = attrs.evolve(NUMBER, unstructure=_order, how="number", shape=())


# ---------------------------------------------------------------- links


def _url(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if to.same or leads(value) else UNSET


def _with_url(value: Any, link: Link, to: Unstructuring) -> Any:
    """A link that leads nowhere is left out, and so is what belongs to it."""
    return value if to.same or (value and leads(link.url)) else UNSET


URL: Final = Codec(TEXT.structure, _url)
WITH_URL: Final = Codec(TEXT.structure, _with_url)


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


def _point(value: Any, owner: Any, to: Unstructuring) -> Any:
    return [value.x, value.y] if value and is_point(value) else UNSET


def is_point(point: FocalPoint) -> bool:
    """Return whether *point* is one in numbers that JSON has."""
    return all(is_number(number) and not is_not_finite(number) for number in (point.x, point.y))


def _bounded(low: float, high: float | None, expected: str) -> Codec:
    def unstructure(value: Any, owner: Any, to: Unstructuring) -> Any:
        return UNSET if value is None or is_not_finite(value) else value

    return checked(
        expected, lambda value: is_number(value) and within(value, low, high), unstructure, mend=as_number
    )


def _has_quality(item: Item | SecondaryMedia) -> bool:
    return bool(item.image and item.image.quality)


def _is_sharpened(item: Item | SecondaryMedia) -> bool:
    mask = item.image.unsharp_mask if item.image else None
    amounts = (mask.amount, mask.radius, mask.threshold) if mask else ()
    return any(is_number(each) and not is_not_finite(each) for each in amounts)


POINT: Final = Codec(_structure_point, _point, expands=True, part="pair of numbers")
QUALITY: Final = said(whole(30, 100))
AMOUNT: Final = _bounded(0, 5, "a number of at least 0 and at most 5, or null")
RADIUS: Final = _bounded(0, None, "a number of at least 0, or null")
THRESHOLD: Final = _bounded(0, 1, "a number of at least 0 and at most 1, or null")
HAS_QUALITY: Final = derived(BOOLEAN, _has_quality)
IS_SHARPENED: Final = derived(BOOLEAN, _is_sharpened)


# ---------------------------------------------------------------- texts


def _html(item: Item | SecondaryMedia) -> Any:
    return item.text.html if item.text else None


def _css_text(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if _is_text(value) else UNSET


def _css_size(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if _is_size(value) else UNSET


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_size(value: Any) -> bool:
    return is_integer(value) and value > 0


#: The keys of a text's style that are carried, and what tells their values.
CSS: Final = {"backgroundColor": _is_text, "width": _is_size, "height": _is_size}


HTML: Final = derived(TEXT, _html)
CSS_TEXT: Final = Codec(TEXT.structure, _css_text)
CSS_SIZE: Final = attrs.evolve(SIZE, unstructure=_css_size, shape=())


# ---------------------------------------------------------------- videos


def _duration(value: Any, video: Video, to: Unstructuring) -> Any:
    """Milliseconds; the older field serves where the newer one says nothing."""
    held = video.duration_in_millis if is_number(value) else millis(video.duration)
    return UNSET if held is None or held is UNSET else held


def millis(duration: Any) -> Any:
    """Return the older duration as a number of milliseconds, or None if it is no whole one."""
    if isinstance(duration, str):
        return numeric(duration)
    return duration if is_number(duration) and is_integer(duration) else None


def _page(item: Item) -> str | None:
    return page_of((item.video.clip or None) if item.video else None)


def _is_external(item: Item) -> bool:
    return _page(item) is not None


def _poster_size(name: str) -> Any:
    def of(item: Item) -> Any:
        poster = shown_poster(item.video)
        if poster and poster.width and poster.height:
            return getattr(poster, name)
        encoding = largest(item.video)
        return getattr(encoding, name) if encoding else getattr(poster, name) if poster else None

    return of


def _poster_url(value: Any, video: Video, to: Unstructuring) -> Any:
    poster = shown_poster(video)
    return value if to.same else (poster_address(poster) if poster else None) or UNSET


DURATION: Final = attrs.evolve(MILLISECONDS, unstructure=_duration, derives=True, shape=())
PAGE: Final = derived(TEXT, _page)
IS_EXTERNAL: Final = derived(BOOLEAN, _is_external)
POSTER_URL: Final = Codec(TEXT.structure, _poster_url, derives=True)
POSTER_WIDTH: Final = derived(SIZE, _poster_size("width"))
POSTER_HEIGHT: Final = derived(SIZE, _poster_size("height"))
