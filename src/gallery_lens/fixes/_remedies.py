"""What settles one finding, by the name of its rule."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.diagnostics import Place, pointer, resolve
from gallery_lens.dialects._table import Lowering
from gallery_lens.fixes._changes import Change
from gallery_lens.fixes._scene import Found, Holder, stands
from gallery_lens.fixes._sorting import Remedy, as_number
from gallery_lens.media import MediaError, MediaKind, Quirk, Reference
from gallery_lens.model import Family, Item, Kind, kind_of
from gallery_lens.rules.m104_legacy_uri import FORMS


def _typed(found: Found) -> Remedy | None:
    """Write the type that the only branch tells, in the dialect's own spelling."""
    holder = found.holder
    kind = kind_of(holder.model) if holder and isinstance(holder.model, Item) else None
    if holder is None or kind is None or not holder.dialect.writable:
        return None
    place, word = holder.place_of("type"), _word(holder, kind)
    inside = place[len(holder.place) :]
    if not stands(holder.raw, inside[:-1]):
        return None
    # A page takes an item without type for a picture, whatever its address says.
    safe = holder.dialect.item.family is not Family.PAGE or kind is Kind.IMAGE
    change = Change(place, "replace" if stands(holder.raw, inside) else "add", word)
    return Remedy((found,), f"Write the type, {word}.", (change,), safe)


def _word(holder: Holder, kind: Kind) -> Any:
    """Return what the dialect writes for the type of an item that comes from elsewhere."""
    table = holder.dialect.item
    to = Lowering(root=holder.model, kind=kind, same=False, related=False, underscored=table.underscored)
    return table.by_field["type"].codec.lower(kind.value, holder.model, to)


def _strict(found: Found) -> Remedy | None:
    """Write a media address in today's form, if that says the same."""
    try:
        said = media.parse(found.value)
        text = media.build(_without_text(said))
    except MediaError:
        return None
    new = media.parse(text)
    if new != said or new.quirks & FORMS.keys() or new.kind is MediaKind.WEB:
        return None
    return Remedy(
        (found,), "Write the media address in today's form.", (Change(found.place, "replace", text),)
    )


def _without_text(said: Reference) -> Reference:
    """Return *said* without the text it was read from; sizes that the text lacks stay away."""
    sizeless = Quirk.NO_SIZE in said.quirks and not (said.width or said.height)
    fresh = attrs.evolve(said, _text=None)
    return attrs.evolve(fresh, width=None, height=None) if sizeless else fresh


def _unlinked(found: Found) -> Remedy | None:
    """Remove a link that leads nowhere and says nothing else."""
    linked = _link(found)
    if linked is None or not _is_nothing(linked[1]):
        return None
    return Remedy((found,), "Remove the empty link.", (Change(linked[0], "remove"),))


def _is_nothing(link: Any) -> bool:
    values = link.values() if isinstance(link, dict) else [link]
    return all(value in (None, "", "undefined", {}, []) for value in values)


def _disarmed(found: Found) -> Remedy | None:
    """Remove a link that runs code; where it should lead nobody knows."""
    linked = _link(found)
    if linked is None:
        return None
    return Remedy((found,), "Remove the unsafe link.", (Change(linked[0], "remove"),), safe=False)


def _link(found: Found) -> tuple[Place, Any] | None:
    """Return where the whole link of the item stands, and what it is; None if it has none."""
    holder = found.holder
    if holder is None or not isinstance(holder.model, Item):
        return None
    rows = holder.dialect.item.by_field
    place = holder.place_of("link" if "link" in rows else "link.url")
    inside = place[len(holder.place) :]
    return (place, resolve(holder.raw, pointer(inside))) if stands(holder.raw, inside) else None


REMEDIES: Final[Mapping[str, Callable[[Found], Remedy | None]]] = {
    "sort-order-text": as_number,
    "type-inferred": _typed,
    "legacy-uri": _strict,
    "link-url-missing": _unlinked,
    "unsafe-link": _disarmed,
}
