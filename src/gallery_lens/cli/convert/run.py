"""The command ``convert``: read, convert and write each input, and report the findings."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from gallery_lens import api, jsontext
from gallery_lens.cli.convert.formats import encode_document, encode_runs
from gallery_lens.cli.convert.options import ConvertCommandOptions, Job, jobs
from gallery_lens.cli.convert.run_report import RunReport, TrackedReport
from gallery_lens.cli.io.files import STDOUT, Outputs, seen
from gallery_lens.cli.io.inputs import Unreadable, is_live, lines_of, opened, read_chunks, read_whole
from gallery_lens.cli.io.progress import Steps, progress
from gallery_lens.cli.shared.settings import Settings, width
from gallery_lens.conversion.conducting import not_json
from gallery_lens.conversion.guarding import FORESEEN, internal
from gallery_lens.errors import OutputError, UsageError
from gallery_lens.lines.unreadable import unreadable
from gallery_lens.lines.values import convert_blocks, convert_document, convert_lines, note, prepare
from gallery_lens.reporters import InputSummary
from gallery_lens.reporters.text import number, render
from gallery_lens.rules import rule

if TYPE_CHECKING:
    from gallery_lens.compiled import Watch


def run(options: ConvertCommandOptions, settings: Settings) -> int:
    """Convert all inputs and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        OutputError: Something cannot be written; no file was touched.
        BrokenPipeError: Nobody reads standard output any more.
    """
    planned = jobs(options)
    shown = progress(settings, data_seen=seen() and STDOUT in (job.path for job in planned))
    try:
        with Outputs(withhold=options.strict) as outputs:
            record = RunReport(outputs, options, outputs, shown)
            for job in planned:
                entry = record.open(job.input.name, options.conversion.source, options.conversion.target)
                _convert(job, outputs, entry)
            record.close()
            outputs.commit(data=not _withheld(record, options))
    except BrokenPipeError:
        named = (("--report", options.report), ("--rejects", options.rejects))
        if lost := " and ".join(name for name, path in named if path):
            raise OutputError(f"standard output was closed early, so {lost} cannot be written.") from None
        raise
    return finish(record, planned, options, settings)


def finish(
    record: RunReport, planned: Iterable[Job], options: ConvertCommandOptions, settings: Settings
) -> int:
    """Print the summary of all inputs, and return the exit code."""
    advice: list[str] = []
    if _withheld(record, options):
        advice.append("No data was written, because --strict allows no finding.")
    if any(each.rejected for each in record.summaries) and not options.rejects:
        advice.append("Keep what was rejected with --rejects FILE.")
    if any(each.abridged for each in record.summaries) and not options.report:
        advice.append("See every finding with --report FILE.")
    if options.verbose:
        advice += filter(None, map(_ways, record.summaries))
    gap = "\n" if STDOUT in (job.path for job in planned) and seen() else ""
    settings.tell(gap + render(record.summaries, width=width(), advice=advice, infos=options.lists_infos))
    return exit_code(record, options)


def exit_code(record: RunReport, options: ConvertCommandOptions) -> int:
    """Return the exit code of a run: what could not be read comes first, then what we failed on."""
    if record.unreadable or record.failed:
        return 2 if record.unreadable else 3
    return int(record.reaches(options.threshold))


def _convert(job: Job, data: Outputs, entry: TrackedReport) -> None:
    with refusing(entry), opened(job.input.path) as file:
        if job.options.jobs > 1:
            from gallery_lens.cli.convert.jobs import convert_shared, shareable

            if shareable(job, file):
                convert_shared(file, job, entry, data.open(job.path))
                return
        chunks = (_lines if job.input.lines else _document)(file, job, entry)
        if chunks is None:
            return
        sink, live = data.open(job.path), is_live(file)
        for chunk in chunks:
            sink.write(chunk)
            if live:
                sink.flush()


def _document(file: IO[bytes], job: Job, entry: TrackedReport) -> Iterator[bytes] | None:
    """Return the bytes of the converted document; None, reported, if the program itself failed on it."""
    text = read_whole(file, job.options.max_input)
    try:
        return _converted(text, job, entry)
    except FORESEEN:
        raise
    except (Unreadable, jsontext.NotJson):
        raise
    except Exception as error:
        entry.fail(internal(error), text.decode("utf-8", "backslashreplace"))
        return None


def _converted(text: bytes, job: Job, entry: TrackedReport) -> Iterator[bytes] | None:
    try:
        result = convert_document(text, job.options.conversion, entry, _watch(entry))
    except jsontext.NotJson:
        if (stream := stream_of(text, job.options.input_format)) is None:
            raise
        # Values that follow each other have a line each, if nothing else is asked for.
        form = job.options.output_format or "ndjson"
        runs = convert_lines(stream, job.options.conversion, entry)
        return encode_runs(runs, form, None if form == "ndjson" else job.indent)
    # A document that is, as a whole, nothing that can be read gives nothing.
    refused = any(rule(code).refuses == "document" for _, code in result.counts)
    for found in result.diagnostics if refused else ():
        if rule(found.code).refuses == "document" and not found.pointer:
            raise Unreadable(found)
    if entry.sidecar and result.sidecar is None:
        raise UsageError(
            "--sidecar is for what a backend stores: the input cannot be restored from its view."
        )
    prepare(result, entry)
    note(result, entry)
    return None if is_lost(result) else encode_document(result.value, job.form, job.indent)


def _watch(entry: TrackedReport) -> "Watch":
    """Return a function that shows how many items of a large document are converted."""

    def watch(chunks: Iterable[Sequence[int]]) -> Iterable[Sequence[int]]:
        waiting = [*chunks]
        steps = Steps("items", sum(map(len, waiting)))
        return entry.progress.over(waiting, entry.summary.name, steps, len) if len(waiting) > 1 else waiting

    return watch


def is_lost(result: api.Result) -> bool:
    """Return whether an internal error cost the whole document, so that there are no data."""
    failed = result.value is None and any(not rule(code).of_document for _, code in result.counts)
    return failed and any(not (rule(found.code).of_document or found.pointer) for found in result.diagnostics)


def stream_of(text: bytes, input_format: str) -> list[jsontext.Line] | None:
    """Return the values that follow each other in *text*, unless it was said to be one document."""
    return jsontext.read_stream(text) if input_format == "auto" else None


def _lines(file: IO[bytes], job: Job, entry: TrackedReport) -> Iterator[bytes]:
    if entry.sidecar:
        entry.sidecar()  # it belongs to the view, even to one without lines

    def runs() -> Iterator[Sequence[Any]]:
        # Refusals are met here, so that what was written of a list is brought to its end.
        with refusing(entry):
            read = jsontext.read_blocks(read_chunks(file, job.options.max_input))
            watched = entry.progress.over(read, job.input.name, lines_of(file), lambda block: block.feeds)
            yield from convert_blocks(iter(watched), job.options.conversion, entry)

    return encode_runs(runs(), job.form, job.indent)


@contextlib.contextmanager
def refusing(entry: TrackedReport) -> Iterator[None]:
    """Turn the end of an input that cannot be read into a finding, so that the others go on."""
    try:
        yield
    except Unreadable as error:
        entry.refuse(error.diagnostic)
    except jsontext.NotJson as error:
        entry.refuse(not_json(error))
    except MemoryError:
        entry.refuse(unreadable("there is not enough memory for it"))
    except FORESEEN:
        raise
    except Exception as error:
        entry.fail(internal(error))


def _withheld(record: RunReport, options: ConvertCommandOptions) -> bool:
    return options.strict and (record.unreadable or record.reaches(options.threshold))


def _ways(summary: InputSummary) -> str | None:
    """Return how many items of an input were converted together, and why the others were not."""
    alone = summary.items - summary.together
    if not summary.items:
        return None
    together = f"{summary.name}: {number(summary.together, 'item')} converted together, {alone:,} one by one"
    reasons = [f"{count:,} because of {why}" for why, count in summary.alone.most_common()]
    tried = sum(summary.alone.values())
    few = alone - tried if summary.together else 0
    rest = [f"{few:,} before there were enough of them"] if few > 0 else []
    return f"{together}: {', '.join([*reasons, *rest])}." if reasons or rest else f"{together}."
