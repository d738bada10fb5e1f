"""What ``lint`` does: inputs are read, looked at, and what is found is reported."""

import contextlib
import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import IO, Any, Final, TypeAlias

import attrs

from gallery_lens import api, jsontext
from gallery_lens.cli._files import STDOUT, Outputs, seen, standard_error
from gallery_lens.cli._fixing import InPlace, Repairs, Shown, Untouched
from gallery_lens.cli._inputs import STDIN, Unreadable, lines_of, opened, read_chunks, reading
from gallery_lens.cli._known import Knowledge
from gallery_lens.cli._linting_options import Options, check
from gallery_lens.cli._papers import Paper, paper, refusals
from gallery_lens.cli._progress import Progress, progress
from gallery_lens.cli._rulings import Ruling, Rulings
from gallery_lens.cli._seen import Seen
from gallery_lens.cli._settings import Settings
from gallery_lens.cli._walking import Source, sources
from gallery_lens.config import Configs
from gallery_lens.conversion._conducting import not_json
from gallery_lens.conversion._guarding import FORESEEN, internal
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines._unreadable import unreadable
from gallery_lens.linting import LintResult, Start
from gallery_lens.reporters import Account

#: What was found in a document or a line, and that.
_Found: TypeAlias = tuple[LintResult, Seen]

#: The inputs of a run, and what holds for each.
_Given: TypeAlias = list[tuple[Source, Ruling]]

#: Looks at a text; ``notes``, ``line`` and ``column`` are those of ``lint_text``.
_Look: TypeAlias = Callable[..., LintResult]

#: How many bytes a document may have: what is found in it, and all of it, is held in memory.
_LARGEST: Final = 100_000_000
_TOO_LARGE: Final = "it is larger than 100 MB: write it as NDJSON, one gallery or item a line"


def run(options: Options, settings: Settings) -> int:
    """Lint all inputs and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
        BaselineError: A baseline is none.
        ConfigError: A config file cannot be followed.
        BrokenPipeError: Nobody reads standard output any more.
    """
    rulings = Rulings(Configs(options.config), options.choice, options.source, options.target)
    options = options.over(rulings.common(options.inputs))
    given = _given(options, rulings)
    knowledge = options.knowledge
    with Outputs() as outputs:
        repairs = _repairs(options, settings, outputs)
        watched = progress(settings, data_seen=seen() and options.output in (None, STDOUT))
        written = _paper(options, settings, outputs, given)
        desk = _Desk(options, written, knowledge, repairs, watched)
        for source, ruling in given:
            desk.lint(source, ruling)
        desk.paper.close(desk.accounts, desk.code)
        said = repairs.said() + knowledge.close(outputs, complete=desk.code != 2)
        outputs.commit()
    settings.tell(said)
    return desk.code


def _repairs(options: Options, settings: Settings, outputs: Outputs) -> Repairs:
    """Return what is done to inputs before they are looked at."""
    if options.diff:
        to_file = options.output not in (None, STDOUT)
        colours = settings.colours(None if to_file else sys.stdout)
        return Shown(outputs.open(options.output or STDOUT), unsafe=options.unsafe_fixes, colours=colours)
    return InPlace(unsafe=options.unsafe_fixes) if options.fix else Untouched()


def _paper(options: Options, settings: Settings, outputs: Outputs, given: _Given) -> Paper:
    """Return what findings are written down on; standard output may be taken by what was fixed."""
    form, path = options.output_format or "text", options.output or STDOUT
    if options.diff:
        return refusals(settings)
    if options.fix and options.output is None and any(source.path == STDIN for source, _ in given):
        return paper(standard_error(), settings, form, stream=sys.stderr, counts=options.statistics)
    stream = sys.stdout if path == STDOUT else None
    return paper(outputs.open(path), settings, form, stream=stream, counts=options.statistics)


def _given(options: Options, rulings: Rulings) -> _Given:
    def passed_over(path: str) -> bool:
        return rulings.excludes(path) or options.keeps(path)

    given = list(sources(options.inputs, options.input_format, options.stdin_filename, passed_over))
    check(options, given)
    return [(source, rulings.of(source.name)) for source in given]


class _Desk:
    """Where inputs are looked at, one after the other."""

    def __init__(
        self, options: Options, paper: Paper, knowledge: Knowledge, repairs: Repairs, progress: Progress
    ) -> None:
        self.options = options
        self.paper = paper
        self._knowledge = knowledge
        self._repairs = repairs
        self._progress = progress
        self.accounts: list[Account] = []
        self._looked = False  # whether anything could be looked at
        self._unreadable = False  # whether an input was no JSON, or could not be opened

    @property
    def code(self) -> int:
        """The exit code."""
        if self._unreadable or not (self._looked or self._empty):
            return 2
        if any(account.failed for account in self.accounts):
            return 3
        failed = self._repairs.count > 0 if self.options.diff else self.options.fails(self.accounts)
        return int(failed and not self.options.exit_zero)

    @property
    def _empty(self) -> bool:
        """Whether nothing at all was found: there are inputs without a line."""
        return not any(account.groups for account in self.accounts)

    def lint(self, source: Source, ruling: Ruling) -> None:
        """Look at one input, and write down what is found and wanted."""
        account = Account(source.name, ruling.target)
        self.accounts.append(account)
        try:
            for result, seen in self._results(source, ruling):
                self._note(account, result)
                self._write(account, self._wanted(source, ruling, result), seen)
        except Unreadable as error:
            self._refuse(account, error.diagnostic)
        except jsontext.NotJson as error:
            self._refuse(account, not_json(error))
        except MemoryError:
            self._refuse(account, unreadable("there is not enough memory for it"))
        except FORESEEN:
            raise
        except Exception as error:
            self._fail(account, internal(error))

    def _wanted(self, source: Source, ruling: Ruling, result: LintResult) -> Sequence[Diagnostic]:
        """Return what is wanted of *result*, and new; why something could not be read is always wanted."""
        wanted = ruling.selection.wanted(ruling.path)
        chosen = ruling.selection.choose(result.diagnostics, ruling.path)
        return self._knowledge.new(source.name, chosen if result.readable else result.diagnostics, wanted)

    def _results(self, source: Source, ruling: Ruling) -> Iterator[_Found]:
        if source.problem:
            raise Unreadable(unreadable(source.problem))
        look = partial(_look, source.name, ruling)
        with opened(source.path) as given:
            file = self._repairs.mended(given, source, ruling)
            if source.lines:
                lines = jsontext.read_lines(read_chunks(file))
                yield from _lines(self._progress.over(lines, source.name, lines_of(file)), ruling, look)
            else:
                yield from self._document(file, ruling, look)

    def _document(self, file: IO[bytes], ruling: Ruling, look: _Look) -> Iterator[_Found]:
        with reading():
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise Unreadable(unreadable(_TOO_LARGE))
        with _collector_paused():
            result = look(data)
        self._unreadable |= not result.parsed
        yield result, Seen(data, ruling.source)

    def _note(self, account: Account, result: LintResult) -> None:
        self._looked |= result.readable
        account.read_as(result.dialects)
        account.items += result.items
        account.converted += result.converted
        account.rejected += result.rejected
        account.lossless &= result.lossless

    def _refuse(self, account: Account, found: Diagnostic) -> None:
        self._unreadable, account.lossless = True, False
        self._write(account, [attrs.evolve(found, file=account.name)], None)

    def _fail(self, account: Account, found: Diagnostic) -> None:
        self._looked, account.lossless = True, False
        account.items += 1
        account.rejected += 1
        self._write(account, [attrs.evolve(found, file=account.name)], None)

    def _write(self, account: Account, found: Sequence[Diagnostic], seen: Seen | None) -> None:
        for each in found:
            account.add(each)
        if found:
            self.paper.add(found, seen)


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    """Let Python look for no garbage inside: a document makes many objects, and all of them are kept."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _lines(lines: Iterable[jsontext.Line], ruling: Ruling, look: _Look) -> Iterator[_Found]:
    for each in lines:
        start = Start(None, each.number, each.blanks + 1)
        result = look(each.data, notes=each.notes, line=start.line, column=start.column)
        yield result, Seen(each.data, ruling.source, start)


def _look(name: str, ruling: Ruling, data: bytes, **place: Any) -> LintResult:
    return api.lint_text(data, ruling.source, ruling.target, file=name, **place)
