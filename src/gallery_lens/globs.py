"""Patterns for paths, as files that say what to ignore have them.

``*`` and ``?`` stand for characters of one name, ``[…]`` for one of several, ``**`` for any number of
folders. A pattern without a slash is meant for a name in any folder, one with a slash for a path; one
that fits a folder fits all that is in it. Upper and lower case are different.
"""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Return whether *pattern* fits *path*, which is relative and has forward slashes."""
    parts = path.split("/")
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, pattern.rstrip("/")) for part in parts)
    steps = _steps(pattern.strip("/").removeprefix("./").split("/"))
    places = _with_skips({0}, steps)
    for part in parts:
        places = _with_skips({after for place in places for after in _after(steps, place, part)}, steps)
        if len(steps) in places:
            return True
    return False


def _steps(steps: Sequence[str]) -> list[str]:
    """Return *steps* with one ``**`` for several in a row, which mean the same."""
    return [
        step for step, before in zip(steps, [None, *steps], strict=False) if step != "**" or before != "**"
    ]


def _after(steps: Sequence[str], place: int, part: str) -> Iterator[int]:
    """Yield how far in *steps* one may be behind *part*; *place* is how far one is before it."""
    if place < len(steps) and steps[place] == "**":
        yield place
    elif place < len(steps) and fnmatchcase(part, steps[place]):
        yield place + 1


def _with_skips(places: set[int], steps: Sequence[str]) -> set[int]:
    """Return *places* with those behind a ``**`` that stands for no folder."""
    return places | {place + 1 for place in places if place < len(steps) and steps[place] == "**"}
