"""Why a wire object was refused, in terms of rules: the one place that words schema errors."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from gallery_lens import schemas
from gallery_lens.diagnostics import NO_VALUE, Place, Step, spell
from gallery_lens.dialects._rows import RefusedItem

_DATES: Final = {"_createdDate", "_updatedDate", "createdDate", "updatedDate"}
_A: Final[dict[Step, str]] = {
    "image": "an image",
    "video": "a video",
    "text": "a text",
    "photoMetadata": "a photo's metadata",
    "videoMetadata": "a video's metadata",
    "textMetadata": "a text's metadata",
}
_BRANCHES: Final = tuple(_A)
_TYPES: Final = (("type",), ("dataType",), ("metaData", "type"), ("metadata", "type"))
_NOUNS: Final = {
    "object": "an object",
    "array": "an array",
    "string": "a string",
    "number": "a number",
    "integer": "an integer",
    "boolean": "true or false",
    "null": "null",
}


@attrs.frozen(eq=False, repr=False)
class Refusal:
    """One value that a schema does not allow."""

    rule: str
    place: Place
    value: Any
    facts: dict[str, Any]


def refusals(schema: str, wire: Any, refused: RefusedItem) -> list[Refusal]:
    """Return everything that *schema* (by name) does not allow in *wire*, after a converter refused it.

    The schema finds all of it; where the converter met the same value, its words are the better ones.
    """
    words = {inner.place: inner.expected for inner in refused.refusals}
    errors = _leaves(schemas.validator(schema).iter_errors(wire))
    found = {tuple(error.absolute_path): _refusal(error, wire, words) for error in errors}
    return list(found.values()) or [_plain(place, expected) for place, expected in words.items()]


def _plain(place: Place, expected: str) -> Refusal:
    return Refusal("off-schema", place, NO_VALUE, {"expected": expected})


def _leaves(errors: Any) -> Iterator[Any]:
    """The errors that stand deepest: those inside a combination speak for it."""
    for error in errors:
        if error.context:
            yield from _leaves(error.context)
        else:
            yield error


def _refusal(error: Any, wire: Any, words: Mapping[Place, str]) -> Refusal:
    place = tuple(error.absolute_path)
    last = place[-1] if place else None
    if last in _BRANCHES and "then" in error.absolute_schema_path:
        return Refusal("type-mismatch", place, error.instance, {"contradiction": _contradiction(wire, place)})
    if place in _TYPES:
        return Refusal("unsupported-type", place, error.instance, {"allowed": _allowed(error)})
    if last in _DATES and error.validator == "pattern":
        return Refusal("date-invalid", place, error.instance, {})
    return Refusal("off-schema", place, error.instance, {"expected": words.get(place) or _expected(error)})


def _contradiction(wire: Any, place: Place) -> str:
    said = wire.get("type", wire.get("dataType"))
    others = [branch for branch in _BRANCHES if branch != place[-1] and wire.get(branch) is not None]
    if others and (not isinstance(said, str) or said.upper() == "UNDEFINED"):
        return f"it holds {_A[place[-1]]}, but also {' and '.join(_A[other] for other in others)}"
    return f"it holds {_A[place[-1]]}, but its type is {said if isinstance(said, str) else spell(said)}"


def _allowed(error: Any) -> str:
    if error.validator == "enum":
        return ", ".join(map(str, error.validator_value))
    return str(error.schema["title"]).partition(", in any case")[0]


def _expected(error: Any) -> str:
    """Say what a schema wanted, in words that need no knowledge of schemas."""
    wanted = error.validator_value
    if error.validator == "type":
        return " or ".join(_NOUNS[name] for name in ([wanted] if isinstance(wanted, str) else wanted))
    return f"a value that fits the schema’s “{error.validator}”"
