"""The state of a restoration: a source, an edited view, and the findings."""

from collections import Counter, defaultdict
from typing import Any, Final

import attrs

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.guarding import guarding
from gallery_lens.conversion.items import Read
from gallery_lens.conversion.recognition import lacks
from gallery_lens.conversion.run import Converted, Run
from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import DIALECTS, Dialect
from gallery_lens.lens._matching import Part
from gallery_lens.lens._putting import add
from gallery_lens.lens._putting import put as put_item
from gallery_lens.model import Family
from gallery_lens.places import Place, pointer, value_at
from gallery_lens.values import evolve

#: Why the entries of a list get other sort orders, as clauses.
_REASONS: Final = {
    "moved": "the order was edited",
    "full": "there was no room between two neighbours",
    "lacking": "not every one had a sort order",
    "unsorted": "the list as read neither ascends nor descends",
}


@attrs.frozen
class Refusal:
    """An item of the edited view that could not be put back."""

    pointer: str  #: RFC 6901, into the view
    codes: tuple[str, ...]  #: of the errors that kept it from being put back, sorted
    item: Any  #: as given


class RestoreSession:
    """One restoration; what is found on the way is in ``findings``."""

    def __init__(self, run: Run, view: Any, *, replace_all: bool = False) -> None:
        self.run = run
        self.view = view
        self.replace_all = replace_all
        self.target = run.target
        self._source = next(iter(run.dialects), None)
        self.findings = Findings(view)
        self.met: list[Subject] = []  # every item of the view
        self._refused: list[Subject] = []
        self.elsewhere: set[int] = set()  #: identities of the items that stand in another gallery now
        self.edits: Counter[str] = Counter()  #: how many items were added, removed, moved, changed

    def refusals(self) -> list[Refusal]:
        """Return the edits that could not be applied, in the order of the view."""
        codes: defaultdict[Place, set[str]] = defaultdict(set)
        for at, found in self.findings.placed():
            for depth in range(len(at) + 1) if found.severity is Severity.ERROR else ():
                codes[at[:depth]].add(found.code)
        return [
            Refusal(pointer(each.place), tuple(sorted(codes[each.place])), each.raw) for each in self._refused
        ]

    def put(self, part: Part, place: int, source: Dialect) -> dict[str, Any] | None:
        """Return one item of the view in the source's form; None, with reasons, if it is not an item."""
        raw = part.items[place]
        at = part.place if part.single else (*part.place, place)
        subject = self.subject(raw, at, place)
        self.met.append(subject)
        wire = None
        with guarding(subject, self.findings):
            wire = self._put(part, place, subject, source)
        if wire is None:
            self._refused.append(subject)
        return wire

    def _put(self, part: Part, place: int, subject: Subject, source: Dialect) -> dict[str, Any] | None:
        original = part.original(place)
        if not isinstance(subject.raw, dict):
            self.findings.add("not-an-item", subject, facts=lacks("src, type, title, description or link"))
            return None
        if original is None:
            if (earlier := part.copy_of(place)) is not None:
                self.findings.add("duplicate-id", subject, ("slug",), facts={"earlier": earlier + 1})
            said = evolve(subject, raw=part.said[place])
            wire = add(said, self.target, source, self.findings)
            if wire is not None:
                self.findings.add("item-added", subject)
                self.edits["added"] += 1
            return wire
        aimed = evolve(subject, target=(original.dialect or source).name)
        wire = put_item(original, aimed, self.target, self.findings)
        self.edits["changed"] += wire is not None and wire != original.subject.raw
        return wire

    def report_removed(self, original: Read, place: Place) -> None:
        """Report an item of the source that the view does not show any more; *place* is that of its list."""
        subject = evolve(self.subject(original.wire, place, original.subject.index), place=place)
        self.findings.add("item-removed", subject, value=original.wire, apart=pointer(original.subject.place))
        self.edits["removed"] += 1

    def report_rewritten(
        self, place: Place, count: int, total: int, reason: str, things: str = "items"
    ) -> None:
        """Report that *count* of *total* items of the list at *place* got other sort orders."""
        facts = {"count": count, "total": total, "reason": _REASONS[reason], "things": things}
        at = self.subject(value_at(self.view, place), place, None)
        self.findings.add("sort-orders-rewritten", at, value=count, facts=facts, told_by=("", reason))

    def subject(self, raw: Any, place: Place, index: int | None) -> Subject:
        """Describe an item of the view at *place*, or a gallery (then *index* is None), for findings."""
        gallery_id = None
        if self.run.envelope.many and place and isinstance(self.view[place[0]], dict):
            named = self.view[place[0]].get("galleryId")
            gallery_id = named if isinstance(named, str) else None
        elif not self.run.envelope.many and self.run.converted:
            gallery_id = self.run.converted[0].subject.gallery_id
        return Subject(
            raw=raw,
            place=place,
            dialect=self.target.name,
            target=self._source.name if self._source else None,
            gallery_id=gallery_id,
            index=index,
        )

    def dialect_of(self, each: Converted | None) -> Dialect:
        """Return the dialect that new items of a gallery are written in: that of most of its items."""
        reads = self.run.reads if each is None else each.reads
        met = Counter(found.dialect.name for found in reads if found.dialect)
        asked = [self.run.options.source, *(dialect.name for dialect in self.run.dialects), *DIALECTS]
        names = [name for name, _ in met.most_common(1)] + asked
        named = (DIALECTS[name] for name in names if name in DIALECTS)
        return next(dialect for dialect in named if dialect.item.family is not Family.PAGE)
