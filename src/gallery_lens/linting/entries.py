"""Findings in the order of the text; those of items that were converted together are made when shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.linting.around_finding import AroundFinding
from gallery_lens.linting.item_findings import ItemFindings
from gallery_lens.linting.list_findings import ListFindings
from gallery_lens.values import Record

#: Severities and codes of findings.
Codes: TypeAlias = list[tuple[Severity, str]]
#: A finding, or those of items of a list.
Entry: TypeAlias = Diagnostic | AroundFinding | ListFindings


class Entries(Record):
    """Findings in the order of the text."""

    all: Sequence[Entry]

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all of them as diagnostics."""
        return tuple(told(self.all))

    def counted(self) -> Mapping[tuple[Severity, str], int]:
        """Return how many there are of each severity and code, without making them."""
        counted = Counter[tuple[Severity, str]]()
        for found, count in tallied(self.all):
            for code in found:
                counted[code] += count
        return counted


def tallied(entries: Iterable[Entry]) -> Iterable[tuple[Codes, int]]:
    """Return the severities and codes that entries have in common, and how many do."""
    tallies: dict[int, tuple[Codes, int]] = {}
    for each in entries:
        for found, count in ((codes(each), 1),) if isinstance(each, Diagnostic) else each.tallies:
            key = id(found)  # all items with the same bits share one list
            tallies[key] = found, tallies[key][1] + count if key in tallies else count
    return tallies.values()


def told(entries: Iterable[Entry | ItemFindings]) -> Iterator[Diagnostic]:
    """Yield all findings as diagnostics."""
    for each in entries:
        if isinstance(each, Diagnostic):
            yield each
        else:
            yield from each.told


def without_infos(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the findings that are warnings or errors."""
    for each in entries:
        if isinstance(each, Diagnostic):
            if each.severity is not Severity.INFO:
                yield each
        elif left := each.chosen_by(each.choice._replace(infos=False)):
            yield left


def codes(entry: Entry | ItemFindings) -> Codes:
    """Return the severities and codes of what an entry tells."""
    return [(entry.severity, entry.code)] if isinstance(entry, Diagnostic) else entry.codes
