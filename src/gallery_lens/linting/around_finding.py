"""A finding in what is around the items of a document; made when somebody looks at it."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.linting.choice import ALL_FINDINGS, FindingChoice


class AroundFinding:
    """A finding of which its severity and its code are known."""

    def __init__(
        self,
        found: tuple[Severity, str],
        tell: Callable[[], Diagnostic],
        choice: FindingChoice = ALL_FINDINGS,
    ) -> None:
        """Begin with what was *found*, if *choice* keeps it; *tell* returns the diagnostic."""
        self._found, self._tell, self.choice = found, tell, choice
        severity = choice.severity(*found)
        #: its severity and its code
        self.codes = [(severity, found[1])] if severity else []

    @property
    def tallies(self) -> list[tuple[list[tuple[Severity, str]], int]]:
        """Its severity and its code, and that there is one."""
        return [(self.codes, 1)]

    @property
    def counted(self) -> Counter[tuple[Severity, str]]:
        """How many findings there are of each severity and code."""
        return Counter(self.codes)

    def counted_after(self, count: int) -> Counter[tuple[Severity, str]]:
        """Return how many there are without the first ones, so many of each."""
        return Counter() if count else self.counted

    def of_each_kind(self, numbers: range) -> "Iterator[AroundFinding]":
        """Yield the finding if its number, which is 0, is among *numbers*."""
        if 0 in numbers:
            yield self

    def chosen_by(self, choice: FindingChoice) -> "AroundFinding | None":
        """Return the finding if *choice* keeps it."""
        chosen = AroundFinding(self._found, self._tell, choice)
        return chosen if chosen.codes else None

    @cached_property
    def told(self) -> list[Diagnostic]:
        """The diagnostic."""
        return [attrs.evolve(self._tell(), severity=severity) for severity, _ in self.codes]
