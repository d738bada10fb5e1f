"""What is said of a document in the end, whether it was converted or only looked at."""

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import LossError
from gallery_lens.options import one_of
from gallery_lens.rules import rule
from gallery_lens.values import Value
from gallery_lens.words import SeverityName


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome(Value):
    """The findings, and how many items there are."""

    diagnostics: tuple[Diagnostic, ...]  #: in document order
    items: int  #: how many items were met
    converted: int  #: how many of them the target gets
    dialects: tuple[str, ...] = ()  #: what the document was read as, in the order in which it was met

    @property
    def lossless(self) -> bool:
        """Whether every value of the input is in the output, though perhaps in another form."""
        return not any(
            found.severity is Severity.ERROR or rule(found.code).loses for found in self.diagnostics
        )

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
