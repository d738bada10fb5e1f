"""Documents whose items stand in a list: a file, or one line of many; most items are converted together.

Of galleries in a file most differ in nothing but values of which nobody says anything: their names, ids and
dates. What is found in one is found in all that are of its form, and is only counted, and written into a
report with the values of each.
"""

import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from gallery_lens import api, jsontext
from gallery_lens.conversion.batch import Batch, Naming
from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.gallery_forms import (
    GalleryForm,
    around,
    form_of_gallery,
    found_in,
    hangs_on_fields,
)
from gallery_lens.conversion.parts import PartReader, Seen
from gallery_lens.conversion.subject import id_of
from gallery_lens.conversion.taking import suits
from gallery_lens.conversion.trail import finish
from gallery_lens.diagnostics import Severity
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.telling import Counting, Kind, write_all
from gallery_lens.model import Family
from gallery_lens.options import ConvertOptions
from gallery_lens.places import Place, replaced
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Pair, Watch
    from gallery_lens.conversion.run import Run

#: The severities and codes of findings.
Codes: TypeAlias = tuple[tuple[Severity, str], ...]


def suits_lines(options: ConvertOptions, entry: InputReport) -> bool:
    """Return whether lines of an item each may be converted many at once, with all that is asked for."""
    compared = entry.sidecar is not None or entry.follows or options.as_gallery
    return suits(options) and not compared and (entry.report is None or entry.report.frame is not None)


class Documents:
    """Converts documents."""

    def __init__(self, options: ConvertOptions, entry: InputReport) -> None:
        self._options, self._entry = options, entry
        self._reader = PartReader(options)
        self._suits = not (entry.sidecar or entry.follows)
        #: what is found in galleries of a form, besides what is found in their items
        self._forms: dict[GalleryForm, _KnownForm] = {}
        self._counting = Counting(entry.summary)

    def look(self, data: bytes, watch: "Watch" = iter) -> Seen | None:
        """Look at a document; None if it has to be read as a whole."""
        return self._reader.look(data, watch) if self._suits else None

    # ---------------------------------------------------------------- forms that were met before

    def count(self, seen: Seen, line: int) -> Any:
        """Return the value of a document in which nothing is found that has to be shown; None for others.

        What is found in it is counted, and written into the report, if there is one, as of that *line*.
        """
        form = self._form(seen)
        known = None if form is None else self._forms.get(form)
        if form is None or known is None:
            return None
        kinds = _kinds(seen.columns, shown=form.places_items)
        if not all(map(self._counting.takes, kinds)):
            return None
        value = known.value(seen)
        if self._entry.report is not None:
            write_all(known.found(seen, self._options, placed=form.places_items), self._entry, line)
        self._counting.add(kinds)
        for code in known.codes:
            self._entry.summary.groups[code].count += 1
        return value

    def _form(self, seen: Seen) -> GalleryForm | None:
        """Return the form of a document, with whether it shows the order of its items; None if it is rare."""
        report = self._entry.report
        if self._options.as_gallery or (report is not None and report.frame is None):
            return None
        return form_of_gallery(seen)

    def _learn(self, seen: Seen, run: "Run", value: Any) -> None:
        """Remember what becomes of documents of a form, once what is found in them need not be shown."""
        form = self._form(seen)
        codes = tuple(run.findings.told_already()) if form else ()
        if form and all(map(self._entry.summary.has_enough, codes)):
            around = tuple(each for _, each in run.findings.told)
            if self._entry.report is not None and not all(hangs_on_fields(each, seen) for each in around):
                return
            known = _KnownForm(form.pair, codes, around, _keys_of(value, seen.parts.place, form.pair))
            with contextlib.suppress(KeyError):  # of what is no field of both
                if jsontext.write(known.value(seen)) == jsontext.write(value):
                    self._forms[form] = known

    def settle(self) -> None:
        """Write down in the account what was counted."""
        self._counting.settle()

    # ---------------------------------------------------------------- all others

    def convert(
        self,
        data: bytes,
        seen: Seen | None,
        notes: Sequence[jsontext.Note] = (),
        *,
        unusual: bool = False,
    ) -> api.Result:
        """Convert a document; items of its value need be no more than what ``jsontext`` writes.

        One that is known to be *unusual* is tried by no compiled conversion.

        Raises:
            NotJson: It cannot be read.
        """
        run = None if seen is None or notes else self._reader.conduct(seen)
        if run is not None and seen is not None:
            out = finish(run)
            self._learn(seen, run, out.value)
            self._entry.summary.together += len(seen.columns.pairs) - len(seen.columns.unusual)
            if self._entry.summary.explains:
                self._entry.summary.alone.update(self._reader.reasons(seen))
            return api.result_of(run, out)
        read = jsontext.read(data)
        try:
            return api.convert_as(read.document, self._options, (*notes, *read.notes), unusual=unusual)
        except RecursionError:
            raise jsontext.NotJson("it is nested too deeply", "Check the export that wrote it.") from None


def _kinds(columns: "Columns", *, shown: bool) -> Counter[Kind]:
    """Count the items in which the same was found, but for what a list says that shows their order."""
    (pair, *_) = columns.pairs
    assert pair is not None
    found = Counter(columns.masks)
    kinds = Counter[Kind]()
    for mask, count in found.items():
        kinds[pair, mask & ~pair.placed if shown else mask] += count
    return kinds


class _KnownForm(Record):
    """The fate of documents of one form."""

    pair: "Pair"
    codes: Codes  #: of what is found in each, besides what is found in its items
    around: tuple[Finding, ...]  #: that, as it was found in the first
    keys: Mapping[str, str] | None  #: of a written gallery, with those that they come from; None for a list

    @cached_property
    def number(self) -> str | None:
        """The key of a written sort order, which is a number even if it was given as text; None without."""
        row = self.pair.target.gallery.by_field.get("sort_order")
        return row.wire if row and self.keys and row.wire in self.keys and not self.pair.same else None

    def value(self, seen: Seen) -> Any:
        """Return the value of a document of this form."""
        items = seen.columns.values(range(len(seen.columns.outs)))
        items = items if self.pair.same else [out for out in items if out is not None]
        pair = self.pair
        if pair.source.item.family is Family.PAGE and pair.target.item.family is Family.BACKEND:
            # The places of items in a list become their sort orders.
            for position, out in enumerate(items, start=1):
                self.pair.number(out, position)
        if self.keys is None:
            return items
        *around, _ = seen.parts.place
        given = seen.parts.frame["gallery"] if around else seen.parts.frame
        gallery = {key: items if key == "items" else given[name] for key, name in self.keys.items()}
        if self.number is not None and isinstance(digits := gallery[self.number], str):
            gallery[self.number] = int(digits)
        return {"gallery": gallery} if around else gallery

    def found(self, seen: Seen, options: ConvertOptions, *, placed: bool) -> Findings:
        """Return the findings in a document of this form; its list shows the order of *placed* items."""
        place, columns = seen.parts.place, seen.columns
        findings = Findings(replaced(seen.parts.frame, place, columns.raws()))
        for each in self.around:
            findings.take(found_in(around(seen), each))
        gallery_id = id_of(around(seen)) if place else None
        items = Batch(columns, {}, Naming(options, place, gallery_id, single=False), place)
        if placed:
            items.place_in_list()
        findings.defer(items)
        return findings


def _keys_of(value: Any, place: Place, pair: "Pair") -> Mapping[str, str] | None:
    """Return the keys of a written gallery, with those that they come from; None if it is a list."""
    gallery = value.get("gallery") if len(place) > 1 and isinstance(value, dict) else value
    if not isinstance(gallery, dict):
        return None
    fields = {row.wire: row.field for row in pair.target.gallery.rows}
    wires = {row.field: row.wire for row in pair.source.gallery.rows}
    return {key: wires.get(fields.get(key) or "") or key for key in gallery}
