"""Rows of findings in items, from ready pieces.

The place of a value in the text of an item is that behind its key, if no other one is spelled like it; the
text around values in messages is the same in all items with the same bits.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import msgspec

from gallery_lens.conversion.finding import shown_and_said
from gallery_lens.conversion.subject import id_of, title_of
from gallery_lens.conversion.telling import words_of
from gallery_lens.diagnostics import NO_VALUE, VALUE_LIMIT, Severity
from gallery_lens.linting._form_places import FormPlaces
from gallery_lens.linting.choice import FindingChoice
from gallery_lens.linting.glimpses import glimpse_of, inside, name_in
from gallery_lens.linting.item_findings import Spot, is_plain_key, spot_of
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair


class RowSpelling(Record):
    """The spelling of rows; it is the same for all of a report."""

    #: spells what is the same in rows of a finding: its code, its severity, its message up to the value
    lead: Callable[[str, Severity, str], str]
    #: spells the end of rows, given the title of the item, or else its id
    tail: Callable[[str | None], str]
    shown: Callable[[str], str]  #: makes a text safe to show


class _Planned(NamedTuple):
    """A finding in all items of which the same is said."""

    key: str  #: in quotes; empty for the item as a whole
    width: int  #: of the key
    get: Callable[[Any], Any]  #: returns the value from an item, or from what was glimpsed of it
    lead: str
    end: str
    varies: Callable[[Any, str], str] | None  #: makes all of the row of what hangs on the value


#: The rows of an item, each with its offset, and the title of the item, or else its id.
_Told: TypeAlias = tuple[list[tuple[int, str]], str | None]


class RowPlan:
    """The rows of all items with the same bits."""

    def __init__(self, pair: "Pair", mask: int, spots: Sequence[Spot], spelling: RowSpelling) -> None:
        """Begin; *spots* are those of what the bits of *mask* say that have rows."""
        self._spots, self._spelling = spots, spelling
        self._tries = _TRIES  #: how often keys alone may tell no places, until nobody asks them any more
        self._left = _OFTEN  #: how many items are read as a whole, until it is worth to know what to look at
        self._read: tuple[Callable[[str], Any], Callable[[Any], str | None]] = _decode, _named
        self._planned = self._planned_raw = self._with(map(_getter, spots))
        self._places = FormPlaces(pair, mask, spots)
        self._inside = inside(pair.shape, [spot.place for spot in spots])
        getters = self._inside.getters if self._inside else {}
        self._planned_inside = self._with(getters[spot.place] for spot in spots if getters)

    def _with(self, getters: Iterable[Callable[[Any], Any]]) -> list[_Planned]:
        return [*map(partial(_planned, self._spelling), self._spots, getters)]

    def rows(self, text: str, line: int, column: int, item: Any = None) -> list[str] | None:
        """Return the rows of an item in the order of its *text*, None where keys alone tell no places.

        It is *item* if it was read already.
        """
        plain = "\\" not in text
        if "\r" in text or (not plain and _may_spell_keys(text)):
            return None
        try:
            told = self._by_keys(text, plain, item) if self._tries else None
            if told is None and plain:
                told = self._by_form(text)
        except (ValueError, LookupError, TypeError, AttributeError):  # it is not built as most are
            return None
        if told is None:
            return None
        found, named = told
        end = self._spelling.tail(named)
        if not (plain and text.isascii()) or "\x7f" in text:
            found = [(offset, self._spelling.shown(row)) for offset, row in found]
        if "\n" not in text:
            return [f"{line}:{column + offset}{row}{end}" for offset, row in found]
        return [f"{_line_column(text, offset, line, column)}{row}{end}" for offset, row in found]

    def _by_keys(self, text: str, plain: bool, item: Any) -> _Told | None:
        if self._inside is not None and type(item) is self._inside.type:
            seen, name, planned = item, self._inside.name, self._planned_inside
        else:
            if self._left:
                self._count()
            (read, name), planned = self._read, self._planned
            seen = read(text)
        found = _found(planned, seen, text, plain)
        if found is None:
            self._tries -= 1
            return None
        return found, name(seen)

    def _by_form(self, text: str) -> _Told | None:
        raw = _decode(text)
        places = self._places.of(text, raw)
        if places is None:
            return None
        found = [(offset, _row(self._planned_raw[spot], raw)) for spot, offset in places]
        return found, _named(raw)

    def _count(self) -> None:
        self._left -= 1
        if not self._left and all(spot.place for spot in self._spots):
            glimpse = glimpse_of([spot.place for spot in self._spots])
            self._read = glimpse.decode, name_in
            getters = [glimpse.getters[spot.place] for spot in self._spots]
            self._planned = self._with(getters)


def _found(planned: Sequence[_Planned], seen: Any, text: str, plain: bool) -> list[tuple[int, str]] | None:
    found, last, sorts = list[tuple[int, str]](), -1, False
    for key, width, get, lead, end, varies in planned:
        if key:
            at = text.find(key)
            offset = at + width
            if at < 0 or text.find(key, offset) >= 0:
                return None
            offset = offset + 1 if text[offset] == ":" else _after(text, offset, ":") + 1
            offset += text[offset] == " "
            if text[offset] in _BLANKS:
                offset = _after(text, offset, "")
        else:
            offset = 0
        value = get(seen)
        if type(value) is str and len(value) < VALUE_LIMIT - 1 and (plain or _is_plain(value)):
            said = f'"{value}"'  # nothing in it has to be escaped
        elif value is msgspec.UNSET:
            return None
        else:
            said = shown_and_said(value)[1]
        found.append((offset, varies(value, said) if varies else f"{lead}{said}{end}"))
        sorts |= offset < last
        last = offset
    if sorts:
        found.sort(key=_first)
    return found


def _row(planned: _Planned, raw: Any) -> str:
    """Return the row of a finding in the item *raw*, in the text of which nothing is escaped."""
    value = planned.get(raw)
    is_short = type(value) is str and len(value) < VALUE_LIMIT - 1
    said = f'"{value}"' if is_short else shown_and_said(value)[1]
    return planned.varies(value, said) if planned.varies else f"{planned.lead}{said}{planned.end}"


#: How many items have to be met before it is worth to make a type for the values in their rows.
_OFTEN: Final = 64
_TRIES: Final = 16
_BLANKS: Final = " \t\n"
_first: Final = itemgetter(0)
#: Finds an escape of a character that is in keys.
_may_spell_keys: Final = re.compile(r"\\u00[0-7]").search
_is_plain: Final = re.compile(r"[ !#-\[\]-~]*").fullmatch
_decode: Final[Callable[[str], Any]] = msgspec.json.Decoder().decode


def _named(raw: dict[str, Any]) -> str | None:
    return title_of(raw) or id_of(raw)


@lru_cache(maxsize=4096)
def plan_of(pair: "Pair", mask: int, choice: FindingChoice, spelling: RowSpelling) -> RowPlan | None:
    """Return the plan of the rows that *choice* keeps of items with these bits.

    None is returned if the places hang on the form of the items.
    """
    found = [spot_of(found, pair).chosen(choice) for found in pair.said(mask)]
    spots = [spot for spot in found if spot]
    keys = [str(spot.place[-1]) for spot in spots if spot.place]
    if not all(is_plain_key(key) and key.isascii() for key in keys):
        return None
    return RowPlan(pair, mask, spots, spelling)


def _planned(spelling: RowSpelling, spot: Spot, get: Callable[[Any], Any]) -> _Planned:
    key = f'"{spot.place[-1]}"' if spot.place else ""
    start, end = spot.around or ("", "")

    def whole(value: Any, said: str) -> str:
        facts = spot.facts(value) if spot.facts else {}
        return spelling.lead(spot.code, spot.severity, spot.message.format(value=said, **facts))

    varies = None if spot.around and not spot.facts else whole
    return _Planned(key, len(key), get, spelling.lead(spot.code, spot.severity, start), end, varies)


def _getter(spot: Spot) -> Callable[[dict[str, Any]], Any]:
    place = spot.place

    def get(raw: dict[str, Any]) -> Any:
        value: Any = raw
        for step in place:
            value = value[step]
        return value

    def words(raw: dict[str, Any]) -> Any:
        held = words_of(raw, spot.dialect)
        return raw if held is NO_VALUE else held

    return get if place else words


def _after(text: str, at: int, end: str) -> int:
    """Return where the blanks at an offset of *text* are over, or where *end* stands behind them."""
    while text[at] in _BLANKS:
        at += 1
    return at if text.startswith(end, at) else len(text)


def _line_column(text: str, offset: int, line: int, column: int) -> str:
    down = text.count("\n", 0, offset)
    return f"{line + down}:{offset - text.rfind(chr(10), 0, offset) if down else column + offset}"
