"""By what findings are known again."""

import random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from findings import BARE, FOUND, reports
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters.identity import identities


@given(found=reports())
def test_no_two_findings_of_a_file_share_one(found: list[Diagnostic]) -> None:
    """Even if they are alike in all they say."""
    pairs = [*zip((each.file for each in found), identities(found), strict=True)]

    assert len(pairs) == len(set(pairs))


@given(found=reports(), seed=st.integers(0, 9))
def test_order_changes_nothing(found: list[Diagnostic], seed: int) -> None:
    """What is said of each content stays with it when items move."""
    shuffled = random.Random(seed).sample(found, len(found))

    assert _named(found) == _named(shuffled)


def _named(found: list[Diagnostic]) -> list[str]:
    pairs = zip(identities(found), found, strict=True)
    return sorted(f"{identity} {each.item_title} {each.value} {each.message}" for identity, each in pairs)


def test_fingerprints_are_numbered_by_what_the_findings_say() -> None:
    """The second of two twins stays the second wherever it stands."""
    first, second = attrs.evolve(FOUND, item_title="A"), attrs.evolve(FOUND, item_title="B")

    assert ["0123456789abcdef:2", "0123456789abcdef:1"] == identities([second, first])


def test_files_are_numbered_apart() -> None:
    """A copy of a gallery changes nothing for the first one."""
    copied = attrs.evolve(FOUND, file="copy.json")

    assert ["0123456789abcdef:1", "0123456789abcdef:1"] == identities([FOUND, copied])


def test_without_a_fingerprint_rule_item_and_place_tell() -> None:
    """Findings about text that cannot be read have none."""
    (one,), (other,) = identities([BARE]), identities([attrs.evolve(BARE, pointer="/0")])

    assert one != other
    assert [one] == identities([attrs.evolve(BARE, message="Nothing to show.", line=7)])
