"""The final findings about a document that was converted or linted."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, Protocol

import attrs

from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.lone import Lone
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import LossError
from gallery_lens.options import one_of
from gallery_lens.rules import rule
from gallery_lens.values import Value
from gallery_lens.words import SeverityName


class Untold(Protocol):
    """Findings that are made when somebody looks at them."""

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all of them in document order."""

    def counted(self) -> Mapping[tuple[Severity, str], int]:
        """Return how many there are of each severity and code."""


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Outcome(Value):
    """The findings, and how many items there are."""

    _found: tuple[Diagnostic, ...] | Untold = attrs.field(alias="diagnostics")
    items: int  #: how many items were met
    converted: int  #: how many of them the target gets
    dialects: tuple[str, ...] = ()  #: what the document was read as, in the order in which it was met

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in document order; built at first access."""
        return self._found if isinstance(self._found, tuple) else self._found.sorted()

    @property
    def deferred(self) -> Findings | None:
        """The findings as long as they are not made; None where all are, or lie inside of JSON texts."""
        found = self._found.findings if isinstance(self._found, Lone) else self._found
        return found if isinstance(found, Findings) and not found.texts else None

    @cached_property
    def counts(self) -> Mapping[tuple[Severity, str], int]:
        """How many diagnostics there are of each severity and code."""
        if not isinstance(self._found, tuple):
            return self._found.counted()
        return Counter((found.severity, found.code) for found in self._found)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._summary}>"

    def _repr_html_(self) -> str:
        """Return the display in a notebook."""
        from gallery_lens.conversion._notebook import picture

        value = getattr(self, "value", None)
        return picture(type(self).__name__, self._summary, self.diagnostics, value)

    @property
    def _summary(self) -> str:
        from gallery_lens.conversion._notebook import counted

        by_severity = Counter[Severity]()
        for (severity, _), count in self.counts.items():
            by_severity[severity] += count
        items = f"{self.converted} of {self.items} item{'s' * (self.items != 1)} converted"
        return f"{items}, {counted(by_severity)}{', lossless' * self.lossless}"

    def __getstate__(self) -> dict[str, Any]:
        return vars(self) | {"_found": self.diagnostics}

    @property
    def lossless(self) -> bool:
        """True if every value of the input is in the output, though perhaps in another form."""
        lost, staying = _losses(frozenset(self.counts))
        refused = self.diagnostics if staying and not lost else ()
        return not lost and all(found.dialect == found.target for found in refused if found.code in staying)

    def raise_for(self, severity: SeverityName | Severity) -> None:
        """Raise if anything was found that is at least as bad as *severity*.

        Raises:
            LossError: holds all those diagnostics.
            UsageError: *severity* is not ``error``, ``warning`` or ``info``.
        """
        threshold = one_of("severity", str(severity), [each.value for each in Severity])
        found = [each for each in self.diagnostics if each.severity.reaches(Severity(threshold))]
        if found:
            raise LossError(found)


@lru_cache(maxsize=4096)
def _losses(told: frozenset[tuple[Severity, str]]) -> tuple[bool, frozenset[str]]:
    """Return whether anything *told* is a loss in any dialect, and the codes of what stays in its own."""
    staying = frozenset(code for _, code in told if rule(code).stays)
    lost = (
        severity is Severity.ERROR or (code not in staying and rule(code).loses) for severity, code in told
    )
    return any(lost), staying
