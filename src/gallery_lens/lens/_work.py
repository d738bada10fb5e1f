"""What a restoration works with: a source, an edited view, and what is found on the way."""

from collections import Counter, defaultdict
from typing import Any

import attrs

from gallery_lens.conversion._findings import Findings
from gallery_lens.conversion._guarding import guarding
from gallery_lens.conversion._run import Converted, Run
from gallery_lens.conversion._subject import Subject
from gallery_lens.diagnostics import Place, Severity, pointer
from gallery_lens.dialects import DIALECTS, Dialect
from gallery_lens.lens._matching import Part
from gallery_lens.lens._putting import add
from gallery_lens.lens._putting import put as put_item
from gallery_lens.model import Family


@attrs.frozen
class Refusal:
    """An item of the edited view that could not be put back."""

    pointer: str  #: RFC 6901, into the view
    codes: tuple[str, ...]  #: of the errors that kept it from being put back, sorted
    item: Any  #: as given


class Work:
    """One restoration; what is found on the way is in ``findings``."""

    def __init__(self, run: Run, view: Any) -> None:
        self.run = run
        self.view = view
        self.target = run.options.target
        self._source = next(iter(run.dialects), None)
        self.findings = Findings(view)
        self.met: list[Subject] = []  # every item of the view
        self._refused: list[Subject] = []

    def refusals(self) -> list[Refusal]:
        """Return what could not be put back, in the order of the view."""
        codes: defaultdict[Place, set[str]] = defaultdict(set)
        for at, found in self.findings.placed():
            for depth in range(len(at) + 1) if found.severity is Severity.ERROR else ():
                codes[at[:depth]].add(found.code)
        return [
            Refusal(pointer(each.place), tuple(sorted(codes[each.place])), each.raw) for each in self._refused
        ]

    def put(self, part: Part, place: int, source: Dialect) -> dict[str, Any] | None:
        """Return one item of the view in the source's form; None, with reasons, if it is no item."""
        raw = part.items[place]
        at = () if part.single else (*part.place, place)
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
            self.findings.add("not-an-item", subject, facts={"keys": "src, type, title, description or link"})
            return None
        if original is None:
            if (earlier := part.copy_of(place)) is not None:
                self.findings.add("duplicate-id", subject, ("slug",), facts={"earlier": earlier + 1})
            return add(attrs.evolve(subject, raw=part.said[place]), self.target, source, self.findings)
        aimed = attrs.evolve(subject, target=(original.dialect or source).name)
        return put_item(original, aimed, self.target, self.findings)

    def subject(self, raw: Any, place: Place, index: int | None) -> Subject:
        """Describe an item of the view at *place*, or a gallery (then *index* is None), for findings."""
        gallery_id = None
        if self.run.envelope.many and isinstance(self.view[place[0]], dict):
            named = self.view[place[0]].get("galleryId")
            gallery_id = named if isinstance(named, str) else None
        elif not self.run.envelope.many:
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
