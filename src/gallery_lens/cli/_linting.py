"""The command ``lint``: read and check inputs, and report the findings."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from gallery_lens import jsontext
from gallery_lens.cli._discovery import Search, Source
from gallery_lens.cli._files import STDOUT, Outputs, seen, standard_error
from gallery_lens.cli._fixing import InPlace, Repairs, Shown, Untouched
from gallery_lens.cli._inputs import STDIN, Unreadable, lines_of, opened, read_chunks
from gallery_lens.cli._known import Knowledge
from gallery_lens.cli._lint_writers import Ending, FindingWriter, refusals, report, several, writer
from gallery_lens.cli._linting_options import Options, check
from gallery_lens.cli._looking import (
    Looked,
    NoGallery,
    look_at_document,
    look_at_lines,
    look_at_stream,
    sure,
    was_written_by_us,
)
from gallery_lens.cli._progress import Progress, progress
from gallery_lens.cli._rulings import Ruling, Rulings
from gallery_lens.cli._settings import Settings
from gallery_lens.config import Configs
from gallery_lens.conversion._conducting import not_json
from gallery_lens.conversion._guarding import FORESEEN, internal
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines._unreadable import unreadable
from gallery_lens.reporters import Account

#: The inputs of a run, and what holds for each.
_Given: TypeAlias = list[tuple[Source, Ruling]]


def run(options: Options, settings: Settings) -> int:
    """Lint all inputs and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
        BaselineError: A baseline is none.
        ConfigError: A config file cannot be followed.
        BrokenPipeError: Nobody reads standard output any more.
    """
    rulings = Rulings(
        Configs(options.config),
        options.choice,
        options.source,
        options.target,
        options.at,
        options.profile,
    )
    options = options.over(rulings.common(options.inputs))
    given = _given(options, rulings)
    knowledge = options.knowledge
    with Outputs() as outputs:
        repairs = _repairs(options, settings, outputs)
        watched = progress(settings, data_seen=seen() and options.output in (None, STDOUT))
        written = several(
            _writer(options, settings, outputs, given),
            [report(outputs.open(path), form) for path, form in options.reports.items()],
        )
        desk = _Desk(options, written, knowledge, repairs, watched)
        desk.lint(given)
        written.close(Ending(accounts=desk.accounts, others=desk.others, code=desk.code))
        said = repairs.said() + knowledge.close(outputs, complete=desk.code != 2)
        outputs.commit()
    settings.tell(said)
    return desk.code


def _repairs(options: Options, settings: Settings, outputs: Outputs) -> Repairs:
    """Return the repairs made to inputs before they are linted."""
    if options.diff:
        to_file = options.output not in (None, STDOUT)
        colours = settings.colours(None if to_file else sys.stdout)
        return Shown(
            outputs.open(options.output or STDOUT),
            unsafe=options.unsafe_fixes,
            colours=colours,
            limit=options.max_input,
        )
    return InPlace(unsafe=options.unsafe_fixes, limit=options.max_input) if options.fixes else Untouched()


def _writer(options: Options, settings: Settings, outputs: Outputs, given: _Given) -> FindingWriter:
    """Return the writer of findings; standard output may be taken by a repaired document."""
    form, path = options.output_format or "text", options.output or STDOUT
    if options.diff or options.fix_only:
        return refusals(settings)
    shown = {"counts": options.statistics, "infos": options.lists_infos}
    if options.fix and options.output is None and any(source.path == STDIN for source, _ in given):
        return writer(standard_error(), settings, form, stream=sys.stderr, **shown)
    stream = sys.stdout if path == STDOUT else None
    return writer(outputs.open(path), settings, form, stream=stream, **shown)


def _given(options: Options, rulings: Rulings) -> _Given:
    search = Search(
        input_format=options.input_format,
        stdin_name=options.stdin_filename,
        excluded=lambda path: rulings.excludes(path) or options.excludes(path),
        force_exclude=options.force_exclude,
        gitignore=options.respect_gitignore,
    )
    given = [source for source in search.sources(options.inputs) if not _is_earlier(source, options)]
    check(options, given)
    if options.ignore_unknown:
        given = [attrs.evolve(source, named=False) for source in given]
    return [(source, rulings.of(source.name)) for source in given]


def _is_earlier(source: Source, options: Options) -> bool:
    """Return whether *source* was met in a folder where an earlier run wrote it, as this one will."""
    return not source.named and options.rewrites(source.path) and was_written_by_us(source.path)


class _Desk:
    """The linting of inputs one after the other."""

    def __init__(
        self,
        options: Options,
        writer: FindingWriter,
        knowledge: Knowledge,
        repairs: Repairs,
        progress: Progress,
    ) -> None:
        self.options = options
        self._writer = writer
        self._knowledge = knowledge
        self._repairs = repairs
        self._progress = progress
        self.accounts: list[Account] = []
        self.others = 0  # how many files of folders hold no gallery
        self._looked = False  # whether anything could be linted
        self._unreadable = False  # whether an input was not JSON, or could not be opened

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
        """True if there are no findings at all: some inputs have no line."""
        return not any(account.groups for account in self.accounts)

    def lint(self, given: _Given) -> None:
        """Lint all inputs, and write what is found and wanted in their order."""
        if self.options.jobs > 1 and len(given) > 1 and isinstance(self._repairs, Untouched):
            from gallery_lens.cli._lint_jobs import look_into_all

            for source, ruling, result in look_into_all(given, self.options.jobs, self.options.max_input):
                self._lint(
                    source, ruling, self._looked_at(result) if result else self._results(source, ruling)
                )
        else:
            for source, ruling in given:
                self._lint(source, ruling, self._results(source, ruling))

    def _lint(self, source: Source, ruling: Ruling, results: Iterable[Looked]) -> None:
        account = Account(source.name, ruling.target)
        try:
            for result in results if source.named else sure(results):
                self._unreadable |= not (result.parsed or source.lines)  # a bad line is one finding of many
                self._note(account, result)
                self._write(account, self._wanted(source, ruling, result), result)
        except NoGallery:
            self.others += 1
            return
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
        self.accounts.append(account)

    def _wanted(self, source: Source, ruling: Ruling, result: Looked) -> Sequence[Diagnostic]:
        """Return the new findings."""
        wanted = ruling.selection.wanted(ruling.path)
        return self._knowledge.new(source.name, result.found, wanted)

    def _results(self, source: Source, ruling: Ruling) -> Iterator[Looked]:
        if source.problem:
            raise Unreadable(unreadable(source.problem))
        unsafe, limit = self.options.unsafe_fixes, self.options.max_input
        with opened(source.path) as given:
            file = self._repairs.mended(given, source, ruling)
            if source.lines:
                lines = self._progress.over(
                    jsontext.read_lines(read_chunks(file, limit)), source.name, lines_of(file)
                )
                yield from look_at_lines(lines, source.name, ruling, unsafe=unsafe)
            else:
                result = look_at_document(file, source.name, ruling, unsafe=unsafe, limit=limit)
                yield from look_at_stream(result, source.name, ruling, unsafe=unsafe)

    def _looked_at(self, result: Looked | Diagnostic) -> Iterator[Looked]:
        """Yield what another process gave."""
        if isinstance(result, Diagnostic):
            raise Unreadable(result)
        yield result

    def _note(self, account: Account, result: Looked) -> None:
        self._looked |= result.readable
        account.read_as(result.dialects)
        account.items += result.items
        account.converted += result.converted
        account.rejected += result.rejected
        account.lossless &= result.lossless
        account.hidden += result.hidden

    def _refuse(self, account: Account, found: Diagnostic) -> None:
        self._unreadable, account.lossless = True, False
        self._write(account, [attrs.evolve(found, file=account.name)], None)

    def _fail(self, account: Account, found: Diagnostic) -> None:
        self._looked, account.lossless = True, False
        account.items += 1
        account.rejected += 1
        self._write(account, [attrs.evolve(found, file=account.name)], None)

    def _write(self, account: Account, found: Sequence[Diagnostic], result: Looked | None) -> None:
        for each in found:
            account.add(each)
        if found:
            self._writer.add(found, result.text if result else None)
