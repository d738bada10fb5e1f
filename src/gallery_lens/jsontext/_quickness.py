"""The use of the quick codec: a small text is read and written before it could be imported."""

import sys


def codec_is_here() -> bool:
    """Return whether using the codec costs no import."""
    return "msgspec" in sys.modules
