"""The parts that dialects of pages share: flat items, one text for the medium and one for the link."""

from typing import Any, Final

from gallery_lens.dialects._codecs import TEXT
from gallery_lens.dialects._mending import as_address, as_text, as_type, unsupported
from gallery_lens.dialects.addresses import kind_of_source
from gallery_lens.dialects.dialect import Untyped
from gallery_lens.dialects.noise import leads
from gallery_lens.dialects.rows import Codec, Refused
from gallery_lens.model import UNSET, Kind
from gallery_lens.values import evolve


def _structure_type(value: Any) -> str:
    if not isinstance(value, str) or value.lower() not in ("image", "video"):
        raise Refused("image or video")
    return value


#: A text that a page shows only if there is something to show.
#: Null, empty and absent are one to a page: nothing is written for them.
SHOWN: Final = Codec(
    TEXT.structure,
    lambda value, owner, to: value if to.same or value else UNSET,
    shape=TEXT.shape,
    writes="shown",
)
SHOWN_WORDS: Final = evolve(SHOWN, mend=as_text)
LINK: Final = Codec(
    TEXT.structure,
    lambda url, link, to: url if to.same or leads(url) else UNSET,
    shape=TEXT.shape,
    writes="link",
    mend=as_address,
)
TYPE: Final = Codec(
    _structure_type,
    lambda word, item, to: word if to.same or to.kind is None else to.kind.lower(),
    shape=(
        "choice",
        *(spelling for word in ("image", "video") for spelling in (word, word.title(), word.upper())),
    ),
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
    return kind_of_source(wire.get("src"))


UNTYPED: Final = Untyped(("src",), kind_of_source)
