"""Values in JSON documents, read and replaced by their places: tuples of keys and indices from the root."""

from typing import Any

from gallery_lens.diagnostics import Place


def value_at(value: Any, place: Place) -> Any:
    """Return the value at *place*; None if there is none."""
    for step in place:
        if isinstance(value, dict):
            value = value.get(step)
        else:
            there = isinstance(value, list) and isinstance(step, int) and step < len(value)
            value = value[step] if there else None
    return value


def replaced(value: Any, place: Place, new: Any) -> Any:
    """Return *value* with *new* at *place*; what lies beside the way is shared, not copied."""
    if not place:
        return new
    step, *below = place
    inner = replaced(value[step], tuple(below), new)
    if isinstance(value, dict):
        return {**value, step: inner}
    return [inner if index == step else each for index, each in enumerate(value)]
