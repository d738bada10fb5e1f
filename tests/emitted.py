"""Which schema each part of an emitted document has to satisfy."""

from collections.abc import Iterator
from typing import Any

from gallery_lens import schemas
from gallery_lens.diagnostics import pointer


def wrong(value: Any, target: str, *, kept: bool = False) -> list[str]:
    """Return what the schemas of *target* do not allow in *value*, as sentences with places.

    *kept* is for a page that got its own back: such items are as open as what is read.
    """
    return [
        f"{name}{pointer(error.absolute_path)}: {error.message}"
        for name, part in _parts(value, target, kept=kept)
        for error in schemas.validator(name).iter_errors(part)
    ]


def _parts(value: Any, target: str, *, kept: bool) -> Iterator[tuple[str, Any]]:
    """Yield every item, list or gallery that *value* holds, with the name of its schema."""
    item, gallery = f"{target}-item", f"{target}-gallery"
    if target == "frontend":
        item = "frontend-item" if kept else "frontend-view-item"
    match value:
        case [{"items": list()}, *_]:
            yield "frontend-galleries", value
        case list():
            yield from ((item, each) for each in value)
        case {"galleries": list(those)} | {"itemsInGalleries": list(those)}:
            yield from ((gallery, each) for each in those)
        case {"gallery": dict(one)}:
            yield gallery, one
        case {"item": dict(one)}:
            yield item, one
        case {"items": list(those)} if target == "frontend":
            yield from ((item, each) for each in those)
        case {"items": _} | {"totalItems": _}:
            yield gallery, value
        case dict():
            yield item, value
