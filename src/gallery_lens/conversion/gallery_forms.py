"""The form of a gallery that was read in parts: what else is the same where its other values hardly matter.

Of galleries in a file most differ in nothing but values in which no rule finds anything: their names, ids and
dates.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gallery_lens.conversion.batch import ascend
from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.parts import Seen
from gallery_lens.conversion.subject import id_of
from gallery_lens.dialects.rows import Row
from gallery_lens.late import late
from gallery_lens.places import Place, value_at
from gallery_lens.values import evolve

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair

#: Documents of more items are not looked at for others of their form: there are few in a file.
_LARGE: Final = 10_000


class GalleryForm(NamedTuple):
    """The form of a gallery."""

    pair: "Pair"  #: what has converted all items
    around: tuple[Any, ...]  #: the place of the items, the keys around them, and what stands there
    places_items: bool  #: whether the list shows the order of its items
    is_page: bool  #: whether it has as many items as a page of a longer list


def form_of_gallery(seen: Seen) -> GalleryForm | None:
    """Return the form of a document; None if it is rare."""
    columns, parts = seen.columns, seen.parts
    if columns.unusual or len(columns.pairs) > _LARGE:
        return None
    pair = columns.pairs[0]
    ids, sort_orders = columns.compared
    if pair is None or len({*columns.pairs}) > 1 or not ascend(ids, sort_orders):
        return None
    form = _form_around(parts.frame, parts.place, pair, len(ids))
    return None if form is None else GalleryForm(pair, form, None not in sort_orders, len(ids) in (50, 100))


def around(seen: Seen) -> Any:
    """Return the gallery around the items; without any, what stands in their place."""
    return value_at(seen.parts.frame, seen.parts.place[:-1])


def found_in(gallery: dict[str, Any], found: Finding) -> Finding:
    """Return the finding that another gallery of the form has in place of the one *found*."""
    (*_, key) = found.inside or (None,)
    value = {name: gallery[name] for name in found.value} if key is None else gallery[str(key)]
    subject = evolve(found.subject, raw=gallery, gallery_id=id_of(gallery))
    return found._replace(subject=subject, value=value)


def hangs_on_fields(found: Finding, seen: Seen) -> bool:
    """Return whether all that is said of what was *found* in a gallery are values of its fields."""
    subject, gallery = found.subject, around(seen)
    if not isinstance(gallery, dict) or subject.index is not None or subject.place != seen.parts.place[:-1]:
        return False
    if found.facts or found.told_by or len(found.inside) > 1:
        return False
    names: Any = found.inside or (found.value if isinstance(found.value, dict) else (None,))
    if not gallery.keys() - {"items"} >= {*names}:
        return False
    return found_in(gallery, found).diagnostic("") == found.diagnostic("")


_GUID: Final = late("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_DATE: Final = late(
    r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:\.[0-9]{1,3})?Z"
)
#: How many characters a date has that is written as JavaScript prints it.
_PRINTED: Final = len("2024-12-24T08:00:00.000Z")
#: Words of which nobody has anything to say, but for those that code writes for nothing.
_WORDS: Final = late(
    r"(?!(?:undefined|null|none|nan|nil|true|false)$)[^\W_](?:[ .,'&-]?[^\W_])*+", re.IGNORECASE
)
_MOST: Final = 2**50


#: Sort orders of galleries as the references print them.
_DIGITS: Final = late("[1-9][0-9]{0,14}")


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value < _MOST


#: What a value has to be, by the name of its codec, so that nobody says anything of it.
_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "text": lambda value: isinstance(value, str) and _WORDS.fullmatch(value),
    "id": lambda value: isinstance(value, str) and _GUID.fullmatch(value),
    "date": lambda value: isinstance(value, str) and _DATE.fullmatch(value),
    "number": _is_number,
}
#: Where the items of a document stand whose form is looked at.
_PLACES: Final[tuple[Place, ...]] = ((), ("items",), ("gallery", "items"))


def _form_around(frame: Any, place: Place, pair: "Pair", count: int) -> tuple[Any, ...] | None:
    """Return the form of what is around *count* items at *place*."""
    if place not in _PLACES:
        return None
    if place == ("gallery", "items"):
        if len(frame) > 1:
            return None
        frame = frame["gallery"]
    if not place:
        return (place,)
    rows = {row.wire: row for row in pair.source.gallery.rows}
    kinds = [_kind_of(key, value, rows, count) for key, value in frame.items() if key != "items"]
    return None if None in kinds else (place, *frame, *kinds)


def _kind_of(key: str, value: Any, rows: dict[str, Row], count: int) -> str | None:
    """Return the kind of the value under *key*; None for one of which something may be said."""
    row = rows.get(key)
    if row is None:
        return None
    (name,) = row.codec.shape[:1] or ("",)
    if value is None:
        return "null" if name else None
    if name == "whole":  # the total
        return "as many" if type(value) is int and value == count else None
    if row.field == "sort_order" and isinstance(value, str) and _DIGITS.fullmatch(value):
        return "digits"
    if name not in _PLAIN or not _PLAIN[name](value):
        return None
    return "short date" if name == "date" and len(value) < _PRINTED else str(name)
