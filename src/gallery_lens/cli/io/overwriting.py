"""Refuses what would overwrite an input, or write two outputs to one file, by whatever names."""

import os
import stat
import sys
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

from gallery_lens.cli.io.files import STDOUT, is_special
from gallery_lens.cli.io.inputs import STDIN
from gallery_lens.errors import UsageError

#: A file, and the name that messages give it: an option, or ``the input a.json``.
Named: TypeAlias = tuple[str, str]

_STDOUT: Final = "standard output"


def refuse_overwriting(outputs: Iterable[Named], inputs: Iterable[Named]) -> None:
    """Refuse *outputs* that would replace one of *inputs*, or each other.

    Links, hard links and different spellings are names of one file; pipes and devices hold no data.

    Raises:
        UsageError: There is one; the sentence names both.
    """
    written = [(name, path, _identity(path, "stdout")) for name, path in outputs]
    if not written:
        return
    read = {_identity(path, "stdin"): name for name, path in inputs}
    taken: dict[Hashable, str] = {}
    for name, path, identity in written:
        if identity is None:
            continue
        if identity in read:
            shown = _STDOUT.capitalize() if path == STDOUT else name
            raise UsageError(f"{shown} would overwrite {read[identity]}. Choose another file.")
        if identity in taken:
            place = _STDOUT if path == STDOUT else path
            raise UsageError(f"{taken[identity]} and {name} would both be written to {place}.")
        taken[identity] = name


def named_inputs(paths: Iterable[str]) -> list[Named]:
    """Name *paths* as what is read."""
    return [("standard input" if path == STDIN else f"the input {path}", path) for path in paths]


def same_file(path: str, given: str) -> bool:
    """Return whether two arguments name one file; ``-`` never does."""
    if STDIN in (path, given):
        return False
    identity = _identity(path, "")
    return identity is not None and identity == _identity(given, "")


def _identity(path: str, stream: str) -> Hashable:
    """Return a key that all names of a file share; None if it holds no data that could be lost."""
    if path == STDIN:
        try:
            state = os.fstat(getattr(sys, stream).fileno())
        except (AttributeError, OSError, ValueError):  # it is closed, or not a file of the system
            state = None
        if state and stat.S_ISREG(state.st_mode):
            return _of(state)
        return STDOUT if stream == "stdout" else None
    if is_special(path):
        return None
    try:
        return _of(os.stat(path))  # noqa: PTH116 - a path with a slash at its end stays one
    except (OSError, ValueError):
        new = Path(os.path.realpath(path))
    try:
        return _of(new.parent.stat()), os.path.normcase(new.name)
    except (OSError, ValueError):
        return os.path.normcase(new)


def _of(state: os.stat_result) -> Hashable:
    return state.st_dev, state.st_ino
