"""Expressions that are compiled when they are used."""

import re

import pytest

from gallery_lens.late import late


def test_nothing_is_compiled_before() -> None:
    """Even one that is wrong does no harm until it is used."""
    wrong = late("(")

    with pytest.raises(re.error):
        wrong.match("")


def test_it_is_used_like_any_other() -> None:
    """Flags count, bytes are bytes, and it is compiled once."""
    pattern = late(b"a+", re.IGNORECASE)

    assert [b"Aa", b"a"] == pattern.findall(b"Aa a")
    assert pattern.findall is pattern.findall
