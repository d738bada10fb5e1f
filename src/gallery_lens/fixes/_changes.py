"""Changes of a repair in terms of the document, independent of its text."""

from collections.abc import Iterable
from typing import Any, Literal

import attrs

from gallery_lens.places import Place


@attrs.frozen
class Change:
    """One value replaced or removed, or one member added to an object."""

    place: Place  #: of the value; of an added one, where it will stand
    op: Literal["replace", "remove", "add"]
    value: Any = None  #: the new one; nothing if the old one goes


@attrs.frozen(kw_only=True)
class Fix:
    """Changes that settle findings; all of them are made, or none."""

    codes: tuple[str, ...]  #: of the findings, sorted, each once
    fingerprints: tuple[str, ...]  #: of the findings, as far as they have any
    title: str  #: what is done, a sentence
    safe: bool  #: whether the gallery shows the same items, in the same order, with the same content
    pointer: str  #: of the first of the findings
    changes: tuple[Change, ...]  #: none inside of what another one replaces or removes


def changed(document: Any, changes: Iterable[Change]) -> Any:
    """Return *document* with *changes* made; what they do not touch is shared, not copied.

    Raises:
        LookupError: there is nothing at the place of one of them.
    """
    # Later elements of a list go first, so that the places of earlier ones hold.
    for change in sorted(
        changes, key=lambda each: [step if isinstance(step, int) else 0 for step in each.place], reverse=True
    ):
        document = _changed(document, change.place, change)
    return document


def _changed(value: Any, place: Place, change: Change) -> Any:
    if not place:
        return change.value
    step, rest = place[0], place[1:]
    copied: Any = dict(value) if isinstance(value, dict) else list(value)
    if rest or change.op == "replace":
        copied[step] = _changed(copied[step], rest, change)
    elif change.op == "remove":
        del copied[step]
    else:
        copied[step] = change.value
    return copied
