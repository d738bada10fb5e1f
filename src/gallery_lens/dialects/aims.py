"""The aim of a conversion from one dialect to another, and the rules that apply to it."""

from typing import Final

from gallery_lens.dialects.dialect import Dialect
from gallery_lens.model import Family
from gallery_lens.rules import RULES
from gallery_lens.rules.base import Aim

_AIMS: Final = {Family.BACKEND: Aim.BACKEND, Family.PAGE: Aim.PAGE, Family.COMPONENT: Aim.COMPONENT}


def aim_of(source: Dialect, target: Dialect) -> Aim:
    """Return the aim of the conversion, for rules."""
    if source.name == target.name:
        return Aim.SAME
    return _AIMS[target.item.family]


def rules_of(source: Dialect, target: Dialect) -> list[str]:
    """Return the names of the rules that look at a conversion, in the order of the codes."""
    asked = {*source.reads, *target.writes}
    return [name for name in RULES if name in asked]
