"""What ``lint`` does: inputs are read, looked at, and what is found is reported."""

import contextlib
import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import IO, Final, TypeAlias

import attrs

from gallery_lens import api, jsontext
from gallery_lens.cli._files import STDOUT, Outputs
from gallery_lens.cli._inputs import STDIN, Unreadable, opened, read_chunks, reading, unreadable
from gallery_lens.cli._options import outlet, same_file
from gallery_lens.cli._papers import Paper, paper
from gallery_lens.cli._settings import Settings
from gallery_lens.cli._walking import Source, sources
from gallery_lens.conversion._conducting import not_json
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.errors import UsageError
from gallery_lens.jsontext import Note
from gallery_lens.linting import LintResult
from gallery_lens.reporters import Account
from gallery_lens.reporters.excerpt import Excerpts

#: What was found in a document or a line, and a way to its text.
_Found: TypeAlias = tuple[LintResult, Callable[[], Excerpts]]

#: How many bytes a document may have: what is found in it, and all of it, is held in memory.
_LARGEST: Final = 100_000_000
_TOO_LARGE: Final = "it is larger than 100 MB: write it as NDJSON, one gallery or item a line"


@attrs.frozen(kw_only=True)
class Options:
    """The options of ``lint``, as the command line gives them."""

    inputs: tuple[str, ...] = ()
    output: str | None = attrs.field(default=None, converter=outlet)  #: a file, ``-`` or nothing
    source: str = "auto"
    target: str = "frontend"
    input_format: str = "auto"
    output_format: str = "text"
    fail_on: str = "warning"
    max_warnings: int | None = None
    exit_zero: bool = False
    statistics: bool = False
    stdin_filename: str | None = None

    def fails(self, accounts: Iterable[Account]) -> bool:
        """Tell whether so many findings are too many."""
        counts = Counter[Severity]()
        for account in accounts:
            counts.update({severity: group.count for (severity, _), group in account.groups.items()})
        over = self.max_warnings is not None and counts[Severity.WARNING] > self.max_warnings
        return over or any(map(self._refuses, counts))

    def _refuses(self, severity: Severity) -> bool:
        allowed = severity is Severity.WARNING and self.max_warnings is not None
        return self.fail_on != "never" and not allowed and severity.reaches(Severity(self.fail_on))


def run(options: Options, settings: Settings) -> int:
    """Lint all inputs and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
        BrokenPipeError: Nobody reads standard output any more.
    """
    given = list(sources(options.inputs, options.input_format, options.stdin_filename))
    _check(options, given)
    path = options.output or STDOUT
    with Outputs() as outputs:
        written = paper(
            outputs.open(path),
            settings,
            options.output_format,
            to_file=path != STDOUT,
            counts=options.statistics,
        )
        desk = _Desk(options, written)
        for source in given:
            desk.lint(source)
        desk.paper.close(desk.accounts)
        outputs.commit()
    return desk.code


def _check(options: Options, given: Iterable[Source]) -> None:
    read = {source.path for source in given}
    if options.output and any(same_file(options.output, path) for path in read):
        raise UsageError(f"-o would overwrite the input {options.output}.")
    if options.stdin_filename and STDIN not in read:
        raise UsageError("--stdin-filename names standard input, which is not read: add - to the INPUTs.")


class _Desk:
    """Where inputs are looked at, one after the other."""

    def __init__(self, options: Options, paper: Paper) -> None:
        self.options = options
        self.paper = paper
        self.accounts: list[Account] = []
        self._looked = False  # whether anything could be looked at
        self._unreadable = False  # whether an input was no JSON, or could not be opened

    @property
    def code(self) -> int:
        """The exit code."""
        if self._unreadable or not (self._looked or self._empty):
            return 2
        return int(not self.options.exit_zero and self.options.fails(self.accounts))

    @property
    def _empty(self) -> bool:
        """Whether nothing at all was found: there are inputs without a line."""
        return not any(account.groups for account in self.accounts)

    def lint(self, source: Source) -> None:
        """Look at one input, and write down what is found."""
        account = Account(source.name, self.options.target)
        self.accounts.append(account)
        try:
            for result, text in self._results(source):
                self._note(account, result, text)
        except Unreadable as error:
            self._refuse(account, error.diagnostic)
        except jsontext.NotJson as error:
            self._refuse(account, not_json(error))

    def _results(self, source: Source) -> Iterator[_Found]:
        if source.problem:
            raise Unreadable(unreadable(source.problem))
        with opened(source.path) as file:
            yield from self._lines(file, source) if source.lines else self._document(file, source)

    def _document(self, file: IO[bytes], source: Source) -> Iterator[_Found]:
        with reading():
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise Unreadable(unreadable(_TOO_LARGE))
        with _collector_paused():
            result = self._look(data, source)
        self._unreadable |= not result.parsed
        yield result, lambda: Excerpts.of(jsontext.text_of(data))

    def _lines(self, file: IO[bytes], source: Source) -> Iterator[_Found]:
        for each in jsontext.read_lines(read_chunks(file)):
            line, column = each.number, each.blanks + 1
            result = self._look(each.data, source, notes=each.notes, line=line, column=column)
            yield result, partial(Excerpts.of, jsontext.text_of(each.data), line, column)

    def _look(
        self, data: bytes, source: Source, *, notes: Sequence[Note] = (), line: int = 1, column: int = 1
    ) -> LintResult:
        return api.lint_text(
            data,
            self.options.source,
            self.options.target,
            file=source.name,
            line=line,
            column=column,
            notes=notes,
        )

    def _note(self, account: Account, result: LintResult, text: Callable[[], Excerpts]) -> None:
        self._looked |= result.readable
        account.read_as(result.dialects)
        account.items += result.items
        account.converted += result.converted
        account.rejected += result.rejected
        account.lossless &= result.lossless
        self._write(account, result.diagnostics, text)

    def _refuse(self, account: Account, found: Diagnostic) -> None:
        self._unreadable, account.lossless = True, False
        self._write(account, [attrs.evolve(found, file=account.name)], Excerpts)

    def _write(self, account: Account, found: Sequence[Diagnostic], text: Callable[[], Excerpts]) -> None:
        for each in found:
            account.add(each)
        if found:
            self.paper.add(found, text)


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    """Let Python look for no garbage inside: a document makes many objects, and all of them are kept."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
