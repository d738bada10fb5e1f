"""JSON Pointers with ``*`` for every key or index, as ``--at`` takes them."""

from collections.abc import Iterator, Sequence
from typing import Any

from gallery_lens.diagnostics import Place, Step
from gallery_lens.errors import UsageError


def steps_of(at: str) -> tuple[str, ...]:
    """Return the steps of a pointer; that of ``*`` alone is ``*``.

    Raises:
        UsageError: It is not a JSON Pointer.
    """
    pointer = at.removeprefix("#")
    if pointer == "*":
        return ("*",)
    if pointer and not pointer.startswith("/"):
        raise UsageError(
            f"at (--at) cannot be {at!r}: give a JSON Pointer such as /data/media or /*/json, "
            "or * for every gallery."
        )
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def places_of(value: Any, steps: Sequence[str], at: Place = ()) -> Iterator[Place]:
    """Yield the places in *value* that *steps* lead to, in document order."""
    if not steps:
        yield at
        return
    step, *rest = steps
    for key, inner in _members(value, step):
        yield from places_of(inner, rest, (*at, key))


def _members(value: Any, step: str) -> Iterator[tuple[Step, Any]]:
    if isinstance(value, dict):
        if step in value:
            yield step, value[step]
        elif step == "*":
            yield from value.items()
    elif isinstance(value, list):
        if step == "*":
            yield from enumerate(value)
        elif step.isascii() and step.isdigit() and int(step) < len(value):
            yield int(step), value[int(step)]
