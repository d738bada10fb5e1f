"""Items with values that their dialect refuses: each is mended or taken out, and the rest is as usual.

What is done to a value is the interpreter's affair (``dialects._tolerance``): its codec is asked for the one
value that the type refuses, not for the whole item. What is said of such a value is a bit like any other,
made when it is first met.
"""

import functools
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs
import msgspec
from msgspec import UNSET

from gallery_lens.compiled._undeclared import Undeclared
from gallery_lens.compiled.bits import SAYINGS, Bits, Found, always
from gallery_lens.compiled.columns import Format
from gallery_lens.compiled.plain import is_plain
from gallery_lens.compiled.shapes import Shape
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects.dialect import Dialect
from gallery_lens.dialects.normalizing import moved_to
from gallery_lens.dialects.rows import Refused
from gallery_lens.dialects.structuring import refusals_in
from gallery_lens.dialects.tolerance import (
    Fault,
    Gone,
    NormalizerState,
    explains,
    is_hollow,
    is_no_link,
    severity_of,
    spoils,
)
from gallery_lens.model import Item, kind_of
from gallery_lens.places import Place, value_at
from gallery_lens.rules import rule

#: How many values of one item are mended.
_MOST: Final = 16
#: Where msgspec met what it refuses, and the steps on the way there.
_WAY: Final = re.compile(r" - at `\$(.*)`$", re.DOTALL)
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*?)`(?: - at `\$(.*)`)?", re.DOTALL)
_STEPS: Final = re.compile(r"\.([^.\[\]]+)|\[([0-9]+)\]")
#: How its sentence begins about a key that nobody declares.
UNKNOWN: Final = "Object contains unknown field"
#: How it begins about a text that is none of those allowed.
_NO_CHOICE: Final = "Invalid enum value"


def other_date(key: str) -> str:
    """Return a sentence, as msgspec words it, that refuses the date under a *key* for its format."""
    return f"A date of another format - at `$.{key}`"


@attrs.frozen(eq=False)
class Mended:
    """The changes made to an item before it was read."""

    wire: dict[str, Any]  #: the item as it was read
    faults: int  #: the bits of what is said of that
    moves: Mapping[Place, Place]  #: where values stood, by where they stand now
    gone: Gone  #: what was taken out


class Mender:
    """Mends items that one *shape* refuses."""

    def __init__(
        self, source: Dialect, target: Dialect, shape: Shape, told: "Told", undeclared: "Undeclared"
    ) -> None:
        self.source, self.target, self._shape = source, target, shape
        self._told, self._undeclared = told, undeclared
        #: why items were refused that nothing could be made of
        self._hopeless: set[str] = set()
        names = [key.attribute for key in shape.keys]
        self._values = operator.attrgetter(*names)
        #: whether the branches of items hold their media
        self._holds_media = _path(source, "image.picture").startswith(_path(source, "image") + ".")
        rows = source.item.by_field
        #: the keys of objects of which it depends on what they hold what is made of them
        self._varied = [
            rows[row.field].wire for row in target.item.nested if row.codec.kind and row.field in rows
        ]
        #: the type of what was mended: the shape's own, and what was done
        self.type = msgspec.defstruct("Mended", [("done", Any, None)], bases=(shape.type,), gc=False)

    def _word(self, item: Any) -> Any:
        """Return the type of an item."""
        row = self.source.item.by_field["type"]
        word = item
        for step in row.steps:
            word = getattr(word, step) if word else UNSET
        if word:
            return row.codec.structure(word)
        untyped = self.source.untyped
        return untyped.tell(*(getattr(item, key) for key in untyped.keys)) if untyped else word

    def is_hopeless(self, sentence: str) -> bool:
        """Return whether nothing was made of an item before that was refused with *sentence*."""
        return sentence in self._hopeless

    def mend(self, wire: Any, dates: Mapping[str, Format], sentence: str) -> Any:
        """Return the item *wire*, refused with *sentence*, as the shape's type; None if it is left.

        Those of *dates* that do not have their format are refused as well.
        """
        if not isinstance(wire, dict) or self._is_respelled(wire) or self._is_varied(wire):
            return None
        work = NormalizerState(self.source.item, wire, self.source.kind(wire))
        try:
            work.prepare()
            opened = bool(work.faults) and not self._holds_media  # which may be right as it is
            dropped: list[tuple[Place, Any]] = []
            item = self._read(work, dates, dropped, sentence if work.wire is wire else "")
        except (ValueError, RecursionError):
            return None
        if item is None or opened or work.beside or work.fixed_kind or self._is_respelled(work.wire):
            if self._has_lost_type(work) and sentence.startswith(_NO_CHOICE):
                self._give_up(sentence)
            return None
        faults = self._faults(work, item)
        said = [self._undeclared.said(place, value, self._word(item)) for place, value in dropped]
        if faults is None or None in said:
            if any(rule(fault.rule).spoils for fault in work.faults):
                self._give_up(sentence)
            return None
        faults |= functools.reduce(operator.or_, said, 0)
        gone = frozenset((fault.place[-1], fault.place[:-1]) for fault in work.faults if fault.gone)
        return self.type(*self._values(item), done=Mended(work.wire, faults, work.moves, gone))

    def _give_up(self, sentence: str) -> None:
        if len(self._hopeless) < SAYINGS:
            self._hopeless.add(sentence)

    def _is_respelled(self, wire: dict[str, Any]) -> bool:
        settled = None if self.source.settle is None else self.source.settle(wire)
        return settled is not None and bool(settled.moves or settled.respelled or settled.wire is not wire)

    def _is_varied(self, wire: dict[str, Any]) -> bool:
        """Return whether the item *wire* holds what is made, or left out, depending on all of it."""
        return any(wire.get(name) for name in self._varied) or not is_plain(self._link(wire))

    def _is_unlinked(self, wire: dict[str, Any]) -> bool:
        """Return whether what is left of a link says that there is none, as it did not before."""
        link = self._link(wire)
        return isinstance(link, dict) and is_no_link(link)

    def _has_lost_type(self, work: NormalizerState) -> bool:
        """Return whether the type that an item names was taken out, so that it is missing now."""
        steps = self.source.item.by_field["type"].steps
        return value_at(work.wire, steps, UNSET) is UNSET is not value_at(work.given, steps, UNSET)

    def _link(self, wire: dict[str, Any]) -> Any:
        row = self.source.item.by_field.get("link")
        return value_at(wire, row.steps) if row is not None else None

    def _read(
        self,
        work: NormalizerState,
        dates: Mapping[str, Format],
        dropped: list[tuple[Place, Any]],
        refused: str,
    ) -> Any:
        """Mend one value after the other; return what can be read in the end.

        What stood under keys that nobody declares is *dropped*. The object is known to be *refused* with a
        sentence, unless that is empty.
        """
        for _ in range(_MOST):
            item, sentence = (None, refused) if refused else self._converted(work.wire, dates)
            refused = ""
            if not sentence:
                return None if self._is_unlinked(work.wire) or self._has_lost_type(work) else item
            if sentence.startswith(UNKNOWN):
                if (found := self._take_out(work, sentence)) is None:
                    return None
                dropped.append(found)
            else:
                refusals = self._refusals(work, _place(sentence))
                if not refusals:
                    return None
                work.mend(refusals)
        return None

    def _converted(self, wire: dict[str, Any], dates: Mapping[str, Format]) -> tuple[Any, str]:
        """Return *wire* as the shape's type, and in what sentence it is refused."""
        try:
            item = msgspec.convert(wire, self._shape.type)
        except msgspec.ValidationError as error:
            return None, str(error)
        wrong = (name for name, form in dates.items() if not form.fits(getattr(item, name)))
        return item, next(map(other_date, wrong), "")

    def _take_out(self, work: NormalizerState, sentence: str) -> tuple[Place, Any] | None:
        """Take out the key that the *sentence* is about; return where it stood, with its value."""
        found = _UNKNOWN.fullmatch(sentence)
        name, way = (found[1], _steps(found[2])) if found else ("", ())
        if not all(isinstance(step, str) for step in way) or name not in (held := value_at(work.wire, way)):
            return None  # in an element of a list, or a name that the sentence does not show as it is
        if not self._undeclared.is_dropped(tuple(map(str, way)), name, held[name]):
            return None
        changed = _without(work.wire, (*way, name))
        if is_hollow(value_at(changed, way)):
            return None  # then the key alone is what the object holds
        work.wire = changed
        return moved_to((*way, name), work.moves), held[name]

    def _refusals(self, work: NormalizerState, place: Place) -> Sequence[Refused]:
        """Return the refusals of the interpreter for the value at *place* alone."""
        keys = _around_list(place)
        held: Any = work.wire
        for key in keys:
            if not isinstance(held, dict) or key not in held:
                return ()
            held = held[key]
        for key in reversed(keys):
            held = {key: held}
        return refusals_in(self.source.item, held, self.source.kind_of_wire(work.wire))

    def _faults(self, work: NormalizerState, item: Any) -> int | None:
        """Return the bits of what is said; None if that costs the item, or cannot be said with bits."""
        mask = 0
        places = {fault.place for fault in work.faults}
        if len(places) < len(work.faults):
            return None
        word = self._word(item)
        for fault in work.faults:
            # Something is said of numbers beside it that JSON cannot hold, even if nobody reads their list.
            beside = value_at(work.given, _around_list(fault.place))
            if not is_plain(beside) or value_at(work.given, fault.place) is not fault.value or spoils(fault):
                return None
            bit = self._told.bit(fault, word, self)
            if bit is None:
                return None
            mask |= bit
        return mask


def _around_list(place: Place) -> Place:
    """Return the place of the outermost list around *place*; that itself if there is none."""
    return next((place[:end] for end, step in enumerate(place) if isinstance(step, int)), place)


def _path(source: Dialect, field: str) -> str:
    """Return the path on the wire of a *field*, or of what holds it."""
    return ".".join(map(str, source.item.place(field)))


class Told:
    """The bits of what is said of mended values, which stay when a pair is compiled again."""

    def __init__(self, bits: Bits) -> None:
        self._bits = bits
        self._known: dict[Any, int] = {}
        self._moved: dict[Any, int] = {}

    def bit(self, fault: Fault, word: Any, of: Mender) -> int | None:
        """Return the bit of *fault* in an item whose type is *word*."""
        facts = _facts(fault)
        known = None if facts else tuple(fault.facts.items())
        key = (fault.rule, fault.place, fault.gone, word, fault.row, known)
        if key not in self._known:
            if len(self._known) == SAYINGS:
                return None
            severity = _severity(fault, word, of)
            found = Found(fault.rule, fault.place, facts or always(fault.facts), severity, order=-1)
            self._known[key] = self._bits.more(found)
        return self._known[key]

    def say(self, rule: str, place: Place, facts: Mapping[str, Any], order: int) -> int | None:
        """Return the bit of what *rule* says at *place*, always with the same *facts*."""
        key = (rule, place, tuple(facts.items()))
        if key not in self._known:
            if len(self._known) == SAYINGS:
                return None
            self._known[key] = self._bits.more(Found(rule, place, always(facts), order=order))
        return self._known[key]

    def found(self, mask: int, done: Mended) -> int:
        """Return the bits of what is found in an item as it was given, *mask* in what it was read as."""
        if not (done.moves or done.gone):
            return mask | done.faults
        key = (mask, tuple(done.moves.items()), done.gone)
        if key not in self._moved:
            if len(self._moved) > SAYINGS:
                self._moved.clear()
            self._moved[key] = self._find(mask, done)
        return self._moved[key] | done.faults

    def _find(self, mask: int, done: Mended) -> int:
        found = 0
        for index, each in enumerate(self._bits.found):
            if not mask >> index & 1:
                continue
            place = moved_to(each.place, done.moves)
            if each.rule and explains(each.rule, place, done.gone):
                continue
            found |= 1 << index if place == each.place else self._bits.moved(index, place)
        return found


def _facts(fault: Fault) -> Callable[[Any], Mapping[str, Any]] | None:
    """Return a function from a value to its facts; None if they do not depend on the value."""
    row = fault.row
    if row is None:
        return None
    if not fault.gone:
        return lambda value: row.codec.mend(value).facts  # type: ignore[union-attr]
    tell = row.codec.tell
    return None if tell is None else lambda value: tell(value)[1]


def _severity(fault: Fault, word: Any, of: Mender) -> Severity | None:
    item = Item(type=word, origin=of.source.origin)
    to = of.target.item.unstructuring(item, of.target.name)
    return severity_of(fault, kind_of(item), of.source.item, of.target.item, to)


def _place(sentence: str) -> Place:
    found = _WAY.search(sentence)
    return _steps(found[1]) if found else ()


def _steps(way: str | None) -> Place:
    return tuple(key or int(index) for key, index in _STEPS.findall(way or ""))


def _without(wire: dict[str, Any], place: Place) -> dict[str, Any]:
    step, *rest = place
    if rest:
        return {**wire, str(step): _without(wire[str(step)], tuple(rest))}
    return {key: value for key, value in wire.items() if key != step}
