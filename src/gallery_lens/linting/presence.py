"""The test whether an unnamed document contains a gallery.

A folder holds all kinds of JSON, and much of it has keys such as ``type``, ``name``, ``items`` or
``image``. Reading takes an item for what its reader says it is; here a document has to show by itself
that it comes from a gallery.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

#: The files that commands write beside the data, by the keys that their documents or lines always have.
OUTPUTS: Final[Mapping[str, frozenset[str]]] = {
    "sidecar": frozenset(("schemaVersion", "tool", "source", "view", "document", "digest")),
    "report": frozenset(("schemaVersion", "tool", "summary", "diagnostics")),
    "baseline": frozenset(("schemaVersion", "tool", "findings")),
    "reject": frozenset(("input", "pointer", "codes", "item")),
    "ledger": frozenset(("input", "pointer", "fate")),
    "diagnostic": frozenset(("code", "name", "severity", "message", "pointer")),
    "sarif": frozenset(("$schema", "version", "runs")),
    "gitlab": frozenset(("description", "check_name", "fingerprint", "severity", "location")),
}

#: Texts that files of galleries have somewhere, and hardly any others.
_MARKS: Final = (
    *("image://v1/", "video://v1/", "static.wixstatic.com/", "video.wixstatic.com/"),
    *('"imageInfo"', '"videoInfo"', '"itemsInGalleries"', '"photoMetadata"'),
)

_MEDIA: Final = ("wix:image:", "wix:video:", "image://v1/", "video://v1/")
_ADDRESSES: Final = (*_MEDIA, "http://", "https://", "//")
_CDN: Final = ("static.wixstatic.com/", "video.wixstatic.com/")
#: The keys that hold the medium of an item of each type, and keys inside of it.
_BRANCHES: Final = {"image": "image", "photo": "image", "video": "video", "text": "text"}
_INNER: Final = frozenset(("imageInfo", "videoInfo", "image_info", "video_info", "html", "editorHtml"))
#: Keys that only items of a gallery have beside their type.
_OF_ITEMS: Final = frozenset(("_id", "sortOrder", "isSelected", "dataType", "focalPoint"))
#: Keys of items of the component and of the early API; two of the one kind, or one of each, tell them.
_IDS: Final = frozenset(("itemId", "photoId", "mediaUrl", "orderIndex", "dataType", "directShareLink"))
_MEASURES: Final = frozenset(("height", "html", "width"))
_DETAILS: Final = frozenset(("metaData", "metadata", "photoMetadata", "videoMetadata", "textMetadata"))


def output_of_ours(document: Any) -> str | None:
    """Return which of the files that commands write *document* is, or is a line of."""
    if isinstance(document, list) and document:
        return "gitlab" if output_of_ours(document[0]) == "gitlab" else None
    if not isinstance(document, dict):
        return None
    return next((name for name, keys in OUTPUTS.items() if keys <= document.keys()), None)


def text_has_marks(text: str) -> bool:
    """Return whether *text*, which is not JSON, is likely to be a damaged gallery."""
    return any(mark in text for mark in _MARKS)


def holds_gallery(items: Iterable[Any], galleries: Iterable[Any]) -> bool:
    """Return whether any of what was read as *items* or *galleries* is certain to be one."""
    return any(map(_counts_items, galleries)) or any(map(_is_item, items))


def _counts_items(raw: Any) -> bool:
    return isinstance(raw, dict) and isinstance(raw.get("totalItems", raw.get("totalItemsCount")), int)


def _is_item(raw: Any) -> bool:
    if isinstance(raw, str):
        return _is_media(raw)
    return isinstance(raw, dict) and (_is_of_backend(raw) or _is_of_page(raw) or _is_of_component(raw))


def _is_media(value: Any) -> bool:
    return isinstance(value, str) and (value.strip().startswith(_MEDIA) or any(at in value for at in _CDN))


def _inner(value: Any) -> bool:
    return isinstance(value, dict) and not _INNER.isdisjoint(value)


def _is_of_backend(raw: dict[str, Any]) -> bool:
    """Return whether it has a medium, or a type as backends write it with a key of an item."""
    # The type names the key that holds the medium.
    key = _BRANCHES.get(_type(raw))
    if key and isinstance(raw.get(key), dict | list) and (key != "text" or _inner(raw[key])):
        return True
    # A medium stands where one belongs, whatever the type says.
    if any(_is_media(value) or _inner(value) for value in map(raw.get, ("image", "video", "text", "src"))):
        return True
    name = raw.get("type", raw.get("dataType"))
    return name in ("IMAGE", "PHOTO", "VIDEO", "TEXT") and not _OF_ITEMS.isdisjoint(raw)


def _is_of_page(raw: dict[str, Any]) -> bool:
    """Return whether it is an item of a page or of the CMS, or a text item as viewers have it."""
    src = raw.get("src")
    if isinstance(src, str) and _type(raw) in _BRANCHES and (src.startswith(_ADDRESSES) or "slug" in raw):
        return True
    return _type(raw) == "text" and isinstance(raw.get("html"), str)


def _is_of_component(raw: dict[str, Any]) -> bool:
    """Return whether it is an item of the component, or of the early API."""
    ids, details = len(_IDS & raw.keys()), not _DETAILS.isdisjoint(raw)
    if ids + details > 1 and ("mediaUrl" in raw or details):
        return True
    described = (raw.get(key) for key in _DETAILS)
    return any(
        isinstance(each, dict) and _type(each) in _BRANCHES and not _MEASURES.isdisjoint(each)
        for each in described
    )


def _type(raw: dict[str, Any]) -> str:
    name = raw.get("type", raw.get("dataType"))
    return name.strip().lower() if isinstance(name, str) else ""
