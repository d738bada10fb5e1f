"""One value taken out of a larger document, and put back: for commands that work on whole galleries."""

from collections.abc import Iterable
from typing import Any

import attrs

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import UsageError
from gallery_lens.places import Place, replaced, value_at
from gallery_lens.wrappers._searching import offers, places_of, steps_of


def taken(document: Any, at: str | None) -> Any:
    """Return the value at the JSON Pointer *at*; the document itself for None.

    Raises:
        UsageError: Nothing stands there, or it is a pattern; the message names the pointers to galleries.
    """
    return document if at is None else value_at(document, place_at(document, at))


def put_back(document: Any, at: str | None, value: Any) -> Any:
    """Return *document* with *value* at the JSON Pointer *at*, which stands for something in it."""
    return value if at is None else replaced(document, place_at(document, at), value)


def in_whole(found: Iterable[Diagnostic], at: str | None, depth: int = 0) -> tuple[Diagnostic, ...]:
    """Return findings about what was ``taken`` with the pointers that they have in the whole document.

    The first *depth* steps of their pointers lead to the document.
    """
    inside = "" if at is None else at.removeprefix("#")
    placed: list[Diagnostic] = []
    for each in found:
        steps = each.pointer.split("/")
        rest = "".join(f"/{step}" for step in steps[depth + 1 :])
        placed.append(attrs.evolve(each, pointer="/".join(steps[: depth + 1]) + inside + rest))
    return tuple(placed)


def place_at(document: Any, at: str) -> Place:
    """Return the place that the JSON Pointer *at* stands for, as ``taken`` does."""
    steps = steps_of(at)
    if "*" in steps:
        raise UsageError(f"at (--at) cannot be {at!r} here: name one gallery by its JSON Pointer.")
    if place := next(places_of(document, steps), None if steps else ()):
        return place
    if not steps:
        return ()
    found = offers(document)
    raise UsageError(f"The document has nothing at {at}{f'; {found}' if found else ''}.")
