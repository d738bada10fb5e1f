"""Which findings are wanted, and how bad each is taken to be.

A *selector* is a rule's code or name, the beginning of a code (``L``, ``L1``), or ``ALL``. Where one
source of options both selects and ignores a rule, the longer selector wins, and ignoring does if both
are equally long. A later source, such as the command line after a file, goes by what is left of the
earlier one, unless it selects anew.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import UsageError
from gallery_lens.globs import matches
from gallery_lens.linting.choice import FindingChoice
from gallery_lens.linting.entries import Entry
from gallery_lens.rules import RETIRED, RULES, rule
from gallery_lens.values import Record, Value, fresh
from gallery_lens.words import closest

#: Selects every rule.
ALL: Final = "ALL"


_CODES: Final = {name: module[:4].upper() for name, module in RULES.items()}
_NAMES: Final = {code: name for name, code in _CODES.items()}


class RuleChoice(Value, Record, kw_only=True):
    """The rules selected by one source of options; ``select`` is None where it selects none."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = fresh(factory=dict)  #: by selector
    per_file_ignores: Mapping[str, tuple[str, ...]] = fresh(factory=dict)  #: selectors by pattern
    source: str | None = None  #: the file that says so; None is the command line

    def option(self, name: str) -> str:
        """Return the name of the option *name* for messages."""
        return f"--{name}" if self.source is None else f"{name} in {self.source}"


class Selection(Value, Record):
    """The selected rules, and their severities."""

    codes: frozenset[str]
    severities: Mapping[str, Severity]  #: by code, where it is not the finding's own
    ignored: tuple[tuple[str, frozenset[str]], ...]  #: codes by pattern

    def choose(self, found: Iterable[Entry], path: str) -> tuple[Entry, ...]:
        """Return the selected findings of *found*, with their configured severity.

        Args:
            found: what was found in one file.
            path: of that file, relative to where patterns begin, with forward slashes.
        """
        wanted = self.wanted(path)
        if len(wanted) == len(_NAMES) and not self.severities:
            return tuple(found)
        choice = FindingChoice(wanted, tuple(self.severities.items()))
        return tuple(chosen for each in found if (chosen := _chosen(each, choice)))

    def wanted(self, path: str) -> frozenset[str]:
        """Return the codes that are wanted in the file at *path*, which is as for ``choose``."""
        if not self.ignored:
            return self.codes
        return self.codes.difference(*(codes for pattern, codes in self.ignored if matches(pattern, path)))


def _chosen(found: Entry, choice: FindingChoice) -> Entry | None:
    if not isinstance(found, Diagnostic):
        return found.chosen_by(choice)
    severity = choice.severity(found.severity, found.code)
    if severity is found.severity or not rule(found.code).of_document:
        return found
    return attrs.evolve(found, severity=severity) if severity else None


def selection(*choices: RuleChoice) -> Selection:
    """Put together what the sources of options say, the most general of them first.

    Raises:
        UsageError: A selector means no rule; the message says which comes closest.
    """
    codes, severities = frozenset(_NAMES), dict[str, Severity]()
    ignored: list[tuple[str, frozenset[str]]] = []
    for choice in choices:
        codes = _narrowed(codes, choice)
        option = choice.option("per-file-ignores")
        for pattern, values in choice.per_file_ignores.items():
            ignored.append((pattern, frozenset().union(*(_meant(selector, option) for selector in values))))
        for selector in sorted(choice.severity, key=_length):
            meant = _meant(selector, choice.option("severity"))
            severities |= dict.fromkeys(meant, choice.severity[selector])
    return Selection(codes, severities, tuple(ignored))


def selectors(values: Iterable[str]) -> tuple[str, ...]:
    """Split *values* at commas; blanks around selectors, and empty ones, do not count."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _narrowed(codes: frozenset[str], choice: RuleChoice) -> frozenset[str]:
    said = (
        ("select", choice.select or ()),
        ("extend-select", choice.extend_select),
        ("ignore", choice.ignore),
    )
    steps = [
        (_length(selector), name == "ignore", _meant(selector, choice.option(name)))
        for name, values in said
        for selector in values
    ]
    left = codes if choice.select is None else frozenset[str]()
    for _, ignoring, meant in sorted(steps, key=lambda step: step[:2]):
        left = left - meant if ignoring else left | meant
    return left


def _length(selector: str) -> int:
    """How many characters of a code a selector settles; a name settles all four."""
    return 0 if selector.upper() == ALL else min(len(selector), 4)


@cache
def _meant(selector: str, option: str) -> frozenset[str]:
    known = RETIRED.get(selector, RETIRED.get(selector.upper(), selector))
    if known.lower() in _CODES:
        return frozenset((_CODES[known.lower()],))
    start = "" if known.upper() == ALL else known.upper()
    if meant := frozenset(code for code in _NAMES if code.startswith(start)):
        return meant
    families = ", ".join(sorted({code[0] for code in _NAMES}))
    hint = f"choose codes like L102, names like link-text-dropped, families ({families}) or {ALL}."
    name = closest(selector.lower(), _CODES)
    if code := _CODES[name] if name else closest(selector.upper(), _NAMES, 0.5):
        hint = f"did you mean {code} ({_NAMES[code]})?"
    raise UsageError(f"{option}: there is no rule {selector!r}; {hint}")
