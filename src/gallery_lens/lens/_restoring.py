"""A whole document: every edited item goes back into its place, and into its gallery."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from gallery_lens.conversion._output import Layout
from gallery_lens.conversion._run import Converted
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.lens._arranging import Entry, arrange
from gallery_lens.lens._galleries import match_galleries
from gallery_lens.lens._lists import content, items_of
from gallery_lens.lens._matching import Part, match_items
from gallery_lens.lens._sidecar import foreign, open_sidecar
from gallery_lens.lens._work import Refusal, Work
from gallery_lens.wrappers import Shape


@attrs.frozen(kw_only=True)
class Restored:
    """What a restoration gives."""

    value: Any  #: the source document with the edits
    diagnostics: tuple[Diagnostic, ...]  #: about the view, in its order
    refusals: tuple[Refusal, ...]
    items: int  #: how many items the view holds
    view: str  #: the view's dialect
    source: str  #: the source's dialect as it was asked for; ``auto`` if it was recognised
    dialects: tuple[str, ...]  #: what the source was read as


def restore(view: Any, sidecar: Any) -> Restored:
    """Put the edits of *view* into the document that *sidecar* keeps.

    An item whose edits cannot be understood is reported; the source's item stays as it was.

    Raises:
        SidecarError: The sidecar does not belong to the view, or to this program.
    """
    run, out = open_sidecar(sidecar)
    work = Work(run, view)
    value = _galleries(work, out.value) if out.layout is Layout.GALLERIES else _single(work, out.value)
    return Restored(
        value=value,
        diagnostics=work.findings.sorted(),
        refusals=tuple(work.refusals()),
        items=len(work.met),
        view=run.options.target.name,
        source=run.options.source,
        dialects=tuple(dialect.name for dialect in run.dialects),
    )


@attrs.define
class _Pair:
    """A gallery of the edited view, and the one that it was."""

    view: int  #: its place in the view
    source: int | None  #: its place in the source; None if it is new
    shown: Mapping[str, Any]  #: as the view had it before the edit
    part: Part | None = None  #: its items; None if they cannot be read


def _single(work: Work, shown: Any) -> Any:
    """Restore a document that holds one item, a list of items, or one gallery."""
    (each,) = work.run.converted
    _check_shape(work, shown)
    if each.slot.shape is Shape.ITEM:
        return _item(work, each, shown)
    if not each.readable:
        return _as_it_was(work, each)
    part = Part(each.written, work.view, ())
    match_items([part])
    return work.run.envelope.fill({each.slot.place: content(work, each, part)})


def _as_it_was(work: Work, each: Converted) -> Any:
    """Restore what nothing of was shown, because it could not be read."""
    if work.view:
        raise foreign("nothing of it could be read, so that its view holds no items")
    return work.run.envelope.fill({each.slot.place: each.slot.value})


def _check_shape(work: Work, shown: Any) -> None:
    if shown is None and work.view is not None:
        raise foreign("its view holds no item")
    if type(shown) is not type(work.view) and (work.view is not None or isinstance(shown, list)):
        raise foreign(f"its view is {_noun(shown)}, this is {_noun(work.view)}")


def _item(work: Work, each: Converted, shown: Any) -> Any:
    place = each.slot.place
    if shown is None:
        return work.run.envelope.fill({place: each.slot.value})
    if work.view is None:
        return work.run.envelope.fill({})
    part = Part(each.written, [work.view], (), single=True)
    match_items([part])
    wire = work.put(part, 0, work.dialect_of(each))
    return work.run.envelope.fill({place: each.slot.value if wire is None else wire})


def _galleries(work: Work, shown: list[dict[str, Any]]) -> Any:
    """Restore a document that holds a list of galleries."""
    _check_shape(work, shown)
    there = [number for number, each in enumerate(work.run.converted) if each.readable]
    pairs = [
        _Pair(place, None if index is None else there[index], {} if index is None else shown[index])
        for place, index in enumerate(match_galleries(shown, work.view))
    ]
    for pair in pairs:
        pair.part = _part(work, pair)
    sources = {pair.source for pair in pairs}
    gone = [Part(work.run.converted[each].written, (), ()) for each in there if each not in sources]
    match_items([*(pair.part for pair in pairs if pair.part), *gone])
    kept = [pair for pair in pairs if pair.part or pair.source is not None]
    arranged = arrange(len(work.run.converted), there, [pair.source for pair in kept])
    document: dict[str, Any] = work.run.envelope.document
    lists = ("galleries", "itemsInGalleries")
    key = next(key for key in lists if isinstance(document.get(key), list))
    return document | {key: [_gallery(work, entry, kept) for entry in arranged.entries]}


def _part(work: Work, pair: _Pair) -> Part | None:
    """Return the items of one gallery of the view, or None, reported, where there is no list of them."""
    raw = work.view[pair.view]
    if isinstance(raw, dict) and isinstance(raw.get("items"), list):
        written = [] if pair.source is None else work.run.converted[pair.source].written
        return Part(written, raw["items"], (pair.view, "items"))
    if isinstance(raw, dict):
        _report_off_schema(work, raw, pair.view, "items", "an array of items")
    else:
        subject = work.subject(raw, (pair.view,), None)
        work.findings.add("not-an-item", subject, facts={"keys": "galleryId, name or items"})
    return None


def _report_off_schema(work: Work, gallery: Any, place: int, key: str, expected: str) -> None:
    subject = work.subject(gallery, (place,), None)
    facts = {"expected": expected}
    work.findings.add("off-schema", subject, (key,), facts=facts, severity=Severity.ERROR)


def _gallery(work: Work, entry: Entry, pairs: Sequence[_Pair]) -> Any:
    each = None if entry.source is None else work.run.converted[entry.source]
    if entry.view is None:
        return each.slot.value if each else None
    pair = pairs[entry.view]
    if each and pair.part:
        return _renamed(work, content(work, each, pair.part), pair)
    return each.slot.value if each else _new_gallery(work, pair)


def _new_gallery(work: Work, pair: _Pair) -> dict[str, Any]:
    assert pair.part is not None
    items = items_of(work, (), pair.part, work.dialect_of(None))
    return _renamed(work, {}, pair) | {"items": items}


def _renamed(work: Work, gallery: dict[str, Any], pair: _Pair) -> dict[str, Any]:
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


def _noun(view: Any) -> str:
    if isinstance(view, list):
        return "a list"
    return "one item" if isinstance(view, dict) else "no item"
