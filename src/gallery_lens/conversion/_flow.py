"""A run over a document of many items that are never in memory together.

The findings of an item depend on its neighbours in two ways only: they settle what a doubtful one is read
as, and the rules that look at a whole gallery compare ids and sort orders. So all items are met twice.
First each gives its id and sort order, and its dialect; then each is converted by a run of its own.
Whatever else would need all of them at once is ``Unsure``, and left to the usual run.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias

import attrs

from gallery_lens.conversion._findings import Findings
from gallery_lens.conversion._items import Read
from gallery_lens.conversion._recognition import Recognition, usual
from gallery_lens.conversion._run import Converted, Run, objects
from gallery_lens.diagnostics import Diagnostic, Place, position
from gallery_lens.dialects import DIALECTS, Dialect, detect
from gallery_lens.errors import GalleryLensError
from gallery_lens.jsontext._splitting import Split
from gallery_lens.model import Family, Item
from gallery_lens.options import ConvertOptions
from gallery_lens.rules._rule import Spot
from gallery_lens.wrappers import Shape, Slot, may_wrap, shows

#: Knows the dialects of some items at a glance, with what of them the rules of a gallery compare.
Glance: TypeAlias = Callable[[Sequence[bytes]], list[tuple[str, Item] | None]]
#: How many items are looked at together.
_TOGETHER: Final = 256

#: What is found of one item when it is compared with others: the rule, the spot, the gallery's dialect.
_Spots: TypeAlias = list[tuple[str, Spot, Dialect]]


class Unsure(GalleryLensError):
    """A document that cannot be converted item by item."""


class Flow(Run):
    """Converts what is around the items, and the items one by one.

    ``converted[0].wires`` is only ``mark``, which stands for them in the output.
    """

    def __init__(self, parts: Split, options: ConvertOptions, glance: Glance) -> None:
        """Look at all items once.

        Raises:
            Unsure: They have to be converted together.
        """
        self.mark = {os.urandom(16).hex(): 0}
        self.spots: dict[int, _Spots] = defaultdict(list)  #: by the index of the item
        self._parts, self._glance = parts, glance
        self._seen: list[tuple[str, Item] | None] = []
        try:
            super().__init__(parts.frame, options)
        except ValueError:
            raise Unsure from None

    def __len__(self) -> int:
        return len(self._parts.texts)

    @property
    def placed(self) -> bool:
        """True if the list of the items shows what their sort orders say."""
        return self.converted[0].placed

    def text(self, index: int) -> Any:
        """Return an item as it is written, as an object with a buffer."""
        return self._parts.texts[index]

    def one(self, index: int) -> Run:
        """Return the finished run of one item."""
        run = _One(self, self.converted[0], index, self._parts.value(index))
        run.finish(self.spots.get(index, ()))
        return run

    def around(self) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """Return the findings before and after those of the items."""
        frame, found = self.envelope.document, self.findings.sorted()
        items = position(frame, self._parts.place)
        count = sum(position(frame, place) <= items for place, _ in self.findings.placed())
        return found[:count], found[count:]

    def _compare_dialects(self) -> None:
        """Report nothing: a document with a wrong dialect is not converted item by item."""

    def _recognize(self) -> Recognition:
        if self.envelope.events or [_list_of(slot) for slot in self.envelope.slots] != [self._parts.place]:
            raise Unsure
        named = map(detect, (each for each in objects(self.envelope.slots) if isinstance(each, dict)))
        voted = usual(chain(named, self._named()))
        if self.options.source in DIALECTS and voted not in (None, self.options.source):
            raise Unsure  # that the wrong dialect was named is told of the whole
        self.usual = None if self.options.source in DIALECTS else voted
        return Recognition(self.options.source, (), self.findings, voted)

    def _named(self) -> Iterator[tuple[str, ...]]:
        shown = False
        for index, seen in enumerate(self._glances()):
            if seen is None and self._parts.repeats(index):
                raise Unsure
            self._seen.append(seen)
            value = None if seen else self._parts.value(index)
            if isinstance(value, str) or (isinstance(value, dict) and may_wrap(value)):
                raise Unsure  # what stands around it may be more than a list of items
            shown |= seen is not None or (isinstance(value, dict) and shows(value))
            yield (seen[0],) if seen else detect(value) if isinstance(value, dict) else ()
        if not shown:
            raise Unsure

    def _glances(self) -> Iterator[tuple[str, Item] | None]:
        for start in range(0, len(self), _TOGETHER):
            yield from self._glance([bytes(text) for text in self._parts.texts[start : start + _TOGETHER]])

    def _read_items(self, converted: Converted, values: Sequence[Any], at: Place) -> None:
        met: dict[str, None] = {}
        items = []
        for index, seen in enumerate(self._seen):
            name, item = seen or self._look(converted, index)
            items.append(item)
            met |= {name: None} if name else {}
        self._seen.clear()
        self._refuse(met)
        converted.reads = [
            Read(subject=converted.subject, dialect=DIALECTS[name], model=None) for name in met
        ]
        converted.gallery = attrs.evolve(converted.gallery, items=tuple(items))

    def _look(self, converted: Converted, index: int) -> tuple[str | None, Item]:
        """Read an item, and keep no more of it than what the rules of a gallery compare."""
        one = _One(self, converted, index, self._parts.value(index))
        if one.usual != self.usual:
            raise Unsure  # it was a guess, which those behind it have to follow
        (found,) = one.reads
        model = found.model or Item()
        name = found.dialect.name if found.dialect else None
        return name, Item(id=model.id, sort_order=model.sort_order)

    def _refuse(self, met: dict[str, None]) -> None:
        """Refuse a list without any item, and one that has to be numbered."""
        from_page = any(DIALECTS[name].item.family is Family.PAGE for name in met)
        if not met or (from_page and self.target.item.family is Family.BACKEND):
            raise Unsure

    def _report_in_gallery(self, name: str, spot: Spot, source: Dialect, converted: Converted) -> None:
        if spot.index is None:
            super()._report_in_gallery(name, spot, source, converted)
        else:
            self.spots[spot.index].append((name, attrs.evolve(spot, index=0), source))

    def _write_items(self) -> None:
        (converted,) = self.converted
        converted.gallery = attrs.evolve(converted.gallery, items=())
        converted.written = [Read(subject=converted.subject, dialect=None, model=None, wire=self.mark)]


class _One(Run):
    """Converts one item of a flow."""

    def __init__(self, flow: Flow, whole: Converted, index: int, value: Any) -> None:
        """Read the item, which is *value*; *whole* is what it stands in."""
        self.options, self.target, self.envelope = flow.options, flow.target, flow.envelope
        at = _list_of(whole.slot)
        self.findings = Findings(_alone(value, index, at))
        self._recognition = Recognition(flow.options.source, (), self.findings, flow.usual)
        subject = self._subject(value, (*at, index), index, whole.subject.gallery_id)
        reads = [self._read(subject)]
        self.converted = [Converted(slot=whole.slot, subject=whole.subject, reads=reads, placed=whole.placed)]

    @property
    def usual(self) -> str | None:
        """The dialect that a doubtful neighbour after it is read as."""
        return self._recognition.usual

    def finish(self, spots: Sequence[tuple[str, Spot, Dialect]]) -> None:
        """Convert it; *spots* are what was found when it was compared with others."""
        (converted,) = self.converted
        for name, spot, source in spots:
            self._report_in_gallery(name, spot, source, converted)
        self._write_items()


class _Only(Sequence[Any]):
    """A list of which one element is known."""

    def __init__(self, value: Any, index: int) -> None:
        self._value, self._index = value, index

    def __len__(self) -> int:
        return self._index + 1

    def __getitem__(self, index: Any) -> Any:
        return self._value


def _alone(value: Any, index: int, place: Place) -> Any:
    """Return the document with nothing in it but one item of the list at *place*."""
    document: Any = _Only(value, index)
    for step in reversed(place):
        document = {step: document}
    return document


def _list_of(slot: Slot) -> Place:
    return (*slot.place, "items") if slot.shape is Shape.GALLERY else slot.place


__all__ = ["Flow", "Glance", "Unsure"]
