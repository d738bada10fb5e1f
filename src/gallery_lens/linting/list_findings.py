"""Findings in the items of one list, which stay bits until they are shown."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.linting.choice import ALL_FINDINGS, FindingChoice, chosen_codes
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
        indexes: Sequence[int],
        listed: Callable[[], Sequence[Listed]],
        choice: FindingChoice = ALL_FINDINGS,
    ) -> None:
        """Begin with the items at *indexes* in which anything was found; of that all that *choice* keeps.

        *listed* returns these items.
        """
        self.home, self._indexes, self._listed, self.choice = home, indexes, listed, choice
        pairs, masks = home.columns.pairs, home.columns.masks
        kinds = Counter([(pairs[index], masks[index]) for index in indexes])
        self._kinds = {(pair, mask): count for (pair, mask), count in kinds.items() if pair is not None}

    @cached_property
    def _items(self) -> Sequence[Listed]:
        return self._listed()

    @cached_property
    def tallies(self) -> list[tuple[list[tuple[Severity, str]], int]]:
        """The severities and codes that items have in common, and how many do."""
        return [(chosen_codes(*kind, self.choice), count) for kind, count in self._kinds.items()]

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

    def chosen_by(self, choice: FindingChoice) -> "ListFindings | None":
        """Return the findings that *choice* keeps; None if none is left."""
        chosen = {kind: chosen_codes(*kind, choice) for kind in self._kinds}
        if not any(chosen.values()):
            return None
        if all(chosen_codes(*kind, self.choice) == codes for kind, codes in chosen.items()):
            return self
        return ListFindings(self.home, self._indexes, lambda: self._items, choice)

    @property
    def items(self) -> Iterator[ItemFindings]:
        """The findings, item by item."""
        yield from itertools.chain.from_iterable(map(self._chosen_in, self._items))

    def _chosen_in(self, item: Listed) -> Iterator[ItemFindings]:
        found = ItemFindings(self.home, *item, self.choice)
        if found.codes:
            yield found

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
        plans = {
            kind: plan_of(*kind, self.choice, spelling)
            for kind in self._kinds
            if chosen_codes(*kind, self.choice)
        }
        read = columns.read_by(next(iter(plans))[0]) if len({pair for pair, _ in plans}) == 1 else None
        found = list[str]()
        for item in self._items:
            index, text, line, column = item
            kind = pairs[index], masks[index]
            if kind not in plans:
                continue
            plan = plans[kind]
            rows = None if plan is None else plan.rows(text, line, column, read[index] if read else None)
            found += self._with_care(item, spelling) if rows is None else rows
        return found

    def _with_care(self, item: Listed, spelling: "RowSpelling") -> Iterator[str]:
        for found in self._chosen_in(item):
            named, sentences = found.sentences()
            tail = spelling.tail(named)
            for line, column, code, severity, message in sentences:
                yield f"{line}:{column}{spelling.lead(code, severity, message)}{tail}"
