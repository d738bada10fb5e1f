"""The quick codec, msgspec: a small text is read and written before it could be imported."""

import functools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msgspec.json import Encoder


def is_here() -> bool:
    """Return whether using the codec costs no import."""
    return "msgspec" in sys.modules


@functools.cache
def decoder() -> "Callable[[bytes], Any]":
    """Return the function that reads a document."""
    import msgspec

    return msgspec.json.Decoder().decode


@functools.cache
def encoder() -> "Encoder":
    """Return the encoder, made once."""
    import msgspec

    return msgspec.json.Encoder()
