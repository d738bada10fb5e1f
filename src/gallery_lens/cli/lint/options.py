"""The options of ``lint``, and what they mean together."""

import os
from collections import Counter
from collections.abc import Iterable
from typing import Any

from gallery_lens.cli.convert.options import report_format, with_paths
from gallery_lens.cli.io.destinations import named_inputs, refuse_overwriting, same_file
from gallery_lens.cli.io.files import STDOUT
from gallery_lens.cli.io.inputs import MAX_INPUT, STDIN
from gallery_lens.cli.lint.baseline import BaselineMode, NoBaseline, RecordAll, SuppressRecorded
from gallery_lens.cli.lint.discovery import InputFile
from gallery_lens.config import Config
from gallery_lens.diagnostics import Severity
from gallery_lens.errors import UsageError
from gallery_lens.globs import matches
from gallery_lens.linting.selection import RuleChoice, selectors
from gallery_lens.reporters import InputSummary
from gallery_lens.values import Record, evolve
from gallery_lens.words import Profile, SourceName, TargetName


class LintCommandOptions(Record, kw_only=True):
    """The options of ``lint``, as the command line gives them."""

    inputs: tuple[str, ...] = ()
    output: str | None = None  #: a file, ``-`` or nothing
    source: SourceName | None = None
    target: TargetName | None = None
    at: str | None = None
    profile: Profile | None = None
    input_format: str = "auto"
    output_format: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    prune_baseline: bool = False
    config: str | None = None
    fail_on: str | None = None
    show: str = "warning"  #: how bad a finding must be to be listed for people
    max_warnings: int | None = None
    exit_zero: bool = False
    statistics: bool = False
    stdin_filename: str | None = None
    fix: bool = False
    fix_only: bool = False
    max_input: int = MAX_INPUT  #: how many bytes a document, or a line, may have
    unsafe_fixes: bool = False
    diff: bool = False
    report: tuple[str, ...] = ()
    report_format: str | None = None
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    ignore_unknown: bool = False
    respect_gitignore: bool = True
    jobs: int = 1

    def __init__(self, **given: Any) -> None:
        super().__init__(**with_paths(given))

    @property
    def fixes(self) -> bool:
        """True if files are changed."""
        return self.fix or self.fix_only

    @property
    def reports(self) -> dict[str, str]:
        """The formats of the reports, by their paths."""
        return {path: self.report_format or report_format(path) for path in self.report}

    @property
    def choice(self) -> RuleChoice:
        """The selection of rules on the command line."""
        return RuleChoice(
            select=selectors(self.select) if self.select else None,
            ignore=selectors(self.ignore),
            extend_select=selectors(self.extend_select),
        )

    @property
    def knowledge(self) -> BaselineMode:
        """The recorded findings before, or after, the run; raises ``BaselineError``."""
        if self.diff or self.fix_only:
            return NoBaseline()
        if self.write_baseline:
            return RecordAll(self.write_baseline)
        return SuppressRecorded(self.baseline, prune=self.prune_baseline) if self.baseline else NoBaseline()

    def over(self, config: Config) -> "LintCommandOptions":
        """Return them with what *config* says of a whole run, where they say nothing."""
        known = None if self.baseline else config.known
        return evolve(
            self,
            output_format=self.output_format or config.output_format,
            fail_on=self.fail_on or config.fail_on,
            max_warnings=config.max_warnings if self.max_warnings is None else self.max_warnings,
            baseline=self.baseline or (os.path.relpath(known) if known else None),
        )

    @property
    def lists_infos(self) -> bool:
        """True if infos are listed for people: on request, and where they make the command fail."""
        return self.show == "info" or self.fail_on == "info"

    def excludes(self, path: str) -> bool:
        """Return whether the file or folder at *path* is excluded, or is a baseline of the run."""
        name = os.path.relpath(path).replace(os.sep, "/")
        excluded = any(matches(pattern, name) for pattern in self.exclude)
        return excluded or any(same_file(path, each) for each in (self.baseline, self.write_baseline) if each)

    def rewrites(self, path: str) -> bool:
        """Return whether the file at *path* is to be written by the run."""
        return any(same_file(path, each) for each in (self.output, *self.report) if each)

    def fails(self, summaries: Iterable[InputSummary]) -> bool:
        """Return whether the findings exceed the limits of the command."""
        if self.fix_only:
            return False
        counts = Counter[Severity]()
        for summary in summaries:
            for (severity, _), group in summary.groups.items():
                counts[severity] += group.count
        if self.max_warnings is not None:
            if counts[Severity.WARNING] > self.max_warnings:
                return True
            del counts[Severity.WARNING]  # so many are allowed
        threshold = self.fail_on or "warning"
        return threshold != "never" and any(each.reaches(Severity(threshold)) for each in counts)


def check(options: LintCommandOptions, given: Iterable[InputFile]) -> None:
    """Refuse options that make no sense together, or would destroy one of the inputs *given*.

    Raises:
        UsageError: They would.
    """
    read = {source.path for source in given}
    if options.write_baseline == STDOUT:
        raise UsageError("--write-baseline needs the name of a file.")
    if options.report_format and len(options.report) != 1:
        raise UsageError("--report-format is for one --report FILE; several go by their suffixes.")
    _check_outputs(options, read)
    reporting = options.diff or options.write_baseline or options.prune_baseline or options.report
    if options.fix_only and reporting:
        raise UsageError("--fix-only reports nothing: use --fix to fix and report.")
    if options.unsafe_fixes and not (options.fixes or options.diff):
        raise UsageError("--unsafe-fixes says which fixes are made: add --fix, or --diff to see them first.")
    if options.diff and (options.statistics or options.write_baseline or options.prune_baseline):
        raise UsageError("--diff shows changes, and reports no findings to count or to know.")
    if options.fixes and options.output == STDOUT and STDIN in read:
        raise UsageError("Standard output takes what is fixed of standard input: send findings to -o FILE.")
    if options.select and not selectors(options.select):
        raise UsageError("--select names no rule: say ALL, or leave it out.")
    if options.prune_baseline and not options.baseline:
        raise UsageError("--prune-baseline needs a --baseline FILE to prune.")
    if options.prune_baseline and options.write_baseline:
        raise UsageError("--write-baseline writes the baseline anew: there is nothing to prune.")
    if options.stdin_filename and STDIN not in read:
        raise UsageError("--stdin-filename names standard input, which is not read: add - to the INPUTs.")


def _check_outputs(options: LintCommandOptions, read: Iterable[str]) -> None:
    """Refuse an output that would destroy what is read, or another output."""
    baseline, config = options.baseline, options.config
    kept = baseline if baseline and not options.write_baseline else None
    given = [(f"the baseline {kept}", kept)] if kept else []
    given += [(f"the config file {config}", config)] if config else []
    output = None if options.fix_only else options.output or STDOUT
    written = (("--write-baseline", options.write_baseline), ("-o", output))
    reports = [("--report", path) for path in options.report]
    outputs = [*reports, *((name, path) for name, path in written if path)]
    refuse_overwriting(outputs, [*named_inputs(read), *given])
