"""Places in a text of what was found in items that were converted together.

Items of one form have the same keys in the same order. In the text of such an item, a value stands behind
its key, which is the same occurrence of that key in all of them: one search finds it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from gallery_lens.conversion.batch import Taken
from gallery_lens.conversion.finding import fingerprint, shown_and_said
from gallery_lens.conversion.forms import REMEMBERED, Form, form_of
from gallery_lens.conversion.parts import Seen
from gallery_lens.conversion.subject import content_of, id_of, title_of
from gallery_lens.conversion.telling import codes, words_of
from gallery_lens.diagnostics import NO_VALUE, Diagnostic
from gallery_lens.places import Place, Step, pointer, value_at
from gallery_lens.rules import rule
from gallery_lens.rules.base import Rule
from gallery_lens.source_map import SourceMap

if TYPE_CHECKING:
    from gallery_lens.compiled import Found, Pair

#: Keys that are spelled as they are, and that cannot be what stands between two texts.
_is_plain_key: Final = re.compile(r"\w+").fullmatch

#: Finds a value in the text of an item: its key, in quotes, and how often that stands before; the value of an
#: element of a list, an object, by its first key.
_Search: TypeAlias = tuple[str, int, bool]


class _Spot(NamedTuple):
    """A finding at one place in an item, as far as it is always the same."""

    found: "Found"
    spoken: Rule
    pointer: str  #: from the item
    diagnostic: Callable[..., Diagnostic]  #: takes what differs
    told_by: tuple[bytes, bytes]  #: what the fingerprint hangs on, around the item's identity


def _spots(pair: "Pair", mask: int, raw: dict[str, Any]) -> list[tuple[_Spot, _Search | None]]:
    """Return the findings of the bits of *mask* in items of the form of *raw*, in document order."""
    form = form_of(raw)
    key = (pair, mask, form)
    if key not in _known:
        if len(_known) == REMEMBERED:
            _known.clear()
        members = _ordered(form, raw)
        said = sorted(pair.said(mask), key=lambda found: members.get(found.place, _WHOLE))
        _known[key] = [(_spot(found, pair), _search(found.place, members)) for found in said]
    return _known[key]


_known: dict[tuple["Pair", int, Form], list[tuple[_Spot, _Search | None]]] = {}
_WHOLE: Final = (-1, 0)


def _ordered(form: Form, raw: dict[str, Any]) -> Mapping[Place, tuple[int, int]]:
    """Return the places in items of the *form* of *raw*.

    Each has its position in document order, and how often its key stood before.
    """
    if form not in _orders:
        if len(_orders) == REMEMBERED:
            _orders.clear()
        counts = Counter[Step]()
        order = _orders[form] = {}
        for index, place in enumerate(_members(raw, ())):
            order[place] = index, counts[place[-1]]
            counts[place[-1]] += 1
    return _orders[form]


_orders: dict[Form, dict[Place, tuple[int, int]]] = {}


def _members(value: Any, at: Place) -> Iterator[Place]:
    """Yield the places of all that stands inside of *value*, in document order."""
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*at, step)
        if isinstance(inner, dict | list):
            yield from _members(inner, (*at, step))


def _search(place: Place, members: Mapping[Place, tuple[int, int]]) -> _Search | None:
    in_list = bool(place) and isinstance(place[-1], int)
    keyed = next((each for each in members if each[:-1] == place), ()) if in_list else place
    key = keyed[-1] if keyed else None
    is_plain = isinstance(key, str) and _is_plain_key(key)
    return (f'"{key}"', members[keyed][1], in_list) if is_plain else None


@lru_cache(maxsize=REMEMBERED)
def _spot(found: "Found", pair: "Pair") -> _Spot:
    spoken, at = rule(found.rule), pointer(found.place)
    ((severity, _),) = codes([found], pair.target, pair.same)
    diagnostic = partial(
        Diagnostic,
        code=spoken.code,
        name=spoken.name,
        severity=severity,
        dialect=pair.source.name,
        target=pair.target.name,
        help=spoken.help,
        url=spoken.url,
    )
    return _Spot(found, spoken, at, diagnostic, (f"{spoken.code}\0".encode(), f"\0{at}".encode()))


def _offset(place: Place, search: _Search | None, text: str) -> int:
    """Return where in the *text* of an item the value at *place* begins."""
    if not place:
        return 0
    if search is None or "\\u" in text:  # which may spell any key
        return SourceMap(text).start(place) or 0
    key, skipped, in_list = search
    end = 0
    while True:
        start = text.index(key, end)
        end = start + len(key)
        colon = end if text[end] == ":" else _after_blanks(text, end)
        if text[colon] == ":" and text[start - 1] != "\\":
            if not skipped:
                return text.rindex("{", 0, start) if in_list else _after_blanks(text, colon + 1)
            skipped -= 1


def _after_blanks(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


class ItemTexts:
    """The texts of the items of a document, by their indexes, which ascend."""

    def __init__(self, places: SourceMap, seen: Seen) -> None:
        """Begin with the first item."""
        self._text, self._columns = places.text, seen.columns
        array = str(seen.parts.text, "utf-8")
        if self._text.count(array) == 1:
            self._end = self._text.index(array)
        else:
            self._end = places.start(seen.parts.place) or 0
        self._next = 0

    def of(self, index: int) -> tuple[str, int]:
        """Return the text of an item, and where it begins."""
        for each in range(self._next, index + 1):
            item = str(self._columns.text(each), "utf-8")
            start = self._text.index(item, self._end)
            self._end = start + len(item)
        self._next = index + 1
        return item, start


def located(
    taken: Taken, pointed: str, text: str, place_of: Callable[[int], tuple[int, int]], file: str | None
) -> Iterator[Diagnostic]:
    """Yield what was found in an item, in document order.

    Args:
        taken: the item.
        pointed: the pointer to it.
        text: of the item.
        place_of: returns the line and column of an offset in the text.
        file: the name for people.
    """
    pair, raw, index, gallery = taken.pair, taken.raw, taken.index, taken.batch.subject.gallery_id
    id, title = id_of(raw), title_of(raw)
    identity = (id or content_of(raw)).encode()
    for spot, search in _spots(pair, taken.mask, raw):
        place, facts = spot.found.place, spot.found.facts
        value = value_at(raw, place) if place else words_of(raw)
        told = facts(value) if facts else {}
        shown, said = shown_and_said(raw if value is NO_VALUE else value)
        line, column = place_of(_offset(place, search, text))
        yield spot.diagnostic(
            message=spot.spoken.message.format(value=said, **told),
            pointer=pointed + spot.pointer,
            file=file,
            line=line,
            column=column,
            gallery_id=gallery,
            item_id=id,
            item_index=index,
            item_title=title,
            value=shown,
            fingerprint=fingerprint(identity.join(spot.told_by)) if spot.spoken.of_document else None,
        )
