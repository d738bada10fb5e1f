"""What comes out: the converted items in the wrapper that the target wants."""

from typing import Any

from gallery_lens.conversion._items import in_order
from gallery_lens.conversion._run import Converted, Run
from gallery_lens.dialects import DIALECTS
from gallery_lens.errors import UsageError
from gallery_lens.model import Family
from gallery_lens.wrappers import Shape


def output(run: Run) -> Any:
    """Return the value of a conversion, wrapped as the target wants it.

    A page gets arrays of items, whatever they came in; a backend, and a page that gets its own
    back, the same wrapper around the converted content.
    """
    asked = DIALECTS.get(run.options.source)
    sources = (*run.dialects, asked) if asked else run.dialects
    from_page = any(source.item.family is Family.PAGE for source in sources)
    if run.options.target.item.family is Family.BACKEND or from_page:
        return run.envelope.fill({each.slot.place: _whole(each) for each in run.converted if _is_there(each)})
    if run.envelope.many:
        return [_page_gallery(each) for each in run.converted if each.readable]
    return _bare(run.converted[0]) if run.converted else None


def body(run: Run, name: str | None) -> dict[str, Any]:
    """Return what ``createGallery`` takes: the items in a gallery called *name*.

    Raises:
        UsageError: the target is no backend, or there are several galleries.
    """
    if run.options.target.item.family is not Family.BACKEND:
        raise UsageError(
            "Only a backend dialect (velo, rest) has galleries to create; choose it as the target."
        )
    if run.envelope.many:
        raise UsageError("A list of galleries cannot become one; convert the galleries one by one.")
    wires = [wire for each in run.converted for wire in each.wires]
    return {"gallery": ({} if name is None else {"name": name}) | {"items": wires}}


def _is_there(each: Converted) -> bool:
    """Tell whether anything is left of a slot; only single items and unreadable galleries go whole."""
    return each.readable and (each.slot.shape is not Shape.ITEM or bool(each.wires))


def _whole(each: Converted) -> Any:
    if each.slot.shape is not Shape.GALLERY:
        return _bare(each)
    given = each.slot.value
    if "items" not in given:
        return in_order(given, each.fields)
    return in_order(
        given, each.fields | {"items": None if given["items"] is None else each.wires}, deep=False
    )


def _bare(each: Converted) -> Any:
    if each.slot.shape is Shape.ITEM:
        return each.wires[0] if each.wires else None
    return each.wires


def _page_gallery(each: Converted) -> dict[str, Any]:
    raw = each.slot.value
    known = {"galleryId": each.subject.id, "name": raw.get("name") or None}
    return {key: value for key, value in known.items() if isinstance(value, str)} | {"items": each.wires}
