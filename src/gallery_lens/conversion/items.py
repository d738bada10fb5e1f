"""One item: read, looked at by rules, written; or refused, with reasons."""

from functools import cache
from typing import Any, Final

import attrs

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.dialects import Dialect
from gallery_lens.dialects.dialect import aim_of, rules_of
from gallery_lens.dialects.rows import RefusedItem
from gallery_lens.dialects.table import Table
from gallery_lens.dialects.tolerance import Gone, TolerantReading, explains, severity_of
from gallery_lens.errors import WriteError
from gallery_lens.model import UNSET, Gallery, Item, kind_of
from gallery_lens.places import Place, not_finite, without_not_finite
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, GalleryCheck, ItemCheck, Violation


@attrs.define(kw_only=True, eq=False, repr=False)
class Read:
    """One item on its way: what was given, what was read, whether it goes on."""

    subject: Subject
    dialect: Dialect | None
    model: Item | None
    left: Item | None = None  #: what was left out on purpose, which is not a fault
    wire: dict[str, Any] | None = None  #: what was written
    #: the last keys of the places of values that were taken out, with where those stood
    gone: Gone = frozenset()

    def explains(self, name: str, place: Place) -> bool:
        """Return whether what the rule *name* finds at *place* only follows from a value taken out."""
        return explains(name, place, self.gone)

    def place_of(self, field: str, value: Any) -> Place:
        """Return the place of a *field* that rules compare; it holds *value*, a rule says."""
        item = self.model or self.left or Item()
        return () if self.dialect is None else self.dialect.place(item, field)

    @property
    def given(self) -> Any:
        """The item as it was given."""
        return self.subject.raw

    @property
    def refused(self) -> bool:
        """True if it is not converted, and that is a fault."""
        return self.model is None and self.left is None

    @property
    def passed(self) -> bool:
        """True if it is to be written."""
        return self.model is not None


def read(subject: Subject, dialect: Dialect, target: Dialect, findings: Findings) -> Read:
    """Read an item as far as it can be; report what cannot."""
    try:
        reading = dialect.read(as_object(subject.raw, dialect))
    except RefusedItem as refused:
        for each in refused.refusals:
            facts = {"expected": each.expected}
            findings.add("off-schema", subject, each.place, facts=facts, severity=Severity.ERROR)
        return Read(subject=subject, dialect=dialect, model=None)
    tell(subject, reading, dialect.item, target, findings)
    places = [fault.place for fault in reading.faults if fault.gone and fault.place]
    gone = frozenset((place[-1], place[:-1]) for place in places)
    return Read(subject=subject, dialect=dialect, model=reading.root, gone=gone)


def as_object(raw: Any, dialect: Dialect) -> Any:
    """Return an item as given, the address of a medium as an item that shows it."""
    if not isinstance(raw, str):
        return raw
    kind = dialect.kind({"src": raw})
    return ({"type": kind.lower()} if kind else {}) | {"src": raw}


def tell(
    subject: Subject, reading: TolerantReading, source: Table, target: Dialect, findings: Findings
) -> None:
    """Report what was not read as it stands: what an item is lost for, what is missed, the rest."""
    root = reading.root
    table = target.gallery if isinstance(root, Gallery) else target.item
    kind = kind_of(root) if isinstance(root, Item) else None
    to = None if root is None or not reading.faults else table.unstructuring(root, target.name)
    for fault in reading.faults:
        is_fatal = fault in reading.fatal
        severity = Severity.ERROR if is_fatal else severity_of(fault, kind, source, table, to)
        findings.add(
            fault.rule, subject, fault.place, value=fault.value, facts=fault.facts, severity=severity
        )


_HOVER_PICTURE: Final = "secondary_media.image.picture"


def examine(found: Read, target: Dialect, text_items: str, findings: Findings) -> None:
    """Let the rules look at an item that was read; take it out where one of them says error."""
    if found.model is None or found.dialect is None:
        return
    aim = aim_of(found.dialect, target)
    for place in not_finite(found.subject.raw):
        findings.add("non-finite-number", found.subject, place)
    if aim is not Aim.SAME and (
        dropped_by := (target.drops(kind_of(found.model)) or target.leaves_out(found.model))
    ):
        severity = Severity.ERROR if text_items == "error" else None
        html = (found.model.text.html or None) if found.model.text else None
        findings.add(dropped_by, found.subject, severity=severity, value=html or NO_VALUE)
        for name, spot in _spots(found, target, aim):
            if rule(name).of_dropped:
                report(name, spot, found, aim, findings)
        found.left = found.model if severity is None else None
        found.model = None
        return
    spots = _spots(found, target, aim)
    if Severity.ERROR in [report(name, spot, found, aim, findings) for name, spot in spots]:
        found.model = None
    elif aim in (Aim.BACKEND, Aim.COMPONENT) and any(map(_costs_hover_picture, spots)):
        found.model = _without_hover_picture(found.model)


def _costs_hover_picture(named: tuple[str, Violation]) -> bool:
    """Return whether a rule found that the picture under the pointer cannot be shown."""
    name, spot = named
    is_error = (spot.severity or rule(name).severity) is Severity.ERROR
    return is_error and spot.field.startswith(_HOVER_PICTURE)


def _without_hover_picture(item: Item) -> Item:
    assert item.secondary_media
    assert item.secondary_media.image
    image = attrs.evolve(item.secondary_media.image, picture=UNSET)
    return attrs.evolve(item, secondary_media=attrs.evolve(item.secondary_media, image=image))


def _spots(found: Read, target: Dialect, aim: Aim) -> list[tuple[str, Violation]]:
    assert found.model is not None
    assert found.dialect is not None
    checks = item_checks(found.dialect, target)
    return [(name, spot) for name, check in checks for spot in check(found.model, aim)]


def report(name: str, spot: Violation, found: Read, aim: Aim, findings: Findings) -> Severity:
    """Report what a rule found in an item; where nothing has to be understood no finding is an error."""
    assert found.model is not None
    assert found.dialect is not None
    severity = spot.severity or rule(name).severity
    if aim is Aim.SAME and severity is Severity.ERROR:
        severity = Severity.WARNING
    if severity is Severity.ERROR and spot.field.startswith("secondary_media"):
        # The item can be shown without what appears while the pointer rests on it.
        severity = Severity.INFO if aim is Aim.PAGE else Severity.WARNING
    place = found.dialect.place(found.model, spot.field, spot.below)
    if found.explains(name, place):
        return Severity.INFO  # it is said already
    value = NO_VALUE if spot.value is UNSET else spot.value
    return findings.add(name, found.subject, place, value=value, severity=severity, facts=spot.facts)


def write(found: Read, target: Dialect, placed: bool, findings: Findings) -> None:
    """Write an item in the target's form, and report what it does not carry, or that it has no form.

    If it is *placed*, the list it stands in shows what its sort order says.
    """
    assert found.model is not None
    assert found.dialect is not None
    try:
        wire = target.unstructure(found.model)
    except WriteError as error:
        place = found.dialect.place(found.model, error.field)
        findings.add("malformed-uri", found.subject, place, facts={"problem": error.problem})
        found.model = None
        return
    for lost in target.lost(found.model, placed=placed):
        place = found.dialect.place(found.model, lost.field, lost.below)
        if found.explains(lost.rule, place):
            continue
        if any(findings.tells(name, found.subject, place) for name in rule(lost.rule).said_by):
            continue
        findings.add(lost.rule, found.subject, place, value=lost.value)
    if found.dialect is not target and (keys := target.undocumented(wire)):
        findings.add("undocumented-form", found.subject, facts={"fields": ", ".join(keys)})
    if any(True for _ in not_finite(wire)):
        wire = without_not_finite(wire)
    found.wire = in_order(found.subject.raw, wire) if found.dialect is target else wire


def in_order(given: Any, wire: Any, *, deep: bool = True) -> Any:
    """Return *wire* with its keys, those of all objects inside too, in the order in which they were given."""
    if isinstance(given, dict) and isinstance(wire, dict):
        first = {key: in_order(given[key], wire[key]) if deep else wire[key] for key in given if key in wire}
        return first | {key: value for key, value in wire.items() if key not in given}
    if isinstance(given, list) and isinstance(wire, list) and len(given) == len(wire):
        return [in_order(one, other) for one, other in zip(given, wire, strict=True)]
    return wire


@cache
def item_checks(source: Dialect, target: Dialect) -> tuple[tuple[str, ItemCheck], ...]:
    """The rules that look at one item of this conversion, in the order of the codes."""
    named = ((name, rule(name).check) for name in rules_of(source, target))
    return tuple((name, check) for name, check in named if check is not None)


@cache
def gallery_checks(source: Dialect, target: Dialect) -> tuple[tuple[str, GalleryCheck], ...]:
    """The rules that look at a whole gallery of this conversion, in the order of the codes."""
    named = ((name, rule(name).check_gallery) for name in rules_of(source, target))
    return tuple((name, check) for name, check in named if check is not None)
