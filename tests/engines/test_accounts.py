"""Accounts that travel: as JSON, and joined in order."""

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from findings import held, reports
from gallery_lens import jsontext
from gallery_lens.diagnostics import NO_VALUE, Diagnostic
from gallery_lens.engines.manifest import summary_from_dict, summary_to_dict
from gallery_lens.reporters import InputSummary


def summary(found: list[Diagnostic], **counts: Any) -> InputSummary:
    """Return an account of these findings."""
    made = InputSummary("items.ndjson", "frontend", ["velo"], **counts)
    for each in found:
        made.add(each)
    return made


def simple(found: Diagnostic) -> Diagnostic:
    """Return the finding without a value that JSON would spell otherwise."""
    return attrs.evolve(found, value=NO_VALUE)


@given(found=reports(), items=st.integers(0, 9))
def test_an_account_comes_back_from_json(found: list[Diagnostic], items: int) -> None:
    """With all its counts, and the findings to be shown."""
    given_ = summary([simple(each) for each in found], items=items, converted=1, rejected=2, lossless=False)

    returned = summary_from_dict(jsontext.read(jsontext.write(summary_to_dict(given_))).document)

    assert held(given_) == held(returned)


@given(found=reports(), cut=st.integers(0, 9))
def test_joined_accounts_are_the_account_of_all(found: list[Diagnostic], cut: int) -> None:
    """Wherever the input was cut."""
    joined = summary(found[:cut], items=2)
    joined.join(summary(found[cut:], items=3, rejected=1))

    assert held(joined)["groups"] == held(summary(found))["groups"]
    assert (joined.items, joined.rejected) == (5, 1)
