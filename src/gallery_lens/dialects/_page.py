"""The parts that dialects of pages share: flat items, one text for the medium and one for the link."""

from typing import Any, Final

import attrs

from gallery_lens import media
from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects._mending import as_address, as_text, as_type, unsupported
from gallery_lens.dialects.noise import leads
from gallery_lens.dialects.rows import Codec, Refused, Unstructuring
from gallery_lens.media import MediaError, MediaKind
from gallery_lens.model import UNSET, Item, Kind


def _shown(value: Any, owner: Any, to: Unstructuring) -> Any:
    """Null, empty and absent are one to a page: nothing is written for them."""
    return value if to.same or value else UNSET


def _link(value: Any, owner: Any, to: Unstructuring) -> Any:
    return value if to.same or leads(value) else UNSET


def _structure_type(value: Any) -> str:
    if not isinstance(value, str) or value.lower() not in ("image", "video"):
        raise Refused("image or video")
    return value


def _type(value: Any, item: Item, to: Unstructuring) -> Any:
    return value if to.same or to.kind is None else to.kind.lower()


#: A text that a page shows only if there is something to show.
SHOWN: Final = Codec(TEXT.structure, _shown, shape=TEXT.shape, writes="shown")
SHOWN_WORDS: Final = attrs.evolve(SHOWN, mend=as_text)
LINK: Final = Codec(TEXT.structure, _link, shape=TEXT.shape, writes="link", mend=as_address)
TYPE: Final = Codec(
    _structure_type,
    _type,
    shape=("choice", "image", "video"),
    writes="kind",
    how="spelling",
    derives=True,
    mend=as_type,
    tell=unsupported("image and video, in any case"),
)


def kind_of_wire(wire: dict[str, Any]) -> Kind:
    """Return the kind of a page's item: its type in any case, else what its address says, else image."""
    text = wire.get("type")
    if isinstance(text, str) and text.upper() in ("IMAGE", "VIDEO"):
        return Kind(text.upper())
    return _kind_of_address(wire.get("src"))


def _kind_of_address(src: Any) -> Kind:
    try:
        found = media.parse(src) if isinstance(src, str) else None
    except MediaError:
        return Kind.IMAGE
    if found is None or found.kind is not MediaKind.WEB:
        return Kind.VIDEO if found is not None and found.kind is MediaKind.VIDEO else Kind.IMAGE
    return Kind.VIDEO if media.video_host(str(src)) else Kind.IMAGE
