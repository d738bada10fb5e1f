"""The destination of the data of each input, and what must not be written to: inputs, one file twice."""

import itertools
import os
import stat
import sys
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeAlias

from gallery_lens.cli.convert.formats import SUFFIXES
from gallery_lens.cli.io.compression import bare, suffix
from gallery_lens.cli.io.files import STDOUT, is_special
from gallery_lens.cli.io.inputs import STDIN, Input
from gallery_lens.errors import UsageError


def destinations(inputs: Sequence[Input], forms: Sequence[str], output: str | None) -> tuple[str, ...]:
    """Return the path of each input's data, ``-`` being standard output.

    Args:
        inputs: what is read.
        forms: the format each is written in.
        output: what ``-o`` said: a file, a folder, or nothing.

    Raises:
        UsageError: Two inputs would be written to one place that cannot hold both.
    """
    if output is not None and is_folder(output):
        from pathlib import Path

        names = (_file_name(each, form) for each, form in zip(inputs, forms, strict=True))
        paths = tuple(str(Path(output) / name) for name in names)
        refuse_overwriting([(each.name, path) for each, path in zip(inputs, paths, strict=True)], ())
        return paths
    if len(inputs) > 1 and "js" in forms:
        raise UsageError("A JavaScript module holds one input only: name a folder (-o FOLDER/) for several.")
    if len(inputs) > 1 and set(forms) != {"ndjson"}:
        if output is not None and output != STDOUT:
            raise UsageError(
                f"{output} can hold one document only: name a folder (-o {output}/) for several."
            )
        raise UsageError(
            "Standard output can hold one document only: name a folder (-o FOLDER/) for several, "
            "or write one value per line with --output-format ndjson."
        )
    return (output or STDOUT,) * len(inputs)


def is_folder(output: str) -> bool:
    """Return whether *output* names a folder: it is one, or ends in a slash."""
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def _file_name(given: Input, form: str) -> str:
    """Return the name of an input's data in a folder: its own with the suffix of *form*, compressed alike."""
    from pathlib import Path

    full = "stdin" if given.path == STDIN else Path(given.path).name
    name = bare(full)
    if not name.lower().endswith(SUFFIXES[form]):
        known = itertools.chain.from_iterable(SUFFIXES.values())
        path = Path(name)
        name = (path.stem if path.suffix.lower() in known else name) + SUFFIXES[form][0]
    return name + suffix(full)


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
        return _of(os.stat(path))
    except (OSError, ValueError):
        from pathlib import Path

        new = Path(os.path.realpath(path))
    try:
        return _of(new.parent.stat()), os.path.normcase(new.name)
    except (OSError, ValueError):
        return os.path.normcase(new)


def _of(state: os.stat_result) -> Hashable:
    return state.st_dev, state.st_ino
