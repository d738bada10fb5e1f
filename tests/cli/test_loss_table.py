"""``loss-table``: the table on standard output."""

import json

from command import Run
from gallery_lens import loss_table


def test_the_page_is_the_default(run: Run) -> None:
    """Without options the table is a Markdown page."""
    ran = run("loss-table")

    assert (0, "") == (ran.code, ran.err)
    assert loss_table.to_markdown() == ran.out.decode()


def test_programs_get_json(run: Run) -> None:
    """With ``--format json`` it is one document, on one line in a pipe."""
    ran = run("loss-table", "--format", "json")

    assert loss_table.to_dict() == ran.data
    assert 1 == ran.out.count(b"\n")


def test_people_get_indented_json(run: Run) -> None:
    """On a terminal the document has a line for each value."""
    ran = run("loss-table", "--format", "json", terminals="stdout")

    assert json.dumps(ran.data, indent=2, ensure_ascii=False).split() == ran.out.decode().split()
    assert ran.out.count(b"\n") > 1000


def test_an_unknown_format_is_refused(run: Run) -> None:
    """Invalid usage has its own exit code."""
    assert 2 == run("loss-table", "--format", "html").code
