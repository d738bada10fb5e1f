"""Whether the quick codec is imported: a small text is read and written before it could be."""

import sys


def codec_is_here() -> bool:
    """Tell whether using the codec costs no import."""
    return "msgspec" in sys.modules
