"""Accounts: findings grouped, counted and added up."""

import attrs

from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.reporters import InputSummary, Summary, summarize
from gallery_lens.values import evolve

LOST = Diagnostic(
    code="L102",
    name="link-text-dropped",
    severity=Severity.WARNING,
    message="The text is dropped.",
    pointer="/link/text",
    dialect="velo",
)
REFUSED = attrs.evolve(LOST, code="M101", name="media-missing", severity=Severity.ERROR, dialect="rest")


def summary(*found: Diagnostic) -> InputSummary:
    """Return an account of a file in which *found* was found."""
    made = InputSummary("a.json", "frontend")
    for each in found:
        made.add(each)
    return made


def test_findings_of_one_code_share_a_group() -> None:
    """All are counted, the first few are kept."""
    group = summary(*[LOST] * 5).groups[Severity.WARNING, "L102"]

    assert (5, [LOST] * 3) == (group.count, group.shown)


def test_severities_of_one_code_are_apart() -> None:
    """A code can be worse in one place than in another."""
    notice = attrs.evolve(LOST, severity=Severity.INFO)

    assert [(Severity.WARNING, "L102"), (Severity.INFO, "L102")] == list(summary(LOST, notice).groups)


def test_dialects_are_listed_in_order_of_appearance() -> None:
    """An input may hold several, line by line."""
    made = summary(LOST)
    made.read_as(("velo", "rest"))
    made.read_as(("rest", "frontend"))

    assert ["velo", "rest", "frontend"] == made.sources


def test_abridged_means_that_some_are_not_kept() -> None:
    """Three fit, four do not."""
    assert [False, True] == [summary(*[LOST] * count).abridged for count in (3, 4)]


def test_summary_adds_up() -> None:
    """Counts are summed; one lossy account makes the whole lossy."""
    first = evolve(summary(LOST, REFUSED), items=5, converted=3, rejected=1, lossless=False)
    second = evolve(summary(attrs.evolve(LOST, severity=Severity.INFO)), items=2, converted=2)

    expected = Summary(
        items=7,
        converted=5,
        rejected=1,
        errors=1,
        warnings=1,
        infos=1,
        lossless=False,
        files=("a.json", "a.json"),
    )
    assert expected == summarize([first, second])


def test_names_of_inputs_are_not_counts() -> None:
    """They serve the formats that list files, and the report's shape is closed."""
    assert "files" not in summarize([summary(LOST)]).to_dict()


def test_what_cannot_be_read_is_an_error_and_a_loss() -> None:
    """An unreadable input counts like a finding."""
    made = summary()
    made.refuse(REFUSED)

    assert (1, False) == (summarize([made]).errors, summarize([made]).lossless)


def test_nothing_is_lossless() -> None:
    """Without inputs, nothing was lost."""
    assert Summary(
        items=0, converted=0, rejected=0, errors=0, warnings=0, infos=0, lossless=True
    ) == summarize([])
