"""One file of lines converted by an engine into the parts of a folder: every line once, whoever dies."""

from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from typing import Final

import attrs

from gallery_lens.engines import manifest as manifests
from gallery_lens.engines._engine import Engine
from gallery_lens.engines._storage import StoredFile, storage
from gallery_lens.engines.dask_cluster import GONE
from gallery_lens.engines.manifest import PLAN, Identity, Manifest
from gallery_lens.engines.parts import SplitJob
from gallery_lens.engines.poison import fatal
from gallery_lens.engines.running import FinishedSplit, SkippedSplit, run
from gallery_lens.engines.split_task import SplitTask, SurveyTask
from gallery_lens.engines.splits import Split, cut, longest_line, ranges, share
from gallery_lens.errors import EngineError, UsageError
from gallery_lens.jsontext import is_plain
from gallery_lens.options import ConvertOptions
from gallery_lens.reporters import InputSummary

#: How many bytes a split has, at least and at most, if nobody says how many.
_SIZES: Final = (1 << 20, 32 << 20)

#: How many splits of a small input there should be for each that may be under way.
_SHARES: Final = 4

#: What decides what becomes of a line, if nobody says it.
_DEFAULTS: Final = ConvertOptions()

#: How many manifests are read at a time.
_READERS: Final = 8


def convert(
    engine: Engine,
    path: str,
    output: str,
    options: ConvertOptions = _DEFAULTS,
    *,
    report: bool = True,
    size: int | None = None,
    max_line: int | None = None,
) -> InputSummary:
    """Convert a file of lines into the parts of a folder.

    For each split there are ``part-00000.items.ndjson``, ``part-00000.report.jsonl`` and
    ``part-00000.rejects.ndjson``: one after the other, they are what the command writes. When they are
    there, ``part-00000.json`` follows. Called again after an interruption, it does what is missing.

    Args:
        engine: ``dask()`` or ``processes()``.
        path: a file, or an address such as ``s3://bucket/items.ndjson``; one value per line, UTF-8.
        output: a folder or such an address, empty or of an interrupted run.
        options: what decides what becomes of a line; neither sidecars nor extracts are written.
        report: whether to write what was found; these are the largest parts.
        size: how many bytes of the input make a split; a run that goes on keeps the splits it has.
        max_line: how many bytes a line may have, if there is a limit.

    Returns:
        What the summary of the command is made of; in ``unreadable`` are the splits that were set aside.

    Raises:
        EngineError: The input or the folder cannot be used, a line is too long, or the scheduler is gone; the
            message says so.
        UsageError: An argument makes no sense.
    """
    work = SplitJob(name=path, options=options, papers=("report", "rejects") if report else ("rejects",))
    given, into = storage(path).look(path), storage(output).folder(output)
    task = SplitTask(given, into, work, Identity.of(given, work))
    try:
        if PLAN not in into.names():
            size = size or share(given.size, _SHARES * engine.window, _SIZES)
            into.create(PLAN, manifests.plan_bytes(task.identity, _cut(engine, given, size, max_line)))
        splits = manifests.read_plan(into.get(PLAN), task.identity, into.address)
        outcomes = engine.run(_missing(splits, task), task, ordered=False)
        aside = {each.split.number for each in outcomes if isinstance(each, SkippedSplit)}
    except CancelledError:
        raise EngineError(GONE) from None
    except ImportError as error:
        raise EngineError(f"A worker lacks something, install the same everywhere: {error}.") from None
    # What was written of splits that were set aside goes, and what interrupted writes left.
    parts = {manifests.part(number, kind) for number in aside for kind in work.kinds}
    into.sweep(parts & set(into.names()))
    summary = task.work.summary
    for _, manifest in _manifests([each for each in splits if each.number not in aside], task):
        summary.join(manifest.summary)
    for split in splits:
        if split.number in aside:
            summary.refuse(attrs.evolve(fatal(split), file=summary.name))
    return summary


def _cut(engine: Engine, source: StoredFile, size: int, max_line: int | None) -> tuple[Split, ...]:
    if source.size and not is_plain(source.read(0, min(4, source.size))):
        raise UsageError(f"{source.address} cannot be cut: it has to be UTF-8, without a byte order mark.")
    outcomes = engine.run(ranges(source.size, size), SurveyTask(source))
    surveys = []
    for outcome in outcomes:
        if isinstance(outcome, SkippedSplit):
            raise EngineError(f"Every process that reads {source.address} dies: {outcome.fault}")
        surveys.append(outcome.value)
    if max_line is not None and (most := longest_line(surveys)) > max_line:
        said = f"a line of it has {most:,} bytes, and may have {max_line:,}: split it, or raise the limit"
        raise EngineError(f"{source.address} cannot be read: {said}.")
    return tuple(cut(surveys))


def _missing(splits: Sequence[Split], task: SplitTask) -> list[Split]:
    """Return the splits without manifest, or without the parts that it speaks of."""
    names = task.folder.names()
    claimed = [each for each in splits if manifests.manifest(each.number) in names]
    done = {
        number
        for number, manifest in _manifests(claimed, task)
        if all(names.get(name) == size for name, size in manifest.parts.items())
    }
    return [each for each in splits if each.number not in done]


def _manifests(splits: Sequence[Split], task: SplitTask) -> Iterator[tuple[int, Manifest]]:
    def read(split: Split) -> Manifest:
        data = task.folder.get(manifests.manifest(split.number))
        return manifests.read_manifest(data, task.identity, task.folder.address)

    with ThreadPoolExecutor(_READERS) as threads:
        outcomes = run(threads, splits, read, 2 * _READERS)
        yield from ((each.split.number, each.value) for each in outcomes if isinstance(each, FinishedSplit))
