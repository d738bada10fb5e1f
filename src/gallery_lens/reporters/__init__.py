"""Reporters: diagnostics as text for people and as reports for programs, one file each.

``words.REPORT_FORMATS`` lists the formats; the module of a format is imported when it is used.
"""

from importlib import import_module

from gallery_lens.reporters._reporter import Appendix, Reporter
from gallery_lens.reporters.summary import SHOWN, CodeCount, InputSummary, Summary, summarize
from gallery_lens.words import REPORT_FORMATS


def reporter(name: str) -> Reporter:
    """Return the reporter of the format *name*.

    Raises:
        KeyError: It is not in ``REPORT_FORMATS``.
    """
    if name not in REPORT_FORMATS:
        raise KeyError(name)
    module: Reporter = import_module(f"gallery_lens.reporters.{name}").REPORTER
    return module


__all__ = ["SHOWN", "Appendix", "CodeCount", "InputSummary", "Reporter", "Summary", "reporter", "summarize"]
