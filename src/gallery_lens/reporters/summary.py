"""Summary of an input: counts, and the findings grouped by code, in bounded memory."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.rules import rule
from gallery_lens.values import Record, Value, fresh

#: What may become of a value, in the order in which reports count it.
FATES: Final = ("kept", "moved", "transformed", "implied", "ignored", "sidecar", "dropped")
#: How many findings of one code are kept to be shown.
SHOWN: Final = 3


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Summary(Value):
    """The counts of a report; ``to_dict`` gives the JSON shape."""

    items: int  #: how many items were met
    converted: int  #: how many of them are in the output
    rejected: int  #: how many could not be converted
    errors: int
    warnings: int
    infos: int
    lossless: bool  #: whether the output holds everything that the input held
    #: how many values of the input were kept, moved, transformed … ; None if nobody counted
    leaves: dict[str, int] | None = None
    #: of a restoration: how many items were changed, added, moved, removed; else None
    edits: dict[str, int] | None = None
    files: tuple[str, ...] = ()  #: the names of all inputs, as given; no part of the JSON shape

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON shape."""
        counts = attrs.asdict(self, filter=attrs.filters.exclude("files"))
        return {name: value for name, value in counts.items() if value is not None}


class CodeCount(Record, frozen=False):
    """The findings of one code and severity."""

    first: Diagnostic
    shown: list[Diagnostic] = fresh(factory=list)  #: the first ``SHOWN`` of them
    count: int = 0

    def add(self, found: Diagnostic) -> None:
        """Count *found*, and keep it if it is one of the first."""
        self.count += 1
        if len(self.shown) < SHOWN:
            self.shown.append(found)

    def join(self, later: "CodeCount") -> None:
        """Add *later* findings of the same code and severity."""
        self.count += later.count
        self.shown += later.shown[: SHOWN - len(self.shown)]


class InputSummary(Record, frozen=False):
    """The summary of one input, gathered during the run."""

    name: str  #: as given on the command line
    target: str  #: the dialect it was converted to
    sources: list[str] = fresh(factory=list)  #: the dialects it was read as, in order of appearance
    items: int = 0
    converted: int = 0
    rejected: int = 0
    lossless: bool = True
    leaves: Counter[str] = fresh(factory=Counter)  #: what became of the input's values, by fate
    explains: bool = False  #: whether reasons are counted, too
    together: int = 0  #: how many items were converted many at once
    alone: Counter[str] = fresh(factory=Counter)  #: why others were not, as far as that was tried
    fixable: int = 0  #: how many findings ``lint --fix`` settles
    hidden: int = 0  #: how many more with ``--unsafe-fixes``
    #: how many items a restoration changed, added, moved, removed; None for a conversion
    edits: Counter[str] | None = None
    unreadable: list[Diagnostic] = fresh(factory=list)  #: why nothing, or no more, could be read
    groups: dict[tuple[Severity, str], CodeCount] = fresh(factory=dict)

    def add(self, found: Diagnostic) -> None:
        """Put *found* into its group."""
        key = (found.severity, found.code)
        if key not in self.groups:
            self.groups[key] = CodeCount(found)
        self.groups[key].add(found)
        self.fixable += bool(found.fixable)

    def edit(self, edits: Mapping[str, int] | None) -> None:
        """Add the *edits* that a restoration put back; None for a conversion."""
        if edits is not None:
            self.edits = self.edits or Counter()
            self.edits.update(edits)

    def counts(self, found: Mapping[tuple[Severity, str], int]) -> bool:
        """Count findings by severity and code if enough of each are kept; return whether it was done."""
        if not all(map(self.has_enough, found)):
            return False
        for key, number in found.items():
            self.groups[key].count += number
        return True

    def has_enough(self, key: tuple[Severity, str]) -> bool:
        """Return whether enough findings of a severity and code are kept to be shown."""
        return key in self.groups and len(self.groups[key].shown) >= SHOWN

    def read_as(self, dialects: Iterable[str]) -> None:
        """Take note of what the input, or a part of it, was read as."""
        self.sources = list(dict.fromkeys((*self.sources, *dialects)))

    def refuse(self, found: Diagnostic) -> None:
        """Take *found* as the reason why nothing, or no more, could be read."""
        self.unreadable.append(found)
        self.lossless = False

    def join(self, later: "InputSummary") -> None:
        """Add what became of a *later* part of the same input."""
        self.read_as(later.sources)
        self.items += later.items
        self.converted += later.converted
        self.rejected += later.rejected
        self.lossless &= later.lossless
        self.leaves += later.leaves
        self.together += later.together
        self.alone += later.alone
        self.edit(later.edits)
        self.unreadable += later.unreadable
        for key, group in later.groups.items():
            self.groups.setdefault(key, CodeCount(group.first)).join(group)

    @property
    def failed(self) -> bool:
        """True if the program itself failed on a part of it."""
        return any(not rule(code).of_document for _, code in self.groups)

    @property
    def abridged(self) -> bool:
        """True if there are findings that are counted, but not kept."""
        return any(group.count > len(group.shown) for group in self.groups.values())

    def count(self, severity: Severity) -> int:
        """Return the number of findings of *severity*."""
        grouped = sum(group.count for (each, _), group in self.groups.items() if each is severity)
        return grouped + sum(found.severity is severity for found in self.unreadable)


def summarize(summaries: Iterable[InputSummary]) -> Summary:
    """Add up *accounts*."""
    given = tuple(summaries)
    leaves: Counter[str] = sum((each.leaves for each in given), Counter())
    edits = Counter[str]()
    for each in given:
        edits.update(each.edits or {})
    return Summary(
        items=sum(each.items for each in given),
        converted=sum(each.converted for each in given),
        rejected=sum(each.rejected for each in given),
        errors=sum(each.count(Severity.ERROR) for each in given),
        warnings=sum(each.count(Severity.WARNING) for each in given),
        infos=sum(each.count(Severity.INFO) for each in given),
        lossless=all(each.lossless for each in given),
        leaves={fate: leaves[fate] for fate in FATES} if leaves else None,
        edits=dict(edits) if any(each.edits is not None for each in given) else None,
        files=tuple(each.name for each in given),
    )
