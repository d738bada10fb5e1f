"""From what rules and tables found to diagnostics: places, identity, words, fingerprints."""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import (
    NO_VALUE,
    VALUE_LIMIT,
    Diagnostic,
    Place,
    Severity,
    pointer,
    position,
    shorten,
    spell,
)
from gallery_lens.rules import rule

_MISSING: Final = object()

#: What an object holds because of where it stands or what stands inside it; it does not tell what it is.
_PASSING: Final = frozenset(
    ("items", "totalItems", "sortOrder", "orderIndex", "gallery", "galleries", "item", "itemsInGalleries")
)


@attrs.frozen(kw_only=True)
class Subject:
    """The item, gallery or document that findings are about, as given."""

    raw: Any
    place: Place  #: in the document
    dialect: str | None = None
    target: str | None = None
    gallery_id: str | None = None
    index: int | None = None

    @cached_property
    def id(self) -> str | None:
        """The item's own id, under whatever name."""
        return next(filter(None, (_text(self.raw, key) for key in ("_id", "id", "slug", "galleryId"))), None)

    @cached_property
    def title(self) -> str | None:
        """The item's title."""
        return _text(self.raw, "title")

    @cached_property
    def identity(self) -> str:
        """What tells the subject from others wherever it stands: its id, else its content.

        A gallery's items, and the number that sorts an item, are no part of that content; a list has
        none but its items.
        """
        if self.id or (isinstance(self.raw, list) and self.index is None):
            return self.id or ""
        lasting = _lasting(self.raw) if isinstance(self.raw, dict) else self.raw
        return "" if lasting == {} else json.dumps(lasting, sort_keys=True, default=str)


def _lasting(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in _PASSING}


def _text(raw: Any, key: str) -> str | None:
    value = raw.get(key) if isinstance(raw, dict) else None
    return value if isinstance(value, str) and value else None


class Findings:
    """Collects diagnostics about one document, and gives them back in document order."""

    def __init__(self, document: Any, texts: Iterable[Place] = ()) -> None:
        """Begin with nothing found; *texts* are the places of JSON texts that *document* holds read."""
        self._document = document
        self._texts = sorted(texts, key=len)
        self._found: dict[tuple[str, Place], Diagnostic] = {}

    def add(
        self,
        name: str,
        subject: Subject,
        below: Place = (),
        *,
        value: Any = NO_VALUE,
        severity: Severity | None = None,
        facts: Mapping[str, Any] | None = None,
        told_by: tuple[str, ...] = (),
    ) -> Severity:
        """Report the rule *name* about the value *below* the subject; return how bad it is.

        One rule speaks once about one place. A place that is not there becomes the nearest one
        around it that is: a JSON text, say, if it is inside of that. The fingerprint hangs on the subject
        and the place inside it, unless the finding is *told by* something else.
        """
        inside, raw = _nearest(subject.raw, below)
        there = inside == below or _holds_json(raw)
        shown = raw if there and below else value if value is not NO_VALUE else raw
        place = (*subject.place, *inside)
        if (name, place) not in self._found:
            at = self.pointer(place)
            self._found[name, place] = _diagnostic(
                name,
                subject,
                at,
                value=shown,
                severity=severity,
                facts=facts or {},
                told_by=told_by or (subject.identity, pointer(inside)),
            )
        return self._found[name, place].severity

    def pointer(self, place: Place) -> str:
        """Return the pointer to *place* in the document as given; inside a JSON text it ends at the text."""
        around = (text for text in self._texts if place[: len(text)] == text)
        return pointer(next(around, place))

    def adopt(self, other: "Findings", known: "Findings") -> None:
        """Take over what *other* found, except for what *known* says of the same place and value."""
        for key, found in other._found.items():
            twin = known._found.get(key)
            if twin is None or twin.message != found.message:
                self._found.setdefault(key, found)

    def placed(self) -> Iterator[tuple[Place, Diagnostic]]:
        """Yield every diagnostic with its place in the document, in the order in which they were found."""
        for (_, place), diagnostic in self._found.items():
            yield place, diagnostic

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all diagnostics in document order."""
        keys = sorted(self._found, key=lambda key: (position(self._document, key[1]), len(key[1])))
        return tuple(self._found[key] for key in keys)


def _nearest(raw: Any, place: Place) -> tuple[Place, Any]:
    value = raw
    for depth, step in enumerate(place):
        inner = _inside(value, step)
        if inner is _MISSING:
            return place[:depth], value
        value = inner
    return place, value


def _holds_json(raw: Any) -> bool:
    return isinstance(raw, str) and raw.lstrip().startswith(("{", "["))


def _inside(value: Any, step: Any) -> Any:
    if isinstance(value, dict):
        return value.get(step, _MISSING)
    there = isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
    return value[step] if there else _MISSING


def _diagnostic(
    name: str,
    subject: Subject,
    at: str,
    *,
    value: Any,
    severity: Severity | None,
    facts: Mapping[str, Any],
    told_by: tuple[str, ...],
) -> Diagnostic:
    spoken = rule(name)
    shown = value if value is NO_VALUE or _is_short(value) else shorten(value)
    return Diagnostic(
        code=spoken.code,
        name=spoken.name,
        severity=severity or spoken.severity,
        message=spoken.message.format(value=words(value, shown), **facts),
        pointer=at,
        dialect=subject.dialect,
        target=subject.target,
        gallery_id=subject.gallery_id,
        item_id=subject.id if subject.index is not None else None,
        item_index=subject.index,
        item_title=subject.title if subject.index is not None else None,
        value=shown,
        help=spoken.help,
        url=spoken.url,
        fingerprint=_fingerprint(spoken.code, *told_by),
    )


def _is_short(value: Any) -> bool:
    """Tell at a glance that *value* need not be shortened: a character takes at most six in JSON."""
    return isinstance(value, float) or (isinstance(value, str) and 6 * len(value) < VALUE_LIMIT)


def words(value: Any, shown: Any) -> str:
    """Write the value as JSON; one that was shortened, but is no text itself, is JSON already."""
    if value is NO_VALUE:
        return ""
    cut = isinstance(shown, str) and not isinstance(value, str)
    return str(shown) if cut else spell(shown)


def _fingerprint(*parts: str) -> str:
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


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
