"""Which findings in items of a list are kept, and how bad each is taken to be."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from gallery_lens.conversion.telling import known_codes
from gallery_lens.diagnostics import Severity

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair


class FindingChoice(NamedTuple):
    """The findings that are kept; all of them by default."""

    codes: frozenset[str] | None = None  #: those to keep; None for all
    severities: tuple[tuple[str, Severity], ...] = ()  #: by code, where it is not the finding's own
    infos: bool = True  #: whether infos are kept

    def severity(self, severity: Severity, code: str) -> Severity | None:
        """Return the severity that a finding of a *code* gets; None if it is not kept."""
        if self.codes is not None and code not in self.codes:
            return None
        for each, configured in self.severities:
            if each == code:
                severity = configured
        return severity if self.infos or severity is not Severity.INFO else None


#: The choice of everything as it is.
ALL_FINDINGS: Final = FindingChoice()


@lru_cache(maxsize=4096)
def chosen_codes(pair: "Pair", mask: int, choice: FindingChoice) -> list[tuple[Severity, str]]:
    """Return the severities and codes of what the bits of *mask* are, and *choice* keeps."""
    found = [(choice.severity(*each), each[1]) for each in known_codes(pair, mask)]
    return [(severity, code) for severity, code in found if severity]
