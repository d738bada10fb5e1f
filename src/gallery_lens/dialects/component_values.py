"""Values of the component's items that are made of others, by functions that compiled conversions name."""

import re
from typing import Any, Final

from gallery_lens.dialects._codecs import is_integer, is_not_finite, is_number
from gallery_lens.late import late
from gallery_lens.media import video_cdn_id, video_host, web_parts
from gallery_lens.model import Kind
from gallery_lens.order import numeric

#: How the addresses of files end that only a video has.
_FILM: Final = late(r"\.(?:mp4|m4v|mov|webm|ogv)", re.IGNORECASE | re.ASCII)


def pair_of(x: Any, y: Any) -> list[Any] | None:
    """Return two numbers that JSON has as a list."""
    return [x, y] if are_finite(x, y) else None


def are_finite(x: Any, y: Any) -> bool:
    """Return whether both are numbers that JSON has."""
    return is_finite(x) and is_finite(y)


def is_finite(value: Any) -> bool:
    """Return whether *value* is a number that JSON has."""
    return is_number(value) and not is_not_finite(value)


def quality_switch(quality: Any) -> bool | None:
    """Return true if there is a *quality* to be used."""
    return bool(quality) or None


def sharpening_switch(*amounts: Any) -> bool | None:
    """Return true if there is a number for sharpening a picture."""
    return any(map(is_finite, amounts)) or None


def shown_text(value: Any) -> str | None:
    """Return a text that says anything."""
    return value if value and isinstance(value, str) else None


def shown_size(value: Any) -> Any:
    """Return a size that is one."""
    return value if is_integer(value) and value > 0 else None


def known_millis(newer: Any, older: Any) -> Any:
    """Return a duration in milliseconds; the *older* one serves where the *newer* one says nothing."""
    return newer if is_number(newer) else millis(older)


def millis(duration: Any) -> Any:
    """Return the older duration as a number of milliseconds, or None if it is no whole one."""
    if isinstance(duration, str):
        return numeric(duration)
    return duration if is_number(duration) and is_integer(duration) else None


def loses_duration(older: Any, newer: Any) -> bool:
    """Return whether the *older* of two durations is not what is written."""
    return millis(older) != newer if is_number(newer) else millis(older) is None


def renames_duration(older: Any, newer: Any) -> bool:
    """Return whether the *older* of two durations is what is written."""
    return not is_number(newer) and millis(older) is not None


def listed_poster(poster: Any) -> list[Any] | None:
    """Return a poster that stands alone as a list of one, or None if it has no address."""
    return [poster] if poster.url else None


def kind_at(*addresses: Any) -> Kind | None:
    """Return the kind of an item that has *addresses*: an image, if none of them is that of a film."""
    return None if any(map(is_film, addresses)) else Kind.IMAGE


def is_film(address: Any) -> bool:
    """Return whether *address* is that of a film, as far as an address can say."""
    parts = web_parts(address) if isinstance(address, str) else None
    if parts is None:
        return False
    return bool(video_cdn_id(address) or video_host(address)) or _FILM.search(parts.path[-5:]) is not None
