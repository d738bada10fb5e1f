"""The bits that a compiled conversion found in an item, as findings."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.findings import Findings, family_of
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import NO_VALUE, Severity
from gallery_lens.dialects import DIALECTS, Dialect
from gallery_lens.places import value_at
from gallery_lens.rules import rule
from gallery_lens.rules.base import Rule

if TYPE_CHECKING:
    from gallery_lens.compiled import Found, Pair


def codes(said: Iterable["Found"], target: Dialect, same: bool) -> list[tuple[Severity, str]]:
    """Return the severities and codes of what ``tell`` would report."""
    family = target.item.family
    return [
        (
            found.severity or _severity(rule(found.rule), same) or rule(found.rule).severity_for(family),
            rule(found.rule).code,
        )
        for found in said
    ]


@lru_cache(maxsize=4096)
def known_codes(pair: "Pair", mask: int) -> list[tuple[Severity, str]]:
    """Return the severities and codes of what the bits of *mask* are."""
    return codes(pair.said(mask), pair.target, pair.same)


def loses(code: str, same: bool) -> bool:
    """Return whether what a finding speaks of is missing; in the *same* dialect refused values stay."""
    return rule(code).loses and not (same and rule(code).stays)


def _severity(spoken: Rule, same: bool) -> Severity | None:
    """Return how bad a finding is where nothing has to be understood; None for what is usual."""
    return Severity.WARNING if same and spoken.severity is Severity.ERROR else None


def findings_of(said: Iterable["Found"], subject: Subject, same: bool) -> Iterator[Finding]:
    """Yield what was *said* of a subject; nothing is an error where it goes *same* as it came."""
    for found in said:
        spoken, raw = rule(found.rule), subject.raw
        value = value_at(raw, found.place) if found.place else words_of(raw, str(subject.dialect))
        facts = found.facts(value) if found.facts else {}
        shown = raw if value is NO_VALUE else value
        severity = found.severity or _severity(spoken, same) or spoken.severity_for(family_of(subject))
        yield Finding(spoken, subject, found.place, shown, severity, facts, ())


def tell(said: Iterable["Found"], subject: Subject, findings: Findings, same: bool) -> None:
    """Report what was *said* of a subject."""
    for found in findings_of(said, subject, same):
        findings.take(found)


def words_of(raw: Any, dialect: str) -> Any:
    """Return the excerpt of a text of *dialect* that is dropped as a whole: its HTML if it has any."""
    known = DIALECTS[dialect]
    row = known.item.by_field.get("text.html")
    if row is None:
        return NO_VALUE
    html = value_at(raw, row.steps)
    if not html and known.aliases and known.settle and (settled := known.settle(raw)):
        html = value_at(settled.wire, row.steps)
    return html or NO_VALUE
