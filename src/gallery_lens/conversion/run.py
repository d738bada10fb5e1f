"""One run over a document: take it apart, convert what it holds, put the result together."""

import functools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from gallery_lens.conversion.batch import (
    Batch,
    Naming,
    Taken,
    Written,
    is_in_order,
    models,
    orders_of,
    subject_of,
)
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.guarding import FORESEEN, guarding, report_internal
from gallery_lens.conversion.items import Read, examine, gallery_checks, read, tell, write
from gallery_lens.conversion.recognition import Recognition, lacks, usual
from gallery_lens.conversion.subject import Subject
from gallery_lens.conversion.taking import take
from gallery_lens.diagnostics import Severity
from gallery_lens.dialects import DIALECTS, Dialect, detect, in_profile
from gallery_lens.dialects.dialect import aim_of
from gallery_lens.dialects.rows import Lost
from gallery_lens.model import UNSET, Family, Gallery, Item
from gallery_lens.options import ConvertOptions
from gallery_lens.order import is_strict, numeric
from gallery_lens.places import Place, not_finite, replaced, value_at, without_not_finite
from gallery_lens.rules import rule
from gallery_lens.rules.base import Aim, Violation
from gallery_lens.rules.i106_full_page import GALLERIES, UNASKED
from gallery_lens.values import Record, evolve, fresh
from gallery_lens.wrappers import Envelope, Extent, Form, Shape, Slot, agrees, telling, totals, unwrap

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns

#: The rule that names what a page does not get of a gallery itself, once for all of it.
_OWN_FIELDS: Final = "gallery-fields-dropped"

#: Where a gallery has its id, or a date, under a name that no table declares.
_IDS: Final = (("galleryId",), ("updatedDate",), ("_updatedDate",))

#: What a gallery is read as that shows no dialect at all.
_BACKEND: Final = "velo"


class Converted(Record, kw_only=True, frozen=False):
    """The content of one slot, and its conversion."""

    slot: Slot
    subject: Subject
    dialect: Dialect | None = None  #: of the gallery's own fields
    gallery: Gallery = fresh(factory=Gallery)  #: as read, items included
    reads: Sequence[Read] = ()
    written: Sequence[Read] = ()  #: those that were converted, in the order written
    fields: dict[str, Any] = fresh(factory=dict)  #: of the gallery, without its items
    placed: bool = False  #: whether the list of the items shows what their sort orders say
    #: whether the ids and sort orders of the items are known to be fine; ``gallery`` has none of them then
    in_order: bool = False
    #: the places below the gallery of what follows from the items that are there: totals of their pages
    implied: set[Place] = fresh(factory=set)
    failed: bool = False  #: whether reading it ended in an exception that nobody foresaw

    @property
    def wires(self) -> list[dict[str, Any]]:
        """The items that were converted, as they are written; of a text they are what writes JSON takes."""
        if isinstance(self.written, Written):
            return self.written.outs if self.written.batch.columns.of_text else [*self.written.wires]
        return [found.wire for found in self.written if found.wire is not None]

    @property
    def together(self) -> "set[Dialect]":
        """The dialects of items that were converted together."""
        pairs = self.reads.columns.pairs if isinstance(self.reads, Batch) else ()
        return {pair.source for pair in {*pairs} if pair}

    @property
    def readable(self) -> bool:
        """True if anything stood there that could be read."""
        return not self.failed and (self.slot.shape is not Shape.GALLERY or isinstance(self.slot.value, dict))


class Run:
    """Converts one document; what is found on the way is in ``findings``."""

    def __init__(
        self,
        document: Any,
        options: ConvertOptions,
        *,
        together: bool = False,
        columns: "Mapping[Place, Columns] | None" = None,
    ) -> None:
        """Read all that *document* holds; nothing is converted yet, but what may be *together*.

        Of lists in it whose items were converted before, by their places, there are the *columns*.
        """
        self.options = options
        self.target = in_profile(options.target, options.profile)
        envelope = unwrap(document, options.at)
        # A page is told only that something is gone, and not what that was.
        of_page = self.target.item.family is Family.PAGE
        self.envelope = envelope.without_emptied() if of_page else envelope
        alone = self.envelope.events or self.envelope.form is Form.JOINED
        in_full = options.order == "keep" and options.text_items == "drop"
        registered = self.target is DIALECTS[options.target]
        self._together = together and in_full and registered and not alone
        self._columns = columns or {}
        document = self.envelope.document
        for place, held in self._columns.items():
            document = replaced(document, place, held.raws())
        self.findings = Findings(document, self.envelope.texts, self.envelope.numbered)
        self.is_finite = True  #: whether what stands around the items can be written as JSON
        usually = next((event.dialect for event in self.envelope.events), None)
        given = objects(self.envelope.slots)
        if self._columns and self.options.source not in DIALECTS:
            usually = usual(self.named())
        self._recognition = Recognition(self.options.source, given, self.findings, usually)
        self.converted = [self._read_slot(slot) for slot in self.envelope.slots]

    @property
    def reads(self) -> Iterator[Read]:
        """Every item that was met, in document order."""
        return (found for converted in self.converted for found in converted.reads)

    @property
    def alone(self) -> Iterator[Read]:
        """Every item that was read for itself, in document order."""
        for converted in self.converted:
            reads = converted.reads
            yield from reads.odd.values() if isinstance(reads, Batch) else reads

    @property
    def count(self) -> int:
        """The number of items; a gallery that cannot be read counts as one."""
        return sum(len(each.reads) + (not each.readable) for each in self.converted)

    @property
    def dialects(self) -> tuple[Dialect, ...]:
        """The dialects that the document was read as, in order of first use."""
        read = (dialect for each in self.converted for dialect in _dialects(each.reads))
        met = [*read, *(each.dialect for each in self.converted)]
        if self.envelope.events and not self.converted:
            met.append(DIALECTS.get(self.options.source, DIALECTS[self.envelope.events[0].dialect]))
        return tuple(dialect for dialect in dict.fromkeys(met) if dialect)

    def subject_at(self, place: Place) -> Subject:
        """Return the item, else the gallery, else the document that holds what stands at *place*."""
        around = (self._subjects.get(place[:depth]) for depth in range(len(place), -1, -1))
        return next(filter(None, around), None) or self._subject(self.envelope.document, (), None)

    @functools.cached_property
    def _subjects(self) -> dict[Place, Subject]:
        """The galleries and items, by their places, once all of them are read."""
        found = {each.subject.place: each.subject for each in self.converted}
        return found | {each.subject.place: each.subject for each in self.reads}

    def convert(self) -> None:
        """Let the rules look at what was read, and write it in the target's form."""
        in_order = self.envelope.many and is_strict(each.gallery.sort_order for each in self.converted)
        for converted in _compared(self.converted, self.envelope):
            with guarding(converted.subject, self.findings):
                self._look_at_gallery(converted)
        joined = self.envelope.form is Form.JOINED and bool(self.converted)
        in_list = joined and self._shows_order(self.converted[0], self.converted)
        for converted in self.converted:
            with guarding(converted.subject, self.findings):
                self._write_gallery(converted, placed=in_order)
            converted.placed = in_list if joined else self._shows_order(converted, [converted])
        self._write_items()
        with guarding(self._subject(self.envelope.document, (), None), self.findings):
            self._compare_galleries()
            self._look_at_wrapper()
        self._compare_dialects()
        for part in (self.envelope, *self.envelope.parts):
            if part.answer:
                raw = value_at(part.document, part.root)
                subject = self._subject(raw, part.root, None)
                self.findings.add("no-items-in-answer", subject, facts={"keys": " and ".join(raw)})

    def _compare_dialects(self) -> None:
        """Report that the dialect that was named is probably not the one of the items."""
        if self.options.source not in DIALECTS:
            return
        unread = self.unread
        likely = usual(self.named()) if unread else None
        if likely and likely != self.options.source:
            facts = {"likely": likely, "named": self.options.source}
            self.findings.add("dialect-mismatch", unread[0], facts=facts, told_by=(likely,))

    @property
    def unread(self) -> list[Subject]:
        """The items, of those that went one by one, that were refused or have no medium."""
        return [
            found.subject
            for found in self.alone
            if found.refused or self.findings.tells("media-missing", found.subject, ())
        ]

    def shown(self, converted: Converted) -> list[Read]:
        """Return the items that were converted or left out on purpose, in the order of the output."""
        reads = [found for found in converted.reads if found.wire is not None or found.left is not None]
        return sorted(reads, key=_by_sort_order) if self.options.order == "sort-order" else reads

    @property
    def joined(self) -> list[Read]:
        """All items that were converted, in the order of one array."""
        written = [found for converted in self.converted for found in converted.written]
        return sorted(written, key=_by_sort_order) if self.options.order == "sort-order" else written

    # ---------------------------------------------------------------- reading

    def named(self) -> Iterator[tuple[str, ...]]:
        """Yield what the objects may be, in document order: those around all items, then the items."""
        yield from (detect(raw) for raw in objects(self.envelope.slots) if isinstance(raw, dict))
        sure = self.options.source not in DIALECTS  # else it is what was asked for, whatever it looks like
        for columns in self._columns.values():
            for index, pair in enumerate(columns.pairs):
                if pair is not None and sure:
                    yield (pair.source.name,)
                elif isinstance(raw := columns.raw(index), dict):
                    yield detect(raw)

    @property
    def has_all_columns(self) -> bool:
        """True if the lists that were converted before are those of the document, and all it holds."""
        lists = [
            ((*slot.place, "items") if slot.shape is Shape.GALLERY else slot.place)
            for slot in self.envelope.slots
        ]
        return not self.envelope.events and lists == [*self._columns]

    def _read_slot(self, slot: Slot) -> Converted:
        subject = self._subject(slot.value, slot.place, None, self.envelope.gallery_of(slot))
        converted = Converted(slot=slot, subject=subject)
        with guarding(subject, self.findings):
            if slot.event and slot.event.problem:
                self.findings.add("not-json", subject, facts={"problem": slot.event.problem.problem})
                converted.reads = [Read(subject=subject, dialect=None, model=None)]
            elif slot.problem:
                whole = self._subject(self.envelope.document, (), None)
                self.findings.add("not-an-item", whole, facts={"problem": slot.problem})
                converted.reads = [Read(subject=subject, dialect=None, model=None)]
            elif slot.shape is Shape.GALLERY:
                converted.subject = evolve(subject, gallery_id=subject.id or subject.gallery_id)
                self._read_gallery(converted)
            else:
                values = slot.value if slot.shape is Shape.ITEMS else [slot.value]
                self._read_items(converted, values, slot.place)
            return converted
        return Converted(slot=slot, subject=subject, failed=True)

    def _subject(
        self,
        raw: Any,
        place: Place,
        index: int | None,
        gallery_id: str | None = None,
        dialect: str | None = None,
    ) -> Subject:
        return subject_of(raw, place, self.options, index, gallery_id, dialect)

    def _read_items(self, converted: Converted, values: Sequence[Any], at: Place) -> None:
        single = converted.slot.shape is Shape.ITEM
        subject = Naming(self.options, at, converted.subject.gallery_id, single=single)
        columns = self._columns.get(at) or (
            take(values, self.options.source, self.target, single=single) if self._together else None
        )
        if columns is None:
            converted.reads = [self._read(subject(value, index)) for index, value in enumerate(values)]
        else:
            self._recognition.known(values, columns.names)
            odd = {index: self._read(subject(columns.raw(index), index)) for index in columns.unusual}
            converted.reads = Batch(columns, odd, subject, at)
        converted.in_order = columns is not None and is_in_order(converted.reads)
        items = models(converted.reads, bare=converted.in_order)
        converted.gallery = attrs.evolve(converted.gallery, items=items)

    def _read(self, subject: Subject) -> Read:
        try:
            dialect = self._recognition.item_dialect(subject)
            if dialect is None:
                return Read(subject=subject, dialect=None, model=None)
            known = evolve(subject, dialect=dialect.name)
            return read(known, dialect, self.target, self.findings)
        except FORESEEN:
            raise
        except Exception as error:
            report_internal(error, subject, self.findings)
            return Read(subject=subject, dialect=None, model=None)

    def _read_gallery(self, converted: Converted) -> None:
        if not converted.readable:
            self.findings.add("not-an-item", converted.subject, facts=lacks("items, name or totalItems"))
            return
        given = converted.slot.value.get("items", UNSET)
        if not isinstance(given, list) and given is not None and given is not UNSET:
            facts = {"expected": "an array of items"}
            self.findings.add(
                "off-schema", converted.subject, ("items",), facts=facts, severity=Severity.ERROR
            )
        place = (*converted.slot.place, "items")
        self._read_items(converted, given if isinstance(given, list) else [], place)
        fields = {key: value for key, value in converted.slot.value.items() if key != "items"}
        converted.dialect = self._dialect_of(fields, converted)
        converted.subject = evolve(converted.subject, dialect=converted.dialect.name)
        for place in not_finite(fields):
            self.findings.add("non-finite-number", converted.subject, place)
        # Fields that cannot be read are reported and left out.
        reading = converted.dialect.read_gallery(fields)
        whole = evolve(converted.subject, raw=fields)
        tell(whole, reading, converted.dialect.gallery, self.target, self.findings)
        items = converted.gallery.items if isinstance(given, list) else None if given is None else UNSET
        converted.gallery = attrs.evolve(reading.root, items=items)

    def _dialect_of(self, fields: dict[str, Any], converted: Converted) -> Dialect:
        """A gallery says itself what it is written in; one without fields is what its items are."""
        first = next(iter(_dialects(converted.reads)), None)
        own = telling(fields)
        if own or first is None:
            said = self._recognition.dialect(
                evolve(converted.subject, raw=own or fields or converted.subject.raw)
            )
            # An older API's galleries look like today's; then their items tell.
            older = said and first and not first.writable and first.item.family is said.item.family
            return first if first and older else said or first or DIALECTS[_BACKEND]
        return first

    # ---------------------------------------------------------------- looking and writing

    def _look_at_gallery(self, converted: Converted) -> None:
        source = next(iter(_dialects(converted.reads)), converted.dialect)
        if source is None or converted.slot.shape is Shape.ITEM:
            return
        aim = aim_of(source, self.target)
        event, total = converted.slot.event, converted.gallery.total_items
        empty = event is not None and not converted.gallery.items
        if event and empty and not event.deleted and total != 0:
            self.findings.add("event-without-items", converted.subject, ("items",))
        for name, check in gallery_checks(source, self.target):
            if (empty and rule(name).counts) or (converted.in_order and rule(name).compares):
                continue
            with guarding(converted.subject, self.findings):
                for spot in check(_counted(converted), aim):
                    self._report_in_gallery(name, spot, source, converted)

    def _report_in_gallery(self, name: str, spot: Violation, source: Dialect, converted: Converted) -> None:
        severity = spot.severity
        if rule(name).settled_by == self.options.order:
            severity = Severity.INFO  # it is being put right
        if spot.index is None:
            subject = converted.subject
            numbers = totals(subject.raw) if spot.field == "total_items" else ()
            place = next((place for place, value in numbers if type(value) is int), ())
            place = place or source.place(converted.gallery, spot.field, spot.below)
        else:
            found = converted.reads[spot.index]
            subject, place = found.subject, found.place_of(spot.field, spot.value)
        around = converted.subject.gallery_id or converted.subject.identity
        told_by = () if spot.shared is None else (around, spot.shared)
        self.findings.add(
            name, subject, place, value=spot.value, severity=severity, facts=spot.facts, told_by=told_by
        )

    def _write_gallery(self, converted: Converted, *, placed: bool) -> None:
        dialect, target, gallery = converted.dialect, self.target, converted.gallery
        if dialect is None:
            return
        own: dict[str, Any] = {}
        for lost in target.lost(gallery, placed=placed):
            place = dialect.place(gallery, lost.field, lost.below)
            # A list of galleries keeps a field that the items alone would lose.
            named = (lost.field == "name" and bool(lost.value)) or lost.value == converted.subject.id
            kept = lost.field in ("id", "name") or lost.below == ("galleryId",)
            if self.envelope.many and named and kept:
                continue
            if target.item.family is Family.PAGE and self._is_implied(lost, place, converted):
                converted.implied.add(place)
                continue
            if rule(lost.rule).gathers or (target.item.family is Family.PAGE and place in _IDS):
                own[str(place[0])] = lost.value
            else:
                self.findings.add(lost.rule, converted.subject, place, value=lost.value)
        if own:
            self.findings.add(_OWN_FIELDS, converted.subject, value=own)
        converted.fields = without_not_finite(target.unstructure(gallery))

    def _is_implied(self, lost: Lost, place: Place, converted: Converted) -> bool:
        """Return whether what is lost only says which page of a list the items are, and they say it, too."""
        if lost.rule != "unknown-field-dropped" or len(place) != 1:
            return False
        pages = self.converted if self.envelope.form is Form.JOINED else [converted]
        counts = [len(each.reads) for each in pages]
        before = sum(counts[: pages.index(converted)])
        return agrees(str(place[0]), lost.value, Extent(len(converted.reads), before, sum(counts)))

    def _look_at_wrapper(self) -> None:
        """Report numbers that JSON does not have in what stands around the galleries and items."""
        document = self.envelope.document
        whole = self._subject(document, (), None)
        for beside in self.envelope.beside():
            for place in not_finite(functools.reduce(operator.getitem, beside, document), beside):
                self.findings.add("non-finite-number", whole, place)
                self.is_finite = False

    def _shows_order(self, converted: Converted, shown: Sequence[Converted]) -> bool:
        """Return whether the list that is written of *shown* shows what the sort orders of its items say."""
        if converted.slot.shape is Shape.ITEM and len(shown) == 1:
            return False
        if converted.in_order and len(shown) == 1:
            return None not in orders_of(converted.reads)
        orders: list[Any] = []
        for each in shown:
            if each.in_order:
                orders += orders_of(each.reads)
            else:
                orders += (item.sort_order for item in each.gallery.items or ())
        if self.options.order == "sort-order":
            orders.sort(key=_first_numbers)
        return is_strict(orders)

    def _write_items(self) -> None:
        for converted in self.converted:
            self._pass_items(converted)
        if self.envelope.form is Form.JOINED:
            _number(self.joined, self.target)
        for converted in self.converted:
            if converted.slot.shape is not Shape.ITEM and self.envelope.form is not Form.JOINED:
                _number(converted.written, self.target)
            if isinstance(converted.reads, Batch):
                for found in converted.reads.odd.values():
                    if found.passed:
                        self._guard(found, write, converted.placed)
                converted.written = Written(converted.reads, converted.reads.passed)
            else:
                for found in converted.written:
                    self._guard(found, write, converted.placed)
                converted.written = [found for found in converted.written if found.wire is not None]

    def _pass_items(self, converted: Converted) -> None:
        """Find out which items go on, and in which order."""
        reads = converted.reads
        if isinstance(reads, Batch):
            if converted.placed:
                reads.place_in_list()
            self.findings.defer(reads)
            for found in reads.odd.values():
                self._guard(found, examine, self.options.text_items)
            converted.written = Written(reads, reads.passed)
            return
        for found in reads:
            self._guard(found, examine, self.options.text_items)
        converted.written = [found for found in reads if found.passed]
        if self.options.order == "sort-order":
            converted.written.sort(key=_by_sort_order)

    def _guard(self, found: Read, step: Callable[..., None], *arguments: Any) -> None:
        """Take *step* with one item; an exception that nobody foresaw costs this item only."""
        # An item in another form of the target gets its own back.
        own = found.dialect if found.dialect and found.dialect.name == self.target.name else None
        try:
            step(found, own or self.target, *arguments, self.findings)
        except FORESEEN:
            raise
        except Exception as error:
            report_internal(error, found.subject, self.findings)
            found.model = found.left = found.wire = None

    def _compare_galleries(self) -> None:
        """Galleries of a list must differ in id and sort order, like the items of one gallery."""
        if not self.envelope.many or self.envelope.named:
            return
        alike = Gallery(
            items=tuple(
                Item(id=each.gallery.id, sort_order=each.gallery.sort_order, origin=each.gallery.origin)
                for each in self.converted
            )
        )
        for name in ("duplicate-id", "sort-order-duplicate"):
            check = rule(name).check_gallery
            for spot in check(alike, Aim.BACKEND) if check else ():
                each = self.converted[spot.index or 0]
                place = each.dialect.place(each.gallery, spot.field) if each.dialect else ()
                told_by = ("", spot.shared or "")
                self.findings.add(
                    name, each.subject, place, value=spot.value, facts=spot.facts, told_by=told_by
                )
        document = value_at(self.envelope.document, self.envelope.root)
        if isinstance(document, dict):
            self._count_galleries(document)

    def _count_galleries(self, document: dict[str, Any]) -> None:
        """Report a list of galleries that is not, or perhaps not, the whole of it."""
        whole = Subject(raw=document, place=self.envelope.root, target=self.options.target)
        total, held = document.get("totalGalleries"), len(self.converted)
        facts = {"total": total, "held": held, "things": "galleries", "here": "are here", "page": UNASKED}
        if type(total) is int and total > held:
            self.findings.add("items-incomplete", whole, ("totalGalleries",), facts=facts)
        elif total is None and held == GALLERIES and "galleries" in document:
            self.findings.add("full-page", whole, value=held, facts=facts)


def _counted(converted: Converted) -> Gallery:
    """Return the gallery with the total that it, or the answer that it came in, says."""
    gallery, raw = converted.gallery, converted.subject.raw
    said = [value for _, value in totals(raw) if type(value) is int] if isinstance(raw, dict) else []
    return attrs.evolve(gallery, total_items=said[0]) if said and not gallery.total_items else gallery


def _compared(converted: list[Converted], envelope: Envelope) -> list[Converted]:
    """Return the groups checked as one gallery each: joined pages are one."""
    galleries = [each for each in converted if each.slot.shape is Shape.GALLERY and each.readable]
    if envelope.form is not Form.JOINED or len(galleries) < 2:
        return converted
    reads = [found for each in galleries for found in each.reads]
    given = [_counted(each).total_items for each in galleries]
    counts = [total if isinstance(total, int) else -1 for total in given]
    most = galleries[counts.index(max(counts))]
    gallery = attrs.evolve(most.gallery, items=models(reads, bare=False))
    whole = Converted(
        slot=most.slot, subject=most.subject, dialect=most.dialect, gallery=gallery, reads=reads
    )
    return [whole]


def objects(slots: Sequence[Slot]) -> Iterator[Any]:
    """Yield the objects that determine the dialect of a document: items, and galleries without items."""
    for slot in slots:
        if slot.shape is Shape.ITEMS:
            yield from slot.value
        elif slot.shape is Shape.GALLERY and isinstance(slot.value, dict):
            yield telling({key: value for key, value in slot.value.items() if key != "items"})
            yield from slot.value["items"] if isinstance(slot.value.get("items"), list) else ()
        else:
            yield slot.value


def _by_sort_order(found: Read) -> tuple[bool, float]:
    item = found.model or found.left
    return _first_numbers(item.sort_order if item else None)


def _first_numbers(sort_order: Any) -> tuple[bool, float]:
    """Sort by number, and what is none behind all numbers."""
    number = numeric(sort_order)
    return (number is None, number or 0)


def _number(passed: Sequence[Read], target: Dialect) -> None:
    """Give items that come from a page the sort order that their place in the list implies."""
    if target.item.family is not Family.BACKEND:
        return
    if isinstance(passed, Written) and not any(_is_page(each) for each in passed.batch.dialects):
        return
    for place, found in enumerate(passed, start=1):
        if not _is_page(found.dialect):
            continue
        if isinstance(found, Taken):
            found.batch.give_order(found.index, place)
        elif found.model is not None:
            found.model = attrs.evolve(found.model, sort_order=place)


def _is_page(dialect: Dialect | None) -> bool:
    return dialect is not None and dialect.item.family is Family.PAGE


def _dialects(reads: Sequence[Read]) -> list[Dialect]:
    """Return the dialects of items, in the order in which they were met."""
    if isinstance(reads, Batch):
        return reads.dialects
    return [dialect for dialect in dict.fromkeys(found.dialect for found in reads) if dialect]


__all__ = ["Converted", "Run", "objects"]
