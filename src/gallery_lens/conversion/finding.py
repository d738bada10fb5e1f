"""One finding on its way to a diagnostic, which is made only for those who want to see it."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

from gallery_lens.conversion.subject import Subject
from gallery_lens.diagnostics import NO_VALUE, VALUE_LIMIT, Diagnostic, Severity, beginning, spell
from gallery_lens.places import Place, pointer
from gallery_lens.rules.base import Rule


class Finding(NamedTuple):
    """A finding of a rule; a plain tuple, because there are many."""

    rule: Rule
    subject: Subject
    inside: Place  #: from the subject to the value
    value: Any  #: whole, or ``NO_VALUE``
    severity: Severity
    facts: Mapping[str, Any]  #: what the rule's message says besides
    told_by: tuple[str, ...]  #: what the fingerprint hangs on, if not on the subject and the place

    @property
    def place(self) -> Place:
        """The place in the document."""
        return (*self.subject.place, *self.inside)

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    @property
    def message(self) -> str:
        """The sentence for people."""
        return self.rule.message.format(value=shown_and_said(self.value)[1], **self.facts)

    def diagnostic(
        self, at: str, file: str | None = None, line: int | None = None, column: int | None = None
    ) -> Diagnostic:
        """Return the finding as promised to programs; *at* is the pointer to its place."""
        subject, spoken = self.subject, self.rule
        shown, said = shown_and_said(self.value)
        is_item = subject.index is not None
        return Diagnostic(
            code=spoken.code,
            name=spoken.name,
            severity=self.severity,
            message=spoken.message.format(value=said, **self.facts),
            pointer=at,
            file=file,
            line=line,
            column=column,
            dialect=subject.dialect,
            target=subject.target,
            gallery_id=subject.gallery_id,
            item_id=subject.id if is_item else None,
            item_index=subject.index,
            item_title=subject.title if is_item else None,
            value=shown,
            help=spoken.help,
            url=spoken.url,
            fingerprint=self._fingerprint() if spoken.of_document else None,
        )

    def _fingerprint(self) -> str:
        code, identity, inside = self.code, self.subject.identity, pointer(self.inside)
        if self.told_by or len(identity) < _LONG:
            return fingerprint(_bytes("\0".join((code, *(self.told_by or (identity, inside))))))
        # What a large subject is told by is hashed once for all findings of a code, not once for each.
        started = self.subject.hashed
        if code not in started:
            started[code] = sha256_of(_bytes(f"{code}\0{identity}\0"))
        hashed = started[code].copy()
        hashed.update(_bytes(inside))
        return str(hashed.hexdigest()[:16])


#: How many characters the identity of a large subject has.
_LONG: Final = 4096


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def fingerprint(told_by: bytes) -> str:
    """Return the fingerprint of a finding, which hangs on the code, the subject and the place inside it."""
    return str(sha256_of(told_by).hexdigest()[:16])


#: Where the hash function may be, lightest first: hashlib loads all of OpenSSL.
_HOMES: Final = ("_sha2", "_sha256", "hashlib")


@cache
def _sha256() -> Any:
    return next(filter(None, map(_imported, _HOMES))).sha256


def sha256_of(data: bytes) -> Any:
    """Return the SHA-256 of *data*, as hashlib does."""
    return _sha256()(data)


def _imported(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None


def shown_and_said(value: Any) -> tuple[Any, str]:
    """Return *value* as a diagnostic shows it, and as its message does.

    It is whole if it is short, else the beginning of its JSON. The message has it as JSON; what was
    shortened, but is no text itself, is JSON already.
    """
    if value is NO_VALUE:
        return value, ""
    said = spell(value)
    if len(said) <= VALUE_LIMIT:
        return value, said
    shown = beginning(value if isinstance(value, str) else said)
    return shown, spell(shown) if isinstance(value, str) else shown
