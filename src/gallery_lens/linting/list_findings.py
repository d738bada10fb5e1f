"""Findings in the items of one list, which stay bits until they are shown."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from gallery_lens.conversion.telling import known_codes
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.linting.item_findings import Home, ItemFindings

if TYPE_CHECKING:
    from gallery_lens.compiled import Pair
    from gallery_lens.linting.ready_rows import RowSpelling

#: An item of the list: its index, its text, and the line and the column of the file where that begins.
Listed: TypeAlias = tuple[int, str, int, int]


class ListFindings:
    """The findings in items of one list with nothing else between them, in document order."""

    def __init__(
        self,
        home: Home,
        items: Sequence[Listed],
        wanted: frozenset[str] | None = None,
        severities: Mapping[str, Severity] | None = None,
    ) -> None:
        """Begin with *items* in which anything was found.

        Of that the *wanted* codes are chosen, with their configured *severities*.
        """
        self.home, self._items = home, items
        self._wanted, self._severities = wanted, severities or {}
        pairs, masks = home.columns.pairs, home.columns.masks
        kinds = Counter([(pairs[index], masks[index]) for index, *_ in items])
        self._kinds = {(pair, mask): count for (pair, mask), count in kinds.items() if pair is not None}

    @cached_property
    def tallies(self) -> list[tuple[list[tuple[Severity, str]], int]]:
        """The severities and codes that items have in common, and how many do."""
        return [(self._chosen(known_codes(*kind)), count) for kind, count in self._kinds.items()]

    @property
    def counted(self) -> Counter[tuple[Severity, str]]:
        """How many findings there are of each severity and code."""
        return self.counted_after(0)

    def counted_after(self, count: int) -> Counter[tuple[Severity, str]]:
        """Return how many there are without those in the first items with the same bits, so many of each."""
        counted = Counter[tuple[Severity, str]]()
        for codes, number in self.tallies:
            for code in codes if number > count else ():
                counted[code] += number - count
        return counted

    def of_each_kind(self, numbers: range) -> Iterator[ItemFindings]:
        """Yield the findings in items that have one of these *numbers* among those with the same bits."""
        pairs, masks = self.home.columns.pairs, self.home.columns.masks
        met = Counter["tuple[Pair | None, int]"]()
        for item in self._items:
            kind = pairs[item[0]], masks[item[0]]
            if met[kind] in numbers:
                yield from self._chosen_in(item)
            met[kind] += 1

    @property
    def codes(self) -> list[tuple[Severity, str]]:
        """The severities and codes of all findings, each of them once."""
        return [*self.counted]

    def _chosen(self, codes: list[tuple[Severity, str]]) -> list[tuple[Severity, str]]:
        if self._wanted is None:
            return codes
        return [
            (self._severities.get(code, severity), code) for severity, code in codes if code in self._wanted
        ]

    def choose(self, wanted: frozenset[str], severities: Mapping[str, Severity]) -> "ListFindings | None":
        """Return the findings with these codes, with their configured severities; None if none is left."""
        chosen = ListFindings(self.home, self._items, wanted, severities)
        if chosen.tallies == self.tallies:
            return self
        return chosen if chosen.codes else None

    @property
    def items(self) -> Iterator[ItemFindings]:
        """The findings, item by item."""
        yield from itertools.chain.from_iterable(map(self._chosen_in, self._items))

    def _chosen_in(self, item: Listed) -> Iterator[ItemFindings]:
        found = ItemFindings(self.home, *item)
        chosen = found if self._wanted is None else found.choose(self._wanted, self._severities)
        if chosen is not None:
            yield chosen

    @property
    def told(self) -> Iterator[Diagnostic]:
        """The findings."""
        for each in self.items:
            yield from each.told

    # ---------------------------------------------------------------- rows

    def rows(self, spelling: "RowSpelling") -> list[str]:
        """Return a row for each finding: its line, its column, and all else."""
        from gallery_lens.linting.ready_rows import plan_of

        columns = self.home.columns
        pairs, masks = columns.pairs, columns.masks
        plans = {(pair, mask): plan_of(pair, mask, spelling) for pair, mask in self._kinds}
        read = columns.read_by(next(iter(plans))[0]) if len({pair for pair, _ in plans}) == 1 else None
        found = list[str]()
        for item in self._items:
            index, text, line, column = item
            plan = None if self._wanted is not None else plans[pairs[index], masks[index]]  # type: ignore[index]
            rows = None if plan is None else plan.rows(text, line, column, read[index] if read else None)
            found += self._with_care(item, spelling) if rows is None else rows
        return found

    def _with_care(self, item: Listed, spelling: "RowSpelling") -> Iterator[str]:
        for found in self._chosen_in(item):
            named, sentences = found.sentences()
            tail = spelling.tail(named)
            for line, column, code, severity, message in sentences:
                yield f"{line}:{column}{spelling.lead(code, severity, message)}{tail}"
