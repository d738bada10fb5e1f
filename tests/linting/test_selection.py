"""Choosing among findings: selectors, what wins, severities, files."""

from typing import Any

import attrs
import pytest

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import UsageError
from gallery_lens.linting.selection import RuleChoice, Selection, selection, selectors
from gallery_lens.rules import RULES, all_rules

#: What is told whatever the options say.
UNHIDEABLE = {"R005"}
CODES = frozenset(module[:4].upper() for module in RULES.values()) - UNHIDEABLE
FOUND = tuple(
    Diagnostic(code=each.code, name=each.name, severity=each.severity, message="It is.", pointer="")
    for each in all_rules()
)


def codes(*choices: RuleChoice, path: str = "a.json") -> set[str]:
    """Return the codes that are left of all there are; what nothing hides does not count."""
    return {each.code for each in selection(*choices).choose(FOUND, path)} - UNHIDEABLE


def family(*starts: str) -> set[str]:
    """Return the codes that begin so."""
    return {code for code in CODES if code.startswith(starts)}


class TestSelectors:
    """What means which rules."""

    def test_everything_is_wanted_unless_something_is_said(self) -> None:
        """No options, no choice; the findings are the very ones that came in."""
        assert FOUND == selection().choose(FOUND, "a.json")

    @pytest.mark.parametrize(
        ("selector", "expected"),
        [
            ("L102", {"L102"}),
            ("l102", {"L102"}),
            ("link-text-dropped", {"L102"}),
            ("L10", family("L10")),
            ("L1", family("L1")),
            ("l", family("L")),
            ("ALL", CODES),
            ("all", CODES),
        ],
    )
    def test_a_selector_means(self, selector: str, expected: set[str]) -> None:
        """Codes, names, beginnings of codes, in any case of letters but for names."""
        assert expected == codes(RuleChoice(select=(selector,)))
        assert CODES - expected == codes(RuleChoice(ignore=(selector,)))

    def test_commas_and_blanks(self) -> None:
        """An option may be given once with commas, or several times."""
        assert ("L1", "M101", "O") == selectors(["L1, M101,", " ", "O"])

    def test_nothing_selected(self) -> None:
        """An empty list is a choice, too."""
        assert set() == codes(RuleChoice(select=()))

    @pytest.mark.parametrize(
        ("selector", "message"),
        [
            (
                "link-text-droped",
                r"--select: there is no rule 'link-text-droped'; did you mean L102 \(link-",
            ),
            ("L999", r"--select: there is no rule 'L999'; did you mean L\d\d\d \([a-z-]+\)\?$"),
            (
                "Z",
                r"names like link-text-dropped, families \(I, L, M, O, R, S, X\) or ALL.$",
            ),
            ("L1021", "there is no rule 'L1021'"),
        ],
    )
    def test_an_unknown_one_is_refused(self, selector: str, message: str) -> None:
        """With what comes closest, by code and name, or what there is."""
        with pytest.raises(UsageError, match=message):
            selection(RuleChoice(select=(selector,)))

    @pytest.mark.parametrize(
        ("said", "option"),
        [
            ({"ignore": ("nope",)}, "ignore"),
            ({"extend_select": ("nope",)}, "extend-select"),
            ({"severity": {"nope": Severity.INFO}}, "severity"),
            ({"per_file_ignores": {"*": ("nope",)}}, "per-file-ignores"),
        ],
    )
    def test_where_it_was_said_is_named(self, said: dict[str, Any], option: str) -> None:
        """The option, and the file unless it is the command line's."""
        with pytest.raises(UsageError, match=f"^--{option}: "):
            selection(RuleChoice(**said))
        with pytest.raises(UsageError, match=f"^{option} in lens.toml: "):
            selection(RuleChoice(**said, source="lens.toml"))


class TestPrecedence:
    """What wins."""

    @pytest.mark.parametrize(
        ("choice", "expected"),
        [
            (RuleChoice(select=("L",), ignore=("L1",)), set()),
            (RuleChoice(select=("L102",), ignore=("L",)), {"L102"}),
            (RuleChoice(select=("link-text-dropped",), ignore=("L10",)), {"L102"}),
            (RuleChoice(select=("L102",), ignore=("link-text-dropped",)), set()),
            (RuleChoice(select=("ALL",), ignore=("L",)), CODES - family("L")),
            (RuleChoice(select=("L102",), ignore=("ALL",)), {"L102"}),
            (RuleChoice(select=("M",), extend_select=("L102",)), family("M") | {"L102"}),
            (RuleChoice(extend_select=("L102",), ignore=("L",)), CODES - family("L") | {"L102"}),
        ],
    )
    def test_the_longer_selector_wins(self, choice: RuleChoice, expected: set[str]) -> None:
        """And ignoring does among equals; a name counts like a code."""
        assert expected == codes(choice)

    @pytest.mark.parametrize(
        ("file", "line", "expected"),
        [
            (RuleChoice(select=("L",)), RuleChoice(select=("M",)), family("M")),
            (RuleChoice(ignore=("L",)), RuleChoice(select=("L1",)), family("L1")),
            (RuleChoice(select=("L",)), RuleChoice(ignore=("L102",)), family("L") - {"L102"}),
            (RuleChoice(select=("L",)), RuleChoice(extend_select=("M",)), family("L", "M")),
            (RuleChoice(ignore=("L102",)), RuleChoice(extend_select=("L",)), CODES),
            (RuleChoice(select=("L102",)), RuleChoice(), {"L102"}),
        ],
    )
    def test_a_later_source_goes_on_from_the_earlier_one(
        self, file: RuleChoice, line: RuleChoice, expected: set[str]
    ) -> None:
        """Unless it selects anew; how long a selector of the earlier one was does not count then."""
        assert expected == codes(file, line)


class TestFiles:
    """What is ignored in some files only."""

    CHOICE = RuleChoice(per_file_ignores={"drafts/*.json": ("L", "M101"), "*.ndjson": ("ALL",)})

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("a.json", CODES),
            ("drafts/a.json", CODES - family("L") - {"M101"}),
            ("drafts/a.ndjson", set()),
        ],
    )
    def test_by_pattern(self, path: str, expected: set[str]) -> None:
        """All patterns that fit count together."""
        assert expected == codes(self.CHOICE, path=path)

    def test_what_is_selected_is_ignored_all_the_same(self) -> None:
        """However it was selected: files are exceptions."""
        assert "M101" not in codes(self.CHOICE, RuleChoice(select=("M101",)), path="drafts/a.json")


class TestSeverity:
    """How bad things are taken to be."""

    def test_overrides(self) -> None:
        """The longer selector wins; findings of other rules stay the very same."""
        said = {"link-text-dropped": Severity.ERROR, "L": Severity.INFO}

        judged = selection(RuleChoice(severity=said)).choose(FOUND, "a.json")

        expected = [
            attrs.evolve(each, severity=Severity.ERROR if each.code == "L102" else Severity.INFO)
            if each.code[0] == "L"
            else each
            for each in FOUND
        ]
        assert expected == list(judged)

    def test_a_selection_is_a_value(self) -> None:
        """Equal options, equal selections."""
        assert selection(RuleChoice(select=("L",))) == selection(RuleChoice(select=("l",)))
        assert isinstance(selection(), Selection)
