"""The page's items in the form of the viewer: what Wix's own code writes and reads, and no document says.

Source: Wix's public converter from the items of the Pro Gallery to those of ``$w.Gallery``, and the viewer's
formatter that reads them. This form is only written: ``frontend`` reads both.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gallery_lens.conditions import call, present
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects._component_codecs import POINT, is_point
from gallery_lens.dialects.frontend import FRONTEND, STYLED
from gallery_lens.dialects.frontend import ITEM as DOCUMENTED
from gallery_lens.dialects.media_text import picture_text, sized_address
from gallery_lens.dialects.noise import leads, target_lost
from gallery_lens.dialects.rows import Codec, Loss, Row, Unstructuring
from gallery_lens.model import UNSET, Item, Kind, Picture, kind_of
from gallery_lens.places import Place
from gallery_lens.values import evolve

# ---------------------------------------------------------------- values


def _point(point: Any, owner: Any, to: Unstructuring) -> Any:
    """Write a pair of numbers; the centre holds without it."""
    centred = point and (point.x, point.y) == (0.5, 0.5)
    return UNSET if centred else POINT.unstructure(point, owner, to)


def _lost_point(point: Any, owner: Any, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    """A point without one of its numbers is no pair."""
    if present(point) and not is_point(point):
        yield "", point, ()


def _style(css: Any, owner: Any, to: Unstructuring) -> Any:
    """Write the colour of the box under the viewer's name for it, too."""
    written = STYLED.unstructure(css, owner, to)
    if not isinstance(written, Mapping):
        return UNSET
    colour = written.get("backgroundColor")
    return dict(written) if colour is None else {"fillColor": colour, **written}


_ADDRESS: Final = picture_text(flat=True)


def _address(picture: Any, owner: Any, to: Unstructuring) -> Any:
    """Write the address of a picture; one outside of Wix has its size in the fragment."""
    text = _ADDRESS.unstructure(picture, owner, to)
    return sized_address(text, picture) or text


def _outside_details(picture: Picture, owner: Any, to: Unstructuring) -> Iterator[tuple[str, Any, Place]]:
    sized = sized_address(_ADDRESS.unstructure(picture, owner, to), picture)
    for name in ("filename",) if sized else ("width", "height", "filename"):
        if not picture.id and (value := getattr(picture, name)):
            yield name, value, ()


# ---------------------------------------------------------------- the table

#: What the documented form only gives back to a page is written for items of other dialects.
_SHOWN: Final = Codec(TEXT.structure, lambda value, owner, to: value or UNSET)
_WRITTEN: Final = {
    ("image.picture", "src"): evolve(_ADDRESS, unstructure=_address),
    ("image.picture.alt_text", "alt"): _SHOWN,
    ("link.target", "target"): Codec(
        TEXT.structure, lambda word, link, to: word if word and leads(link.url) else UNSET
    ),
    ("image.focal_point", "settings.focalPoint"): evolve(POINT, unstructure=_point),
    ("text.html", "html"): _SHOWN,
    ("text.css", "style"): evolve(STYLED, unstructure=_style),
    ("text.editor_html", "editorHtml"): _SHOWN,
}
#: Losses that are none here, or others, by the field that they hang on.
_CARRIED: Final = ("text", "link.target", "image.picture.alt_text", "image.focal_point")


def _rows() -> Iterator[Row]:
    for row in DOCUMENTED.rows:
        if codec := _WRITTEN.get((row.field, row.wire)):
            yield Row(row.field, row.wire, codec, kind=row.kind)
        elif not row.field.startswith("image.focal_point."):  # these are the elements of the pair
            yield row


def _losses() -> Iterator[Loss]:
    for loss in DOCUMENTED.losses:
        if loss.rule == "external-image-details-dropped" and loss.field == "image.picture":
            yield Loss(loss.field, loss.rule, find=_outside_details)
        elif loss.field not in _CARRIED:
            yield loss
    yield Loss("link.target", "link-details-dropped", call(target_lost, "link.target", "link.url"))
    yield Loss("image.focal_point", "focal-point-dropped", find=_lost_point)
    yield Loss("text.editor_font_id", "unknown-field-dropped")


ITEM: Final = evolve(DOCUMENTED, rows=tuple(_rows()), losses=tuple(_losses()))


# ---------------------------------------------------------------- the dialect

#: The keys that no document describes, of any item and of texts.
_KEYS: Final = ("alt", "target", "settings")
_TEXT_KEYS: Final = ("type", "html", "editorHtml", "style", "width", "height", "target")


def undocumented(wire: Mapping[str, Any]) -> list[str]:
    """Return the keys of an item that no document describes, as it was written."""
    if wire.get("type") == Kind.TEXT.lower():
        return [key for key in _TEXT_KEYS if key in wire]
    src = wire.get("src")
    is_sized = isinstance(src, str) and src.lower().startswith("http") and "#originWidth=" in src
    return [*(["src"] if is_sized else []), *(key for key in _KEYS if key in wire)]


def _not_shown(item: Item) -> str | None:
    """Return the rule that speaks of a text item without a text."""
    shown = kind_of(item) is not Kind.TEXT or (item.text and item.text.html)
    return None if shown else "text-item-dropped"


VIEWER: Final = evolve(FRONTEND, item=ITEM, undocumented=undocumented, leaves_out=_not_shown)
