"""Find the files that a command over many is to read: those that are named, and those in folders."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gallery_lens.cli.io.compression import bare
from gallery_lens.cli.io.files import is_special
from gallery_lens.cli.io.inputs import LINES_SUFFIXES, STDIN, has_lines, inputs
from gallery_lens.errors import reason
from gallery_lens.values import Record

if TYPE_CHECKING:
    from gallery_lens.cli.lint.gitignore import Ignored

#: What is read of a folder, compressed or not.
SUFFIXES: Final = (".json", *LINES_SUFFIXES)

#: Folders that hold files of others.
_FOREIGN: Final = frozenset(("bower_components", "node_modules", "site-packages"))


class InputFile(Record):
    """A file to read, or the reason why there is none."""

    path: str  #: ``-`` is standard input
    name: str  #: for messages and reports
    lines: bool = False  #: whether it holds one value per line
    named: bool = True  #: whether it was named, rather than found in a folder
    problem: str | None = None  #: a clause; then there is nothing to read
    leads_out: bool = False  #: whether it is a link in a folder to something outside of it


class Search(Record, kw_only=True):
    """The files to search for, and those to skip."""

    input_format: str
    stdin_name: str | None
    excluded: Callable[[str], bool]  #: takes the path of a file or folder
    force_exclude: bool = False  #: whether named files are excluded, too
    gitignore: bool = True  #: whether ``.gitignore`` files are obeyed

    def sources(self, paths: Sequence[str]) -> Iterator[InputFile]:
        """Yield what *paths* name, folders walked in the order of their names, no file twice.

        Hidden folders, links to folders and ``node_modules`` are skipped in folders. The name of
        standard input tells its format, too.

        Raises:
            UsageError: Nothing is given and standard input is a terminal, or it is to be read twice.
        """
        met = set()
        for given in inputs(tuple(paths), self.input_format):
            name = (self.stdin_name or given.name) if given.path == STDIN else given.name
            is_folder = given.path != STDIN and os.path.isdir(given.path)
            single = InputFile(given.path, name, has_lines(name, self.input_format))
            named = [] if self.force_exclude and not is_folder and self.excluded(name) else [single]
            for source in self._in_folder(given.path) if is_folder else named:
                if (real := os.path.realpath(source.path)) not in met:
                    met.add(real)
                    yield source

    def _in_folder(self, folder: str) -> Iterator[InputFile]:
        from pathlib import Path  # which many runs do without, as they do without those patterns

        from gallery_lens.cli.lint.gitignore import Ignored

        problems: list[OSError] = []
        root = os.path.realpath(folder)
        ignored = Ignored(folder) if self.gitignore else None
        met = False
        for at, folders, names in os.walk(folder, onerror=problems.append):
            if ignored:
                ignored.enter(at, names)
            own = [name for name in folders if not name.startswith(".") and name not in _FOREIGN]
            inside = [(str(Path(at) / name), name) for name in own]
            folders[:] = sorted(name for path, name in inside if self._wants(path, ignored, "/"))
            for name in sorted(name for name in names if bare(name).lower().endswith(SUFFIXES)):
                path = str(Path(at) / name)
                if is_special(path):
                    continue
                met = True
                if self._wants(path, ignored, ""):
                    lines = has_lines(path, self.input_format)
                    leads_out = os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root)
                    yield InputFile(path, path, lines, named=False, leads_out=leads_out)
        yield from (InputFile(error.filename, error.filename, problem=reason(error)) for error in problems)
        if not met and not problems:
            *others, last = SUFFIXES
            problem = f"the folder holds no {', '.join(others)} or {last} file"
            yield InputFile(folder, folder, problem=problem)

    def _wants(self, path: str, ignored: "Ignored | None", mark: str) -> bool:
        """Return whether the file or folder (*mark* is a slash) at *path* is looked for."""
        return not (self.excluded(path) or (ignored and ignored.matches(path, mark)))
