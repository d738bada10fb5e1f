"""Patterns for paths, as files that say what to ignore have them.

``*`` and ``?`` stand for characters of one name, ``[…]`` for one of several, ``**`` for any number of
folders. A pattern without a slash is meant for a name in any folder, one with a slash for a path; one
that fits a folder fits all that is in it. Upper and lower case are different.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from itertools import pairwise


def matches(pattern: str, path: str) -> bool:
    """Return whether *pattern* fits *path*, which is relative and has forward slashes."""
    parts = path.split("/")
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, pattern.rstrip("/")) for part in parts)
    written = pattern.strip("/").removeprefix("./").split("/")
    # Several ** in a row mean the same as one.
    steps = [step for before, step in pairwise(("", *written)) if (before, step) != ("**", "**")]
    places = _with_skips({0}, steps) - {len(steps)}  # no path is empty
    for part in parts:
        skipped = {place for place in places if steps[place] == "**"}
        fitting = {place + 1 for place in places - skipped if fnmatchcase(part, steps[place])}
        places = _with_skips(skipped | fitting, steps)
        if len(steps) in places:
            return True
    return False


def _with_skips(places: set[int], steps: Sequence[str]) -> set[int]:
    """Return *places* with those behind a ``**`` that stands for no folder."""
    return places | {place + 1 for place in places if place < len(steps) and steps[place] == "**"}
