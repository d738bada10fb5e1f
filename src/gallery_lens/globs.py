"""Patterns for paths, as files that say what to ignore have them.

``*`` and ``?`` stand for characters of one name, ``[…]`` for one of several, ``**`` for any number of
folders. A pattern without a slash is meant for a name in any folder, one with a slash for a path; one
that fits a folder fits all that is in it. Upper and lower case are different.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Tell whether *pattern* fits *path*, which is relative and has forward slashes."""
    parts = path.split("/")
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, pattern.rstrip("/")) for part in parts)
    steps = pattern.strip("/").removeprefix("./").split("/")
    return any(_fits(steps, parts[:depth]) for depth in range(1, len(parts) + 1))


def _fits(steps: Sequence[str], parts: Sequence[str]) -> bool:
    if not steps:
        return not parts
    if steps[0] == "**":
        return any(_fits(steps[1:], parts[skipped:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], steps[0]) and _fits(steps[1:], parts[1:])
