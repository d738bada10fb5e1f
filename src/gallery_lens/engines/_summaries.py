"""Accounts as JSON: what became of a split, for those who were not there."""

from typing import Any, Final

from gallery_lens.diagnostics import Diagnostic
from gallery_lens.reporters import CodeCount, InputSummary

_COUNTS: Final = ("items", "converted", "rejected", "lossless")
_NAMES: Final = ("name", "target", "sources", *_COUNTS)


def to_dict(summary: InputSummary) -> dict[str, Any]:
    """Return the JSON shape of a summary of lines, without the fates of single values."""
    groups = summary.groups.values()
    return {name: getattr(summary, name) for name in _NAMES} | {"findings": [_group(each) for each in groups]}


def from_dict(data: dict[str, Any]) -> InputSummary:
    """Return the summary that ``to_dict`` wrote."""
    summary = InputSummary(**{name: data[name] for name in _NAMES})
    for each in data["findings"]:
        shown = [Diagnostic.from_dict(found) for found in each["shown"]]
        summary.groups[shown[0].severity, shown[0].code] = CodeCount(shown[0], shown, each["count"])
    return summary


def _group(group: CodeCount) -> dict[str, Any]:
    return {"count": group.count, "shown": [found.to_dict() for found in group.shown]}
