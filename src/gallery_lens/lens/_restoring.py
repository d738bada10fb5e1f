"""A whole document: every edited item goes back into its place, and into its gallery."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from gallery_lens.conversion.output import Layout, Output
from gallery_lens.conversion.recognition import lacks
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.lens._galleries import match_galleries
from gallery_lens.lens._lists import content, items_of, recounted, report_removed
from gallery_lens.lens._matching import Part
from gallery_lens.lens.arranging import ArrangedItem, Arrangement, arrange
from gallery_lens.lens.numbering import is_ascending, renumbered
from gallery_lens.lens.session import Refusal, RestoreSession
from gallery_lens.lens.sidecar import document_of, foreign, is_untouched, open_sidecar, without_pair
from gallery_lens.lens.together import (
    check_shape,
    filled,
    listed,
    match,
    one_of,
    opened_view,
    report_homeless,
    restore_each,
    restore_joined,
)
from gallery_lens.order import descends, numeric
from gallery_lens.places import not_finite, replaced, value_at, without_not_finite
from gallery_lens.words import SourceName
from gallery_lens.wrappers import LISTS, Shape


@attrs.frozen(kw_only=True)
class Restored:
    """The result of a restoration."""

    value: Any  #: the source document with the edits
    diagnostics: tuple[Diagnostic, ...]  #: about the view, in its order
    refusals: tuple[Refusal, ...]
    items: int  #: how many items the view holds
    view: str  #: the view's dialect
    source: SourceName  #: the source's dialect as it was asked for; ``auto`` if it was recognised
    at: str | None  #: where in the source the view was taken from
    dialects: tuple[str, ...]  #: what the source was read as
    edits: Mapping[str, int]  #: how many items were changed, added, moved, removed; none is left out


#: The kinds of edits, in the order in which they are counted for people.
EDITS: Final = ("changed", "added", "moved", "removed")


def restore(view: Any, sidecar: Any, *, replace_all: bool = False) -> Restored:
    """Put the edits of *view* into the document that *sidecar* keeps.

    An item whose edits cannot be understood is reported; the source's item stays as it was.

    Args:
        view: the edited view, or an object that holds it as ``items``; it is not changed.
        sidecar: what was made beside the view; it is not changed.
        replace_all: whether a view that shares no item with the sidecar replaces all of its items.

    Raises:
        SidecarError: The sidecar does not belong to the view, or to this program.
    """
    run, out = open_sidecar(sidecar)
    if out.layout is Layout.GALLERIES:
        view = without_pair(view, sidecar)
    work = RestoreSession(run, view, replace_all=replace_all)
    untouched = is_untouched(view, sidecar)
    value = document_of(sidecar) if untouched else _RESTORERS[out.layout](work, out)
    is_finite = not any(True for _ in not_finite(value))
    return Restored(
        value=value if is_finite else without_not_finite(value),
        diagnostics=work.findings.sorted(),
        refusals=tuple(work.refusals()),
        items=sum(len(each.written) for each in run.converted) if untouched else len(work.met),
        view=run.options.target,
        source=run.options.source,
        at=run.options.at,
        dialects=tuple(dialect.name for dialect in run.dialects),
        edits={kind: work.edits[kind] for kind in EDITS},
    )


@attrs.define
class _ViewPair:
    """A gallery of the edited view, and the one that it was."""

    view: int  #: its place in the view
    source: int | None  #: its place in the source; None if it is new
    shown: Mapping[str, Any]  #: as the view had it before the edit
    part: Part | None = None  #: its items; None if they cannot be read


def _single(work: RestoreSession, out: Output) -> Any:
    """Restore a document that holds one item, a list of items, or one gallery."""
    (each,) = work.run.converted
    place, shown = each.slot.place, out.value
    view, at = opened_view(work, shown)
    if each.slot.shape is Shape.ITEM:
        if shown is None:
            return filled(work, {place: each.slot.value})
        if work.view is None:
            work.report_removed(each.written[0], ())
            return filled(work, {})
        return filled(work, {place: one_of(work, each, work.view, ())})
    if each.readable:
        return filled(work, {place: listed(work, each, view, at)})
    if work.view:
        raise foreign("nothing of it could be read, so that its view holds no items")
    return filled(work, {place: each.slot.value})


def _nothing(work: RestoreSession, out: Output) -> Any:
    """Restore an answer that holds ids alone."""
    check_shape(work.view, out.value)
    return filled(work, {})


def _galleries(work: RestoreSession, out: Output) -> Any:
    """Restore a document that holds a list of galleries."""
    shown: list[dict[str, Any]] = out.value
    check_shape(work.view, shown)
    there = [number for number, each in enumerate(work.run.converted) if each.readable]
    pairs = [
        _ViewPair(place, None if index is None else there[index], {} if index is None else shown[index])
        for place, index in enumerate(match_galleries(shown, work.view))
    ]
    for pair in pairs:
        pair.part = _part(work, pair)
    sources = {pair.source for pair in pairs}
    gone = [Part(work.run.converted[each].written, (), ()) for each in there if each not in sources]
    match(work, [*(pair.part for pair in pairs if pair.part), *gone])
    for part in gone:
        report_removed(work, part)
    kept = [pair for pair in pairs if pair.part or pair.source is not None]
    arranged = arrange(len(work.run.converted), there, [pair.source for pair in kept])
    galleries = [_gallery(work, entry, kept) for entry in arranged.entries]
    _renumber(work, galleries, arranged)
    indexes = [entry.source for entry in arranged.entries]
    return _relisted(work, list(zip(indexes, galleries, strict=True)))


def _relisted(work: RestoreSession, galleries: Sequence[tuple[int | None, Any]]) -> Any:
    """Return the document with *galleries*, each with its index in it, in the list that they stand in."""
    envelope = work.run.envelope
    places = [slot.place for slot in envelope.slots]
    around = {place[:-1] for place in places}
    if not around:  # the list holds none
        root = value_at(envelope.document, envelope.root)
        around = {next((*envelope.root, key) for key in LISTS if isinstance(root.get(key), list))}
    if len(around) > 1 or envelope.named:
        contents = {places[index]: gallery for index, gallery in galleries if index is not None}
        report_homeless(work, [gallery for index, gallery in galleries if index is None])
        return filled(work, contents)
    place = around.pop()
    document = replaced(envelope.document, place, [gallery for _, gallery in galleries])
    if isinstance(holder := value_at(document, place[:-1]), dict):
        total = recounted(holder, ("totalGalleries",), len(work.run.converted), len(galleries))
        document = replaced(document, place[:-1], holder | total)
    return envelope.closed(document, as_given=True)


def _renumber(work: RestoreSession, galleries: list[Any], arranged: Arrangement) -> None:
    """Give galleries that were moved or added sort orders that put them where the view shows them."""
    if not arranged.moved and all(entry.source is not None for entry in arranged.entries):
        return
    dialect = next(iter(work.run.dialects), None)
    row = dialect.gallery.by_field.get("sort_order") if dialect else None
    if row is None:
        return
    before = [each.slot.value.get(row.wire) for each in work.run.converted if each.readable]
    places = [place for place, gallery in enumerate(galleries) if isinstance(gallery, dict)]
    values = [galleries[place].get(row.wire) for place in places]
    if all(numeric(value) is None for value in before):
        return  # the list alone tells the order
    fresh = renumbered(values, descending=descends(before))
    for index, number in fresh.items():
        galleries[places[index]] = galleries[places[index]] | {row.wire: number}
    count = sum(arranged.entries[places[index]].source is not None for index in fresh)
    if count:
        in_order = is_ascending(before) or descends(before)
        work.report_rewritten((), count, len(before), "moved" if in_order else "unsorted", "galleries")


def _part(work: RestoreSession, pair: _ViewPair) -> Part | None:
    """Return the items of one gallery of the view, or None, reported, where there is no list of them."""
    raw = work.view[pair.view]
    if isinstance(raw, dict) and isinstance(raw.get("items"), list):
        written = [] if pair.source is None else work.run.converted[pair.source].written
        return Part(written, raw["items"], (pair.view, "items"))
    if isinstance(raw, dict):
        _report_off_schema(work, raw, pair.view, "items", "an array of items")
    else:
        subject = work.subject(raw, (pair.view,), None)
        work.findings.add("not-an-item", subject, facts=lacks("galleryId, name or items"))
    return None


def _report_off_schema(work: RestoreSession, gallery: Any, place: int, key: str, expected: str) -> None:
    subject = work.subject(gallery, (place,), None)
    facts = {"expected": expected}
    work.findings.add("off-schema", subject, (key,), facts=facts, severity=Severity.ERROR)


def _gallery(work: RestoreSession, entry: ArrangedItem, pairs: Sequence[_ViewPair]) -> Any:
    each = None if entry.source is None else work.run.converted[entry.source]
    if entry.view is None:
        return each.slot.value if each else None
    pair = pairs[entry.view]
    if each is None:
        assert pair.part is not None
        items = items_of(work, (), pair.part, work.dialect_of(None))
        return _renamed(work, {}, pair) | {"items": items}
    return _renamed(work, content(work, each, pair.part), pair) if pair.part else each.slot.value


def _renamed(work: RestoreSession, gallery: dict[str, Any], pair: _ViewPair) -> dict[str, Any]:
    """Give a gallery the name that it has in the view, if that is another one than before."""
    edited = work.view[pair.view]
    name = edited.get("name") or None
    if name == pair.shown.get("name"):
        return gallery
    if name is not None and not isinstance(name, str):
        _report_off_schema(work, edited, pair.view, "name", "a string, or null")
        return gallery
    return (
        {key: value for key, value in gallery.items() if key != "name"}
        if name is None
        else gallery | {"name": name}
    )


_RESTORERS: Final[Mapping[Layout, Callable[[RestoreSession, Output], Any]]] = {
    Layout.BARE: _single,
    Layout.GALLERIES: _galleries,
    Layout.JOINED: restore_joined,
    Layout.EACH: restore_each,
    Layout.NOTHING: _nothing,
}
