"""The mutation run: it takes out what it says, notices what it should, and puts everything back."""

import pytest

import mutate_tables
from gallery_lens import dialects
from gallery_lens.dialects import DIALECTS, PROFILES
from gallery_lens.dialects.table import Table
from mutants import Line, lines, tables, without


def line(dialect: str, words: str) -> Line:
    """The first line of a dialect with the words in its name."""
    return next(each for each in lines(DIALECTS[dialect]) if words in str(each))


def test_every_table_has_its_turn() -> None:
    """Those that stand in a module of their own, too."""
    modules = [value for name, value in vars(dialects).items() if hasattr(value, "__file__")]
    there = {id(value) for module in modules for value in vars(module).values() if isinstance(value, Table)}

    all_of_them = (*DIALECTS.values(), *PROFILES.values())
    assert there == {id(table) for dialect in all_of_them for _, _, table in tables(dialect)} & there
    assert there


def test_a_line_is_out_and_comes_back() -> None:
    """Whatever the table had worked out is worked out anew."""
    row = line("cms", "title title")
    before = row.table.by_field

    with without(row):
        during = row.table.by_field

    assert before == row.table.by_field
    assert {"title"} == before.keys() - during.keys()


@pytest.mark.parametrize(("words", "law"), [("title title", "ledger"), ("fileName", "schema")])
def test_a_missing_line_is_noticed(
    words: str, law: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the first law that does not hold any more."""
    monkeypatch.setattr(mutate_tables, "DRAWN", 120)
    monkeypatch.setattr(mutate_tables, "ASKED", 90)

    assert 0 == mutate_tables.main([f"cms/{words}"])
    assert law in capsys.readouterr().out


@pytest.mark.parametrize(
    ("holds", "law"), [(lambda: True, "UNNOTICED"), (lambda: False, "BROKEN"), (lambda: 1 / 0, "BROKEN")]
)
def test_a_law_that_tells_nothing_is_found_out(
    holds: object, law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that holds always, or never."""
    monkeypatch.setattr(mutate_tables, "LAWS", {"law": lambda name, line: [holds]})

    assert law == mutate_tables.tried("cms", line("cms", "title"))


def test_examples_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the rules, good and bad, and the cases of the corpus."""
    loss = line("frontend", "link-text-dropped")
    monkeypatch.setattr(mutate_tables, "LAWS", {"examples": mutate_tables.examples})

    assert "examples" == mutate_tables.tried("frontend", loss)
