"""Lines of a file converted by several processes; what is written does not tell."""

import contextlib
import io
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Final

import attrs

from gallery_lens.cli.convert.options import Job
from gallery_lens.cli.convert.run_report import TrackedReport
from gallery_lens.cli.io.files import STDOUT, Sink, is_special
from gallery_lens.cli.io.inputs import STDIN, Unreadable, reading, too_large
from gallery_lens.cli.io.placing import temporary_folder
from gallery_lens.cli.io.progress import Bytes
from gallery_lens.engines.files import Converter, long_line, read_split, splits
from gallery_lens.engines.parts import ITEMS, PAPERS, SplitJob
from gallery_lens.engines.poison import fatal
from gallery_lens.engines.pool import Processes
from gallery_lens.engines.running import FinishedSplit, SkippedSplit, run
from gallery_lens.engines.splits import Split, share
from gallery_lens.errors import OutputError, reason, writing
from gallery_lens.jsontext import is_plain, read_lines
from gallery_lens.lines.unreadable import unreadable
from gallery_lens.lines.writer import copy
from gallery_lens.reporters import InputSummary, reporter

#: Files of fewer bytes are converted before other processes are up.
LEAST: Final = 4 << 20

#: How many bytes a split has, at least and at most. The first lines of each take longer than the rest.
SIZES: Final = (2 << 20, 16 << 20)

#: How many splits there are for each process, if they are not to be smaller or larger.
_SHARES: Final = 3


def shareable(job: Job, file: IO[bytes]) -> bool:
    """Return whether other processes can help: with a file of many lines, written line by line."""
    options = job.options
    if options.jobs == 1 or not job.input.lines or job.form != "ndjson" or job.input.path == STDIN:
        return False
    if options.report and not reporter(options.report_as).row:
        return False
    if options.max_input < 2 * SIZES[1] or not isinstance(getattr(file, "raw", None), io.FileIO):
        return False  # the second is what was unpacked
    state = os.fstat(file.fileno())
    if not stat.S_ISREG(state.st_mode) or state.st_size < LEAST:
        return False
    with reading():
        beginning = file.read(4)
        file.seek(0)
    return is_plain(beginning)


def convert_shared(file: IO[bytes], job: Job, entry: TrackedReport, sink: Sink) -> None:
    """Let several processes convert the lines of *file*, and write what they give in the order of the lines.

    Raises:
        Unreadable: The file cannot be read any further.
        OutputError: Something cannot be written.
    """
    with _folder(job) as folder, Processes(job.options.jobs) as processes:
        work = SplitJob(
            name=job.input.name,
            options=job.options.conversion,
            papers=tuple(name for name in PAPERS if getattr(entry, name)),
            report_as=job.options.report_as,
            explains=job.options.verbose,
        )
        converter = Converter(Path(job.input.path).absolute(), work, folder)
        size = share(os.fstat(file.fileno()).st_size, _SHARES * job.options.jobs, SIZES)
        given = _Within(file, size, job)
        outcomes = run(processes, given, converter, 2 * job.options.jobs)
        with contextlib.closing(outcomes), _reading():
            _gather(outcomes, converter, entry, sink)
        given.check()


class _Within:
    """The splits of a file, up to a line that has more bytes than a line may have."""

    def __init__(self, file: IO[bytes], size: int, job: Job) -> None:
        self._file, self._size = file, size
        self._path, self._limit = Path(job.input.path), job.options.max_input
        self._met = False  # whether there is such a line

    def __iter__(self) -> Iterator[Split]:
        for split in splits(self._file, self._size):
            at = long_line(self._path, split, self._limit) if split.size > self._limit else None
            if at is None:
                yield split
                continue
            self._met = True
            if at > split.start:
                yield attrs.evolve(split, end=at)
            return

    def check(self) -> None:
        """Raise ``Unreadable`` if there is such a line."""
        if self._met:
            raise too_large("a line of it", self._limit)


def _gather(
    outcomes: Iterable[FinishedSplit[Split, InputSummary] | SkippedSplit[Split]],
    converter: Converter,
    entry: TrackedReport,
    sink: Sink,
) -> None:
    end = 0
    seen = Bytes(converter.path.stat().st_size, lambda: end)
    for outcome in entry.progress.over(outcomes, entry.summary.name, seen):
        if isinstance(outcome, FinishedSplit):
            entry.summary.join(outcome.value)
            _put(converter.parts(outcome.split), entry, sink)
        else:
            # Whoever converts this split dies of it: each of its lines is one that cannot be read.
            found = fatal(outcome.split)
            data = io.BytesIO(read_split(converter.path, outcome.split))
            for line in read_lines(data, outcome.split.before):
                entry.skip(line, found.code)
                sink.write(b"null\n")
            entry.refuse(found)
        end = outcome.split.end


def _put(parts: Path, entry: TrackedReport, sink: Sink) -> None:
    sinks = {ITEMS: sink, "rejects": entry.rejects, "ledger": entry.ledger, "extract": entry.extract}
    sinks["sidecar"] = entry.sidecar() if entry.sidecar else None
    writers: dict[str, Callable[[IO[bytes]], None]] = {
        name: partial(copy, target=each) for name, each in sinks.items() if each
    }
    if entry.report:
        writers["report"] = entry.report.add_part
    for part in parts.iterdir():
        with part.open("rb") as file:
            writers[part.name](file)
    shutil.rmtree(parts)


@contextlib.contextmanager
def _folder(job: Job) -> Iterator[Path]:
    """Make a folder for parts, beside what they will be part of, and remove it in the end."""
    papers = (job.path, job.options.report, job.options.rejects)
    files = [path for path in papers if path and path != STDOUT and not is_special(path)]
    where = Path(os.path.realpath(files[0])).parent if files else None
    with contextlib.ExitStack() as closing:
        with writing(str(where or "The folder for temporary files")):
            folder = closing.enter_context(temporary_folder(where or Path(tempfile.gettempdir())))
        yield folder


@contextlib.contextmanager
def _reading() -> Iterator[None]:
    """Take an ``OSError`` inside as one of reading, unless it says that it is one of writing."""
    try:
        yield
    except (OutputError, BrokenPipeError):
        raise
    except OSError as error:
        raise Unreadable(unreadable(reason(error))) from error
