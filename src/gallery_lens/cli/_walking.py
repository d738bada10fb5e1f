"""Which files a command that looks at many is to read: those that are named, and those in folders."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from gallery_lens.cli._compression import bare
from gallery_lens.cli._files import reason
from gallery_lens.cli._inputs import LINES_SUFFIXES, STDIN, has_lines, inputs

#: What is read of a folder, compressed or not.
SUFFIXES: Final = (".json", *LINES_SUFFIXES)

#: Folders that hold files of others.
_PASSED_OVER: Final = frozenset(("node_modules",))


@attrs.frozen(eq=False, repr=False)
class Source:
    """A file to read, or the reason why there is none."""

    path: str  #: ``-`` is standard input
    name: str  #: for messages and reports
    lines: bool = False  #: whether it holds one value a line
    problem: str | None = None  #: a clause; then there is nothing to read


def sources(
    paths: Sequence[str],
    input_format: str,
    stdin_name: str | None,
    excluded: Callable[[str], bool],
) -> Iterator[Source]:
    """Yield what *paths* name, folders walked in the order of their names, no file twice.

    Hidden folders and ``node_modules`` are passed over, as are links to folders, and what is *excluded*
    of a folder. *stdin_name* is what to call standard input, whose format it then tells.

    Raises:
        UsageError: Nothing is given and standard input is a terminal, or it is to be read twice.
    """
    met = set()
    for given in inputs(tuple(paths), input_format):
        name = stdin_name or given.name if given.path == STDIN else given.name
        is_folder = given.path != STDIN and Path(given.path).is_dir()
        single = Source(given.path, name, has_lines(name, input_format))
        for source in _in_folder(given.path, input_format, excluded) if is_folder else (single,):
            if (real := os.path.realpath(source.path)) not in met:
                met.add(real)
                yield source


def _in_folder(folder: str, input_format: str, excluded: Callable[[str], bool]) -> Iterator[Source]:
    problems: list[OSError] = []
    met = False
    for at, folders, names in os.walk(folder, onerror=problems.append):
        inside = (name for name in folders if not _is_passed_over(name))
        folders[:] = sorted(name for name in inside if not excluded(str(Path(at) / name)))
        for name in sorted(name for name in names if bare(name).lower().endswith(SUFFIXES)):
            met, path = True, str(Path(at) / name)
            if not excluded(path):
                yield Source(path, path, has_lines(path, input_format))
    yield from (Source(error.filename, error.filename, problem=reason(error)) for error in problems)
    if not met and not problems:
        yield Source(folder, folder, problem=f"the folder holds no {_suffixes()} file")


def _suffixes() -> str:
    *others, last = SUFFIXES
    return f"{', '.join(others)} or {last}"


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name in _PASSED_OVER
