"""Remedies for single findings, by the name of their rule."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.diagnostics import NO_VALUE
from gallery_lens.dialects.rows import Unstructuring
from gallery_lens.fixes._changes import Change
from gallery_lens.fixes._context import LocatedFinding
from gallery_lens.fixes._sorting import Remedy, as_number
from gallery_lens.media import MediaKind, Quirk
from gallery_lens.model import Family, Item, Kind, kind_of
from gallery_lens.places import Place, value_at
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.m104_legacy_uri import FORMS


def _typed(found: LocatedFinding) -> Remedy | None:
    """Write the type that the only branch tells, in the dialect's own spelling."""
    holder, item = found.holder, _item(found)
    kind = kind_of(item) if item else None
    if kind is None or not holder.dialect.writable:
        return None
    table, place = holder.dialect.item, holder.place_of("type")
    to = Unstructuring(root=item, kind=kind, same=False, related=False, underscored=table.underscored)
    word = table.by_field["type"].codec.unstructure(kind.value, item, to)
    inside = place[len(holder.place) :]
    if not isinstance(value_at(holder.raw, inside[:-1], NO_VALUE), dict):
        return None
    change = Change(place, "add" if value_at(holder.raw, inside, NO_VALUE) is NO_VALUE else "replace", word)
    # A page takes an item without type for a picture, whatever its address says.
    safe = holder.dialect.item.family is not Family.PAGE or kind is Kind.IMAGE
    return Remedy((found,), f"Write the type, {word}.", (change,), safe)


def _item(found: LocatedFinding) -> Item | None:
    """Return the item that a finding is about; None if it could not be read, only the gallery around it."""
    return found.holder.model if isinstance(found.holder.model, Item) else None


def _strict(found: LocatedFinding) -> Remedy | None:
    """Write a media address in today's form, if that says the same."""
    said = media.parse(found.value)
    fresh = attrs.evolve(said, _text=None)
    if Quirk.NO_SIZE in said.quirks and not (said.width or said.height):
        fresh = attrs.evolve(fresh, width=None, height=None)  # sizes that the text lacks stay away
    text = media.build(fresh)
    new = media.parse(text)
    if new != said or new.quirks & FORMS.keys() or new.kind is MediaKind.WEB:
        return None
    change = Change(found.place, "replace", text)
    return Remedy((found,), "Write the media address in today's form.", (change,))


def _unlinked(found: LocatedFinding) -> Remedy | None:
    """Remove a link that leads nowhere and says nothing else."""
    place, link = _link(found)
    values = link.values() if isinstance(link, dict) else [link]
    if any(leads(value) if isinstance(value, str) else value not in (None, {}, []) for value in values):
        return None
    return Remedy((found,), "Remove the empty link.", (Change(place, "remove"),))


def _disarmed(found: LocatedFinding) -> Remedy | None:
    """Remove a link that runs code; where it should lead nobody knows."""
    place, link = _link(found)
    if link is NO_VALUE:
        return None
    return Remedy((found,), "Remove the unsafe link.", (Change(place, "remove"),), safe=False)


def _link(found: LocatedFinding) -> tuple[Place, Any]:
    """Return where the whole link of the item stands, and what it is; ``NO_VALUE`` if it has none."""
    holder = found.holder
    place = holder.place_of("link" if "link" in holder.dialect.item.by_field else "link.url")
    return place, value_at(holder.raw, place[len(holder.place) :], NO_VALUE) if _item(found) else NO_VALUE


REMEDIES: Final[Mapping[str, Callable[[LocatedFinding], Remedy | None]]] = {
    "sort-order-text": as_number,
    "type-inferred": _typed,
    "legacy-uri": _strict,
    "link-url-missing": _unlinked,
    "unsafe-link": _disarmed,
}
