"""Diagnostics: what is said about a value, where it stands, and how bad it is.

Of the lowest layer: everything may import it, it imports nothing of ours.
"""

import enum
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from gallery_lens.values import Value

if TYPE_CHECKING:
    from gallery_lens.typed import Finding

#: How many characters of JSON a diagnostic's ``value`` may take.
VALUE_LIMIT: Final = 200


class Severity(enum.StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"  #: the item cannot be converted
    WARNING = "warning"  #: something is lost, or the live page or the API will object
    INFO = "info"  #: worth a notice

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return list(Severity).index(self)

    def reaches(self, threshold: "Severity") -> bool:
        """Return whether this is at least as bad as *threshold*."""
        return self.rank <= threshold.rank


class _NoValue(enum.Enum):
    NO_VALUE = "no value"


#: Says that a diagnostic carries no value; ``None`` would be JSON's null.
NO_VALUE: Final = _NoValue.NO_VALUE


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Diagnostic(Value):
    """One finding, as promised to programs; ``to_dict`` gives its JSON shape."""

    code: str  #: family letter and three digits, never reused: ``"L102"``
    name: str  #: kebab-case name of the bad thing: ``"link-text-dropped"``
    severity: Severity
    message: str  #: a sentence for people; may change between versions
    pointer: str  #: RFC 6901, into the document as given (NDJSON: into the line's value)
    file: str | None = None  #: as given on the command line
    line: int | None = None  #: counted from 1
    column: int | None = None  #: in characters, counted from 1
    dialect: str | None = None  #: what the value was read as
    target: str | None = None  #: what it was converted to
    gallery_id: str | None = None
    item_id: str | None = None
    item_index: int | None = None  #: counted from 0, within its gallery or list
    item_title: str | None = None
    value: Any = NO_VALUE  #: the lost or refused value, at most 200 characters of JSON
    help: str | None = None  #: what to do about it
    url: str | None = None
    fingerprint: str | None = None  #: depends on rule, item and place inside it, not on position
    fixable: bool | None = None  #: whether ``lint --fix`` settles it

    def to_dict(self) -> "Finding":
        """Return the JSON shape: camelCase keys, unknown parts left out."""
        pairs = ((_JSON_NAMES[name], getattr(self, name)) for name in _JSON_NAMES)
        known = {key: value for key, value in pairs if value is not None or key == "value"}
        known["severity"] = self.severity.value
        if self.value is NO_VALUE:
            del known["value"]
        return cast("Finding", known)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Diagnostic":
        """Return the finding that ``to_dict`` wrote."""
        known = {name: data[key] for name, key in _JSON_NAMES.items() if key in data}
        return cls(**known | {"severity": Severity(known["severity"])})


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


_JSON_NAMES: Final = {field.name: _camel(field.name) for field in attrs.fields(Diagnostic)}


_spell: Final = json.JSONEncoder(ensure_ascii=False, default=str).encode


def spell(value: Any) -> str:
    """Write a value as it is shown to people."""
    return str(value) if type(value) is int else _spell(value)


def shorten(value: Any) -> Any:
    """Return *value* if its JSON fits in 200 characters, else the beginning of it as text."""
    text = spell(value)
    return value if len(text) <= VALUE_LIMIT else beginning(value if isinstance(value, str) else text)


def beginning(text: str) -> str:
    """Return the beginning of a long *text*, and an ellipsis, with JSON of 200 characters or little less."""
    room = VALUE_LIMIT - len('"…"')
    spelled = spell(text[:VALUE_LIMIT])[1:-1][:room]
    # An escape may be cut in two.
    whole = json.loads('"' + _CHARACTERS.findall(spelled)[0] + '"')
    return f"{whole}…"


_CHARACTERS: Final = re.compile(r"[^\\]*+(?:(?:\\u[0-9a-f]{4}|\\[^u])[^\\]*+)*+", re.DOTALL)
