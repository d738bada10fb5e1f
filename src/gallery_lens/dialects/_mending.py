"""Forms that the schemas do not describe, and that are clear all the same: what they are read as."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gallery_lens import dates
from gallery_lens.diagnostics import spell
from gallery_lens.dialects.rows import GONE, Mended, absent
from gallery_lens.order import numeric

#: Where no such text makes sense, this is what code leaves behind for nothing.
NULL: Final = "null"
_RESPELLED: Final = "value-respelled"


def _as(value: Any, moves: Mapping[Any, Any] | None = None, **beside: Any) -> Mended:
    return Mended(value, _RESPELLED, {"read": spell(value)}, moves or {}, beside)


def as_number(value: Any) -> Mended | None:
    """Read numeric text as its number; the text ``null`` is none."""
    if value == NULL:
        return Mended(GONE)
    number = numeric(value.strip()) if isinstance(value, str) else None
    return None if number is None else _as(number)


def as_text(value: Any) -> Mended | None:
    """Read a number as its text."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return _as(spell(value)) if is_number else None


def as_object(value: Any) -> Mended | None:
    """Read the JSON text of an object as that."""
    if not isinstance(value, str):
        return absent(value)
    try:
        held = json.loads(value)
    except (ValueError, RecursionError):
        return None
    return _as(held) if isinstance(held, dict) else None


def as_date(value: Any) -> Mended | None:
    """Read a date in another form than RFC 3339."""
    if value == NULL:
        return Mended(GONE)
    try:
        text, zoned = dates.read(value)
    except dates.NoDate:
        return None
    zone = "" if zoned else "; it names no zone, and UTC is taken"
    return Mended(text, "date-respelled", {"read": text, "zone": zone})


def why_no_date(value: Any) -> tuple[str, Mapping[str, Any]]:
    """Return the rule that reports a value which is not a date, with the reason."""
    try:
        dates.read(value)
    except dates.NoDate as error:
        return "date-invalid", {"reason": str(error)}
    raise AssertionError(value)


def as_type(value: Any) -> Mended | None:
    """Read null and empty text as a type that is not named."""
    return Mended(GONE) if value is None or value == "" else None


def as_page_type(value: Any) -> Mended | None:
    """Read the type of a text item, which pages know though no document says so."""
    return Mended(GONE) if is_text_type(value) else as_type(value)


def is_text_type(value: Any) -> bool:
    """Return whether *value* is the type of a page's text item, in any case."""
    return isinstance(value, str) and value.lower() == "text"


def as_link(value: Any) -> Mended | None:
    """Read the address alone as a link."""
    if not isinstance(value, str):
        return absent(value)
    if value.strip() in ("", NULL):
        return Mended(GONE)
    return _as({"url": value}, {("url",): ()})


def as_medium(value: Any) -> Mended | None:
    """Read the address alone as a medium."""
    if not isinstance(value, str) or value.strip() in ("", NULL):
        return Mended(GONE) if value in ("", NULL) else absent(value)
    return _as({"url": value}, {("url",): ()})


def as_tags(value: Any) -> Mended | None:
    """Read a list of words as the tags that they are."""
    if not isinstance(value, list) or not value:
        return absent(value)
    return _as({"values": value}, {("values",): ()})


def as_point(value: Any) -> Mended | None:
    """Read a pair of numbers as a focal point, which is the viewer's own form."""
    if not isinstance(value, list) or len(value) != 2:
        return absent(value)
    return Mended({"x": value[0], "y": value[1]}, moves={("x",): (0,), ("y",): (1,)})


def as_branch(key: str, *fields: str) -> Callable[[Any], Mended | None]:
    """Make what reads the medium itself as the branch that holds it under *key*.

    The *fields* are where the parts of a medium stand on the wire; where they are just one, that is text.
    """
    parts = tuple(field.rpartition(".")[2] for field in fields)

    def mend(value: Any) -> Mended | None:
        if isinstance(value, dict):
            return _opened(value, key, parts)
        if not isinstance(value, str):
            return absent(value)
        if value.strip() in ("", NULL):
            return Mended(GONE)
        return _as({key: value if len(parts) == 1 else {"url": value}}, {(key,): ()})

    return mend


def _opened(branch: dict[str, Any], key: str, parts: Sequence[str]) -> Mended | None:
    """Read a branch that holds an id or an address itself, instead of a medium that does."""
    if branch.get(key) not in (None, "", {}, []) or not any(map(_is_text, map(branch.get, ("id", "url")))):
        return None
    if len(parts) == 1:
        named = next(name for name in ("url", "id") if _is_text(branch.get(name)))
        rest = {name: inner for name, inner in branch.items() if name not in (key, named)}
        return _as(rest | {key: branch[named]}, {(key,): (named,)})
    medium = {name: branch[name] for name in branch if name in parts and name != key}
    rest = {name: inner for name, inner in branch.items() if name not in medium and name != key}
    # What a rule says of the medium as a whole is said of the branch that holds its parts.
    inside = {(key, name): (name,) for name in medium}
    return _as(rest | {key: medium}, {(key,): (), **{(name,): (name,) for name in rest}, **inside})


def unsupported(allowed: str) -> Callable[[Any], tuple[str, Mapping[str, Any]]]:
    """Make what reports a type that is none of those *allowed*."""
    return lambda value: ("unsupported-type", {"allowed": allowed})


def as_address(value: Any) -> Mended | None:
    """Read a page's link in the form of an object, whose words have no place on a page."""
    if not isinstance(value, dict):
        return absent(value)
    beside = {f"link.{key}": value[key] for key in ("text", "target", "type") if _is_text(value.get(key))}
    extra = {key: inner for key, inner in value.items() if key not in ("url", "text", "target", "type")}
    url = value.get("url")
    said = any(value[key] for key in value if key not in ("type", "target"))
    if not (_is_text(url) or said or str(value.get("type")).lower() not in ("none", "undefined")):
        return Mended(GONE)
    known = beside | ({"link.extra": extra} if extra else {})
    return Mended(url if _is_text(url) else GONE, _RESPELLED, {"read": spell(url or "")}, {}, known)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""
