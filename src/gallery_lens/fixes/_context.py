"""A document as read, and the findings in it by the items and galleries that they are about."""

from collections.abc import Iterable
from typing import Any

import attrs

from gallery_lens.conversion.run import Run
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.dialects import Dialect
from gallery_lens.model import Gallery, Item
from gallery_lens.options import ConvertOptions
from gallery_lens.places import Place, place_of, value_at
from gallery_lens.words import SourceName
from gallery_lens.wrappers import Shape


@attrs.frozen(eq=False)
class Owner:
    """An item or a gallery that could be read."""

    place: Place  #: in the document
    raw: Any
    dialect: Dialect
    model: Item | Gallery

    def place_of(self, field: str) -> Place:
        """Return where the dotted *field* of the model stands in the document, or what holds it."""
        return (*self.place, *self.dialect.place(self.model, field))


@attrs.frozen(eq=False)
class LocatedFinding:
    """A finding at a value of something that could be read."""

    finding: Diagnostic
    place: Place
    value: Any
    holder: Owner  #: what it is about


@attrs.frozen
class FixContext:
    """All that a document holds, and what was found in it."""

    found: tuple[LocatedFinding, ...]
    lists: tuple[tuple[Owner, ...], ...]  #: items of one gallery, or galleries of one list


def context(
    document: Any, findings: Iterable[Diagnostic], source: SourceName, at: str | None = None
) -> FixContext:
    """Read *document* as *source*, and find in it what the pointers of *findings* name."""
    run = Run(document, ConvertOptions(source=source, target="velo", at=at))
    galleries = tuple(
        Owner(each.subject.place, each.subject.raw, each.dialect, each.gallery)
        for each in run.converted
        if each.dialect
    )
    items = [
        (
            each.slot.shape,
            tuple(
                Owner(read.subject.place, read.subject.raw, read.dialect, read.model)
                for read in each.reads
                if read.dialect and read.model is not None
            ),
        )
        for each in run.converted
    ]
    lists = (galleries, *(many for shape, many in items if shape is not Shape.ITEM))
    holders = {one.place: one for many in (galleries, *(many for _, many in items)) for one in many}
    found = []
    for finding in findings:
        place = place_of(document, finding.pointer)
        value = value_at(document, place)
        around = (place[:size] for size in range(len(place), -1, -1))
        if holder := next((holders[outer] for outer in around if outer in holders), None):
            found.append(LocatedFinding(finding, place, value, holder))
    return FixContext(tuple(found), lists)
