"""The strict grammar of media texts, and the deprecated forms of it that are written back as they are."""

import re
from collections.abc import Mapping
from typing import Final

from gallery_lens.late import late
from gallery_lens.media._reference import MediaKind

_PART: Final = r"[^/?#\t\n\r]+"
_TEXT: Final = r"[^/&#\t\n\r]+"
_POSTER: Final = f"#posterUri={_TEXT}&posterWidth=[0-9]+&posterHeight=[0-9]+"


_IMAGE: Final = (
    f"wix:image://v1/{_PART}/(?:{_PART})?#originWidth=[0-9]+&originHeight=[0-9]+(?:&watermark={_TEXT})?"
)


def _pattern(grammar: str) -> re.Pattern[str]:
    return late(rf"(?:{grammar})(?<![\0-\x20])")


_STRICT: Final[Mapping[MediaKind, re.Pattern[str]]] = {
    MediaKind.IMAGE: _pattern(_IMAGE),
    MediaKind.VIDEO: _pattern(f"wix:video://v1/{_PART}/{_PART}{_POSTER}"),
    MediaKind.VECTOR: _pattern(f"wix:vector://v1/{_PART}/(?:{_PART})?"),
    MediaKind.AUDIO: _pattern(f"wix:audio://v1/{_PART}/{_PART}#duration=[0-9]+"),
    MediaKind.DOCUMENT: _pattern(f"wix:document://v1/(?:ugd/)?{_PART}/{_PART}"),
}
#: The strict and the deprecated texts, which are written back as they are.
KEPT: Final[Mapping[MediaKind, re.Pattern[str]]] = {
    **_STRICT,
    MediaKind.IMAGE: _pattern(f"{_IMAGE}|image://v1/{_PART}/[0-9]+_[0-9]+/(?:{_PART})?"),
    MediaKind.VIDEO: _pattern(f"wix:video://v1/{_PART}/{_PART}/?{_POSTER}"),
}


def is_strict(text: str) -> bool:
    """Return whether *text* follows the strict grammar, the deprecated forms not included.

    The grammar knows nothing of escapes: a strict text may still be refused by ``parse``.
    """
    return any(pattern.fullmatch(text) for pattern in _STRICT.values())
