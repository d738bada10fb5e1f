"""Numbers that JSON does not have: NaN and the infinities."""

import math
from collections.abc import Iterator
from typing import Any

from gallery_lens.places import Place


def not_finite(value: Any, at: Place = ()) -> Iterator[Place]:
    """Yield the place of every NaN and infinity in a JSON-like *value*; JSON has no such numbers."""
    if isinstance(value, float):
        if not math.isfinite(value):
            yield at
    elif isinstance(value, (dict, list)):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, (float, dict, list)):
                yield from not_finite(inner, (*at, step))


def without_not_finite(value: Any) -> Any:
    """Return *value* with null for every NaN and infinity, as JSON text would have it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: without_not_finite(inner) for key, inner in value.items()}
    return [without_not_finite(inner) for inner in value] if isinstance(value, list) else value
