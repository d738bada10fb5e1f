"""Files linted by several processes; what is written does not tell."""

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from gallery_lens.cli.lint.checking import LintedText, look_into
from gallery_lens.cli.lint.discovery import InputFile
from gallery_lens.cli.lint.file_settings import FileSettings
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.engines.pool import Processes
from gallery_lens.engines.running import SkippedSplit, run
from gallery_lens.lines.unreadable import unreadable

#: How many files a process is given at a time.
_TOGETHER: Final = 8
_DIED: Final = "the process that linted it died; lint it alone to see why"


def look_into_all(
    given: Sequence[tuple[InputFile, FileSettings]], jobs: int, limit: int
) -> Iterator[tuple[InputFile, FileSettings, LintedText | Diagnostic | None]]:
    """Yield each file with what was found in it, in the order given; None for one that is not linted here.

    Args:
        given: the files, and what holds for each.
        jobs: how many processes to use.
        limit: how many bytes a document may have.
    """
    parts = [tuple(given[start : start + _TOGETHER]) for start in range(0, len(given), _TOGETHER)]
    with Processes(min(jobs, len(parts))) as processes:
        outcomes = run(processes, parts, partial(_look_into, limit=limit), 2 * jobs)
        with contextlib.closing(outcomes):
            for outcome in outcomes:
                results: list[LintedText | Diagnostic | None] = (
                    [unreadable(_DIED)] * len(outcome.split)
                    if isinstance(outcome, SkippedSplit)
                    else outcome.value
                )
                for (source, settings), result in zip(outcome.split, results, strict=True):
                    yield source, settings, result


def _look_into(
    part: Sequence[tuple[InputFile, FileSettings]], limit: int
) -> list[LintedText | Diagnostic | None]:
    return [look_into(source, settings, limit) for source, settings in part]
