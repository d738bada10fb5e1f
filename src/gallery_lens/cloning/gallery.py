"""The one gallery that a document holds."""

from typing import Any, Final

from gallery_lens.api import Result, convert
from gallery_lens.dialects import detect
from gallery_lens.errors import UsageError
from gallery_lens.words import SourceName
from gallery_lens.wrappers import Envelope, Shape, unwrap

#: The dialects of the requests that a gallery is created and changed by.
BACKENDS: Final = ("velo", "rest")


def as_backend(document: Any, source: SourceName = "auto") -> Result:
    """Convert *document* to the backend dialect that it is written in, and to ``rest`` if that is none.

    Raises:
        UsageError: *source* is not a dialect, or the document is nested too deeply.
    """
    require_document(document)
    known(document)
    found = convert(document, source, "velo")
    return convert(document, source, "rest") if set(found.dialects) - {"velo"} else found


def known(document: Any, at: str | None = None) -> Envelope:
    """Return the content of *document* at the pointer *at*.

    Raises:
        UsageError: That is nothing known; the message names the pointers at which media stand.
    """
    envelope = unwrap(document, at)
    for slot in envelope.slots:
        if slot.problem:
            raise UsageError(f"The document {slot.problem}.")
    return envelope


def require_document(document: Any, name: str = "The document") -> None:
    """Refuse what cannot hold a gallery; raises ``UsageError``."""
    if not isinstance(document, dict | list):
        raise UsageError(f"{name} holds no gallery and no items.")


def gallery_of(document: Any) -> dict[str, Any]:
    """Return the gallery in *document*; items alone are a gallery without fields.

    Raises:
        UsageError: It holds no gallery, or several.
    """
    slots = known(document).slots
    if len(slots) != 1:
        held = f"{len(slots)} galleries or pages" if slots else "no gallery"
        raise UsageError(f"The document holds {held}: name one gallery, with its pages merged.")
    (slot,) = slots
    if slot.shape is Shape.GALLERY and isinstance(slot.value, dict):
        items = slot.value.get("items")
        return {**slot.value, "items": items if isinstance(items, list) else []}
    if slot.shape is Shape.ITEMS:
        return {"items": list(slot.value)}
    if not isinstance(slot.value, dict) or not detect(slot.value):
        raise UsageError("The document holds no gallery and no items.")
    return {"items": [slot.value]}
