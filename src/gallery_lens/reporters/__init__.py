"""Reporters: diagnostics as text for people and as reports for programs, one file each.

``REPORTERS`` lists what ``--report-format`` takes; a module of it is imported when asked for.
"""

from importlib import import_module
from typing import Final

from gallery_lens.reporters._account import Account, Group, Summary, summarize
from gallery_lens.reporters._reporter import Appendix, Reporter

#: The formats of a report, and the module whose ``REPORTER`` writes each.
REPORTERS: Final = {
    "json": "gallery_lens.reporters.json",
    "jsonl": "gallery_lens.reporters.jsonl",
    "concise": "gallery_lens.reporters.concise",
    "sarif": "gallery_lens.reporters.sarif",
    "github": "gallery_lens.reporters.github",
    "gitlab": "gallery_lens.reporters.gitlab",
    "junit": "gallery_lens.reporters.junit",
}


def reporter(name: str) -> Reporter:
    """Return the reporter of that name; a name that is not in ``REPORTERS`` is a ``KeyError``."""
    found: Reporter = import_module(REPORTERS[name]).REPORTER
    return found


__all__ = ["REPORTERS", "Account", "Appendix", "Group", "Reporter", "Summary", "reporter", "summarize"]
