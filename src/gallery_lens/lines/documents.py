"""Documents whose items stand in a list: a file, or one line of many; most items are converted together.

Of galleries in a file most differ in nothing but values of which nobody says anything: their names, ids and
dates. What is found in one is found in all that are of its form, and is only counted, and written into a
report with the values of each.
"""

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from gallery_lens import api, jsontext
from gallery_lens.conversion.batch import Batch, Naming, ascend
from gallery_lens.conversion.finding import Finding
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.parts import PartReader, Seen
from gallery_lens.conversion.subject import id_of
from gallery_lens.conversion.taking import suits
from gallery_lens.conversion.trail import finish
from gallery_lens.diagnostics import Severity
from gallery_lens.late import late
from gallery_lens.lines.input_report import InputReport
from gallery_lens.lines.telling import Counting, Kind, write_all
from gallery_lens.model import Family
from gallery_lens.options import ConvertOptions
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.values import Record, evolve

if TYPE_CHECKING:
    from gallery_lens.compiled import Columns, Pair, Watch
    from gallery_lens.conversion.run import Run

#: The severities and codes of findings.
Codes: TypeAlias = tuple[tuple[Severity, str], ...]
#: What is the same in galleries of which the same is said.
_Form: TypeAlias = tuple[Any, ...]

#: Documents of more items are not looked at for others of their form: there are few in a file.
_LARGE: Final = 10_000


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
        self._forms: dict[_Form, _KnownForm] = {}
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
        kinds = _kinds(seen.columns, shown=form[2])
        if not all(map(self._counting.takes, kinds)):
            return None
        value = known.value(seen)
        if self._entry.report is not None:
            write_all(known.found(seen, self._options, placed=form[2]), self._entry, line)
        self._counting.add(kinds)
        for code in known.codes:
            self._entry.summary.groups[code].count += 1
        return value

    def _form(self, seen: Seen) -> _Form | None:
        """Return the form of a document, with whether it shows the order of its items; None if it is rare."""
        columns, parts = seen.columns, seen.parts
        report = self._entry.report
        if self._options.as_gallery or (report is not None and report.frame is None):
            return None
        if columns.unusual or len(columns.pairs) > _LARGE:
            return None
        pair = columns.pairs[0]
        ids, sort_orders = columns.compared
        if pair is None or len({*columns.pairs}) > 1 or not ascend(ids, sort_orders):
            return None
        around = _form_of(parts.frame, parts.place, pair, len(ids))
        return None if around is None else (pair, around, None not in sort_orders, len(ids) in (50, 100))

    def _learn(self, seen: Seen, run: "Run", value: Any) -> None:
        """Remember what becomes of documents of a form, once what is found in them need not be shown."""
        form = self._form(seen)
        codes = tuple(run.findings.told_already()) if form else ()
        if form and all(map(self._entry.summary.has_enough, codes)):
            around = tuple(each for _, each in run.findings.told)
            if self._entry.report is not None and not all(_hangs_on_fields(each, seen) for each in around):
                return
            known = _KnownForm(form[0], codes, around, _keys_of(value, seen.parts.place, form[0]))
            with contextlib.suppress(KeyError):  # of what is no field of both
                if jsontext.write(known.value(seen)) == jsontext.write(value):
                    self._forms[form] = known

    def settle(self) -> None:
        """Write down in the account what was counted."""
        self._counting.settle()

    # ---------------------------------------------------------------- all others

    def convert(self, data: bytes, seen: Seen | None, notes: Sequence[jsontext.Note] = ()) -> api.Result:
        """Convert a document; items of its value need be no more than what ``jsontext`` writes.

        Raises:
            NotJson: It cannot be read.
        """
        run = None if seen is None or notes else self._reader.conduct(seen)
        if run is not None and seen is not None:
            out = finish(run)
            self._learn(seen, run, out.value)
            self._entry.summary.together += len(seen.columns.pairs) - len(seen.columns.unusual)
            return api.result_of(run, out)
        read = jsontext.read(data)
        try:
            return api.convert_as(read.document, self._options, (*notes, *read.notes))
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
        return {"gallery": gallery} if around else gallery

    def found(self, seen: Seen, options: ConvertOptions, *, placed: bool) -> Findings:
        """Return the findings in a document of this form; its list shows the order of *placed* items."""
        place, columns = seen.parts.place, seen.columns
        findings = Findings(replaced(seen.parts.frame, place, columns.raws()))
        for each in self.around:
            findings.take(_found_in(_around(seen), each))
        gallery_id = id_of(_around(seen)) if place else None
        items = Batch(columns, {}, Naming(options, place, gallery_id, single=False), place)
        if placed:
            items.place_in_list()
        findings.defer(items)
        return findings


def _around(seen: Seen) -> Any:
    """Return the gallery around the items; without any, what stands in their place."""
    return value_at(seen.parts.frame, seen.parts.place[:-1])


def _found_in(gallery: dict[str, Any], found: Finding) -> Finding:
    """Return the finding that another gallery of the form has in place of the one *found*."""
    (*_, key) = found.inside or (None,)
    value = {name: gallery[name] for name in found.value} if key is None else gallery[str(key)]
    subject = evolve(found.subject, raw=gallery, gallery_id=id_of(gallery))
    return found._replace(subject=subject, value=value)


def _hangs_on_fields(found: Finding, seen: Seen) -> bool:
    """Return whether all that is said of what was *found* in a gallery are values of its fields."""
    subject, gallery = found.subject, _around(seen)
    if not isinstance(gallery, dict) or subject.index is not None or subject.place != seen.parts.place[:-1]:
        return False
    if found.facts or found.told_by or len(found.inside) > 1:
        return False
    names: Any = found.inside or (found.value if isinstance(found.value, dict) else (None,))
    if not gallery.keys() - {"items"} >= {*names}:
        return False
    return _found_in(gallery, found).diagnostic("") == found.diagnostic("")


def _keys_of(value: Any, place: Place, pair: "Pair") -> Mapping[str, str] | None:
    """Return the keys of a written gallery, with those that they come from; None if it is a list."""
    gallery = value.get("gallery") if len(place) > 1 and isinstance(value, dict) else value
    if not isinstance(gallery, dict):
        return None
    fields = {row.wire: row.field for row in pair.target.gallery.rows}
    wires = {row.field: row.wire for row in pair.source.gallery.rows}
    return {key: wires.get(fields.get(key) or "") or key for key in gallery}


# ---------------------------------------------------------------- forms

_GUID: Final = late("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_DATE: Final = late(
    r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}\.[0-9]{3}Z"
)
#: Words of which nobody has anything to say, but for those that code writes for nothing.
_WORDS: Final = late(
    r"(?!(?:undefined|null|none|nan|nil|true|false)$)[^\W_](?:[ .,'&-]?[^\W_])*+", re.IGNORECASE
)
_MOST: Final = 2**50


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value < _MOST


#: What a value has to be, by the name of its codec, so that nobody says anything of it.
_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "text": lambda value: isinstance(value, str) and _WORDS.fullmatch(value),
    "id": lambda value: isinstance(value, str) and _GUID.fullmatch(value),
    "date": lambda value: isinstance(value, str) and _DATE.fullmatch(value),
    "number": _is_number,
}
#: Where the items of a document stand whose form is looked at.
_PLACES: Final[tuple[Place, ...]] = ((), ("items",), ("gallery", "items"))


def _form_of(frame: Any, place: Place, pair: "Pair", count: int) -> _Form | None:
    """Return the form of what is around *count* items at *place*."""
    if place not in _PLACES:
        return None
    if place == ("gallery", "items"):
        if len(frame) > 1:
            return None
        frame = frame["gallery"]
    if not place:
        return (place,)
    rows = {row.wire: row.codec.shape[:1] for row in pair.source.gallery.rows}
    kinds = [_kind_of(key, value, rows, count) for key, value in frame.items() if key != "items"]
    return None if None in kinds else (place, *frame, *kinds)


def _kind_of(key: str, value: Any, rows: dict[str, Any], count: int) -> str | None:
    """Return the kind of the value under *key*; None for one of which something may be said."""
    (name,) = rows.get(key) or ("",)
    if value is None:
        return "null" if name else None
    if name == "whole":  # the total
        return "as many" if type(value) is int and value == count else None
    return name if name in _PLAIN and _PLAIN[name](value) else None
