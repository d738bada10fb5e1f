"""Findings in items that were converted together, with their places in the text; made when shown.

Items of one form have the same keys in the same order. In the text of such an item, a value stands behind
its key, which is the same occurrence of that key in all of them: one search finds it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from gallery_lens.conversion.finding import fingerprint, shown_and_said
from gallery_lens.conversion.forms import REMEMBERED, Form, form_of
from gallery_lens.conversion.guarding import FORESEEN, internal
from gallery_lens.conversion.subject import content_of, id_of, title_of
from gallery_lens.conversion.telling import codes, words_of
from gallery_lens.diagnostics import NO_VALUE, Diagnostic, Severity
from gallery_lens.linting.choice import ALL_FINDINGS, FindingChoice, chosen_codes
from gallery_lens.places import Place, Step, pointer, value_at
from gallery_lens.rules import rule
from gallery_lens.source_map import SourceMap

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Found, Pair

#: Keys that are spelled as they are, and that cannot be what stands between two texts.
is_plain_key: Final = re.compile(r"\w+").fullmatch

#: Finds a value in the text of an item: its key, in quotes, and how often that stands before; the value of an
#: element of a list, an object, by its first key.
_Search: TypeAlias = tuple[str, int, bool]


class Spot(NamedTuple):
    """A finding at one place in an item, as far as it is always the same."""

    place: Place
    facts: Callable[[Any], Mapping[str, Any]] | None
    code: str
    message: str  #: a template
    severity: Severity
    is_known: bool  #: whether baselines may hold it
    around: tuple[str, str] | None  #: what stands around the value in the message, if that says no more
    pointer: str  #: from the item
    dialect: str  #: that the item is read as
    diagnostic: Callable[..., Diagnostic]  #: takes what differs
    told_by: tuple[bytes, bytes]  #: what the fingerprint hangs on, around the item's identity

    def chosen(self, choice: FindingChoice) -> "Spot | None":
        """Return the finding with the severity that *choice* gives it; None if that does not keep it."""
        severity = choice.severity(self.severity, self.code)
        if severity is self.severity:
            return self
        return self._replace(severity=severity) if severity else None


_Spots: TypeAlias = list[tuple[Spot, _Search | None]]


def _spots(pair: "Pair", mask: int, raw: dict[str, Any]) -> _Spots:
    """Return the findings of the bits of *mask* in items of the form of *raw*, in document order."""
    form = form_of(raw)
    key = (pair, mask, form)
    if key not in _known:
        if len(_known) == REMEMBERED:
            _known.clear()
        members = _ordered(form, raw)
        said = sorted(pair.said(mask), key=lambda found: members.get(found.place, _WHOLE))
        _known[key] = [(spot_of(found, pair), _search(found.place, members)) for found in said]
    return _known[key]


_known: dict[tuple["Pair", int, Form], _Spots] = {}
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
    is_plain = isinstance(key, str) and is_plain_key(key)
    return (f'"{key}"', members[keyed][1], in_list) if is_plain else None


@lru_cache(maxsize=REMEMBERED)
def spot_of(found: "Found", pair: "Pair") -> Spot:
    """Return the part of a finding of a *pair* that is always the same."""
    spoken, at = rule(found.rule), pointer(found.place)
    ((severity, _),) = codes([found], pair.target, pair.same)
    start, value, end = spoken.message.partition("{value}")
    diagnostic = partial(
        Diagnostic,
        code=spoken.code,
        name=spoken.name,
        dialect=pair.source.name,
        target=pair.target.name,
        help=spoken.help,
        url=spoken.url,
    )
    return Spot(
        place=found.place,
        facts=found.facts,
        code=spoken.code,
        message=spoken.message,
        severity=severity,
        is_known=spoken.of_document,
        around=(start, end) if value and not re.search("[{}]", start + end) else None,
        pointer=at,
        dialect=pair.source.name,
        diagnostic=diagnostic,
        told_by=(f"{spoken.code}\0".encode(), f"\0{at}".encode()),
    )


def located(pair: "Pair", mask: int, raw: dict[str, Any], text: str) -> list[tuple[Spot, int]]:
    """Return the findings of the bits of *mask* in an item, in document order, with the offset of each.

    No key in the *text* of the item may be spelled with escapes.
    """
    return [(spot, _offset(spot.place, search, text)) for spot, search in _spots(pair, mask, raw)]


def _offset(place: Place, search: _Search | None, text: str) -> int:
    """Return where in the *text* of an item the value at *place* begins.

    *search* finds it, unless keys in the text may be spelled with escapes.
    """
    if not place:
        return 0
    if search is None:
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


class Home(NamedTuple):
    """The place where items stand together."""

    columns: "Columns"
    file: str | None  #: its name for people
    pointer: str | None = None  #: to their list; None where each is a text of its own
    gallery_id: str | None = None


class ItemFindings:
    """The findings in one item, in document order; each is made when somebody looks at it."""

    def __init__(
        self,
        home: Home,
        index: int,
        text: str,
        line: int,
        column: int,
        choice: FindingChoice = ALL_FINDINGS,
    ) -> None:
        """Begin with what was found in the item of this *index*, and *choice* keeps.

        Its *text* begins at *line* and *column* of the file.
        """
        columns = home.columns
        pair = columns.pairs[index]
        assert pair is not None
        self.pair, self.mask = pair, columns.masks[index]
        #: the severities and codes of the findings, in any order
        self.codes = chosen_codes(pair, self.mask, choice)
        self.home, self.index = home, index
        self._text, self._line, self._column = text, line, column
        self._choice = choice

    def sentences(self) -> tuple[str | None, list[tuple[int, int, str, Severity, str]]]:
        """Return the item's title, or else its id, and what there is to say of it.

        That is of each finding the line, the column, the code, the severity and the message.
        """
        raw = self.home.columns.raw(self.index)
        return title_of(raw) or id_of(raw), [
            (line, column, spot.code, spot.severity, _message(spot, value, raw)[1])
            for spot, value, line, column in self._places(raw)
        ]

    @property
    def told(self) -> list[Diagnostic]:
        """The findings."""
        try:
            return [*self._diagnostics()]
        except FORESEEN:
            raise
        except Exception as error:
            found = internal(error)
            return [attrs.evolve(found, file=self.home.file, line=self._line, column=self._column)]

    def _diagnostics(self) -> Iterator[Diagnostic]:
        home, pointed, index = self.home, "", 0
        raw = home.columns.raw(self.index)
        if home.pointer is not None:
            pointed, index = f"{home.pointer}/{self.index}", self.index
        id, title = id_of(raw), title_of(raw)
        identity = (id or content_of(raw)).encode()
        for spot, value, line, column in self._places(raw):
            shown, message = _message(spot, value, raw)
            yield spot.diagnostic(
                severity=spot.severity,
                message=message,
                pointer=pointed + spot.pointer,
                file=home.file,
                line=line,
                column=column,
                gallery_id=home.gallery_id,
                item_id=id,
                item_index=index,
                item_title=title,
                value=shown,
                fingerprint=fingerprint(identity.join(spot.told_by)) if spot.is_known else None,
            )

    def _places(self, raw: dict[str, Any]) -> list[tuple[Spot, Any, int, int]]:
        """Return the findings with the value at the place of each, its line and its column."""
        text, line, column = self._text, self._line, self._column
        escaped = "\\u" in text  # which may spell any key
        found = [
            (
                chosen,
                value_at(raw, spot.place) if spot.place else words_of(raw, self.pair.source.name),
                _offset(spot.place, None if escaped else search, text),
            )
            for spot, search in _spots(self.pair, self.mask, raw)
            if (chosen := spot.chosen(self._choice))
        ]
        if "\n" not in text and "\r" not in text:
            return [(spot, value, line, column + offset) for spot, value, offset in found]
        return [(spot, value, *self._line_column(offset)) for spot, value, offset in found]

    def _line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file of an offset in the text."""
        text = self._text
        if "\r" in text:
            down, column = SourceMap(text).line_column(offset)
            down -= 1
        else:
            down = text.count("\n", 0, offset)
            column = offset - text.rfind("\n", 0, offset)
        return self._line + down, column if down else self._column + offset


def _message(spot: Spot, value: Any, raw: dict[str, Any]) -> tuple[Any, str]:
    """Return the value that is shown, and the message that says it."""
    shown, said = shown_and_said(raw if value is NO_VALUE else value)
    if spot.facts is None and spot.around:
        start, end = spot.around
        return shown, f"{start}{said}{end}"
    return shown, spot.message.format(value=said, **(spot.facts(value) if spot.facts else {}))
