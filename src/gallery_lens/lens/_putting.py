"""One edited item: what differs from the view goes into the source's item, the rest of that stays.

The edit is told in the source's own words: the item of the view and the edited one are both
converted back, and what differs between the two is put into the source's item. So nulls, unknown
keys, the order of keys and spellings stay wherever nothing was edited.
"""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from gallery_lens.conversion._findings import Findings
from gallery_lens.conversion._items import Read, examine, read, write
from gallery_lens.conversion._subject import Subject
from gallery_lens.diagnostics import Place
from gallery_lens.dialects import Dialect
from gallery_lens.dialects._rows import present
from gallery_lens.lens._sidecar import canonical
from gallery_lens.lens._untouched import plain, with_whole_description
from gallery_lens.model import Item

#: The fields of the model that are one medium.
_MEDIA: Final = ("image.picture", "video.clip")
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
    wanted = plain(with_whole_description(edited.raw, [original.wire]))
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
    replaced = _replaced(original.dialect, known, after) if readdressed else set()
    return dict(_merged(raw, known, after, replaced))


def add(new: Subject, view: Dialect, source: Dialect, findings: Findings) -> dict[str, Any] | None:
    """Return a new item in the form of *source*, without an id; None, with reasons, if it is no item."""
    return back(_as(new, plain(new.raw)), view, source, findings)


def back(subject: Subject, view: Dialect, source: Dialect, findings: Findings) -> dict[str, Any] | None:
    """Convert one item of the view to the form of *source*, without a sort order."""
    found = Read(subject=subject, dialect=view, model=read(subject, view, findings))
    examine(found, source, "drop", findings)
    if found.model is not None:
        write(found, source, findings)
    return None if found.wire is None else _without_id(found.wire, source)


def _without_id(wire: dict[str, Any], source: Dialect) -> dict[str, Any]:
    """An id is never edited; one that a new item brings along belongs to another one."""
    row = source.item.by_field["id"].wire
    return {key: value for key, value in wire.items() if key != row}


def _as(subject: Subject, raw: Any) -> Subject:
    return attrs.evolve(subject, raw=raw)


def _report_kept_link(original: Read, edited: Subject, old: Any, new: Any, findings: Findings) -> None:
    link = original.model.link if isinstance(original.model, Item) else None
    if not link or not new or old == new:
        return
    for value, name in ((link.text, "text"), (link.data, "data")):
        if present(value):
            findings.add("link-text-kept", edited, ("link", name), value=value)
            return


def _replaced(source: Dialect, before: Mapping[str, Any], after: Mapping[str, Any]) -> set[Place]:
    """Return the places of media that are others than before; nothing of those is kept."""
    places = (tuple(source.item.by_field[field].wire.split(".")) for field in _MEDIA)
    return {place for place in places if not _same_file(_at(before, place), _at(after, place))}


def _same_file(one: Any, other: Any) -> bool:
    """Tell whether two media objects are one file; without its name, other words would take its place."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    named = bool(other.get("filename")) or not one.get("filename")
    return bool(one.get("id")) and one.get("id") == other.get("id") and named


def _at(value: Any, place: Place) -> Any:
    for step in place:
        value = value.get(step) if isinstance(value, dict) else None
    return value


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
