"""Keys by which objects are told apart that would otherwise look alike.

Dialects know nothing of each other; what they must not take for their own stands here.
"""

from typing import Any, Final

from gallery_lens.late import late

#: Keys that only the older REST API has, on items and on galleries.
LEGACY: Final = frozenset(
    ("dataType", "photoMetadata", "videoMetadata", "textMetadata", "totalItemsCount", "compId")
)
#: Keys that only items of the open-source component have.
COMPONENT: Final = frozenset(("itemId", "photoId", "metaData", "file_url"))
#: What both may name their media by.
ADDRESS: Final = "mediaUrl"
#: What stands beside an address in the older REST API, and never in the component.
_BESIDE: Final = frozenset(("sortOrder", "fileName", "mediaOwner", "isSecure", "createdDate", "updatedDate"))

#: Keys that neither today's backend nor a page knows.
_FOREIGN: Final = LEGACY | COMPONENT | {ADDRESS}
#: Keys by which an object can be sure to be something else than an item of today's backend.
UNBACKED: Final = _FOREIGN | {"metadata", "src", "slug", "thumbnail"}


def is_legacy(wire: dict[str, Any]) -> bool:
    """Return whether *wire* can be nothing but the older REST API's."""
    if is_component(wire):
        return False
    return not LEGACY.isdisjoint(wire) or (ADDRESS in wire and not _BESIDE.isdisjoint(wire))


def is_component(wire: dict[str, Any]) -> bool:
    """Return whether *wire* can be nothing but an item of the component."""
    return not COMPONENT.isdisjoint(wire) or _has_metadata(wire)


def _has_metadata(wire: dict[str, Any]) -> bool:
    """Events of the backend have ``metadata`` as well, about something beside it."""
    if "metadata" not in wire:
        return False
    metadata = wire["metadata"]
    return not ("data" in wire or "entity" in wire or (isinstance(metadata, dict) and "entityId" in metadata))


def is_foreign(wire: dict[str, Any]) -> bool:
    """Return whether *wire* has a key that neither today's backend nor a page knows."""
    return not _FOREIGN.isdisjoint(wire) or _has_metadata(wire)


def is_page_item(wire: dict[str, Any]) -> bool:
    """Return whether *wire* has its medium's address at the top, and no branch as backend items have."""
    if "src" not in wire:
        return False
    branches = (wire.get(branch) for branch in ("image", "video", "text"))
    return not any(isinstance(branch, dict) and branch for branch in branches)


#: What the Media Manager calls its files: hexadecimal digits in two groups, or a mark of its own.
_MEDIA_ID: Final = late(r"[0-9a-f]{6}_[0-9a-f]{32}[^/\s]*|[^/\s]+~mv2[^/\s]*\.[A-Za-z0-9]+")


def is_cms(wire: dict[str, Any]) -> bool:
    """Return whether *wire* is a page's item as the CMS and Stores keep it, with ids of media."""
    return ("src" in wire and ("id" in wire or "fileName" in wire)) or is_media_id(wire.get("slug"))


def is_media_id(slug: Any) -> bool:
    """Return whether *slug* is what the Media Manager calls a file."""
    return isinstance(slug, str) and _MEDIA_ID.fullmatch(slug) is not None
