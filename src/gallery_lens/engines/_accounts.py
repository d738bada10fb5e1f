"""Accounts as JSON: what became of a split, for those who were not there."""

from typing import Any, Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters import Account, Group

_COUNTS: Final = ("items", "converted", "rejected", "lossless")
_NAMES: Final = ("name", "target", "sources", *_COUNTS)


def to_dict(account: Account) -> dict[str, Any]:
    """Return the JSON shape of an account of lines; what became of single values is no part of it."""
    groups = account.groups.values()
    return {name: getattr(account, name) for name in _NAMES} | {"findings": [_group(each) for each in groups]}


def from_dict(data: dict[str, Any]) -> Account:
    """Return the account that ``to_dict`` wrote."""
    account = Account(**{name: data[name] for name in _NAMES})
    for each in data["findings"]:
        shown = [Diagnostic.from_dict(found) for found in each["shown"]]
        account.groups[shown[0].severity, shown[0].code] = Group(shown[0], shown, each["count"])
    return account


def _group(group: Group) -> dict[str, Any]:
    return {"count": group.count, "shown": [found.to_dict() for found in group.shown]}
