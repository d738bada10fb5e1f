"""Findings of rules and tables in one document, once each, in document order."""

import operator
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, Protocol

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import NO_VALUE, Diagnostic, Severity
from gallery_lens.dialects import DIALECTS
from gallery_lens.model import Family
from gallery_lens.places import Place, Positions, nearest, pointer
from gallery_lens.rules import rule

#: The rules, as keys have them, that only speak of a value as it is read.
_OF_READING: Final = frozenset(("off-schema ", "value-respelled "))


class Late(Protocol):
    """Something of which was found what it tells later."""

    @property
    def subject(self) -> Subject:
        """The thing that the findings are about."""

    def codes(self) -> list[tuple[Severity, str]]:
        """Return the severities and codes of what it tells."""

    def tell(self, findings: "Findings") -> None:
        """Report it."""

    def found(self) -> "list[Finding]":
        """Return the findings that it tells."""


class Deferred(Protocol):
    """Things that stand together and of which was found what they tell later."""

    place: Place

    def kinds(self) -> Iterable[tuple[list[tuple[Severity, str]], int]]:
        """Yield the severities and codes of what is told of things, and of how many."""

    def late(self) -> "Iterable[tuple[tuple[int, ...], Late]]":
        """Yield those that tell anything, in their order, with the steps that lead there from the place."""

    def stretches(self, told: Collection[Place]) -> Iterable[tuple[tuple[int, ...], range]]:
        """Yield the indexes of things that follow each other, none of which stands at a place of *told*.

        Before each range there are the steps to its first.
        """


class Stretch(NamedTuple):
    """Things of one group that follow each other, and in which nothing was found but what they tell later."""

    group: Deferred
    indexes: range


class Findings:
    """Collects diagnostics about one document, and gives them back in document order."""

    def __init__(self, document: Any, texts: Iterable[Place] = (), numbered: Collection[Place] = ()) -> None:
        """Begin with nothing found.

        Args:
            document: as it was read.
            texts: the places of JSON texts that it holds read.
            numbered: the places of lists that were objects with number keys.
        """
        self._document = document
        self._positions = Positions(document)
        self.texts = sorted(texts, key=len)  #: the places of JSON texts, outer ones first
        self._numbered = numbered
        self._found: dict[tuple[str, Place], Finding] = {}
        self._late: list[Deferred] = []
        self._told: set[Place] = set()  #: the places of those of them that have told it already

    def add(
        self,
        name: str,
        subject: Subject,
        below: Place = (),
        *,
        value: Any = NO_VALUE,
        unread: Any = NO_VALUE,
        severity: Severity | None = None,
        facts: Mapping[str, Any] | None = None,
        told_by: tuple[str, ...] = (),
        apart: str = "",
    ) -> Severity:
        """Report the rule *name* about the value *below* the subject; return how bad it is.

        One rule speaks once about one place, unless the findings are told *apart*. A place that is not
        there becomes the nearest one around it that is: a JSON text, say, if it is inside of that. The
        fingerprint hangs on the subject and the place inside it, unless the finding is *told by* something
        else. An *unread* value is shown instead of what stands there.
        """
        inside, raw = nearest(subject.raw, below)
        place = (*subject.place, *inside)
        key = (f"{name} {apart}", place)
        found = self._found.get(key)
        if found is None:
            there = inside == below or (isinstance(raw, str) and raw.lstrip().startswith(("{", "[")))
            shown = raw if there and below else value if value is not NO_VALUE else raw
            shown = shown if unread is NO_VALUE else unread
            spoken = rule(name)
            usual = spoken.severity_for(family_of(subject))
            found = Finding(spoken, subject, inside, shown, severity or usual, facts or {}, told_by)
            self._found[key] = found
        return found.severity

    def take(self, found: Finding) -> None:
        """Report what was found at a place that is there, unless the rule spoke about it already."""
        self._found.setdefault((f"{found.name} ", found.place), found)

    def tells(self, name: str, subject: Subject, below: Place) -> bool:
        """Return whether the rule *name* reported the value *below* the subject."""
        return (f"{name} ", (*subject.place, *below)) in self._found

    def told_already(self) -> list[tuple[Severity, str]]:
        """Return the severities and codes of all findings that are not deferred."""
        return [(each.severity, each.code) for each in self._found.values()]

    def defer(self, late: Deferred) -> None:
        """Take note of what *late* tells when anybody wants to see it; nothing of it was told before."""
        self._late.append(late)

    def settle(self) -> None:
        """Let all tell what they have deferred."""
        late, self._late = self._late, []
        for group in late:
            for steps, each in group.late():
                if (*group.place, *steps) not in self._told:
                    self._tell(each)
        self._told.clear()

    def tell(self, late: Late, place: Place) -> None:
        """Let *late*, which stands at *place*, report what it has deferred, if it did not yet."""
        if place not in self._told:
            self._told.add(place)
            self._tell(late)

    def _tell(self, late: Late) -> None:
        try:
            late.tell(self)
        except Exception as error:
            from gallery_lens.conversion.guarding import FORESEEN, report_internal

            if isinstance(error, FORESEEN):
                raise
            report_internal(error, late.subject, self)

    def counted(self) -> "Counter[tuple[Severity, str]]":
        """Return how many findings there are of each severity and code; nothing is told for that."""
        if self._told:
            self.settle()
        found: Counter[tuple[Severity, str]] = Counter()
        for each in self._found.values():
            found[each.severity, each.code] += 1
        for group in self._late:
            for codes, count in group.kinds():
                for code in codes:
                    found[code] += count
        return found

    def in_order(self) -> "Iterator[Diagnostic | Stretch]":
        """Yield what was found in document order; what is deferred is not told."""
        self.tell_shared()
        found: list[tuple[tuple[int, ...], int, Any]] = [
            (*self._order(key)[:2], key) for key in sorted(self._found, key=self._order)
        ]
        for group in self._late:
            depth, at = len(group.place), self._positions.of(group.place)
            told = {place[depth:] for _, place in self._found if place[:depth] == group.place}
            for steps, indexes in group.stretches(told):
                found.append(((*at, *steps), -1, Stretch(group, indexes)))
        for _, _, each in sorted(found, key=operator.itemgetter(0, 1)):
            yield each if isinstance(each, Stretch) else self._diagnostic(each)

    def entries(self) -> "Iterator[tuple[str, Place] | Late]":
        """Yield the keys of findings in document order, and what is deferred where its items stand."""
        from heapq import merge

        self.tell_shared()
        found = [(*self._order(key)[:2], key) for key in sorted(self._found, key=self._order)]
        streams = [iter(found), *map(self._not_told, self._late)]
        for _, _, each in merge(*streams, key=operator.itemgetter(0, 1)):
            yield each

    def deferred(self) -> "list[tuple[Deferred, frozenset[Place]]]":
        """Return the groups that have deferred what they tell, and where it was told meanwhile.

        Those in which anything else was found tell it now.
        """
        self.tell_shared()
        told = frozenset(self._told)
        return [(group, told) for group in self._late]

    def has_told(self, group: Deferred, place: Place) -> bool:
        """Return whether what stands at *place*, in a *group*, has told what it had deferred."""
        return place in self._told or group not in self._late

    def _not_told(self, group: Deferred) -> "Iterator[tuple[tuple[int, ...], int, Any]]":
        at = self._positions.of(group.place)
        for steps, each in group.late():
            if (*group.place, *steps) not in self._told:
                yield (*at, *steps), -1, each

    def tell_shared(self) -> None:
        """Let those tell what they have deferred of whose items anything else was found."""
        around = {place[:end] for _, place in self._found for end in range(len(place) + 1)}
        for group in self._late:
            depth = len(group.place)
            if any(len(place) >= depth and place[:depth] == group.place for place in around):
                for steps, each in group.late():
                    if (place := (*group.place, *steps)) in around:
                        self.tell(each, place)

    def found(self, key: tuple[str, Place]) -> Finding:
        """Return the finding of that key."""
        return self._found[key]

    def of(self, late: "Late") -> tuple[Diagnostic, ...]:
        """Return the findings of *late*, without reporting them."""
        apart = Findings(self._document, self.texts, self._numbered)
        apart._positions = self._positions
        late.tell(apart)
        return apart.sorted()

    def errors(self) -> list[tuple[Place, Finding]]:
        """Return the errors with their places; what is deferred is none."""
        found = ((place, each) for (_, place), each in self._found.items())
        return [(place, each) for place, each in found if each.severity is Severity.ERROR]

    def pointer(self, place: Place) -> str:
        """Return the pointer to *place* in the document as given; inside a JSON text it ends at the text."""
        return pointer(self.visible(place))

    def visible(self, place: Place) -> Place:
        """Return *place* as it was given, or that of the JSON text which it lies inside of."""
        around = (text for text in self.texts if place[: len(text)] == text)
        visible = next(around, place) if self.texts else place
        if not self._numbered:
            return visible
        steps = enumerate(visible)
        return tuple(str(step) if visible[:depth] in self._numbered else step for depth, step in steps)

    def adopt(self, other: "Findings", known: "Findings") -> None:
        """Take over what *other* found, except for what *known* says of the same place and value."""
        other.settle()
        known.settle()
        for key, found in other._found.items():
            twin = known._found.get(key)
            if twin is None or twin.message != found.message:
                self._found.setdefault(key, found)

    def placed(self) -> Iterator[tuple[Place, Finding]]:
        """Yield every finding with its place in the document, in the order in which they were found."""
        self.settle()
        yield from self.told

    @property
    def told(self) -> Iterator[tuple[Place, Finding]]:
        """The findings that are not deferred, as from ``placed``."""
        return ((place, found) for (_, place), found in self._found.items())

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all diagnostics in document order."""
        self.settle()
        return tuple(self._diagnostic(key) for key in sorted(self._found, key=self._order))

    def _order(self, key: tuple[str, Place]) -> tuple[tuple[int, ...], int, bool]:
        """Return the sort key of a finding; of those at one value, what came of reading it is first."""
        name, place = key
        return self._positions.of(place), len(place), name not in _OF_READING

    def _diagnostic(self, key: tuple[str, Place]) -> Diagnostic:
        try:
            return self._found[key].diagnostic(self.pointer(key[1]))
        except Exception as error:
            from gallery_lens.conversion.guarding import FORESEEN, internal

            if isinstance(error, FORESEEN):
                raise
            return internal(error, self.pointer(key[1]))


def family_of(subject: Subject) -> Family:
    """Return the family that *subject* is converted to: without a target, that of the default."""
    return DIALECTS[subject.target].item.family if subject.target else Family.PAGE
