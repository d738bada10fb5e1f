"""One edited item: what differs from the view goes into the source's item, the rest of that stays.

The edit is told in the source's own words: the item of the view and the edited one are both
converted back, and what differs between the two is put into the source's item. So nulls, unknown
keys, the order of keys and spellings stay wherever nothing was edited.
"""

from collections.abc import Iterator
from typing import Any, Final

from gallery_lens.conditions import present
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.items import Read, examine, read, tell, write
from gallery_lens.conversion.subject import Subject
from gallery_lens.dialects import Dialect
from gallery_lens.dialects.rows import RefusedItem
from gallery_lens.lens._untouched import as_shown, plain, reference, same_medium, with_whole_description
from gallery_lens.lens.sidecar import canonical
from gallery_lens.model import Item, objects
from gallery_lens.places import Place, value_at
from gallery_lens.values import evolve

#: The fields of the model that are one medium.
_MEDIA: Final = ("image.picture", "video.clip")
#: The fields of the model that describe one medium and say nothing about another one.
_OF_MEDIUM: Final = (
    "image.picture.url",
    "image.picture.alt_text",
    "image.focal_point",
    "image.exif",
    "image.quality",
    "video.clip.url",
    "video.clip.resolutions",
    "video.clip.posters",
    "video.duration_in_millis",
    "video.duration",
)
_MISSING: Final = object()


def put(original: Read, edited: Subject, view: Dialect, findings: Findings) -> dict[str, Any] | None:
    """Return the source's item with the edits; None, with reasons, if they make no item.

    Args:
        original: the source's item, read and written to the view.
        edited: the item of the edited view.
        view: the view's dialect.
        findings: gets what the source cannot hold of the edits, and nothing that was so before.
    """
    assert original.dialect is not None
    assert original.wire is not None
    raw: dict[str, Any] = original.subject.raw
    shown = plain(original.wire)
    link_target = original.model.link.target if original.model and original.model.link else None
    wanted = as_shown(plain(with_whole_description(edited.raw, [original.wire])), shown, link_target)
    wanted = _understood(evolve(edited, raw=wanted), shown, view, original.dialect, findings)
    if canonical(wanted) == canonical(shown):
        return raw
    old, new = Findings(None), Findings(None)
    before = back(_as(edited, shown), view, original.dialect, old)
    after = back(_as(edited, wanted), view, original.dialect, new)
    findings.adopt(new, old)
    if after is None:
        return None
    _report_kept_link(original, edited, shown.get("link"), wanted.get("link"), findings)
    known = before or {}
    readdressed = shown.get("src") != wanted.get("src")
    replaced: set[Place] = set()
    if readdressed:  # nothing is kept of media that are others than before
        media = [tuple(original.dialect.item.by_field[field].wire.split(".")) for field in _MEDIA]
        replaced = {at for at in media if not _same_file(value_at(known, at), value_at(after, at))}
    if readdressed and not same_medium(shown.get("src"), wanted.get("src")):
        raw = _without_old_medium(original, edited, raw, after, findings)
    return dict(_merged(raw, known, after, replaced))


def _without_old_medium(
    original: Read, edited: Subject, raw: dict[str, Any], after: dict[str, Any], findings: Findings
) -> dict[str, Any]:
    """Return *raw* without what describes the medium that was replaced; report each value."""
    for place, value in _of_old_medium(original):
        if value_at(after, place) != value:
            name = ".".join(map(str, place))
            facts = {"field": name}
            findings.add(
                "old-media-field-dropped", edited, ("src", name), value=value, facts=facts, apart=name
            )
        if value_at(after, place) is None:
            raw = _without(raw, place)
    return raw


def _of_old_medium(original: Read) -> Iterator[tuple[Place, Any]]:
    """Yield the places and values by which the source's item describes its medium, unseen in the view."""
    assert original.dialect is not None
    assert original.model is not None
    for field in _OF_MEDIUM:
        if field not in original.dialect.item.by_field:
            continue
        place = original.dialect.place(original.model, field)
        value = value_at(original.subject.raw, place)
        if present(value) and _is_hidden(original, field, value):
            yield place, value
    parts = objects(original.model)
    for field in _MEDIA:
        for key, value in parts[field].extra.items() if field in parts else ():
            yield (*original.dialect.place(original.model, field), key), value


def _is_hidden(original: Read, field: str, value: Any) -> bool:
    """Return whether the view shows nothing of *value*: it names the medium itself, and the first poster."""
    named = original.subject.raw.get(field.partition(".")[0])
    if not isinstance(named, dict):
        return False
    if field.endswith(".posters"):
        return isinstance(value, list) and len(value) > 1
    if field.endswith(".url"):
        shown = reference((original.wire or {}).get("src"))
        return shown is not None and shown.id is not None
    return True


def _without(held: Any, place: Place) -> Any:
    """Return a copy of *held* without the value at *place*."""
    step, *rest = place
    if not isinstance(held, dict) or step not in held:
        return held
    if rest:
        return held | {step: _without(held[step], tuple(rest))}
    return {key: value for key, value in held.items() if key != step}


def _understood(
    edited: Subject, shown: dict[str, Any], view: Dialect, source: Dialect, findings: Findings
) -> Any:
    """Return the edited item without the values that cannot be read, which are no edits, but reported."""
    try:
        reading = view.read(edited.raw)
    except RefusedItem:
        return edited.raw
    faults = tuple(fault for fault in reading.faults if fault.gone)
    if reading.fatal or not faults:
        return edited.raw
    tell(edited, evolve(reading, faults=faults), view.item, source, findings)
    bad = {fault.place[0] for fault in faults}
    kept = {key: shown[key] for key in bad if key in shown}
    return {key: value for key, value in edited.raw.items() if key not in bad} | kept


def add(new: Subject, view: Dialect, source: Dialect, findings: Findings) -> dict[str, Any] | None:
    """Return a new item in the form of *source*, without an id; None, with reasons, if it is not an item."""
    return back(_as(new, plain(new.raw)), view, source, findings)


def back(subject: Subject, view: Dialect, source: Dialect, findings: Findings) -> dict[str, Any] | None:
    """Convert one item of the view to the form of *source*, without a sort order."""
    found = read(subject, view, source, findings)
    examine(found, source, "drop", findings)
    if found.model is not None:
        write(found, source, False, findings)
    if found.wire is None:
        return None
    # An id is never edited; one that a new item brings along belongs to another one.
    id = source.item.by_field["id"].wire
    return {key: value for key, value in found.wire.items() if key != id}


def _as(subject: Subject, raw: Any) -> Subject:
    return evolve(subject, raw=raw)


def _report_kept_link(original: Read, edited: Subject, old: Any, new: Any, findings: Findings) -> None:
    link = original.model.link if isinstance(original.model, Item) else None
    if not link or not new or old == new:
        return
    for value, name in ((link.text, "text"), (link.data, "data")):
        if present(value):
            findings.add("link-text-kept", edited, ("link", name), value=value)
            return


def _same_file(one: Any, other: Any) -> bool:
    """Return whether two media objects are one file; without its name, other words would take its place."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    named = bool(other.get("filename")) or not one.get("filename")
    return bool(one.get("id")) and one.get("id") == other.get("id") and named


def _merged(held: Any, before: Any, after: Any, replaced: set[Place], at: Place = ()) -> Any:
    """Return *held* with what differs between *before* and *after* changed in it."""
    if not isinstance(held, dict) or not isinstance(after, dict) or at in replaced:
        return after
    known = before if isinstance(before, dict) else {}
    result = dict(held)
    for key in [*after, *(key for key in known if key not in after)]:
        old, new = known.get(key, _MISSING), after.get(key, _MISSING)
        if new is _MISSING:
            result.pop(key, None)
        elif old is _MISSING or canonical(old) != canonical(new):
            result[key] = _merged(held.get(key), old, new, replaced, (*at, key))
    return result
