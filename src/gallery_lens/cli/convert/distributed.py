"""The command ``convert --engine dask``: convert one line file into part files on a cluster."""

import contextlib
import logging
from collections.abc import Iterator
from typing import Final

from gallery_lens.cli.convert.options import ConvertCommandOptions, check_new_gallery
from gallery_lens.cli.io.files import STDOUT
from gallery_lens.cli.io.inputs import STDIN, has_lines
from gallery_lens.cli.shared.settings import Settings, width
from gallery_lens.engines import convert, dask
from gallery_lens.errors import UsageError
from gallery_lens.reporters.text import render

#: The options that have no meaning for parts.
_FOREIGN: Final = {
    "report": "--report",
    "report_format": "--report-format",
    "rejects": "--rejects",
    "ledger": "--ledger",
    "sidecar": "--sidecar",
    "extract": "--extract",
    "indent": "--indent",
    "strict": "--strict",
    "verbose": "--verbose",
}


def run(options: ConvertCommandOptions, settings: Settings) -> int:
    """Convert on a cluster and return the exit code.

    Raises:
        UsageError: The options make no sense together.
        EngineError: The input, the folder or the cluster cannot be used; what is done stays done.
    """
    path, output = _checked(options)
    with _silence(), dask(options.scheduler, options.jobs if options.jobs > 1 else None) as engine:
        summary = convert(
            engine,
            path,
            output,
            options.conversion,
            report=not options.no_report,
            max_line=options.max_input,
        )
    advice = [f"The parts are in {output}."]
    settings.tell(render([summary], width=width(), advice=advice, infos=options.lists_infos))
    if summary.unreadable or summary.failed:
        return 2 if summary.unreadable else 3
    threshold = options.threshold
    return int(threshold is not None and any(each.reaches(threshold) for each, _ in summary.groups))


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Let no library log anything: what people need to know, we say."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _checked(options: ConvertCommandOptions) -> tuple[str, str]:
    """Return the input and the folder."""
    check_new_gallery(options)
    given = {"--text-items extract": options.conversion.text_items == "extract"} | {
        option: getattr(options, name) not in (None, False) for name, option in _FOREIGN.items()
    }
    for option in (option for option, is_given in given.items() if is_given):
        raise UsageError(f"{option} is not for --engine dask, which writes the same parts for each split.")
    output = options.output
    if output is None or output == STDOUT:
        raise UsageError("--engine dask writes to a folder: add -o FOLDER, or -o s3://bucket/prefix.")
    if len(options.inputs) != 1 or options.inputs[0] == STDIN:
        raise UsageError("--engine dask takes one INPUT: a file, or an address such as s3://bucket/key.")
    (path,) = options.inputs
    if not has_lines(path, options.input_format) or options.output_format not in (None, "ndjson"):
        raise UsageError("--engine dask is for one value per line, in and out: see --input-format ndjson.")
    return path, output
