"""The small codecs that tables are made of: one JSON type or one convention each.

``structure`` refuses what the schemas refuse, by ``Refused`` with a noun phrase of what it wants.
"""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from gallery_lens import dates
from gallery_lens.dialects._mending import as_date, as_number, as_object, as_text, why_no_date
from gallery_lens.dialects._unstructuring import unstructure
from gallery_lens.dialects.rows import Codec, Loss, Refused, RefusedItem, Unstructuring, absent
from gallery_lens.dialects.spelling import respell
from gallery_lens.dialects.structuring import structure
from gallery_lens.dialects.table import Table
from gallery_lens.late import late
from gallery_lens.model import UNSET
from gallery_lens.order import numeric
from gallery_lens.values import evolve

NOT_FINITE: Final = ("NaN", "Infinity", "-Infinity")
_NUMERIC: Final = late(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def is_number(value: Any) -> bool:
    """Return whether *value* is a JSON number; true and false are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_integer(value: Any) -> bool:
    """Return whether *value* is a JSON integer; 1.0 is one, as in JSON Schema."""
    return is_number(value) and (isinstance(value, int) or value.is_integer())


def checked(expected: str, holds: Callable[[Any], bool], unstructure: Any = None, **options: Any) -> Codec:
    """Make a codec that takes null and what *holds* says, and carries it as it is.

    One that is given a *shape* carries usual values as they are, unless it is said what it *writes*.
    The further options are those of ``Codec``.
    """

    def structure(value: Any) -> Any:
        if value is None or holds(value):
            return value
        raise Refused(expected)

    carries = {"writes": "as-is"} if "shape" in options else {}
    return Codec(structure, **({"unstructure": unstructure} if unstructure else {}), **(carries | options))


def choice(*words: str, nullable: bool = True) -> Codec:
    """Make a codec for one of *words*."""
    codec = checked(f"one of {', '.join(words)}", words.__contains__, shape=("choice", *words))

    def strict(value: Any) -> Any:
        if value is None:
            raise Refused("null is not among them")
        return codec.structure(value)

    return codec if nullable else Codec(strict, shape=codec.shape, writes="as-is")


def whole(low: int = 0, high: int | None = None) -> Codec:
    """Make a codec for an integer of at least *low* and at most *high*."""
    return checked(
        _range("an integer", low, high),
        lambda value: is_integer(value) and within(value, low, high),
        shape=("whole", low, high),
        mend=as_number,
    )


def ratio(low: float | None = None, high: float | None = None) -> Codec:
    """Make a codec for a number in a range, or the text that stands for NaN or an infinity."""

    def holds(value: Any) -> bool:
        if isinstance(value, str):
            return value in NOT_FINITE
        return is_number(value) and within(value, low, high)

    return checked(_range("a number", low, high), holds, _finite, shape=("number", low, high), mend=as_number)


def _range(noun: str, low: float | None, high: float | None) -> str:
    parts = [f"at least {low}" * (low is not None), f"at most {high}" * (high is not None)]
    limits = " and ".join(filter(None, parts))
    return f"{noun} of {limits}" if limits else noun


def within(value: float, low: float | None, high: float | None) -> bool:
    """Return whether *value* lies in a range that may be open on either side."""
    # Written so that NaN passes, as it does in JSON Schema.
    return not (low is not None and value < low) and not (high is not None and value > high)


def _finite(value: Any, owner: Any, to: Unstructuring) -> Any:
    """Write a number; NaN and infinities as the target dialect can."""
    if not is_not_finite(value):
        return value
    if to.underscored:
        return value if to.same and isinstance(value, str) else None
    return value if isinstance(value, str) else str(value).replace("inf", "Infinity").replace("nan", "NaN")


def is_not_finite(value: Any) -> bool:
    """Return whether *value* is NaN or an infinity, as a number or as the text that stands for it."""
    return (
        value in NOT_FINITE
        if isinstance(value, str)
        else isinstance(value, float) and not math.isfinite(value)
    )


def _sort_order(value: Any, owner: Any, to: Unstructuring) -> Any:
    """Write numeric text as the number it is, unless the dialect gets its own text back."""
    number = numeric(value) if isinstance(value, str) and not to.same else None
    return _finite(value if number is None else number, owner, to)


def _date(value: Any, owner: Any, to: Unstructuring) -> Any:
    """Write a date as JavaScript prints one: UTC, milliseconds, ``Z``; empty is not a date."""
    if to.same:
        return value
    if not value:
        return UNSET
    try:
        instant = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):  # 30 February and the like, or a date that Python's calendar lacks
        return dates.in_utc(value) or UNSET
    return instant.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def not_finite_losses(*fields: str) -> tuple[Loss, ...]:
    """The losses of number *fields* in a dialect that can write neither NaN nor infinities."""
    return tuple(
        Loss(field, "non-finite-number", lambda value, owner, to: is_not_finite(value), known_by="shape")
        for field in fields
    )


def below_milliseconds(value: Any, owner: Any, to: Unstructuring) -> bool:
    """Return whether the date *value* has digits below a millisecond that a rewriting would cut."""
    found = dates.RFC_3339.fullmatch(value)
    return not to.same and found is not None and (found[1] or "")[3:].strip("0") != ""


def _structure_texts(value: Any) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise Refused("an array of strings, or null")
    if wrong := [index for index, word in enumerate(value) if not isinstance(word, str)]:
        raise RefusedItem([Refused("a string", (index,)) for index in wrong])
    return tuple(value)


def _structure_text_or_texts(value: Any) -> str | tuple[str, ...] | None:
    if value is not None and not isinstance(value, (str, list)):
        raise Refused("a string, an array of strings, or null")
    return value if isinstance(value, str) else _structure_texts(value)


def list_of(table: Table, most: int | None = None) -> Codec:
    """Make a codec for an array of objects of *table*, at most *most* of them."""

    def structure_all(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, list):
            raise Refused("an array, or null")
        if most is not None and len(value) > most:
            raise Refused(f"an array of at most {most} elements")
        structured, refusals = [], []
        for index, element in enumerate(value):
            try:
                structured.append(structure(table, element))
            except RefusedItem as refused:
                refusals += [each.below(index) for each in refused.refusals]
        if refusals:
            raise RefusedItem(refusals)
        return tuple(structured)

    def unstructure_all(value: Any, owner: Any, to: Unstructuring) -> Any:
        return None if value is None else [unstructure(table, element, to) for element in value]

    return Codec(structure_all, unstructure_all, shape=("list", most), writes="as-is", table=table)


TEXT: Final = checked("a string, or null", lambda value: isinstance(value, str), shape=("text",))
#: An id or an address; the word null is none, and read as nothing.
NAMING: Final = evolve(TEXT, shape=("id",))
BOOLEAN: Final = checked("true, false or null", lambda value: isinstance(value, bool), shape=("boolean",))
#: Words that people read: a number among them is its own text.
WORDS: Final = evolve(TEXT, mend=as_text)
NUMBER: Final = checked("a number, or null", is_number, shape=("number", None, None), mend=as_number)
SIZE: Final = whole()
MILLISECONDS: Final = whole()
DURATION: Final = checked(
    "milliseconds, as a number or as text of digits",
    lambda value: (
        value.isascii() and value.isdigit() if isinstance(value, str) else is_number(value) and not value < 0
    ),
    shape=("number", 0, None),
    mend=as_number,
)
SORT_ORDER: Final = checked(
    "a number or numeric text, or null",
    lambda value: (
        value in NOT_FINITE or _NUMERIC.fullmatch(value) is not None
        if isinstance(value, str)
        else is_number(value)
    ),
    _sort_order,
    shape=("number", None, None),
    how="number",
    mend=as_number,
)
DATE: Final = checked(
    "an RFC 3339 date and time such as 2022-07-03T12:05:15.000Z",
    lambda value: isinstance(value, str) and (value == "" or dates.RFC_3339.fullmatch(value) is not None),
    _date,
    shape=("date",),
    writes="date",
    how="date",
    mend=as_date,
    tell=why_no_date,
)
FREE: Final = checked(
    "an object, or null",
    lambda value: isinstance(value, Mapping),
    lambda value, owner, to: respell(value, to),
    shape=("free",),
    mend=absent,
)
#: A free object that may be given as its JSON text.
STYLE: Final = evolve(FREE, mend=as_object)
#: The object that the rows below fill; none is made for what came from a page.
OBJECT: Final = checked(
    "an object, or null",
    lambda value: False,
    lambda value, owner, to: None if value is None else {} if to.related else UNSET,
    shape=("object",),
    mend=absent,
)
TEXTS: Final = Codec(
    _structure_texts,
    lambda value, owner, to: None if value is None else list(value),
    shape=("texts",),
    writes="as-is",
)
TEXT_OR_TEXTS: Final = Codec(
    _structure_text_or_texts,
    lambda value, owner, to: list(value) if isinstance(value, tuple) else value,
    shape=TEXT.shape,
    writes="as-is",
)
