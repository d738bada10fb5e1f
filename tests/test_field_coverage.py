"""The count of fields: nothing that is read is left out."""

import pytest

import field_coverage
from gallery_lens import schemas


@pytest.mark.parametrize("schema", field_coverage.PAPERS)
def test_papers_are_reached(schema: str) -> None:
    """What is read besides items and galleries is valid, and has every field in some example."""
    count, missing = field_coverage.unreached(schema, 100)

    assert (True, []) == (count > 0, missing)
    assert [] == [
        error.message
        for example in field_coverage.collected(field_coverage.READ[schema], 100)
        for error in schemas.validator(schema).iter_errors(example)
    ]


def test_all_that_is_read_is_counted() -> None:
    """The rest is only written, or shared by others."""
    written = {"frontend-view-item", "frontend-viewer-item", "frontend-view", "frontend-galleries"}
    papers = {"diagnostic", "report", "extract", "reject", "ledger", "plan"}

    assert set(schemas.names()) - written - papers - {"common"} == set(field_coverage.READ)


def test_the_table_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One example does not have every field."""
    monkeypatch.setattr(field_coverage, "READ", {"config": field_coverage.configs()})

    assert 1 == field_coverage.main(["1"])
    assert "config               0 of 17 fields     in 1 examples\n  /baseline\n" in capsys.readouterr().out
    assert 0 == field_coverage.main(["200"])
