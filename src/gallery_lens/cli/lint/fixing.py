"""Fixes of ``lint``: repair files in place, or print the changes as a diff."""

import io
from collections.abc import Iterator, Sequence
from typing import IO, Final, Protocol

import click

from gallery_lens import api, jsontext
from gallery_lens.cli.io.files import Outputs, Sink
from gallery_lens.cli.io.inputs import STDIN, read_whole
from gallery_lens.cli.lint.discovery import InputFile
from gallery_lens.cli.lint.file_settings import FileSettings
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.late import late
from gallery_lens.linting import told
from gallery_lens.reporters.text import number

#: A line with its end, or the last one without.
_LINE: Final = late(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}
_NO_END: Final = "\\ No newline at end of file\n"


class Repairs(Protocol):
    """The changes made to inputs before they are linted."""

    count: int  #: how many findings have been, or would be, settled

    def mended(self, file: IO[bytes], source: InputFile, settings: FileSettings) -> IO[bytes]:
        """Return the content to lint in place of *file*."""

    def said(self) -> str:
        """Return the sentence that summarizes the changes, if any."""


class Untouched:
    """Nothing becomes of them."""

    count = 0

    def mended(self, file: IO[bytes], source: InputFile, settings: FileSettings) -> IO[bytes]:
        """Return *file*."""
        return file

    def said(self) -> str:
        """Return no sentence."""
        return ""


class InPlace:
    """Writes what is mended to where it came from; standard input goes to standard output."""

    def __init__(self, *, unsafe: bool, limit: int) -> None:
        self._unsafe, self._limit = unsafe, limit
        self._outside: list[str] = []  # links that lead out of the folder
        self.count = 0

    def mended(self, file: IO[bytes], source: InputFile, settings: FileSettings) -> IO[bytes]:
        """Mend the file of *source*, and return what it holds now.

        Raises:
            OutputError: It cannot be written, and is as it was.
        """
        if source.leads_out:
            self._outside.append(source.name)
            return file
        given, new, count = _mend(file, source, settings, unsafe=self._unsafe, limit=self._limit)
        self.count += count
        if new != given or source.path == STDIN:
            with Outputs() as outputs:
                outputs.open(source.path).write(new)
                outputs.commit()
        return io.BytesIO(new)

    def said(self) -> str:
        """Return the sentence that counts applied fixes."""
        fixed = f"Fixed {number(self.count, 'finding')}.\n" if self.count else ""
        outside = (f"Not fixed: {name} is a link that leads out of the folder.\n" for name in self._outside)
        return fixed + "".join(outside)


class Shown:
    """Changes nothing, and writes what would be changed as a unified diff."""

    def __init__(self, sink: Sink, *, unsafe: bool, colours: bool, limit: int) -> None:
        self._sink, self._unsafe, self._colours, self._limit = sink, unsafe, colours, limit
        self.count = 0

    def mended(self, file: IO[bytes], source: InputFile, settings: FileSettings) -> IO[bytes]:
        """Show what would be changed in the file of *source*; return what it holds."""
        if source.leads_out:
            return file
        given, new, count = _mend(file, source, settings, unsafe=self._unsafe, limit=self._limit)
        self.count += count
        for line in diff(jsontext.text_of(given), jsontext.text_of(new), source.name):
            shown = line if self._colours else click.unstyle(line)
            self._sink.write(shown.encode("utf-8", "backslashreplace"))
        return io.BytesIO(given)

    def said(self) -> str:
        """Return the sentence that counts possible fixes."""
        return f"{number(self.count, 'finding')} would be fixed.\n"


def diff(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, styled for a terminal, with their ends."""
    import difflib

    for line in difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), name, name):
        colour, is_heading = _COLOURS.get(line[0]), line.startswith(("---", "+++"))
        bare = line.rstrip("\r\n")
        yield click.style(bare, fg=colour, bold=is_heading or None) + (line[len(bare) :] or "\n")
        if bare == line:
            yield _NO_END


def _mend(
    file: IO[bytes], source: InputFile, settings: FileSettings, *, unsafe: bool, limit: int
) -> tuple[bytes, bytes, int]:
    """Return the bytes before and after, and how many findings the difference settles.

    Documents that nobody called galleries stay as they are unless they hold one.
    """
    from gallery_lens.fixes import fix_bytes

    def lint(text: str) -> Sequence[Diagnostic]:
        result = api.lint_text(
            text, settings.source, settings.target, profile=settings.profile, at=settings.at
        )
        if not (source.named or result.holds_gallery):
            return ()
        return [*told(settings.selection.choose(result.entries, settings.path))]

    data = read_whole(file, limit)
    new, fixes = fix_bytes(
        data, lint, unsafe=unsafe, source=settings.source, at=settings.at, lines=source.lines
    )
    return data, new, sum(len(each.fingerprints) for each in fixes)
