"""Files that Git ignores: patterns of ``.gitignore`` files from the root of the repository downwards."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Protocol, TypeAlias

NAME: Final = ".gitignore"


class _Patterns(Protocol):
    """The part of ``pathspec.GitIgnoreSpec`` that is used here."""

    @property
    def check_file(self) -> Callable[[str], "_PatternMatch"]: ...


class _PatternMatch(Protocol):
    """The result of a pattern: no match is None, else True if it ignores."""

    @property
    def include(self) -> bool | None: ...


#: Patterns and the folder they begin in, outermost first.
_Levels: TypeAlias = tuple[tuple[Path, _Patterns], ...]


class Ignored:
    """The rules that hold in a folder that is walked and in the folders below it."""

    def __init__(self, folder: str) -> None:
        """Read the files above *folder*: up to the root of its repository, else to the working directory."""
        top = Path(os.path.abspath(folder))  # links are not followed
        levels = tuple(_above(top))
        # A folder that is ignored, but named all the same, is meant.
        self._levels: dict[Path, _Levels] = {top.parent: () if _ignored(levels, top, "/") else levels}

    def enter(self, folder: str, names: Iterable[str]) -> None:
        """Read the file of *folder*, if it is among the *names* in it; folders above come first."""
        path = Path(os.path.abspath(folder))
        levels = self._levels[path.parent]
        self._levels[path] = (*levels, *_level(path, path / NAME)) if NAME in names else levels

    def matches(self, path: str, mark: str) -> bool:
        """Return whether the file or folder (*mark* is a slash) at *path*, in one entered, is ignored."""
        absolute = Path(os.path.abspath(path))
        levels = self._levels[absolute.parent]
        return bool(levels) and _ignored(levels, absolute, mark)


def _ignored(levels: _Levels, path: Path, mark: str) -> bool:
    """Return the verdict of the innermost file with a pattern for *path*; *mark* is a slash for a folder."""
    for folder, patterns in reversed(levels):
        name = path.relative_to(folder).as_posix() + mark
        if (ignored := patterns.check_file(name).include) is not None:
            return ignored
    return False


def _above(top: Path) -> Iterator[tuple[Path, _Patterns]]:
    above = (top, *top.parents)
    root = next((folder for folder in above if os.path.lexists(folder / ".git")), None)
    if root:
        yield from _level(root, root / ".git" / "info" / "exclude")
    first = root or next((folder for folder in above if folder == Path.cwd()), top)
    between = [folder for folder in top.parents if folder.is_relative_to(first)]
    for folder in reversed(between):
        yield from _level(folder, folder / NAME)


def _level(folder: Path, file: Path) -> Iterator[tuple[Path, _Patterns]]:
    try:
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
    except OSError:
        return
    from pathspec import GitIgnoreSpec  # few folders have patterns

    lines = [line for line in text.splitlines() if _is_pattern(line)]
    yield folder, GitIgnoreSpec.from_lines(lines)


def _is_pattern(line: str) -> bool:
    """Return whether *line* means something; the library refuses what Git skips."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
