"""The command ``lint``: read and check inputs, and report the findings."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from gallery_lens import jsontext
from gallery_lens.cli.io.files import STDOUT, Outputs, seen, standard_error
from gallery_lens.cli.io.inputs import STDIN, Unreadable, lines_of, opened, read_chunks
from gallery_lens.cli.io.progress import Progress, progress
from gallery_lens.cli.lint.baseline import BaselineMode
from gallery_lens.cli.lint.checking import (
    LintedText,
    NoGallery,
    look_at_blocks,
    look_at_document,
    look_at_stream,
    sure,
    was_written_by_us,
)
from gallery_lens.cli.lint.discovery import InputFile, Search
from gallery_lens.cli.lint.file_settings import FileSettings, SettingsResolver
from gallery_lens.cli.lint.fixing import InPlace, Repairs, Shown, Untouched
from gallery_lens.cli.lint.options import LintCommandOptions, check
from gallery_lens.cli.lint.writers import Ending, FindingWriter, refusals, report, several, writer
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.config import Configs
from gallery_lens.conversion.conducting import not_json
from gallery_lens.conversion.guarding import FORESEEN, internal
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.lines.unreadable import unreadable
from gallery_lens.linting import AroundFinding, Entry, ItemFindings, ListFindings
from gallery_lens.reporters import SHOWN, InputSummary
from gallery_lens.values import evolve

#: The inputs of a run, and what holds for each.
_Given: TypeAlias = list[tuple[InputFile, FileSettings]]


def run(options: LintCommandOptions, settings: Settings) -> int:
    """Lint all inputs and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
        BaselineError: A baseline is none.
        ConfigError: A config file cannot be followed.
        BrokenPipeError: Nobody reads standard output any more.
    """
    resolver = SettingsResolver(
        Configs(options.config),
        options.choice,
        options.source,
        options.target,
        options.at,
        options.profile,
    )
    options = options.over(resolver.common(options.inputs))
    given = _given(options, resolver)
    knowledge = options.knowledge
    with Outputs() as outputs:
        repairs = _repairs(options, settings, outputs)
        watched = progress(settings, data_seen=seen() and options.output in (None, STDOUT))
        written = several(
            _writer(options, settings, outputs, given),
            [report(outputs.open(path), form) for path, form in options.reports.items()],
        )
        desk = _LintRun(options, written, knowledge, repairs, watched)
        desk.lint(given)
        written.close(Ending(summaries=desk.summaries, others=desk.others, code=desk.code))
        said = repairs.said() + knowledge.close(outputs, complete=desk.code != 2)
        outputs.commit()
    settings.tell(said)
    return desk.code


def _repairs(options: LintCommandOptions, settings: Settings, outputs: Outputs) -> Repairs:
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


def _writer(
    options: LintCommandOptions, settings: Settings, outputs: Outputs, given: _Given
) -> FindingWriter:
    """Return the writer of findings; standard output may be taken by a repaired document."""
    form, path = options.output_format or "text", options.output or STDOUT
    if options.diff or options.fix_only:
        return refusals(settings)
    shown = {"counts": options.statistics, "infos": options.lists_infos}
    if options.fix and options.output is None and any(source.path == STDIN for source, _ in given):
        return writer(standard_error(), settings, form, stream=sys.stderr, **shown)
    stream = sys.stdout if path == STDOUT else None
    return writer(outputs.open(path), settings, form, stream=stream, **shown)


def _given(options: LintCommandOptions, resolver: SettingsResolver) -> _Given:
    search = Search(
        input_format=options.input_format,
        stdin_name=options.stdin_filename,
        excluded=lambda path: resolver.excludes(path) or options.excludes(path),
        force_exclude=options.force_exclude,
        gitignore=options.respect_gitignore,
    )
    given = [
        source
        for source in search.sources(options.inputs)
        # An earlier run may have written a report into a folder, as this one will.
        if source.named or not options.rewrites(source.path) or not was_written_by_us(source.path)
    ]
    check(options, given)
    if options.ignore_unknown:
        given = [evolve(source, named=False) for source in given]
    return [(source, resolver.of(source.name)) for source in given]


class _LintRun:
    """The linting of inputs one after the other."""

    def __init__(
        self,
        options: LintCommandOptions,
        writer: FindingWriter,
        knowledge: BaselineMode,
        repairs: Repairs,
        progress: Progress,
    ) -> None:
        self.options = options
        self._writer = writer
        self._knowledge = knowledge
        self._repairs = repairs
        self._progress = progress
        self.summaries: list[InputSummary] = []
        self.others = 0  # how many files of folders hold no gallery
        self._looked = False  # whether anything could be linted
        self._unreadable = False  # whether an input was not JSON, or could not be opened

    @property
    def code(self) -> int:
        """The exit code."""
        is_empty = not any(summary.groups for summary in self.summaries)  # some inputs have no line
        if self._unreadable or not (self._looked or is_empty):
            return 2
        if any(summary.failed for summary in self.summaries):
            return 3
        failed = self._repairs.count > 0 if self.options.diff else self.options.fails(self.summaries)
        return int(failed and not self.options.exit_zero)

    def lint(self, given: _Given) -> None:
        """Lint all inputs, and write what is found and wanted in their order."""
        if self.options.jobs > 1 and len(given) > 1 and isinstance(self._repairs, Untouched):
            from gallery_lens.cli.lint.jobs import look_into_all

            for source, file_settings, result in look_into_all(
                given, self.options.jobs, self.options.max_input
            ):
                self._lint(
                    source,
                    file_settings,
                    self._looked_at(result) if result else self._results(source, file_settings),
                )
        else:
            for source, file_settings in given:
                self._lint(source, file_settings, self._results(source, file_settings))

    def _lint(self, source: InputFile, file_settings: FileSettings, results: Iterable[LintedText]) -> None:
        summary = InputSummary(source.name, file_settings.target)
        try:
            for result in results if source.named else sure(results):
                self._unreadable |= not (result.parsed or source.lines)  # a bad line is one finding of many
                self._note(summary, result)
                codes = file_settings.selection.wanted(file_settings.path)
                self._write(summary, self._knowledge.new(source.name, result.found, codes), result)
        except NoGallery:
            self.others += 1
            return
        except Unreadable as error:
            self._refuse(summary, error.diagnostic)
        except jsontext.NotJson as error:
            self._refuse(summary, not_json(error))
        except MemoryError:
            self._refuse(summary, unreadable("there is not enough memory for it"))
        except FORESEEN:
            raise
        except Exception as error:
            self._fail(summary, internal(error))
        self.summaries.append(summary)

    def _results(self, source: InputFile, file_settings: FileSettings) -> Iterator[LintedText]:
        if source.problem:
            raise Unreadable(unreadable(source.problem))
        unsafe, limit = self.options.unsafe_fixes, self.options.max_input
        with opened(source.path) as given:
            file = self._repairs.mended(given, source, file_settings)
            if source.lines:
                read = jsontext.read_blocks(read_chunks(file, limit))
                blocks = self._progress.over(read, source.name, lines_of(file), lambda block: block.feeds)
                yield from look_at_blocks(blocks, source.name, file_settings, unsafe=unsafe)
            else:
                result = look_at_document(file, source.name, file_settings, unsafe=unsafe, limit=limit)
                yield from look_at_stream(result, source.name, file_settings, unsafe=unsafe)

    def _looked_at(self, result: LintedText | Diagnostic) -> Iterator[LintedText]:
        """Yield what another process gave."""
        if isinstance(result, Diagnostic):
            raise Unreadable(result)
        yield result

    def _note(self, summary: InputSummary, result: LintedText) -> None:
        self._looked |= result.readable
        summary.read_as(result.dialects)
        summary.items += result.items
        summary.converted += result.converted
        summary.rejected += result.rejected
        summary.lossless &= result.lossless
        summary.hidden += result.hidden

    def _refuse(self, summary: InputSummary, found: Diagnostic) -> None:
        self._unreadable, summary.lossless = True, False
        self._write(summary, [attrs.evolve(found, file=summary.name)], None)

    def _fail(self, summary: InputSummary, found: Diagnostic) -> None:
        self._looked, summary.lossless = True, False
        summary.items += 1
        summary.rejected += 1
        self._write(summary, [attrs.evolve(found, file=summary.name)], None)

    def _write(self, summary: InputSummary, found: Sequence[Entry], result: LintedText | None) -> None:
        for each in found:
            if isinstance(each, Diagnostic):
                summary.add(each)
            elif not summary.counts(each.counted):
                _add_each(summary, each)
        if found:
            self._writer.add(found, result.text if result else None)


def _add_each(summary: InputSummary, found: ListFindings | AroundFinding) -> None:
    """Add findings in items of a list; those in more items of a kind than are shown are only counted."""
    _add_items(summary, found.of_each_kind(range(SHOWN)))
    if not summary.counts(found.counted_after(SHOWN)):  # of an item whose findings cannot be told, say
        _add_items(summary, found.of_each_kind(range(SHOWN, sys.maxsize)))


def _add_items(summary: InputSummary, found: Iterable[ItemFindings | AroundFinding]) -> None:
    for each in found:
        if not summary.counts(Counter(each.codes)):
            for told in each.told:
                summary.add(told)
