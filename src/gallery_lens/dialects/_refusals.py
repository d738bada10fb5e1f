"""Why a wire object was refused, in terms of rules: the one place that words schema errors."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from gallery_lens import schemas
from gallery_lens.diagnostics import Place

_DATES: Final = {"_createdDate", "_updatedDate", "createdDate", "updatedDate"}
_NOUNS: Final = {
    "object": "an object",
    "array": "an array",
    "string": "a string",
    "number": "a number",
    "integer": "an integer",
    "boolean": "true or false",
    "null": "null",
}


@attrs.frozen
class Refusal:
    """One value that a schema does not allow."""

    rule: str
    place: Place
    value: Any
    facts: dict[str, Any]


def refusals(schema: str, wire: Any) -> list[Refusal]:
    """Return what *schema* (by name) does not allow in *wire*, in the order of the schema's errors."""
    found = {
        refusal.place: refusal
        for refusal in map(_refusal, _leaves(schemas.validator(schema).iter_errors(wire)))
    }
    return list(found.values())


def _leaves(errors: Any) -> Iterator[Any]:
    """The errors that stand deepest: those inside a combination speak for it."""
    for error in errors:
        if error.context:
            yield from _leaves(error.context)
        else:
            yield error


def _refusal(error: Any) -> Refusal:
    place = tuple(error.absolute_path)
    last = place[-1] if place else None
    if last in ("image", "video", "text") and "then" in error.absolute_schema_path:
        return Refusal("type-mismatch", place, error.instance, {"contradiction": _contradiction(place)})
    if place == ("type",):
        return Refusal("unsupported-type", place, error.instance, {"allowed": _allowed(error)})
    if last in _DATES and error.validator == "pattern":
        return Refusal("date-invalid", place, error.instance, {})
    return Refusal("off-schema", place, error.instance, {"expected": _expected(error)})


def _contradiction(place: Place) -> str:
    return f"the item holds a {place[-1]} branch that its type, or another branch, contradicts"


def _allowed(error: Any) -> str:
    return ", ".join(map(str, error.validator_value)) if error.validator == "enum" else "image or video"


def _expected(error: Any) -> str:
    """Say what a schema wanted, in words that need no knowledge of schemas."""
    wanted = error.validator_value
    match error.validator:
        case "type":
            return " or ".join(_NOUNS[name] for name in ([wanted] if isinstance(wanted, str) else wanted))
        case "enum":
            return "one of " + ", ".join(map(str, wanted))
        case "minimum" | "maximum":
            return f"at {'least' if error.validator == 'minimum' else 'most'} {wanted}"
        case "maxItems":
            return f"at most {wanted} elements"
        case "pattern":
            return f"text of the form {error.schema.get('x-form', wanted)}"
    return f"a value that fits “{error.validator}”"
