"""From findings to fixes."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.fixes._changes import Change, Fix
from gallery_lens.fixes._context import FixContext, context
from gallery_lens.fixes._remedies import REMEDIES
from gallery_lens.fixes._sorting import SETTLED, Remedy, sort_remedies
from gallery_lens.places import Positions
from gallery_lens.words import SourceName

#: The rules of which something can be settled, by name.
FIXABLE: Final = frozenset((*REMEDIES, *SETTLED))


def propose(
    document: Any, findings: Iterable[Diagnostic], *, source: SourceName = "auto", at: str | None = None
) -> tuple[Fix, ...]:
    """Return the known fixes of *findings*, in document order.

    Each fix can be made alone, and so can any of them whose edits do not touch. Inside JSON text that
    the document holds as text nothing is fixed.

    Args:
        document: as it was linted.
        findings: what was found in it; those of rules without a fix are skipped.
        source: the dialect that it was read as, or ``auto``.
        at: what was looked at of it, as for ``lint``.
    """
    wanted = [found for found in findings if found.name in FIXABLE]
    seen = context(document, wanted, source, at) if wanted else FixContext((), ())
    remedies: dict[tuple[Change, ...], list[Remedy]] = {}
    positions = Positions(document)
    for remedy in sorted(_remedies(seen), key=lambda each: positions.of(each.found[0].place)):
        remedies.setdefault(remedy.changes, []).append(remedy)
    return tuple(_fix(alike) for changes, alike in remedies.items() if changes)


def _remedies(seen: FixContext) -> Iterator[Remedy]:
    together = [remedy for holders in seen.lists for remedy in sort_remedies(holders, seen.found)]
    settled = {found for remedy in together for found in remedy.found}
    yield from together
    for found in seen.found:
        name = found.finding.name
        if found not in settled and name in REMEDIES and (remedy := REMEDIES[name](found)):
            yield remedy


def _fix(alike: list[Remedy]) -> Fix:
    """Make one fix of remedies that change the same."""
    findings = [each.finding for remedy in alike for each in remedy.found]
    return Fix(
        codes=tuple(sorted({each.code for each in findings})),
        fingerprints=tuple(each.fingerprint for each in findings if each.fingerprint),
        title=alike[0].title,
        safe=alike[0].safe,
        pointer=findings[0].pointer,
        changes=alike[0].changes,
    )
