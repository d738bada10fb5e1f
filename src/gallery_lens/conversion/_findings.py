"""Findings of rules and tables in one document, once each, in document order."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

from gallery_lens.conversion._finding import Finding
from gallery_lens.conversion._subject import Subject
from gallery_lens.diagnostics import NO_VALUE, Diagnostic, Place, Severity, pointer, position
from gallery_lens.dialects import DIALECTS
from gallery_lens.model import Family
from gallery_lens.rules import rule

_MISSING: Final = object()


class Late(Protocol):
    """Something of which was found what it tells later."""

    subject: Subject

    @property
    def kind(self) -> Hashable:
        """The same for those that tell the same."""

    def codes(self) -> list[tuple[Severity, str]]:
        """Return the severities and codes of what it tells."""

    def tell(self, findings: "Findings") -> None:
        """Report it."""


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
        self.texts = sorted(texts, key=len)  #: the places of JSON texts, outer ones first
        self._numbered = numbered
        self._found: dict[tuple[str, Place], Finding] = {}
        self._late: list[Late] = []

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
        inside, raw = _nearest(subject.raw, below)
        place = (*subject.place, *inside)
        key = (f"{name} {apart}", place)
        found = self._found.get(key)
        if found is None:
            there = inside == below or _holds_json(raw)
            shown = raw if there and below else value if value is not NO_VALUE else raw
            shown = shown if unread is NO_VALUE else unread
            spoken = rule(name)
            usual = spoken.severity_for(_family(subject))
            found = Finding(spoken, subject, inside, shown, severity or usual, facts or {}, told_by)
            self._found[key] = found
        return found.severity

    def tells(self, name: str, subject: Subject, below: Place) -> bool:
        """Return whether the rule *name* reported the value *below* the subject."""
        return (f"{name} ", (*subject.place, *below)) in self._found

    def defer(self, late: "Late") -> None:
        """Take note of what *late* tells when anybody wants to see it; no other finding is about its item."""
        self._late.append(late)

    def settle(self) -> None:
        """Let all tell what they have deferred."""
        late, self._late = self._late, []
        for each in late:
            try:
                each.tell(self)
            except Exception as error:
                from gallery_lens.conversion._guarding import FORESEEN, report_internal

                if isinstance(error, FORESEEN):
                    raise
                report_internal(error, each.subject, self)

    def counted(self) -> "Counter[tuple[Severity, str]]":
        """Return how many findings there are of each severity and code; nothing is told for that."""
        found = Counter((each.severity, each.code) for each in self._found.values())
        kinds = Counter(each.kind for each in self._late)
        for kind, late in {each.kind: each for each in self._late}.items():
            for code in late.codes():
                found[code] += kinds[kind]
        return found

    def in_order(self) -> "Iterator[Diagnostic | Late]":
        """Yield what was found in document order; what is deferred is not told, an item at a time."""
        self._tell_of_shared()
        keys = [(position(self._document, key[1]), len(key[1]), key) for key in self._found]
        late = [(position(self._document, each.subject.place), -1, each) for each in self._late]
        found: list[tuple[tuple[int, ...], int, Any]] = [*keys, *late]
        for _, depth, each in sorted(found, key=lambda each: (each[0], each[1])):
            yield each if depth < 0 else self._diagnostic(each)

    def _tell_of_shared(self) -> None:
        """Let those tell what they have deferred of whose items anything else was found."""
        late = {each.subject.place: each for each in self._late}
        for _, place in [*self._found]:
            for end in range(len(place) + 1):
                if (shared := late.pop(place[:end], None)) is not None:
                    shared.tell(self)
        self._late = [*late.values()]

    def of(self, late: "Late") -> tuple[Diagnostic, ...]:
        """Return the findings of *late*, without reporting them."""
        apart = Findings(self._document, self.texts)
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
        return self._as_given(visible) if self._numbered else visible

    def _as_given(self, place: Place) -> Place:
        steps = (str(step) if place[:depth] in self._numbered else step for depth, step in enumerate(place))
        return tuple(steps)

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
        for (_, place), found in self._found.items():
            yield place, found

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all diagnostics in document order."""
        self.settle()
        keys = sorted(self._found, key=lambda key: (position(self._document, key[1]), len(key[1])))
        return tuple(self._diagnostic(key) for key in keys)

    def _diagnostic(self, key: tuple[str, Place]) -> Diagnostic:
        try:
            return self._found[key].diagnostic(self.pointer(key[1]))
        except Exception as error:
            from gallery_lens.conversion._guarding import FORESEEN, internal

            if isinstance(error, FORESEEN):
                raise
            return internal(error, self.pointer(key[1]))


def _family(subject: Subject) -> Family:
    """Return the family that *subject* is converted to: without a target, that of the default."""
    return DIALECTS[subject.target].item.family if subject.target else Family.PAGE


def _nearest(raw: Any, place: Place) -> tuple[Place, Any]:
    value = raw
    for depth, step in enumerate(place):
        inner = _inside(value, step)
        if inner is _MISSING:
            return place[:depth], value
        value = inner
    return place, value


def _holds_json(raw: Any) -> bool:
    return isinstance(raw, str) and raw.lstrip().startswith(("{", "["))


def _inside(value: Any, step: Any) -> Any:
    if isinstance(value, dict):
        return value.get(step, _MISSING)
    there = isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
    return value[step] if there else _MISSING
